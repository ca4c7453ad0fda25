// SPDX-License-Identifier: Apache-2.0
#include "engine/ask/difference.h"

#include <algorithm>
#include <map>
#include <set>

#include "engine/agree/elements.h"
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

std::string words_of(const Cells& cells) {
  for (const char* column : {"words", "name", "text", "act", "title", "note", "when", "of"}) {
    const auto found = cells.find(column);
    if (found != cells.end()) return found->second;
  }
  return {};
}

RowChange row_change(const std::string& table, const std::string& id, RowChange::Kind kind,
                     const Cells& cells) {
  const auto party = cells.find("party");
  return {table, id, kind, words_of(cells), party == cells.end() ? "" : party->second, {}};
}

/// The cells of two rows that differ, in the order of the table's columns.
std::vector<CellChange> changed_cells(const model::TableSchema& table, const Cells& before,
                                      const Cells& after) {
  std::vector<CellChange> changes;
  const auto text = [](const Cells& cells, const std::string& column) {
    const auto found = cells.find(column);
    return found == cells.end() ? std::string() : found->second;
  };
  for (const std::string& column : model::column_names(table)) {
    CellChange change{column, text(before, column), text(after, column)};
    if (change.before != change.after) changes.push_back(std::move(change));
  }
  return changes;
}

void add_rows(const model::TableSchema& table, const Version& before, const Version& after,
              std::vector<RowChange>& changes) {
  const KnownRows old_rows = known_rows(before, table.name);
  const KnownRows new_rows = known_rows(after, table.name);
  for (const std::string& id : old_rows.ids) {
    if (new_rows.by_id.contains(id)) continue;
    changes.push_back(row_change(table.name, id, RowChange::Kind::removed, old_rows.by_id.at(id)));
  }
  for (const std::string& id : new_rows.ids) {
    const Cells& cells = new_rows.by_id.at(id);
    const auto old = old_rows.by_id.find(id);
    if (old == old_rows.by_id.end()) {
      changes.push_back(row_change(table.name, id, RowChange::Kind::added, cells));
      continue;
    }
    auto changed = changed_cells(table, old->second, cells);
    if (changed.empty()) continue;
    changes.push_back(row_change(table.name, id, RowChange::Kind::changed, cells));
    changes.back().cells = std::move(changed);
  }
}

PackageVerdicts verdicts_of(const model::Case& a_case, const agree::PackageReport& report) {
  PackageVerdicts result;
  result.feasible = report.broken_limits.empty();
  result.consent = model::verdict(report.consent);
  for (const auto party : agree::parties_asked(a_case, report.package)) {
    std::optional<model::Verdict> said;
    if (model::is_modelled(a_case, party)) {
      said = model::verdict(report.answers[party.value].yes);
    }
    result.parties.emplace_back(a_case.at(party).origin.id, said);
  }
  return result;
}

/// `issue=option` of each issue, which means the same in both cases.
std::set<std::string> option_ids(const model::Case& a_case, const model::Package& package) {
  std::set<std::string> ids;
  for (std::size_t i = 0; i < package.size(); ++i) {
    ids.insert(a_case.issues[i].origin.id + "=" + a_case.issues[i].options[package[i].value].id);
  }
  return ids;
}

Difference::Side side_of(const Version& version) {
  Difference::Side side{version.a_case.id, version.a_case.as_of, version.counts, {}};
  for (const Step& step : version.steps) {
    const model::Issue& issue = version.a_case.at(step.issue);
    side.steps.push_back(issue.origin.id + "=" + issue.options[step.option.value].id);
  }
  std::sort(side.steps.begin(), side.steps.end());
  return side;
}

void add_names(const model::Case& a_case, std::map<std::string, std::string>& names) {
  for (const model::Party& party : a_case.parties) names[party.origin.id] = party.name;
  for (const model::Issue& issue : a_case.issues) {
    for (const model::Option& option : issue.options) {
      names[issue.origin.id + "=" + option.id] = issue.name + ": " + option.name;
    }
  }
}

}  // namespace

Difference difference(const Version& before, const Version& after) {
  Difference result;
  result.before = side_of(before);
  result.after = side_of(after);
  add_names(before.a_case, result.names);
  add_names(after.a_case, result.names);
  for (const model::TableSchema& table : model::schema()) {
    add_rows(table, before, after, result.rows);
  }
  for (const NamedPackage& named : after.packages) {
    const auto old =
        std::find_if(before.packages.begin(), before.packages.end(),
                     [&](const NamedPackage& other) { return other.name == named.name; });
    if (old == before.packages.end()) continue;
    result.packages.push_back({named.name, verdicts_of(before.a_case, old->report),
                               verdicts_of(after.a_case, named.report),
                               option_ids(before.a_case, old->report.package) ==
                                   option_ids(after.a_case, named.report.package)});
  }
  return result;
}

}  // namespace nemawashi::ask
