// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/sums.h"

#include <gtest/gtest.h>

#include "tests/small_problem.h"

namespace nemawashi::agree {
namespace {

using namespace tests;

class Sums : public testing::Test {
 protected:
  Rational at(const trees::WeightedSum& sum, const model::Package& package) const {
    std::vector<std::uint32_t> assignment;
    for (const auto issue : space.order) {
      assignment.push_back(static_cast<std::uint32_t>(package[issue.value].value));
    }
    return trees::evaluated(sum, assignment);
  }

  model::Case a_case = case_of(small_case());
  model::Reading reading = {true};
  Space space = space_of(a_case, whole_scope(a_case, Overrides::fixed_at_no));
};

TEST_F(Sums, GainsAreThoseOfTheTable) {  // tests/small_problem.h
  const auto even =
      gain_sum(a_case, reading, space, kTown, {base::fraction(1, 2), base::fraction(1, 2)});
  EXPECT_EQ(at(even, kNoneLow), 0);
  EXPECT_EQ(at(even, kNorthLow), base::fraction(5, 16));
  EXPECT_EQ(at(even, kNorthHigh), base::fraction(1, 16));
  const auto central = central_gain_sum(a_case, reading, space, kTown);
  EXPECT_EQ(at(central, kNorthHigh), base::fraction(11, 32));
  EXPECT_EQ(at(central, kSouthLow), base::fraction(3, 4));
}

TEST_F(Sums, WorthIsGainAndReservation) {
  // Without agreement only the noise is worth something: 1 at weight 1/4.
  const auto worth = central_worth_sum(a_case, reading, space, kTown);
  EXPECT_EQ(at(worth, kNoneHigh), base::fraction(1, 4));
  EXPECT_EQ(at(worth, kSouthHigh), 1);
}

TEST_F(Sums, LevelsInTheirOwnUnit) {
  const auto water = level_sum(a_case, reading, space, a_case.interests[0].level);
  EXPECT_EQ(at(water, kNoneLow), 100);
  EXPECT_EQ(at(water, kSouthHigh), 180);
  a_case.measures[0].combine = model::Combine::max;
  const auto greatest = level_sum(a_case, reading, space, a_case.interests[0].level);
  EXPECT_EQ(at(greatest, kSouthHigh), 100);
}

TEST_F(Sums, BentShapesAgreeWithTheirValues) {
  model::ValueFunction& function = a_case.interests[0].value;
  const auto half = [&](const model::Package& package) {  // Water alone, less its reservation.
    return at(gain_sum(a_case, reading, space, kTown, {1, 0}), package);
  };
  function.best = 140;
  function.shape = model::Shape::capped;
  EXPECT_EQ(half(kNorthLow), 1);  // 150 is beyond 140.
  function.shape = model::Shape::step;
  function.more_is_better = true;
  function.best = 180;
  EXPECT_EQ(half(kNorthLow), 0);
  EXPECT_EQ(half(kSouthLow), 1);  // Exactly as good as best.
  function.shape = model::Shape::points;
  function.points = {{100, 0}, {140, 1}, {160, 0}};
  EXPECT_EQ(half(kNorthLow), base::fraction(1, 2));
  EXPECT_EQ(half(kSouthLow), 0);
}

TEST_F(Sums, ACapBeyondWhatPackagesReachCostsNothing) {
  model::ValueFunction& function = a_case.interests[0].value;
  function.shape = model::Shape::capped;  // 100 is worth 0 and 180 is worth 1: none goes beyond.
  const auto idle = gain_sum(a_case, reading, space, kTown, {1, 0});
  EXPECT_TRUE(idle.bent.empty());
  EXPECT_EQ(at(idle, kNorthLow), base::fraction(5, 8));
  EXPECT_EQ(at(idle, kSouthLow), 1);
  function.best = 140;
  EXPECT_EQ(gain_sum(a_case, reading, space, kTown, {1, 0}).bent.size(), 1U);
}

TEST_F(Sums, SayWhereAGainIsUnknown) {
  EXPECT_TRUE(unknown_where(a_case, reading, kTown)->empty());
  const auto blank = case_of(changed("effects", "valley;50", "valley;"));
  const auto where = unknown_where(blank, reading, kTown);
  ASSERT_EQ(where->size(), 1U);
  EXPECT_TRUE(model::holds(where->front(), kNorthLow));
  EXPECT_FALSE(model::holds(where->front(), kSouthLow));
  EXPECT_FALSE(unknown_where(case_of(changed("levels", "90;100;110", ";;")), reading, kTown));
}

}  // namespace
}  // namespace nemawashi::agree
