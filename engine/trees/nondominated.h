// SPDX-License-Identifier: Apache-2.0
// Which of many vectors no other betters: more is better in every entry, equal vectors are one.
//
// After sorting by falling entries only an earlier vector can better a later one. One or two
// entries: one sweep; three: a sweep with a staircase of the last two (both Kung, Luccio and
// Preparata 1975). More: each vector is compared with those kept (sort-filter-skyline; Chomicki,
// Godfrey, Gryz and Liang 2003), of which those that better many move to the front (Bentley,
// Clarkson and Levine 1993). Cost: n log n for up to three entries; else n x kept x entries at
// worst.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <numeric>
#include <vector>

namespace nemawashi::trees {

/// Groups of equal rows, by falling rows: group g holds rows[first[g]] up to rows[first[g + 1]].
struct RowGroups {
  std::vector<std::size_t> first = {0};
  std::vector<std::uint32_t> rows;
  std::size_t size() const { return first.size() - 1; }
};

/// The last two of three entries of the vectors kept so far: as one rises, the other falls.
template <class Number>
class Staircase {
 public:
  bool betters(const Number& y, const Number& z) const {
    const auto step = steps_.lower_bound(y);
    return step != steps_.end() && step->second >= z;
  }
  /// `(y, z)` is not bettered.
  void add(const Number& y, const Number& z) {
    auto step = steps_.insert_or_assign(y, z).first;
    while (step != steps_.begin() && std::prev(step)->second <= z) steps_.erase(std::prev(step));
  }

 private:
  std::map<Number, Number> steps_;
};

/// Vectors without their first entry, those that better many near the front.
template <class Number>
class Guard {
 public:
  explicit Guard(std::size_t width) : width_(width) {}
  bool betters(const Number* row) {
    for (std::size_t i = 0; i < kept_.size(); i += width_) {
      std::size_t entry = 0;
      while (entry < width_ && kept_[i + entry] >= row[entry]) ++entry;
      if (entry < width_) continue;
      const std::size_t nearer = i / width_ / 2 * width_;
      for (entry = 0; entry < width_; ++entry) std::swap(kept_[i + entry], kept_[nearer + entry]);
      return true;
    }
    return false;
  }
  void add(const Number* row) { kept_.insert(kept_.end(), row, row + width_); }

 private:
  std::size_t width_;
  std::vector<Number> kept_;
};

/// The nondominated of the rows, each of `width` numbers, one after the other in `numbers`.
/// `width` is at least 1.
template <class Number>
RowGroups nondominated(const std::vector<Number>& numbers, std::size_t width,
                       const std::function<void()>& check_stop) {
  const auto row = [&](std::uint32_t index) { return numbers.data() + index * width; };
  const auto equal = [&](std::uint32_t a, std::uint32_t b) {
    return std::equal(row(a), row(a) + width, row(b));
  };
  std::vector<std::uint32_t> sorted(numbers.size() / width);
  std::iota(sorted.begin(), sorted.end(), 0U);
  std::sort(sorted.begin(), sorted.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto [at_a, at_b] = std::mismatch(row(a), row(a) + width, row(b));
    return at_a == row(a) + width ? a < b : *at_a > *at_b;
  });
  RowGroups groups;
  Staircase<Number> staircase;
  Guard<Number> guard(width - 1);
  const Number* last_kept = nullptr;  // With one or two entries it has the greatest last entry.
  for (std::size_t begin = 0, end = 0; begin < sorted.size(); begin = end) {
    check_stop();
    while (end < sorted.size() && equal(sorted[begin], sorted[end])) ++end;
    const Number* candidate = row(sorted[begin]);
    const bool bettered = width <= 2
                              ? last_kept != nullptr && last_kept[width - 1] >= candidate[width - 1]
                          : width == 3 ? staircase.betters(candidate[1], candidate[2])
                                       : guard.betters(candidate + 1);
    if (bettered) continue;
    last_kept = candidate;
    if (width == 3) staircase.add(candidate[1], candidate[2]);
    if (width > 3) guard.add(candidate + 1);
    const auto from = sorted.begin() + static_cast<std::ptrdiff_t>(begin);
    groups.rows.insert(groups.rows.end(), from, sorted.begin() + static_cast<std::ptrdiff_t>(end));
    groups.first.push_back(groups.rows.size());
  }
  return groups;
}

}  // namespace nemawashi::trees
