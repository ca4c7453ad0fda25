// SPDX-License-Identifier: Apache-2.0
#include "io/case_json.h"

#include <utility>

#include <nlohmann/json.hpp>

#include "engine/base/number.h"
#include "engine/base/text.h"
#include "engine/model/schema.h"
#include "io/files.h"
#include "io/json_text.h"
#include "io/keyed_rows.h"

namespace nemawashi::io {
namespace {

using base::Severity;

constexpr std::size_t kMostFindings = 1000;
constexpr std::string_view kVersion = "1";
constexpr const char* kVersionKey = "nemawashi_case";
constexpr const char* kTablesKey = "tables";

bool holds_ids(const std::string& table, const std::string& column) {
  const model::TableSchema* schema = model::find_table(table);
  const auto found = schema == nullptr ? std::nullopt : model::find_column(*schema, column);
  return found && model::holds_ids(schema->columns[*found].kind);
}

/// Takes what the parser meets, one value at a time, so that numbers keep their digits, keys that
/// are there twice are seen, and a document as large as the limits needs no second copy.
class CaseJsonReader {
 public:
  using Json = nlohmann::json;

  CaseJsonReader(std::string_view bytes, const CsvLimits& limits)
      : bytes_(bytes), limits_(limits) {}

  WorkbookReading reading() {
    if (bytes_.size() > limits_.bytes) {
      reading_.diagnostics.push_back(too_large("", limits_.bytes));
      return std::move(reading_);
    }
    if (auto refusal = refused_text(bytes_)) {
      reading_.diagnostics.push_back(*std::move(refusal));
      return std::move(reading_);
    }
    const bool complete = Json::sax_parse(bytes_.begin(), bytes_.end(), this);
    if (complete && is_object_) check_keys();
    if (!base::has_errors(reading_.diagnostics)) reading_.workbook = std::move(workbook_);
    return std::move(reading_);
  }

  // What the parser calls. Each says whether the parser may go on.
  bool null() { return take_scalar(Scalar::text, ""); }
  bool boolean(bool value) { return take_scalar(Scalar::truth, value ? "true" : "false"); }
  bool number_integer(Json::number_integer_t value) {
    return take_scalar(Scalar::number, std::to_string(value));
  }
  bool number_unsigned(Json::number_unsigned_t value) {
    return take_scalar(Scalar::number, std::to_string(value));
  }
  bool number_float(Json::number_float_t /*value*/, const std::string& digits) {
    return take_scalar(Scalar::number, digits);
  }
  bool string(std::string& value) { return take_scalar(Scalar::text, std::move(value)); }
  bool binary(Json::binary_t& /*value*/) { return false; }  // JSON has none.
  bool start_object(std::size_t /*count*/) { return begin(Container::object); }
  bool start_array(std::size_t /*count*/) { return begin(Container::list); }
  bool end_object() { return end(); }
  bool end_array() { return end(); }
  bool key(const std::string& name) { return passed_ > 0 || take_key(name); }

  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::detail::exception& problem) {
    constexpr int kNumberOverflow = 406;
    if (problem.id == kNumberOverflow) {
      return stop("number-range", "A number is too large.",
                  "Write it as a string, with all its digits.");
    }
    ++errors_;
    reading_.diagnostics.push_back(not_json(bytes_, position, problem.what()));
    return false;
  }

 private:
  enum class Container { object, list };
  enum class Scalar { text, number, truth };
  enum class Inside { nothing, document, tables, rows, row };

  /// Says what is wrong at the present place; false if there is no room for more.
  bool refuse(std::string code, std::string message, std::string mend) {
    reading_.diagnostics.push_back({Severity::error, std::move(code), table_, row_, column_,
                                    std::move(message), std::move(mend)});
    return ++errors_ < kMostFindings;
  }

  /// The same, where reading on would be in vain.
  bool stop(std::string code, std::string message, std::string mend) {
    refuse(std::move(code), std::move(message), std::move(mend));
    return false;
  }

  void check_keys() {
    leave_tables();
    if (!has_version_) {
      refuse("no-case-json",
             "The document does not say that it is a case: it has no key 'nemawashi_case'.",
             "Write \"nemawashi_case\": 1 before \"tables\".");
    }
    if (!has_tables_) {
      refuse("no-case-json", "The document has no key 'tables'.",
             "Write \"tables\": {\"case\": [..], ..}; docs/workbook.md shows the form.");
    }
  }

