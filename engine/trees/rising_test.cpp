// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/rising.h"

#include <set>

#include <gtest/gtest.h>

#include "tests/random_sum.h"

namespace nemawashi::trees {
namespace {

TEST(RisingSum, AgreesWithTheSumAndItsThresholds) {
  std::size_t in_one = 0;
  std::size_t in_several = 0;
  for (std::size_t number = 0; number < tests::kRandomSums; ++number) {
    SCOPED_TRACE("sum " + std::to_string(number));
    base::Random random(51, number);
    const auto domains = tests::random_domains(random, 4);
    const WeightedSum sum = tests::random_rising_sum(random, domains, tests::random_unit(random));
    const auto rising = rising_sum(sum);
    ASSERT_TRUE(rising);
    const auto all = tests::all_assignments(domains);
    for (const Assignment& assignment : all) {
      EXPECT_EQ(rising->value(evaluated(rising->level, assignment)), evaluated(sum, assignment));
    }
    DiagramStore store(domains);
    std::set<Rational> on_last_piece;
    const Piece& last = rising->value.pieces.back();
    for (const Assignment& assignment : all) {
      if (evaluated(sum, assignment) >= last.intercept) {
        on_last_piece.insert(evaluated(rising->level, assignment));
      }
    }
    EXPECT_EQ(ends_in_one_level(store, *rising), last.slope == 0 && on_last_piece.size() <= 1);
    (ends_in_one_level(store, *rising) ? in_one : in_several) += 1;
    const Rational attained = evaluated(sum, all[random.below(all.size())]);
    for (const Rational& off : {Rational(0), base::fraction(1, 7), base::fraction(-1, 7)}) {
      const Rational least = attained + off;
      const Node set = at_least(store, *rising, least);
      for (const Assignment& assignment : all) {
        EXPECT_EQ(tests::contains(store, set, assignment), evaluated(sum, assignment) >= least);
      }
    }
    if (HasFailure()) return;
  }
  EXPECT_GT(in_one, 0U);
  EXPECT_GT(in_several, 0U);
}

TEST(RisingSum, IsNotMadeOfWhatRisesAndFallsOrIsGathered) {
  BentTerm term{Gathering::sum,
                0,
                {{{{0, {false, true}}}, 1}},
                {{{Rational(0), true, 1, 0}, {std::nullopt, true, -1, 0}}}};
  EXPECT_FALSE(rising_sum({0, {}, {term}}));
  term.value.pieces.back().slope = 2;
  EXPECT_TRUE(rising_sum({0, {}, {term}}));
  EXPECT_FALSE(rising_sum({0, term.changes, {term}}));
  term.gathering = Gathering::greatest;
  EXPECT_FALSE(rising_sum({0, {}, {term}}));
}

TEST(RisingSum, JustBeyondAJumpIsTheNextLevelThatThereIs) {
  // Flat at 0 up to 1/2, which no level attains, then at 1: the levels are whole.
  BentTerm term{Gathering::sum,
                0,
                {{{{0, {false, true, true}}}, 1}},
                {{{base::fraction(1, 2), true, 0, 0}, {std::nullopt, true, 0, 1}}}};
  const auto rising = rising_sum({0, {}, {term}});
  ASSERT_TRUE(rising);
  DiagramStore store({3});
  EXPECT_LE(least_level(*rising, 1), 1);
  EXPECT_EQ(Counter(store).count(at_least(store, *rising, 1)), 2);
}

TEST(RisingSum, IsFlatWhereACapHolds) {
  const PiecewiseLinear capped{{{Rational(1), true, 1, 0}, {std::nullopt, true, 0, 1}}};
  EXPECT_TRUE(is_flat_at(capped, 1));
  EXPECT_FALSE(is_flat_at(capped, base::fraction(1, 2)));
}

}  // namespace
}  // namespace nemawashi::trees
