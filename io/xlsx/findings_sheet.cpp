// SPDX-License-Identifier: Apache-2.0
#include "io/xlsx/findings_sheet.h"

#include <algorithm>
#include <array>

#include "engine/base/text.h"
#include "io/xlsx/cell_name.h"
#include "io/xlsx/cell_text.h"

namespace nemawashi::io::xlsx {
namespace {

constexpr std::size_t kLongestText = 4000;
constexpr std::size_t kMessageWidth = 70;
constexpr std::size_t kMendWidth = 60;

struct FindingColumn {
  const char* name;
  std::size_t width;
};

constexpr std::array<FindingColumn, 5> kColumns = {FindingColumn{"severity 重大度", 17},
                                                   {"place 箇所", 22},
                                                   {"finding 指摘", kMessageWidth},
                                                   {"how to mend it 直し方", kMendWidth},
                                                   {"code 符号", 26}};

const char* word_of(base::Severity severity) {
  switch (severity) {
    case base::Severity::error:
      return "error 誤り";
    case base::Severity::warning:
      return "warning 注意";
    case base::Severity::information:
      break;
  }
  return "note 参考";
}

Fill fill_of(base::Severity severity) {
  if (severity == base::Severity::error) return Fill::error;
  return severity == base::Severity::warning ? Fill::warning : Fill::none;
}

}  // namespace

void write_findings_sheet(Book& book, const base::Diagnostics& findings,
                          const std::vector<TableLayout>& layouts) {
  lxw_worksheet* sheet = book.add_sheet("findings");
  lxw_format* text = book.format(Look::wrapped_text, Fill::none);
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    worksheet_set_column(sheet, column_number(i), column_number(i),
                         static_cast<double>(kColumns.at(i).width), text);
    worksheet_write_string(sheet, 0, column_number(i), kColumns.at(i).name,
                           book.format(Look::header, Fill::none));
  }
  std::size_t row = 0;
  for (const base::Diagnostic& finding : findings) {
    const lxw_row_t at = row_number(++row);
    worksheet_write_string(sheet, at, 0, word_of(finding.severity),
                           book.format(Look::text, fill_of(finding.severity)));
    const auto cell = cell_of(finding, layouts);
    if (cell) {
      const std::string& table = layouts[cell->layout].schema->name;
      const std::string name = cell_name({cell->column, cell->row + 1});
      worksheet_write_url_opt(sheet, at, 1, ("internal:'" + table + "'!" + name).c_str(),
                              book.format(Look::link, Fill::none), (table + "!" + name).c_str(),
                              nullptr);
    } else {
      worksheet_write_string(sheet, at, 1, escaped(shortened(finding.table, 200)).c_str(), text);
    }
    const auto write = [&](lxw_col_t column, const std::string& cell_text) {
      worksheet_write_string(sheet, at, column, escaped(shortened(cell_text, kLongestText)).c_str(),
                             text);
    };
    write(2, finding.message);
    write(3, base::sentence(finding.mend));
    write(4, finding.code);
    set_lines(sheet, row,
              std::max(line_count(shortened(finding.message, kLongestText), kMessageWidth),
                       line_count(shortened(finding.mend, kLongestText), kMendWidth)));
  }
  worksheet_freeze_panes(sheet, 1, 0);
  worksheet_autofilter(sheet, 0, 0, row_number(row), column_number(kColumns.size() - 1));
}

}  // namespace nemawashi::io::xlsx
