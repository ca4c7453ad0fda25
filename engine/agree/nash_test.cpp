// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/nash.h"

#include <gtest/gtest.h>

#include "tests/points_game.h"

namespace nemawashi::agree {
namespace {

using namespace tests;
using Parties = std::vector<model::PartyIndex>;

NashSolution solved(const model::Case& a_case, std::size_t ranked) {
  const Problem problem{a_case, {}, whole_scope(a_case, Overrides::fixed_at_no)};
  return nash(problem, default_bargaining(problem, {}), {.packages = ranked}, {});
}

TEST(Nash, KeepsAllTiesOfTheGreatestProduct) {
  const NashSolution solution = solved(points_game(kPoints, ""), 5);
  EXPECT_EQ(solution.bargaining.parties, (Parties{kTown, kCouncil}));
  EXPECT_EQ(solution.r0_packages, 3);  // z costs b something.
  ASSERT_EQ(solution.sets.size(), 1U);
  EXPECT_EQ(solution.sets[0].product, 6);
  EXPECT_EQ(solution.sets[0].packages, 3);  // 1 x 6, 2 x 3, 3 x 2
  EXPECT_EQ(solution.sets[0].ranked.size(), 3U);
}

TEST(Nash, ProductsOfDifferentGainingSetsAreNotCompared) {
  // Only one party can gain at a time: w (1, 0), x (0, 3), y (2, 0), z (0, 0).
  const NashSolution solution =
      solved(points_game("a1;i = w;pa;a;1;s\nb1;i = x;pb;b;3;s\na2;i = y;pa;a;2;s", ""), 1);
  EXPECT_EQ(solution.r0_packages, 4);
  ASSERT_EQ(solution.sets.size(), 2U);
  EXPECT_EQ(solution.sets[0].gaining, Parties{kTown});
  EXPECT_EQ(solution.sets[0].product, 2);
  EXPECT_EQ(solution.sets[1].gaining, Parties{kCouncil});
  EXPECT_EQ(solution.sets[1].product, 3);
}

TEST(Nash, ALaterBlockInWhichMoreGainReplacesTheOthers) {
  // One package a block: w (1, 0), x (0, 0), y (2, 3), z (9, 0).
  const model::Case a_case =
      points_game("a1;i = w;pa;a;1;s\na2;i = y;pa;a;2;s\nb1;i = y;pb;b;3;s\na3;i = z;pa;a;9;s", "");
  const Problem problem{a_case, {}, whole_scope(a_case, Overrides::fixed_at_no)};
  const SearchOptions options{.control = {}, .nodes_per_block = 2};
  const NashSolution solution =
      nash(problem, default_bargaining(problem, options), {.packages = 3}, options);
  EXPECT_EQ(solution.r0_packages, 4);
  ASSERT_EQ(solution.sets.size(), 1U);
  EXPECT_EQ(solution.sets[0].gaining, (Parties{kTown, kCouncil}));
  EXPECT_EQ(solution.sets[0].product, 6);
  EXPECT_EQ(solution.sets[0].packages, 1);
}

TEST(Nash, WhereNobodyCanGainEveryPackageOfR0Attains) {
  const NashSolution solution = solved(points_game("a1;i = w;pa;a;-1;s", ""), 2);
  ASSERT_EQ(solution.sets.size(), 1U);
  EXPECT_TRUE(solution.sets[0].gaining.empty());
  EXPECT_EQ(solution.sets[0].product, 1);
  EXPECT_EQ(solution.sets[0].packages, 3);
  EXPECT_EQ(solution.sets[0].ranked.size(), 2U);
}

TEST(Nash, NoneWhereR0IsEmpty) {
  const NashSolution solution = solved(points_game("a1;;pa;a;-1;s", ""), 2);
  EXPECT_TRUE(solution.sets.empty());
  EXPECT_TRUE(solution.bargaining.parties.empty());
  EXPECT_EQ(solution.r0_packages, 0);
}

TEST(Nash, TheUpperOfTwoPartiesIsLeftOutAndNamed) {
  const NashSolution solution = solved(points_game(kPoints, "a"), 1);
  EXPECT_EQ(solution.bargaining.parties, Parties{kCouncil});
  EXPECT_EQ(solution.bargaining.left_out, Parties{kTown});
  EXPECT_EQ(solution.sets[0].product, 6);  // w alone is best for b.
  EXPECT_EQ(solution.sets[0].packages, 1);
}

}  // namespace
}  // namespace nemawashi::agree
