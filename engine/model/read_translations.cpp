// SPDX-License-Identifier: Apache-2.0
// The builder's part that finds the cells of which the case gives a Japanese text.
#include "engine/base/text.h"
#include "engine/model/case_builder.h"

namespace nemawashi::model {
namespace {

/// The cell that TABLE.ROW.COLUMN names. Only ids of rows hold dots.
struct FoundCell {
  const WrittenRow* row = nullptr;
  std::string_view text;
};

std::optional<FoundCell> find_cell(const WrittenCase& written, std::string_view name) {
  const std::size_t first = name.find('.');
  const std::size_t last = name.rfind('.');
  if (first == std::string_view::npos || last <= first) return std::nullopt;
  const TableSchema* schema = find_table(name.substr(0, first));
  if (schema == nullptr) return std::nullopt;
  const auto column = find_column(*schema, name.substr(last + 1));
  const WrittenTable& table = table_of(written, schema->name);
  const auto row = table.by_id.find(name.substr(first + 1, last - first - 1));
  if (!column || row == table.by_id.end()) return std::nullopt;
  const WrittenRow& found = table.rows[row->second];
  return FoundCell{&found, found.cells[*column]};
}

}  // namespace

void build_translations(CaseBuilder& builder) {
  for_each_known(builder, "translations", [&](const RowReader& row) {
    const auto found = find_cell(builder.written, row.cell("of"));
    if (!found || found->text.empty()) {
      builder.findings.error(
          row.place("of"),
          {"unknown-cell", "There is no cell '" + row.text("of") + "' with a text.",
           "Write TABLE.ROW.COLUMN, such as parties.city.name."});
      return;
    }
    if (found->row->state != RowState::known) return;
    builder.result.translations.push_back(
        {row.origin(), row.text("of"), std::string(found->text), row.text("ja")});
  });
}

}  // namespace nemawashi::model
