// SPDX-License-Identifier: Apache-2.0
// The integers that scaled sums are added in: of 64 bits where a bound computed beforehand fits,
// else of 128 bits, else of GMP.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

#include "engine/base/number.h"

namespace nemawashi::trees {

/// Both compilers have it; standard C++ does not.
__extension__ typedef __int128 Int128;  // NOLINT(modernize-use-using): `using` takes no mark.

/// The number as an Amount; throws std::out_of_range if it does not hold it, which a bound computed
/// beforehand excludes.
template <class Amount>
Amount amount_of(const base::Integer& number);
template <>
std::int64_t amount_of(const base::Integer& number);
template <>
Int128 amount_of(const base::Integer& number);
template <>
base::Integer amount_of(const base::Integer& number);

base::Integer integer_of(std::int64_t amount);
base::Integer integer_of(Int128 amount);
inline const base::Integer& integer_of(const base::Integer& amount) { return amount; }

/// The double next nearer to 0, or nearest: it never falls as the number rises.
inline double rough(const base::Rational& number) { return number.get_d(); }
inline double rough(const base::Integer& number) { return number.get_d(); }
template <class Number>
double rough(Number number) {
  return static_cast<double>(number);
}

std::size_t hash_amount(std::int64_t amount);
std::size_t hash_amount(Int128 amount);
std::size_t hash_amount(const base::Integer& amount);

}  // namespace nemawashi::trees
