// SPDX-License-Identifier: Apache-2.0
// Places, hours and dates by hand: what the random houses, whose members are parties, do not have.
#include "engine/house/coverage.h"

#include <gtest/gtest.h>

#include "engine/house/answer.h"
#include "engine/model/read_case.h"
#include "tests/small_case.h"

namespace nemawashi::house {
namespace {

using Ids = std::vector<std::string>;

/// A hill in a valley; a pact of the valley, a staff that rests on it, a far helper.
model::Case fire_case() {
  tests::TableTexts texts = tests::small_case();
  texts["places"] += "\nfar;Far;";
  texts["functions"] = "id\nfire";
  texts["arrangements"] =
      "id;floor;members;functions;founded;first_acted;strength;why;status;exists_if\n"
      "pact;1;valley;fire;1998;2003-08-14;has_acted;it did;;\n"
      "staff;2;valley|town;fire;2005-06-01;;acts;it drills;;\n"
      "forum;2;valley|far;fire;2007;;meets;it talks;;\n"
      "helper;2;far;fire;;;acts;it is meant to;proposed;site = north";
  texts["rests_on"] = "id;arrangement;rule\nr1;staff;pact\nr2;forum;any(pact, helper)";
  texts["contingencies"] =
      "id;function;place;members;hours;date\n"
      "hill;fire;hill;;;2003-08-14\n"
      "fast;fire;hill;;3;2006\n"
      "both;fire;;far|valley;;";
  texts["reach"] =
      "id;arrangement;function;place;hours\n"
      "r1;helper;fire;valley;2\nr2;pact;fire;hill;5\nr3;staff;fire;hill;3";
  auto reading = model::read_case(tests::workbook_of(texts));
  EXPECT_TRUE(reading.a_case.has_value()) << tests::codes(reading.diagnostics);
  return *std::move(reading.a_case);
}

Ids ids(const model::Case& a_case, const std::vector<ArrangementIndex>& some) {
  Ids result;
  for (const ArrangementIndex one : some) result.push_back(a_case.house.at(one).origin.id);
  return result;
}

HouseQuestion asked(const model::Case& a_case, std::size_t site) {
  HouseQuestion question;
  question.package = {model::OptionIndex(site), model::OptionIndex(0)};
  question.reading = model::default_reading(a_case);
  return question;
}

TEST(Coverage, APlaceIsCoveredThroughMembersAroundItAndReach) {
  const model::Case a_case = fire_case();
  const auto found = covers(a_case);
  EXPECT_EQ(ids(a_case, found[0]), (Ids{"pact", "staff", "forum", "helper"}));
  EXPECT_EQ(ids(a_case, found[1]), (Ids{"staff", "helper"}));  // The pact takes five hours.
  EXPECT_EQ(ids(a_case, found[2]), (Ids{"forum"}));            // It alone has both.
}

TEST(Coverage, WhatWasThereBeforeAndHadActed) {
  const model::Case a_case = fire_case();
  const HouseAnswer answer = house_answer(a_case, asked(a_case, 0));
  const AnsweredContingency& hill = answer.contingencies[0];
  EXPECT_EQ(ids(a_case, hill.existed_then), (Ids{"pact"}));
  EXPECT_TRUE(hill.had_acted.empty());  // It acted that day for the first time.
  EXPECT_EQ(ids(a_case, hill.proposed), (Ids{"helper"}));
  EXPECT_EQ(hill.best, Strength::has_acted);
  EXPECT_EQ(ids(a_case, answer.contingencies[1].existed_then), (Ids{"staff"}));
  EXPECT_EQ(answer.contingencies[2].best, Strength::meets);
  EXPECT_FALSE(is_answered(answer.contingencies[2].best));
}

TEST(Coverage, AnOptionFoundsAndAWayRoundHolds) {
  const model::Case a_case = fire_case();
  const HouseAnswer now = house_answer(a_case, asked(a_case, 0));
  const HouseAnswer north = house_answer(a_case, asked(a_case, 1));
  const auto fallen_with_pact = [&](const HouseAnswer& answer) {
    return ids(a_case, answer.falls.at(0).change.fallen);
  };
  EXPECT_EQ(fallen_with_pact(now), (Ids{"pact", "staff", "forum"}));
  EXPECT_EQ(fallen_with_pact(north), (Ids{"pact", "staff"}));  // The forum has the helper.
  ASSERT_EQ(now.options.size(), 2U);
  EXPECT_EQ(ids(a_case, now.options[0].change.risen), (Ids{"helper"}));
  EXPECT_TRUE(now.options[1].change.risen.empty());
  EXPECT_TRUE(now.options[0].change.firmer.empty());
  EXPECT_EQ(now.without_any.at(0).size(), 0U);
  // Making the forum act answers what nothing else can.
  EXPECT_EQ(ids(a_case, {now.next.steps[0].arrangement}), (Ids{"forum"}));
  EXPECT_EQ(now.next.steps[0].change.answered.size(), 1U);
}

TEST(DisjointPaths, OfATriangleOneOfASquareTwo) {
  // Three pairs out of three components share one each; a square has two opposite sides.
  const DisjointPaths triangle = disjoint_paths({{0, 1}, {1, 2}, {0, 2}}, Listed::all, 2);
  EXPECT_EQ(triangle.at_least, 1U);
  EXPECT_EQ(triangle.at_most, 1U);
  const DisjointPaths square = disjoint_paths({{0, 1}, {1, 2}, {2, 3}, {0, 3}}, Listed::all, 2);
  EXPECT_EQ(square.at_least, 2U);
  const DisjointPaths unproved = disjoint_paths({{0, 1}, {1, 2}, {0, 2}}, Listed::some, 2);
  EXPECT_EQ(unproved.at_least, 1U);
  EXPECT_EQ(unproved.at_most, 2U);
}

}  // namespace
}  // namespace nemawashi::house
