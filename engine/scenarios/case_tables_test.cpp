// SPDX-License-Identifier: Apache-2.0
#include "engine/scenarios/case_tables.h"

#include <gtest/gtest.h>

#include "engine/model/answer.h"
#include "engine/model/check.h"
#include "engine/model/levels.h"
#include "engine/model/read_case.h"
#include "tests/scenario_utility.h"

namespace nemawashi::scenarios {
namespace {

using base::fraction;

Profile profile(const std::string& name, const Rational& reservation) {
  Profile result;
  result.name = name;
  result.weights = {fraction(1, 3), fraction(2, 3)};
  result.evaluations = {{0, 1}, {1, fraction(1, 2)}};
  result.reservation = reservation;
  result.states_reservation = true;
  return result;
}

Scenario small_scenario() {
  Scenario scenario;
  scenario.name = "Two issues";
  scenario.format = "test";
  scenario.issues = {{"Price", {"$1", "$2"}}, {"Date", {"-1", "0"}}};
  scenario.profiles = {profile("A", fraction(1, 3)), profile("B", 0)};
  scenario.profiles[1].rectangles = {{{{0, {1}}, {1, {0}}}, fraction(1, 5)}};
  scenario.profiles[1].discount = fraction(9, 10);
  return scenario;
}

model::Case case_of(const Scenario& scenario) {
  const CaseTables tables = case_tables(scenario);
  EXPECT_TRUE(tables.workbook.has_value());
  model::CaseReading reading = model::read_case(tables.workbook.value_or(model::Workbook{}));
  for (const auto& finding : reading.diagnostics) ADD_FAILURE() << finding.message;
  return reading.a_case.value_or(model::Case{});
}

/// The worth in the case of every package, to be compared with utility().
Rational worth(const model::Case& a_case, std::size_t party,
               const std::vector<std::size_t>& options) {
  model::Package package;
  for (const std::size_t option : options) package.emplace_back(option);
  const auto answers = model::party_answers(a_case, model::default_reading(a_case), package);
  const model::PartyIndex index(party);
  return answers[party].gain->central.value +
         model::central_reservation(a_case, model::default_reading(a_case), index).value();
}

TEST(CaseTables, GiveEveryPackageItsUtility) {
  Scenario scenario = small_scenario();
  scenario.semantics = Semantics::raw;
  const model::Case a_case = case_of(scenario);
  for (std::size_t p = 0; p < 2; ++p) {
    for (std::size_t i = 0; i < 2; ++i) {
      for (std::size_t j = 0; j < 2; ++j) {
        EXPECT_EQ(worth(a_case, p, {i, j}), tests::utility(scenario.profiles[p], {i, j}));
      }
    }
  }
}

TEST(CaseTables, CutUtilityUnderGenius) {
  const model::Case a_case = case_of(small_scenario());
  EXPECT_EQ(worth(a_case, 1, {1, 0}), 1);  // 1/3 + 2/3 + 1/5.
  EXPECT_EQ(worth(a_case, 0, {0, 1}), fraction(1, 3));
}

TEST(CaseTables, KeepReservationDiscountAndGates) {
  const model::Case a_case = case_of(small_scenario());
  EXPECT_EQ(a_case.gates.size(), 2U);
  EXPECT_EQ(a_case.parties[1].discount, fraction(9, 10));
  EXPECT_EQ(a_case.parties[0].discount, std::nullopt);
  const auto reservation =
      model::central_reservation(a_case, model::default_reading(a_case), model::PartyIndex(0));
  EXPECT_EQ(reservation, fraction(1, 3));
  EXPECT_FALSE(base::has_errors(model::check(a_case)));
}

TEST(CaseTables, SayWhatNobodyStated) {
  Scenario scenario = small_scenario();
  EXPECT_EQ(case_of(scenario).prepared.find("reservation"), std::string::npos);
  scenario.profiles[1].states_reservation = false;
  EXPECT_NE(case_of(scenario).prepared.find("No reservation utility is stated for B: 0 is taken"),
            std::string::npos);
  scenario.profiles[0].states_reservation = false;
  const model::Case a_case = case_of(scenario);
  EXPECT_NE(a_case.prepared.find("No reservation utility is stated: 0 is taken"),
            std::string::npos);
  EXPECT_FALSE(a_case.parties[0].interests_by.has_value());
  EXPECT_EQ(a_case.as_of, model::kUndated);
}

TEST(CaseTables, TellNamesWithDotsApart) {
  Scenario scenario = small_scenario();
  scenario.issues = {{"b.c", {"d", "e"}}, {"b", {"c.d", "c.e"}}};
  EXPECT_EQ(case_of(scenario).issues.size(), 2U);
}

TEST(CaseTables, WriteAQuorumAsARule) {
  Scenario scenario = small_scenario();
  scenario.quorum = Quorum{{1}, 1};
  const model::Case a_case = case_of(scenario);
  model::Package package = {model::OptionIndex(0), model::OptionIndex(1)};  // A: 1/3 of 1/3.
  const auto reading = model::default_reading(a_case);
  EXPECT_TRUE(
      model::consent(a_case, package, model::party_answers(a_case, reading, package)).necessary);
}

TEST(CaseTables, RefuseWhatNoCaseHolds) {
  Scenario scenario = small_scenario();
  scenario.profiles[0].rectangles.resize(kMostEffects);
  const CaseTables tables = case_tables(scenario);
  EXPECT_FALSE(tables.workbook.has_value());
  EXPECT_EQ(tables.diagnostics.at(0).code, "scenario-too-large");
}

TEST(CaseTables, RefuseNumbersThatNoCellHolds) {
  Scenario scenario = small_scenario();
  Rational tiny(1, 3);
  for (int i = 0; i < 500; ++i) tiny /= 10;
  scenario.profiles[0].weights[0] = tiny;
  const CaseTables tables = case_tables(scenario);
  EXPECT_FALSE(tables.workbook.has_value());
  EXPECT_EQ(tables.diagnostics.at(0).code, "number-too-long");
}

}  // namespace
}  // namespace nemawashi::scenarios
