// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/box_count.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "engine/trees/amount.h"
#include "engine/trees/box_graph.h"

namespace nemawashi::trees {
namespace {

using base::Integer;

class ReachingSearch {
 public:
  ReachingSearch(const BoxSums& sums, const BoxMeetings& meetings, Amounts least,
                 std::size_t members, const AssignmentOrder& order,
                 const std::function<void()>& check_stop)
      : graph_(sums, meetings),
        least_(std::move(least)),
        members_(members),
        order_(order),
        check_stop_(check_stop) {
    for (std::size_t box = 0; box < sums.boxes.size(); ++box) {
      const auto excluded = static_cast<double>(graph_.meetings().excluded(box));
      const auto width =
          static_cast<double>(std::max<std::size_t>(1, graph_.meetings().width(box)));
      promise_.push_back((1 + excluded) / width);
    }
  }

  Reaching run() {
    search(graph_.sums().all, graph_.sums().constants, graph_.meetings().all());
    return std::move(result_);
  }

 private:
  /// `certain`: what the boxes around the region give; `open`: those that may cut it.
  void search(Region region, Amounts certain, BoxSet open) {
    for (;;) {
      check_stop_();
      sort_out(region, certain, open);
      if (at_least_as_good(certain, least_)) {
        take(region);
        return;
      }
      const auto cut = next_cut(certain, open);
      if (!cut) return;
      if (!cut->forced) search_outside(region, certain, open, cut->box);
      shrink(region, graph_.sums().boxes[cut->box]);
    }
  }

  /// Open boxes that now hold the region are certain; those that miss it are gone.
  void sort_out(const Region& region, Amounts& certain, BoxSet& open) const {
    const BoxSums& sums = graph_.sums();
    BoxSet still = open;
    open.each([&](std::size_t box) {
      const Lies lies = graph_.meetings().lies(box, region);
      if (lies != Lies::across) still.remove(box);
      if (lies != Lies::around) return;
      for (std::size_t i = 0; i < certain.size(); ++i) certain[i] += sums.gains[box][i];
    });
    open = still;
  }

  struct Cut {
    std::size_t box = 0;
    bool forced = false;  ///< outside of it a sum cannot be reached
  };

  /// The box along which to cut: a forced one; else, for the sum with the least to spare, one with
  /// a great gain that excludes many and leaves few parts outside. Nothing if a sum is out of
  /// reach.
  std::optional<Cut> next_cut(const Amounts& certain, const BoxSet& open) const {
    std::size_t scarce = 0;
    std::optional<std::int64_t> least_spare;
    for (std::size_t i = 0; i < certain.size(); ++i) {
      if (certain[i] >= least_[i]) continue;
      std::size_t leading = 0;
      std::int64_t greatest_lead = 0;
      const std::int64_t bound = graph_.bound(open, i, [&](std::size_t box, std::int64_t lead) {
        if (lead > greatest_lead) leading = box;
        greatest_lead = std::max(greatest_lead, lead);
      });
      const std::int64_t spare = certain[i] + bound - least_[i];
      if (spare < 0) return std::nullopt;
      if (greatest_lead > spare) return Cut{leading, true};
      if (least_spare && spare >= *least_spare) continue;
      least_spare = spare;
      scarce = i;
    }
    Cut cut;  // Some box gives to that sum, else nothing could be spared.
    double best_score = 0;
    open.each([&](std::size_t box) {
      const auto gain = static_cast<double>(graph_.sums().gains[box][scarce]);
      if (gain * promise_[box] <= best_score) return;
      best_score = gain * promise_[box];
      cut.box = box;
    });
    return cut;
  }

  void search_outside(const Region& region, const Amounts& certain, const BoxSet& open,
                      std::size_t cut) {
    const Region& inside = graph_.sums().boxes[cut];
    BoxSet others = open;
    others.remove(cut);
    Region rest = region;
    for (std::size_t v = 0; v < rest.size(); ++v) {
      if (rest[v].first < inside[v].first) {
        Region below = rest;
        below[v].last = inside[v].first - 1;
        search(std::move(below), certain, others);
        rest[v].first = inside[v].first;
      }
      if (rest[v].last > inside[v].last) {
        Region above = rest;
        above[v].first = inside[v].last + 1;
        search(std::move(above), certain, others);
        rest[v].last = inside[v].last;
      }
    }
  }

  static void shrink(Region& region, const Region& inside) {
    for (std::size_t v = 0; v < region.size(); ++v) {
      region[v].first = std::max(region[v].first, inside[v].first);
      region[v].last = std::min(region[v].last, inside[v].last);
    }
  }

