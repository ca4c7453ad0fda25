// SPDX-License-Identifier: Apache-2.0
// Which of many vectors no other betters: more is better in every entry, equal vectors are one.
//
// After sorting by falling entries only an earlier vector can better a later one. One or two
// entries: one sweep; three: a sweep with a staircase of the last two (both Kung, Luccio and
// Preparata 1975), n log n. More: of very many, a few strong vectors drop most of the rest
// (clearly_bettered.h); what is left is compared in sets of bits (bettered_in_bits.h) or, while
// still many, in a k-d tree (bettered_in_tree.h).
#pragma once

#include <cstdint>
#include <functional>
#include <numeric>
#include <vector>

#include "engine/trees/clearly_bettered.h"
#include "engine/trees/places.h"

namespace nemawashi::trees {

/// Groups of equal rows, by falling rows: group g holds rows[first[g]] up to rows[first[g + 1]].
struct RowGroups {
  std::vector<std::size_t> first = {0};
  std::vector<std::uint32_t> rows;
  std::size_t size() const { return first.size() - 1; }
};

/// Up to so many entries one sweep tells all.
inline constexpr std::size_t kSweptEntries = 3;

/// The nondominated of the rows, each of `width` places, one after the other.
RowGroups nondominated_by_places(const Places& places, std::size_t width,
                                 const std::function<void()>& check_stop);

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
