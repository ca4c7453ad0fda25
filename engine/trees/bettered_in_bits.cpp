// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/bettered_in_bits.h"

#include <algorithm>

namespace nemawashi::trees {
namespace {

constexpr std::size_t kBitsOfWord = 64;
constexpr std::size_t kWordsOfLane = 2;
constexpr std::size_t kBitsOfLane = kBitsOfWord * kWordsOfLane;
/// So many rows' bits, as long as a vector of every 64-bit processor.
using BitLane [[gnu::vector_size(kWordsOfLane * sizeof(std::uint64_t))]] = std::uint64_t;
/// The sets of a block of rows stay in the processor's second cache.
constexpr std::size_t kLanesOfBlock = std::size_t{1} << 15U;

/// A set of the rows 0..rows.
class RowSet {
 public:
  explicit RowSet(std::size_t rows) : lanes_((rows + kBitsOfLane - 1) / kBitsOfLane) {}
  void add(std::size_t row) {
    lanes_[row / kBitsOfLane][row / kBitsOfWord % kWordsOfLane] |= std::uint64_t{1}
                                                                   << row % kBitsOfWord;
  }
  void clear() { std::fill(lanes_.begin(), lanes_.end(), BitLane{}); }
  const BitLane* lanes() const { return lanes_.data(); }
  std::size_t size_in_lanes() const { return lanes_.size(); }

 private:
  std::vector<BitLane> lanes_;
};

/// The rows by falling place in one entry: those of a level are equal there.
struct Levels {
  std::vector<std::uint32_t> rows;
  std::vector<std::uint32_t> ends;  ///< by level: where its rows end
};

Levels levels_of(const Places& places, std::size_t width, std::size_t entry) {
  Levels result;
  std::size_t greatest = 0;
  for (std::size_t at = entry; at < places.size(); at += width) {
    greatest = std::max(greatest, static_cast<std::size_t>(places[at]));
  }
  const auto level_of = [&](std::size_t at) {
    return greatest - static_cast<std::size_t>(places[at]);
  };
  std::vector<std::uint32_t>& ends = result.ends;
  ends.resize(greatest + 2);
  for (std::size_t at = entry; at < places.size(); at += width) ++ends[level_of(at) + 1];
  for (std::size_t level = 1; level < ends.size(); ++level) ends[level] += ends[level - 1];
  result.rows.resize(places.size() / width);
  std::uint32_t row = 0;  // Each level's begin moves on to its end.
  for (std::size_t at = entry; at < places.size(); at += width) {
    result.rows[ends[level_of(at)]++] = row++;
  }
  ends.pop_back();
  return result;
}

}  // namespace

std::vector<bool> bettered_in_bits(const Places& places, std::size_t width,
                                   const std::function<void()>& check_stop) {
  const std::size_t rows = places.size() / width;
  if (rows == 0) return {};
  std::vector<Levels> levels;  // By entry but the first, in which rows fall anyway.
  for (std::size_t entry = 1; entry < width; ++entry) {
    levels.push_back(levels_of(places, width, entry));
  }
  RowSet reached(rows);
  const std::size_t lanes = reached.size_in_lanes();
  const std::size_t rows_of_block = std::clamp<std::size_t>(kLanesOfBlock / lanes, 1, rows);
  std::vector<BitLane> left(rows_of_block * lanes);  // By row of the block: who may better it.
  std::vector<bool> bettered(rows);
  for (std::size_t begin = 0; begin < rows; begin += rows_of_block) {
    const std::size_t end = std::min(rows, begin + rows_of_block);
    RowSet before(rows);
    for (std::size_t row = 0; row < begin; ++row) before.add(row);
    for (std::size_t row = begin; row < end; ++row) {
      std::copy_n(before.lanes(), lanes, &left[(row - begin) * lanes]);
      before.add(row);
    }
    for (const auto& [sorted, ends] : levels) {
      check_stop();
      reached.clear();
      std::size_t at = 0;
      for (const std::uint32_t level_end : ends) {
        for (std::size_t i = at; i < level_end; ++i) reached.add(sorted[i]);
        for (; at < level_end; ++at) {
          const std::uint32_t row = sorted[at];
          if (row < begin || row >= end) continue;
          BitLane* of_row = &left[(row - begin) * lanes];
          const BitLane* of_reached = reached.lanes();
          for (std::size_t lane = 0; lane <= row / kBitsOfLane; ++lane) {
            of_row[lane] &= of_reached[lane];
          }
        }
      }
    }
    for (std::size_t row = begin; row < end; ++row) {
      BitLane any = {};
      for (std::size_t lane = 0; lane <= row / kBitsOfLane; ++lane) {
        any |= left[(row - begin) * lanes + lane];
      }
      bettered[row] = (any[0] | any[1]) != 0;
    }
  }
  return bettered;
}

}  // namespace nemawashi::trees
