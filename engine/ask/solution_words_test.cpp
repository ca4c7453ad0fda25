// SPDX-License-Identifier: Apache-2.0
#include "engine/ask/solution_words.h"

#include <gtest/gtest.h>

#include "tests/points_game.h"

namespace nemawashi::ask {
namespace {

using namespace tests;

agree::Solutions solved(const model::Case& a_case) {
  const agree::Problem problem{a_case, {}, whole_scope(a_case, agree::Overrides::fixed_at_no)};
  return agree::solutions(problem, agree::default_bargaining(problem, {}), {}, {});
}

TEST(SolutionWords, WhyThereIsNone) {
  model::Case a_case = points_game("b1;;pb;b;-1;s\na1;i = w;pa;a;1;s", "");
  EXPECT_EQ(no_solutions_words(a_case, solved(a_case)),
            "no package is ratifiable at the central weights");
  a_case.consent.kind = model::BasicRule<model::GateIndex>::Kind::any;  // b's no is no bar now.
  EXPECT_EQ(no_solutions_words(a_case, solved(a_case)),
            "B has a negative gain, or one that is not known, in every package that is ratifiable "
            "at the central weights");
  model::Case opposed = points_game(
      "a1;i = w|x;pa;a;1;s\na2;i = y|z;pa;a;-1;s\nb1;i = w|x;pb;b;-1;s\nb2;i = y|z;pb;b;1;s", "");
  opposed.consent.kind = model::BasicRule<model::GateIndex>::Kind::any;
  EXPECT_EQ(no_solutions_words(opposed, solved(opposed)),
            "one or another of A and B has a negative gain, or one that is not known, in every "
            "package that is ratifiable at the central weights");
}

TEST(SolutionWords, WhoGainsNothing) {
  const model::Case a_case = points_game("a1;i = w;pa;a;2;s", "");
  EXPECT_EQ(gains_nothing_words(a_case, solved(a_case)),
            "B gains nothing: no package of R0 is better for it than what it expects without "
            "agreement, its margin included, so Nash and Kalai-Smorodinsky leave it out.");
  const model::Case nobody = points_game("a1;i = w;pa;a;-2;s", "");
  EXPECT_EQ(gains_nothing_words(nobody, solved(nobody)),
            "A and B gain nothing: no package of R0 is better for any of them than what they "
            "expect without agreement, their margin included, so every package of R0 attains "
            "every solution.");
  const model::Case both = points_game(kPoints, "");
  EXPECT_EQ(gains_nothing_words(both, solved(both)), "");
}

TEST(SolutionWords, AllButOneSayThatTheyCompareScales) {
  for (const auto solution : agree::kSolutions) {
    EXPECT_EQ(compares_scales(solution), solution != agree::Solution::kalai_smorodinsky);
    EXPECT_FALSE(solution_definition(solution).empty());
  }
}

}  // namespace
}  // namespace nemawashi::ask
