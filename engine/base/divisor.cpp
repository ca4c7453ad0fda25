// SPDX-License-Identifier: Apache-2.0
#include "engine/base/divisor.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace nemawashi::base {
namespace {

constexpr std::uint64_t kGreatestPrime = 100;
constexpr std::uint64_t kGreatestWord = std::numeric_limits<std::uint64_t>::max();
static_assert(sizeof(unsigned long) == sizeof(std::uint64_t));  // What GMP takes.

/// Of an odd number, modulo 2^64: each of Newton's steps doubles the bits that are right.
std::uint64_t inverse_of(std::uint64_t odd) {
  std::uint64_t inverse = odd;  // Right in three bits.
  for (unsigned bits = 3; bits < 64; bits *= 2) inverse *= 2 - odd * inverse;
  return inverse;
}

}  // namespace

Divisor::Divisor(const Integer& divisor) : divisor_(divisor) {
  if (!divisor.fits_ulong_p()) return;
  word_ = divisor.get_ui();
  twos_ = static_cast<unsigned>(std::countr_zero(word_));
  std::uint64_t rest = word_ >> twos_;
  for (std::uint64_t odd = 3; odd < kGreatestPrime; odd += 2) {
    unsigned exponent = 0;
    for (; rest % odd == 0; rest /= odd) ++exponent;
    if (exponent > 0) odd_.push_back({inverse_of(odd), kGreatestWord / odd, exponent});
  }
  taken_apart_ = rest == 1;
}

Rational Divisor::under(std::int64_t number) const {
  if (!taken_apart_) return fraction(static_cast<long>(number), divisor_);
  std::uint64_t numerator = static_cast<std::uint64_t>(number);
  if (number < 0) numerator = -numerator;
  const unsigned twos = std::min(twos_, static_cast<unsigned>(std::countr_zero(numerator)));
  numerator >>= twos;
  std::uint64_t denominator = word_ >> twos;
  for (const OddPower& power : odd_) {
    for (unsigned i = 0; i < power.exponent; ++i) {
      const std::uint64_t quotient = numerator * power.inverse;
      if (quotient > power.greatest) break;
      numerator = quotient;
      denominator *= power.inverse;
    }
  }
  Rational result;
  mpz_set_ui(result.get_num_mpz_t(), numerator);
  mpz_set_ui(result.get_den_mpz_t(), denominator);
  if (number < 0) mpz_neg(result.get_num_mpz_t(), result.get_num_mpz_t());
  return result;
}

Rational Divisor::under(const Integer& number) const {
  if (number.fits_slong_p()) return under(std::int64_t{number.get_si()});
  return fraction(number, divisor_);
}

}  // namespace nemawashi::base
