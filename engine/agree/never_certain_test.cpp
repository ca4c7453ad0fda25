// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/never_certain.h"

#include <gtest/gtest.h>

#include "tests/small_problem.h"

namespace nemawashi::agree {
namespace {

using namespace tests;

std::vector<NeverCertain> found(const model::Case& a_case) {
  return never_certain({a_case, {true}, whole_scope(a_case, Overrides::fixed_at_no)}, {});
}

TEST(NeverCertain, IsEmptyWhereSomePackageIsCertain) {
  EXPECT_TRUE(found(case_of(small_case())).empty());  // "north low" gains 5/8 and 5/16.
}

TEST(NeverCertain, NamesTheWeightsThatDecideAlone) {
  // Less water than today everywhere: with all weight on water nothing reaches the reservation.
  TableTexts texts =
      changed("effects", "e1;site = north;;water;valley;50", "e1;site = north;;water;valley;-1");
  texts["effects"].replace(texts["effects"].find("valley;80"), 9, "valley;-1");
  const auto result = found(case_of(texts));
  ASSERT_EQ(result.size(), 1U);
  EXPECT_EQ(result[0].party, kTown);
  EXPECT_EQ(result[0].weights, (model::WeightVector{1, 0}));
}

TEST(NeverCertain, LeavesTheWeightsOpenWhereSeveralDecide) {
  // North: water -1, noise 0 better by nothing; south: noise so loud that equal weights fail.
  TableTexts texts = changed("effects", "e1;site = north;;water;valley;50;;paper",
                             "e1;site = north;;water;valley;-1;;paper\n"
                             "e4;site = north;;noise;hill;-1;;paper\n"
                             "e5;site = south;;noise;hill;90;;paper");
  const auto result = found(case_of(texts));
  ASSERT_EQ(result.size(), 1U);
  EXPECT_EQ(result[0].party, kTown);
  EXPECT_FALSE(result[0].weights);
}

TEST(NeverCertain, SaysNothingWhenStopped) {
  const model::Case a_case = noisy_case();
  SearchOptions options;
  options.control.stop = [] { return true; };
  EXPECT_TRUE(never_certain({a_case, {true}, whole_scope(a_case, Overrides::fixed_at_no)}, options)
                  .empty());
}

}  // namespace
}  // namespace nemawashi::agree
