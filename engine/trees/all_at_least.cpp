// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/all_at_least.h"

#include <algorithm>
#include <unordered_map>

#include "engine/trees/nondominated.h"
#include "engine/trees/standing_graph.h"
#include "engine/trees/threshold.h"

namespace nemawashi::trees {
namespace {

/// What the completions of a standing can add.
template <class Amount>
struct Completions {
  std::vector<std::vector<Amount>> levels;  ///< by sum: all that any of them adds, rising
  std::vector<Amount> best;  ///< the nondominated vectors, one after the other, the first falling
};

template <class Amount>
struct NeedsHash {
  std::size_t operator()(const std::vector<Amount>& needs) const {
    std::size_t hash = 0;
    for (const Amount& need : needs) {
      hash = (hash ^ hash_amount(need)) * 0x9E3779B97F4A7C15U;
      hash ^= hash >> 32U;
    }
    return hash;
  }
};

template <class Amount>
class AllAtLeast {
 public:
  AllAtLeast(DiagramStore& store, const StandingGraph<Amount>& graph)
      : store_(store),
        graph_(graph),
        width_(graph.constants.size()),
        completions_room_(store),
        known_room_(store) {}

  /// Looks at all completions, from the end; false where they differ in too many levels.
  bool prepare() {
    completions_.resize(graph_.layers.size() + 1);
    known_.resize(graph_.layers.size());
    completions_.back() = {
        {std::vector(width_, std::vector<Amount>{0}), std::vector<Amount>(width_)}};
    for (std::size_t layer = graph_.layers.size(); layer-- > 0;) {
      known_[layer].resize(graph_.layers[layer].standings);
      for (std::size_t standing = 0; standing < known_[layer].size(); ++standing) {
        completions_[layer].push_back(completed(layer, standing));
        if (levels_ > kMostLevels) return false;
      }
    }
    return true;
  }

  /// `needs`: beside the sums' constants.
  Node built(const std::vector<Amount>& needs) {
    if (known_room_.bytes() > kKeptBytes) forget();
    return built(0, 0, needs);
  }

 private:
  using Known = std::unordered_map<std::vector<Amount>, Node, NeedsHash<Amount>>;
  static constexpr std::size_t kMostLevels = 1'000'000;
  static constexpr std::size_t kKeptBytes = std::size_t{1} << 24U;  ///< for the next thresholds

  template <class Use>
  void for_each_arc(std::size_t layer, std::size_t standing, const Use& use) const {
    const auto& arcs = graph_.layers[layer];
    for (std::uint32_t value = 0; value < arcs.domain; ++value) {
      const std::size_t arc = standing * arcs.domain + value;
      if (arcs.to[arc] == StandingGraph<Amount>::kNowhere) continue;
      use(value, arcs.to[arc], arcs.amounts.data() + arc * width_);
    }
  }

  Completions<Amount> completed(std::size_t layer, std::size_t standing) {
    store_.check_stop();
    Completions<Amount> result{std::vector<std::vector<Amount>>(width_), {}};
    std::vector<Amount> rows;
    for_each_arc(layer, standing, [&](std::uint32_t, std::uint32_t to, const Amount* gains) {
      const Completions<Amount>& later = completions_[layer + 1][to];
      for (std::size_t i = 0; i < width_; ++i) {
        for (const Amount& level : later.levels[i]) result.levels[i].push_back(level + gains[i]);
      }
      for (std::size_t at = 0; at < later.best.size(); ++at) {
        rows.push_back(later.best[at] + gains[at % width_]);
      }
    });
    for (std::vector<Amount>& levels : result.levels) {
      std::sort(levels.begin(), levels.end());
      levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
      levels.shrink_to_fit();
      levels_ += levels.size();
    }
    const RowGroups kept = nondominated(rows, width_, [&] { store_.check_stop_now(); });
    result.best.reserve(kept.size() * width_);
    for (std::size_t group = 0; group < kept.size(); ++group) {
      const Amount* row = rows.data() + kept.rows[kept.first[group]] * width_;
      result.best.insert(result.best.end(), row, row + width_);
    }
    std::size_t kept_numbers = result.best.size();
    for (const auto& levels : result.levels) kept_numbers += levels.size();
    completions_room_.take(kept_numbers * sizeof(Amount));
    return result;
  }

