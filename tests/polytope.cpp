// SPDX-License-Identifier: Apache-2.0
#include "tests/polytope.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <set>

namespace nemawashi::tests {
namespace {

using base::Integer;
using base::Rational;

Vector unit(std::size_t size, std::size_t place, const Rational& value) {
  Vector result(size);
  result[place] = value;
  return result;
}

Rational sum(const Vector& numbers) {
  return std::accumulate(numbers.begin(), numbers.end(), Rational(0));
}

/// The only solution of a square system, whose rows end in the right-hand side; else nothing.
std::optional<Vector> solution(std::vector<Vector> rows) {
  const std::size_t n = rows.size();
  for (std::size_t column = 0; column < n; ++column) {
    std::size_t pivot = column;
    while (pivot < n && rows[pivot][column] == 0) ++pivot;
    if (pivot == n) return std::nullopt;
    std::swap(rows[column], rows[pivot]);
    for (std::size_t row = 0; row < n; ++row) {
      if (row == column || rows[row][column] == 0) continue;
      const Rational factor = rows[row][column] / rows[column][column];
      for (std::size_t k = 0; k <= n; ++k) rows[row][k] -= factor * rows[column][k];
    }
  }
  Vector result(n);
  for (std::size_t row = 0; row < n; ++row) result[row] = rows[row][n] / rows[row][row];
  return result;
}

Vector with_right_side(Vector coefficients, const Rational& right) {
  coefficients.push_back(right);
  return coefficients;
}

/// The weights if the swings stood in this order: the mean of (1), (1/2, 1/2), (1/3, ..), ..
void add_ordered_centroid(const std::vector<std::size_t>& order, Vector& total) {
  for (std::size_t first = 1; first <= order.size(); ++first) {
    for (std::size_t k = 0; k < first; ++k) {
      total[order[k]] += base::fraction(1, first * order.size());
    }
  }
}

Vector central_of_ranks(const model::RankWeights& ranks) {
  std::vector<std::size_t> order(ranks.ranks.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  Vector total(order.size());
  std::size_t orders = 0;
  do {
    const bool agrees = std::is_sorted(order.begin(), order.end(), [&](auto a, auto b) {
      return ranks.ranks[a] < ranks.ranks[b];
    });
    if (!agrees) continue;
    add_ordered_centroid(order, total);
    ++orders;
  } while (std::next_permutation(order.begin(), order.end()));
  for (Rational& weight : total) weight /= orders;
  return total;
}

Vector central_of_intervals(const std::vector<Vector>& vertices) {
  Vector low = vertices.front();
  Vector high = vertices.front();
  for (const Vector& vertex : vertices) {
    for (std::size_t i = 0; i < vertex.size(); ++i) {
      low[i] = std::min(low[i], vertex[i]);
      high[i] = std::max(high[i], vertex[i]);
    }
  }
  if (low == high) return low;
  const Rational t = (1 - sum(low)) / (sum(high) - sum(low));
  for (std::size_t i = 0; i < low.size(); ++i) low[i] += t * (high[i] - low[i]);
  return low;
}

Vector random_ranked(base::Random& random, const model::RankWeights& ranks) {
  const std::size_t n = ranks.ranks.size();
  Vector drawn;
  for (std::size_t i = 0; i < n; ++i) drawn.emplace_back(random.below(12));
  drawn.front() += 1;
  std::sort(drawn.rbegin(), drawn.rend());
  const Rational total = sum(drawn);
  std::vector<std::pair<std::size_t, std::uint64_t>> keys;  // Ties in a random order.
  for (const std::size_t rank : ranks.ranks) keys.emplace_back(rank, random.bits());
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return keys[a] < keys[b]; });
  Vector result(n);
  for (std::size_t k = 0; k < n; ++k) result[order[k]] = drawn[k] / total;
  return result;
}

/// From the lower bounds, filled up in a random order, then shifted between pairs at random.
Vector random_between(base::Random& random, const model::IntervalWeights& intervals) {
  Vector point = intervals.low;
  const std::size_t n = point.size();
  const std::size_t start = random.below(n);
  for (std::size_t i = 0; i < n; ++i) {
    const std::size_t place = (start + i) % n;
    const Rational left = 1 - sum(point);
    point[place] += std::min(left, Rational(intervals.high[place] - point[place]));
  }
  for (std::size_t round = 0; round < n; ++round) {
    const std::size_t from = random.below(n);
    const std::size_t to = random.below(n);
    if (from == to) continue;
    const Rational room = std::min(Rational(point[from] - intervals.low[from]),
                                   Rational(intervals.high[to] - point[to]));
    const Rational moved = room * base::fraction(random.below(5), 4);
    point[from] -= moved;
    point[to] += moved;
  }
  return point;
}

}  // namespace

