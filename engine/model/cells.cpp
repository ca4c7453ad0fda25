// SPDX-License-Identifier: Apache-2.0
#include "engine/model/cells.h"

#include <algorithm>
#include <map>

#include "engine/base/text.h"
#include "engine/model/condition.h"
#include "engine/model/rule.h"
#include "engine/model/unknown_ids.h"

namespace nemawashi::model {
namespace {

/// One cell under examination. `row` collects what the cell refers to.
struct CellUnderCheck {
  const ColumnSchema& column;
  CellPlace place;
  std::string_view text;
  WrittenRow& row;
};

class CellChecker {
 public:
  CellChecker(WrittenCase& written, Findings& findings)
      : written_(written),
        findings_(findings),
        option_rows_(option_rows(table_of(written, "issues"))),
        unknown_(written) {}

  void check_row(std::size_t table, std::size_t position) {
    WrittenRow& row = written_.tables[table].rows[position];
    const TableSchema& schema = *written_.tables[table].schema;
    for (std::size_t i = 0; i < schema.columns.size(); ++i) {
      if (!row.refused.empty() && row.refused[i]) continue;
      CellUnderCheck one{
          schema.columns[i], {schema.name, row.number, schema.columns[i].name}, row.cells[i], row};
      if (one.text.empty()) {
        check_blank(one);
      } else {
        check_cell(one);
      }
    }
    check_dates(schema, row);
  }

  void check_issues();
  void report_unknown() { unknown_.report(option_rows_, findings_); }

 private:
  void refuse(const CellUnderCheck& one, Finding finding) {
    findings_.error(one.place, std::move(finding));
    one.row.state = RowState::broken;
  }

  void check_blank(const CellUnderCheck& one) {
    if (one.column.need == Need::optional) return;
    const bool effect = one.place.table == "effects" && one.column.name == "source";
    refuse(one, {effect ? "effect-without-source" : "blank-cell",
                 effect ? "The effect names no source: no source, no effect."
                        : "The cell '" + one.column.name + "' is blank.",
                 "Write " + one.column.help + " (" + kind_text(one.column) + ")."});
  }

  void check_cell(const CellUnderCheck& one);
  void check_id(const CellUnderCheck& one);
  void check_words(const CellUnderCheck& one);
  void check_number(const CellUnderCheck& one);
  void check_reference(const CellUnderCheck& one, std::string_view id, std::string_view table);
  void check_bearer(const CellUnderCheck& one, std::string_view id);
  void check_condition(const CellUnderCheck& one, std::string_view text);
  void check_term(const CellUnderCheck& one, const WrittenTerm& term);
  bool check_option(const CellUnderCheck& one, std::size_t issue_row, std::string_view option);
  void check_contradiction(const CellUnderCheck& one, const WrittenCondition& condition);
  void check_rule(const CellUnderCheck& one);
  void check_default(const CellUnderCheck& one);
  void check_translated(const CellUnderCheck& one);
  void check_date(const CellUnderCheck& one, std::string_view text);
  void check_dates(const TableSchema& schema, WrittenRow& row);

