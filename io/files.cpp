// SPDX-License-Identifier: Apache-2.0
#include "io/files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <system_error>

#include <fcntl.h>

namespace nemawashi::io {
namespace {

namespace fs = std::filesystem;
using base::Diagnostic;
using base::Severity;

bool write_bytes(const fs::path& path, const std::string& content) {
  std::ofstream stream(path, std::ios::binary);
  stream.write(content.data(), static_cast<std::streamsize>(content.size()));
  stream.close();
  return !stream.fail();
}

/// Whether the name is taken, be it by a link that points nowhere.
bool is_there(const fs::path& path) {
  std::error_code error;
  return fs::exists(fs::symlink_status(path, error));
}

/// Gives the file a name that nothing has. Where the file system cannot do this in one step, the
/// name is a second one of the file for a moment; where it has no second names either, the check
/// comes shortly before.
std::error_code moved_to_new_name(const fs::path& from, const fs::path& to) {
  if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return {};
  std::error_code error(errno, std::generic_category());
  if (error != std::errc::invalid_argument && error != std::errc::function_not_supported) {
    return error;
  }
  fs::create_hard_link(from, to, error);
  if (!error) {
    fs::remove(from, error);
    return {};
  }
  if (is_there(to)) return std::make_error_code(std::errc::file_exists);
  fs::rename(from, to, error);
  return error;
}

/// A name beside the path that nothing has, made by `make`; or nothing.
template <class Make>
std::optional<fs::path> made_beside(const fs::path& path, const Make& make) {
  for (int attempt = 0; attempt < 100; ++attempt) {
    fs::path beside = path;
    beside += ".partial-" + std::to_string(attempt);
    if (make(beside)) return beside;
    if (!is_there(beside)) return std::nullopt;
  }
  return std::nullopt;
}

bool is_text_of_a_scenario(const fs::path& path) {
  constexpr std::array<std::string_view, 5> kEndings = {".xml", ".json", ".txt", ".tsv", ".csv"};
  std::string ending = path.extension().string();
  for (char& c : ending) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return !path.filename().string().starts_with('.') &&
         std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

/// Adds the files of one folder; names begin with `prefix`. Subfolders are gathered.
void add_files(const fs::path& folder, const std::string& prefix, FileSetReading& reading,
               std::vector<fs::path>* subfolders) {
  std::error_code error;
  std::size_t seen = 0;
  std::size_t total = 0;
  for (const auto& [name, content] : *reading.files) total += content.size();
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const fs::path& path = entry->path();
    if (++seen > kMostFiles || total > 4 * kMostBytes) {
      reading.diagnostics.push_back(file_error("too-many-files",
                                               "The folder " + folder.string() + " holds too much.",
                                               "Keep the scenario's own files alone in it."));
      return;
    }
    std::error_code kind;
    if (fs::is_directory(path, kind)) {
      if (subfolders != nullptr) subfolders->push_back(path);
      continue;
    }
    if (!is_text_of_a_scenario(path)) continue;
    std::string bytes;
    if (auto wrong = read_file(path, kMostBytes, bytes)) {
      reading.diagnostics.push_back(*std::move(wrong));
      continue;
    }
    total += bytes.size();
    reading.files->emplace(prefix + path.filename().string(), std::move(bytes));
  }
  if (error) {
    reading.diagnostics.push_back(file_error("unreadable-folder",
                                             "The folder " + folder.string() + " cannot be listed.",
                                             "Check that you may read it."));
  }
}

}  // namespace

Diagnostic file_error(std::string code, std::string message, std::string mend) {
  return {Severity::error, std::move(code), "", 0, "", std::move(message), std::move(mend)};
}

bool is_zip(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

Diagnostic too_large(std::string_view table, std::size_t limit) {
  Diagnostic refusal =
      file_error("too-large-file", "The file has more than " + std::to_string(limit) + " bytes.",
                 "A case holds what people can discuss; sum the data up first.");
  refusal.table = table;
  return refusal;
}

std::optional<Diagnostic> read_file(const fs::path& path, std::size_t limit, std::string& bytes) {
  std::error_code error;
  const auto unreadable = [&] {
    Diagnostic refusal =
        file_error("unreadable-file", "The file " + path.string() + " cannot be read.",
                   "Check that it is a file and that you may read it.");
    refusal.table = path.filename().string();
    return refusal;
  };
  if (!fs::is_regular_file(path, error)) return unreadable();
  const auto size = fs::file_size(path, error);
  if (error) return unreadable();
  if (size > limit) return too_large(path.filename().string(), limit);
  std::ifstream stream(path, std::ios::binary);
  bytes.resize(static_cast<std::size_t>(size));
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (stream.bad() || (!stream && !stream.eof())) return unreadable();
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return std::nullopt;
}

FileSetReading read_file_set(const fs::path& folder) {
  FileSetReading reading;
  reading.files.emplace();
  std::vector<fs::path> subfolders;
  add_files(folder, "", reading, &subfolders);
  std::sort(subfolders.begin(), subfolders.end());
  for (const fs::path& subfolder : subfolders) {
    if (base::has_errors(reading.diagnostics)) break;
    if (subfolder.filename().string().starts_with('.')) continue;
    add_files(subfolder, subfolder.filename().string() + "/", reading, nullptr);
  }
  if (base::has_errors(reading.diagnostics)) reading.files.reset();
  return reading;
}

std::optional<Diagnostic> write_file(const std::string& content, const fs::path& path,
                                     Existing existing) {
  const Diagnostic taken = file_error("file-exists", path.string() + " exists.",
                                      "Choose another name; nothing was changed.");
  if (existing == Existing::refused && is_there(path)) return taken;
  const auto beside = made_beside(path, [](const fs::path& name) {
    std::FILE* file = std::fopen(name.c_str(), "wbx");  // Fails if something is there already.
    return file != nullptr && std::fclose(file) == 0;
  });
  const Diagnostic unwritable = file_error("cannot-write", path.string() + " cannot be written.",
                                           "Check the folder, and the room on the disk.");
  if (!beside) return unwritable;
  const bool complete = write_bytes(*beside, content);
  std::error_code error;
  if (complete && existing == Existing::refused) error = moved_to_new_name(*beside, path);
  if (complete && existing == Existing::replaced) fs::rename(*beside, path, error);
  if (complete && !error) return std::nullopt;
  std::error_code ignored;
  fs::remove(*beside, ignored);
  return error == std::errc::file_exists ? taken : unwritable;
}

std::optional<Diagnostic> write_folder(const std::map<std::string, std::string>& files,
                                       const fs::path& target) {
  std::error_code error;
  const fs::path folder = target.has_filename() ? target : target.parent_path();
  if (is_there(folder) && (!fs::is_directory(folder, error) || !fs::is_empty(folder, error))) {
    return file_error("folder-exists", folder.string() + " exists and is not an empty folder.",
                      "Choose another name; nothing was changed.");
  }
  const Diagnostic unwritable =
      file_error("unwritable-folder", folder.string() + " cannot be written.",
                 "Check that the folder above it exists and that you may write there.");
  const auto beside = made_beside(folder, [](const fs::path& name) {
    std::error_code wrong;
    return fs::create_directory(name, wrong) && !wrong;
  });
  if (!beside) return unwritable;
  bool written = true;
  for (const auto& [name, content] : files) {
    written = written && write_bytes(*beside / name, content);
  }
  if (written) fs::rename(*beside, folder, error);
  if (written && !error) return std::nullopt;
  fs::remove_all(*beside, error);
  return unwritable;
}

}  // namespace nemawashi::io
