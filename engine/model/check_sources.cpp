// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "engine/model/check.h"

namespace nemawashi::model {
namespace {

/// Calls `visit(rows of one table, its name)` for each table whose rows state a basis.
template <class Visit>
void for_each_based(const Case& a_case, const Visit& visit) {
  visit(a_case.gates, "gates");
  visit(a_case.refusals, "refusals");
  visit(a_case.baselines, "baselines");
  visit(a_case.levels, "levels");
  visit(a_case.effects, "effects");
  visit(a_case.limits, "limits");
  visit(a_case.claims, "claims");
  visit(a_case.interests, "interests");
  visit(a_case.house.arrangements, "arrangements");
  visit(a_case.house.rests_on, "rests_on");
  visit(a_case.house.common_causes, "common_causes");
  visit(a_case.house.contingencies, "contingencies");
  visit(a_case.house.reaches, "reach");
}

std::string rows_text(const std::vector<std::size_t>& rows) {
  constexpr std::size_t kShown = 10;
  std::string text = rows.size() == 1 ? "Row " : "Rows ";
  for (std::size_t i = 0; i < std::min(rows.size(), kShown); ++i) {
    text += (i == 0 ? "" : ", ") + std::to_string(rows[i]);
  }
  if (rows.size() > kShown) text += " and " + std::to_string(rows.size() - kShown) + " more";
  return text;
}

void check_basis(const Case& a_case, Findings& findings) {
  for_each_based(a_case, [&](const auto& rows, const char* table) {
    std::vector<std::size_t> without_note;
    std::vector<std::size_t> without_source;
    for (const auto& row : rows) {
      const Origin& origin = row.origin;
      if (origin.row == 0) continue;  // A level that no row gives.
      if (origin.basis == Basis::sourced && origin.sources.empty()) {
        without_source.push_back(origin.row);
      }
      if (origin.basis == Basis::assumed && origin.note.empty()) {
        without_note.push_back(origin.row);
      }
    }
    if (!without_source.empty()) {
      findings.warning(
          {table, without_source.front(), "source"},
          {"sourced-without-source",
           rows_text(without_source) + ": said to be read in a source, but none is named.",
           "Name the source, or write derived or assumed into basis."});
    }
    if (!without_note.empty()) {
      findings.warning(
          {table, without_note.front(), "note"},
          {"assumed-without-note", rows_text(without_note) + ": assumed, but no reason is given.",
           "Write the reason into note."});
    }
  });
}

std::set<std::string> cited_sources(const Case& a_case) {
  std::set<std::string> cited;
  const auto cite = [&](const auto& rows, const char* = "") {
    for (const auto& row : rows) cited.insert(row.origin.sources.begin(), row.origin.sources.end());
  };
  for_each_based(a_case, cite);
  cite(a_case.parties);
  cite(a_case.places);
  cite(a_case.issues);
  cite(a_case.measures);
  cite(a_case.positions);
  for (const Issue& issue : a_case.issues) cite(issue.options);
  return cited;
}

}  // namespace

void check_sources(const Case& a_case, Findings& findings) {
  const std::set<std::string> cited = cited_sources(a_case);
  for (const Source& source : a_case.sources) {
    const CellPlace place{"sources", source.row, "access"};
    if (source.access == "leaked") {
      findings.error(place, {"leaked-source",
                             "The source '" + source.id +
                                 "' is leaked: the case may be used in "
                                 "private only.",
                             "Rest the rows that cite it on public sources, or do not ship it."});
    }
    if (source.access == "personal") {
      findings.warning(place, {"personal-source",
                               "The source '" + source.id +
                                   "' is personal: readers cannot check "
                                   "it.",
                               "Add a public source, or say who may vouch for it."});
    }
    if (cited.contains(source.id)) continue;
    findings.information({"sources", source.row, "id"},
                         {"uncited-source", "No row cites the source '" + source.id + "'.",
                          "Cite it where it was used, or remove it."});
  }
  check_basis(a_case, findings);

  std::vector<bool> used(a_case.claims.size());
  const auto use = [&](const auto& rows) {
    for (const auto& row : rows) {
      if (row.if_claim) used[row.if_claim->value] = true;
    }
  };
  use(a_case.refusals);
  use(a_case.effects);
  use(a_case.limits);
  use(a_case.house.rests_on);
  for (std::size_t i = 0; i < used.size(); ++i) {
    if (used[i]) continue;
    findings.information(
        {"claims", a_case.claims[i].origin.row, "id"},
        {"unused-claim", "Nothing rests on the claim '" + a_case.claims[i].origin.id + "'.",
         "Name it in if_claim of the limits, effects, refusals or rests_on that need it."});
  }
}

}  // namespace nemawashi::model
