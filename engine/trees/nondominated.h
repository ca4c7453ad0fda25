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
#include <cstdint>
#include <functional>
#include <numeric>
#include <type_traits>
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

/// Each number's place among the different ones of its column; of the rows told, in their order.
template <class Number>
Places places_by_column(const std::vector<Number>& numbers, std::size_t width,
                        const std::vector<std::uint32_t>& rows) {
  // Small numbers are sorted where they lie beside their rows; of large ones doubles decide unless
  // they are equal.
  constexpr bool kSmall = std::is_trivially_copyable_v<Number>;
  struct Small {
    Number number;
    std::uint32_t row;
    bool operator<(const Small& other) const { return number < other.number; }
  };
  struct Large {
    double rough;
    const Number* number;
    std::uint32_t row;
    bool operator<(const Large& other) const {
      return rough != other.rough ? rough < other.rough : *number < *other.number;
    }
  };
  using Placed = std::conditional_t<kSmall, Small, Large>;
  Places places(rows.size() * width);
  std::vector<Placed> sorted(rows.size());
  for (std::size_t column = 0; column < width; ++column) {
    for (std::uint32_t i = 0; i < sorted.size(); ++i) {
      const Number& number = numbers[rows[i] * width + column];
      if constexpr (kSmall) sorted[i] = {number, i};
      if constexpr (!kSmall) sorted[i] = {rough(number), &number, i};
    }
    std::sort(sorted.begin(), sorted.end());
    std::int32_t place = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
      if (i > 0 && sorted[i - 1] < sorted[i]) ++place;
      places[sorted[i].row * width + column] = place;
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
  if (width > kSweptEntries) {
    std::vector<float> roughly;
    roughly.reserve(numbers.size());
    for (const Number& number : numbers) roughly.push_back(static_cast<float>(rough(number)));
    left = not_clearly_bettered(roughly, width, check_stop);
  }
  RowGroups groups =
      nondominated_by_places(places_by_column(numbers, width, left), width, check_stop);
  for (std::uint32_t& row : groups.rows) row = left[row];
  return groups;
}

}  // namespace nemawashi::trees
