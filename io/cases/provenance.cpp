// SPDX-License-Identifier: Apache-2.0
#include "io/cases/provenance.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "engine/base/text.h"
#include "io/files.h"
#include "io/utf8.h"

namespace nemawashi::io::cases {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> fields_of(std::string_view line) {
  std::vector<std::string> fields;
  for (const std::string_view field : base::split(line, '\t')) fields.emplace_back(field);
  return fields;
}

/// The row about that name as column to cell.
struct IndexRow {
  std::string repo;
  std::string path;
  std::string commit;
  std::string licence;
};

std::optional<IndexRow> row_about(std::string_view text, const std::string& name) {
  const std::array<std::string, 5> columns = {"file", "repo", "path", "commit", "licence"};
  std::array<std::size_t, 5> at{};
  bool first = true;
  for (const std::string_view line : base::split(text, '\n')) {
    const auto fields = fields_of(line);
    if (first) {
      for (std::size_t c = 0; c < columns.size(); ++c) {
        const auto found = std::find(fields.begin(), fields.end(), columns.at(c));
        if (found == fields.end()) return std::nullopt;
        at.at(c) = static_cast<std::size_t>(found - fields.begin());
      }
      first = false;
      continue;
    }
    const auto cell = [&](std::size_t c) {
      return at.at(c) < fields.size() ? fields[at.at(c)] : std::string();
    };
    if (cell(0) == name || cell(0) == name + "/")
      return IndexRow{cell(1), cell(2), cell(3), cell(4)};
  }
  return std::nullopt;
}

}  // namespace

nemawashi::scenarios::Provenance provenance_of(const fs::path& path, const std::string& format) {
  const fs::path place = fs::absolute(path).lexically_normal();
  const fs::path named = place.has_filename() ? place : place.parent_path();
  const std::string name = named.filename().string();
  nemawashi::scenarios::Provenance provenance{format + ": " + name, "",
                                              "repository and commit are not known"};
  constexpr std::size_t kMost = std::size_t{1} << 20U;
  std::string text;
  if (read_file(named.parent_path() / "INDEX.tsv", kMost, text)) return provenance;
  if (valid_utf8_prefix(text) != text.size()) return provenance;
  const auto row = row_about(text, name);
  if (!row || row->repo.empty()) return provenance;
  provenance.title = format + ": " + row->path + " of " + row->repo + ", commit " + row->commit;
  provenance.address = "https://github.com/" + row->repo + "/tree/" + row->commit + "/" + row->path;
  provenance.note = "licence: " + row->licence;
  return provenance;
}

}  // namespace nemawashi::io::cases
