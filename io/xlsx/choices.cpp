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
    // Of a list's formula the library makes two copies and frees one (1.1.4). So it is stored as
    // another kind, of which it makes one, and becomes a list afterwards.
    validation_.validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA;
    validation_.value_formula = formula.data();
    validation_.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    validation_.show_input = LXW_VALIDATION_OFF;
    if (write(sheet) != LXW_NO_ERROR) return;
    lxw_data_val_obj* stored = nullptr;
    STAILQ_FOREACH(stored, sheet->data_validations, list_pointers) {
      if (STAILQ_NEXT(stored, list_pointers) == nullptr) break;
    }
    if (stored != nullptr) stored->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
  }

  void help(lxw_worksheet* sheet) {
    validation_.validate = LXW_VALIDATION_TYPE_ANY;
    write(sheet);
  }

 private:
  lxw_error write(lxw_worksheet* sheet) {
    return worksheet_data_validation_range(sheet, 1, column_number(column_), row_number(last_row_),
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

std::string id_range(const TableLayout& layout) {
  return layout.range(*layout.id_column, kRoomBelow);
}

/// The ids that the list holds when the file is opened first.
std::vector<std::string> ids_now(const TableLayout& layout) {
  std::vector<std::string> ids;
  for (const model::TableRow& row : layout.table->rows) {
    if (*layout.id_column < row.cells.size() && !row.cells[*layout.id_column].empty()) {
      ids.push_back(row.cells[*layout.id_column]);
    }
  }
  return ids;
}

/// The formula of the k-th id: that of the first table, else of the second; B2 and C2 say how many
/// each has.
std::string gathering(const std::vector<const TableLayout*>& tables, std::size_t k) {
  const std::string number = std::to_string(k);
  std::string rest = "\"\"";
  if (tables.size() > 1) {
    rest = "IF(" + number + "-$B$2<=$C$2,INDEX(" + id_range(*tables[1]) + "," + number +
           "-$B$2),\"\")";
  }
  return "=IF(" + number + "<=$B$2,INDEX(" + id_range(*tables[0]) + "," + number + ")," + rest +
         ")";
}

void write_ids_header(const Book& book, lxw_worksheet* sheet) {
  worksheet_set_column(sheet, 0, 2, 24, nullptr);
  worksheet_freeze_panes(sheet, 1, 0);
  worksheet_write_string(sheet, 0, 0, "ids of parties and places",
                         book.format(Look::header, Fill::none));
  write_note(
      sheet, 0, 0,
      "Lists of bearers are made from this sheet. It follows the sheets parties and places, "
      "and is not read.\n当事者と場所のidの一覧（選択肢の表示用。自動で更新され、読み込まれない）");
}

}  // namespace

std::string write_ids(Book& book, const std::vector<TableLayout>& layouts) {
  std::vector<const TableLayout*> tables;
  for (const char* name : {"parties", "places"}) {
    if (const TableLayout* layout = with_ids(layouts, name)) tables.push_back(layout);
  }
  if (!any_bearer(layouts) || tables.empty()) return {};
  lxw_worksheet* sheet = book.add_sheet(kIds);
  write_ids_header(book, sheet);
  std::vector<std::string> now;
  std::size_t rows = 0;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const std::vector<std::string> ids = ids_now(*tables[i]);
    now.insert(now.end(), ids.begin(), ids.end());
    rows += std::min(tables[i]->table->rows.size() + kRoomBelow, kMostGathered);
    worksheet_write_string(sheet, 0, column_number(i + 1), tables[i]->schema->name.c_str(),
                           book.format(Look::header, Fill::none));
    worksheet_write_formula_num(sheet, 1, column_number(i + 1),
                                ("=COUNTA(" + id_range(*tables[i]) + ")").c_str(), nullptr,
                                static_cast<double>(ids.size()));
  }
  for (std::size_t i = 1; i <= rows; ++i) {
    worksheet_write_formula_str(sheet, row_number(i), 0, gathering(tables, i).c_str(),
                                book.format(Look::text, Fill::none),
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
    case CellKind::bearers:
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
    case CellKind::day:
      return;
  }
}

}  // namespace nemawashi::io::xlsx
