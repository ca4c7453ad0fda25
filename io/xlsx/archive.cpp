// SPDX-License-Identifier: Apache-2.0
#include "io/xlsx/archive.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <utility>

#include <zip.h>

namespace nemawashi::io::xlsx {
namespace {

constexpr std::string_view kCompoundFile = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

model::Finding another_format(std::string what) {
  return {"not-xlsx", std::move(what),
          "Open it in a spreadsheet program and save it as an Excel workbook (.xlsx) without a "
          "password."};
}

model::Finding too_large(std::string what) {
  return {"too-large-spreadsheet", std::move(what),
          "Keep pictures and other sheets out of it; a case holds what people can discuss."};
}

/// The archive and how much of it has been inflated so far.
struct OpenArchive {
  std::unique_ptr<zip_t, Discard> zip;
  std::map<std::string, zip_uint64_t> index;
  std::size_t inflated = 0;
};

PartReading inflated_part(OpenArchive& archive, const std::string& key, const Limits& limits) {
  const auto found = archive.index.find(key);
  if (found == archive.index.end()) return {};
  const std::unique_ptr<zip_file_t, Discard> file(
      zip_fopen_index(archive.zip.get(), found->second, 0));
  if (!file) return {std::nullopt, damage("A part of it cannot be unpacked.")};
  std::string bytes;
  std::array<char, std::size_t{1} << 16U> buffer = {};
  for (;;) {
    const zip_int64_t count = zip_fread(file.get(), buffer.data(), buffer.size());
    if (count < 0) return {std::nullopt, damage("A part of it cannot be unpacked.")};
    if (count == 0) return {std::move(bytes), std::nullopt};
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
    archive.inflated += static_cast<std::size_t>(count);
    if (bytes.size() > limits.part_bytes || archive.inflated > limits.all_bytes) {
      return {std::nullopt,
              too_large("Unpacked, the file has more than " + std::to_string(limits.part_bytes) +
                        " bytes in one part, or more than " + std::to_string(limits.all_bytes) +
                        " in all.")};
    }
  }
}

/// Why the parts are no .xlsx workbook, if they are not.
std::optional<model::Finding> other_kind(OpenArchive& archive, const Limits& limits) {
  const auto has = [&](const char* key) { return archive.index.contains(key); };
  if (has("xl/workbook.bin")) {
    return another_format("The file is a binary workbook (.xlsb), which is not read.");
  }
  if (has("mimetype")) {
    const PartReading kind = inflated_part(archive, "mimetype", limits);
    if (kind.bytes && kind.bytes->find("opendocument") != std::string::npos) {
      return another_format("The file is an OpenDocument file (.ods), which is not read.");
    }
  }
  if (has("_rels/.rels") || has("xl/workbook.xml")) return std::nullopt;
  return another_format("The file is an archive, but no spreadsheet workbook.");
}

std::unique_ptr<zip_t, Discard> opened(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  std::unique_ptr<zip_t, Discard> zip;
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source != nullptr) {
    zip.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (!zip) zip_source_free(source);
  }
  zip_error_fini(&error);
  return zip;
}

/// Why the bytes are no archive that is opened at all.
std::optional<model::Finding> refused_bytes(std::string_view bytes, const Limits& limits) {
  if (bytes.size() > limits.archive_bytes) {
    return model::Finding{
        "too-large-file",
        "The file has more than " + std::to_string(limits.archive_bytes) + " bytes.",
        "A case holds what people can discuss; sum the data up first."};
  }
  if (bytes.starts_with(kCompoundFile)) {
    return another_format(
        "The file is an old workbook (.xls), or a workbook that is protected by a password.");
  }
  if (!bytes.starts_with("PK")) return another_format("The file is no .xlsx workbook.");
  return std::nullopt;
}

}  // namespace

std::string part_key(std::string_view name) {
  if (name.starts_with('/')) name.remove_prefix(1);
  std::string key(name);
  std::transform(key.begin(), key.end(), key.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return key;
}

model::Finding damage(std::string_view what) {
  return {"damaged-spreadsheet", "The file is damaged. " + std::string(what),
          "Open it in a spreadsheet program and save it again, or copy it once more."};
}

std::variant<Package, model::Finding> opened_archive(std::string_view bytes, const Limits& limits) {
  if (auto refusal = refused_bytes(bytes, limits)) return *std::move(refusal);
  const auto archive = std::make_shared<OpenArchive>();
  archive->zip = opened(bytes);
  if (!archive->zip) return damage("It is cut short, or no sound archive.");
  const zip_int64_t count = zip_get_num_entries(archive->zip.get(), 0);
  if (count < 0 || static_cast<std::size_t>(count) > limits.entries) {
    return too_large("The file has more than " + std::to_string(limits.entries) + " parts.");
  }
  Package package;
  for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
    zip_stat_t entry;
    zip_stat_init(&entry);
    if (zip_stat_index(archive->zip.get(), i, 0, &entry) != 0 || entry.name == nullptr) {
      return damage("Its list of parts cannot be read.");
    }
    if ((entry.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && entry.encryption_method != ZIP_EM_NONE) {
      return another_format("The file is protected by a password.");
    }
    if ((entry.valid & ZIP_STAT_COMP_METHOD) != 0 && entry.comp_method != ZIP_CM_STORE &&
        entry.comp_method != ZIP_CM_DEFLATE) {
      // Other methods may ask for gibibytes of memory before a byte comes out.
      return damage("A part is packed in a way that spreadsheets do not use.");
    }
    const std::string key = part_key(entry.name);
    if (!archive->index.emplace(key, i).second) return damage("It holds a part twice.");
    package.keys.insert(key);
  }
  if (auto refusal = other_kind(*archive, limits)) return *std::move(refusal);
  package.part = [archive, &limits](const std::string& key) {
    return inflated_part(*archive, key, limits);
  };
  return package;
}

}  // namespace nemawashi::io::xlsx
