// SPDX-License-Identifier: Apache-2.0
// Which of many vectors no other betters: more is better in every entry, equal vectors are one.
//
// Of some hundreds or more a few strong vectors drop most of the rest (clearly_bettered.h). After
// sorting by falling entries only an earlier vector can better a later one. One or two entries: one
// sweep; three: a sweep with a staircase of the last two (both Kung, Luccio and Preparata 1975), n
// log n. More: what is left is compared in sets of bits (bettered_in_bits.h) or, where that is many
// thousands, in a k-d tree (bettered_in_tree.h).
#pragma once

#include <cstdint>
#include <functional>
#include <utility>
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

/// The nondominated of the rows, each of `width` places, one after the other.
RowGroups nondominated_by_places(Places places, std::size_t width,
                                 const std::function<void()>& check_stop);

/// What it takes to compare so many rows, about, beside the numbers and the groups: floats, places
/// by row and once more sorted, a column with its words, rows.
template <class Number>
std::size_t bytes_to_compare(std::size_t rows, std::size_t width) {
  return rows * (width * (sizeof(float) + 2 * sizeof(std::int32_t)) + sizeof(Number) +
                 8 * sizeof(std::uint64_t));
}

/// The nondominated of the rows, each of `width` numbers, one after the other in `numbers`.
/// `width` is at least 1; at most 2^31 rows. `check_stop` is called now and then and may throw.
template <class Number>
RowGroups nondominated(const std::vector<Number>& numbers, std::size_t width,
                       const std::function<void()>& check_stop) {
  std::vector<float> floats = as_floats(numbers);
  const std::vector<std::uint32_t> left = not_clearly_bettered(floats, width, check_stop);
  Places places = places_by_column(numbers, floats, width, left, check_stop);
  floats = {};
  RowGroups groups = nondominated_by_places(std::move(places), width, check_stop);
  for (std::uint32_t& row : groups.rows) row = left[row];
  return groups;
}

}  // namespace nemawashi::trees
