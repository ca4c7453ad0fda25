// SPDX-License-Identifier: Apache-2.0
// Which boxes meet, and a bound on what boxes that meet in common can give. Cost of making it:
// boxes squared times variables, once for all searches over the same boxes.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "engine/trees/box_sums.h"

namespace nemawashi::trees {

/// Sets of boxes, by place.
class BoxSet {
 public:
  void add(std::size_t box) { words_[box / 64] |= std::uint64_t{1} << (box % 64); }
  void remove(std::size_t box) { words_[box / 64] &= ~(std::uint64_t{1} << (box % 64)); }
  void keep(const BoxSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  }
  void drop(const BoxSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
  }
  std::size_t size() const {
    std::size_t size = 0;
    for (const std::uint64_t word : words_) size += static_cast<std::size_t>(std::popcount(word));
    return size;
  }
  std::size_t common(const BoxSet& other) const {
    std::size_t size = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      size += static_cast<std::size_t>(std::popcount(words_[i] & other.words_[i]));
    }
    return size;
  }
  /// The first box from the word of `from` on, before which there is none; nothing if it is empty.
  std::optional<std::size_t> first(std::size_t from = 0) const {
    for (std::size_t i = from / 64; i < words_.size(); ++i) {
      if (words_[i] != 0) return i * 64 + static_cast<std::size_t>(std::countr_zero(words_[i]));
    }
    return std::nullopt;
  }
  template <class Use>
  void each(const Use& use) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1) {
        use(i * 64 + static_cast<std::size_t>(std::countr_zero(word)));
      }
    }
  }

 private:
  std::array<std::uint64_t, kMostBoxes / 64> words_{};
};

/// How a box lies to a region.
enum class Lies { around, across, apart };

inline bool meet(const Region& a, const Region& b) {
  for (std::size_t v = 0; v < a.size(); ++v) {
    if (a[v].last < b[v].first || b[v].last < a[v].first) return false;
  }
  return true;
}

class BoxMeetings {
 public:
  explicit BoxMeetings(const BoxSums& sums) {
    const std::vector<Region>& boxes = sums.boxes;
    meets_.resize(boxes.size());
    narrow_.resize(boxes.size());
    for (std::size_t a = 0; a < boxes.size(); ++a) {
      for (std::size_t b = 0; b < boxes.size(); ++b) {
        if (a != b && meet(boxes[a], boxes[b])) meets_[a].add(b);
      }
      excluded_.push_back(boxes.size() - 1 - meets_[a].size());
      for (std::uint32_t v = 0; v < sums.all.size(); ++v) {
        const Interval& values = boxes[a][v];
        if (values.first > 0 || values.last < sums.all[v].last) narrow_[a].push_back({v, values});
      }
    }
  }

  BoxSet all() const {
    BoxSet boxes;
    for (std::size_t box = 0; box < meets_.size(); ++box) boxes.add(box);
    return boxes;
  }
  const BoxSet& meeting(std::size_t box) const { return meets_[box]; }

  /// How many boxes it does not meet.
  std::size_t excluded(std::size_t box) const { return excluded_[box]; }

  /// Of how many variables it leaves out values; a box of the whole space is never open.
  std::size_t width(std::size_t box) const { return narrow_[box].size(); }

  Lies lies(std::size_t box, const Region& region) const {
    Lies result = Lies::around;
    for (const auto& [variable, values] : narrow_[box]) {
      const Interval& other = region[variable];
      if (other.last < values.first || values.last < other.first) return Lies::apart;
      if (other.first < values.first || other.last > values.last) result = Lies::across;
    }
    return result;
  }

  /// A bound on what boxes of the set that meet in common give: they are put into classes of which
  /// no two meet, and each class gives its greatest gain at most. Calls `lead(box, gain)` for the
  /// box with the greatest gain of each class, and what it has over the second: without that box
  /// the bound is so much lower. `gains`: by box.
  template <class Gain, class Lead>
  Gain bound(BoxSet left, const std::vector<Gain>& gains, const Lead& lead) const {
    Gain total = 0;
    for (auto start = left.first(); start; start = left.first(*start)) {
      BoxSet colour = left;
      std::size_t heaviest = 0;
      Gain most = 0;
      Gain second = 0;
      for (auto box = start; box; box = colour.first(*box)) {
        const Gain gain = gains[*box];
        if (gain > most) heaviest = *box;
        second = std::max(second, std::min(gain, most));
        most = std::max(most, gain);
        colour.remove(*box);
        colour.drop(meets_[*box]);
        left.remove(*box);
      }
      total += most;
      lead(heaviest, most - second);
    }
    return total;
  }

 private:
  std::vector<BoxSet> meets_;
  std::vector<std::size_t> excluded_;
  /// By box: the variables of which it leaves out values.
  std::vector<std::vector<std::pair<std::uint32_t, Interval>>> narrow_;
};

}  // namespace nemawashi::trees
