// SPDX-License-Identifier: Apache-2.0
#include "io/xlsx/choices.h"

#include <algorithm>

namespace nemawashi::io::xlsx {
namespace {

using model::CellKind;

constexpr std::size_t kMostGathered = 5000;  ///< ids of one table in the sheet `ids`
constexpr std::size_t kLongestHelp = 240;    ///< the library takes 255 characters
constexpr const char* kIds = "ids";

/// Offers below the header of a column; the library copies what the texts point to.
class Offer {
 public:
  Offer(const TableLayout& layout, std::size_t column)
      : column_(column),
        last_row_(std::min<std::size_t>(layout.table->rows.size() + kRoomBelow, 1'048'575)),
        title_(layout.schemas[column]->name),
        help_(shortened(model::kind_text(*layout.schemas[column]), kLongestHelp)) {
    validation_.input_title = title_.data();
    validation_.input_message = help_.data();
    validation_.error_title = title_.data();
    validation_.error_message = help_.data();
  }

  void words(lxw_worksheet* sheet, std::vector<std::string> words) {
    std::vector<char*> list;
    for (std::string& word : words) list.push_back(word.data());
    list.push_back(nullptr);
    validation_.validate = LXW_VALIDATION_TYPE_LIST;
    validation_.value_list = list.data();
    validation_.show_input = LXW_VALIDATION_OFF;
    write(sheet);
  }

  void ids(lxw_worksheet* sheet, const std::string& range) {
    std::string formula = "=" + range;
    validation_.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    validation_.value_formula = formula.data();
    validation_.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    validation_.show_input = LXW_VALIDATION_OFF;
    write(sheet);
  }

  void help(lxw_worksheet* sheet) {
    validation_.validate = LXW_VALIDATION_TYPE_ANY;
    write(sheet);
  }

 private:
  void write(lxw_worksheet* sheet) {
    worksheet_data_validation_range(sheet, 1, column_number(column_), row_number(last_row_),
                                    column_number(column_), &validation_);
  }

  std::size_t column_;
  std::size_t last_row_;
  std::string title_;
  std::string help_;
  lxw_data_validation validation_ = {};
};

const TableLayout* with_ids(const std::vector<TableLayout>& layouts, std::string_view name) {
  const auto found = std::find_if(layouts.begin(), layouts.end(), [&](const TableLayout& one) {
    return one.schema->name == name && one.id_column;
  });
  return found == layouts.end() ? nullptr : &*found;
}

bool any_bearer(const std::vector<TableLayout>& layouts) {
  return std::any_of(layouts.begin(), layouts.end(), [](const TableLayout& layout) {
    return std::any_of(layout.schemas.begin(), layout.schemas.end(), [](const auto* column) {
      return column != nullptr && column->kind == CellKind::bearer;
    });
  });
}

/// The ids that the list holds when the file is opened first.
std::vector<std::string> ids_now(const TableLayout* layout) {
  std::vector<std::string> ids;
  if (layout == nullptr) return ids;
  for (const model::TableRow& row : layout->table->rows) {
    if (*layout->id_column < row.cells.size() && !row.cells[*layout->id_column].empty()) {
      ids.push_back(row.cells[*layout->id_column]);
    }
  }
  return ids;
}

}  // namespace

std::string write_ids(Book& book, const std::vector<TableLayout>& layouts) {
  const TableLayout* parties = with_ids(layouts, "parties");
  const TableLayout* places = with_ids(layouts, "places");
  if (!any_bearer(layouts) || (parties == nullptr && places == nullptr)) return {};
  lxw_worksheet* sheet = book.add_sheet(kIds);
  lxw_format* text = book.format(Look::text, Fill::none);
  lxw_format* header = book.format(Look::header, Fill::none);
  worksheet_set_column(sheet, 0, 2, 24, nullptr);
  worksheet_freeze_panes(sheet, 1, 0);
  worksheet_write_string(sheet, 0, 0, "ids of parties and places", header);
  write_note(
      sheet, 0, 0,
      "Lists of bearers are made from this sheet. It follows the sheets parties and places, "
      "and is not read.\n当事者と場所のidの一覧（選択肢の表示用。自動で更新され、読み込まれない）");
  const std::vector<std::string> now_parties = ids_now(parties);
  const std::vector<std::string> now_places = ids_now(places);
  std::vector<std::string> now = now_parties;
  now.insert(now.end(), now_places.begin(), now_places.end());
  lxw_col_t column = 1;
  std::size_t rows = 0;
  std::string from_parties = "\"\"";
  std::string from_places = "\"\"";
  for (const TableLayout* layout : {parties, places}) {
    const std::size_t count = layout == parties ? now_parties.size() : now_places.size();
    const std::string name = layout == parties ? "parties" : "places";
    worksheet_write_string(sheet, 0, column, name.c_str(), header);
    if (layout == nullptr) {
      worksheet_write_number(sheet, 1, column++, 0, nullptr);
      continue;
    }
    const std::string range = layout->range(*layout->id_column, kRoomBelow);
    worksheet_write_formula_num(sheet, 1, column++, ("=COUNTA(" + range + ")").c_str(), nullptr,
                                static_cast<double>(count));
    (layout == parties ? from_parties : from_places) = range;
    rows += std::min(layout->table->rows.size() + kRoomBelow, kMostGathered);
  }
  for (std::size_t i = 1; i <= rows; ++i) {
    const std::string k = std::to_string(i);
    const std::string formula = "=IF(" + k + "<=$B$2,INDEX(" + from_parties + "," + k + "),IF(" +
                                k + "-$B$2<=$C$2,INDEX(" + from_places + "," + k + "-$B$2),\"\"))";
    worksheet_write_formula_str(sheet, row_number(i), 0, formula.c_str(), text,
                                i <= now.size() ? now[i - 1].c_str() : "");
  }
  return std::string("'") + kIds + "'!$A$2:$A$" + std::to_string(rows + 1);
}

void offer_choices(lxw_worksheet* sheet, const TableLayout& layout, std::size_t column,
                   const std::vector<TableLayout>& layouts, const std::string& bearers) {
  const model::ColumnSchema* schema = layout.schemas[column];
  if (schema == nullptr) return;
  Offer offer(layout, column);
  switch (schema->kind) {
    case CellKind::words:
      return offer.words(sheet, schema->words);
    case CellKind::reference: {
      const TableLayout* target = with_ids(layouts, schema->of);
      if (target != nullptr) offer.ids(sheet, target->range(*target->id_column, kRoomBelow));
      return;
    }
    case CellKind::bearer:
      if (!bearers.empty()) offer.ids(sheet, bearers);
      return;
    case CellKind::references:
    case CellKind::condition:
    case CellKind::conditions:
    case CellKind::package:
    case CellKind::rule:
    case CellKind::option:
    case CellKind::points:
      return offer.help(sheet);
    case CellKind::id:
    case CellKind::text:
    case CellKind::number:
    case CellKind::rank:
    case CellKind::date:
    case CellKind::dates:
      return;
  }
}

}  // namespace nemawashi::io::xlsx
