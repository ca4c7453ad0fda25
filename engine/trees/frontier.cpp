// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/frontier.h"

#include <algorithm>
#include <unordered_map>

#include "engine/trees/all_at_least.h"
#include "engine/trees/box_count.h"
#include "engine/trees/box_frontier.h"
#include "engine/trees/members.h"
#include "engine/trees/nondominated.h"
#include "engine/trees/rising.h"
#include "engine/trees/standing.h"
#include "engine/trees/values_of.h"

namespace nemawashi::trees {
namespace {

/// The nondominated partial vectors of one standing: a row of numbers each, one a sum. Its rows are
/// numbered from `first_label` within the layer.
template <class Amount>
struct Vectors {
  std::vector<Amount> numbers;
  std::size_t first_label = 0;
};

template <class Amount>
struct Layer {
  explicit Layer(DiagramStore& store) : room(store) {}
  std::unordered_map<Standing<Amount>, Vectors<Amount>, StandingHash<Amount>> vectors;
  Room room;  ///< of their numbers
};

/// How a label of a layer came about: a label of the layer before, and the value set.
struct Arrival {
  std::uint32_t label = 0;
  std::uint32_t value = 0;
};

/// The ways into each label of one layer: label l has edges[first[l]] up to edges[first[l + 1]].
struct Trail {
  std::vector<std::size_t> first = {0};
  std::vector<Arrival> edges;
  std::size_t labels() const { return first.size() - 1; }
};

/// A step into a standing from one of the layer before.
template <class Amount>
struct Step {
  const Vectors<Amount>* from;
  std::uint32_t value;
  std::vector<Amount> gains;  ///< by sum
};

/// Points by levels where a sum is carried as one. Mixed: two levels have the same value, so that
/// by values some points may be equal, or bettered.
struct Found {
  std::vector<FrontierPoint> points;
  bool mixed = false;
};

/// What an exact number takes, with its two allocations.
constexpr std::size_t kBytesPerRational = sizeof(Rational) + 64;
constexpr std::size_t kBytesPerInteger = sizeof(base::Integer) + 32;

/// What points of so many sums take before their members are known.
std::size_t bytes_of_points(std::size_t points, std::size_t sums) {
  return points * (sizeof(FrontierPoint) + sums * kBytesPerRational);
}

template <class Amount>
class LayeredFrontier {
 public:
  LayeredFrontier(DiagramStore& store, const std::vector<LayeredSum<Amount>>& sums,
                  std::vector<ValuesOf<Amount>> values, const FrontierOptions& options)
      : store_(store), sums_(sums), values_(std::move(values)), options_(options), room_(store) {}

  Found run(Node root) {
    Standing<Amount> start{root, {}};
    Vectors<Amount> constants;
    for (const auto& sum : sums_) {
      start.states.push_back(sum.start());
      constants.numbers.push_back(sum.constant());
    }
    Layer<Amount> layer(store_);
    layer.vectors.emplace(std::move(start), std::move(constants));
    for (std::uint32_t variable = 0; variable < store_.variables(); ++variable) {
      layer = advanced(variable, layer);
    }
    Found result;
    std::vector<FrontierPoint>& points = result.points;
    // One standing at most is left: everything is closed.
    for (const auto& [standing, vectors] : layer.vectors) {
      const std::size_t rows = vectors.numbers.size() / sums_.size();
      room_.take(bytes_of_points(rows, sums_.size()));
      points.reserve(rows);
      for (auto row = vectors.numbers.begin(); row != vectors.numbers.end();) {
        FrontierPoint& point = points.emplace_back();
        point.sums.reserve(sums_.size());
        for (std::size_t i = 0; i < sums_.size(); ++i) {
          point.sums.push_back(values_[i](*row++));
        }
      }
    }
    for (const auto& values : values_) result.mixed = result.mixed || values.mixed();
    count_and_name(points);
    return result;
  }