std::vector<Inequality> inequalities(const model::Weights& weights, std::size_t interests) {
  std::vector<Inequality> result;
  const auto add = [&](Vector coefficients, const Rational& least) {
    result.push_back({std::move(coefficients), least});
  };
  for (std::size_t i = 0; i < interests; ++i) add(unit(interests, i, 1), 0);
  if (const auto* ranks = std::get_if<model::RankWeights>(&weights)) {
    for (std::size_t i = 0; i < interests; ++i) {
      for (std::size_t j = 0; j < interests; ++j) {
        if (ranks->ranks[i] >= ranks->ranks[j]) continue;
        Vector difference = unit(interests, i, 1);
        difference[j] = -1;
        add(std::move(difference), 0);
      }
    }
  } else if (const auto* intervals = std::get_if<model::IntervalWeights>(&weights)) {
    for (std::size_t i = 0; i < interests; ++i) {
      add(unit(interests, i, 1), intervals->low[i]);
      add(unit(interests, i, -1), -intervals->high[i]);
    }
  } else {
    const auto& numbers = std::get<model::NumberWeights>(weights).numbers;
    for (std::size_t i = 0; i < interests; ++i) {
      const Rational share = numbers[i] / sum(numbers);
      add(unit(interests, i, 1), share);
      add(unit(interests, i, -1), -share);
    }
  }
  return result;
}

bool allows(const std::vector<Inequality>& inequalities, const Vector& weights) {
  return sum(weights) == 1 &&
         std::all_of(inequalities.begin(), inequalities.end(), [&](const Inequality& inequality) {
           return dot(inequality.coefficients, weights) >= inequality.least;
         });
}

std::vector<Vector> vertices(const std::vector<Inequality>& inequalities, std::size_t interests) {
  std::set<Vector> found;
  std::vector<bool> tight(inequalities.size());
  std::fill(tight.begin(), tight.begin() + static_cast<std::ptrdiff_t>(interests) - 1, true);
  do {
    std::vector<Vector> rows = {with_right_side(Vector(interests, 1), 1)};
    for (std::size_t i = 0; i < tight.size(); ++i) {
      if (!tight[i]) continue;
      rows.push_back(with_right_side(inequalities[i].coefficients, inequalities[i].least));
    }
    const auto point = solution(std::move(rows));
    if (point && allows(inequalities, *point)) found.insert(*point);
  } while (std::prev_permutation(tight.begin(), tight.end()));
  return {found.begin(), found.end()};
}

Vector central(const model::Weights& weights, const std::vector<Vector>& vertices) {
  if (const auto* ranks = std::get_if<model::RankWeights>(&weights)) {
    return central_of_ranks(*ranks);
  }
  return central_of_intervals(vertices);  // Numbers have one vertex.
}

Vector random_weights(base::Random& random, const model::Weights& weights) {
  if (const auto* ranks = std::get_if<model::RankWeights>(&weights)) {
    return random_ranked(random, *ranks);
  }
  if (const auto* intervals = std::get_if<model::IntervalWeights>(&weights)) {
    return random_between(random, *intervals);
  }
  Vector numbers = std::get<model::NumberWeights>(weights).numbers;
  const Rational total = sum(numbers);
  for (Rational& number : numbers) number /= total;
  return numbers;
}

Rational dot(const Vector& a, const Vector& b) {
  Rational result = 0;
  for (std::size_t i = 0; i < a.size(); ++i) result += a[i] * b[i];
  return result;
}

}  // namespace nemawashi::tests
