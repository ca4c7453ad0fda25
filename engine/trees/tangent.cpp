// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/tangent.h"

namespace nemawashi::trees {

using base::Integer;
using base::Rational;

namespace {

long bits(const Integer& number) {
  return static_cast<long>(mpz_sizeinbase(number.get_mpz_t(), 2));
}

/// number * 2^by, exactly.
Rational shifted(const Rational& number, long by) {
  return by >= 0 ? Rational(number << static_cast<unsigned long>(by))
                 : Rational(number >> static_cast<unsigned long>(-by));
}

}  // namespace

Rational product(const std::vector<Rational>& factors) {
  Rational result = 1;
  for (const Rational& factor : factors) result *= factor;
  return result;
}

Rational power(const Rational& number, std::size_t exponent) {
  Integer numerator;
  Integer denominator;
  mpz_pow_ui(numerator.get_mpz_t(), number.get_num_mpz_t(), exponent);
  mpz_pow_ui(denominator.get_mpz_t(), number.get_den_mpz_t(), exponent);
  return base::fraction(numerator, denominator);
}

Rational weight_near_inverse(const Rational& value) {
  constexpr long kBits = 12;
  const long size = bits(value.get_den()) - bits(value.get_num());  // 1/value is near 2^size.
  const Rational inverse = 1 / value;
  const Rational digits(base::rounded_down(shifted(inverse, kBits - size)));
  return shifted(digits, size - kBits);
}

Rational tangent_bound(const Rational& target, std::size_t n) {
  constexpr long kBits = 50;
  const long size = bits(target.get_num()) - bits(target.get_den());
  const long shift = kBits - size / static_cast<long>(n);
  Integer root;
  const Integer power = base::rounded_down(shifted(target, shift * static_cast<long>(n)));
  mpz_root(root.get_mpz_t(), power.get_mpz_t(), n);
  return shifted(Rational(root * n), -shift);
}

}  // namespace nemawashi::trees