 private:
  Layer<Amount> advanced(std::uint32_t variable, const Layer<Amount>& layer) {
    std::unordered_map<Standing<Amount>, std::vector<Step<Amount>>, StandingHash<Amount>> steps;
    for (const auto& [standing, vectors] : layer.vectors) {
      const bool asked = store_.variable(standing.node) == variable;
      for (std::uint32_t value = 0; value < store_.domain(variable); ++value) {
        store_.check_stop();
        Standing<Amount> next = standing;
        if (asked) next.node = store_.children(standing.node)[value];
        if (next.node == kNothing) continue;
        std::vector<Amount> gains;
        for (std::size_t i = 0; i < sums_.size(); ++i) {
          gains.push_back(sums_[i].advance(variable, value, next.states[i]));
        }
        steps[std::move(next)].push_back({&vectors, value, std::move(gains)});
      }
    }
    Layer<Amount> next_layer(store_);
    Trail& trail = trails_.emplace_back();
    for (const auto& [standing, ways] : steps) {
      const auto& kept = next_layer.vectors.emplace(standing, merged_steps(ways, trail)).first;
      next_layer.room.take(bytes_of(standing) + kBytesPerEntry +
                           kept->second.numbers.size() * sizeof(Amount));
      if (trail.labels() > options_.points) throw NodeLimitReached();
    }
    return next_layer;
  }

  Vectors<Amount> merged_steps(const std::vector<Step<Amount>>& steps, Trail& trail) {
    const std::size_t width = sums_.size();
    std::size_t total = 0;
    for (const Step<Amount>& step : steps) total += step.from->numbers.size();
    Room compared(store_);
    compared.take(total * sizeof(Amount) + total / width * sizeof(Arrival) +
                  bytes_to_compare<Amount>(total / width, width));
    std::vector<Amount> numbers;
    std::vector<Arrival> edges;
    numbers.reserve(total);
    edges.reserve(total / width);
    for (const Step<Amount>& step : steps) {
      const std::size_t rows = step.from->numbers.size() / width;
      for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t i = 0; i < width; ++i) {
          numbers.push_back(step.from->numbers[row * width + i] + step.gains[i]);
        }
        edges.push_back({static_cast<std::uint32_t>(step.from->first_label + row), step.value});
      }
    }
    const RowGroups kept = nondominated(numbers, width, [&] { store_.check_stop_now(); });
    Vectors<Amount> result;
    result.first_label = trail.labels();
    result.numbers.reserve(kept.size() * width);
    for (std::size_t group = 0; group < kept.size(); ++group) {
      const Amount* row = numbers.data() + kept.rows[kept.first[group]] * width;
      result.numbers.insert(result.numbers.end(), row, row + width);
      for (std::size_t i = kept.first[group]; i < kept.first[group + 1]; ++i) {
        trail.edges.push_back(edges[kept.rows[i]]);
      }
      trail.first.push_back(trail.edges.size());
    }
    room_.take(kept.rows.size() * sizeof(Arrival) + kept.size() * sizeof(std::size_t));
    return result;
  }

  /// Follows the trails back from the points, then forward again only where they led: how many
  /// assignments attain each label that a point comes from, and the first of them.
  void count_and_name(std::vector<FrontierPoint>& points) const {
    std::vector<std::vector<bool>> used(trails_.size());
    std::vector<bool> wanted(points.size(), true);
    for (std::size_t depth = trails_.size(); depth-- > 0;) {
      const Trail& trail = trails_[depth];
      std::vector<bool> before(depth == 0 ? 1 : trails_[depth - 1].labels());
      for (std::size_t label = 0; label < wanted.size(); ++label) {
        if (!wanted[label]) continue;
        for (std::size_t e = trail.first[label]; e < trail.first[label + 1]; ++e) {
          before[trail.edges[e].label] = true;
        }
      }
      used[depth] = std::move(wanted);
      wanted = std::move(before);
    }
    std::vector<Attained> attained = {{1, {Assignment{}}}};
    if (options_.members == 0) attained.front().members.clear();
    Room kept(store_);  // Of two depths at most.
    for (std::size_t depth = 0; depth < trails_.size(); ++depth) {
      Room room(store_);
      room.take(trails_[depth].labels() * sizeof(Attained));
      std::vector<Attained> next(trails_[depth].labels());
      for (std::size_t label = 0; label < next.size(); ++label) {
        if (!used[depth][label]) continue;
        next[label] = joined(trails_[depth], label, attained);
        room.take(kBytesPerInteger +
                  next[label].members.size() *
                      (sizeof(Assignment) + (depth + 1) * sizeof(std::uint32_t)));
      }
      attained = std::move(next);
      kept = std::move(room);
    }
    for (std::size_t i = 0; i < points.size(); ++i) {
      points[i].assignments = std::move(attained[i].assignments);
      points[i].members = std::move(attained[i].members);
    }
  }

