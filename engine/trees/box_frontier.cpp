// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/box_frontier.h"

#include <algorithm>

#include "engine/base/divisor.h"
#include "engine/trees/box_graph.h"

namespace nemawashi::trees {
namespace {

class CliqueFrontier {
 public:
  CliqueFrontier(const BoxSums& sums, const BoxMeetings& meetings, std::size_t most,
                 const std::function<void()>& check_stop)
      : graph_(sums, meetings), most_(most), check_stop_(check_stop) {}

  std::vector<Amounts> run() {
    search(graph_.sums().constants, graph_.meetings().all());
    return std::move(points_);
  }

 private:
  void search(Amounts reached, BoxSet open) {
    for (;;) {
      check_stop_();
      // 1. A box that meets every other open one costs nothing; of the rest, branch on the one that
      // excludes most.
      std::optional<std::size_t> branch;
      const std::size_t size = open.size();
      std::size_t most_excluded = 0;
      BoxSet free;
      open.each([&](std::size_t box) {
        const std::size_t excluded = size - 1 - open.common(graph_.meetings().meeting(box));
        if (excluded == 0) free.add(box);
        if (excluded > most_excluded) {
          most_excluded = excluded;
          branch = box;
        }
      });
      free.each([&](std::size_t box) { take(box, reached); });
      open.drop(free);
      if (!branch) {
        keep(reached);
        return;
      }
      // 2. Leave if a known point is as good as whatever may follow.
      Amounts bounds = reached;
      for (std::size_t i = 0; i < bounds.size(); ++i) bounds[i] += graph_.bound(open, i);
      if (is_matched(bounds)) return;
      // 3. With the box, then without.
      Amounts with = reached;
      take(*branch, with);
      BoxSet meeting = open;
      meeting.keep(graph_.meetings().meeting(*branch));
      search(std::move(with), meeting);
      open.remove(*branch);
    }
  }

  void take(std::size_t box, Amounts& reached) const {
    for (std::size_t i = 0; i < reached.size(); ++i) reached[i] += graph_.sums().gains[box][i];
  }

  bool is_matched(const Amounts& amounts) const {
    return std::any_of(points_.begin(), points_.end(),
                       [&](const Amounts& point) { return at_least_as_good(point, amounts); });
  }

  void keep(const Amounts& reached) {
    if (is_matched(reached)) return;
    std::erase_if(points_, [&](const Amounts& point) { return at_least_as_good(reached, point); });
    points_.push_back(reached);
    if (points_.size() > most_) throw NodeLimitReached();
  }

  BoxGraph graph_;
  std::size_t most_;
  const std::function<void()>& check_stop_;
  std::vector<Amounts> points_;
};

}  // namespace

std::vector<std::vector<Rational>> box_frontier(const BoxSums& sums, const BoxMeetings& meetings,
                                                std::size_t most,
                                                const std::function<void()>& check_stop) {
  const std::vector<base::Divisor> by_scale(sums.scales.begin(), sums.scales.end());
  std::vector<std::vector<Rational>> result;
  for (const Amounts& point : CliqueFrontier(sums, meetings, most, check_stop).run()) {
    std::vector<Rational>& numbers = result.emplace_back();
    for (std::size_t i = 0; i < point.size(); ++i) numbers.push_back(by_scale[i].under(point[i]));
  }
  return result;
}

}  // namespace nemawashi::trees
