// SPDX-License-Identifier: Apache-2.0
// Random cases with a question each, and the truth about them: what the tests against the oracle
// have in common.
#pragma once

#include <string>

#include <gtest/gtest.h>

#include "engine/agree/search.h"
#include "tests/random_case.h"
#include "tests/truth_of_agree.h"

namespace nemawashi::tests {

/// One random question about one random case, and the truth about the packages in its scope.
struct Trial {
  base::Random random;
  model::Case a_case;
  agree::Problem problem;
  Truth truth;

  explicit Trial(std::size_t stream)
      : random(seed(), stream),
        a_case(random_case(random)),
        problem{a_case, random_reading(random, a_case), {}} {
    problem.scope = agree::whole_scope(a_case, random.below(2) == 0 ? agree::Overrides::fixed_at_no
                                                                    : agree::Overrides::considered);
    truth = within(truth_of(a_case, problem.reading), problem.scope);
  }
  Trial(const Trial&) = delete;
  Trial& operator=(const Trial&) = delete;
};

/// So few nodes that all but the smallest blocks are split.
inline agree::SearchOptions in_many_blocks(base::Random& random) {
  return {.control = {}, .nodes_per_block = 3 + random.below(60)};
}

/// Checks every `one_in`-th of the numbered trials, until one fails.
template <class OneTrial, class Check>
void for_each_trial(std::size_t one_in, const Check& check) {
  for (std::size_t number = 0; number < number_of_cases(); number += one_in) {
    SCOPED_TRACE("NEMAWASHI_SEED=" + std::to_string(seed()) + ", case " + std::to_string(number));
    OneTrial trial(number);
    check(trial);
    if (testing::Test::HasFailure()) return;
  }
}

}  // namespace nemawashi::tests
