// SPDX-License-Identifier: Apache-2.0
#include "io/plain_decimal.h"

#include <gtest/gtest.h>

namespace nemawashi::io {
namespace {

std::string plain(std::string_view number) { return plain_decimal(number).value_or("refused"); }

TEST(PlainDecimal, KeepsWhatHasNoExponent) {
  for (const char* number : {"0", "7", "-12", "0.10", "-0.5", "123456789012345678901234567890.5"}) {
    EXPECT_EQ(plain(number), number);
  }
}

TEST(PlainDecimal, WritesExponentsOut) {
  EXPECT_EQ(plain("1e-7"), "0.0000001");
  EXPECT_EQ(plain("1.50E1"), "15.0");
  EXPECT_EQ(plain("1.5e3"), "1500");
  EXPECT_EQ(plain("-12.5e+1"), "-125");
  EXPECT_EQ(plain("12e-1"), "1.2");
  EXPECT_EQ(plain("100e-2"), "1.00");
  EXPECT_EQ(plain("0.001e2"), "0.1");
  EXPECT_EQ(plain("0.001e3"), "1");
  EXPECT_EQ(plain("0e5"), "0");
  EXPECT_EQ(plain("1e0"), "1");
  EXPECT_EQ(plain("2.50e-000001"), "0.250");
}

TEST(PlainDecimal, BoundsTheExponent) {
  EXPECT_EQ(plain("1e200"), "1" + std::string(200, '0'));
  EXPECT_EQ(plain("1e-200"), "0." + std::string(199, '0') + "1");
  EXPECT_EQ(plain("1e201"), "refused");
  EXPECT_EQ(plain("1e-201"), "refused");
  EXPECT_EQ(plain("1e99999999999999999999"), "refused");
}

TEST(PlainDecimal, TakesThePointOfAnotherLocale) { EXPECT_EQ(plain("2,5e1"), "25"); }

}  // namespace
}  // namespace nemawashi::io
