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
  model::Case case_ = case_of(small_case());
  Problem problem_{case_, {true}, whole_scope(case_, Overrides::fixed_at_no)};
  PackageSet anywhere_{model::Certainty::possible, Question::anywhere};
  PackageSet inside_{model::Certainty::possible, Question::inside};
};

TEST_F(NearestPackages, KeepsTies) {
  const Nearest found = nearest(problem_, kSouthHigh, anywhere_, 10, {});
  EXPECT_EQ(found.changed_issues, 1U);
  EXPECT_EQ(found.packages, 2);
  EXPECT_EQ(found.members, (Packages{kNoneHigh, kNorthHigh}));
  EXPECT_EQ(nearest(problem_, kSouthHigh, anywhere_, 1, {}).members, Packages{kNoneHigh});
}

TEST_F(NearestPackages, InsideTheQuestionAlone) {
  EXPECT_EQ(nearest(problem_, kNoneLow, anywhere_, 10, {}).changed_issues, 0U);
  const Nearest found = nearest(problem_, kNoneLow, inside_, 10, {});
  EXPECT_EQ(found.changed_issues, 1U);
  EXPECT_EQ(found.members, Packages{kNorthLow});
}

TEST_F(NearestPackages, NothingWhereNothingPasses) {
  case_.refusals[0].when = {};  // The council refuses everything.
  const Nearest found = nearest(problem_, kNoneLow, anywhere_, 10, {});
  EXPECT_FALSE(found.changed_issues);
  EXPECT_EQ(found.packages, 0);
  EXPECT_EQ(found.unvisited, 0);
}

TEST_F(NearestPackages, SaysWhatWasNotVisited) {
  SearchOptions options;
  options.control.stop = [] { return true; };
  EXPECT_EQ(nearest(problem_, kNoneLow, anywhere_, 10, options).unvisited, 6);
}

TEST_F(NearestPackages, FirstPackagesInTheOrderOfTheOptions) {
  EXPECT_EQ(first_packages(problem_, anywhere_, 3, {}), (Packages{kNoneLow, kNoneHigh, kNorthLow}));
  EXPECT_EQ(first_packages(problem_, inside_, 9, {}), (Packages{kNorthLow, kNorthHigh}));
  EXPECT_TRUE(first_packages(problem_, inside_, 0, {}).empty());
}

TEST_F(NearestPackages, BestPackagesByGainThenInOrder) {
  const auto best = best_packages(problem_, anywhere_, kTown, 3, {});
  ASSERT_EQ(best.size(), 3U);
  EXPECT_EQ(best[0].package, kNorthLow);
  EXPECT_EQ(best[0].value, base::fraction(15, 32));
  EXPECT_EQ(best[1].package, kNorthHigh);
  EXPECT_EQ(best[2].package, kNoneLow);  // Before "none high", which gains 0 as well.
  EXPECT_EQ(best[2].value, 0);
}

}  // namespace
}  // namespace nemawashi::agree
