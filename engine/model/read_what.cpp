// SPDX-License-Identifier: Apache-2.0
// The builder's parts that say what: the case's own row, issues, words of parties.
#include <algorithm>
#include <map>

#include "engine/base/text.h"
#include "engine/model/case_builder.h"
#include "engine/model/resolve.h"

namespace nemawashi::model {
namespace {

/// The package of an expectation, or nothing where an issue is neither named nor has a default.
std::optional<Package> expected_package(CaseBuilder& builder, const RowReader& row) {
  const Condition named = resolved_condition(builder, row.cell("package"));
  Package package;
  std::size_t term = 0;
  for (std::size_t i = 0; i < builder.result.issues.size(); ++i) {
    const Issue& issue = builder.result.issues[i];
    if (term < named.terms.size() && named.terms[term].issue.value == i) {
      const OptionSet& options = named.terms[term++].options;
      const auto chosen = std::find(options.begin(), options.end(), true) - options.begin();
      package.emplace_back(static_cast<std::size_t>(chosen));
    } else if (issue.standing) {
      package.push_back(*issue.standing);
    } else {
      builder.findings.error(
          row.place("package"),
          {"incomplete-package",
           "The package says nothing of the issue '" + issue.origin.id + "', which has no default.",
           "Name one of its options, or give the issue a default known at the date."});
      return std::nullopt;
    }
  }
  return package;
}

}  // namespace

void build_case_row(CaseBuilder& builder) {
  Case& result = builder.result;
  for_each_known(builder, "case", [&](const RowReader& row) {
    result.id = row.text("id");
    result.title = row.text("title");
    result.question = row.text("question");
    result.asked_by = row.text("asked_by");
    for (const auto date : base::split(row.cell("dates"), '|')) result.dates.emplace_back(date);
    result.reservation =
        row.word<ReservationFrom>("reservation").value_or(ReservationFrom::baselines);
    result.prepared = row.text("prepared");
  });
}

void build_issues(CaseBuilder& builder) {
  Case& result = builder.result;
  std::map<std::string_view, std::size_t> position;
  for_each_known(builder, "issues", [&](const RowReader& row) {
    if (issue_row_id(row.cell("id")).is_option) return;
    position.emplace(row.cell("id"), result.issues.size());
    Issue issue;
    issue.origin = row.origin();
    issue.name = row.name();
    issue.subject = row.text("subject");
    result.issues.push_back(std::move(issue));
  });
  for_each_known(builder, "issues", [&](const RowReader& row) {
    const IssueRowId id = issue_row_id(row.cell("id"));
    if (!id.is_option) return;
    Option option;
    option.origin = row.origin();
    option.id = std::string(id.option);
    option.name = row.cell("name").empty() ? option.id : row.text("name");
    option.hypothetical = row.cell("hypothetical") == "yes";
    result.issues[position.at(id.issue)].options.push_back(std::move(option));
  });
  const bool any_broken = has_broken_rows(table_of(builder.written, "issues"));
  for_each_known(builder, "issues", [&](const RowReader& row) {
    if (row.cell("default").empty() || any_broken) return;
    Issue& issue = result.issues[position.at(row.cell("id"))];
    for (std::size_t i = 0; i < issue.options.size(); ++i) {
      if (issue.options[i].id == row.cell("default")) issue.standing = OptionIndex(i);
    }
    if (issue.standing) return;
    builder.findings.warning(
        row.place("default"),
        {"default-left-out",
         "The default '" + row.text("default") + "' is not known at the date: the issue has none.",
         "Check known_from of the option."});
  });
}

void build_words(CaseBuilder& builder) {
  Case& result = builder.result;
  for_each_known(builder, "positions", [&](const RowReader& row) {
    Position position;
    position.origin = row.origin();
    position.party = *row.reference<PartyIndex>("party", "parties");
    position.date = row.text("date");
    position.kind = row.text("kind");
    position.words = row.text("words");
    result.positions.push_back(std::move(position));
  });
  if (has_broken_rows(table_of(builder.written, "issues"))) return;
  for_each_known(builder, "expectations", [&](const RowReader& row) {
    Expectation expectation;
    expectation.origin = row.origin();
    expectation.name = row.text("name");
    expectation.party = *row.reference<PartyIndex>("party", "parties");
    expectation.expected = *row.word<Verdict>("expected");
    expectation.why = row.text("why");
    auto package = expected_package(builder, row);
    if (!package) return;
    expectation.package = *std::move(package);
    result.expectations.push_back(std::move(expectation));
  });
}

}  // namespace nemawashi::model