  void take(const Region& region) {
    Integer size = 1;
    for (const Interval& values : region) size *= values.last - values.first + 1;
    result_.assignments += size;
    if (members_ == 0) return;
    // Its first members, in the order, as long as they come before the last kept.
    const std::vector<std::uint32_t> variables = order_.of(region.size());
    Assignment next;
    for (const Interval& values : region) next.push_back(values.first);
    auto& kept = result_.members;
    for (bool more = true; more;) {
      if (kept.size() == members_ && !order_(next, kept.back())) return;
      kept.insert(std::upper_bound(kept.begin(), kept.end(), next, order_), next);
      if (kept.size() > members_) kept.pop_back();
      more = false;
      for (std::size_t i = variables.size(); i-- > 0 && !more;) {
        const std::uint32_t v = variables[i];
        more = next[v] < region[v].last;
        next[v] = more ? next[v] + 1 : region[v].first;
      }
    }
  }

  BoxGraph graph_;
  Amounts least_;
  std::size_t members_;
  const AssignmentOrder& order_;
  const std::function<void()>& check_stop_;
  /// By box: how soon to cut along it, for the same gain. It costs time alone, so doubles will do.
  std::vector<double> promise_;
  Reaching result_;
};

/// What a box gives to all sums together, each times its weight.
std::vector<double> joint_gains(const BoxSums& sums, const std::vector<double>& weights) {
  std::vector<double> gains;
  for (const Amounts& of_box : sums.gains) {
    double gain = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      gain += weights[i] * static_cast<double>(of_box[i]);
    }
    gains.push_back(gain);
  }
  return gains;
}

constexpr double kBase = 1.25;  ///< weights are tried as its powers, from 1/15 up to 15
constexpr int kPowers = 12;

/// Weights by which all sums together have little to spare over what is asked: where parties want
/// boxes that do not meet, each may have plenty, but not all at once. Any will do; they are chosen
/// one after the other, by the share that the bound leaves to spare.
std::vector<double> scarce_weights(const BoxSums& sums, const BoxMeetings& meetings,
                                   const Amounts& least) {
  std::vector<double> weights(least.size(), 0);
  const auto spare = [&] {
    const std::vector<double> gains = joint_gains(sums, weights);
    double asked = 0;
    for (std::size_t i = 0; i < least.size(); ++i) {
      asked += weights[i] * static_cast<double>(least[i] - sums.constants[i]);
    }
    return asked > 0 ? meetings.bound(meetings.all(), gains, [](std::size_t, double) {}) / asked
                     : std::numeric_limits<double>::max();
  };
  for (std::size_t i = 0; i < least.size(); ++i) {
    if (least[i] <= sums.constants[i]) continue;
    const double unit = 1 / static_cast<double>(least[i] - sums.constants[i]);
    double best = 0;
    double least_spare = spare();
    for (int power = -kPowers; power <= kPowers; ++power) {
      weights[i] = unit * std::pow(kBase, power);
      const double now = spare();
      if (now >= least_spare) continue;
      least_spare = now;
      best = weights[i];
    }
    weights[i] = best;
  }
  return weights;
}

/// Before the sums one more, which is all of them together: what reaches each of them reaches it.
void add_joint_sum(BoxSums& sums, const BoxMeetings& meetings, Amounts& least) {
  const std::vector<double> weights = scarce_weights(sums, meetings, least);
  // As integers, small enough for what all boxes give together.
  double most = 1;
  for (const double gain : joint_gains(sums, weights)) most += gain;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    most += weights[i] * static_cast<double>(std::abs(sums.constants[i]) + std::abs(least[i]));
  }
  const double scale = std::ldexp(1, 60) / most;
  Amounts whole;
  for (const double weight : weights) whole.push_back(static_cast<std::int64_t>(weight * scale));
  const auto joint = [&](Amounts& amounts) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < whole.size(); ++i) sum += whole[i] * amounts[i];
    amounts.insert(amounts.begin(), sum);
  };
  for (Amounts& of_box : sums.gains) joint(of_box);
  joint(sums.constants);
  joint(least);
}

}  // namespace

Reaching reaching(const BoxSums& sums, const BoxMeetings& meetings,
                  const std::vector<Rational>& least, std::size_t members,
                  const AssignmentOrder& order, const std::function<void()>& check_stop) {
  Amounts amounts;
  for (std::size_t i = 0; i < least.size(); ++i) {
    // No sum lies beyond its constant and all gains, which fit; a bound may.
    std::int64_t reach = std::abs(sums.constants[i]);
    for (const Amounts& gains : sums.gains) reach += gains[i];
    const base::Integer beyond = integer_of(reach + 1);
    amounts.push_back(amount_of<std::int64_t>(
        std::clamp<base::Integer>(base::rounded_up(least[i] * sums.scales[i]), -beyond, beyond)));
  }
  BoxSums with_joint = sums;
  if (amounts.size() > 1) add_joint_sum(with_joint, meetings, amounts);
  return ReachingSearch(with_joint, meetings, std::move(amounts), members, order, check_stop).run();
}

}  // namespace nemawashi::trees
