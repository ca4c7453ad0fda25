// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/diagram.h"

#include <gtest/gtest.h>

namespace nemawashi::trees {
namespace {

/// "variable is `value`" in a domain of `size` values.
Literal is(std::uint32_t variable, std::size_t size, std::size_t value) {
  Literal literal{variable, ValueSet(size)};
  literal.values[value] = true;
  return literal;
}

TEST(Diagram, EqualSetsAreTheSameNode) {
  DiagramStore store({2, 3});
  const std::vector<Literal> a = {is(0, 2, 1)};
  const std::vector<Literal> b = {is(1, 3, 2)};
  const std::vector<Literal> both = {a[0], b[0]};
  EXPECT_EQ(store.conjunction(store.all_hold(a), store.all_hold(b)), store.all_hold(both));
  EXPECT_EQ(store.disjunction(store.some_fails(a), store.some_fails(b)), store.some_fails(both));
}

TEST(Diagram, ANodeWhoseChildrenAreAllTheSameIsLeftOut) {
  DiagramStore store({2, 3});
  const std::vector<Node> same = {kEverything, kEverything};
  EXPECT_EQ(store.make(0, same), kEverything);
  EXPECT_EQ(store.size(), 2U);
}

TEST(Diagram, ConstantsAreNeutralOrAbsorb) {
  DiagramStore store({2});
  const std::vector<Literal> literal = {is(0, 2, 0)};
  const Node node = store.all_hold(literal);
  EXPECT_EQ(store.conjunction(node, kEverything), node);
  EXPECT_EQ(store.conjunction(node, kNothing), kNothing);
  EXPECT_EQ(store.disjunction(node, kEverything), kEverything);
  EXPECT_EQ(store.disjunction(node, kNothing), node);
  EXPECT_EQ(store.disjunction(node, store.some_fails(literal)), kEverything);
  EXPECT_EQ(store.conjunction(node, store.some_fails(literal)), kNothing);
}

TEST(Counter, CountsSkippedVariables) {
  DiagramStore store({2, 3, 4});
  Counter counter(store);
  EXPECT_EQ(counter.count(kNothing), 0);
  EXPECT_EQ(counter.count(kEverything), 24);
  const std::vector<Literal> middle = {is(1, 3, 0)};
  EXPECT_EQ(counter.count(store.all_hold(middle)), 8);     // 2 x 1 x 4
  EXPECT_EQ(counter.count(store.some_fails(middle)), 16);  // 2 x 2 x 4
}

TEST(Counter, CountsBeyond64Bits) {
  DiagramStore store(std::vector<std::uint32_t>(50, 10));
  const std::vector<Literal> first = {is(0, 10, 3)};
  const base::Integer expected("1" + std::string(49, '0'));  // One of ten values: 10^49.
  EXPECT_EQ(Counter(store).count(store.all_hold(first)), expected);
}

TEST(Diagram, ManyNodesAreFoundAgainAfterTheTablesGrow) {
  constexpr std::uint32_t kVariables = 14;
  DiagramStore store(std::vector<std::uint32_t>(kVariables, 2));
  // Parity of all variables: two nodes a variable; then conjunctions with single literals.
  std::vector<Node> parity = {kNothing, kEverything};
  for (std::uint32_t v = kVariables; v-- > 0;) {
    const std::vector<Node> even = {parity[0], parity[1]};
    const std::vector<Node> odd = {parity[1], parity[0]};
    parity = {store.make(v, even), store.make(v, odd)};
  }
  EXPECT_EQ(Counter(store).count(parity[0]), 8192);  // Half of 2^14.
  Node everything = kNothing;
  for (std::uint32_t bits = 0; bits < (1U << 10U); ++bits) {  // Cubes over ten variables.
    std::vector<Literal> cube;
    for (std::uint32_t v = 0; v < 10; ++v) cube.push_back(is(v, 2, bits >> v & 1U));
    everything = store.disjunction(everything, store.all_hold(cube));
  }
  EXPECT_EQ(everything, kEverything);
  EXPECT_GT(store.size(), 2048U);  // The first tables grow when half of 4,096 places are taken.
}

TEST(Diagram, RefusesMoreNodesThanAllowed) {
  DiagramStore store({4, 4, 4}, {.nodes = 2, .control = {}});
  const std::vector<Literal> one = {is(0, 4, 1)};
  const std::vector<Literal> two = {is(1, 4, 1), is(2, 4, 1)};
  EXPECT_NO_THROW(store.all_hold(one));
  EXPECT_THROW(store.all_hold(two), NodeLimitReached);
}

TEST(Diagram, NodesWithManyChildrenCountAsMore) {
  const std::vector<Literal> literal = {is(0, 40, 1)};
  DiagramStore store({40}, {.nodes = 5, .control = {}});
  EXPECT_NO_THROW(store.all_hold(literal));
  EXPECT_THROW(store.some_fails(literal), NodeLimitReached);
}

TEST(Room, CountsUnderTheLimitOfNodesWhileItLives) {
  DiagramStore store({4}, {.nodes = 2, .control = {}});
  {
    Room room(store);
    EXPECT_THROW(room.take(2 * kBytesPerNode), NodeLimitReached);
    room.take(kBytesPerNode);
    Room moved(std::move(room));
    EXPECT_EQ(moved.bytes(), kBytesPerNode);
    Room other(store);
    EXPECT_THROW(other.take(kBytesPerNode), NodeLimitReached);
    moved.give_back(kBytesPerNode);
    other.take(kBytesPerNode);
    EXPECT_THROW(store.remember("what is compiled takes room too", kEverything), NodeLimitReached);
  }
  Room after(store);
  EXPECT_NO_THROW(after.take(kBytesPerNode));
}

TEST(Diagram, StopsWhenAsked) {
  DiagramStore store({2}, {.nodes = 100, .control = {.stop = [] { return true; }, .progress = {}}});
  EXPECT_THROW(for (int i = 0; i < 10'000; ++i) store.check_stop(), WorkStopped);
}

}  // namespace
}  // namespace nemawashi::trees