  WrittenCase& written_;
  Findings& findings_;
  std::vector<std::vector<std::size_t>> option_rows_;
  UnknownIds unknown_;
};

void CellChecker::check_cell(const CellUnderCheck& one) {
  const std::string must = "Write " + kind_text(one.column) + ".";
  switch (one.column.kind) {
    case CellKind::id:
      return check_id(one);
    case CellKind::text:
      if (one.place.table == "translations" && one.column.name == "of") check_translated(one);
      return;
    case CellKind::number:
      return check_number(one);
    case CellKind::words:
      return check_words(one);
    case CellKind::date:
      return check_date(one, one.text);
    case CellKind::day:
      if (base::is_like_date(one.text)) check_date(one, one.text);
      return;
    case CellKind::bearer:
      return check_bearer(one, one.text);
    case CellKind::bearers:
      for (const auto id : base::split(one.text, '|')) check_bearer(one, id);
      return;
    case CellKind::reference:
      return check_reference(one, one.text, one.column.of);
    case CellKind::rule:
      return check_rule(one);
    case CellKind::option:
      return check_default(one);
    case CellKind::condition:
    case CellKind::package:
      return check_condition(one, one.text);
    case CellKind::rank:
      if (!parse_rank(one.text)) {
        refuse(one, {"invalid-rank", quoted(one.text) + " is no rank.", must});
      }
      return;
    case CellKind::points:
      if (!parse_points(one.text)) {
        refuse(one, {"invalid-points", quoted(one.text) + " is no list of points.", must});
      }
      return;
    case CellKind::dates:
      for (const auto date : base::split(one.text, '|')) check_date(one, date);
      return;
    case CellKind::references:
      for (const auto id : base::split(one.text, '|')) check_reference(one, id, one.column.of);
      return;
    case CellKind::conditions:
      for (const auto part : base::split(one.text, ';')) check_condition(one, part);
      return;
  }
}

void CellChecker::check_id(const CellUnderCheck& one) {
  const IssueRowId id = issue_row_id(one.text);
  const bool issues = one.place.table == "issues";
  if (!base::is_id(id.issue) || (id.is_option && (!issues || !base::is_id(id.option)))) {
    refuse(one, {"invalid-id", quoted(one.text) + " is no id.",
                 "Use letters, digits, _ - and ., not beginning with - or ., at most 100 of them" +
                     std::string(issues ? "; an option is written issue=option, without spaces."
                                        : ".")});
    return;
  }
  if (id.is_option) check_reference(one, id.issue, "issues");
}

void CellChecker::check_words(const CellUnderCheck& one) {
  const auto& words = one.column.words;
  if (std::find(words.begin(), words.end(), one.text) != words.end()) return;
  refuse(one,
         {"unknown-word",
          quoted(one.text) + " cannot be written here." + findings_.suggestion(one.text, words),
          "Write " + kind_text(one.column) + "."});
}

void CellChecker::check_number(const CellUnderCheck& one) {
  if (base::parse_rational(one.text)) return;
  std::string mend = "Write a decimal such as -12.5 or a fraction such as 1/3.";
  if (one.text.find(',') != std::string_view::npos) mend += " Leave out commas.";
  if (one.text.find('%') != std::string_view::npos) mend += " 12 % is 0.12.";
  if (one.text.find_first_of("eE") != std::string_view::npos) mend += " Leave out exponents.";
  refuse(one, {"invalid-number", quoted(one.text) + " is no number.", mend});
}

void CellChecker::check_date(const CellUnderCheck& one, std::string_view text) {
  if (base::is_date(text)) return;
  refuse(one, {"invalid-date", quoted(text) + " is no date.",
               "Write a day of the calendar as YYYY-MM-DD, such as 2010-02-08."});
}

void CellChecker::check_dates(const TableSchema& schema, WrittenRow& row) {
  const std::size_t from = *find_column(schema, "known_from");
  const std::size_t until = *find_column(schema, "known_until");
  if (!base::is_date(row.cells[from]) || !base::is_date(row.cells[until])) return;
  if (row.cells[from] < row.cells[until]) return;
  findings_.error({schema.name, row.number, "known_until"},
                  {"crossed-dates", "The row is withdrawn before it is known.",
                   "known_until is a day after known_from."});
  row.state = RowState::broken;
}

// An id that a table lacks may be one that a reader refused: then nothing is said of it.

void CellChecker::check_reference(const CellUnderCheck& one, std::string_view id,
                                  std::string_view table) {
  const std::size_t position = table_position(table);
  const WrittenTable& target = written_.tables[position];
  const auto found = target.by_id.find(id);
  if (found != target.by_id.end() && id.find('=') == std::string_view::npos) {
    one.row.needs.push_back({position, found->second});
    if (one.column.kind != CellKind::id) unknown_.use(one.row.needs.back());
    return;
  }
  one.row.state = RowState::broken;
  if (!target.has_unread_ids) unknown_.add(one.place, position, id);
}

void CellChecker::check_bearer(const CellUnderCheck& one, std::string_view id) {
  bool unread = false;
  for (const auto* table : {"parties", "places"}) {
    const std::size_t position = table_position(table);
    const WrittenTable& target = written_.tables[position];
    unread = unread || target.has_unread_ids;
    const auto found = target.by_id.find(id);
    if (found == target.by_id.end()) continue;
    one.row.needs.push_back({position, found->second});
    unknown_.use(one.row.needs.back());
    return;
  }
  one.row.state = RowState::broken;
  if (!unread) unknown_.add_bearer(one.place, id);
}

bool CellChecker::check_option(const CellUnderCheck& one, std::size_t issue_row,
                               std::string_view option) {
  const std::size_t position = table_position("issues");
  const WrittenTable& issues = written_.tables[position];
  const std::string_view issue = issues.rows[issue_row].cells.front();
  const auto found = issues.by_id.find(std::string(issue) + "=" + std::string(option));
  if (found != issues.by_id.end()) {
    unknown_.use({position, found->second});
    return true;
  }
  one.row.state = RowState::broken;
  if (!issues.has_unread_ids) unknown_.add_option(one.place, issue_row, option);
  return false;
}

void CellChecker::check_term(const CellUnderCheck& one, const WrittenTerm& term) {
  const WrittenTable& issues = table_of(written_, "issues");
  check_reference(one, term.issue, "issues");
  const auto issue = issues.by_id.find(term.issue);
  const bool package = one.column.kind == CellKind::package;
  if (package && (term.excluded || term.options.size() != 1)) {
    refuse(one, {"invalid-package",
                 "A package names exactly one option for the issue '" + term.issue + "'.",
                 "Write " + kind_text(one.column) + "."});
  }
  if (issue == issues.by_id.end()) return;
  for (const std::string& option : term.options) {
    if (!check_option(one, issue->second, option) || !package) continue;
    one.row.needs.push_back({table_position("issues"), issues.by_id.at(term.issue + "=" + option)});
  }
}

void CellChecker::check_contradiction(const CellUnderCheck& one,
                                      const WrittenCondition& condition) {
  std::map<std::string, std::vector<const WrittenTerm*>> by_issue;
  for (const WrittenTerm& term : condition) by_issue[term.issue].push_back(&term);
  const WrittenTable& issues = table_of(written_, "issues");
  for (const auto& entry : by_issue) {
    const std::string& issue = entry.first;
    const std::vector<const WrittenTerm*>& terms = entry.second;
    if (terms.size() == 1 && !terms.front()->excluded) continue;
    const auto allowed = [&](std::size_t row) {
      const std::string_view option = issue_row_id(issues.rows[row].cells.front()).option;
      return std::all_of(terms.begin(), terms.end(), [&](const WrittenTerm* term) {
        const bool named =
            std::find(term->options.begin(), term->options.end(), option) != term->options.end();
        return named != term->excluded;
      });
    };
    const auto& rows = option_rows_[issues.by_id.at(issue)];
    if (std::any_of(rows.begin(), rows.end(), allowed)) continue;
    findings_.warning(
        one.place,
        {"contradiction",
         "The condition contradicts itself: it leaves no option of the issue '" + issue + "'.",
         "Name an issue once; list options of one issue with |; write a "
         "disjunction as several rows."});
  }
}

void CellChecker::check_condition(const CellUnderCheck& one, std::string_view text) {
  const auto parsed = parse_condition(text);
  if (const auto* error = std::get_if<GrammarError>(&parsed)) {
    refuse(one, {"invalid-condition",
                 error->message + " (character " + std::to_string(error->position + 1) + " of " +
                     quoted(text) + ").",
                 "Write " + kind_text(one.column) + "."});
    return;
  }
  const auto& condition = std::get<WrittenCondition>(parsed);
  for (const WrittenTerm& term : condition) check_term(one, term);
  if (one.row.state == RowState::broken) return;
  if (one.column.kind != CellKind::package) return check_contradiction(one, condition);
  std::vector<std::string> issues;
  for (const WrittenTerm& term : condition) issues.push_back(term.issue);
  std::sort(issues.begin(), issues.end());
  const auto twice = std::adjacent_find(issues.begin(), issues.end());
  if (twice == issues.end()) return;
  refuse(one, {"invalid-package", "The package names the issue '" + *twice + "' twice.",
               "Name each issue once."});
}

void CellChecker::check_rule(const CellUnderCheck& one) {
  const auto parsed = parse_rule(one.text);
  if (const auto* error = std::get_if<GrammarError>(&parsed)) {
    refuse(one, {"invalid-rule",
                 error->message + " (character " + std::to_string(error->position + 1) + " of " +
                     quoted(one.text) + ").",
                 "Write " + kind_text(one.column) + "."});
    return;
  }
  const std::size_t before = one.row.needs.size();
  for_each_member(std::get<WrittenRule>(parsed),
                  [&](const std::string& id) { check_reference(one, id, one.column.of); });
  one.row.needs.resize(before);  // A left-out member is dropped from the rule; the row stays.
}

void CellChecker::check_default(const CellUnderCheck& one) {
  const IssueRowId id = issue_row_id(one.row.cells.front());
  const WrittenTable& issues = table_of(written_, "issues");
  const auto issue = issues.by_id.find(id.issue);
  if (id.is_option || issue == issues.by_id.end()) return;
  check_option(one, issue->second, one.text);
}

/// Of a TABLE.ROW.COLUMN only that TABLE has rows; the rest is looked up when all cells are sound.
void CellChecker::check_translated(const CellUnderCheck& one) {
  const std::size_t first = one.text.find('.');
  const std::size_t last = one.text.rfind('.');
  const TableSchema* schema = find_table(one.text.substr(0, std::min(first, one.text.size())));
  if (schema == nullptr || last <= first) return;
  const std::size_t table = table_position(schema->name);
  if (!written_.tables[table].rows.empty()) return;
  one.row.state = RowState::broken;
  if (written_.tables[table].has_unread_ids) return;
  unknown_.add(one.place, table, one.text.substr(first + 1, last - first - 1));
}

/// What a row of issues may say depends on whether it is an issue or an option.
void CellChecker::check_issues() {
  WrittenTable& issues = written_.tables[table_position("issues")];
  const auto count = std::count_if(issues.rows.begin(), issues.rows.end(), [](const auto& row) {
    return !issue_row_id(row.cells.front()).is_option;
  });
  if (static_cast<std::size_t>(count) > kMostIssues) {
    findings_.error({"issues", 0, ""},
                    {"case-too-large", "The case has " + std::to_string(count) + " issues.",
                     "At most " + std::to_string(kMostIssues) + " can be searched."});
  }
  for (std::size_t i = 0; i < issues.rows.size(); ++i) {
    WrittenRow& row = issues.rows[i];
    const bool is_option = issue_row_id(row.cells.front()).is_option;
    for (const std::string_view column : {"default", "overrides", "hypothetical", "subject"}) {
      if (cell(issues, row, column).empty() || is_option == (column == "hypothetical")) continue;
      findings_.error({"issues", row.number, column},
                      {"misplaced-cell",
                       "The column '" + std::string(column) + "' belongs to " +
                           (is_option ? "the row of the issue." : "the rows of the options."),
                       "Move it there."});
      row.state = RowState::broken;
    }
    if (is_option || row.state == RowState::broken) continue;
    const std::size_t options = option_rows_[i].size();
    if (options == 0 ? issues.has_unread_ids : options <= kMostOptions) continue;
    findings_.error(
        {"issues", row.number, "id"},
        {options == 0 ? "issue-without-options" : "too-many-options",
         "The issue '" + std::string(row.cells.front()) + "' has " + std::to_string(options) +
             " options.",
         options == 0 ? "Add rows with the ids " + std::string(row.cells.front()) + "=OPTION."
                      : "An issue has at most " + std::to_string(kMostOptions) + "."});
    row.state = RowState::broken;
  }
}

}  // namespace

void check_cells(WrittenCase& written, Findings& findings) {
  CellChecker checker(written, findings);
  for (std::size_t table = 0; table < written.tables.size(); ++table) {
    for (std::size_t row = 0; row < written.tables[table].rows.size(); ++row) {
      checker.check_row(table, row);
    }
  }
  checker.check_issues();
  checker.report_unknown();
}

}  // namespace nemawashi::model