  void leave_tables() {
    table_.clear();
    row_ = 0;
    column_.clear();
  }

  bool begin(Container container) {
    if (passed_ > 0 || pass_next_) return pass();
    const bool object = container == Container::object;
    switch (inside_) {
      case Inside::nothing:
        if (!object) return no_case() && pass();
        is_object_ = true;
        inside_ = Inside::document;
        return true;
      case Inside::document:
        if (key_ == kVersionKey) return unknown_version(object ? "an object" : "a list");
        if (!object) return no_tables() && pass();
        inside_ = Inside::tables;
        return true;
      case Inside::tables:
        if (object) return no_list() && pass();
        inside_ = Inside::rows;
        place_in_list_ = 0;
        return true;
      case Inside::rows:
        next_row();
        if (!object) return no_row() && pass();
        inside_ = Inside::row;
        rows_.begin_row(row_);
        return true;
      case Inside::row:
        return refuse("invalid-cell", object ? "The cell is an object." : "The cell is a list.",
                      "Write it as one string; docs/workbook.md says how a column writes several "
                      "values.") &&
               pass();
    }
    return false;
  }

  bool pass() {
    pass_next_ = false;
    ++passed_;
    return true;
  }

  bool end() {
    if (passed_ > 0) {
      --passed_;
      return true;
    }
    column_.clear();
    switch (inside_) {
      case Inside::row:
        inside_ = Inside::rows;
        return take_row();
      case Inside::rows:
        end_table();
        leave_tables();
        inside_ = Inside::tables;
        return true;
      case Inside::tables:
        leave_tables();
        inside_ = Inside::document;
        return true;
      case Inside::document:
      case Inside::nothing:
        inside_ = Inside::nothing;
        return true;
    }
    return false;
  }

  bool take_key(const std::string& name) {
    key_ = name;
    if (inside_ == Inside::document) return take_document_key(name);
    if (inside_ == Inside::tables) return take_table_key(name);
    column_ = shown_name(name);
    if (holds_control(name)) {
      pass_next_ = true;
      return refuse("not-text", "The name of a column holds a control character.",
                    "Take it out; it is often invisible, so type the name anew.");
    }
    if (base::trimmed(name).empty()) {
      pass_next_ = true;
      return refuse("blank-column", "A cell names no column.", "Name it, or remove the cell.");
    }
    const auto named = rows_.name_cell(name);
    if (rows_.columns() > limits_.columns) {
      return stop("too-many-columns",
                  "The table has more than " + std::to_string(limits_.columns) + " columns.",
                  "Check the keys of its rows; a table has few columns.");
    }
    if (named == KeyedRows::Named::once) return true;
    pass_next_ = true;
    return refuse("duplicate-key", "The row has the cell '" + column_ + "' twice.",
                  "Keep one of them.");
  }

  bool take_document_key(const std::string& name) {
    if (name != kVersionKey && name != kTablesKey) {
      pass_next_ = true;
      return refuse("unknown-key", "The document has a key '" + shown_name(name) + "'.",
                    "Remove it, or write it into a table; there are only 'nemawashi_case' and "
                    "'tables'.");
    }
    bool& seen = name == kVersionKey ? has_version_ : has_tables_;
    pass_next_ = seen;
    if (seen) {
      return refuse("duplicate-key", "The document has the key '" + name + "' twice.",
                    "Keep one of them.");
    }
    seen = true;
    return true;
  }

  bool take_table_key(const std::string& name) {
    table_ = shown_name(name);
    row_ = 0;
    if (model::find_table(name) == nullptr) {
      pass_next_ = true;
      if (++warnings_ > kMostFindings) return true;
      const auto nearest = base::nearest_name(table_, model::table_names());
      reading_.diagnostics.push_back({Severity::warning, "unknown-table", table_, 0, "",
                                      "'" + table_ + "' is no table of a case and is not read." +
                                          (nearest ? " Did you mean '" + *nearest + "'?" : ""),
                                      "Rename it, or keep it outside the case."});
      return true;
    }
    pass_next_ = !workbook_.tables.try_emplace(name).second;
    return !pass_next_ || refuse("duplicate-key", "The table '" + name + "' is there twice.",
                                 "Join its rows in one list.");
  }

