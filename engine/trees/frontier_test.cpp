// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/frontier.h"

#include <map>

#include <gtest/gtest.h>

#include "tests/random_sum.h"

namespace nemawashi::trees {
namespace {

using Points = std::map<std::vector<Rational>, std::vector<Assignment>, std::greater<>>;

bool betters(const std::vector<Rational>& a, const std::vector<Rational>& b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] < b[i]) return false;
  }
  return a != b;
}

Points nondominated_of(const Points& points) {
  Points result;
  for (const auto& point : points) {
    bool bettered = false;
    for (const auto& other : points) bettered = bettered || betters(other.first, point.first);
    if (!bettered) result.insert(point);
  }
  return result;
}

Points as_map(const std::vector<FrontierPoint>& points) {
  Points result;
  for (const FrontierPoint& point : points) {
    EXPECT_EQ(point.assignments, point.members.size());  // All members are asked for here.
    result[point.sums] = point.members;
  }
  EXPECT_EQ(result.size(), points.size());
  return result;
}

TEST(Frontier, AgreesWithTheList) {
  for (std::size_t number = 0; number < tests::kRandomSums; ++number) {
    SCOPED_TRACE("sum " + std::to_string(number));
    base::Random random(12, number);
    const auto domains = tests::random_domains(random, 4);
    std::vector<WeightedSum> sums;
    for (std::size_t i = 1 + random.below(4); i > 0; --i) {
      const Rational unit = tests::random_unit(random);
      sums.push_back(random.below(3) == 0 ? tests::random_rising_sum(random, domains, unit)
                                          : tests::random_sum(random, domains, unit));
    }
    DiagramStore store(domains);
    const Node root = tests::random_set(random, store);
    Points points;
    for (const Assignment& assignment : tests::all_assignments(domains)) {
      if (!tests::contains(store, root, assignment)) continue;
      std::vector<Rational> at;
      for (const WeightedSum& sum : sums) at.push_back(evaluated(sum, assignment));
      points[at].push_back(assignment);
    }
    EXPECT_EQ(as_map(frontier(store, root, sums, {.members = 1000})), nondominated_of(points));
    if (HasFailure()) return;
  }
}

/// Two values a variable: the second gives `gain` to one sum and takes it from the other.
std::vector<WeightedSum> traded(const std::vector<long>& gains) {
  std::vector<WeightedSum> sums(2);
  for (std::uint32_t v = 0; v < gains.size(); ++v) {
    sums[0].cubes.push_back({{{v, {false, true}}}, gains[v]});
    sums[1].cubes.push_back({{{v, {false, true}}}, -gains[v]});
  }
  return sums;
}

TEST(Frontier, CountsTiesWithoutListingThem) {
  const std::vector<std::uint32_t> domains(40, 2);
  DiagramStore store(domains);
  const auto points =
      frontier(store, kEverything, traded(std::vector<long>(40, 1)), {.members = 2});
  ASSERT_EQ(points.size(), 41U);  // By the number of variables set, falling.
  EXPECT_EQ(points[20].sums, (std::vector<Rational>{20, -20}));
  EXPECT_EQ(points[20].assignments, base::Integer("137846528820"));  // 40 choose 20
  EXPECT_EQ(points[20].members.size(), 2U);
}

TEST(Frontier, KeepsTheFirstMembersInTheOrder) {
  DiagramStore store({2, 2});
  const auto points =
      frontier(store, kEverything, {WeightedSum{}}, {.members = 2, .order = {{1, 0}}});
  ASSERT_EQ(points.size(), 1U);
  EXPECT_EQ(points[0].members, (std::vector<Assignment>{{0, 0}, {1, 0}}));
}

TEST(Frontier, CountsTiesBehindACap) {
  // The first is best where variable 0 is set; then the second, cut at 1, by three of four.
  WeightedSum first;
  first.cubes.push_back({{{0, {false, true}}}, 1});
  BentTerm capped{Gathering::sum, 0, {}, {}};
  capped.changes = {
      {{{0, {true, false}}}, 1}, {{{1, {false, true}}}, 1}, {{{2, {false, true}}}, 1}};
  capped.value = {{{Rational(1), true, 1, 0}, {std::nullopt, true, 0, 1}}};
  DiagramStore store({2, 2, 2});
  const auto points = frontier(store, kEverything, {first, {0, {}, {capped}}}, {.members = 9});
  ASSERT_EQ(points.size(), 1U);
  EXPECT_EQ(points[0].sums, (std::vector<Rational>{1, 1}));
  EXPECT_EQ(points[0].assignments, 3);
  EXPECT_EQ(points[0].members, (std::vector<Assignment>{{1, 0, 1}, {1, 1, 0}, {1, 1, 1}}));
}

TEST(Frontier, ManyLevelsBehindACapNeedNoState) {
  // Levels 2^0 + .. differ for each of 2^40 packages; as a state each would stand by itself.
  const std::vector<std::uint32_t> domains(40, 2);
  BentTerm capped{Gathering::sum, 0, {}, {}};
  WeightedSum count;
  for (std::uint32_t v = 0; v < 40; ++v) {
    capped.changes.push_back({{{v, {false, true}}}, Rational(base::Integer(1) << v)});
    count.cubes.push_back({{{v, {false, true}}}, 1});
  }
  const Rational cap = Rational(base::Integer(1) << 39U);
  capped.value = {{{cap, true, 1, 0}, {std::nullopt, true, 0, cap}}};
  DiagramStore store(domains);
  const auto points = frontier(store, kEverything, {{0, {}, {capped}}, count}, {.members = 1});
  ASSERT_EQ(points.size(), 1U);  // All set: both are greatest.
  EXPECT_EQ(points[0].sums, (std::vector<Rational>{cap, 40}));
  const auto alone = frontier(store, kEverything, {{0, {}, {capped}}}, {.members = 1});
  ASSERT_EQ(alone.size(), 1U);
  EXPECT_EQ(alone[0].assignments, base::Integer(1) << 39U);
}

