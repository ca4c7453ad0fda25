// SPDX-License-Identifier: Apache-2.0
#include "engine/base/number.h"

#include <gtest/gtest.h>

namespace nemawashi::base {
namespace {

TEST(ParseRational, IsLiteral) {
  EXPECT_EQ(parse_rational("-12.50"), fraction(-25, 2));
  EXPECT_EQ(parse_rational("2/6"), fraction(1, 3));
  EXPECT_EQ(parse_rational("1e3"), std::nullopt);
}

TEST(ParseScientific, TakesExponents) {
  EXPECT_EQ(parse_scientific("1.5e-3"), fraction(3, 2000));
  EXPECT_EQ(parse_scientific("-2E+2"), -200);
  EXPECT_EQ(parse_scientific("7"), 7);
  EXPECT_EQ(parse_scientific("1e200"), parse_scientific("10e199"));
}

TEST(ParseScientific, RefusesWhatIsNoDecimal) {
  for (const char* text : {"", "e5", "1e", "1e+", "1e201", "1e9999", "1/2", "1/2e3", "1e1.5", "NaN",
                           "Infinity", "0x10", "1e-+2"}) {
    EXPECT_EQ(parse_scientific(text), std::nullopt) << text;
  }
}

TEST(LiteralText, IsADecimalWhereOneIsExact) {
  EXPECT_EQ(literal_text(fraction(3, 2000)), "0.0015");
  EXPECT_EQ(literal_text(fraction(-1, 8)), "-0.125");
  EXPECT_EQ(literal_text(200), "200");
  EXPECT_EQ(literal_text(0), "0");
  EXPECT_EQ(literal_text(fraction(2, 3)), "2/3");
  EXPECT_EQ(literal_text(fraction(1, 30)), "1/30");
}

TEST(LiteralText, IsReadBack) {
  for (int p = -50; p <= 50; ++p) {
    for (int q = 1; q <= 50; ++q) {
      EXPECT_EQ(parse_rational(literal_text(fraction(p, q))), fraction(p, q));
    }
  }
}

TEST(Rounded, DownAndUpAlsoBelowZero) {
  EXPECT_EQ(rounded_down(fraction(7, 2)), 3);
  EXPECT_EQ(rounded_up(fraction(7, 2)), 4);
  EXPECT_EQ(rounded_down(fraction(-7, 2)), -4);
  EXPECT_EQ(rounded_up(fraction(-7, 2)), -3);
  EXPECT_EQ(rounded_down(5), 5);
  EXPECT_EQ(rounded_up(5), 5);
}

}  // namespace
}  // namespace nemawashi::base