  bool take_scalar(Scalar scalar, std::string text) {
    if (passed_ > 0) return true;
    if (pass_next_) {
      pass_next_ = false;
      return true;
    }
    switch (inside_) {
      case Inside::nothing:
        return no_case();
      case Inside::document:
        if (key_ == kTablesKey) return no_tables();
        return (scalar == Scalar::number && text == kVersion) || unknown_version(shown_name(text));
      case Inside::tables:
        return no_list();
      case Inside::rows:
        next_row();
        return no_row();
      case Inside::row:
        return take_cell(scalar, std::move(text));
    }
    return false;
  }

  bool take_cell(Scalar scalar, std::string text) {
    if (scalar == Scalar::truth) {
      return refuse("invalid-cell", "The cell is " + text + ", which is no text.",
                    "Write it as a string, such as \"yes\" or \"no\".");
    }
    if (text.size() > limits_.cell_bytes) {
      return refuse("too-large-cell",
                    "The cell has more than " + std::to_string(limits_.cell_bytes) + " bytes.",
                    "Shorten the text.");
    }
    if (scalar == Scalar::number) {
      const auto number = base::parse_scientific(text);
      if (!number) {
        return refuse("number-range",
                      "The number has more than " + std::to_string(base::kLongestNumber) +
                          " digits, or an exponent beyond " +
                          std::to_string(base::kGreatestExponent) + ".",
                      "Write it with fewer digits.");
      }
      if (holds_ids(table_, column_)) {
        return refuse("number-for-id",
                      "The cell is the number " + shown_name(text) + ", where '" + column_ +
                          "' holds text: zeros at the beginning or an e may be lost.",
                      "Write it as a string, in quotes.");
      }
      text = base::literal_text(*number);
    } else if (holds_control(text)) {
      return refuse("not-text", "The cell holds a control character, which text does not.",
                    "Take it out; it is often invisible, so type the cell anew.");
    }
    rows_.fill(std::move(text));
    return true;
  }

  void next_row() {
    row_ = place_in_list_ + 2;
    ++place_in_list_;
  }

  bool take_row() {
    rows_.end_row();
    // Blank rows count, so that the time is bounded too.
    if (place_in_list_ <= limits_.rows && cells_ + rows_.cells() <= limits_.cells) return true;
    return stop("too-many-rows",
                "The table has more than " + std::to_string(limits_.rows) +
                    " rows, or the case more than " + std::to_string(limits_.cells) + " cells.",
                "A case holds what people can discuss; sum the data up first.");
  }

  void end_table() {
    cells_ += rows_.cells();
    workbook_.tables[table_] = rows_.finished(*model::find_table(table_));
  }

  bool no_case() {
    return refuse("no-case-json", "The document is no object, so it is no case.",
                  "Write {\"nemawashi_case\": 1, \"tables\": {..}}.");
  }
  bool unknown_version(const std::string& version) {
    return stop("unknown-version",
                "The version of the form is " + version + "; this program reads 1.",
                "Write \"nemawashi_case\": 1, or use the program that wrote the document.");
  }
  bool no_tables() {
    return refuse("no-case-json", "'tables' is no object.",
                  "Write \"tables\": {\"case\": [..], ..}.");
  }
  bool no_list() {
    return refuse("table-no-list", "The table is no list of rows.",
                  "Write \"" + table_ + "\": [{\"id\": \"..\"}, ..].");
  }
  bool no_row() {
    return refuse("row-no-object", "The row is no object.",
                  "Write it as {\"id\": \"..\", ..}, one cell a column.");
  }

  std::string_view bytes_;
  const CsvLimits& limits_;
  WorkbookReading reading_;
  model::Workbook workbook_;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
  std::size_t cells_ = 0;  ///< of the tables that are read to their end

  Inside inside_ = Inside::nothing;
  std::size_t passed_ = 0;  ///< how many containers deep in what is passed over
  bool pass_next_ = false;  ///< the value of the last key is passed over
  bool is_object_ = false;
  bool has_version_ = false;
  bool has_tables_ = false;
  std::string key_;

  // The place, as diagnostics name it.
  std::string table_;
  std::size_t row_ = 0;
  std::string column_;

  KeyedRows rows_;  ///< of the table that is being read
  std::size_t place_in_list_ = 0;
};

}  // namespace

WorkbookReading read_case_json(std::string_view bytes, const CsvLimits& limits) {
  return CaseJsonReader(bytes, limits).reading();
}

}  // namespace nemawashi::io
