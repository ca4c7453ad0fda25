// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/product.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "engine/trees/threshold.h"
#include "tests/random_sum.h"

namespace nemawashi::trees {
namespace {

/// Positive sums: `constants` each, the values of the one variable added to the first and taken
/// from the second.
std::vector<WeightedSum> split(std::uint32_t parts) {
  std::vector<WeightedSum> sums(2);
  sums[0].constant = 1;
  sums[1].constant = parts;
  for (std::uint32_t value = 1; value < parts; ++value) {
    Literal literal{0, ValueSet(parts)};
    literal.values[value] = true;
    sums[0].cubes.push_back({{literal}, Rational(value)});
    sums[1].cubes.push_back({{literal}, -Rational(value)});
  }
  return sums;
}

TEST(GreatestProducts, SplitsACakeInTheMiddleWithBothTies) {
  DiagramStore store({10});  // (1, 10), (2, 9) .. (10, 1): 5 x 6 and 6 x 5 are best.
  const auto found = greatest_products(store, kEverything, split(10), {.ranked = 3});
  EXPECT_EQ(found.best, 30);
  EXPECT_EQ(found.best_assignments, 2);
  ASSERT_EQ(found.ranked.size(), 3U);
  EXPECT_EQ(found.ranked[0].assignment, Assignment{4});
  EXPECT_EQ(found.ranked[1].assignment, Assignment{5});
  EXPECT_EQ(found.ranked[2].product, 28);  // 4 x 7
}

TEST(GreatestProducts, BothTiesAreFoundOnTheFrontierTooInTheOrderAskedFor) {
  for (const std::size_t points : {0U, 1000U}) {  // Without the frontier, and from it.
    DiagramStore store({10, 2});  // The second variable changes nothing, and comes first.
    const auto found = greatest_products(
        store, kEverything, split(10),
        {.ranked = 3, .order = {{1, 0}}, .listing = Listing::attaining, .frontier_points = points});
    EXPECT_EQ(found.best, 30);
    EXPECT_EQ(found.best_assignments, 4);
    ASSERT_EQ(found.ranked.size(), 3U);
    EXPECT_EQ(found.ranked[0].assignment, (Assignment{4, 0}));
    EXPECT_EQ(found.ranked[1].assignment, (Assignment{5, 0}));
    EXPECT_EQ(found.ranked[2].assignment, (Assignment{4, 1}));
  }
}

TEST(GreatestProducts, CountsTiesThatAreNotListed) {
  DiagramStore store({10, 4});  // The second variable changes nothing.
  const auto found = greatest_products(store, kEverything, split(10));
  EXPECT_EQ(found.best_assignments, 8);
  EXPECT_EQ(found.ranked.size(), 1U);
}

TEST(GreatestProducts, NothingOfTheEmptySet) {
  DiagramStore store({10});
  EXPECT_FALSE(greatest_products(store, kNothing, split(10)).best);
}

TEST(GreatestProducts, NumbersBeyondDoubles) {
  DiagramStore store({10});
  const Rational huge(base::Integer("1" + std::string(180, '0')));
  auto sums = split(10);
  for (const Rational& factor : {Rational(huge * huge), Rational(1 / (huge * huge))}) {
    std::vector<WeightedSum> beyond;  // 10^360 and 10^-360 are infinite and zero as doubles.
    for (const WeightedSum& sum : sums) beyond.push_back(scaled(sum, factor));
    const auto found = greatest_products(store, kEverything, beyond, {.ranked = 2});
    EXPECT_EQ(found.best, 30 * factor * factor);
    EXPECT_EQ(found.best_assignments, 2);
  }
}

TEST(GreatestProducts, AgreeWithTheList) {
  for (std::size_t number = 0; number < tests::kRandomSums; ++number) {
    SCOPED_TRACE("sum " + std::to_string(number));
    base::Random random(13, number);
    const auto domains = tests::random_domains(random, 4);
    DiagramStore store(domains);
    Node root = tests::random_set(random, store);
    std::vector<WeightedSum> sums;
    for (std::size_t i = 1 + random.below(4); i > 0; --i) {
      sums.push_back(tests::random_sum(random, domains, tests::random_unit(random)));
      sums.back().constant += 2;
      root = store.conjunction(root, at_least(store, sums.back(), base::fraction(1, 100)));
    }
    std::vector<RankedProduct> expected;
    for (const Assignment& assignment : tests::all_assignments(domains)) {
      if (!tests::contains(store, root, assignment)) continue;
      Rational product = 1;
      for (const WeightedSum& sum : sums) product *= evaluated(sum, assignment);
      expected.push_back({product, assignment});
    }
    std::stable_sort(expected.begin(), expected.end(),
                     [](const auto& a, const auto& b) { return a.product > b.product; });
    const std::size_t ranked = 1 + random.below(5);
    const auto found = greatest_products(store, root, sums, {.ranked = ranked});
    ASSERT_EQ(found.best.has_value(), !expected.empty());
    if (expected.empty()) continue;
    EXPECT_EQ(*found.best, expected.front().product);
    const auto ties = std::count_if(expected.begin(), expected.end(), [&](const auto& e) {
      return e.product == expected.front().product;
    });
    EXPECT_EQ(found.best_assignments, ties);
    if (expected.size() > ranked) expected.resize(ranked);
    ASSERT_EQ(found.ranked.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
      EXPECT_EQ(found.ranked[i].product, expected[i].product);
      EXPECT_EQ(found.ranked[i].assignment, expected[i].assignment);
    }
    for (const std::size_t points : {0U, 1000U}) {  // Without the frontier, and from it.
      const auto best = greatest_products(
          store, root, sums,
          {.ranked = ranked, .listing = Listing::attaining, .frontier_points = points});
      EXPECT_EQ(best.best, found.best);
      EXPECT_EQ(best.best_assignments, ties);
      const auto listed = std::min(expected.size(), static_cast<std::size_t>(ties));
      ASSERT_EQ(best.ranked.size(), listed);
      for (std::size_t i = 0; i < listed; ++i) {
        EXPECT_EQ(best.ranked[i].assignment, expected[i].assignment);
      }
    }
    if (HasFailure()) return;
  }
}

/// Each of 1,024 numbers, in ten binary digits, is a class of its own on the frontier: more than
/// are taken before the frontier is tried in full, which is too large here as well.
TEST(GreatestProducts, GoesOnAfterManyClassesWhereTheFrontierIsTooLarge) {
  constexpr std::uint32_t kDigits = 10;
  DiagramStore store(std::vector<std::uint32_t>(kDigits + 1, 2));  // The last changes nothing.
  std::vector<WeightedSum> sums(2);
  sums[0].constant = 1;
  sums[1].constant = 1 << kDigits;
  for (std::uint32_t digit = 0; digit < kDigits; ++digit) {
    const Literal one{digit, {false, true}};
    const Rational worth(1 << (kDigits - 1 - digit));
    sums[0].cubes.push_back({{one}, worth});
    sums[1].cubes.push_back({{one}, -worth});
  }
  const auto found =
      greatest_products(store, kEverything, sums,
                        {.ranked = 9, .listing = Listing::attaining, .frontier_points = 100});
  EXPECT_EQ(found.best, 512 * 513);
  EXPECT_EQ(found.best_assignments, 4);
  ASSERT_EQ(found.ranked.size(), 4U);
  EXPECT_EQ(found.ranked[1].assignment, (Assignment{0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}));
  EXPECT_EQ(found.ranked[2].assignment, (Assignment{1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
}

/// The better ten and the hundred behind them are met in one pass, and taken out of it together.
TEST(GreatestProducts, TellsTiesFromWhatBettersThem) {
  DiagramStore store({2, 100});
  ValueSet beyond(100, true);
  std::fill_n(beyond.begin(), 10, false);
  const std::vector<Literal> better = {{0, {false, true}}, {1, beyond}};
  WeightedSum one;
  one.constant = 1;
  one.cubes.push_back({{{0, {false, true}}}, Rational(1)});
  const auto found = greatest_products(store, store.some_fails(better), {one}, {.ranked = 105});
  EXPECT_EQ(found.best, 2);
  EXPECT_EQ(found.best_assignments, 10);
  ASSERT_EQ(found.ranked.size(), 105U);
  EXPECT_EQ(found.ranked[9].assignment, (Assignment{1, 9}));
  EXPECT_EQ(found.ranked[10].product, 1);
  EXPECT_EQ(found.ranked[10].assignment, (Assignment{0, 0}));
  EXPECT_EQ(found.ranked[104].assignment, (Assignment{0, 94}));
}

/// All of them lie on one plane, so that all 601 must be met: none takes room as a set but those
/// that are listed.
TEST(GreatestProducts, OfHundredsOfOptionsTakeLittleRoom) {
  constexpr std::uint32_t kParts = 601;
  DiagramStore store({kParts, 3}, {.nodes = 100'000, .control = {}});
  const auto found = greatest_products(store, kEverything, split(kParts), {.ranked = 4});
  EXPECT_EQ(found.best, 301 * 301);
  EXPECT_EQ(found.best_assignments, 3);
  ASSERT_EQ(found.ranked.size(), 4U);
  EXPECT_EQ(found.ranked[2].assignment, (Assignment{300, 2}));
  EXPECT_EQ(found.ranked[3].assignment, (Assignment{299, 0}));
}

TEST(GreatestProducts, StopsWhenAsked) {
  constexpr std::uint32_t kVariables = 12;
  DiagramStore store(std::vector<std::uint32_t>(kVariables, 2),
                     {.nodes = 100'000, .control = {.stop = [] { return true; }, .progress = {}}});
  WeightedSum one;
  one.constant = 1;
  for (std::uint32_t v = 0; v < kVariables; ++v) {
    one.cubes.push_back({{{v, {false, true}}}, Rational(1UL << v)});
  }
  EXPECT_THROW(greatest_products(store, kEverything, {one}, {.ranked = 1UL << kVariables}),
               WorkStopped);
}

TEST(GreatestProducts, CountsTiesAsASet) {
  // 2^40 assignments with equal sums could not be taken one by one.
  DiagramStore store(std::vector<std::uint32_t>(41, 2));
  WeightedSum one;
  one.constant = 1;
  one.cubes.push_back({{{0, {false, true}}}, Rational(2)});
  const auto found = greatest_products(store, kEverything, {one, one}, {.ranked = 3});
  EXPECT_EQ(found.best, Rational(9));
  EXPECT_EQ(found.best_assignments, base::Integer(1) << 40U);
  ASSERT_EQ(found.ranked.size(), 3U);
  EXPECT_EQ(found.ranked[2].product, 9);
}

}  // namespace
}  // namespace nemawashi::trees
