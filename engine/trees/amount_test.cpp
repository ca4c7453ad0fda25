// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/amount.h"

#include <gtest/gtest.h>

namespace nemawashi::trees {
namespace {

using base::Integer;

TEST(Amount, ComesBackFrom128Bits) {
  for (const char* text :
       {"0", "1", "-1", "18446744073709551615", "-18446744073709551616", "9223372036854775808",
        "85070591730234615865843651857942052864", "-85070591730234615865843651857942052863"}) {
    const Integer number(text);
    EXPECT_EQ(integer_of(amount_of<Int128>(number)), number);
  }
}

TEST(Amount, AddsAcrossTheWords) {
  const auto word = amount_of<Int128>(Integer("18446744073709551615"));
  EXPECT_EQ(integer_of(word + 1), Integer("18446744073709551616"));
  EXPECT_EQ(integer_of(-word - 1), Integer("-18446744073709551616"));
}

TEST(Amount, ComesBackFrom64Bits) {
  const Integer number("-9223372036854775807");
  EXPECT_EQ(integer_of(amount_of<std::int64_t>(number)), number);
}

TEST(Amount, RefusesWhatItDoesNotHold) {
  Integer power;
  mpz_ui_pow_ui(power.get_mpz_t(), 2, 130);
  EXPECT_THROW(amount_of<Int128>(power), std::out_of_range);
  EXPECT_THROW(amount_of<std::int64_t>(-power), std::out_of_range);
}

}  // namespace
}  // namespace nemawashi::trees
