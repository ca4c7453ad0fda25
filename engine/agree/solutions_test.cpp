// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/solutions.h"

#include <gtest/gtest.h>

#include "tests/points_game.h"

namespace nemawashi::agree {
namespace {

using namespace tests;
using Parties = std::vector<model::PartyIndex>;
using Values = std::vector<Rational>;

/// The same with b's scale halved: w (1, 3), x (2, 3/2), y (3, 1), z (7, -1/2).
const std::string kHalved =
    "a1;i = w;pa;a;1;s\na2;i = x;pa;a;2;s\na3;i = y;pa;a;3;s\na4;i = z;pa;a;7;s\n"
    "b1;i = w;pb;b;3;s\nb2;i = x;pb;b;3/2;s\nb3;i = y;pb;b;1;s\nb4;i = z;pb;b;-1/2;s";

Solutions solved(const model::Case& a_case, const SolutionOptions& wanted = {},
                 const SearchOptions& options = {}) {
  const Problem problem{a_case, {}, whole_scope(a_case, Overrides::fixed_at_no)};
  return solutions(problem, default_bargaining(problem, options), wanted, options);
}

/// The options that attain it, as they are numbered.
std::vector<std::size_t> chosen(const Solutions& solutions, Solution solution) {
  std::vector<std::size_t> result;
  for (const auto& member : solutions.of(solution).members) {
    result.push_back(member.package.front().value);
  }
  return result;
}

constexpr std::size_t kW = 0;
constexpr std::size_t kX = 1;
constexpr std::size_t kY = 2;
using Options = std::vector<std::size_t>;

TEST(Solutions, EachByItsDefinition) {  // R0: w (1, 6), x (2, 3), y (3, 2); z costs b something.
  const Solutions found = solved(points_game(kPoints, ""));
  EXPECT_EQ(found.r0_packages, 3);
  EXPECT_EQ(found.best_gains, (Values{3, 6}));
  EXPECT_EQ(found.of(Solution::kalai_smorodinsky).values,  // Shares 1/3 1, 2/3 1/2, 1 1/3.
            (Values{Rational(1, 2), Rational(2, 3)}));
  EXPECT_EQ(chosen(found, Solution::kalai_smorodinsky), Options{kX});
  EXPECT_EQ(found.of(Solution::egalitarian).values, (Values{2, 3}));  // Whoever has the less.
  EXPECT_EQ(chosen(found, Solution::egalitarian), (Options{kX, kY}));
  EXPECT_EQ(found.of(Solution::egalitarian).members[0].gains, (Values{2, 3}));
  EXPECT_EQ(found.of(Solution::egalitarian).members[1].gains, (Values{3, 2}));
  EXPECT_EQ(found.of(Solution::utilitarian).values, Values{7});
  EXPECT_EQ(chosen(found, Solution::utilitarian), Options{kW});
  EXPECT_EQ(found.of(Solution::minimax_regret).values, Values{2});  // 2 0, 1 3, 0 4
  EXPECT_EQ(chosen(found, Solution::minimax_regret), Options{kW});
}

TEST(Solutions, OnlyKalaiSmorodinskyStaysWhenOneScaleIsStretched) {
  const Solutions found = solved(points_game(kHalved, ""));
  EXPECT_EQ(chosen(found, Solution::kalai_smorodinsky), Options{kX});
  EXPECT_EQ(found.of(Solution::kalai_smorodinsky).values, (Values{Rational(1, 2), Rational(2, 3)}));
  EXPECT_EQ(chosen(found, Solution::egalitarian), Options{kX});        // 1 3, 3/2 2, 1 3
  EXPECT_EQ(chosen(found, Solution::utilitarian), (Options{kW, kY}));  // 4, 7/2, 4
  EXPECT_EQ(chosen(found, Solution::minimax_regret), Options{kX});     // 2 0, 1 3/2, 0 2
}

TEST(Solutions, MinimaxRegretKeepsPackagesThatOthersDominate) {
  // w (4, 0), x (0, 4), y (2, 3), z (2, 2): y and z have the same largest regret, z is worse for b.
  const Solutions found = solved(
      points_game("a1;i = w;pa;a;4;s\na2;i = y|z;pa;a;2;s\nb1;i = x;pb;b;4;s\nb2;i = y;pb;b;3;s\n"
                  "b3;i = z;pb;b;2;s",
                  ""));
  EXPECT_EQ(found.of(Solution::minimax_regret).values, Values{2});
  EXPECT_EQ(chosen(found, Solution::minimax_regret), (Options{kY, 3}));
  EXPECT_EQ(chosen(found, Solution::kalai_smorodinsky), Options{kY});
}

TEST(Solutions, ALaterBlockThatRaisesTheBestGainChangesTheSharesOfEarlierOnes) {
  const model::Case a_case = points_game(kPoints, "");
  const SearchOptions one_package_a_block{.control = {}, .nodes_per_block = 2};
  const Solutions whole = solved(a_case);
  const Solutions found = solved(a_case, {}, one_package_a_block);
  EXPECT_EQ(found.best_gains, whole.best_gains);
  EXPECT_EQ(found.r0_packages, 3);
  for (const Solution solution : kSolutions) {
    EXPECT_EQ(found.of(solution).values, whole.of(solution).values);
    EXPECT_EQ(found.of(solution).packages, whole.of(solution).packages);
    EXPECT_EQ(found.of(solution).members, whole.of(solution).members);
  }
}

TEST(Solutions, WhereNobodyCanGainEveryPackageOfR0AttainsThem) {
  const Solutions found = solved(points_game("a1;i = w;pa;a;-1;s", ""), {.members = 2});
  EXPECT_EQ(found.best_gains, (Values{0, 0}));
  for (const Solution solution : kSolutions) {
    EXPECT_EQ(found.of(solution).packages, 3);
    EXPECT_EQ(found.of(solution).members.size(), 2U);
  }
  EXPECT_TRUE(found.of(Solution::kalai_smorodinsky).values.empty());
}

TEST(Solutions, APartyThatCanGainNothingHasNoShare) {
  const Solutions found = solved(points_game("a1;i = w;pa;a;2;s\na2;i = x;pa;a;1;s", ""));
  EXPECT_EQ(found.best_gains, (Values{2, 0}));
  EXPECT_EQ(found.of(Solution::kalai_smorodinsky).values, Values{1});
  EXPECT_EQ(chosen(found, Solution::kalai_smorodinsky), Options{kW});
  EXPECT_EQ(chosen(found, Solution::egalitarian), Options{kW});
}

TEST(Solutions, WhereR0IsEmptySomebodyIsNamedWhoNeverGainsEnough) {
  // One yes of two is enough, and b loses everywhere.
  model::Case a_case = points_game("b1;;pb;b;-1;s\na1;i = w;pa;a;1;s", "");
  a_case.consent.kind = model::BasicRule<model::GateIndex>::Kind::any;
  const Solutions found = solved(a_case);
  EXPECT_EQ(found.bargaining.parties, (Parties{kTown, kCouncil}));
  EXPECT_EQ(found.r0_packages, 0);
  EXPECT_EQ(found.never_willing, Parties{kCouncil});
  EXPECT_TRUE(found.best_gains.empty());
  EXPECT_EQ(found.of(Solution::egalitarian).packages, 0);
}

TEST(Solutions, WhereNobodyBargainsThereAreNone) {
  const Solutions found = solved(points_game("b1;;pb;b;-1;s", ""));  // R_central is empty.
  EXPECT_TRUE(found.bargaining.parties.empty());
  EXPECT_EQ(found.r0_packages, 0);
  EXPECT_EQ(found.of(Solution::egalitarian).packages, 0);
}

TEST(Solutions, AStoppedSearchSaysSo) {
  SearchOptions options;
  const model::Case a_case = points_game(kPoints, "");
  const Problem problem{a_case, {}, whole_scope(a_case, Overrides::fixed_at_no)};
  const Bargaining bargaining = default_bargaining(problem, options);
  options.control.stop = [] { return true; };
  const Solutions found = solutions(problem, bargaining, {}, options);
  EXPECT_EQ(found.unvisited, 4);
  EXPECT_TRUE(found.never_willing.empty());
}

TEST(Solutions, WhereverTheSearchIsStoppedWhatIsGivenIsMeasuredByTheBestGainsGiven) {
  const model::Case a_case = points_game(kPoints, "");
  const Problem problem{a_case, {}, whole_scope(a_case, Overrides::fixed_at_no)};
  const Bargaining bargaining = default_bargaining(problem, {});
  const Solutions whole = solved(a_case);
  std::size_t given = 0;
  std::size_t left_out = 0;
  bool finished = false;
  for (std::size_t allowed = 0; !finished; ++allowed) {
    std::size_t asked = 0;
    SearchOptions options{.control = {}, .nodes_per_block = 2};
    options.control.stop = [&] { return asked++ >= allowed; };
    const Solutions found = solutions(problem, bargaining, {}, options);
    finished = found.unvisited == 0;
    EXPECT_LE(found.r0_packages, whole.r0_packages);
    const SolutionSet& shares = found.of(Solution::kalai_smorodinsky);
    for (const SolutionMember& member : shares.members) {
      Values measured;
      for (std::size_t i = 0; i < member.gains.size(); ++i) {
        measured.push_back(member.gains[i] / found.best_gains[i]);
      }
      std::sort(measured.begin(), measured.end());
      EXPECT_EQ(measured, shares.values);
    }
    if (found.best_gains.empty()) continue;
    (shares.packages > 0 ? given : left_out) += 1;
    EXPECT_GT(found.of(Solution::egalitarian).packages, 0);
    if (!finished) continue;
    for (const Solution solution : kSolutions) {
      EXPECT_EQ(found.of(solution).members, whole.of(solution).members);
    }
  }
  EXPECT_GT(given, 1U);
  EXPECT_GT(left_out, 0U);
}

}  // namespace
}  // namespace nemawashi::agree
