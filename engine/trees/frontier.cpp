// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/frontier.h"

#include <algorithm>
#include <functional>
#include <unordered_map>

#include "engine/trees/layered_sum.h"

namespace nemawashi::trees {
namespace {

/// A vector of (partial) sums, the number of assignments that attain it, and some of them.
template <class Number>
struct Label {
  std::vector<Number> sums;
  base::Integer assignments;
  std::vector<Assignment> members;
};

template <class Number>
bool dominates(const std::vector<Number>& a, const std::vector<Number>& b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] < b[i]) return false;
  }
  return true;
}

/// Keeps the nondominated labels, by falling sums; equal ones become one. In two dimensions one
/// sweep after sorting (Kung, Luccio and Preparata 1975), else each against those kept.
template <class Number>
void filter(std::vector<Label<Number>>& labels, std::size_t most_members,
            const AssignmentOrder& order, const std::function<void()>& check_stop) {
  std::stable_sort(labels.begin(), labels.end(),
                   [](const auto& a, const auto& b) { return a.sums > b.sums; });
  std::vector<Label<Number>> kept;
  for (Label<Number>& label : labels) {
    check_stop();
    if (!kept.empty() && kept.back().sums == label.sums) {
      Label<Number>& same = kept.back();
      same.assignments += label.assignments;
      same.members.insert(same.members.end(), label.members.begin(), label.members.end());
      std::sort(same.members.begin(), same.members.end(), order);
      if (same.members.size() > most_members) same.members.resize(most_members);
      continue;
    }
    // In one or two dimensions the last kept label has the greatest last sum so far.
    const bool dominated = label.sums.size() <= 2
                               ? !kept.empty() && dominates(kept.back().sums, label.sums)
                               : std::any_of(kept.begin(), kept.end(), [&](const auto& other) {
                                   return dominates(other.sums, label.sums);
                                 });
    if (!dominated) kept.push_back(std::move(label));
  }
  labels = std::move(kept);
}

template <class Amount>
struct Standing {
  Node node = kNothing;
  std::vector<SumState<Amount>> states;
  friend bool operator==(const Standing&, const Standing&) = default;
};

template <class Amount>
struct StandingHash {
  std::size_t operator()(const Standing<Amount>& standing) const {
    std::size_t hash = standing.node;
    for (const auto& state : standing.states) hash = hash * 31 + hash_value(state);
    return hash;
  }
};

template <class Amount>
using Layer =
    std::unordered_map<Standing<Amount>, std::vector<Label<Amount>>, StandingHash<Amount>>;

template <class Amount>
Layer<Amount> advanced(DiagramStore& store, const std::vector<LayeredSum<Amount>>& sums,
                       std::uint32_t variable, const Layer<Amount>& layer) {
  Layer<Amount> next_layer;
  std::size_t made = 0;
  for (const auto& [standing, labels] : layer) {
    const bool asked = store.variable(standing.node) == variable;
    for (std::uint32_t value = 0; value < store.domain(variable); ++value) {
      Standing<Amount> next = standing;
      if (asked) next.node = store.children(standing.node)[value];
      if (next.node == kNothing) continue;
      std::vector<Amount> gains(sums.size());
      for (std::size_t i = 0; i < sums.size(); ++i) {
        gains[i] = sums[i].advance(variable, value, next.states[i]);
      }
      auto& next_labels = next_layer[std::move(next)];
      for (const Label<Amount>& label : labels) {
        store.check_stop();
        Label<Amount> extended = label;
        for (std::size_t i = 0; i < gains.size(); ++i) extended.sums[i] += gains[i];
        for (Assignment& member : extended.members) member.push_back(value);
        next_labels.push_back(std::move(extended));
        store.check_entries(++made);
      }
    }
  }
  return next_layer;
}

template <class Amount>
std::vector<FrontierPoint> layered_frontier(DiagramStore& store, Node root,
                                            const std::vector<LayeredSum<Amount>>& sums,
                                            const FrontierOptions& options) {
  Standing<Amount> start{root, {}};
  std::vector<Amount> constants;
  for (const auto& sum : sums) {
    start.states.push_back(sum.start());
    constants.push_back(sum.constant());
  }
  Layer<Amount> layer;
  layer[start] = {{constants, 1, {Assignment{}}}};
  for (std::uint32_t variable = 0; variable < store.variables(); ++variable) {
    layer = advanced(store, sums, variable, layer);
    std::size_t points = 0;
    for (auto& [standing, labels] : layer) {
      filter(labels, options.members, options.order, [&] { store.check_stop(); });
      points += labels.size();
    }
    if (points > options.points) throw NodeLimitReached();
  }
  std::vector<FrontierPoint> result;
  for (auto& [standing, labels] : layer) {  // One standing at most is left: everything is closed.
    for (Label<Amount>& label : labels) {
      std::vector<Rational> exact(label.sums.begin(), label.sums.end());
      result.push_back({std::move(exact), std::move(label.assignments), std::move(label.members)});
    }
  }
  return result;
}

template <class Amount>
std::vector<FrontierPoint> frontier_at(DiagramStore& store, Node root,
                                       const std::vector<WeightedSum>& sums,
                                       const std::vector<base::Integer>& scales,
                                       const FrontierOptions& options) {
  std::vector<LayeredSum<Amount>> layered;
  layered.reserve(sums.size());
  for (std::size_t i = 0; i < sums.size(); ++i) {
    layered.emplace_back(sums[i], store.domains(), scales[i]);
  }
  std::vector<FrontierPoint> points = layered_frontier(store, root, layered, options);
  for (FrontierPoint& point : points) {
    for (std::size_t i = 0; i < sums.size(); ++i) point.sums[i] /= scales[i];
  }
  return points;
}

}  // namespace

std::vector<FrontierPoint> frontier(DiagramStore& store, Node root,
                                    const std::vector<WeightedSum>& sums,
                                    const FrontierOptions& options) {
  if (root == kNothing) return {};
  std::vector<base::Integer> scales;
  bool small = true;
  for (const WeightedSum& sum : sums) {
    const SumScale scale = scale_of(sum);
    scales.push_back(scale.scale);
    small = small && scale.fits_64_bits;
  }
  return small ? frontier_at<std::int64_t>(store, root, sums, scales, options)
               : frontier_at<base::Integer>(store, root, sums, scales, options);
}

std::vector<FrontierPoint> merged(std::vector<FrontierPoint> a, std::vector<FrontierPoint> b,
                                  std::size_t members) {
  std::vector<Label<Rational>> labels;
  for (auto* points : {&a, &b}) {
    for (FrontierPoint& point : *points) {
      labels.push_back(
          {std::move(point.sums), std::move(point.assignments), std::move(point.members)});
    }
  }
  filter(labels, members, {}, [] {});
  std::vector<FrontierPoint> result;
  result.reserve(labels.size());
  for (Label<Rational>& label : labels) {
    result.push_back(
        {std::move(label.sums), std::move(label.assignments), std::move(label.members)});
  }
  return result;
}

}  // namespace nemawashi::trees
