// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/amount.h"

namespace nemawashi::trees {
namespace {

using base::Integer;

constexpr unsigned kWord = 64;

std::uint64_t low_word(const Integer& magnitude) {
  std::uint64_t word = 0;
  mpz_export(&word, nullptr, -1, sizeof word, 0, 0,
             Integer(magnitude & Integer("18446744073709551615")).get_mpz_t());
  return word;
}

Integer from_word(std::uint64_t word) {
  Integer result;
  mpz_import(result.get_mpz_t(), 1, -1, sizeof word, 0, 0, &word);
  return result;
}

}  // namespace

template <>
std::int64_t amount_of(const Integer& number) {
  return number.get_si();
}

template <>
Int128 amount_of(const Integer& number) {
  const Integer magnitude = abs(number);
  const Int128 high = static_cast<Int128>(low_word(magnitude >> kWord));
  const Int128 amount = (high << kWord) + static_cast<Int128>(low_word(magnitude));
  return number < 0 ? -amount : amount;
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
  const Integer high = from_word(static_cast<std::uint64_t>(magnitude >> kWord));
  const Integer result = (high << kWord) + from_word(static_cast<std::uint64_t>(magnitude));
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