  struct Attained {
    base::Integer assignments;
    std::vector<Assignment> members;  ///< the first in the order
  };

  Attained joined(const Trail& trail, std::size_t label,
                  const std::vector<Attained>& before) const {
    store_.check_stop();
    Attained result;
    for (std::size_t e = trail.first[label]; e < trail.first[label + 1]; ++e) {
      const Arrival& edge = trail.edges[e];
      result.assignments += before[edge.label].assignments;
      for (const Assignment& member : before[edge.label].members) {
        result.members.push_back(member);
        result.members.back().push_back(edge.value);
      }
    }
    std::sort(result.members.begin(), result.members.end(), std::cref(options_.order));
    if (result.members.size() > options_.members) result.members.resize(options_.members);
    return result;
  }

  DiagramStore& store_;
  const std::vector<LayeredSum<Amount>>& sums_;
  std::vector<ValuesOf<Amount>> values_;  ///< by sum
  const FrontierOptions& options_;
  std::vector<Trail> trails_;  ///< by variable
  Room room_;                  ///< of the trails and what they lead to
};

/// `rising`: what the sums, by their places, are levels of.
Found frontier_of(DiagramStore& store, Node root, const std::vector<WeightedSum>& sums,
                  const std::vector<std::optional<RisingSum>>& rising,
                  const FrontierOptions& options) {
  const SumScales at = scales_of(sums);
  return with_amount(at, [&]<class Amount>(const Amount&) {
    std::vector<LayeredSum<Amount>> layered;
    std::vector<ValuesOf<Amount>> values;
    layered.reserve(sums.size());
    values.reserve(sums.size());
    for (std::size_t i = 0; i < sums.size(); ++i) {
      layered.emplace_back(sums[i], store.domains(), at.scales[i]);
      values.emplace_back(at.scales[i], at.reaches[i], rising[i]);
    }
    return LayeredFrontier<Amount>(store, layered, std::move(values), options).run(root);
  });
}

}  // namespace

