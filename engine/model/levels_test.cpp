// SPDX-License-Identifier: Apache-2.0
#include "engine/model/levels.h"

#include <gtest/gtest.h>

#include "tests/small_problem.h"

namespace nemawashi::model {
namespace {

using namespace tests;

/// Water in the valley, as read from the small case.
LevelIndex water(const Case& a_case) { return a_case.interests[0].level; }
LevelIndex noise(const Case& a_case) { return a_case.interests[1].level; }

std::optional<Rational> water_in(const Case& a_case, const Package& package) {
  return level_in_package(a_case, default_reading(a_case), water(a_case), package);
}

TEST(Levels, SumsAddWhatHolds) {
  const Case a_case = case_of(small_case());
  EXPECT_EQ(level_today(a_case, water(a_case)), 100);
  EXPECT_EQ(water_in(a_case, kNoneLow), 100);
  EXPECT_EQ(water_in(a_case, kNorthHigh), 150);
  EXPECT_EQ(water_in(a_case, kSouthHigh), 180);
  EXPECT_EQ(level_in_package(a_case, {true}, noise(a_case), kNorthHigh), 5);  // A link.
}

TEST(Levels, GreatestAndLeastTakeTheValuesOfEffects) {
  EXPECT_EQ(water_in(case_of(changed("measures", "more;;", "more;max;")), kNorthLow), 100);
  EXPECT_EQ(water_in(case_of(changed("measures", "more;;", "more;min;")), kNorthLow), 50);
}

TEST(Levels, ABlankMakesTheLevelUnknownWhereItHolds) {
  const Case a_case = case_of(changed("effects", "valley;50", "valley;"));
  EXPECT_EQ(water_in(a_case, kNorthLow), std::nullopt);
  EXPECT_EQ(water_in(a_case, kSouthHigh), 180);
  const Case no_base = case_of(changed("levels", "90;100;110", ";;"));
  EXPECT_EQ(water_in(no_base, kNoneLow), std::nullopt);
}

TEST(Levels, EffectsRestOnClaims) {
  const Case a_case = case_of(changed("effects", "valley;50;", "valley;50;slope"));
  EXPECT_EQ(level_in_package(a_case, {true}, water(a_case), kNorthLow), 150);
  EXPECT_EQ(level_in_package(a_case, {false}, water(a_case), kNorthLow), 100);
}

TEST(Value, OfEachShape) {
  ValueFunction function;
  function.worst = 10;
  function.best = 0;
  EXPECT_EQ(value(function, 5), base::fraction(1, 2));
  EXPECT_EQ(value(function, -10), 2);  // linear goes on beyond the ends
  function.shape = Shape::capped;
  EXPECT_EQ(value(function, -10), 1);
  EXPECT_EQ(value(function, 11), 0);
  EXPECT_EQ(value(function, base::fraction(5, 2)), base::fraction(3, 4));
  function.shape = Shape::points;
  function.points = {{0, 1}, {4, 0}, {8, base::fraction(1, 2)}};
  EXPECT_EQ(value(function, -1), 1);
  EXPECT_EQ(value(function, 1), base::fraction(3, 4));
  EXPECT_EQ(value(function, 4), 0);
  EXPECT_EQ(value(function, 6), base::fraction(1, 4));
  EXPECT_EQ(value(function, 9), base::fraction(1, 2));
  function.shape = Shape::step;
  function.more_is_better = false;
  EXPECT_EQ(value(function, 0), 1);  // exactly as good as best
  EXPECT_EQ(value(function, base::fraction(1, 1000)), 0);
  function.more_is_better = true;
  EXPECT_EQ(value(function, base::fraction(1, 1000)), 1);
}

TEST(Reservation, IsTheExpectationOfValuesNotTheValueOfAnExpectation) {
  TableTexts texts =
      changed("baselines", "drift;Drift;1;paper", "drift;Drift;3/4;paper\nflood;Flood;1/4;paper");
  texts["effects"] += "\ne4;;flood;water;valley;160;;paper";
  texts["interests"].replace(texts["interests"].find("100;180;"), 8, "100;180;capped");
  const Case a_case = case_of(texts);
  // Drift leaves 100, worth 0; flood gives 260, worth 1 when capped (140 on average: worth 1/2).
  EXPECT_EQ(reservation_value(a_case, {true}, a_case.interests[0]), base::fraction(1, 4));
}

TEST(Reservation, OfTodayIsTheLevelsAsTheyStand) {
  TableTexts texts = changed("levels", "90;100;110", "90;120;130");
  texts["case"] = "id;question;as_of;wants;reservation\nr;Where?;2020-01-01;;today";
  const Case a_case = case_of(texts);
  EXPECT_EQ(reservation_value(a_case, {true}, a_case.interests[0]),
            base::fraction(1, 4));  // 20 of 80
  // Noise 0 today is worth 1: 3/4 x 1/4 + 1/4 x 1.
  EXPECT_EQ(central_reservation(a_case, {true}, kTown), base::fraction(7, 16));
  EXPECT_EQ(central_reservation(a_case, {true}, kCouncil), std::nullopt);
}

TEST(StandingPackage, IsTheDefaultsElseTheFirstOptions) {
  EXPECT_EQ(standing_package(case_of(changed("issues", "Site;none;;", "Site;north;;"))), kNorthLow);
}

}  // namespace
}  // namespace nemawashi::model
