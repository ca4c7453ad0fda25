// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/leximin.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/random_sum.h"

namespace nemawashi::trees {
namespace {

/// By value of the one variable.
WeightedSum table(const std::vector<int>& amounts) {
  WeightedSum sum;
  for (std::size_t value = 0; value < amounts.size(); ++value) {
    Literal literal{0, ValueSet(amounts.size())};
    literal.values[value] = true;
    sum.cubes.push_back({{std::move(literal)}, amounts[value]});
  }
  return sum;
}

std::vector<bool> members(const DiagramStore& store, Node node, std::size_t domain) {
  if (node == kNothing || node == kEverything) return std::vector<bool>(domain, node != kNothing);
  std::vector<bool> result;
  for (const Node child : store.children(node)) result.push_back(child == kEverything);
  return result;
}

TEST(Leximin, TheSecondLeastDecidesAmongThoseWithTheSameLeast) {
  DiagramStore store({4});  // (1, 5, 2), (3, 1, 1), (2, 1, 5), (0, 9, 9)
  const auto found = leximin(
      store, kEverything, {{table({1, 3, 2, 0})}, {table({5, 1, 1, 9})}, {table({2, 1, 5, 9})}}, 3);
  EXPECT_EQ(found.values, (std::vector<Rational>{1, 2, 5}));
  EXPECT_EQ(members(store, found.attaining, 4), (std::vector<bool>{true, false, true, false}));
}

TEST(Leximin, WithOneStepOnlyTheLeastIsRaised) {
  DiagramStore store({4});
  const auto found = leximin(store, kEverything, {{table({1, 3, 2, 0})}, {table({5, 1, 1, 9})}}, 1);
  EXPECT_EQ(found.values, std::vector<Rational>{1});
  EXPECT_EQ(members(store, found.attaining, 4), (std::vector<bool>{true, true, true, false}));
}

TEST(Leximin, SumsAreComparedFromTheirZerosInTheirUnits) {
  DiagramStore store({2});  // (9 - 10) / 5 = -1/5 and (2 - 0) / 1; (8 - 10) / 5 and 3
  const auto found = leximin(store, kEverything, {{table({9, 8}), 10, 5}, {table({2, 3})}}, 2);
  EXPECT_EQ(found.values, (std::vector<Rational>{Rational(-1, 5), 2}));
  EXPECT_EQ(members(store, found.attaining, 2), (std::vector<bool>{true, false}));
}

TEST(Leximin, OfAnEmptySetNothingAndOfNoSumsEverything) {
  DiagramStore store({2});
  EXPECT_EQ(leximin(store, kNothing, {{table({1, 2})}}, 1).attaining, kNothing);
  const auto found = leximin(store, kEverything, {}, 0);
  EXPECT_TRUE(found.values.empty());
  EXPECT_EQ(found.attaining, kEverything);
}

TEST(Leximin, AgreesWithAList) {
  constexpr std::size_t kDomain = 12;
  for (std::uint64_t trial = 0; trial < 300; ++trial) {
    SCOPED_TRACE(trial);
    base::Random random(1, trial);
    DiagramStore store({kDomain});
    const std::size_t parties = 1 + random.below(4);
    std::vector<ComparedSum> sums;
    std::vector<std::vector<Rational>> values(kDomain);
    for (std::size_t p = 0; p < parties; ++p) {
      std::vector<int> amounts;
      const Rational zero = base::fraction(static_cast<int>(random.below(5)) - 2, 3);
      const Rational unit = base::fraction(static_cast<int>(random.below(3)) + 1, 2);
      for (std::size_t value = 0; value < kDomain; ++value) {
        amounts.push_back(static_cast<int>(random.below(6)) - 2);
        values[value].push_back((amounts.back() - zero) / unit);
      }
      sums.push_back({table(amounts), zero, unit});
    }
    std::vector<bool> in_set;
    std::vector<Node> children;
    for (std::size_t value = 0; value < kDomain; ++value) {
      in_set.push_back(random.below(4) != 0);
      children.push_back(in_set.back() ? kEverything : kNothing);
      std::sort(values[value].begin(), values[value].end());
    }
    const Node root = store.make(0, children);
    const std::size_t steps = 1 + random.below(parties);
    std::vector<Rational> best;
    for (std::size_t value = 0; value < kDomain; ++value) {
      values[value].resize(steps);
      if (in_set[value] && (best.empty() || values[value] > best)) best = values[value];
    }
    const auto found = leximin(store, root, sums, steps);
    EXPECT_EQ(found.values, best);
    for (std::size_t value = 0; value < kDomain; ++value) {
      const bool attains = in_set[value] && values[value] == best;
      EXPECT_EQ(members(store, found.attaining, kDomain)[value], attains) << value;
    }
  }
}

/// The `steps` least of an assignment's values, the least first.
std::vector<Rational> least_values(const std::vector<ComparedSum>& sums,
                                   const Assignment& assignment, std::size_t steps) {
  std::vector<Rational> values;
  for (const ComparedSum& compared : sums) {
    values.push_back((evaluated(compared.sum, assignment) - compared.zero) / compared.unit);
  }
  std::sort(values.begin(), values.end());
  values.resize(steps);
  return values;
}

TEST(Leximin, AgreesWithAListOverSeveralVariablesLinkedAndBent) {
  std::size_t with_ties = 0;
  for (std::size_t number = 0; number < tests::kRandomSums; ++number) {
    SCOPED_TRACE(number);
    base::Random random(29, number);
    const auto domains = tests::random_domains(random, 4);
    DiagramStore store(domains);
    const Node root = tests::random_set(random, store);
    std::vector<ComparedSum> sums;
    for (std::size_t i = 1 + random.below(3); i > 0; --i) {
      sums.push_back({tests::random_sum(random, domains, tests::random_unit(random)),
                      base::fraction(static_cast<int>(random.below(5)) - 2, 3),
                      base::fraction(static_cast<int>(random.below(3)) + 1, 2)});
    }
    const std::size_t steps = 1 + random.below(sums.size());
    std::vector<Rational> best;
    std::vector<Assignment> attaining;
    for (const Assignment& assignment : tests::all_assignments(domains)) {
      if (!tests::contains(store, root, assignment)) continue;
      std::vector<Rational> values = least_values(sums, assignment, steps);
      if (!attaining.empty() && values < best) continue;
      if (attaining.empty() || values > best) attaining.clear();
      best = std::move(values);
      attaining.push_back(assignment);
    }
    const auto found = leximin(store, root, sums, steps);
    EXPECT_EQ(found.values, best);
    for (const Assignment& assignment : tests::all_assignments(domains)) {
      const bool attains =
          std::find(attaining.begin(), attaining.end(), assignment) != attaining.end();
      EXPECT_EQ(tests::contains(store, found.attaining, assignment), attains);
    }
    if (attaining.size() > 1) ++with_ties;
    if (HasFailure()) return;
  }
  EXPECT_GT(with_ties, tests::kRandomSums / 10);
}

TEST(AtLeastOf, CountsWhichHold) {
  DiagramStore store({4});
  const auto where = [&](std::vector<bool> values) {
    const std::vector<Literal> literals{{0, std::move(values)}};
    return store.all_hold(literals);
  };
  const std::vector<Node> nodes{where({true, true, false, false}),
                                where({true, false, true, false}),
                                where({true, true, true, false})};
  EXPECT_EQ(at_least_of(store, nodes, 0), kEverything);
  EXPECT_EQ(at_least_of(store, nodes, 2), where({true, true, true, false}));
  EXPECT_EQ(at_least_of(store, nodes, 3), where({true, false, false, false}));
  EXPECT_EQ(at_least_of(store, nodes, 4), kNothing);
}

}  // namespace
}  // namespace nemawashi::trees
