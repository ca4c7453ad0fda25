// SPDX-License-Identifier: Apache-2.0
#include "engine/base/significant.h"

#include <gtest/gtest.h>

namespace nemawashi::base {
namespace {

TEST(SignificantText, KeepsWhatIsSmall) {
  EXPECT_EQ(significant_text(0.25), "0.25");
  EXPECT_EQ(significant_text(1.0 / 3), "0.333333");
  EXPECT_EQ(significant_text(1e-9), "1e-09");
  EXPECT_EQ(significant_text(0), "0");
  EXPECT_EQ(significant_text(123456789, 3), "1.23e+08");
}

}  // namespace
}  // namespace nemawashi::base
