// SPDX-License-Identifier: Apache-2.0
// The builder's parts that say who: parties, places, gates, refusals, rules.
#include <algorithm>

#include "engine/base/text.h"
#include "engine/model/case_builder.h"
#include "engine/model/cycle.h"
#include "engine/model/resolve.h"

namespace nemawashi::model {
namespace {

/// Says so if the rows of a table point to one another in a circle.
void refuse_cycle(const CaseBuilder& builder, const CellPlace& column,
                  const std::vector<std::vector<std::size_t>>& next) {
  const std::vector<std::size_t> cycle = find_cycle(next);
  if (cycle.empty()) return;
  const auto origin = [&](std::size_t i) -> const Origin& {
    return column.table == "parties" ? builder.result.parties[i].origin
                                     : builder.result.places[i].origin;
  };
  std::string path;
  for (const std::size_t node : cycle) path += origin(node).id + " -> ";
  path += origin(cycle.front()).id;
  const std::string code = std::string(column.column) + "-cycle";
  builder.findings.error(
      {column.table, origin(cycle.front()).row, column.column},
      {code,
       "The column '" + std::string(column.column) + "' goes round in a circle: " + path + ".",
       "Leave out one of these references."});
}

void check_override(const CaseBuilder& builder, const RowReader& row, const Issue& issue) {
  const std::string& id = issue.origin.id;
  const WrittenTable& issues = table_of(builder.written, "issues");
  std::vector<std::string_view> options;
  for (const std::size_t option : builder.option_rows[issues.by_id.at(id)]) {
    options.push_back(issue_row_id(issues.rows[option].cells.front()).option);
  }
  std::sort(options.begin(), options.end());
  if (options != std::vector<std::string_view>{"no", "yes"}) {
    builder.findings.error(
        row.place("overrides"),
        {"override-options", "The options of the overriding issue '" + id + "' are not no and yes.",
         "Give it the options " + id + "=no and " + id + "=yes alone."});
  }
  if (row.cell("default") != "no") {
    builder.findings.error(
        row.place("default"),
        {"override-default", "The default of the overriding issue '" + id + "' is not no.",
         "Write no: nobody is overridden unless it is decided."});
  }
}

/// The gate's condition must ask for `issue = no`, so that deciding `yes` opens it.
void check_overridden_gate(const CaseBuilder& builder, IssueIndex index, const Gate& gate) {
  const Issue& issue = builder.result.at(index);
  for (const ConditionTerm& term : gate.when.terms) {
    if (term.issue != index) continue;
    bool exactly_no = true;
    for (std::size_t i = 0; i < term.options.size(); ++i) {
      exactly_no = exactly_no && term.options[i] == (issue.options[i].id == "no");
    }
    if (exactly_no) return;
  }
  builder.findings.error({"gates", gate.origin.row, "when"},
                         {"override-condition",
                          "The gate can be overridden by the issue '" + issue.origin.id +
                              "', but its condition does not say so.",
                          "Add '" + issue.origin.id + " = no' to the condition, joined by &."});
}

}  // namespace

void build_parties(CaseBuilder& builder) {
  Case& result = builder.result;
  for_each_known(builder, "parties", [&](const RowReader& row) {
    Party party;
    party.origin = row.origin();
    party.name = row.name();
    party.parent = row.reference<PartyIndex>("parent", "parties");
    party.kind = row.word<PartyKind>("kind").value_or(PartyKind::office);
    party.interests_by = row.word<InterestsBy>("interests_by");
    party.margin = row.number("margin").value_or(0);
    if (party.margin < 0 || party.margin > 1) {
      builder.findings.error(row.place("margin"),
                             {"margin-range", "The margin is not within 0..1.",
                              "It is in worth: 0.05 is a twentieth of all that the party values."});
    }
    party.discount = row.number("discount");
    if (party.discount && (*party.discount < 0 || *party.discount > 1)) {
      builder.findings.error(row.place("discount"),
                             {"discount-range", "The discount is not within 0..1.",
                              "It is what worth is multiplied by at the deadline: 1 is none."});
    }
    result.parties.push_back(std::move(party));
  });
  for_each_known(builder, "places", [&](const RowReader& row) {
    Place place;
    place.origin = row.origin();
    place.name = row.name();
    place.name_ja = row.text("name_ja");
    place.parent = row.reference<PlaceIndex>("parent", "places");
    for (const auto code : base::split(row.cell("boundary"), '|')) {
      place.boundary.emplace_back(code);
    }
    place.population = row.number("population");
    place.population_year = row.text("population_year");
    if (place.population && *place.population <= 0) {
      builder.findings.error(row.place("population"),
                             {"population-range", "The population is not above 0.",
                              "Write the number of residents, or leave the cell blank."});
    }
    result.places.push_back(std::move(place));
  });
  const auto parents = [](const auto& nodes) {
    std::vector<std::vector<std::size_t>> next;
    for (const auto& node : nodes) {
      next.emplace_back();
      if (node.parent) next.back().push_back(node.parent->value);
    }
    return next;
  };
  refuse_cycle(builder, {"parties", 0, "parent"}, parents(result.parties));
  refuse_cycle(builder, {"places", 0, "parent"}, parents(result.places));
}

void build_gates(CaseBuilder& builder) {
  Case& result = builder.result;
  for_each_known(builder, "gates", [&](const RowReader& row) {
    Gate gate;
    gate.origin = row.origin();
    gate.party = *row.reference<PartyIndex>("party", "parties");
    gate.act = row.text("act");
    gate.when = resolved_condition(builder, row.cell("when"));
    gate.kind = row.word<GateKind>("kind").value_or(GateKind::political);
    gate.date = row.text("date");
    result.gates.push_back(std::move(gate));
  });
  for_each_known(builder, "refusals", [&](const RowReader& row) {
    Refusal refusal;
    refusal.origin = row.origin();
    refusal.party = *row.reference<PartyIndex>("party", "parties");
    refusal.when = resolved_condition(builder, row.cell("when"));
    refusal.words = row.text("words");
    refusal.date = row.text("date");
    refusal.withdrawn = row.cell("status") == "withdrawn";
    refusal.if_claim = row.reference<ClaimIndex>("if_claim", "claims");
    result.refusals.push_back(std::move(refusal));
  });
  std::vector<bool> overridden(result.gates.size());
  std::size_t next = 0;
  for_each_known(builder, "issues", [&](const RowReader& row) {
    if (issue_row_id(row.cell("id")).is_option) return;
    const IssueIndex index(next++);
    Issue& issue = result.issues[index.value];
    issue.overrides = row.reference<GateIndex>("overrides", "gates");
    if (!issue.overrides) return;
    check_override(builder, row, issue);
    check_overridden_gate(builder, index, result.at(*issue.overrides));
    if (overridden[issue.overrides->value]) {
      builder.findings.error(row.place("overrides"),
                             {"override-twice", "Two issues override the same gate.",
                              "Make one of them an option of the other, or split the gate."});
    }
    overridden[issue.overrides->value] = true;
  });
}

void build_rules(CaseBuilder& builder) {
  Case& result = builder.result;
  std::size_t next = 0;
  for_each_known(builder, "parties", [&](const RowReader& row) {
    result.parties[next++].rule = resolved_rule<PartyIndex>(row, builder, "rule");
  });
  std::vector<std::vector<std::size_t>> members;
  for (const Party& party : result.parties) {
    members.emplace_back();
    if (!party.rule) continue;
    for_each_member(*party.rule, [&](PartyIndex i) { members.back().push_back(i.value); });
  }
  refuse_cycle(builder, {"parties", 0, "rule"}, members);

  result.consent.kind = GateRule::Kind::all;
  bool written = false;
  for_each_known(builder, "case", [&](const RowReader& row) {
    for (const std::string_view part : base::split(row.cell("wants"), ';')) {
      if (part.empty()) continue;
      if (result.issues.empty() && !has_broken_rows(table_of(builder.written, "issues"))) {
        builder.findings.error(row.place("wants"),
                               {"wants-without-issues",
                                "No issue is known at the date, but the case wants some option.",
                                "Check known_from of the issues and options."});
        break;
      }
      result.wants.push_back(resolved_condition(builder, part));
    }
    written = !row.cell("consent").empty();
    auto rule = resolved_rule<GateIndex>(row, builder, "consent");
    if (rule) result.consent = *std::move(rule);
  });
  if (written) return;
  for (std::size_t i = 0; i < result.gates.size(); ++i) {
    GateRule member;
    member.kind = GateRule::Kind::member;
    member.member = GateIndex(i);
    result.consent.parts.push_back(std::move(member));
  }
}

}  // namespace nemawashi::model
