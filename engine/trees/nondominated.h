// SPDX-License-Identifier: Apache-2.0
// Which of many vectors no other betters: more is better in every entry, equal vectors are one.
//
// After sorting by falling entries only an earlier vector can better a later one. One or two
// entries: one sweep; three: a sweep with a staircase of the last two (both Kung, Luccio and
// Preparata 1975). More: a few strong vectors drop most of the rest (clearly_bettered.h), then a
// k-d tree of what is left, with the greatest and least entries of each part, is asked for each
// vector whether another is at least as good (Bentley 1975; parts and bounds as in the ND-tree of
// Jaszkiewicz and Lust 2018); leaves are compared many rows at a time. Cost: n log n up to three
// entries; else n times what a question visits, which the tests of the parts keep far below n but
// which grows with the entries towards n (bench/README.md).
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <functional>
#include <iterator>
#include <numeric>
#include <vector>

#include "engine/trees/amount.h"
#include "engine/trees/clearly_bettered.h"

namespace nemawashi::trees {

/// Groups of equal rows, by falling rows: group g holds rows[first[g]] up to rows[first[g + 1]].
struct RowGroups {
  std::vector<std::size_t> first = {0};
  std::vector<std::uint32_t> rows;
  std::size_t size() const { return first.size() - 1; }
};

/// Up to so many entries one sweep tells all.
inline constexpr std::size_t kSweptEntries = 3;

/// Numbers of which an order, and nothing else, is compared: places, from 0, the least first.
using Places = std::vector<std::int32_t>;

/// The nondominated of the rows, each of `width` places, one after the other.
RowGroups nondominated_by_places(const Places& places, std::size_t width,
                                 const std::function<void()>& check_stop);

/// A finite or infinite number's bits, which as an integer rise with it.
inline std::uint32_t rising_bits(float number) {
  const auto bits =
      std::bit_cast<std::uint32_t>(number == 0 ? 0.0F : number);  // One zero, not two.
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
                        std::size_t width, const std::vector<std::uint32_t>& rows) {
  constexpr unsigned kRowBits = 32;
  Places places(rows.size() * width);
  std::vector<std::uint64_t> sorted(rows.size());
  std::vector<Number> of_column(rows.size());  // Side by side, for the processor's caches.
  for (std::size_t column = 0; column < width; ++column) {
    const auto number_of = [&](std::uint64_t word) -> const Number& {
      return of_column[static_cast<std::uint32_t>(word)];
    };
    for (std::uint32_t i = 0; i < sorted.size(); ++i) {
      of_column[i] = numbers[rows[i] * width + column];
      const std::uint64_t bits = rising_bits(floats[rows[i] * width + column]);
      sorted[i] = bits << kRowBits | i;
    }
    std::sort(sorted.begin(), sorted.end());
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

/// The nondominated of the rows, each of `width` numbers, one after the other in `numbers`.
/// `width` is at least 1; at most 2^31 rows.
template <class Number>
RowGroups nondominated(const std::vector<Number>& numbers, std::size_t width,
                       const std::function<void()>& check_stop) {
  std::vector<std::uint32_t> left(numbers.size() / width);
  std::iota(left.begin(), left.end(), 0U);
  const std::vector<float> floats = as_floats(numbers);
  if (width > kSweptEntries) left = not_clearly_bettered(floats, width, check_stop);
  RowGroups groups =
      nondominated_by_places(places_by_column(numbers, floats, width, left), width, check_stop);
  for (std::uint32_t& row : groups.rows) row = left[row];
  return groups;
}

}  // namespace nemawashi::trees
