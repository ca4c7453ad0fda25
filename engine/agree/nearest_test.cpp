// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/nearest.h"

#include <gtest/gtest.h>

#include "tests/small_problem.h"

namespace nemawashi::agree {
namespace {

using namespace tests;
using Packages = std::vector<model::Package>;

class NearestPackages : public testing::Test {
 protected:
  model::Case a_case = case_of(small_case());
  Problem problem{a_case, {true}, whole_scope(a_case, Overrides::fixed_at_no)};
  PackageSet anywhere{model::Certainty::possible, Question::anywhere};
  PackageSet inside{model::Certainty::possible, Question::inside};
};

TEST_F(NearestPackages, KeepsTies) {
  const Nearest found = nearest(problem, kSouthHigh, anywhere, 10, {});
  EXPECT_EQ(found.changed_issues, 1U);
  EXPECT_EQ(found.packages, 2);
  EXPECT_EQ(found.members, (Packages{kNoneHigh, kNorthHigh}));
  EXPECT_EQ(nearest(problem, kSouthHigh, anywhere, 1, {}).members, Packages{kNoneHigh});
}

TEST_F(NearestPackages, InsideTheQuestionAlone) {
  EXPECT_EQ(nearest(problem, kNoneLow, anywhere, 10, {}).changed_issues, 0U);
  const Nearest found = nearest(problem, kNoneLow, inside, 10, {});
  EXPECT_EQ(found.changed_issues, 1U);
  EXPECT_EQ(found.members, Packages{kNorthLow});
}

TEST_F(NearestPackages, NothingWhereNothingPasses) {
  a_case.refusals[0].when = {};  // The council refuses everything.
  const Nearest found = nearest(problem, kNoneLow, anywhere, 10, {});
  EXPECT_FALSE(found.changed_issues);
  EXPECT_EQ(found.packages, 0);
  EXPECT_EQ(found.unvisited, 0);
}

TEST_F(NearestPackages, SaysWhatWasNotVisited) {
  SearchOptions options;
  options.control.stop = [] { return true; };
  EXPECT_EQ(nearest(problem, kSouthHigh, anywhere, 10, options).unvisited, 6);
  EXPECT_EQ(first_packages(problem, anywhere, 3, options).unvisited, 6);
  EXPECT_EQ(best_packages(problem, anywhere, {kTown}, 3, options).unvisited, 6);
}

TEST_F(NearestPackages, ThePackageItselfIsTriedWhereTheSearchIsStoppedAtOnce) {
  SearchOptions options;
  options.control.stop = [] { return true; };
  const Nearest itself = nearest(problem, kNoneLow, anywhere, 10, options);
  EXPECT_EQ(itself.changed_issues, 0U);
  EXPECT_EQ(itself.packages, 1);
  EXPECT_EQ(itself.members, Packages{kNoneLow});
  EXPECT_EQ(itself.unvisited, 0);
  EXPECT_FALSE(nearest(problem, kNoneLow, inside, 10, options).changed_issues);
}

TEST_F(NearestPackages, OfThoseThatAreFoundTheNearestAreKept) {
  Nearest sum;
  sum.unvisited = 6;
  for (const model::Package& found : {kNorthHigh, kNorthLow, kNoneHigh, kNorthLow, kNorthHigh}) {
    add_found(kNoneLow, found, 10, sum);
  }
  EXPECT_EQ(sum.changed_issues, 1U);
  EXPECT_EQ(sum.packages, 2);
  EXPECT_EQ(sum.members, (Packages{kNoneHigh, kNorthLow}));
  EXPECT_EQ(sum.unvisited, 6);
}

TEST_F(NearestPackages, FirstPackagesInTheOrderOfTheOptions) {
  EXPECT_EQ(first_packages(problem, anywhere, 3, {}).members,
            (Packages{kNoneLow, kNoneHigh, kNorthLow}));
  EXPECT_EQ(first_packages(problem, inside, 9, {}).members, (Packages{kNorthLow, kNorthHigh}));
  EXPECT_TRUE(first_packages(problem, inside, 0, {}).members.empty());
}

TEST_F(NearestPackages, BestPackagesByGainThenInOrder) {
  const auto found = best_packages(problem, anywhere, {kTown}, 3, {});
  EXPECT_EQ(found.unvisited, 0);
  const auto& best = found.members;
  ASSERT_EQ(best.size(), 3U);
  EXPECT_EQ(best[0].package, kNorthLow);
  EXPECT_EQ(best[0].value, base::fraction(15, 32));
  EXPECT_EQ(best[1].package, kNorthHigh);
  EXPECT_EQ(best[2].package, kNoneLow);  // Before "none high", which gains 0 as well.
  EXPECT_EQ(best[2].value, 0);
}

}  // namespace
}  // namespace nemawashi::agree
