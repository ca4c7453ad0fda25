// SPDX-License-Identifier: Apache-2.0
#include "engine/ask/solution_words.h"

#include <cmath>

#include "engine/ask/words.h"
#include "engine/base/significant.h"
#include "engine/base/text.h"

namespace nemawashi::ask {

using agree::Solution;

std::string solution_name(Solution solution) {
  switch (solution) {
    case Solution::kalai_smorodinsky:
      return "Kalai-Smorodinsky";
    case Solution::egalitarian:
      return "Egalitarian";
    case Solution::utilitarian:
      return "Utilitarian";
    case Solution::minimax_regret:
      break;
  }
  return "Minimax regret";
}

std::string solution_definition(Solution solution) {
  switch (solution) {
    case Solution::kalai_smorodinsky:
      return "Of the packages of R0, those in which the least share that a party has of its best "
             "gain in R0 is as large as it can be; of these, those in which the second least share "
             "is; and so on. Parties that can gain nothing in R0 have no share.";
    case Solution::egalitarian:
      return "Of the packages of R0, those in which the least gain of a party is as large as it "
             "can be; of these, those in which the second least gain is; and so on.";
    case Solution::utilitarian:
      return "Of the packages of R0, those in which the gains of the parties add up to most.";
    case Solution::minimax_regret:
      break;
  }
  return "Of the packages of R0, those in which the largest regret of a party, its best gain in R0 "
         "less its gain, is as small as it can be.";
}

bool compares_scales(Solution solution) { return solution != Solution::kalai_smorodinsky; }

std::string scales_sentence() {
  return "It compares the scales of the parties, as if 1 were as much to one as to another, which "
         "nothing but a convention justifies.";
}

std::string solution_value_words(Solution solution) {
  switch (solution) {
    case Solution::kalai_smorodinsky:
      return "least share of the best gain";
    case Solution::egalitarian:
      return "least gain";
    case Solution::utilitarian:
      return "sum of the gains";
    case Solution::minimax_regret:
      break;
  }
  return "largest regret";
}

std::string not_measured_words() {
  return "not given: the search was stopped before the best gain of each was known, by which this "
         "is measured";
}

std::string no_solutions_words(const model::Case& a_case, const agree::Solutions& solutions) {
  const std::string nothing =
      nothing_compared_words(solutions.bargaining, solutions.r0_packages, solutions.unvisited);
  if (!nothing.empty()) return nothing;
  const std::string what =
      " a negative gain, or one that is not known, in every package that is "
      "ratifiable at the central weights";
  const auto& never = solutions.never_willing;
  if (!never.empty()) {
    return party_names(a_case, never) + (never.size() == 1 ? " has" : " each have") + what;
  }
  return "one or another of " + party_names(a_case, solutions.bargaining.parties) + " has" + what;
}

std::string gains_nothing_words(const model::Case& a_case, const agree::Solutions& solutions) {
  if (solutions.unvisited > 0) return "";
  std::vector<model::PartyIndex> nothing;
  for (std::size_t i = 0; i < solutions.best_gains.size(); ++i) {
    if (solutions.best_gains[i] == 0) nothing.push_back(solutions.bargaining.parties[i]);
  }
  if (nothing.empty()) return "";
  const bool all = nothing.size() == solutions.bargaining.parties.size();
  const std::string names = party_names(a_case, nothing);
  const std::string who =
      nothing.size() == 1
          ? names +
                " gains nothing: no package of R0 is better for it than what it expects without "
                "agreement, its margin included, so "
          : names +
                " gain nothing: no package of R0 is better for any of them than what they "
                "expect without agreement, their margin included, so ";
  if (all) return who + "every package of R0 attains every solution.";
  return who + "Nash and Kalai-Smorodinsky leave " + (nothing.size() == 1 ? "it" : "them") +
         " out.";
}

std::string product_by_bounds_definition() {
  return "Of the packages of R0 in which every bargaining party gains, one with the greatest "
         "product "
         "of their gains. Other packages may attain the same.";
}

std::string sum_by_bounds_definition() {
  return "Of the packages of R0, one in which the gains of the bargaining parties add up to most. "
         "Other packages may attain the same.";
}

std::string product_words(const base::Rational& product) {
  return base::significant_text(base::approximate(product));
}

std::string optimum_words(const agree::Optimum& optimum) {
  if (!optimum.bound) return "there is no such package";
  // Raised by more than rounding takes off, so that what is printed is a bound too.
  const double rounded = base::approximate(*optimum.bound);
  const std::string bound = product_words(rounded + std::abs(rounded) * 1e-5);
  if (!optimum.value) return "none was found yet, and none has more than " + bound;
  const std::string value = product_words(*optimum.value);
  return optimum.proved() ? value + ", and no such package has more"
                          : value + " in the best that was found; none has more than " + bound;
}

namespace {

/// A kind of row, the table that it stands in, and why shares have no meaning under it.
struct IndivisibleKind {
  const char* one;
  const char* many;
  const char* table;
};

IndivisibleKind kind_of(agree::Indivisible kind) {
  switch (kind) {
    case agree::Indivisible::refusal:
      return {"refusal, which no share lessens", "refusals, which no share lessens", "refusals"};
    case agree::Indivisible::limit:
      return {"limit, which whole options keep or break",
              "limits, which whole options keep or break", "limits"};
    case agree::Indivisible::gate_condition:
      return {"gate that is asked, or not, under a condition",
              "gates that are asked, or not, under a condition", "gates"};
    case agree::Indivisible::link:
      return {"effect of options of several issues together",
              "effects of options of several issues together", "effects"};
    case agree::Indivisible::extreme:
      return {"measure whose level is a greatest or least one",
              "measures whose levels are greatest or least ones", "measures"};
    case agree::Indivisible::bend:
      return {"interest whose value bends within what packages reach",
              "interests whose values bend within what packages reach", "interests"};
    case agree::Indivisible::unknown_change:
      return {"effect whose change is not known", "effects whose changes are not known", "effects"};
    case agree::Indivisible::unknown_level:
      break;
  }
  return {"interest whose level today is not known", "interests whose levels today are not known",
          "interests"};
}

}  // namespace

std::string indivisible_words(const std::vector<agree::IndivisibleRows>& reasons) {
  std::string text = "shares of options have no meaning between these two in this case: ";
  for (const agree::IndivisibleRows& reason : reasons) {
    const IndivisibleKind kind = kind_of(reason.kind);
    if (&reason != &reasons.front()) text += "; ";
    text += counted(reason.rows, kind.one, kind.many) + " (" +
            (reason.rows == 1 ? "" : "the first is ") + "'" + reason.first.id + "', row " +
            std::to_string(reason.first.row) + " of " + kind.table + ")";
  }
  return text;
}

std::string no_sample_words(const agree::Sample& sample) {
  if (sample.unvisited > 0) {
    return "the search was stopped, and among the packages that it has seen the chances would be "
           "unequal";
  }
  return sample.drawn_from == 0 ? "no such package exists" : "";
}

}  // namespace nemawashi::ask
