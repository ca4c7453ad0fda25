// SPDX-License-Identifier: Apache-2.0
// Which of many vectors no other betters: more is better in every entry, equal vectors are one.
//
// After sorting by falling entries only an earlier vector can better a later one. One or two
// entries: one sweep; three: a sweep with a staircase of the last two (both Kung, Luccio and
// Preparata 1975). More: a few strong vectors drop most of the rest, then a k-d tree of what is
// left, with the greatest and least entries of each part, is asked for each vector whether another
// is at least as good (Bentley 1975; parts and bounds as in the ND-tree of Jaszkiewicz and Lust
// 2018); leaves are compared many rows at a time. Cost: n log n up to three entries; else n times
// what a question visits, which the tests of the parts keep far below n but which grows with the
// entries towards n (bench/README.md).
#pragma once

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <functional>
#include <type_traits>
#include <vector>

namespace nemawashi::trees {

/// Groups of equal rows, by falling rows: group g holds rows[first[g]] up to rows[first[g + 1]].
struct RowGroups {
  std::vector<std::size_t> first = {0};
  std::vector<std::uint32_t> rows;
  std::size_t size() const { return first.size() - 1; }
};

/// The nondominated of the rows, each of `width` numbers, one after the other in `numbers`.
/// `width` is at least 1; at most 2^31 rows.
RowGroups nondominated(const std::vector<std::int64_t>& numbers, std::size_t width,
                       const std::function<void()>& check_stop);

/// Each number's place among the different ones of its column, from 0, the least first.
template <class Number>
std::vector<std::int64_t> places_by_column(const std::vector<Number>& numbers, std::size_t width) {
  // Small numbers are sorted where they lie beside their rows; of large ones the doubles next
  // nearer to 0, which never fall as the numbers rise, decide unless they are equal.
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
  std::vector<std::int64_t> places(numbers.size());
  std::vector<Placed> sorted(numbers.size() / width);
  for (std::size_t column = 0; column < width; ++column) {
    for (std::uint32_t row = 0; row < sorted.size(); ++row) {
      const Number& number = numbers[row * width + column];
      if constexpr (kSmall) sorted[row] = {number, row};
      if constexpr (!kSmall) sorted[row] = {number.get_d(), &number, row};
    }
    std::sort(sorted.begin(), sorted.end());
    std::int64_t place = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
      if (i > 0 && sorted[i - 1] < sorted[i]) ++place;
      places[sorted[i].row * width + column] = place;
    }
  }
  return places;
}

/// Of other numbers only the order matters, so their places are compared in their stead.
template <class Number>
requires(!std::same_as<Number, std::int64_t>) RowGroups
    nondominated(const std::vector<Number>& numbers, std::size_t width,
                 const std::function<void()>& check_stop) {
  return nondominated(places_by_column(numbers, width), width, check_stop);
}

}  // namespace nemawashi::trees