TEST(Frontier, OfTheEmptySetIsEmpty) {
  DiagramStore store({2});
  EXPECT_TRUE(frontier(store, kNothing, {WeightedSum{}}).empty());
}

TEST(Frontier, RefusesMorePointsThanAllowed) {
  DiagramStore store(std::vector<std::uint32_t>(10, 2));
  const auto sums = traded({1, 2, 4, 8, 16, 32, 64, 128, 256, 512});  // 1,024 points.
  EXPECT_EQ(frontier(store, kEverything, sums).size(), 1024U);
  EXPECT_THROW(frontier(store, kEverything, sums, {.points = 1000}), NodeLimitReached);
}

TEST(Frontier, StopsWhenAsked) {
  DiagramStore store(std::vector<std::uint32_t>(12, 2),
                     {.nodes = 100'000, .control = {.stop = [] { return true; }, .progress = {}}});
  std::vector<long> gains;
  for (long i = 0; i < 12; ++i) gains.push_back(1L << i);
  EXPECT_THROW(frontier(store, kEverything, traded(gains)), WorkStopped);
}

TEST(Frontier, RefusesMoreVectorsThanTheStoreMayHold) {
  DiagramStore store(std::vector<std::uint32_t>(12, 2), {.nodes = 100, .control = {}});
  std::vector<long> gains;
  for (long i = 0; i < 12; ++i) gains.push_back(1L << i);
  EXPECT_THROW(frontier(store, kEverything, traded(gains)), NodeLimitReached);
}

/// One variable whose values give these rows of numbers, a sum a column.
std::vector<WeightedSum> by_value(const std::vector<std::vector<long>>& rows) {
  std::vector<WeightedSum> sums(rows.front().size());
  for (std::size_t value = 0; value < rows.size(); ++value) {
    Literal literal{0, ValueSet(rows.size())};
    literal.values[value] = true;
    for (std::size_t i = 0; i < sums.size(); ++i) {
      sums[i].cubes.push_back({{literal}, Rational(rows[value][i])});
    }
  }
  return sums;
}

/// Each takes more room than its store has in one thing alone.
TEST(Frontier, CountsWhatItComparesKeepsAndFindsUnderTheLimit) {
  {  // 5,000 vectors are compared, of which one is kept.
    std::vector<std::vector<long>> rows;
    for (long i = 0; i < 5000; ++i) rows.push_back({i, i});
    DiagramStore small({5000}, {.nodes = 5000, .control = {}});
    EXPECT_THROW(frontier(small, kEverything, by_value(rows)), NodeLimitReached);
    DiagramStore large({5000}, {.nodes = 50'000, .control = {}});
    EXPECT_EQ(frontier(large, kEverything, by_value(rows)).size(), 1U);
  }
  {  // 40 variables of 100 values that change nothing: 4,000 ways are kept, few compared at a time.
    const std::vector<WeightedSum> none(2);
    DiagramStore small(std::vector<std::uint32_t>(40, 100), {.nodes = 500, .control = {}});
    EXPECT_THROW(frontier(small, kEverything, none), NodeLimitReached);
    DiagramStore large(std::vector<std::uint32_t>(40, 100), {.nodes = 1200, .control = {}});
    EXPECT_EQ(frontier(large, kEverything, none).size(), 1U);
  }
  {  // 1,000 points of eight exact sums.
    std::vector<std::vector<long>> rows;
    for (long i = 0; i < 1000; ++i) rows.push_back({i, -i, i, -i, i, -i, i, -i});
    DiagramStore small({1000}, {.nodes = 10'000, .control = {}});
    EXPECT_THROW(frontier(small, kEverything, by_value(rows)), NodeLimitReached);
    DiagramStore large({1000}, {.nodes = 50'000, .control = {}});
    EXPECT_EQ(frontier(large, kEverything, by_value(rows)).size(), 1000U);
  }
}

TEST(Frontier, StopsWhileItComparesVectors) {
  DiagramStore store(
      std::vector<std::uint32_t>(10, 2),
      {.nodes = 1'000'000, .control = {.stop = [] { return true; }, .progress = {}}});
  std::vector<WeightedSum> sums(4);  // Few steps, but 2^10 vectors of four sums.
  for (std::uint32_t v = 0; v < 10; ++v) {
    for (std::size_t i = 0; i < sums.size(); ++i) {
      const auto gain = static_cast<long>((v + 1) * (2 * i + 1) % 11) - 5;
      sums[i].cubes.push_back({{{v, {false, true}}}, Rational(gain)});
    }
  }
  EXPECT_THROW(frontier(store, kEverything, sums), WorkStopped);
}

TEST(Merged, KeepsTheBestOfBothAndAddsTies) {
  const std::vector<FrontierPoint> a = {{{3, 0}, 1, {{0}}}, {{1, 1}, 2, {{1}}}};
  const std::vector<FrontierPoint> b = {{{3, 0}, 4, {{2}}}, {{1, 2}, 1, {{3}}}};
  const auto points = merged(a, b, 1, [] {});
  ASSERT_EQ(points.size(), 2U);  // (1, 1) is bettered by (1, 2).
  EXPECT_EQ(points[0].sums, (std::vector<Rational>{3, 0}));
  EXPECT_EQ(points[0].assignments, 5);
  EXPECT_EQ(points[0].members, (std::vector<Assignment>{{0}}));
  EXPECT_EQ(points[1].sums, (std::vector<Rational>{1, 2}));
}

}  // namespace
}  // namespace nemawashi::trees
