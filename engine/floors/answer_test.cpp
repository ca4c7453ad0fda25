// SPDX-License-Identifier: Apache-2.0
#include "engine/floors/answer.h"

#include <cmath>

#include <gtest/gtest.h>

#include "engine/floors/common_cause.h"
#include "engine/floors/structure_of.h"
#include "engine/trees/cut_sets.h"
#include "engine/trees/fussell_vesely.h"
#include "tests/random_structure.h"

namespace nemawashi::floors {
namespace {

Expression number(double value) { return {Operation::number, value, {}, 0, {}}; }
Expression of(Operation operation, const std::vector<double>& parts) {
  Expression expression{operation, 0, {}, 0, {}};
  for (const double part : parts) expression.parts.push_back(number(part));
  return expression;
}
double value(const Expression& expression) { return evaluated(expression, {}, 100); }

/// By hand, from the formulas of the format.
TEST(Expression, RatesAndTests) {
  EXPECT_NEAR(value(of(Operation::exponential, {0.01, 100})), 1 - std::exp(-1.0), 1e-12);
  EXPECT_NEAR(value(of(Operation::repaired, {0, 0.01, 0.09, 10})), 0.1 * (1 - std::exp(-1.0)),
              1e-12);
  EXPECT_NEAR(value(of(Operation::repaired, {0.5, 0.01, 0.09, 0})), 0.5, 1e-12);
  EXPECT_NEAR(value(of(Operation::weibull, {50, 2, 50, 100})), 1 - std::exp(-1.0), 1e-12);
  EXPECT_EQ(value(of(Operation::weibull, {50, 2, 50, 40})), 0);
  EXPECT_NEAR(value(of(Operation::periodic_test, {0.01, 30, 10, 100})), 1 - std::exp(-0.3), 1e-12);
  EXPECT_NEAR(value(of(Operation::periodic_test, {0.01, 30, 10, 105})), 1 - std::exp(-0.05), 1e-12);
  EXPECT_NEAR(value(of(Operation::lognormal_deviate, {0, 2})), std::exp(2.0), 1e-12);
  EXPECT_TRUE(std::isnan(value(of(Operation::logarithm, {-1}))));
  // After so short a time nothing is repaired yet: the rate times the time.
  EXPECT_NEAR(value(of(Operation::repaired, {0, 1e-4, 1e-3, 1e-9})) / 1e-13, 1, 1e-9);
}

/// What is no number is not swallowed, but by a choice that does not take it.
TEST(Expression, WhatIsNoNumberStaysNone) {
  const double none = std::nan("");
  for (const Operation operation :
       {Operation::least, Operation::greatest, Operation::logical_and, Operation::logical_or}) {
    EXPECT_TRUE(std::isnan(value(of(operation, {0.5, none}))));
    EXPECT_TRUE(std::isnan(value(of(operation, {none, 0.5}))));
  }
  EXPECT_TRUE(std::isnan(value(of(Operation::less, {none, 1}))));
  EXPECT_TRUE(std::isnan(value(of(Operation::weibull, {none, 2, 50, 40}))));
  EXPECT_TRUE(std::isnan(value(of(Operation::if_then_else, {none, 0.25, 0.5}))));
  EXPECT_EQ(value(of(Operation::if_then_else, {0, none, 0.5})), 0.5);
  EXPECT_EQ(value(of(Operation::if_then_else, {1, 0.25, none})), 0.25);
}

CommonCauseGroup group_of_three(CommonCauseModel model,
                                const std::vector<std::pair<std::uint32_t, double>>& factors) {
  CommonCauseGroup group{model, {0, 1, 2}, number(0.1), {}};
  for (const auto& [level, factor] : factors) group.factors.push_back({level, number(factor)});
  return group;
}

/// By hand from the format's definitions, for three members with 0.1 each: whatever the model, a
/// member's ways to fail (alone, two pairs, all three) add up to 0.1 unless the factors leave some
/// out.
TEST(CommonCause, LevelsOfEachModel) {
  using Levels = std::vector<double>;
  const auto near = [](const Levels& found, const Levels& expected) {
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) EXPECT_NEAR(found[i], expected[i], 1e-15);
  };
  near(level_probabilities(group_of_three(CommonCauseModel::beta_factor, {{3, 0.2}}), {}, 0),
       {0.08, 0, 0.02});
  near(level_probabilities(group_of_three(CommonCauseModel::greek_letters, {{2, 0.2}, {3, 0.5}}),
                           {}, 0),
       {0.08, 0.005, 0.01});  // 0.2 x 0.5 / 2 and 0.2 x 0.5 of 0.1.
  near(level_probabilities(
           group_of_three(CommonCauseModel::alpha_factor, {{1, 0.9}, {2, 0.06}, {3, 0.04}}), {}, 0),
       {0.09 / 1.14, 0.006 / 1.14, 0.012 / 1.14});  // Weights 1 x 0.9 + 2 x 0.06 + 3 x 0.04.
  near(level_probabilities(
           group_of_three(CommonCauseModel::phi_factor, {{1, 0.8}, {2, 0.05}, {3, 0.1}}), {}, 0),
       {0.08, 0.005, 0.01});
}

FaultTrees two_trains() {
  FaultTrees trees;
  for (const auto& [name, p] : std::vector<std::pair<std::string, double>>{
           {"valve 1", 0.5}, {"pump 1", 0.7}, {"valve 2", 0.5}, {"pump 2", 0.7}}) {
    trees.events.push_back({name, number(p)});
  }
  const auto event = [](std::uint32_t i) { return Term{Term::Of::basic_event, i, false}; };
  const auto gate = [](std::uint32_t i) { return Term{Term::Of::gate, i, false}; };
  trees.gates = {{"one", Connective::any, 0, 0, false, {event(0), event(1)}},
                 {"two", Connective::any, 0, 0, false, {event(2), event(3)}},
                 {"top", Connective::all, 0, 0, false, {gate(0), gate(1)}}};
  trees.tops = {{"top", "t", 2}};
  return trees;
}

/// scram 0.16.2 on its TwoTrain/two_train.xml, with --importance: probability 0.7225; of the valves
/// Birnbaum 0.255, criticality 0.176471, RAW 1.17647, RRW 1.21429.
TEST(Floors, TwoTrainsAsScramHasThem) {
  FloorsOptions options;
  options.list = 10;
  const FunctionAnswer answer = floors(two_trains(), options).functions.at(0);
  EXPECT_NEAR(*answer.probability, 0.7225, 1e-15);
  EXPECT_EQ(*answer.cut_sets.count, 4);
  EXPECT_EQ(*answer.path_sets.count, 2);
  EXPECT_EQ(answer.cut_sets.listed.size(), 4U);
  EXPECT_NEAR(*answer.cut_sets.listed[0].probability, 0.49, 1e-15);
  const EventImportance& valve = answer.importance.at(2);  // After the pumps.
  EXPECT_NEAR(valve.birnbaum, 0.255, 1e-12);
  EXPECT_NEAR(*valve.criticality, 0.255 * 0.5 / 0.7225, 1e-12);
  EXPECT_NEAR(*valve.risk_achievement_worth, 0.85 / 0.7225, 1e-12);
  EXPECT_NEAR(*valve.risk_reduction_worth, 0.7225 / 0.595, 1e-12);
  // Valve and (valve or pump) of the other train.
  EXPECT_NEAR(*valve.fussell_vesely, 0.5 * 0.85 / 0.7225, 1e-12);
}

TEST(Floors, WhatIsNoProbabilityIsRefused) {
  FaultTrees trees = two_trains();
  trees.events[1].probability = number(1.5);
  const FloorsAnswer answer = floors(trees);
  ASSERT_EQ(answer.diagnostics.size(), 1U);
  EXPECT_EQ(answer.diagnostics[0].code, "not-a-probability");
  EXPECT_TRUE(answer.functions.empty());
}

TEST(Floors, StoppedOrWithoutRoomItSaysSo) {
  FloorsOptions options;
  options.nodes = 1;
  const FloorsAnswer answer = floors(two_trains(), options);
  EXPECT_EQ(answer.functions.at(0).ending, FunctionAnswer::Ending::no_room);
  EXPECT_FALSE(answer.functions[0].cut_sets.count.has_value());
  EXPECT_FALSE(answer.is_complete());
}

/// What comes after the stop is named, and not begun.
TEST(Floors, StopsBetweenTops) {
  FaultTrees trees = two_trains();
  trees.tops = {{"one", "t", 0}, {"two", "t", 1}, {"top", "t", 2}};
  FloorsOptions options;
  std::size_t reported = 0;
  options.control.progress = [&](const base::Progress&) { ++reported; };
  options.control.stop = [&] { return reported > 0; };
  const FloorsAnswer answer = floors(trees, options);
  ASSERT_EQ(answer.functions.size(), 3U);
  EXPECT_EQ(answer.functions[0].ending, FunctionAnswer::Ending::complete);
  EXPECT_EQ(answer.functions[2].name, "top");
  EXPECT_EQ(answer.functions[2].ending, FunctionAnswer::Ending::stopped);
  EXPECT_EQ(answer.functions[2].events, 0U);
  EXPECT_FALSE(answer.is_complete());
}

/// The union of the minimal sets with a component, by listing all states.
TEST(FussellVesely, AgreesWithAllStates) {
  for (std::uint64_t trial = 0; trial < 200; ++trial) {
    SCOPED_TRACE(trial);
    base::Random random(1975, trial);
    const auto components = static_cast<std::uint32_t>(1 + random.below(8));
    const auto coherence = trial % 2 == 0 ? tests::Coherence::coherent : tests::Coherence::any;
    const trees::Structure structure = tests::random_structure(
        random, components, static_cast<std::uint32_t>(1 + random.below(10)), coherence);
    std::vector<double> probabilities;
    for (std::uint32_t i = 0; i < components; ++i) probabilities.push_back(random.unit());
    const auto cuts = trees::minimal_sets_of(trees::compiled(structure), trees::Side::holds);
    const auto found = trees::holding_with(cuts, probabilities);
    const auto minimal = tests::minimal_states(tests::truth_table(structure));
    for (std::uint32_t i = 0; i < components; ++i) {
      std::vector<bool> some_holds;
      for (std::uint64_t bits = 0; bits < std::uint64_t{1} << components; ++bits) {
        bool holds = false;
        for (const std::uint64_t set : minimal) {
          if ((set >> i & 1U) != 0 && (set & bits) == set) holds = true;
        }
        some_holds.push_back(holds);
      }
      EXPECT_NEAR(found[i], tests::table_probability(some_holds, probabilities), 1e-9);
    }
    if (testing::Test::HasFailure()) return;
  }
}

}  // namespace
}  // namespace nemawashi::floors
