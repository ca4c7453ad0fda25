// SPDX-License-Identifier: Apache-2.0
#include "engine/model/resolve.h"

#include <algorithm>
#include <type_traits>

namespace nemawashi::model {
namespace {

/// Option sets of all conditions together hold at most this many options (32 MiB).
constexpr std::size_t kMostOptionBits = std::size_t{1} << 28U;

/// The position of a row by its id; nothing if the row is not known at the date.
std::optional<std::size_t> known(const CaseBuilder& builder, std::size_t table,
                                 const std::string& id) {
  const WrittenTable& rows = builder.written.tables[table];
  const auto found = rows.by_id.find(id);
  if (found == rows.by_id.end() || rows.rows[found->second].state != RowState::known) {
    return std::nullopt;
  }
  return builder.positions[table][found->second];
}

ConditionTerm resolved_term(CaseBuilder& builder, const WrittenTerm& written) {
  const std::size_t issues = table_position("issues");
  const auto issue = known(builder, issues, written.issue);
  ConditionTerm term;
  term.issue = IssueIndex(issue.value_or(0));
  const std::size_t options = builder.result.issues[term.issue.value].options.size();
  builder.option_bits += options;
  if (builder.option_bits > kMostOptionBits) return term;
  term.options.assign(options, issue.has_value() && written.excluded);
  if (!issue) return term;
  for (const std::string& option : written.options) {
    const auto position = known(builder, issues, written.issue + "=" + option);
    if (position) term.options[*position] = !written.excluded;
  }
  return term;
}

template <class Index>
using Resolved = std::optional<BasicRule<Index>>;

template <class Index>
Resolved<Index> resolved(const CaseBuilder& builder, std::size_t table, const WrittenRule& rule) {
  using Kind = typename BasicRule<Index>::Kind;
  BasicRule<Index> result;
  result.kind = static_cast<Kind>(rule.kind);
  result.threshold = rule.threshold;
  if (rule.kind == WrittenRule::Kind::member) {
    const auto position = known(builder, table, rule.member);
    if (!position) return std::nullopt;
    result.member = Index(*position);
    return result;
  }
  for (std::size_t i = 0; i < rule.parts.size(); ++i) {
    Resolved<Index> part = resolved<Index>(builder, table, rule.parts[i]);
    if (!part) continue;
    result.parts.push_back(*std::move(part));
    if (rule.kind == WrittenRule::Kind::votes) result.weights.push_back(rule.weights[i]);
  }
  if (result.parts.empty()) return std::nullopt;
  return result;
}

}  // namespace

Condition resolved_condition(CaseBuilder& builder, std::string_view text) {
  Condition condition;
  const auto parsed = parse_condition(text);
  const auto* written = std::get_if<WrittenCondition>(&parsed);
  if (written == nullptr || builder.result.issues.empty()) return condition;
  for (const WrittenTerm& one : *written) condition.terms.push_back(resolved_term(builder, one));
  if (builder.option_bits > kMostOptionBits) {
    builder.findings.error({}, {"case-too-large", "The conditions name too many options.",
                                "Use fewer rows, or fewer options an issue."});
    return {};
  }
  std::stable_sort(condition.terms.begin(), condition.terms.end(),
                   [](const auto& a, const auto& b) { return a.issue < b.issue; });
  std::vector<ConditionTerm> merged;
  for (ConditionTerm& term : condition.terms) {
    if (merged.empty() || merged.back().issue != term.issue) {
      merged.push_back(std::move(term));
      continue;
    }
    for (std::size_t i = 0; i < term.options.size(); ++i) {
      if (!term.options[i]) merged.back().options[i] = false;
    }
  }
  condition.terms = std::move(merged);
  return condition;
}

template <class Index>
std::optional<BasicRule<Index>> resolved_rule(const RowReader& row, CaseBuilder& builder,
                                              std::string_view column) {
  if (row.cell(column).empty()) return std::nullopt;
  const auto parsed = parse_rule(row.cell(column));
  const auto* written = std::get_if<WrittenRule>(&parsed);
  if (written == nullptr) return std::nullopt;
  const std::size_t table = table_position(std::is_same_v<Index, PartyIndex>  ? "parties"
                                           : std::is_same_v<Index, GateIndex> ? "gates"
                                                                              : "arrangements");
  auto rule = resolved<Index>(builder, table, *written);
  if (!rule) {
    builder.findings.warning(row.place(column),
                             {"rule-without-members",
                              "None of the rule's members is known at the date: it asks nothing.",
                              "Check known_from of the members."});
  } else if (!rule_holds(*rule, [](Index) { return true; })) {
    builder.findings.warning(
        row.place(column),
        {"rule-never-holds", "The rule does not hold even if all its known members say yes.",
         "Lower the threshold, or check which members are left out at the date."});
  }
  return rule;
}

template std::optional<PartyRule> resolved_rule<PartyIndex>(const RowReader&, CaseBuilder&,
                                                            std::string_view);
template std::optional<ArrangementRule> resolved_rule<ArrangementIndex>(const RowReader&,
                                                                        CaseBuilder&,
                                                                        std::string_view);
template std::optional<GateRule> resolved_rule<GateIndex>(const RowReader&, CaseBuilder&,
                                                          std::string_view);

}  // namespace nemawashi::model
