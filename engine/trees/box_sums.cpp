// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/box_sums.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "engine/trees/amount.h"
#include "engine/trees/layered_sum.h"

namespace nemawashi::trees {
namespace {

/// The values as an interval; nothing if they have a gap. At least one value is taken.
std::optional<Interval> interval_of(const ValueSet& values) {
  const auto first = std::find(values.begin(), values.end(), true);
  const auto end = std::find(first, values.end(), false);
  if (std::find(end, values.end(), true) != values.end()) return std::nullopt;
  return Interval{static_cast<std::uint32_t>(first - values.begin()),
                  static_cast<std::uint32_t>(end - values.begin() - 1)};
}

/// The box of a cube, if it is one.
std::optional<Region> box_of(const Cube& cube, const Region& all) {
  Region region = all;
  for (const Literal& literal : cube.literals) {
    const auto interval = interval_of(literal.values);
    if (!interval) return std::nullopt;
    region[literal.variable] = *interval;
  }
  return region;
}

bool is_empty(const Literal& literal) {
  return std::find(literal.values.begin(), literal.values.end(), true) == literal.values.end();
}

}  // namespace

std::optional<BoxSums> box_sums(const std::vector<std::uint32_t>& domains,
                                const std::vector<WeightedSum>& sums) {
  BoxSums result;
  for (const std::uint32_t domain : domains) result.all.push_back({0, domain - 1});
  std::map<std::vector<std::uint32_t>, std::size_t> known;
  std::size_t cubes = 0;
  std::size_t links = 0;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    const SumScale scale = scale_of(sums[i]);
    if (!sums[i].bent.empty() || !scale.fits_64_bits) return std::nullopt;
    const auto scaled = [&](const Rational& number) {
      return amount_of<std::int64_t>(Rational(number * scale.scale).get_num());
    };
    result.scales.push_back(scale.scale);
    result.constants.push_back(scaled(sums[i].constant));
    for (const Cube& cube : sums[i].cubes) {
      if (cube.amount < 0) return std::nullopt;
      if (std::any_of(cube.literals.begin(), cube.literals.end(), is_empty)) continue;
      const auto box = box_of(cube, result.all);
      if (!box) return std::nullopt;
      ++cubes;
      if (cube.literals.size() > 1) ++links;
      std::vector<std::uint32_t> key;
      for (const Interval& values : *box) key.insert(key.end(), {values.first, values.last});
      const auto [at, is_new] = known.emplace(std::move(key), result.boxes.size());
      if (is_new) {
        result.boxes.push_back(*box);
        result.gains.emplace_back(sums.size());
      }
      result.gains[at->second][i] += scaled(cube.amount);
    }
  }
  if (2 * links <= cubes || result.boxes.size() > kMostBoxes) return std::nullopt;
  // The heaviest first, where bounds and branches look first.
  std::vector<std::size_t> order(result.boxes.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto heaviest = [&](std::size_t box) {
    return *std::max_element(result.gains[box].begin(), result.gains[box].end());
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return heaviest(a) > heaviest(b); });
  BoxSums sorted = result;
  for (std::size_t i = 0; i < order.size(); ++i) {
    sorted.boxes[i] = result.boxes[order[i]];
    sorted.gains[i] = result.gains[order[i]];
  }
  return sorted;
}

}  // namespace nemawashi::trees
