// SPDX-License-Identifier: Apache-2.0
// Many integers divided by the same one, each to a fraction in lowest terms.
//
// The divisor is taken apart once, if it has 64 bits and small prime factors alone, as the common
// denominators of decimals have: then a common factor is found by multiplying with the prime's
// inverse modulo 2^64, which is the quotient where it divides, and beyond every quotient where not
// (Granlund and Montgomery 1994, section 9). Otherwise by greatest common divisors.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/base/number.h"

namespace nemawashi::base {

class Divisor {
 public:
  /// `divisor` is positive. Cost: some fifty divisions.
  explicit Divisor(const Integer& divisor);

  /// number / divisor. Cost: the prime factors that both have, and one for each prime.
  Rational under(std::int64_t number) const;
  Rational under(const Integer& number) const;

 private:
  struct OddPower {
    std::uint64_t inverse;   ///< of the prime, modulo 2^64
    std::uint64_t greatest;  ///< of all quotients by the prime
    unsigned exponent;
  };

  Integer divisor_;
  bool taken_apart_ = false;
  std::uint64_t word_ = 0;     ///< the divisor, if it is taken apart
  unsigned twos_ = 0;          ///< as a factor
  std::vector<OddPower> odd_;  ///< its other factors
};

}  // namespace nemawashi::base
