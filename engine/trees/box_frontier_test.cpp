// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/box_frontier.h"

#include <algorithm>
#include <map>
#include <string>

#include <gtest/gtest.h>

#include "engine/base/random.h"
#include "engine/trees/box_count.h"
#include "engine/trees/frontier.h"
#include "engine/trees/rising.h"
#include "tests/random_sum.h"

namespace nemawashi::trees {
namespace {

Literal interval(std::uint32_t variable, std::uint32_t domain, std::uint32_t first,
                 std::uint32_t last) {
  Literal literal{variable, ValueSet(domain)};
  for (std::uint32_t value = first; value <= last; ++value) literal.values[value] = true;
  return literal;
}

/// Gains of 0 to 9 on random boxes of one to three variables, most of several.
WeightedSum random_boxes(base::Random& random, const std::vector<std::uint32_t>& domains) {
  WeightedSum sum;
  sum.constant = static_cast<int>(random.below(3));
  for (std::size_t count = 3 + random.below(6); count > 0; --count) {
    Cube cube{{}, static_cast<int>(random.below(10))};
    const std::size_t width = random.below(6) == 0 ? 1 : 2 + random.below(2);
    for (std::uint32_t v = 0; v < domains.size() && cube.literals.size() < width; ++v) {
      if (random.below(2) == 0) continue;
      const auto a = static_cast<std::uint32_t>(random.below(domains[v]));
      const auto b = static_cast<std::uint32_t>(random.below(domains[v]));
      cube.literals.push_back(interval(v, domains[v], std::min(a, b), std::max(a, b)));
    }
    sum.cubes.push_back(std::move(cube));
  }
  return sum;
}

/// The sum, cut off at `cap`.
WeightedSum capped(WeightedSum sum, const Rational& cap) {
  BentTerm term;
  term.base = sum.constant;
  term.changes = std::move(sum.cubes);
  term.value.pieces = {{cap, true, 1, 0}, {std::nullopt, true, 0, cap}};
  return {0, {}, {std::move(term)}};
}

struct Truth {
  std::vector<std::vector<Rational>> points;  ///< falling
  std::vector<std::vector<Assignment>> members;
};

Truth truth(const std::vector<std::uint32_t>& domains, const std::vector<WeightedSum>& sums) {
  std::map<std::vector<Rational>, std::vector<Assignment>, std::greater<>> all;
  for (const Assignment& assignment : tests::all_assignments(domains)) {
    std::vector<Rational> values;
    for (const auto& sum : sums) values.push_back(evaluated(sum, assignment));
    all[values].push_back(assignment);
  }
  Truth result;
  for (const auto& [values, members] : all) {
    const bool bettered =
        std::any_of(all.begin(), all.end(), [&values = values](const auto& other) {
          if (other.first == values) return false;
          for (std::size_t i = 0; i < values.size(); ++i) {
            if (other.first[i] < values[i]) return false;
          }
          return true;
        });
    if (bettered) continue;
    result.points.push_back(values);
    result.members.push_back(members);
  }
  return result;
}

TEST(Boxes, TheFrontierAgreesWithEnumeration) {
  std::size_t by_boxes = 0;
  for (std::size_t number = 0; number < 400; ++number) {
    SCOPED_TRACE("boxes " + std::to_string(number));
    base::Random random(83, number);
    const std::vector<std::uint32_t> domains(3 + random.below(2), 4);
    std::vector<WeightedSum> sums;
    std::vector<WeightedSum> levels;
    for (std::size_t i = 0; i < 1 + number % 3; ++i) {
      levels.push_back(random_boxes(random, domains));
      const Rational cap = static_cast<int>(4 + random.below(20));
      sums.push_back(random.below(2) == 0 ? capped(levels.back(), cap) : levels.back());
    }
    if (box_sums(domains, levels)) ++by_boxes;
    DiagramStore store(domains);
    const auto found = frontier(store, kEverything, sums, {.members = 3});
    const Truth expected = truth(domains, sums);
    ASSERT_EQ(found.size(), expected.points.size());
    for (std::size_t p = 0; p < found.size(); ++p) {
      EXPECT_EQ(found[p].sums, expected.points[p]);
      EXPECT_EQ(found[p].assignments, expected.members[p].size());
      const std::size_t listed = std::min<std::size_t>(3, expected.members[p].size());
      EXPECT_EQ(found[p].members,
                std::vector(expected.members[p].begin(),
                            expected.members[p].begin() + static_cast<std::ptrdiff_t>(listed)));
    }
    if (HasFailure()) return;
  }
  EXPECT_GT(by_boxes, 100);  // The others are written as boxes too, but mostly of one variable.
}

TEST(Boxes, LossesGapsAndBendsAreLeftToOthers) {
  const std::vector<std::uint32_t> domains = {3, 3};
  const auto of = [&](WeightedSum sum) { return box_sums(domains, {std::move(sum)}).has_value(); };
  const Cube both{{interval(0, 3, 0, 1), interval(1, 3, 1, 2)}, 2};
  EXPECT_TRUE(of({1, {both}, {}}));
  EXPECT_FALSE(of({1, {{both.literals, -2}}, {}}));
  EXPECT_FALSE(of({1, {{{both.literals[0], {1, {true, false, true}}}, 2}}, {}}));
  EXPECT_FALSE(of(capped({1, {both}, {}}, 2)));
  EXPECT_FALSE(of({1, {{{both.literals[0]}, 2}}, {}}));  // Added up, it is no matter of boxes.
}

TEST(Boxes, ThirtyVariablesOfTenValuesAreNotListed) {
  // Two sums that want opposite halves of each pair of variables: 2^15 ways to share, 16 points.
  const std::vector<std::uint32_t> domains(30, 10);
  std::vector<WeightedSum> sums(2);
  for (std::uint32_t v = 0; v < 30; v += 2) {
    sums[0].cubes.push_back({{interval(v, 10, 0, 4), interval(v + 1, 10, 0, 4)}, 1});
    sums[1].cubes.push_back({{interval(v, 10, 5, 9), interval(v + 1, 10, 5, 9)}, 1});
  }
  const auto boxes = box_sums(domains, sums);
  ASSERT_TRUE(boxes);
  const BoxMeetings meetings(*boxes);
  EXPECT_EQ(box_frontier(*boxes, meetings, 16, [] {}).size(), 16);
  EXPECT_THROW(box_frontier(*boxes, meetings, 15, [] {}), NodeLimitReached);
  const Reaching most = reaching(*boxes, meetings, {15, 0}, 1, {}, [] {});
  EXPECT_EQ(most.assignments, base::Integer("931322574615478515625"));  // 5^30
  EXPECT_EQ(most.members, std::vector<Assignment>{Assignment(30, 0)});
}

TEST(Boxes, TooManyAreLeftToOthers) {
  const std::vector<std::uint32_t> domains = {40, 40};
  WeightedSum sum;
  for (std::uint32_t first = 0; first < 40; ++first) {
    for (std::uint32_t last = first; last < 40; ++last) {
      sum.cubes.push_back({{interval(0, 40, first, last), interval(1, 40, first, last)}, 1});
    }
  }
  EXPECT_FALSE(box_sums(domains, {sum}));  // 820 boxes.
  sum.cubes.resize(500);
  EXPECT_TRUE(box_sums(domains, {sum}));
}

TEST(Boxes, ABoundBeyondEveryReachIsReachedByNoneOrAll) {
  const std::vector<std::uint32_t> domains = {3, 3};
  const auto boxes =
      box_sums(domains, {{1, {{{interval(0, 3, 0, 1), interval(1, 3, 0, 1)}, 2}}, {}}});
  ASSERT_TRUE(boxes);
  const BoxMeetings meetings(*boxes);
  const Rational far(base::Integer(1) << 200U);
  EXPECT_EQ(reaching(*boxes, meetings, {far}, 1, {}, [] {}).assignments, 0);
  EXPECT_EQ(reaching(*boxes, meetings, {-far}, 1, {}, [] {}).assignments, 9);
  EXPECT_EQ(reaching(*boxes, meetings, {3}, 1, {}, [] {}).assignments, 4);
}

}  // namespace
}  // namespace nemawashi::trees
