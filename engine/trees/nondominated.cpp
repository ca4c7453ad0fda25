// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/nondominated.h"

#include <array>
#include <limits>
#include <map>
#include <numeric>

namespace nemawashi::trees {
namespace {

/// How many rows of a leaf are compared at a time.
constexpr std::size_t kLanes = 16;
/// One entry of each row of a leaf; both compilers turn operations on it into vector instructions.
using Lanes [[gnu::vector_size(kLanes * sizeof(std::int32_t))]] = std::int32_t;

/// The last two of three entries of the vectors kept so far: as one rises, the other falls.
class Staircase {
 public:
  bool betters(std::int64_t y, std::int64_t z) const {
    const auto step = steps_.lower_bound(y);
    return step != steps_.end() && step->second >= z;
  }
  /// `(y, z)` is not bettered.
  void add(std::int64_t y, std::int64_t z) {
    auto step = steps_.insert_or_assign(y, z).first;
    while (step != steps_.begin() && std::prev(step)->second <= z) steps_.erase(std::prev(step));
  }

 private:
  std::map<std::int64_t, std::int64_t> steps_;
};

/// A k-d tree of different rows of places, asked how many are at least as good as a row.
class PlaceTree {
 public:
  /// `rows`: which of the rows in `places` (`width` numbers each) it holds; at least one.
  PlaceTree(const std::vector<std::int32_t>& places, std::size_t width,
            std::vector<std::uint32_t> rows)
      : places_(places), width_(width), rows_(std::move(rows)) {
    build(0, rows_.size());
  }

  /// Whether at least so many rows, the row itself among them, are as good as it in every entry.
  bool are_as_good(std::size_t enough, const std::int32_t* row) const {
    std::size_t missing = enough;
    look(0, row, missing);
    return missing == 0;
  }

 private:
  static constexpr std::uint32_t kNoLeaf = std::numeric_limits<std::uint32_t>::max();
  struct Part {
    std::uint32_t rows = 0;
    std::uint32_t leaf = kNoLeaf;  ///< its place in leaves_, in steps of width_
    std::uint32_t better = 0;      ///< the part with the greater entries, if it is no leaf
    std::uint32_t other = 0;
  };

  std::uint32_t build(std::size_t begin, std::size_t end) {
    const auto index = static_cast<std::uint32_t>(parts_.size());
    parts_.push_back({static_cast<std::uint32_t>(end - begin), kNoLeaf, 0, 0});
    least_.resize(least_.size() + width_, std::numeric_limits<std::int32_t>::max());
    greatest_.resize(greatest_.size() + width_, std::numeric_limits<std::int32_t>::min());
    std::int32_t* least = &least_[index * width_];
    std::int32_t* greatest = &greatest_[index * width_];
    for (std::size_t i = begin; i < end; ++i) {
      for (std::size_t entry = 0; entry < width_; ++entry) {
        const std::int32_t place = places_[rows_[i] * width_ + entry];
        least[entry] = std::min(least[entry], place);
        greatest[entry] = std::max(greatest[entry], place);
      }
    }
    if (end - begin <= kLanes) {
      add_leaf(index, begin, end);
      return index;
    }
    std::size_t widest = 0;
    for (std::size_t entry = 1; entry < width_; ++entry) {
      if (greatest[entry] - least[entry] > greatest[widest] - least[widest]) widest = entry;
    }
    const std::size_t middle = begin + (end - begin) / 2;
    const auto at = [&](std::size_t i) { return rows_.begin() + static_cast<std::ptrdiff_t>(i); };
    std::nth_element(at(begin), at(middle), at(end), [&](std::uint32_t a, std::uint32_t b) {
      return places_[a * width_ + widest] > places_[b * width_ + widest];
    });
    const std::uint32_t better = build(begin, middle);
    const std::uint32_t other = build(middle, end);
    parts_[index].better = better;
    parts_[index].other = other;
    return index;
  }

  void add_leaf(std::uint32_t index, std::size_t begin, std::size_t end) {
    parts_[index].leaf = static_cast<std::uint32_t>(leaves_.size() / width_);
    for (std::size_t entry = 0; entry < width_; ++entry) {
      Lanes lanes = {};
      lanes -= 1;  // A lane without a row is worse than any place.
      for (std::size_t i = begin; i < end; ++i) {
        lanes[i - begin] = places_[rows_[i] * width_ + entry];
      }
      leaves_.push_back(lanes);
    }
  }

  /// Takes those that it finds off `missing`, and stops at 0.
  void look(std::uint32_t index, const std::int32_t* row, std::size_t& missing) const {
    const Part& part = parts_[index];
    const std::int32_t* least = &least_[index * width_];
    const std::int32_t* greatest = &greatest_[index * width_];
    bool all = true;
    for (std::size_t entry = 0; entry < width_; ++entry) {
      if (greatest[entry] < row[entry]) return;
      all = all && least[entry] >= row[entry];
    }
    if (all) {
      missing -= std::min<std::size_t>(missing, part.rows);
    } else if (part.leaf != kNoLeaf) {
      const Lanes* leaf = &leaves_[part.leaf * width_];
      Lanes as_good = leaf[0] >= row[0];
      for (std::size_t entry = 1; entry < width_; ++entry) as_good &= leaf[entry] >= row[entry];
      for (std::size_t lane = 0; lane < kLanes && missing > 0; ++lane) {
        missing -= as_good[lane] != 0 ? 1 : 0;
      }
    } else {
      look(part.better, row, missing);
      if (missing > 0) look(part.other, row, missing);
    }
  }

