// SPDX-License-Identifier: Apache-2.0
#include "engine/model/unknown_ids.h"

#include <algorithm>

namespace nemawashi::model {

void UnknownIds::add(const CellPlace& place, std::size_t table, std::string_view id) {
  note(place, {What::row, table, std::string(id)});
}

void UnknownIds::add_bearer(const CellPlace& place, std::string_view id) {
  note(place, {What::bearer, table_position("places"), std::string(id)});
}

void UnknownIds::add_option(const CellPlace& place, std::size_t issue_row,
                            std::string_view option) {
  note(place, {What::option, issue_row, std::string(option)});
}

void UnknownIds::note(const CellPlace& place, Sought sought) {
  Group& group = *groups_.try_emplace(std::move(sought)).first;
  ++group.second.count;
  places_.emplace_back(place, &group);
}

const UnknownIds::Candidates& UnknownIds::candidates(const Sought& sought) {
  const auto [what, where, id] = sought;
  const auto [found, added] = candidates_.try_emplace({what, where});
  Candidates& result = found->second;
  if (!added) return result;
  const auto add_row = [&](std::size_t table, std::size_t row, std::string_view name) {
    result.ids.emplace_back(name);
    result.rows.push_back({table, row});
  };
  if (what == What::option) {
    const std::size_t issues = table_position("issues");
    for (const std::size_t row : (*option_rows_)[where]) {
      add_row(issues, row, issue_row_id(written_->tables[issues].rows[row].cells.front()).option);
    }
    return result;
  }
  const auto add_table = [&](std::size_t table) {
    const auto& rows = written_->tables[table].rows;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      const IssueRowId name = issue_row_id(rows[row].cells.front());
      if (!name.is_option) add_row(table, row, name.issue);
    }
  };
  if (what == What::bearer) add_table(table_position("parties"));
  add_table(where);
  return result;
}

/// A bearer may be missing from parties or from places; a near id speaks against both.
std::optional<std::size_t> UnknownIds::missing_table(const Sought& sought, Findings& findings) {
  const auto& [what, where, id] = sought;
  if (what == What::option) return std::nullopt;
  const auto is_empty = [&](std::size_t table) { return written_->tables[table].rows.empty(); };
  const std::size_t parties = table_position("parties");
  const bool no_parties = what == What::bearer && is_empty(parties);
  if (!no_parties && !is_empty(where)) return std::nullopt;
  if (findings.nearest(id, candidates(sought).ids)) return std::nullopt;
  return no_parties ? parties : where;
}

Finding UnknownIds::worded(const Group& group, Findings& findings) {
  const auto& [what, where, id] = group.first;
  Finding finding{"unknown-id", quoted(id), "Correct the id, or add "};
  if (what == What::option) {
    const std::string issue(written_->tables[table_position("issues")].rows[where].cells.front());
    finding.code = "unknown-option";
    finding.message += " is no option of the issue '" + issue + "'.";
    finding.mend += "the row " + issue + "=" + id + " to issues.";
  } else {
    const std::string table = written_->tables[where].schema->name;
    const bool bearer = what == What::bearer;
    finding.message += " is no id of " + std::string(bearer ? "parties or places." : table + ".");
    finding.mend += "a row to " + (bearer ? "places or parties." : table + ".");
  }
  const Candidates& known = candidates(group.first);
  const auto nearest = findings.nearest(id, known.ids);
  if (!nearest) return finding;
  const auto at = std::find(known.ids.begin(), known.ids.end(), *nearest) - known.ids.begin();
  const RowPlace row = known.rows[static_cast<std::size_t>(at)];
  if (group.second.count == 1 || used_.contains({row.table, row.row})) {
    finding.message += " Did you mean '" + *nearest + "'?";
    return finding;
  }
  const WrittenTable& table = written_->tables[row.table];
  const std::string place =
      "row " + std::to_string(table.rows[row.row].number) + " of " + table.schema->name;
  finding.message +=
      " Perhaps its definition is misspelt: '" + *nearest + "' in " + place + " is used nowhere.";
  finding.mend = "Correct " + place + ", or the id here.";
  return finding;
}

void UnknownIds::report_missing(Findings& findings) const {
  struct Pointing {
    std::size_t rows = 0;
    const std::pair<CellPlace, Group*>* first = nullptr;
    const std::pair<CellPlace, Group*>* last = nullptr;
  };
  std::map<std::size_t, Pointing> missing;
  for (const auto& use : places_) {
    if (!use.second->second.missing) continue;
    Pointing& pointing = missing[*use.second->second.missing];
    if (pointing.first == nullptr) pointing.first = &use;
    const auto* last = pointing.last;
    const bool same_row =
        last != nullptr && last->first.table == use.first.table && last->first.row == use.first.row;
    if (!same_row) ++pointing.rows;
    pointing.last = &use;
  }
  for (const auto& [position, pointing] : missing) {
    const WrittenTable& table = written_->tables[position];
    const std::string name = table.schema->name;
    const auto& [place, group] = *pointing.first;
    const std::string first = "row " + std::to_string(place.row) + " of " +
                              std::string(place.table) + " (to " +
                              quoted(std::get<2>(group->first)) + ")";
    findings.error(
        {name, 0, {}},
        {"missing-table",
         "The table " + name + (table.present ? " has no rows" : " is missing") + ", and " +
             (pointing.rows == 1
                  ? "a row points to it: "
                  : std::to_string(pointing.rows) + " rows point to it, the first of them ") +
             first + ".",
         "Add it, as " + name + ".csv or as a sheet, with a row for each id that is named."});
  }
}

void UnknownIds::report(const std::vector<std::vector<std::size_t>>& option_rows,
                        Findings& findings) {
  option_rows_ = &option_rows;
  for (Group& group : groups_) group.second.missing = missing_table(group.first, findings);
  report_missing(findings);
  for (const auto& [place, group] : places_) {
    Uses& uses = group->second;
    if (uses.missing) continue;
    if (!uses.finding && findings.has_room()) uses.finding = worded(*group, findings);
    findings.error(place, uses.finding.value_or(Finding()));
  }
}

}  // namespace nemawashi::model
