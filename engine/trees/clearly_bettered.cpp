// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/clearly_bettered.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace nemawashi::trees {
namespace {

static_assert(std::numeric_limits<float>::is_iec559);  // Beyond its range a number is infinite.

constexpr std::size_t kStrong = 64;
constexpr std::size_t kFloatLanes = 4;
/// One entry of each of several strong rows, and whether it is greater: as long as a vector of
/// every 64-bit processor, since compilers take longer ones apart, number by number.
using FloatLanes [[gnu::vector_size(kFloatLanes * sizeof(float))]] = float;
using FloatGreater [[gnu::vector_size(kFloatLanes * sizeof(float))]] = std::int32_t;
/// So many of these are compared before one looks at what was found.
constexpr std::size_t kAtATime = 4;

/// The rows whose entries, each as a share of its column's range, add up to most; the first most.
/// Which rows are strong costs time alone, so sums of floats will do.
std::vector<std::uint32_t> strong_rows(const std::vector<float>& rough, std::size_t width) {
  const std::size_t count = rough.size() / width;
  std::vector<float> scores(count);
  for (std::size_t entry = 0; entry < width; ++entry) {
    float least = rough[entry];
    float greatest = least;
    for (std::size_t i = entry; i < rough.size(); i += width) {
      least = std::min(least, rough[i]);
      greatest = std::max(greatest, rough[i]);
    }
    const float range = greatest - least;
    if (!std::isfinite(range) || range <= 0) continue;
    for (std::size_t row = 0; row < count; ++row) {
      scores[row] += (rough[row * width + entry] - least) / range;
    }
  }
  std::vector<std::uint32_t> rows(count);
  std::iota(rows.begin(), rows.end(), 0U);
  std::partial_sort(rows.begin(), rows.begin() + kStrong, rows.end(),
                    [&](std::uint32_t a, std::uint32_t b) {
                      return scores[a] != scores[b] ? scores[a] > scores[b] : a < b;
                    });
  rows.resize(kStrong);
  return rows;
}

}  // namespace

std::vector<std::uint32_t> not_clearly_bettered(const std::vector<float>& rough, std::size_t width,
                                                const std::function<void()>& check_stop) {
  const std::size_t count = rough.size() / width;
  std::vector<std::uint32_t> kept;
  if (count < 4 * kStrong) {  // Not worth the while.
    kept.resize(count);
    std::iota(kept.begin(), kept.end(), 0U);
    return kept;
  }
  std::vector<FloatLanes> strong(kStrong / kFloatLanes * width);
  const auto rows = strong_rows(rough, width);
  for (std::size_t i = 0; i < kStrong; ++i) {
    for (std::size_t entry = 0; entry < width; ++entry) {
      strong[i / kFloatLanes * width + entry][i % kFloatLanes] = rough[rows[i] * width + entry];
    }
  }
  for (std::uint32_t row = 0; row < count; ++row) {
    if (row % 4096 == 0) check_stop();
    const float* numbers = &rough[row * width];
    bool bettered = false;
    for (std::size_t first = 0; first < strong.size() && !bettered; first += kAtATime * width) {
      FloatGreater any = {};
      for (std::size_t next = first; next < first + kAtATime * width; next += width) {
        FloatGreater all = strong[next] > numbers[0];
        for (std::size_t entry = 1; entry < width; ++entry) {
          all &= strong[next + entry] > numbers[entry];
        }
        any |= all;
      }
      bettered = (any[0] | any[1] | any[2] | any[3]) != 0;
    }
    if (!bettered) kept.push_back(row);
  }
  return kept;
}

}  // namespace nemawashi::trees
