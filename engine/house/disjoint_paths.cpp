// SPDX-License-Identifier: Apache-2.0
#include "engine/house/disjoint_paths.h"

#include <algorithm>
#include <set>

namespace nemawashi::house {
namespace {

using Paths = std::vector<std::vector<std::uint32_t>>;

class Packing {
 public:
  Packing(const Paths& paths, std::size_t bound) : paths_(paths), bound_(bound) {
    order_.resize(paths.size());
    for (std::size_t i = 0; i < order_.size(); ++i) order_[i] = i;
    std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
      return paths_[a].size() < paths_[b].size();
    });
  }

  /// True if every choice was looked at, or the bound is reached.
  bool searched() {
    search(0);
    return steps_ <= kMostSteps || best_ == bound_;
  }
  std::size_t best() const { return best_; }

 private:
  static constexpr std::size_t kMostSteps = 200'000;

  void search(std::size_t next) {
    best_ = std::max(best_, taken_);
    for (std::size_t i = next; i < order_.size(); ++i) {
      if (best_ == bound_ || taken_ + order_.size() - i <= best_) return;
      if (++steps_ > kMostSteps) return;
      const auto& path = paths_[order_[i]];
      if (std::any_of(path.begin(), path.end(),
                      [&](std::uint32_t component) { return used_.contains(component); })) {
        continue;
      }
      used_.insert(path.begin(), path.end());
      ++taken_;
      search(i + 1);
      --taken_;
      for (const std::uint32_t component : path) used_.erase(component);
    }
  }

  const Paths& paths_;
  std::size_t bound_;
  std::vector<std::size_t> order_;
  std::set<std::uint32_t> used_;
  std::size_t taken_ = 0;
  std::size_t best_ = 0;
  std::size_t steps_ = 0;
};

}  // namespace

DisjointPaths disjoint_paths(const Paths& paths, Listed listed, std::size_t smallest_cut) {
  DisjointPaths result;
  Packing packing(paths, smallest_cut);
  const bool searched = packing.searched();
  result.at_least = packing.best();
  const bool proved = (searched && listed == Listed::all) || result.at_least == smallest_cut;
  result.at_most = proved ? result.at_least : smallest_cut;
  return result;
}

}  // namespace nemawashi::house
