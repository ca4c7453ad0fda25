// SPDX-License-Identifier: Apache-2.0
#include "apps/cli/solutions_text.h"

#include "engine/ask/solution_words.h"
#include "engine/ask/words.h"
#include "engine/model/answer.h"

namespace nemawashi::cli {
namespace {

constexpr std::size_t kMembersShown = 3;

/// "Town 0.47, Council 0.2".
std::string gains_words(const model::Case& a_case, const agree::Bargaining& bargaining,
                        const std::vector<base::Rational>& gains) {
  std::string text;
  for (std::size_t i = 0; i < gains.size(); ++i) {
    text += (i == 0 ? "" : ", ") + a_case.at(bargaining.parties[i]).name + " " +
            ask::scale_words(gains[i]);
  }
  return text;
}

std::string solution_text(const model::Case& a_case, const agree::Solutions& solutions,
                          agree::Solution solution) {
  const agree::SolutionSet& set = solutions.of(solution);
  std::string text =
      "  " + ask::solution_name(solution) + ". " + ask::solution_definition(solution) + "\n";
  if (ask::compares_scales(solution)) text += "    " + ask::scales_sentence() + "\n";
  text += "    ";
  if (set.packages == 0) return text + ask::not_measured_words() + "\n";
  if (!set.values.empty()) {
    text +=
        ask::solution_value_words(solution) + " " + base::decimal_text(set.values.front()) + ", ";
  }
  const std::size_t shown = std::min(kMembersShown, set.members.size());
  text += "attained by " + ask::counted(set.packages, "package", "packages");
  if (shown > 0) text += (set.packages > shown ? ", " + ask::first_words(shown) : "") + ":";
  text += "\n";
  for (std::size_t i = 0; i < shown; ++i) {
    const agree::SolutionMember& member = set.members[i];
    text += "    " + solution_package_text(a_case, member.package) + "\n";
    if (i > 0 && member.gains == set.members[i - 1].gains) continue;
    text += "      gains: " + gains_words(a_case, solutions.bargaining, member.gains) + "\n";
  }
  return text;
}

std::string optimum_text(const model::Case& a_case, const agree::Bargaining& bargaining,
                         const std::string& definition,
                         const std::optional<agree::Optimum>& optimum) {
  if (!optimum) return {};
  std::string text = "  " + definition + "\n    " + ask::optimum_words(*optimum) + "\n";
  if (!optimum->package) return text;
  return text + "    " + solution_package_text(a_case, *optimum->package) +
         "\n      gains: " + gains_words(a_case, bargaining, optimum->gains) + "\n";
}

}  // namespace

std::string solution_package_text(const model::Case& a_case, const model::Package& package) {
  return ask::package_code(a_case, package) +
         (model::is_wanted(a_case, package) ? "" : " (leaves the question open)");
}

std::string solutions_text(const model::Case& a_case, const ask::ScopeAnswer& answer) {
  if (!answer.solutions) return {};
  const agree::Solutions& solutions = *answer.solutions;
  std::string text = "\nOther solutions over R0";
  const bool stopped = solutions.unvisited > 0;
  if (solutions.best_gains.empty()) {
    return text + (stopped ? ": none found, " : ": none, ") +
           ask::no_solutions_words(a_case, solutions) + ".\n";
  }
  if (stopped) text += " (bounded: the search was stopped)";
  text += ", for comparison; none of them says what is right\n";
  text += "  best gain of each in R0: " +
          gains_words(a_case, solutions.bargaining, solutions.best_gains) + "\n";
  const std::string nothing = ask::gains_nothing_words(a_case, solutions);
  if (!nothing.empty()) text += "  " + nothing + "\n";
  for (const auto solution : agree::kSolutions) text += solution_text(a_case, solutions, solution);
  return text;
}

std::string optima_text(const model::Case& a_case, const ask::ScopeAnswer& answer) {
  if (!answer.optima || (!answer.optima->product && !answer.optima->sum)) return {};
  const agree::Optima& optima = *answer.optima;
  return "\nBy bounds alone, at central weights, since not all packages were compared; "
         "bargaining: " +
         ask::party_names(a_case, optima.bargaining->parties) + "\n" +
         optimum_text(a_case, *optima.bargaining, ask::product_by_bounds_definition(),
                      optima.product) +
         optimum_text(a_case, *optima.bargaining,
                      ask::sum_by_bounds_definition() + " " + ask::scales_sentence(), optima.sum);
}

std::string sample_text(const model::Case& a_case, const ask::ScopeAnswer& answer) {
  if (!answer.sample) return {};
  const agree::Sample& sample = *answer.sample;
  std::string text = "\nDrawn at random";
  const std::string reason = ask::no_sample_words(sample);
  if (!reason.empty()) return text + ": none, " + reason + ".\n";
  text += " from the " + ask::counted(sample.drawn_from, "package", "packages") + " that " +
          ask::certainty_phrase(sample.set.certainty) +
          ", each draw with the same chance for each, seed " + std::to_string(sample.request.seed) +
          ":\n";
  for (const auto& package : sample.packages) {
    text += "  " + ask::package_code(a_case, package) + "\n";
  }
  return text;
}

}  // namespace nemawashi::cli
