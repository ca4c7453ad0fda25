// SPDX-License-Identifier: Apache-2.0
// The half of difference.h that compares rows.
#include <algorithm>
#include <map>
#include <set>

#include "engine/ask/difference.h"
#include "engine/ask/words.h"
#include "engine/base/text.h"
#include "engine/model/schema.h"

namespace nemawashi::ask {
namespace {

/// The cells of a row that are not blank, by column.
using Cells = std::map<std::string, std::string>;

struct KnownRows {
  std::vector<std::string> ids;  ///< in the order of the table
  std::map<std::string, Cells> by_id;
};

/// The rows of a table that the date leaves in.
KnownRows known_rows(const Version& version, const std::string& name) {
  KnownRows result;
  const auto found = version.workbook.tables.find(name);
  if (found == version.workbook.tables.end()) return result;
  std::set<std::size_t> left_out;
  for (const model::LeftOut& row : version.a_case.left_out) {
    if (row.table == name) left_out.insert(row.row);
  }
  for (const model::TableRow& row : found->second.rows) {
    if (left_out.contains(row.number)) continue;
    Cells cells;
    for (std::size_t i = 0; i < std::min(row.cells.size(), found->second.columns.size()); ++i) {
      const auto cell = base::trimmed(row.cells[i]);
      if (!cell.empty()) cells.emplace(base::trimmed(found->second.columns[i]), cell);
    }
    const auto id = cells.find("id");
    if (id == cells.end() || id->second.starts_with("#")) continue;
    result.ids.push_back(id->second);
    result.by_id.emplace(id->second, std::move(cells));
  }
  return result;
}

std::string cell_of(const Cells& cells, const std::string& column) {
  const auto found = cells.find(column);
  return found == cells.end() ? std::string() : found->second;
}

template <class Element>
const Element* with_id(const std::vector<Element>& elements, const std::string& id) {
  const auto found = std::find_if(elements.begin(), elements.end(),
                                  [&](const Element& one) { return one.origin.id == id; });
  return found == elements.end() ? nullptr : &*found;
}

std::string bound_words(const model::Case& a_case, const model::LevelBound& bound) {
  std::vector<std::string> parts;
  if (bound.at_least) {
    parts.push_back("at least " + amount_words(a_case, bound.level, *bound.at_least));
  }
  if (bound.at_most) {
    parts.push_back("at most " + amount_words(a_case, bound.level, *bound.at_most));
  }
  return level_words(a_case, bound.level) + ": " + listed(parts);
}

/// What the row says: of tables that say it in names, what is named. A note says why a row is as it
/// is, and may lean on the row above.
std::string row_words(const model::Case& a_case, const std::string& table, const std::string& id,
                      const Cells& cells) {
  if (table == "interests") {
    const auto* interest = with_id(a_case.interests, id);
    if (interest != nullptr) return level_words(a_case, interest->level);
  } else if (table == "levels") {
    const auto* level = with_id(a_case.levels, id);
    if (level != nullptr) {
      return level_words(a_case,
                         model::LevelIndex(static_cast<std::size_t>(level - a_case.levels.data())));
    }
  } else if (table == "effects") {
    const auto* effect = with_id(a_case.effects, id);
    const std::string when = cell_of(cells, "when");
    const std::string baseline = cell_of(cells, "baseline");
    if (effect != nullptr) {
      return level_words(a_case, effect->level) + (when.empty() ? "" : ", if " + when) +
             (baseline.empty() ? "" : ", without agreement (" + baseline + ")");
    }
  } else if (table == "limits") {
    const auto* limit = with_id(a_case.limits, id);
    if (limit == nullptr) return {};
    const auto* bound = std::get_if<model::LevelBound>(&limit->forbids);
    return bound != nullptr ? bound_words(a_case, *bound) : "forbids " + cell_of(cells, "forbid");
  } else if (table == "expectations") {
    const auto* expectation = with_id(a_case.expectations, id);
    if (expectation != nullptr) {
      return expectation->name + ", expected: " + verdict_words(expectation->expected);
    }
  }
  for (const char* column : {"words", "name", "text", "act", "title", "when", "of"}) {
    const auto found = cells.find(column);
    if (found != cells.end()) return found->second;
  }
  return {};
}

RowChange row_change(const model::Case& a_case, const std::string& table, const std::string& id,
                     RowChange::Kind kind, const Cells& cells) {
  return {table, id, kind, row_words(a_case, table, id, cells), cell_of(cells, "party"), {}};
}

/// The cells of two rows that differ, in the order of the table's columns.
std::vector<CellChange> changed_cells(const model::TableSchema& table, const Cells& before,
                                      const Cells& after) {
  std::vector<CellChange> changes;
  for (const std::string& column : model::column_names(table)) {
    CellChange change{column, cell_of(before, column), cell_of(after, column)};
    if (change.before != change.after) changes.push_back(std::move(change));
  }
  return changes;
}

/// The columns by which a row has the place of another one.
std::vector<std::string> place_columns(const std::string& table) {
  if (table == "parties") return {"name"};
  if (table == "interests") return {"party", "measure", "bearer"};
  return {};
}

/// For each new row without a row of the same id the old one whose place it takes, if any.
std::map<std::string, std::string> replaced_rows(const std::string& table,
                                                 const KnownRows& old_rows,
                                                 const KnownRows& new_rows) {
  const std::vector<std::string> columns = place_columns(table);
  std::map<std::string, std::string> replaced;
  if (columns.empty()) return replaced;
  const auto place = [&](const Cells& cells) {
    std::vector<std::string> key;
    for (const std::string& column : columns) key.push_back(cell_of(cells, column));
    return key;
  };
  std::map<std::vector<std::string>, std::vector<std::string>> gone;  // The last one comes first.
  for (auto id = old_rows.ids.rbegin(); id != old_rows.ids.rend(); ++id) {
    const auto key = place(old_rows.by_id.at(*id));
    const bool named =
        std::none_of(key.begin(), key.end(), [](const auto& c) { return c.empty(); });
    if (named && !new_rows.by_id.contains(*id)) gone[key].push_back(*id);
  }
  for (const std::string& id : new_rows.ids) {
    if (old_rows.by_id.contains(id)) continue;
    const auto found = gone.find(place(new_rows.by_id.at(id)));
    if (found == gone.end() || found->second.empty()) continue;
    replaced.emplace(id, found->second.back());
    found->second.pop_back();
  }
  return replaced;
}

/// When a row is known, and why it is as it is, belongs to the row and is not what it says.
Cells without_dates(Cells cells) {
  for (const char* column : {"known_from", "known_until", "note"}) cells.erase(column);
  return cells;
}

void add_rows(const model::TableSchema& table, const Version& before, const Version& after,
              std::vector<RowChange>& changes) {
  using Kind = RowChange::Kind;
  const KnownRows old_rows = known_rows(before, table.name);
  const KnownRows new_rows = known_rows(after, table.name);
  const auto replaced = replaced_rows(table.name, old_rows, new_rows);
  std::set<std::string> replaced_ids;
  for (const auto& [id, old] : replaced) replaced_ids.insert(old);
  for (const std::string& id : old_rows.ids) {
    if (new_rows.by_id.contains(id) || replaced_ids.contains(id)) continue;
    changes.push_back(
        row_change(before.a_case, table.name, id, Kind::removed, old_rows.by_id.at(id)));
  }
  for (const std::string& id : new_rows.ids) {
    const Cells& cells = new_rows.by_id.at(id);
    const auto same = old_rows.by_id.find(id);
    const auto other = replaced.find(id);
    std::vector<CellChange> changed;
    if (other != replaced.end()) {
      changed = changed_cells(table, without_dates(old_rows.by_id.at(other->second)),
                              without_dates(cells));
    } else if (same == old_rows.by_id.end()) {
      changes.push_back(row_change(after.a_case, table.name, id, Kind::added, cells));
      continue;
    } else {
      changed = changed_cells(table, same->second, cells);
    }
    if (changed.empty()) continue;
    changes.push_back(row_change(after.a_case, table.name, id, Kind::changed, cells));
    changes.back().cells = std::move(changed);
  }
}

}  // namespace

std::vector<RowChange> row_changes(const Version& before, const Version& after) {
  std::vector<RowChange> changes;
  for (const model::TableSchema& table : model::schema()) add_rows(table, before, after, changes);
  return changes;
}

}  // namespace nemawashi::ask
