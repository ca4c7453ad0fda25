// SPDX-License-Identifier: Apache-2.0
#include "engine/model/as_of.h"

#include <map>
#include <set>

namespace nemawashi::model {
namespace {

using Queue = std::vector<RowPlace>;

class Marker {
 public:
  explicit Marker(WrittenCase& written)
      : written_(written), options_(option_rows(table_of(written, "issues"))) {
    needed_by_.resize(written.tables.size());
    for (std::size_t t = 0; t < written.tables.size(); ++t) {
      needed_by_[t].resize(written.tables[t].rows.size());
    }
    for (std::size_t t = 0; t < written.tables.size(); ++t) {
      for (std::size_t r = 0; r < written.tables[t].rows.size(); ++r) add_needs({t, r});
    }
    for (const auto& rows : options_) options_left_.push_back(rows.size());
  }

  /// Marks rows with `state` and all that rest on them.
  void spread(Queue queue, RowState state) {
    while (!queue.empty()) {
      const RowPlace place = queue.back();
      queue.pop_back();
      const WrittenRow& cause = row(place);
      const std::string because = "rests on " + written_.tables[place.table].schema->name + " '" +
                                  std::string(cause.cells.front()) + "', which is left out";
      for (const RowPlace next : needed_by_[place.table][place.row]) {
        if (mark(next, state, because, cause.not_yet)) queue.push_back(next);
      }
      if (place.table != issues_ || !issue_row_id(cause.cells.front()).is_option) continue;
      const auto& ids = written_.tables[issues_].by_id;
      const auto issue = ids.find(issue_row_id(cause.cells.front()).issue);
      if (issue == ids.end() || --options_left_[issue->second] > 0) continue;
      const RowPlace emptied{issues_, issue->second};
      if (mark(emptied, state, "none of its options is known", cause.not_yet)) {
        queue.push_back(emptied);
      }
    }
  }

  /// True if the row was known until now.
  bool mark(RowPlace place, RowState state, std::string because, bool not_yet) {
    WrittenRow& one = row(place);
    if (one.state != RowState::known) return false;
    one.state = state;
    one.because = std::move(because);
    one.not_yet = not_yet;
    return true;
  }

  bool is_hypothetical(RowPlace place) {
    return place.table == issues_ &&
           cell(written_.tables[issues_], row(place), "hypothetical") == "yes";
  }

 private:
  WrittenRow& row(RowPlace place) { return written_.tables[place.table].rows[place.row]; }

  void add_needs(RowPlace place) {
    if (place.table == table_position("case")) return;  // The case itself is never left out.
    const bool exempt = is_hypothetical(place);
    for (const RowPlace need : row(place).needs) {
      if (exempt && need.table != issues_ && row(need).state != RowState::broken) continue;
      needed_by_[need.table][need.row].push_back(place);
    }
  }

