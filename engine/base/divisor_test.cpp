// SPDX-License-Identifier: Apache-2.0
#include "engine/base/divisor.h"

#include <limits>

#include <gtest/gtest.h>

#include "engine/base/random.h"

namespace nemawashi::base {
namespace {

TEST(Divisor, GivesTheFractionInLowestTerms) {
  Random random(7, 0);
  std::vector<Integer> divisors = {1, 2, 3, 8, 10, 97, 101, 97 * 97, 101 * 2, 1 << 30};
  Integer power;
  mpz_ui_pow_ui(power.get_mpz_t(), 10, 19);
  divisors.push_back(power);      // Fits a word, but no signed one.
  divisors.push_back(power * 3);  // Does not.
  mpz_ui_pow_ui(power.get_mpz_t(), 2, 63);
  divisors.push_back(power);
  mpz_ui_pow_ui(power.get_mpz_t(), 3, 40);
  divisors.push_back(power);
  for (int i = 0; i < 100; ++i) {
    Integer divisor = 1;
    while (divisor < 1'000'000'000'000) divisor *= static_cast<unsigned>(1 + random.below(30));
    divisors.push_back(divisor);
  }
  for (const Integer& divisor : divisors) {
    const Divisor by(divisor);
    std::vector<Integer> numbers = {std::numeric_limits<std::int64_t>::min(),
                                    std::numeric_limits<std::int64_t>::max(),
                                    0,
                                    divisor,
                                    -divisor,
                                    divisor * 12,
                                    divisor / 2,
                                    divisor * divisor * 5 + divisor};
    for (int i = 0; i < 100; ++i) {
      Integer number = static_cast<unsigned>(random.below(1000));
      while (number > 0 && random.below(20) > 0 && number < Integer("9000000000000000000")) {
        number *= static_cast<unsigned>(1 + random.below(30));
      }
      numbers.push_back(random.below(2) == 0 ? number : Integer(-number));
    }
    for (const Integer& number : numbers) {
      const Rational found = by.under(number);
      const Rational expected = fraction(number, divisor);
      EXPECT_EQ(found.get_num(), expected.get_num()) << number << " / " << divisor;
      EXPECT_EQ(found.get_den(), expected.get_den()) << number << " / " << divisor;
    }
  }
}

}  // namespace
}  // namespace nemawashi::base
