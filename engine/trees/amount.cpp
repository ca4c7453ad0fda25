// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/amount.h"

#include <array>
#include <stdexcept>

namespace nemawashi::trees {
namespace {

using base::Integer;

constexpr unsigned kWord = 64;
constexpr std::size_t kMostBits = 127;  ///< of a magnitude in an Int128

/// The magnitude of a number of at most 128 bits, the low word first.
using Words = std::array<std::uint64_t, 2>;

}  // namespace

template <>
std::int64_t amount_of(const Integer& number) {
  if (!number.fits_slong_p()) throw std::out_of_range("an integer of more than 64 bits");
  return number.get_si();
}

template <>
Int128 amount_of(const Integer& number) {
  if (mpz_sizeinbase(number.get_mpz_t(), 2) > kMostBits) {
    throw std::out_of_range("an integer of more than 128 bits");
  }
  Words words = {};
  mpz_export(words.data(), nullptr, -1, sizeof words[0], 0, 0, number.get_mpz_t());
  const Int128 magnitude = static_cast<Int128>(words[1]) << kWord | static_cast<Int128>(words[0]);
  return number < 0 ? -magnitude : magnitude;
}

template <>
Integer amount_of(const Integer& number) {
  return number;
}

Integer integer_of(std::int64_t amount) { return static_cast<long>(amount); }

Integer integer_of(Int128 amount) {
  if (amount == static_cast<std::int64_t>(amount)) {
    return integer_of(static_cast<std::int64_t>(amount));
  }
  const Int128 magnitude = amount < 0 ? -amount : amount;
  const Words words = {static_cast<std::uint64_t>(magnitude),
                       static_cast<std::uint64_t>(magnitude >> kWord)};
  Integer result;
  mpz_import(result.get_mpz_t(), words.size(), -1, sizeof words[0], 0, 0, words.data());
  return amount < 0 ? Integer(-result) : result;
}

std::size_t hash_amount(std::int64_t amount) { return std::hash<std::int64_t>{}(amount); }

std::size_t hash_amount(Int128 amount) {
  const auto high = static_cast<std::uint64_t>(amount >> kWord);
  return static_cast<std::uint64_t>(amount) ^ (high * 0x9E3779B97F4A7C15U);
}

std::size_t hash_amount(const Integer& amount) {
  return std::hash<long>{}(amount.get_si()) ^ mpz_size(amount.get_mpz_t());
}

}  // namespace nemawashi::trees