  bool within_reach(const Completions<Amount>& completions,
                    const std::vector<Amount>& needs) const {
    const std::vector<Amount>& best = completions.best;
    for (std::size_t row = 0; row < best.size(); row += width_) {
      if (best[row] < needs.front()) return false;  // The first falls from row to row.
      if (std::equal(needs.begin(), needs.end(), &best[row], std::less_equal<>())) return true;
    }
    return false;
  }

  /// The completions of the standing that add at least what is needed.
  Node built(std::size_t layer, std::size_t standing, std::vector<Amount> needs) {
    const Completions<Amount>& completions = completions_[layer][standing];
    if (!within_reach(completions, needs)) return kNothing;
    if (layer == graph_.layers.size()) return kEverything;
    // Whoever adds what is needed adds at least the next level that there is.
    for (std::size_t i = 0; i < width_; ++i) {
      const std::vector<Amount>& levels = completions.levels[i];
      needs[i] = *std::lower_bound(levels.begin(), levels.end(), needs[i]);
    }
    Known& known = known_[layer][standing];
    if (const auto found = known.find(needs); found != known.end()) return found->second;
    store_.check_stop();
    std::vector<Node> children(graph_.layers[layer].domain, kNothing);
    for_each_arc(layer, standing, [&](std::uint32_t value, std::uint32_t to, const Amount* gains) {
      std::vector<Amount> left(width_);
      for (std::size_t i = 0; i < width_; ++i) left[i] = needs[i] - gains[i];
      children[value] = built(layer + 1, to, std::move(left));
    });
    const Node node = store_.make(static_cast<std::uint32_t>(layer), children);
    known_room_.take(sizeof(needs) + width_ * sizeof(Amount) + kBytesPerEntry);
    known.emplace(std::move(needs), node);
    return node;
  }

  void forget() {
    for (auto& layer : known_) layer.assign(layer.size(), {});
    known_room_.give_back(known_room_.bytes());
  }

  DiagramStore& store_;
  const StandingGraph<Amount>& graph_;
  std::size_t width_;
  std::vector<std::vector<Completions<Amount>>> completions_;  ///< by layer, then standing
  std::vector<std::vector<Known>> known_;                      ///< by layer, then standing
  std::size_t levels_ = 0;
  Room completions_room_;
  Room known_room_;
};

/// The same by the thresholds of each sum alone.
Node one_by_one(DiagramStore& store, Node root, const std::vector<WeightedSum>& sums,
                const std::vector<Rational>& thresholds) {
  Node reached = kEverything;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    reached = store.conjunction(reached, at_least(store, sums[i], thresholds[i]));
  }
  return store.conjunction(reached, root);
}

}  // namespace

std::vector<Node> all_at_least(DiagramStore& store, Node root, const std::vector<WeightedSum>& sums,
                               const std::vector<std::vector<Rational>>& thresholds) {
  std::vector<Node> result(thresholds.size(), kNothing);
  if (root == kNothing || thresholds.empty()) return result;
  const SumScales at = scales_of(sums);
  with_amount(at, [&]<class Amount>(const Amount&) {
    const auto graph = standing_graph<Amount>(store, root, sums, at.scales);
    AllAtLeast<Amount> sets(store, graph);
    const bool few_levels = sets.prepare();
    for (std::size_t number = 0; number < thresholds.size(); ++number) {
      if (!few_levels) {
        result[number] = one_by_one(store, root, sums, thresholds[number]);
        continue;
      }
      std::vector<Amount> needs;
      for (std::size_t i = 0; i < sums.size(); ++i) {
        // No sum lies outside its reach.
        const base::Integer need = std::clamp<base::Integer>(
            base::rounded_up(thresholds[number][i] * at.scales[i]), -at.reaches[i], at.reaches[i]);
        needs.push_back(amount_of<Amount>(need) - graph.constants[i]);
      }
      result[number] = sets.built(needs);
    }
  });
  return result;
}

}  // namespace nemawashi::trees
