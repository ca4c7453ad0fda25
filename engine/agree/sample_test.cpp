// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/sample.h"

#include <gtest/gtest.h>

#include "tests/small_problem.h"

namespace nemawashi::agree {
namespace {

using namespace tests;

/// Of the small case 4 packages may pass: no site or the north, with low or high pay.
class SamplePackages : public testing::Test {
 protected:
  const model::Case a_case = case_of(small_case());
  const Problem problem{a_case, model::default_reading(a_case),
                        whole_scope(a_case, Overrides::fixed_at_no)};
  const PackageSet anywhere{model::Certainty::possible, Question::anywhere};
};

TEST_F(SamplePackages, DrawsAreOfTheSetAndReachAllOfIt) {
  const auto all = first_packages(problem, anywhere, 10, {}).members;
  const Sample found = sample(problem, anywhere, {.draws = 200, .seed = 3}, {});
  EXPECT_EQ(found.drawn_from, static_cast<unsigned long>(all.size()));
  ASSERT_EQ(found.packages.size(), 200U);
  for (const auto& package : found.packages) {
    EXPECT_NE(std::find(all.begin(), all.end(), package), all.end());
  }
  for (const auto& package : all) {
    EXPECT_NE(std::find(found.packages.begin(), found.packages.end(), package),
              found.packages.end());
  }
}

TEST_F(SamplePackages, TheSameSeedGivesTheSameWhateverTheBlocks) {
  const Sample whole = sample(problem, anywhere, {.draws = 20, .seed = 3}, {});
  const SearchOptions in_blocks{.control = {}, .nodes_per_block = 3};
  EXPECT_EQ(sample(problem, anywhere, {.draws = 20, .seed = 3}, in_blocks).packages,
            whole.packages);
  EXPECT_NE(sample(problem, anywhere, {.draws = 20, .seed = 4}, {}).packages, whole.packages);
  const Sample fewer = sample(problem, anywhere, {.draws = 5, .seed = 3}, {});
  EXPECT_TRUE(std::equal(fewer.packages.begin(), fewer.packages.end(), whole.packages.begin()));
}

TEST_F(SamplePackages, NothingIsDrawnOfNothingOrAfterAStop) {
  Problem none = problem;
  none.scope[0] = {false, false, true};  // The council refuses the south.
  const Sample empty = sample(none, anywhere, {.draws = 3, .seed = 1}, {});
  EXPECT_EQ(empty.drawn_from, 0);
  EXPECT_TRUE(empty.packages.empty());
  SearchOptions stopped;
  stopped.control.stop = [] { return true; };
  const Sample found = sample(problem, anywhere, {.draws = 3, .seed = 1}, stopped);
  EXPECT_GT(found.unvisited, 0);
  EXPECT_TRUE(found.packages.empty());
}

}  // namespace
}  // namespace nemawashi::agree
