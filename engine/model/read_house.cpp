// SPDX-License-Identifier: Apache-2.0
// The builder's part that reads the house: arrangements, what each rests on, and what they are for.
#include <algorithm>

#include "engine/base/text.h"
#include "engine/model/case_builder.h"
#include "engine/model/cells.h"
#include "engine/model/cycle.h"
#include "engine/model/resolve.h"
#include "engine/model/whole_weights.h"

namespace nemawashi::model {
namespace {

/// Votes of one rule of `rests_on`, once its weights are whole numbers without a common divisor: a
/// structure has one operand for each.
constexpr int kMostVotes = 10'000;

template <class Index>
std::vector<Index> each_once(std::vector<Index> indices) {
  std::sort(indices.begin(), indices.end());
  indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
  return indices;
}

void check_within(const CaseBuilder& builder, const RowReader& row, std::string_view column) {
  const auto probability = row.number(column);
  if (!probability || (*probability >= 0 && *probability <= 1)) return;
  builder.findings.error(row.place(column),
                         {"probability-range", "The probability is not within 0..1.",
                          "Write a number from 0 to 1, such as 0.25 or 1/4."});
}

void check_not_negative(const CaseBuilder& builder, const RowReader& row, std::string_view column,
                        std::string_view code) {
  const auto number = row.number(column);
  if (!number || *number >= 0) return;
  builder.findings.error(row.place(column),
                         {code, "The cell '" + std::string(column) + "' is below 0.",
                          "Write a number of at least 0, or leave the cell blank."});
}

/// A year or a day: what is compared with another one as far as both say.
std::string moment(const CaseBuilder& builder, const RowReader& row, std::string_view column) {
  const std::string text = row.text(column);
  const bool is_year = text.size() == 4 && std::all_of(text.begin(), text.end(),
                                                       [](char c) { return c >= '0' && c <= '9'; });
  if (!text.empty() && !is_year && !base::is_date(text)) {
    builder.findings.error(row.place(column),
                           {"invalid-moment", model::quoted(text) + " is neither a year nor a day.",
                            "Write YYYY or YYYY-MM-DD; leave it blank where it is unknown."});
  }
  return text;
}

void build_arrangements(CaseBuilder& builder) {
  for_each_known(builder, "arrangements", [&](const RowReader& row) {
    Arrangement one;
    one.origin = row.origin();
    one.name = row.name();
    one.floor = *parse_rank(row.cell("floor"));
    one.members = each_once(row.bearers("members"));
    one.functions = each_once(row.references<FunctionIndex>("functions", "functions"));
    one.founded = moment(builder, row, "founded");
    one.first_acted = moment(builder, row, "first_acted");
    one.strength = *row.word<Strength>("strength");
    one.why = row.text("why");
    one.proposed = row.cell("status") == "proposed";
    if (!row.cell("exists_if").empty()) {
      one.exists_if = resolved_condition(builder, row.cell("exists_if"));
    }
    one.probability = row.number("probability");
    check_within(builder, row, "probability");
    one.cost = row.number("cost");
    check_not_negative(builder, row, "cost", "cost-range");
    builder.result.house.arrangements.push_back(std::move(one));
  });
}

/// Weights that come to more votes than a structure should have operands.
bool is_too_heavy(const ArrangementRule& rule) {
  if (rule.kind == ArrangementRule::Kind::votes) {
    base::Integer sum = 0;
    for (const base::Integer& votes : whole_weights(rule.weights).votes) sum += votes;
    if (sum > kMostVotes) return true;
  }
  return std::any_of(rule.parts.begin(), rule.parts.end(), is_too_heavy);
}

/// Over all rows, whatever their claims: a claim taken another way must not close a circle.
void refuse_circles(const CaseBuilder& builder) {
  const House& house = builder.result.house;
  std::vector<std::vector<std::size_t>> next(house.arrangements.size());
  for (const RestsOn& row : house.rests_on) {
    for_each_member(row.rule, [&](ArrangementIndex lower) {
      next[row.arrangement.value].push_back(lower.value);
    });
  }
  const std::vector<std::size_t> cycle = find_cycle(next);
  if (cycle.empty()) return;
  std::string path;
  for (const std::size_t i : cycle) path += house.arrangements[i].origin.id + " -> ";
  path += house.arrangements[cycle.front()].origin.id;
  std::size_t at = 0;
  for (const RestsOn& row : house.rests_on) {
    if (row.arrangement.value == cycle.front() && at == 0) at = row.origin.row;
  }
  builder.findings.error(
      {"rests_on", at, "rule"},
      {"rests-on-cycle", "Arrangements rest on each other in a circle: " + path + ".",
       "Leave out one of these; what two need of each other is one arrangement."});
}

void build_rests_on(CaseBuilder& builder) {
  if (has_broken_rows(table_of(builder.written, "arrangements"))) return;
  for_each_known(builder, "rests_on", [&](const RowReader& row) {
    RestsOn one;
    one.origin = row.origin();
    one.arrangement = *row.reference<ArrangementIndex>("arrangement", "arrangements");
    one.if_claim = row.reference<ClaimIndex>("if_claim", "claims");
    auto rule = resolved_rule<ArrangementIndex>(row, builder, "rule");
    if (!rule) return;
    one.rule = *std::move(rule);
    if (is_too_heavy(one.rule)) {
      builder.findings.error(row.place("rule"),
                             {"too-many-votes",
                              "The weights come to more than " + std::to_string(kMostVotes) +
                                  " votes, written as whole numbers.",
                              "Use smaller whole numbers in the same proportion."});
    }
    builder.result.house.rests_on.push_back(std::move(one));
  });
  refuse_circles(builder);
}

void build_contingencies(CaseBuilder& builder) {
  for_each_known(builder, "contingencies", [&](const RowReader& row) {
    Contingency one;
    one.origin = row.origin();
    one.name = row.name();
    one.function = *row.reference<FunctionIndex>("function", "functions");
    one.place = row.reference<PlaceIndex>("place", "places");
    one.members = each_once(row.bearers("members"));
    one.hours = row.number("hours");
    check_not_negative(builder, row, "hours", "hours-range");
    one.date = moment(builder, row, "date");
    one.toll = row.text("toll");
    if (one.place.has_value() != one.members.empty()) {
      builder.findings.error(
          row.place(one.place ? "members" : "place"),
          {"contingency-where",
           one.place ? "The contingency has a place and members."
                     : "The contingency says neither where nor between whom.",
           "Write either the place where help is asked for, or the members that act together."});
    }
    builder.result.house.contingencies.push_back(std::move(one));
  });
}

void build_reaches(CaseBuilder& builder) {
  for_each_known(builder, "reach", [&](const RowReader& row) {
    ArrangementReach one;
    one.origin = row.origin();
    one.arrangement = *row.reference<ArrangementIndex>("arrangement", "arrangements");
    one.function = *row.reference<FunctionIndex>("function", "functions");
    one.place = *row.reference<PlaceIndex>("place", "places");
    one.hours = row.number("hours");
    check_not_negative(builder, row, "hours", "hours-range");
    const Arrangement& arrangement = builder.result.house.at(one.arrangement);
    if (!std::binary_search(arrangement.functions.begin(), arrangement.functions.end(),
                            one.function)) {
      builder.findings.error(
          row.place("function"),
          {"reach-without-function",
           "The arrangement '" + arrangement.origin.id + "' does not have this function.",
           "Name one of its functions, or add the function to the arrangement."});
    }
    builder.result.house.reaches.push_back(std::move(one));
  });
}

}  // namespace

void build_house(CaseBuilder& builder) {
  for_each_known(builder, "functions", [&](const RowReader& row) {
    builder.result.house.functions.push_back({row.origin(), row.name()});
  });
  build_arrangements(builder);
  build_rests_on(builder);
  for_each_known(builder, "common_causes", [&](const RowReader& row) {
    CommonCause one;
    one.origin = row.origin();
    one.name = row.name();
    one.arrangements = each_once(row.references<ArrangementIndex>("arrangements", "arrangements"));
    one.probability = row.number("probability");
    check_within(builder, row, "probability");
    builder.result.house.common_causes.push_back(std::move(one));
  });
  build_contingencies(builder);
  build_reaches(builder);
}

}  // namespace nemawashi::model
