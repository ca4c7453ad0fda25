// SPDX-License-Identifier: Apache-2.0
#include "io/xlsx/write.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>
#include <vector>

#include <unistd.h>

#include "engine/model/findings.h"
#include "io/xlsx/cell_name.h"
#include "io/xlsx/cell_text.h"
#include "io/xlsx/choices.h"
#include "io/xlsx/findings_sheet.h"
#include "io/xlsx/readme_sheet.h"
#include "io/xlsx/table_sheet.h"

namespace nemawashi::io::xlsx {
namespace {

/// What a cell of a sheet may hold, in UTF-16 units, escapes included.
constexpr std::size_t kLongestCell = 32'767;

/// A file that nobody else has, gone when this is gone. The library writes only to files.
class TemporaryFile {
 public:
  TemporaryFile() {
    std::error_code error;
    path_ = (std::filesystem::temp_directory_path(error) / "nemawashi-XXXXXX").string();
    const int file = error ? -1 : mkstemp(path_.data());
    if (file < 0) {
      path_.clear();
    } else {
      ::close(file);
    }
  }
  ~TemporaryFile() {
    std::error_code error;
    if (!path_.empty()) std::filesystem::remove(path_, error);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  const std::string& path() const { return path_; }

  std::optional<std::string> bytes() const {
    std::ifstream stream(path_, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (!stream || bytes.empty()) return std::nullopt;
    return bytes;
  }

 private:
  std::string path_;
};

std::size_t utf16_units(std::string_view text) {
  std::size_t units = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    units += byte >= 0xF0 ? 2 : byte < 0x80 || byte >= 0xC0 ? 1 : 0;
  }
  return units;
}

/// Reports what no sheet can hold.
void check_cell(const TableLayout& layout, const std::string& cell, std::size_t number,
                std::size_t row, std::size_t column, model::Findings& refused) {
  const std::string place = layout.schema->name + "!" + cell_name({column, row + 1});
  const model::CellPlace at{layout.schema->name, number, layout.columns[column]};
  if (fault_of(cell) != TextFault::none) {
    refused.error({layout.schema->name, number, {}},
                  {"not-text", place + " holds a control character, or is not UTF-8.",
                   "Type the cell anew."});
  } else if (cell.size() > kLongestCell / 7 && utf16_units(escaped(cell)) > kLongestCell) {
    refused.error(at,
                  {"too-long-cell",
                   place + " has more than 32,767 characters, which is more than a sheet holds.",
                   "Shorten the text, or keep the case as CSV."});
  }
}

void check_layout(const TableLayout& layout, model::Findings& refused) {
  const auto& rows = layout.table->rows;
  if (rows.size() >= kMostSheetRows || layout.columns.size() > kMostSheetColumns) {
    refused.error({layout.schema->name, 0, {}},
                  {"too-many-rows", "The table has more rows or columns than a sheet.",
                   "Sum the data up first, or keep the case as CSV."});
    return;
  }
  for (std::size_t column = 0; column < layout.columns.size(); ++column) {
    check_cell(layout, layout.columns[column], 1, 0, column, refused);
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t column = 0; column < layout.columns.size(); ++column) {
      if (column >= rows[i].cells.size()) break;
      check_cell(layout, rows[i].cells[column], rows[i].number, i + 1, column, refused);
    }
  }
}

/// Findings whose texts a sheet can hold.
base::Diagnostics presentable(base::Diagnostics findings) {
  for (base::Diagnostic& finding : findings) {
    for (std::string* text : {&finding.table, &finding.message, &finding.mend, &finding.code}) {
      if (fault_of(*text) != TextFault::none) *text = "(not readable)";
    }
  }
  return findings;
}

bool write_book(const std::string& path, std::vector<TableLayout>& layouts,
                const base::Diagnostics& findings) {
  Book book(path);
  write_readme_sheet(book, layouts);
  if (!findings.empty()) write_findings_sheet(book, findings, layouts);
  std::vector<lxw_worksheet*> sheets;
  for (const TableLayout& layout : layouts) sheets.push_back(write_table_sheet(book, layout));
  const std::string bearers = write_ids(book, layouts);
  for (std::size_t i = 0; i < layouts.size(); ++i) {
    for (std::size_t column = 0; column < layouts[i].columns.size(); ++column) {
      offer_choices(sheets[i], layouts[i], column, layouts, bearers);
    }
  }
  return book.close();
}

}  // namespace

Writing written_xlsx(const model::Workbook& workbook, const base::Diagnostics& findings) {
  model::Findings refused;
  std::vector<TableLayout> layouts = table_layouts(workbook);
  for (const TableLayout& layout : layouts) check_layout(layout, refused);
  if (refused.any_error()) return {std::nullopt, refused.taken()};
  const base::Diagnostics shown = presentable(findings);
  add_marks(shown, layouts);
  const TemporaryFile file;
  Writing writing;
  if (!file.path().empty() && write_book(file.path(), layouts, shown)) writing.bytes = file.bytes();
  if (!writing.bytes) {
    refused.error({}, {"cannot-write", "The spreadsheet cannot be made: no temporary file.",
                       "Check that there is room in the folder for temporary files (TMPDIR)."});
  }
  writing.diagnostics = refused.taken();
  return writing;
}

}  // namespace nemawashi::io::xlsx
