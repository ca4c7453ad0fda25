// SPDX-License-Identifier: Apache-2.0
#include "engine/model/weights.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace nemawashi::model {
namespace {

/// Positions of the interests in rank order, tied ones together.
std::vector<std::vector<std::size_t>> tie_groups(const RankWeights& weights) {
  std::map<std::size_t, std::vector<std::size_t>> by_rank;
  for (std::size_t i = 0; i < weights.ranks.size(); ++i) by_rank[weights.ranks[i]].push_back(i);
  std::vector<std::vector<std::size_t>> groups;
  groups.reserve(by_rank.size());
  for (auto& [rank, group] : by_rank) groups.push_back(std::move(group));
  return groups;
}

WeightVector equal_on(const std::vector<std::size_t>& members, std::size_t size) {
  WeightVector weights(size);
  for (const std::size_t member : members) weights[member] = base::fraction(1, members.size());
  return weights;
}

Rational sum(const std::vector<Rational>& numbers) {
  return std::accumulate(numbers.begin(), numbers.end(), Rational(0));
}

/// The same polytope with bounds that are attained.
IntervalWeights tightened(const IntervalWeights& weights) {
  IntervalWeights result = weights;
  const Rational low = sum(weights.low);
  const Rational high = sum(weights.high);
  for (std::size_t i = 0; i < weights.low.size(); ++i) {
    result.low[i] = std::max(weights.low[i], Rational(1 - (high - weights.high[i])));
    result.high[i] = std::min(weights.high[i], Rational(1 - (low - weights.low[i])));
  }
  return result;
}

WeightVector central(const RankWeights& weights) {
  const std::size_t n = weights.ranks.size();
  std::vector<Rational> centroid(n);  // The k-th weight is (1/n) (1/k + .. + 1/n).
  Rational tail = 0;
  for (std::size_t k = n; k-- > 0;) {
    tail += base::fraction(1, k + 1);
    centroid[k] = tail / n;
  }
  WeightVector result(n);
  std::size_t place = 0;
  for (const auto& group : tie_groups(weights)) {
    Rational total = 0;
    for (std::size_t i = 0; i < group.size(); ++i) total += centroid[place++];
    for (const std::size_t member : group) result[member] = total / group.size();
  }
  return result;
}

WeightVector central(const NumberWeights& weights) {
  const Rational total = sum(weights.numbers);
  WeightVector result = weights.numbers;
  for (Rational& weight : result) weight /= total;
  return result;
}

WeightVector central(const IntervalWeights& weights) {
  const IntervalWeights tight = tightened(weights);
  const Rational low = sum(tight.low);
  const Rational room = sum(tight.high) - low;
  const Rational t = room == 0 ? Rational(0) : Rational((1 - low) / room);
  WeightVector result = tight.low;
  for (std::size_t i = 0; i < result.size(); ++i) result[i] += t * (tight.high[i] - tight.low[i]);
  return result;
}

using Vertices = std::optional<std::vector<WeightVector>>;

Vertices vertices(const RankWeights& weights) {
  const std::size_t n = weights.ranks.size();
  std::vector<WeightVector> result;
  std::vector<std::size_t> before;
  for (const auto& group : tie_groups(weights)) {
    const bool first = before.empty();
    if (!first && group.size() >= 13) return std::nullopt;
    const std::size_t subsets = first ? group.size() : (std::size_t{1} << group.size()) - 1;
    if (result.size() + subsets > kMostWeightVertices) return std::nullopt;
    for (std::size_t subset = 1; subset <= subsets; ++subset) {
      std::vector<std::size_t> members = before;
      for (std::size_t i = 0; i < group.size(); ++i) {
        // Of the first group only single members: larger sets are averages of them.
        if (first ? i + 1 == subset : (subset >> i & 1U) != 0) members.push_back(group[i]);
      }
      result.push_back(equal_on(members, n));
    }
    before.insert(before.end(), group.begin(), group.end());
  }
  return result;
}

/// Vertices of a box cut by sum = 1: all but at most one coordinate at a bound. `place` runs over
/// the coordinates; branches whose rest cannot reach the sum are left.
class IntervalVertices {
 public:
  explicit IntervalVertices(const IntervalWeights& weights)
      : box_(tightened(weights)), point_(weights.low.size()) {}

  Vertices all() {
    extend(0, 1, point_.size());
    if (too_many_) return std::nullopt;
    return std::vector<WeightVector>(found_.begin(), found_.end());
  }

