// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/bettered_in_tree.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

namespace nemawashi::trees {
namespace {

constexpr std::size_t kRowsOfLanes = 4;
/// One entry of each of several rows: as long as a vector of every 64-bit processor, since
/// compilers take longer ones apart, number by number.
using PlaceLanes [[gnu::vector_size(kRowsOfLanes * sizeof(std::int32_t))]] = std::int32_t;
constexpr std::size_t kLanesOfLeaf = 4;
constexpr std::size_t kRowsOfLeaf = kRowsOfLanes * kLanesOfLeaf;

/// A k-d tree of different rows of places, asked whether another is at least as good as a row.
class PlaceTree {
 public:
  /// At least one row, each of `width` places.
  PlaceTree(const Places& places, std::size_t width)
      : places_(places), width_(width), rows_(places.size() / width), ranked_(rows_.size()) {
    std::iota(rows_.begin(), rows_.end(), 0U);
    std::vector<std::int32_t> ranges(width_);
    for (std::size_t entry = 0; entry < width_; ++entry) {
      for (const std::uint32_t row : rows_) {
        ranges[entry] = std::max(ranges[entry], places_[row * width_ + entry]);
      }
    }
    build(0, rows_.size(), ranges);
  }

  /// Whether a row beside this one, which is one of them, is as good in every entry.
  bool has_another_as_good(const std::int32_t* row) const {
    std::size_t missing = 2;
    look(0, row, missing);
    return missing == 0;
  }

 private:
  static constexpr std::uint32_t kNoLeaf = std::numeric_limits<std::uint32_t>::max();
  struct Part {
    std::uint32_t rows = 0;
    std::uint32_t leaf = kNoLeaf;  ///< its place in leaves_
    std::uint32_t better = 0;      ///< the part with the greater entries, if it is no leaf
    std::uint32_t other = 0;
  };

  /// `ranges`: how far the rows reach in each entry, about; the longest is halved.
  std::uint32_t build(std::size_t begin, std::size_t end, std::vector<std::int32_t>& ranges) {
    const auto index = static_cast<std::uint32_t>(parts_.size());
    parts_.push_back({static_cast<std::uint32_t>(end - begin), kNoLeaf, 0, 0});
    least_.resize(least_.size() + width_, std::numeric_limits<std::int32_t>::max());
    greatest_.resize(greatest_.size() + width_, std::numeric_limits<std::int32_t>::min());
    if (end - begin <= kRowsOfLeaf) {
      add_leaf(index, begin, end);
      return index;
    }
    const auto widest = std::max_element(ranges.begin(), ranges.end());
    const std::size_t middle = begin + (end - begin) / 2;
    put_better_first(begin, middle, end, static_cast<std::size_t>(widest - ranges.begin()));
    const std::int32_t whole = *widest;
    *widest /= 2;
    const std::uint32_t better = build(begin, middle, ranges);
    const std::uint32_t other = build(middle, end, ranges);
    *widest = whole;
    parts_[index].better = better;
    parts_[index].other = other;
    for (std::size_t entry = 0; entry < width_; ++entry) {
      const auto of = [&](std::uint32_t part) { return part * width_ + entry; };
      least_[of(index)] = std::min(least_[of(better)], least_[of(other)]);
      greatest_[of(index)] = std::max(greatest_[of(better)], greatest_[of(other)]);
    }
    return index;
  }

  /// Rows in begin..middle get the greatest places of the entry.
  void put_better_first(std::size_t begin, std::size_t middle, std::size_t end, std::size_t entry) {
    constexpr unsigned kRowBits = 32;
    for (std::size_t i = begin; i < end; ++i) {
      const auto place = static_cast<std::uint32_t>(places_[rows_[i] * width_ + entry]);
      ranked_[i] = std::uint64_t{place} << kRowBits | rows_[i];
    }
    const auto at = [&](std::size_t i) { return ranked_.begin() + static_cast<std::ptrdiff_t>(i); };
    std::nth_element(at(begin), at(middle), at(end), std::greater<>());
    for (std::size_t i = begin; i < end; ++i) rows_[i] = static_cast<std::uint32_t>(ranked_[i]);
  }

  void add_leaf(std::uint32_t index, std::size_t begin, std::size_t end) {
    parts_[index].leaf = static_cast<std::uint32_t>(leaves_.size());
    for (std::size_t entry = 0; entry < width_; ++entry) {
      std::int32_t& least = least_[index * width_ + entry];
      std::int32_t& greatest = greatest_[index * width_ + entry];
      std::array<PlaceLanes, kLanesOfLeaf> lanes = {};
      for (PlaceLanes& some : lanes) some -= 1;  // A lane without a row is worse than any place.
      for (std::size_t i = begin; i < end; ++i) {
        const std::int32_t place = places_[rows_[i] * width_ + entry];
        least = std::min(least, place);
        greatest = std::max(greatest, place);
        lanes[(i - begin) / kRowsOfLanes][(i - begin) % kRowsOfLanes] = place;
      }
      leaves_.insert(leaves_.end(), lanes.begin(), lanes.end());
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
      const PlaceLanes* leaf = &leaves_[part.leaf];
      PlaceLanes found = {};
      for (std::size_t some = 0; some < kLanesOfLeaf; ++some) {
        PlaceLanes as_good = leaf[some] >= row[0];
        for (std::size_t entry = 1; entry < width_; ++entry) {
          as_good &= leaf[entry * kLanesOfLeaf + some] >= row[entry];
        }
        found -= as_good;  // A lane that is as good is -1.
      }
      const std::int32_t rows = found[0] + found[1] + found[2] + found[3];
      missing -= std::min(missing, static_cast<std::size_t>(rows));
    } else {
      look(part.better, row, missing);
      if (missing > 0) look(part.other, row, missing);
    }
  }

  const Places& places_;
  std::size_t width_;
  std::vector<std::uint32_t> rows_;
  std::vector<std::uint64_t> ranked_;  ///< rows behind their places, where they are halved
  std::vector<Part> parts_;
  std::vector<std::int32_t> least_;     ///< by part and entry
  std::vector<std::int32_t> greatest_;  ///< by part and entry
  std::vector<PlaceLanes> leaves_;      ///< by leaf, entry and four rows
};

}  // namespace

std::vector<bool> bettered_in_tree(const Places& places, std::size_t width,
                                   const std::function<void()>& check_stop) {
  std::vector<bool> bettered(places.size() / width);
  if (bettered.empty()) return bettered;
  const PlaceTree tree(places, width);
  for (std::size_t i = 0; i < bettered.size(); ++i) {
    if (i % 256 == 0) check_stop();
    bettered[i] = tree.has_another_as_good(&places[i * width]);
  }
  return bettered;
}

}  // namespace nemawashi::trees
