// SPDX-License-Identifier: Apache-2.0
// Structures compiled, against the list of all their states.
#include "engine/trees/compiled.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "engine/trees/cut_sets.h"
#include "engine/trees/modules.h"
#include "engine/trees/ranked_sets.h"
#include "engine/trees/top_probability.h"
#include "engine/trees/variable_orders.h"
#include "tests/random_structure.h"

namespace nemawashi::trees {
namespace {

using tests::Coherence;

constexpr GateKind kAll = GateKind::all;
constexpr GateKind kAny = GateKind::any;

Operand is(std::uint32_t item) { return {item, false}; }
Operand is_not(std::uint32_t item) { return {item, true}; }

/// Two trains, each of a valve and a pump: fails if both trains do, a train if one part does.
Structure two_trains() {
  return {
      4, {{kAny, 0, {is(0), is(1)}}, {kAny, 0, {is(2), is(3)}}, {kAll, 0, {is(4), is(5)}}}, is(6)};
}

TEST(Compiled, TwoTrainsHaveFourCutSetsAndTwoPathSets) {
  const Compiled trains = compiled(two_trains());
  EXPECT_EQ(trains.modules.size(), 3U);
  EXPECT_EQ(count(minimal_sets_of(trains, Side::holds)), 4);
  EXPECT_EQ(count(minimal_sets_of(trains, Side::fails)), 2);
  // (1 - 0.5 x 0.3)^2, as scram 0.16.2 gives for its TwoTrain/two_train.xml: 0.7225.
  EXPECT_DOUBLE_EQ(top_probability(trains, std::vector<double>{0.5, 0.7, 0.5, 0.7}), 0.7225);
  const std::vector<base::Rational> exact(4, base::Rational(1, 3));
  EXPECT_EQ(top_probability(trains, exact), base::Rational(25, 81));
}

TEST(Compiled, ConstantsHaveNoSetOrTheEmptyOne) {
  const Compiled always = compiled({1, {{kAny, 0, {is(0), is_not(0)}}}, is(1)});
  EXPECT_EQ(count(minimal_sets_of(always, Side::holds)), 1);
  EXPECT_EQ(count(minimal_sets_of(always, Side::fails)), 0);
  EXPECT_DOUBLE_EQ(top_probability(always, std::vector<double>{0.2}), 1);
  const Compiled never = compiled({1, {{kAll, 0, {is(0), is_not(0)}}}, is(1)});
  EXPECT_EQ(count(minimal_sets_of(never, Side::holds)), 0);
  EXPECT_EQ(count(minimal_sets_of(never, Side::fails)), 1);
}

TEST(Compiled, TheTopMayBeAComponent) {
  const Compiled component = compiled({2, {}, is_not(1)});
  EXPECT_DOUBLE_EQ(top_probability(component, std::vector<double>{0.2, 0.3}), 0.7);
  const CutSets sets = minimal_sets_of(component, Side::holds);
  EXPECT_EQ(count(sets), 1);  // Nothing needs to hold.
}

TEST(Compiled, AComplementCostsNoDigits) {
  const Compiled difference = compiled({2, {{kAll, 0, {is(0), is_not(1)}}}, is(2)});
  EXPECT_DOUBLE_EQ(top_probability(difference, std::vector<double>{1e-20, 0.5}), 5e-21);
}

/// Rauzy 2001: a b or not a c has the minimal cut sets ab and c, not the prime implicants.
TEST(Compiled, AbsenceIsTakenAsGiven) {
  const Structure structure = {
      3,
      {{kAll, 0, {is(0), is(1)}}, {kAll, 0, {is_not(0), is(2)}}, {kAny, 0, {is(3), is(4)}}},
      is(5)};
  const auto sets = ranked_sets(minimal_sets_of(compiled(structure), Side::holds), {0.5, 0.5, 0.5},
                                Ranking::by_size, 10);
  ASSERT_EQ(sets.size(), 2U);
  EXPECT_EQ(sets[0].components, (std::vector<std::uint32_t>{2}));
  EXPECT_EQ(sets[1].components, (std::vector<std::uint32_t>{0, 1}));
}

/// 40 of 80 hold in C(80, 40) ways at least, more than 64 bits count.
TEST(Compiled, CountsBeyondSixtyFourBits) {
  Structure structure{80, {{GateKind::at_least, 40, {}}}, is(80)};
  for (std::uint32_t i = 0; i < 80; ++i) structure.gates[0].operands.push_back(is(i));
  const CutSets sets = minimal_sets_of(compiled(structure), Side::holds);
  EXPECT_EQ(count(sets).get_str(), "107507208733336176461620");  // C(80, 40): Pascal's triangle.
  Structure wide{400, {{GateKind::at_least, 200, {}}}, is(400)};
  for (std::uint32_t i = 0; i < 400; ++i) wide.gates[0].operands.push_back(is(i));
  base::Integer binomial;
  mpz_bin_uiui(binomial.get_mpz_t(), 400, 200);
  EXPECT_EQ(count(minimal_sets_of(compiled(wide), Side::holds)), binomial);
}

/// At least half of so many components.
Structure half_of(std::uint32_t components) {
  Structure structure{components, {{GateKind::at_least, components / 2, {}}}, is(components)};
  for (std::uint32_t i = 0; i < components; ++i) structure.gates[0].operands.push_back(is(i));
  return structure;
}

TEST(Compiled, StopsAndSaysWhereItIsTooLarge) {
  EXPECT_THROW(compiled(half_of(400), {.nodes = 1000}), NodeLimitReached);
  const base::Control stopped{[] { return true; }, {}, {}};
  EXPECT_THROW(compiled(half_of(400), {.nodes = 50'000'000, .control = stopped}), WorkStopped);
}

/// A family with a node for each of many components: searches are deep, and no longer than asked.
TEST(Compiled, ListsTheFirstOfManySets) {
  Structure any{2'000, {{kAny, 0, {}}}, is(2'000)};
  for (std::uint32_t i = 0; i < any.components; ++i) any.gates[0].operands.push_back(is(i));
  std::vector<double> probabilities(any.components, 0.001);
  probabilities[900] = 0.5;
  const CutSets sets = minimal_sets_of(compiled(any), Side::holds);
  const auto first = ranked_sets(sets, probabilities, Ranking::by_probability, 3);
  ASSERT_EQ(first.size(), 3U);
  EXPECT_EQ(first[0].components, std::vector<std::uint32_t>{900});
  EXPECT_DOUBLE_EQ(first[1].probability, 0.001);
}

std::vector<std::uint64_t> bits_of(const std::vector<RankedSet>& sets) {
  std::vector<std::uint64_t> result;
  for (const RankedSet& set : sets) {
    std::uint64_t bits = 0;
    for (const std::uint32_t component : set.components) bits |= std::uint64_t{1} << component;
    result.push_back(bits);
  }
  std::sort(result.begin(), result.end());
  return result;
}

void check_sets(const Compiled& diagrams, Side side, const std::vector<double>& probabilities,
                const std::vector<std::uint64_t>& expected) {
  const CutSets sets = minimal_sets_of(diagrams, side);
  EXPECT_EQ(count(sets), static_cast<unsigned long>(expected.size()));
  for (const Ranking ranking : {Ranking::by_size, Ranking::by_probability}) {
    const auto all = ranked_sets(sets, probabilities, ranking, expected.size() + 5);
    EXPECT_EQ(bits_of(all), expected);
    for (std::size_t i = 1; i < all.size(); ++i) {
      if (ranking == Ranking::by_size) {
        EXPECT_LE(all[i - 1].components.size(), all[i].components.size());
      } else {
        EXPECT_GE(all[i - 1].probability, all[i].probability);
      }
    }
    const auto first = ranked_sets(sets, probabilities, ranking, 3);
    for (std::size_t i = 0; i < first.size(); ++i) {
      EXPECT_NEAR(first[i].probability, all[i].probability, 1e-12);
      EXPECT_EQ(ranking == Ranking::by_size ? first[i].components.size() : 0,
                ranking == Ranking::by_size ? all[i].components.size() : 0);
    }
  }
}

void check_structure(const Structure& structure, base::Random& random) {
  const std::vector<bool> table = tests::truth_table(structure);
  EXPECT_EQ(tests::truth_table(simplified(structure)), table);
  std::vector<double> probabilities;
  for (std::uint32_t i = 0; i < structure.components; ++i) probabilities.push_back(random.unit());
  const Compiled diagrams = compiled(structure);
  EXPECT_NEAR(top_probability(diagrams, probabilities),
              tests::table_probability(table, probabilities), 1e-9);
  for (const auto& order : variable_orders(structure)) {
    ModuleDiagram whole{order, compiled_in_order(structure, order, {})};
    const Compiled alone{structure.components, {whole}};
    EXPECT_NEAR(top_probability(alone, probabilities), top_probability(diagrams, probabilities),
                1e-9);
  }
  check_sets(diagrams, Side::holds, probabilities, tests::minimal_states(table));
  check_sets(diagrams, Side::fails, probabilities, tests::minimal_states(tests::dual(table)));
  const auto measures = importance(diagrams, probabilities);
  for (std::uint32_t i = 0; i < structure.components; ++i) {
    std::vector<double> changed = probabilities;
    changed[i] = 1;
    const double with = tests::table_probability(table, changed);
    changed[i] = 0;
    const double without = tests::table_probability(table, changed);
    EXPECT_NEAR(measures[i].with, with, 1e-9);
    EXPECT_NEAR(measures[i].without, without, 1e-9);
    EXPECT_NEAR(measures[i].birnbaum, with - without, 1e-9);
  }
}

/// Not b, or a: what a does matters where b holds, once in 10^12, and the top nearly always holds.
TEST(Importance, KeepsItsDigitsWhereTheTopNearlyHolds) {
  const Compiled implied = compiled({2, {{kAny, 0, {is(0), is_not(1)}}}, is(2)});
  const auto measures = importance(implied, {0.5, 1e-12});
  EXPECT_NEAR(measures[0].birnbaum / 1e-12, 1, 1e-12);
}

TEST(Dual, HoldsWhereTheOtherFailsWithAllTurned) {
  for (std::uint64_t number = 0; number < 200; ++number) {
    base::Random random(1847, number);
    const auto components = static_cast<std::uint32_t>(1 + random.below(6));
    const Structure structure = tests::random_structure(
        random, components, static_cast<std::uint32_t>(1 + random.below(8)), Coherence::any);
    EXPECT_EQ(tests::truth_table(dual(structure)), tests::dual(tests::truth_table(structure)))
        << "structure " << number;
  }
}

TEST(Compiled, AgreesWithAllStates) {
  for (std::uint64_t number = 0; number < 600; ++number) {
    SCOPED_TRACE("structure " + std::to_string(number));
    base::Random random(20'101'108, number);
    const auto components = static_cast<std::uint32_t>(1 + random.below(9));
    const auto gates = static_cast<std::uint32_t>(1 + random.below(14));
    const Coherence coherence = random.below(2) == 0 ? Coherence::coherent : Coherence::any;
    check_structure(tests::random_structure(random, components, gates, coherence), random);
    if (testing::Test::HasFailure()) return;
  }
}

TEST(Compiled, AgreesWithAllStatesOfTwentyComponents) {
  for (std::uint64_t number = 0; number < 4; ++number) {
    SCOPED_TRACE("structure " + std::to_string(number));
    base::Random random(1996, number);
    const Coherence coherence = number % 2 == 0 ? Coherence::coherent : Coherence::any;
    const Structure structure = tests::random_structure(random, 20, 25, coherence);
    const std::vector<bool> table = tests::truth_table(structure);
    const Compiled diagrams = compiled(structure);
    const std::vector<double> halves(20, 0.5);
    EXPECT_NEAR(top_probability(diagrams, halves),
                static_cast<double>(std::count(table.begin(), table.end(), true)) / 0x1p20, 1e-12);
    EXPECT_EQ(count(minimal_sets_of(diagrams, Side::holds)),
              static_cast<unsigned long>(tests::minimal_states(table).size()));
    EXPECT_EQ(count(minimal_sets_of(diagrams, Side::fails)),
              static_cast<unsigned long>(tests::minimal_states(tests::dual(table)).size()));
  }
}

TEST(Modules, AnUnsharedGateIsOneAndASharedComponentForbidsIt) {
  const Structure shared = {
      3, {{kAll, 0, {is(0), is(1)}}, {kAll, 0, {is(1), is(2)}}, {kAny, 0, {is(3), is(4)}}}, is(5)};
  EXPECT_EQ(modules_of(shared).modules.size(), 1U);
  const Modules modules = modules_of(two_trains());
  ASSERT_EQ(modules.modules.size(), 3U);
  EXPECT_EQ(modules.modules[2].items, (std::vector<std::uint32_t>{4, 5}));
}

}  // namespace
}  // namespace nemawashi::trees