 private:
  void extend(std::size_t place, const Rational& rest, std::size_t free) {
    if (too_many_) return;
    const std::size_t n = point_.size();
    if (place == n) {
      if (free < n) {
        if (rest < box_.low[free] || rest > box_.high[free]) return;
        point_[free] = rest;
      } else if (rest != 0) {
        return;
      }
      found_.insert(point_);
      too_many_ = found_.size() > kMostWeightVertices;
      return;
    }
    Rational low = 0;
    Rational high = 0;
    for (std::size_t i = place; i < n; ++i) {
      low += box_.low[i];
      high += box_.high[i];
    }
    if (free < n) {
      low += box_.low[free];
      high += box_.high[free];
    }
    if (rest < low || rest > high) return;
    point_[place] = box_.low[place];
    extend(place + 1, rest - box_.low[place], free);
    if (box_.high[place] != box_.low[place]) {
      point_[place] = box_.high[place];
      extend(place + 1, rest - box_.high[place], free);
      if (free == n) extend(place + 1, rest, place);
    }
  }

  IntervalWeights box_;
  WeightVector point_;
  std::set<WeightVector> found_;
  bool too_many_ = false;
};

Vertices vertices(const NumberWeights& weights) {
  return std::vector<WeightVector>{central(weights)};
}
Vertices vertices(const IntervalWeights& weights) { return IntervalVertices(weights).all(); }

void take(ValueRange& range, const Rational& value, const std::vector<std::size_t>& members,
          std::size_t size) {
  if (range.least.weights.empty() || value < range.least.value) {
    range.least = {value, equal_on(members, size)};
  }
  if (range.greatest.weights.empty() || value > range.greatest.value) {
    range.greatest = {value, equal_on(members, size)};
  }
}

/// Running averages in rank order; within a tie once ascending (for the least) and once descending.
ValueRange range(const RankWeights& weights, const std::vector<Rational>& differences) {
  ValueRange result;
  std::vector<std::size_t> before;
  Rational total_before = 0;
  for (auto group : tie_groups(weights)) {
    std::sort(group.begin(), group.end(), [&](std::size_t a, std::size_t b) {
      return differences[a] != differences[b] ? differences[a] < differences[b] : a < b;
    });
    Rational total = 0;
    for (const auto& order : {group, std::vector<std::size_t>(group.rbegin(), group.rend())}) {
      std::vector<std::size_t> members = before;
      total = total_before;
      for (const std::size_t member : order) {
        members.push_back(member);
        total += differences[member];
        take(result, total / members.size(), members, differences.size());
      }
    }
    before.insert(before.end(), group.begin(), group.end());
    total_before = total;
  }
  return result;
}

ValueRange range(const NumberWeights& weights, const std::vector<Rational>& differences) {
  const WeightVector point = central(weights);
  const WeightedValue value{weighted(point, differences), point};
  return {value, value};
}

/// Starts at the lower bounds and gives what is left in the order of `places`.
WeightedValue filled(const IntervalWeights& weights, const std::vector<std::size_t>& places,
                     const std::vector<Rational>& differences) {
  WeightVector point = weights.low;
  Rational left = 1 - sum(point);
  for (const std::size_t place : places) {
    const Rational given = std::min(left, Rational(weights.high[place] - weights.low[place]));
    point[place] += given;
    left -= given;
  }
  return {weighted(point, differences), point};
}

ValueRange range(const IntervalWeights& weights, const std::vector<Rational>& differences) {
  std::vector<std::size_t> places(differences.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::stable_sort(places.begin(), places.end(),
                   [&](std::size_t a, std::size_t b) { return differences[a] < differences[b]; });
  ValueRange result;
  result.least = filled(weights, places, differences);
  std::reverse(places.begin(), places.end());
  result.greatest = filled(weights, places, differences);
  return result;
}

}  // namespace

WeightVector central_weights(const Weights& weights) {
  return std::visit([](const auto& known) { return central(known); }, weights);
}

std::optional<std::vector<WeightVector>> weight_vertices(const Weights& weights) {
  return std::visit([](const auto& known) { return vertices(known); }, weights);
}

ValueRange value_range(const Weights& weights, const std::vector<Rational>& differences) {
  return std::visit([&](const auto& known) { return range(known, differences); }, weights);
}

Rational weighted(const WeightVector& weights, const std::vector<Rational>& differences) {
  Rational result = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) result += weights[i] * differences[i];
  return result;
}

}  // namespace nemawashi::model
