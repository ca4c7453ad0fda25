// SPDX-License-Identifier: Apache-2.0
#include "engine/model/cells.h"

#include <gtest/gtest.h>

namespace nemawashi::model {
namespace {

TEST(ParsePoints, ReadsRisingPairs) {
  const auto points = parse_points("0:0, 5:1/2,10 : 1");
  ASSERT_TRUE(points.has_value());
  ASSERT_EQ(points->size(), 3U);
  EXPECT_EQ((*points)[1], std::pair(base::Rational(5), base::Rational(1, 2)));
}

TEST(ParsePoints, RefusesAnythingElse) {
  EXPECT_FALSE(parse_points(""));
  EXPECT_FALSE(parse_points("1"));
  EXPECT_FALSE(parse_points("1:0,1:1"));
  EXPECT_FALSE(parse_points("2:0,1:1"));
  EXPECT_FALSE(parse_points("1:a"));
  EXPECT_FALSE(parse_points("1:0,"));
}

TEST(ParseRank, IsAWholeNumberOfAtLeastOne) {
  EXPECT_EQ(parse_rank("1"), 1U);
  EXPECT_EQ(parse_rank("1000000"), 1'000'000U);
  for (const char* text : {"0", "-1", "1.5", "1 ", "", "1000001", "99999999999999999999"}) {
    EXPECT_FALSE(parse_rank(text)) << text;
  }
}

}  // namespace
}  // namespace nemawashi::model
