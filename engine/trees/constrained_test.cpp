// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/constrained.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "tests/random_sum.h"

namespace nemawashi::trees {
namespace {

/// A sum that every variable moves, sometimes with links and a bent term.
WeightedSum moved_by_all(base::Random& random, const std::vector<std::uint32_t>& domains) {
  WeightedSum sum;
  sum.constant = Rational(static_cast<long>(random.below(7)) - 4);
  for (std::uint32_t v = 0; v < domains.size(); ++v) {
    for (std::uint32_t value = 1; value < domains[v]; ++value) {
      Literal literal{v, ValueSet(domains[v])};
      literal.values[value] = true;
      sum.cubes.push_back({{literal}, Rational(static_cast<long>(random.below(9)) - 4)});
    }
  }
  for (std::size_t links = 3; links > 0; --links) {
    sum.cubes.push_back({tests::random_literals(random, domains),
                         Rational(static_cast<long>(random.below(7)) - 3)});
  }
  if (random.below(3) == 0) sum.bent.push_back(tests::random_bent_term(random, domains, 1));
  return sum;
}

/// A random set, an objective and sides, and by plain enumeration what passes.
struct Trial {
  DiagramStore store;
  Node root;
  WeightedSum objective;
  std::vector<WeightedSum> sides;
  std::vector<std::pair<Rational, Assignment>> passing;
};

Trial trial(std::size_t number, std::size_t variables) {
  base::Random random(31, number);
  const auto domains = tests::random_domains(random, variables);
  Trial result{DiagramStore(domains), kNothing, {}, {}, {}};
  const auto unit = tests::random_unit(random);
  result.root = tests::random_set(random, result.store);
  result.objective = tests::random_sum(random, domains, unit);
  for (std::size_t k = number % 4; k-- > 0;) {
    result.sides.push_back(tests::random_sum(random, domains, unit));
  }
  for (const Assignment& assignment : tests::all_assignments(domains)) {
    const bool passes =
        tests::contains(result.store, result.root, assignment) &&
        std::all_of(result.sides.begin(), result.sides.end(),
                    [&](const auto& side) { return evaluated(side, assignment) >= 0; });
    if (passes) result.passing.emplace_back(evaluated(result.objective, assignment), assignment);
  }
  return result;
}

TEST(Constrained, FindsTheGreatestObjectiveOfWhatPasses) {
  for (std::size_t number = 0; number < tests::kRandomSums; ++number) {
    SCOPED_TRACE("trial " + std::to_string(number));
    Trial one = trial(number, 4);
    ConstrainedSearch search(one.store, one.root, one.objective, one.sides);
    std::optional<std::pair<Rational, Assignment>> best;
    const auto unseen = search.run({}, [&](const Assignment& assignment, const Rational& sum) {
      EXPECT_TRUE(!best || sum > best->first);
      best = {sum, assignment};
      return Rational(sum + Rational(1, 1'000'000'000));  // Strictly better than this.
    });
    EXPECT_FALSE(unseen);
    ASSERT_EQ(best.has_value(), !one.passing.empty());
    if (best) {
      EXPECT_NE(std::find(one.passing.begin(), one.passing.end(), *best), one.passing.end());
      EXPECT_EQ(best->first, std::max_element(one.passing.begin(), one.passing.end())->first);
      ASSERT_TRUE(search.bound());
      EXPECT_GE(*search.bound(), best->first);
    }
    if (HasFailure()) return;
  }
}

TEST(Constrained, WhereItEndsEarlyItBoundsWhatItHasNotSeen) {
  std::size_t ended_early = 0;
  for (std::size_t number = 0; number < tests::kRandomSums / 4; ++number) {
    SCOPED_TRACE("trial " + std::to_string(number));
    Trial one = trial(number, 4);
    ConstrainedSearch search(one.store, one.root, one.objective, one.sides);
    std::set<std::vector<Rational>> seen;
    const auto key = [&](const Assignment& assignment, const Rational& sum) {
      std::vector<Rational> sums = {sum};
      for (const auto& side : one.sides) sums.push_back(evaluated(side, assignment));
      return sums;
    };
    std::optional<Rational> greatest;
    const auto unseen = search.run({},
                                   [&](const Assignment& assignment, const Rational& sum) {
                                     seen.insert(key(assignment, sum));
                                     if (!greatest || sum > *greatest) greatest = sum;
                                     return *greatest;
                                   },
                                   {.steps = 1 + number % 7});
    ended_early += unseen ? 1U : 0U;
    for (const auto& [sum, assignment] : one.passing) {
      const bool was_wanted = !greatest || sum > *greatest;
      if (was_wanted) {
        EXPECT_TRUE(unseen && sum <= *unseen);
      }
    }
    if (HasFailure()) return;
  }
  EXPECT_GT(ended_early, tests::kRandomSums / 32);
}

TEST(Constrained, DroppedStandingsLoseNothing) {  // Enough variables for its table of standings.
  const std::vector<std::uint32_t> domains(6, 3);
  const auto all = tests::all_assignments(domains);
  for (std::size_t number = 0; number < tests::kRandomSums / 6; ++number) {
    SCOPED_TRACE("trial " + std::to_string(number));
    base::Random random(77, number);
    DiagramStore store(domains);
    const Node root = tests::random_set(random, store);
    const WeightedSum objective = moved_by_all(random, domains);
    std::vector<WeightedSum> sides;
    for (std::size_t k = 0; k < 1 + number % 3; ++k) {
      sides.push_back(moved_by_all(random, domains));
    }
    const auto vector_of = [&](const Assignment& assignment) {
      std::vector<Rational> sums = {evaluated(objective, assignment)};
      for (const WeightedSum& side : sides) sums.push_back(evaluated(side, assignment));
      return sums;
    };
    std::set<std::vector<Rational>> passing;
    for (const Assignment& assignment : all) {
      if (!tests::contains(store, root, assignment)) continue;
      const auto sums = vector_of(assignment);
      if (std::all_of(sums.begin() + 1, sums.end(), [](const auto& side) { return side >= 0; })) {
        passing.insert(sums);
      }
    }
    ConstrainedSearch greatest(store, root, objective, sides);
    std::optional<Rational> best;
    EXPECT_FALSE(greatest.run({}, [&](const Assignment&, const Rational& sum) {
      best = sum;
      return Rational(sum + Rational(1, 1'000'000));
    }));
    ASSERT_EQ(best.has_value(), !passing.empty());
    if (best) {
      EXPECT_EQ(*best, passing.rbegin()->front());
    }
    ConstrainedSearch different(store, root, objective, sides);
    std::set<std::vector<Rational>> seen;
    different.run({},
                  [&](const Assignment& assignment, const Rational&) {
                    seen.insert(vector_of(assignment));
                    return Rational(-100'000);
                  },
                  {.following = Following::different});
    EXPECT_EQ(seen, passing);
    if (HasFailure()) return;
  }
}

TEST(Constrained, LooksAtLittleWhereTheSetIsHuge) {
  // Choose what to carry: 60 things of weight and use 1 .. 60, of room for half of all.
  constexpr std::uint32_t kThings = 60;
  DiagramStore store(std::vector<std::uint32_t>(kThings, 2));
  WeightedSum use;
  WeightedSum room;
  room.constant = Rational(kThings * (kThings + 1) / 4);
  for (std::uint32_t thing = 0; thing < kThings; ++thing) {
    const Literal taken{thing, {false, true}};
    use.cubes.push_back({{taken}, Rational(thing + 1)});
    room.cubes.push_back({{taken}, -Rational(thing + 1)});
  }
  ConstrainedSearch search(store, kEverything, use, {room});
  std::optional<Rational> best;
  const auto unseen = search.run({},
                                 [&](const Assignment&, const Rational& sum) {
                                   best = sum;
                                   return Rational(sum + 1);
                                 },
                                 {.steps = 100'000});
  EXPECT_FALSE(unseen);
  EXPECT_EQ(best, room.constant);
}

TEST(Constrained, NothingPassesWhereTheSetIsEmptyOrASideOutOfReach) {
  DiagramStore store({2, 2});
  const auto none = [](const Assignment&, const Rational& sum) -> Rational {
    ADD_FAILURE();
    return sum;
  };
  ConstrainedSearch empty(store, kNothing, {}, {});
  EXPECT_FALSE(empty.bound());
  EXPECT_FALSE(empty.run({}, none));
  WeightedSum side;
  side.constant = -1;
  ConstrainedSearch out_of_reach(store, kEverything, {}, {side});
  EXPECT_FALSE(out_of_reach.bound());
  EXPECT_FALSE(out_of_reach.run({}, none));
}

TEST(Constrained, NumbersThatNoDoubleHoldsAreExact) {
  // Things of 1 to 4, worth as much times 10^200 each; their weights, times 10^-200, may be 3.
  base::Integer power;
  mpz_ui_pow_ui(power.get_mpz_t(), 10, 200);
  DiagramStore store({2, 2, 2, 2});
  WeightedSum worth;
  WeightedSum room;
  room.constant = base::fraction(3, power);
  for (std::uint32_t thing = 0; thing < 4; ++thing) {
    const Literal taken{thing, {false, true}};
    worth.cubes.push_back({{taken}, Rational((thing + 1) * power)});
    room.cubes.push_back({{taken}, Rational(base::fraction(-static_cast<int>(thing + 1), power))});
  }
  ConstrainedSearch search(store, kEverything, worth, {room});
  std::optional<Rational> best;
  const auto unseen = search.run({}, [&](const Assignment&, const Rational& sum) {
    best = sum;
    return Rational(sum + power);
  });
  EXPECT_FALSE(unseen);
  EXPECT_EQ(best, Rational(3 * power));
}

TEST(Constrained, WhatIsWantedBeyondReachIsNotThere) {
  DiagramStore store({2});
  WeightedSum sum;
  sum.cubes.push_back({{{0, {false, true}}}, Rational(1)});
  ConstrainedSearch search(store, kEverything, sum, {});
  const Rational wanted("1000000000000000000000000000000");
  const auto visited = [](const Assignment&, const Rational& found) {
    ADD_FAILURE();
    return found;
  };
  EXPECT_FALSE(search.run(wanted, visited));
}

TEST(Constrained, StopsWhenAsked) {
  bool stop = false;
  DiagramStore store(std::vector<std::uint32_t>(30, 2),
                     {.nodes = 100'000, .control = {.stop = [&] { return stop; }, .progress = {}}});
  WeightedSum sum;  // All 2^30 assignments differ.
  for (std::uint32_t v = 0; v < 30; ++v) {
    sum.cubes.push_back({{{v, {false, true}}}, Rational(1U << v)});
  }
  WeightedSum side = sum;  // Whether it is reached, the last variable tells.
  side.constant = -Rational(1U << 29);
  ConstrainedSearch search(store, kEverything, sum, {side});
  std::set<Rational> visited;
  const auto unseen = search.run({}, [&](const Assignment&, const Rational& found) {
    visited.insert(found);
    stop = visited.size() >= 1000;
    return Rational(0);
  });
  Rational greatest_unseen = (1U << 30) - 1;
  while (visited.contains(greatest_unseen)) greatest_unseen -= 1;
  ASSERT_TRUE(unseen);
  EXPECT_GE(*unseen, greatest_unseen);
  EXPECT_LT(*unseen, Rational(1U << 30));
}

}  // namespace
}  // namespace nemawashi::trees
