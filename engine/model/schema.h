// SPDX-License-Identifier: Apache-2.0
// The tables and columns of a workbook as data: the one place that readers, `nema new`, `check`
// and spreadsheets ask. docs/workbook.md says the same for people; a test compares the two.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nemawashi::model {

enum class CellKind {
  id,          ///< unique in its table; in `issues` also `issue=option`
  text,        ///< anything
  number,      ///< a decimal or a fraction
  rank,        ///< a whole number of at least 1
  date,        ///< YYYY-MM-DD
  dates,       ///< dates separated by `|`
  day,         ///< words, or a date: what looks like a date is one
  condition,   ///< see condition.h
  conditions,  ///< conditions separated by `;`
  package,     ///< a condition that names one option an issue
  rule,        ///< see rule.h; its members are ids of the table `of`
  reference,   ///< an id of the table `of`
  bearer,      ///< an id of parties or of places
  bearers,     ///< ids of parties or of places, separated by `|`
  references,  ///< ids of the table `of`, separated by `|`
  option,      ///< an option of the issue that the row is
  words,       ///< one of `words`
  points,      ///< `x:v, x:v, ..`
};

/// Whether text of this kind is a name or made of names: a number there may no longer be what was
/// typed.
bool holds_ids(CellKind kind);

enum class Need { optional, required };

struct ColumnSchema {
  std::string name;
  CellKind kind = CellKind::text;
  Need need = Need::optional;      ///< required: the column is there and no cell is blank
  std::string of;                  ///< for reference, references and rule: the table
  std::vector<std::string> words;  ///< for words, in the order of the enumeration in case.h
  std::string help;                ///< one line, in English
  std::string help_ja = {};        ///< the same in Japanese
};

struct TableSchema {
  std::string name;
  std::string purpose;  ///< one line, in English
  std::vector<ColumnSchema> columns;
  std::string purpose_ja = {};  ///< the same in Japanese
};

/// All tables, in the order of docs/workbook.md. `id` comes first in each; `known_from`,
/// `known_until` and `note` come last.
const std::vector<TableSchema>& schema();

/// The table of that name, or null.
const TableSchema* find_table(std::string_view name);

/// Position of the column in the table's schema.
std::optional<std::size_t> find_column(const TableSchema& table, std::string_view column);

std::vector<std::string> table_names();
std::vector<std::string> column_names(const TableSchema& table);

/// What a cell of the column may hold, as in `one of: more, less`.
std::string kind_text(const ColumnSchema& column);

}  // namespace nemawashi::model