std::vector<FrontierPoint> frontier(DiagramStore& store, Node root,
                                    const std::vector<WeightedSum>& sums,
                                    const FrontierOptions& options) {
  if (root == kNothing) return {};
  // 1. A sum that rises with one level is carried as that level: nothing better by levels is worse
  // by sums, so every point of the sums comes from a point of the levels.
  std::vector<std::optional<RisingSum>> rising;
  std::vector<WeightedSum> carried;
  for (const WeightedSum& sum : sums) {
    rising.push_back(rising_sum(sum));
    carried.push_back(rising.back() ? rising.back()->level : sum);
  }
  // 2. Where all are gains on boxes and every assignment is asked about, the boxes are searched,
  // not the assignments; those that attain a point are counted at the end.
  const auto boxes = root == kEverything ? box_sums(store.domains(), carried) : std::nullopt;
  std::optional<BoxMeetings> meetings;
  if (boxes) meetings.emplace(*boxes);
  const auto check_stop = [&] { store.check_stop(); };
  // 3. By sums, some of the levels' points are bettered or equal, but only if a sum is the same at
  // different levels of them.
  Found found;
  if (boxes) {
    found.mixed = true;
    for (auto& levels : box_frontier(*boxes, *meetings, options.points, check_stop)) {
      FrontierPoint& point = found.points.emplace_back(FrontierPoint{std::move(levels), 0, {}});
      for (std::size_t i = 0; i < sums.size(); ++i) {
        if (rising[i]) point.sums[i] = rising[i]->value(point.sums[i]);
      }
    }
  } else {
    found = frontier_of(store, root, carried, rising, options);
  }
  std::vector<FrontierPoint> points = std::move(found.points);
  Room room(store);
  room.take(bytes_of_points(points.size(), sums.size()) * (found.mixed ? 2 : 1));
  if (found.mixed)
    // Members in the default order: points found on boxes get theirs below.
    points = merged({}, std::move(points), options.members, [&] { store.check_stop_now(); });
  // 4. What is at least as good as a point in every sum is exactly what attains it. Where a sum is
  // flat, a level that was bettered may have the same sum.
  std::vector<std::optional<bool>> capped_at_one_level(sums.size());
  const auto flat = [&](const FrontierPoint& point, std::size_t i) {
    if (!rising[i] || !is_flat_at(rising[i]->value, point.sums[i])) return false;
    if (point.sums[i] != rising[i]->value.pieces.back().intercept) return true;
    auto& one_level = capped_at_one_level[i];
    if (!one_level) one_level = ends_in_one_level(store, *rising[i]);
    return !*one_level;
  };
  std::vector<FrontierPoint*> recounted;
  std::vector<std::vector<Rational>> least;
  for (FrontierPoint& point : points) {
    bool any_flat = boxes.has_value();
    for (std::size_t i = 0; i < sums.size() && !any_flat; ++i) any_flat = flat(point, i);
    if (!any_flat) continue;
    recounted.push_back(&point);
    least.push_back(point.sums);
    for (std::size_t i = 0; i < sums.size(); ++i) {
      if (rising[i]) least.back()[i] = least_level(*rising[i], point.sums[i]);
    }
  }
  if (boxes) {
    for (std::size_t at = 0; at < recounted.size(); ++at) {
      Reaching attaining =
          reaching(*boxes, *meetings, least[at], options.members, options.order, check_stop);
      recounted[at]->assignments = std::move(attaining.assignments);
      recounted[at]->members = std::move(attaining.members);
    }
    return points;
  }
  const std::vector<Node> attaining = all_at_least(store, root, carried, least);
  Counter counter(store);
  for (std::size_t at = 0; at < recounted.size(); ++at) {
    recounted[at]->assignments = counter.count(attaining[at]);
    recounted[at]->members =
        first_assignments(store, attaining[at], options.members, options.order);
  }
  return points;
}

std::vector<FrontierPoint> merged(std::vector<FrontierPoint> a, std::vector<FrontierPoint> b,
                                  std::size_t members, const std::function<void()>& check_stop) {
  std::vector<FrontierPoint> all = std::move(a);
  std::move(b.begin(), b.end(), std::back_inserter(all));
  if (all.empty()) return all;
  std::vector<Rational> numbers;
  for (const FrontierPoint& point : all) {
    numbers.insert(numbers.end(), point.sums.begin(), point.sums.end());
  }
  const RowGroups kept = nondominated(numbers, all.front().sums.size(), check_stop);
  std::vector<FrontierPoint> result;
  result.reserve(kept.size());
  for (std::size_t group = 0; group < kept.size(); ++group) {
    FrontierPoint& point = result.emplace_back(std::move(all[kept.rows[kept.first[group]]]));
    for (std::size_t i = kept.first[group] + 1; i < kept.first[group + 1]; ++i) {
      FrontierPoint& same = all[kept.rows[i]];
      point.assignments += same.assignments;
      std::move(same.members.begin(), same.members.end(), std::back_inserter(point.members));
    }
    if (kept.first[group + 1] - kept.first[group] > 1) {
      std::sort(point.members.begin(), point.members.end(), AssignmentOrder{});
    }
    if (point.members.size() > members) point.members.resize(members);
  }
  return result;
}

}  // namespace nemawashi::trees
