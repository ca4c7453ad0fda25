// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/nondominated.h"

#include <algorithm>
#include <map>

#include "engine/trees/bettered_in_bits.h"
#include "engine/trees/bettered_in_tree.h"

namespace nemawashi::trees {
namespace {

/// The last two of three entries of the vectors kept so far: as one rises, the other falls.
class Staircase {
 public:
  bool betters(std::int32_t y, std::int32_t z) const {
    const auto step = steps_.lower_bound(y);
    return step != steps_.end() && step->second >= z;
  }
  /// `(y, z)` is not bettered.
  void add(std::int32_t y, std::int32_t z) {
    auto step = steps_.insert_or_assign(y, z).first;
    while (step != steps_.begin() && std::prev(step)->second <= z) steps_.erase(std::prev(step));
  }

 private:
  std::map<std::int32_t, std::int32_t> steps_;
};

/// Up to so many entries one sweep tells all.
constexpr std::size_t kSweptEntries = 3;
/// Up to so many rows of more entries, sets of bits are quicker than a tree (bench/README.md).
constexpr std::size_t kRowsInBits = 4096;

/// Of different rows by falling entries: which are bettered.
std::vector<bool> bettered_of_many(const Places& rows, std::size_t width,
                                   const std::function<void()>& check_stop) {
  return rows.size() <= kRowsInBits * width ? bettered_in_bits(rows, width, check_stop)
                                            : bettered_in_tree(rows, width, check_stop);
}

/// Of different rows by falling entries, of at most three entries: which are bettered.
std::vector<bool> bettered_of_few(const Places& rows, std::size_t width) {
  std::vector<bool> bettered(rows.size() / width);
  Staircase staircase;
  const std::int32_t* last_kept = nullptr;  // Up to two entries it has the greatest last entry.
  for (std::size_t i = 0; i < bettered.size(); ++i) {
    const std::int32_t* row = &rows[i * width];
    bettered[i] = width == 3 ? staircase.betters(row[1], row[2])
                             : last_kept != nullptr && last_kept[width - 1] >= row[width - 1];
    if (bettered[i]) continue;
    last_kept = row;
    if (width == 3) staircase.add(row[1], row[2]);
  }
  return bettered;
}

}  // namespace

RowGroups nondominated_by_places(Places places, std::size_t width,
                                 const std::function<void()>& check_stop) {
  struct Sorted {
    std::int32_t entry;  ///< the first, beside the row, where the sort finds it
    std::uint32_t row;
  };
  const auto row = [&](std::uint32_t index) { return places.data() + index * width; };
  std::vector<Sorted> sorted(places.size() / width);
  for (std::uint32_t i = 0; i < sorted.size(); ++i) sorted[i] = {*row(i), i};
  check_stop();
  std::sort(sorted.begin(), sorted.end(), [&](const Sorted& a, const Sorted& b) {
    if (a.entry != b.entry) return a.entry > b.entry;
    const std::int32_t* of_a = row(a.row);
    const std::int32_t* of_b = row(b.row);
    for (std::size_t i = 1; i < width; ++i) {
      if (of_a[i] != of_b[i]) return of_a[i] > of_b[i];
    }
    return a.row < b.row;
  });
  check_stop();
  std::vector<std::size_t> begins;
  Places different;
  different.reserve(places.size());
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const std::int32_t* next = row(sorted[i].row);
    if (i > 0 && std::equal(next, next + width, &different[different.size() - width])) continue;
    begins.push_back(i);
    different.insert(different.end(), next, next + width);
  }
  begins.push_back(sorted.size());
  places = {};
  const std::vector<bool> bettered = width <= kSweptEntries
                                         ? bettered_of_few(different, width)
                                         : bettered_of_many(different, width, check_stop);
  RowGroups groups;
  for (std::size_t i = 0; i < bettered.size(); ++i) {
    if (bettered[i]) continue;
    for (std::size_t at = begins[i]; at < begins[i + 1]; ++at) {
      groups.rows.push_back(sorted[at].row);
    }
    groups.first.push_back(groups.rows.size());
  }
  return groups;
}

}  // namespace nemawashi::trees
