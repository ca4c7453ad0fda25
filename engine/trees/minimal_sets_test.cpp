// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/minimal_sets.h"

#include <gtest/gtest.h>

#include "engine/base/random.h"

namespace nemawashi::trees {
namespace {

ElementSet set_of(std::size_t elements, std::size_t bits) {
  ElementSet set(elements);
  for (std::size_t e = 0; e < elements; ++e) set[e] = (bits >> e & 1U) != 0;
  return set;
}

std::size_t bits_of(const ElementSet& set) {
  std::size_t bits = 0;
  for (std::size_t e = 0; e < set.size(); ++e) bits |= set[e] ? std::size_t{1} << e : 0;
  return bits;
}

TEST(MinimalSets, TwoOutOfThree) {
  const auto found = minimal_sets(
      3, [](const ElementSet& set) { return static_cast<int>(set[0]) + set[1] + set[2] >= 2; });
  const std::vector<ElementSet> pairs = {set_of(3, 3), set_of(3, 5), set_of(3, 6)};
  EXPECT_TRUE(found.complete);
  EXPECT_EQ(found.opening, pairs);
  EXPECT_EQ(found.blocking, pairs);
}

TEST(MinimalSets, WhatOpensByItselfHasNoBlock) {
  const auto found = minimal_sets(2, [](const ElementSet&) { return true; });
  EXPECT_EQ(found.opening, std::vector<ElementSet>{set_of(2, 0)});
  EXPECT_TRUE(found.blocking.empty());
  EXPECT_TRUE(found.complete);
}

TEST(MinimalSets, WhatNothingOpensIsBlockedByNothing) {
  const auto found = minimal_sets(2, [](const ElementSet&) { return false; });
  EXPECT_TRUE(found.opening.empty());
  EXPECT_EQ(found.blocking, std::vector<ElementSet>{set_of(2, 0)});
  EXPECT_TRUE(minimal_sets(0, [](const ElementSet&) { return false; }).complete);
}

TEST(MinimalSets, BoundsAndStopsAreSaid) {
  const auto opens = [](const ElementSet& set) { return (bits_of(set) & bits_of(set) >> 4U) != 0; };
  EXPECT_FALSE(minimal_sets(8, opens, {.most = 2}).complete);
  EXPECT_FALSE(minimal_sets(8, opens, {.map_nodes = 12}).complete);
  EXPECT_FALSE(minimal_sets(8, opens, {.control = {[] { return true; }, {}}}).complete);
  EXPECT_TRUE(minimal_sets(8, opens, {.most = 17}).complete);  // 4 sets, 16 blocks.
}

TEST(MinimalSets, KeepsWhatContainsNoOther) {
  EXPECT_EQ(minimal_of({set_of(3, 7), set_of(3, 6), set_of(3, 1), set_of(3, 6)}),
            (std::vector<ElementSet>{set_of(3, 1), set_of(3, 6)}));
}

/// A random monotone property as a list of sets that open, against all subsets.
TEST(MinimalSets, AgreeWithAllSubsets) {
  for (std::size_t number = 0; number < 500; ++number) {
    base::Random random(7, number);
    const std::size_t elements = 1 + random.below(7);
    std::vector<std::size_t> generators(random.below(6));
    for (auto& bits : generators) bits = random.below(std::size_t{1} << elements);
    const auto opens = [&](std::size_t bits) {
      for (const std::size_t generator : generators) {
        if ((bits & generator) == generator) return true;
      }
      return false;
    };
    std::vector<ElementSet> opening;
    std::vector<ElementSet> blocking;
    const std::size_t all = (std::size_t{1} << elements) - 1;
    for (std::size_t bits = 0; bits <= all; ++bits) {
      bool opens_minimally = opens(bits);
      bool blocks_minimally = !opens(all & ~bits);
      for (std::size_t e = 0; e < elements; ++e) {
        if ((bits >> e & 1U) == 0) continue;
        const std::size_t less = bits & ~(std::size_t{1} << e);
        if (opens(less)) opens_minimally = false;
        if (!opens(all & ~less)) blocks_minimally = false;
      }
      if (opens_minimally) opening.push_back(set_of(elements, bits));
      if (blocks_minimally) blocking.push_back(set_of(elements, bits));
    }
    const auto found =
        minimal_sets(elements, [&](const ElementSet& set) { return opens(bits_of(set)); });
    EXPECT_TRUE(found.complete);
    EXPECT_EQ(found.opening, minimal_of(opening)) << number;
    EXPECT_EQ(found.blocking, minimal_of(blocking)) << number;
  }
}

}  // namespace
}  // namespace nemawashi::trees
