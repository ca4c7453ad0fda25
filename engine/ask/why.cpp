// SPDX-License-Identifier: Apache-2.0
#include "engine/ask/why.h"

#include <algorithm>

namespace nemawashi::ask {

WhyAnswer why(const model::Case& a_case, const AgreeQuestion& question, std::size_t sets,
              const agree::SearchOptions& options) {
  constexpr auto kFixed = agree::Overrides::fixed_at_no;
  const model::Certainty certainty = question.frontier.certainty;
  const agree::Problem asked = problem_with(a_case, question, kFixed);
  const agree::Problem whole{a_case, question.reading, agree::whole_scope(a_case, kFixed)};
  WhyAnswer result;
  result.question = question;
  std::size_t done = 0;
  const auto report = [&] {
    options.control.report({.share = static_cast<double>(++done) / 7, .found = {}, .bound = {}});
  };
  const agree::SearchOptions quiet = options.part(1);
  result.conflicts = agree::conflicts(asked, certainty, {.most = sets}, quiet);
  report();
  result.nearest = nearest_answers(asked, question, kFixed, nullptr, quiet);
  report();
  if (question.is_named) {
    result.smallest_changes =
        agree::smallest_changes(whole, question.named, certainty, question.list, quiet);
  }
  report();
  if (!result.conflicts.open) {
    result.missing_options = agree::missing_options(asked, certainty, {}, quiet);
    result.payments = agree::payments(asked, result.conflicts, quiet);
  }
  report();
  result.linking = agree::linking(whole, certainty, quiet);
  report();
  result.synergies = agree::synergies(whole, question.list, quiet);
  report();
  result.extremes = agree::extremes(asked, certainty, quiet);
  report();
  const auto in_full = [](const agree::MissingOption& missing) {
    return missing.complete && std::all_of(missing.sets.begin(), missing.sets.end(),
                                           [](const auto& set) { return set.complete; });
  };
  result.complete =
      result.conflicts.complete && !options.control.stopped() &&
      std::all_of(result.missing_options.begin(), result.missing_options.end(), in_full);
  return result;
}

}  // namespace nemawashi::ask
