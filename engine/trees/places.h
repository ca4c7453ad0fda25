// SPDX-License-Identifier: Apache-2.0
// Numbers of which only the order within a column matters, as their places in it: small integers,
// which are compared many at a time. Exact: rounding only sorts, what it makes equal is compared.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <functional>
#include <iterator>
#include <vector>

#include "engine/trees/amount.h"

namespace nemawashi::trees {

/// Of each number of several columns the place in its column, from 0, the least first; rows one
/// after the other.
using Places = std::vector<std::int32_t>;

/// Sorts words by their high halves; those that are alike stay in their order.
void sort_by_high_half(std::vector<std::uint64_t>& words);

/// A finite or infinite number's bits, which as an integer rise with it.
inline std::uint32_t rising_bits(float number) {
  const auto bits = std::bit_cast<std::uint32_t>(number);  // -0 is of something below 0.
  constexpr std::uint32_t kSign = 0x80000000U;
  return (bits & kSign) != 0 ? ~bits : bits | kSign;
}

/// The rows' numbers as floats, each rounded alike: order is kept, but different ones may be equal.
template <class Number>
std::vector<float> as_floats(const std::vector<Number>& numbers) {
  std::vector<float> floats;
  floats.reserve(numbers.size());
  for (const Number& number : numbers) floats.push_back(static_cast<float>(rough(number)));
  return floats;
}

/// Each number's place among the different ones of its column; of the rows told, in their order.
/// Rows are sorted by floats, which beside the row are one machine word; only equal ones are
/// compared exactly.
template <class Number>
Places places_by_column(const std::vector<Number>& numbers, const std::vector<float>& floats,
                        std::size_t width, const std::vector<std::uint32_t>& rows,
                        const std::function<void()>& check_stop) {
  constexpr unsigned kRowBits = 32;
  Places places(rows.size() * width);
  std::vector<std::uint64_t> sorted(rows.size());
  std::vector<Number> of_column(rows.size());  // Side by side, for the processor's caches.
  for (std::size_t column = 0; column < width; ++column) {
    check_stop();
    const auto number_of = [&](std::uint64_t word) -> const Number& {
      return of_column[static_cast<std::uint32_t>(word)];
    };
    for (std::uint32_t i = 0; i < sorted.size(); ++i) {
      of_column[i] = numbers[rows[i] * width + column];
      const std::uint64_t bits = rising_bits(floats[rows[i] * width + column]);
      sorted[i] = bits << kRowBits | i;
    }
    sort_by_high_half(sorted);
    std::int32_t place = -1;
    for (auto begin = sorted.begin(); begin != sorted.end();) {
      const Number& first = number_of(*begin);
      bool all_equal = true;
      auto end = begin;
      for (; end != sorted.end() && *end >> kRowBits == *begin >> kRowBits; ++end) {
        all_equal = all_equal && number_of(*end) == first;
      }
      if (!all_equal) {
        std::sort(begin, end,
                  [&](std::uint64_t a, std::uint64_t b) { return number_of(a) < number_of(b); });
      }
      for (auto at = begin; at != end; ++at) {
        if (at == begin || (!all_equal && number_of(*std::prev(at)) < number_of(*at))) ++place;
        places[static_cast<std::uint32_t>(*at) * width + column] = place;
      }
      begin = end;
    }
  }
  return places;
}

}  // namespace nemawashi::trees