  WrittenCase& written_;
  std::size_t issues_ = table_position("issues");
  std::vector<std::vector<std::size_t>> options_;
  std::vector<std::size_t> options_left_;
  std::vector<std::vector<std::vector<RowPlace>>> needed_by_;
};

std::string out_of_date(const WrittenTable& table, const WrittenRow& row, std::string_view as_of) {
  const std::string_view from = cell(table, row, "known_from");
  const std::string_view until = cell(table, row, "known_until");
  if (!from.empty() && from > as_of) return "known from " + std::string(from);
  if (!until.empty() && until <= as_of) return "no longer known since " + std::string(until);
  return {};
}

void summarise(const WrittenTable& table, std::string_view as_of, Findings& findings) {
  std::map<std::string_view, std::size_t> reasons;
  for (const WrittenRow& row : table.rows) {
    if (row.state != RowState::left_out) continue;
    const std::string_view because = row.because;
    ++reasons[because.starts_with("known")       ? "not known yet"
              : because.starts_with("no longer") ? "replaced or withdrawn"
                                                 : "resting on rows that are left out"];
  }
  std::size_t count = 0;
  std::string text;
  for (const auto& [reason, rows] : reasons) {
    count += rows;
    text += (text.empty() ? "" : ", ") + std::to_string(rows) + " " + std::string(reason);
  }
  if (count == 0) return;
  findings.information(
      {table.schema->name, 0, {}},
      {"left-out",
       std::to_string(count) + (count == 1 ? " row is" : " rows are") + " left out as of " +
           std::string(as_of) + ": " + text + ".",
       "Nothing, if this is the date meant; the list of rows left out names each."});
}

/// The days from which rows of the table are known.
std::set<std::string_view> days_begun(const WrittenTable& table) {
  std::set<std::string_view> days;
  for (const WrittenRow& row : table.rows) days.insert(cell(table, row, "known_from"));
  return days;
}

void count_row(const WrittenTable& table, const WrittenRow& row,
               const std::set<std::string_view>& begun, KnownCount& count) {
  if (row.state == RowState::known) ++count.known;
  if (row.state != RowState::left_out || !row.not_yet) return;
  const std::string_view until = cell(table, row, "known_until");
  if (until.empty() || !begun.contains(until)) ++count.not_yet;
}

KnownCount rows_known(const WrittenTable& table) {
  KnownCount count;
  const std::set<std::string_view> begun = days_begun(table);
  for (const WrittenRow& row : table.rows) count_row(table, row, begun, count);
  return count;
}

void warn_of_overrides(const WrittenCase& written, Findings& findings) {
  const WrittenTable& issues = table_of(written, "issues");
  const WrittenTable& gates = table_of(written, "gates");
  for (const WrittenRow& row : issues.rows) {
    const auto gate = gates.by_id.find(cell(issues, row, "overrides"));
    if (row.state != RowState::left_out || gate == gates.by_id.end()) continue;
    const WrittenRow& lost = gates.rows[gate->second];
    if (lost.state != RowState::left_out || !lost.because.starts_with("rests on issues")) continue;
    findings.warning({"gates", lost.number, "when"},
                     {"override-left-out",
                      "The gate is left out only because the issue '" +
                          std::string(row.cells.front()) + "' that may override it is.",
                      "Give known_from to the option yes instead of the issue."});
  }
}

}  // namespace

void leave_out(WrittenCase& written, std::string_view as_of, Findings& findings) {
  Marker marker(written);
  Queue broken;
  for (std::size_t t = 0; t < written.tables.size(); ++t) {
    for (std::size_t r = 0; r < written.tables[t].rows.size(); ++r) {
      if (written.tables[t].rows[r].state == RowState::broken) broken.push_back({t, r});
    }
  }
  marker.spread(std::move(broken), RowState::broken);
  if (as_of.empty()) return;
  Queue gone;
  Queue not_yet;
  for (std::size_t t = 0; t < written.tables.size(); ++t) {
    if (t == table_position("case")) continue;
    for (std::size_t r = 0; r < written.tables[t].rows.size(); ++r) {
      const std::string because = out_of_date(written.tables[t], written.tables[t].rows[r], as_of);
      if (because.empty() || marker.is_hypothetical({t, r})) continue;
      const bool later = because.starts_with("known from");
      if (!marker.mark({t, r}, RowState::left_out, because, later)) continue;
      (later ? not_yet : gone).push_back({t, r});
    }
  }
  marker.spread(std::move(gone), RowState::left_out);
  marker.spread(std::move(not_yet), RowState::left_out);
  for (const WrittenTable& table : written.tables) summarise(table, as_of, findings);
  warn_of_overrides(written, findings);
}

KnownSoFar known_so_far(const WrittenCase& written) {
  KnownSoFar result;
  result.gates = rows_known(table_of(written, "gates"));
  result.refusals = rows_known(table_of(written, "refusals"));
  const WrittenTable& interests = table_of(written, "interests");
  result.interests = rows_known(interests);
  std::map<std::string_view, KnownCount> parties;
  const std::set<std::string_view> begun = days_begun(interests);
  for (const WrittenRow& row : interests.rows) {
    count_row(interests, row, begun, parties[cell(interests, row, "party")]);
  }
  for (const auto& [party, rows] : parties) {
    if (rows.known > 0) {
      ++result.parties_with_interests.known;
    } else if (rows.not_yet > 0) {
      ++result.parties_with_interests.not_yet;
    }
  }
  return result;
}

std::vector<LeftOut> left_out_rows(const WrittenCase& written) {
  std::vector<LeftOut> rows;
  for (const WrittenTable& table : written.tables) {
    for (const WrittenRow& row : table.rows) {
      if (row.state != RowState::left_out) continue;
      rows.push_back({table.schema->name, row.number, std::string(row.cells.front()), row.because});
    }
  }
  return rows;
}

}  // namespace nemawashi::model