  const std::vector<std::int32_t>& places_;
  std::size_t width_;
  std::vector<std::uint32_t> rows_;
  std::vector<Part> parts_;
  std::vector<std::int32_t> least_;     ///< by part and entry
  std::vector<std::int32_t> greatest_;  ///< by part and entry
  std::vector<Lanes> leaves_;           ///< by leaf and entry
};

/// Of different rows by falling entries: which are bettered.
std::vector<bool> bettered_of_many(const std::vector<std::int32_t>& places, std::size_t width,
                                   const std::function<void()>& check_stop) {
  const std::size_t count = places.size() / width;
  std::vector<bool> bettered(count);
  std::vector<std::uint32_t> open(count);
  std::iota(open.begin(), open.end(), 0U);
  /// Asks the tree, which holds the rows marked `inside`, of every open row; the bettered leave.
  const auto drop = [&](const PlaceTree& tree, const std::vector<bool>& inside) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < open.size(); ++i) {
      if (i % 256 == 0) check_stop();
      const std::uint32_t row = open[i];
      bettered[row] = tree.are_as_good(inside[row] ? 2 : 1, &places[row * width]);
      if (!bettered[row]) open[kept++] = row;
    }
    open.resize(kept);
  };
  // 1. The rows with the greatest sums of places are likely to better many.
  constexpr std::size_t kStrong = 256;
  if (count > 8 * kStrong) {
    std::vector<std::int64_t> sums(count);
    for (std::size_t i = 0; i < places.size(); ++i) sums[i / width] += places[i];
    std::vector<std::uint32_t> strong = open;
    std::nth_element(strong.begin(), strong.begin() + kStrong, strong.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return sums[a] > sums[b]; });
    strong.resize(kStrong);
    std::vector<bool> is_strong(count);
    for (const std::uint32_t row : strong) is_strong[row] = true;
    drop(PlaceTree(places, width, std::move(strong)), is_strong);
  }
  // 2. What is left, each against all that is left: whoever betters it, or betters that one, is.
  drop(PlaceTree(places, width, open), std::vector<bool>(count, true));
  return bettered;
}

/// Of different rows by falling entries, of at most three entries: which are bettered.
std::vector<bool> bettered_of_few(const std::vector<const std::int64_t*>& rows, std::size_t width) {
  std::vector<bool> bettered(rows.size());
  Staircase staircase;
  const std::int64_t* last_kept = nullptr;  // Up to two entries it has the greatest last entry.
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::int64_t* row = rows[i];
    bettered[i] = width == 3 ? staircase.betters(row[1], row[2])
                             : last_kept != nullptr && last_kept[width - 1] >= row[width - 1];
    if (bettered[i]) continue;
    last_kept = row;
    if (width == 3) staircase.add(row[1], row[2]);
  }
  return bettered;
}

}  // namespace

RowGroups nondominated(const std::vector<std::int64_t>& numbers, std::size_t width,
                       const std::function<void()>& check_stop) {
  struct Sorted {
    std::int64_t entry;  ///< the first, beside the row, where the sort finds it
    std::uint32_t row;
  };
  const auto row = [&](std::uint32_t index) { return numbers.data() + index * width; };
  std::vector<Sorted> sorted(numbers.size() / width);
  for (std::uint32_t i = 0; i < sorted.size(); ++i) sorted[i] = {*row(i), i};
  check_stop();
  std::sort(sorted.begin(), sorted.end(), [&](const Sorted& a, const Sorted& b) {
    if (a.entry != b.entry) return a.entry > b.entry;
    const std::int64_t* of_a = row(a.row);
    const std::int64_t* of_b = row(b.row);
    for (std::size_t i = 1; i < width; ++i) {
      if (of_a[i] != of_b[i]) return of_a[i] > of_b[i];
    }
    return a.row < b.row;
  });
  check_stop();
  std::vector<std::size_t> begins;
  std::vector<const std::int64_t*> different;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const std::int64_t* next = row(sorted[i].row);
    if (i > 0 && std::equal(next, next + width, different.back())) continue;
    begins.push_back(i);
    different.push_back(next);
  }
  begins.push_back(sorted.size());
  std::vector<bool> bettered;
  if (width <= 3) {
    bettered = bettered_of_few(different, width);
  } else {
    std::vector<std::int64_t> copied;
    copied.reserve(different.size() * width);
    for (const std::int64_t* one : different) copied.insert(copied.end(), one, one + width);
    const auto places = places_by_column(copied, width);
    bettered = bettered_of_many({places.begin(), places.end()}, width, check_stop);
  }
  RowGroups groups;
  for (std::size_t i = 0; i < different.size(); ++i) {
    if (bettered[i]) continue;
    for (std::size_t at = begins[i]; at < begins[i + 1]; ++at)
      groups.rows.push_back(sorted[at].row);
    groups.first.push_back(groups.rows.size());
  }
  return groups;
}

}  // namespace nemawashi::trees
