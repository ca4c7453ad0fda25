// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/ranked_sets.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

namespace nemawashi::trees {
namespace {

/// What a set costs: sums over its elements, compared one after the other.
struct Cost {
  double first = 0;
  double second = 0;
  friend Cost operator+(const Cost& a, const Cost& b) {
    return {a.first + b.first, a.second + b.second};
  }
  friend bool operator<(const Cost& a, const Cost& b) {
    return a.first != b.first ? a.first < b.first : a.second < b.second;
  }
};

/// A set of a node: which of the `without` sets, or which of the element's (of a module) with
/// which of the `with` sets.
struct Choice {
  Cost cost;
  bool takes_element = false;
  std::uint32_t of_element = 0;
  std::uint32_t of_rest = 0;
};

class RankedEnumeration {
 public:
  RankedEnumeration(const CutSets& sets, const std::vector<double>& probabilities, Ranking ranking)
      : sets_(sets) {
    for (const double p : probabilities) {
      const double rarity = p > 0 ? -std::log(p) : 1e9;  // The impossible comes last.
      costs_.push_back(ranking == Ranking::by_size ? Cost{1, rarity} : Cost{rarity, 1});
    }
    for (const SetFamily& family : sets.families) lists_.emplace_back(family.nodes.size());
  }

  std::uint32_t top() const { return static_cast<std::uint32_t>(sets_.families.size() - 1); }
  std::uint32_t root(std::uint32_t module) const { return sets_.families[module].root; }

  /// The cost of the node's set of this rank, from 0; nothing if it has not so many.
  std::optional<Cost> cost(std::uint32_t module, std::uint32_t node, std::uint32_t rank) {
    if (node == kNoSets || (node == kEmptySet && rank > 0)) return std::nullopt;
    if (node == kEmptySet) return Cost{};
    List& list = lists_[module][node];
    if (list.found.empty()) {
      offer(module, node, {{}, false, 0, 0});
      offer(module, node, {{}, true, 0, 0});
    }
    while (list.found.size() <= rank) {
      if (list.expanded < list.found.size()) {
        const Choice last = list.found[list.expanded++];
        offer_successors(module, node, last);
      }
      if (list.open.empty()) return std::nullopt;
      const auto best = std::min_element(list.open.begin(), list.open.end(), is_before);
      list.found.push_back(*best);
      list.open.erase(best);
    }
    return list.found[rank].cost;
  }

  /// Finds the best set of every node from below, so that no later search begins far from the end.
  void begin() {
    for (std::uint32_t module = 0; module < sets_.families.size(); ++module) {
      const auto nodes = static_cast<std::uint32_t>(sets_.families[module].nodes.size());
      for (std::uint32_t node = kEmptySet + 1; node < nodes; ++node) cost(module, node, 0);
    }
  }

  /// Adds the components of that set, whose cost has been asked for.
  void add_components(std::uint32_t module, std::uint32_t node, std::uint32_t rank,
                      std::vector<std::uint32_t>& components) const {
    while (node != kEmptySet) {
      const FamilyNode& record = sets_.families[module].nodes[node];
      const Choice& choice = lists_[module][node].found[rank];
      rank = choice.of_rest;
      if (!choice.takes_element) {
        node = record.without;
        continue;
      }
      const std::uint32_t item = sets_.items[module][record.level];
      if (item < sets_.components) {
        components.push_back(item);
      } else {
        const std::uint32_t inner = item - sets_.components;
        add_components(inner, root(inner), choice.of_element, components);
      }
      node = record.with;
    }
  }

 private:
  struct List {
    std::vector<Choice> found;
    std::vector<Choice> open;  ///< few: a front of what may come next
    std::size_t expanded = 0;  ///< of those found: what comes after them has been offered
  };

  static bool is_before(const Choice& a, const Choice& b) {
    if (a.cost < b.cost || b.cost < a.cost) return a.cost < b.cost;
    return std::tuple(a.takes_element, a.of_element, a.of_rest) <
           std::tuple(b.takes_element, b.of_element, b.of_rest);
  }

  /// What may come next after a choice: only once it is asked for, so that no list is longer than
  /// needed.
  void offer_successors(std::uint32_t module, std::uint32_t node, const Choice& choice) {
    if (!choice.takes_element) {
      offer(module, node, {{}, false, 0, choice.of_rest + 1});
      return;
    }
    // (element, rest) is reached from (element, rest - 1), or along the first column.
    offer(module, node, {{}, true, choice.of_element, choice.of_rest + 1});
    if (choice.of_rest == 0) offer(module, node, {{}, true, choice.of_element + 1, 0});
  }

  void offer(std::uint32_t module, std::uint32_t node, Choice choice) {
    const FamilyNode record = sets_.families[module].nodes[node];
    const auto rest =
        cost(module, choice.takes_element ? record.with : record.without, choice.of_rest);
    if (!rest) return;
    choice.cost = *rest;
    if (choice.takes_element) {
      const std::uint32_t item = sets_.items[module][record.level];
      if (item < sets_.components) {
        if (choice.of_element > 0) return;
        choice.cost = choice.cost + costs_[item];
      } else {
        const std::uint32_t inner = item - sets_.components;
        const auto element = cost(inner, root(inner), choice.of_element);
        if (!element) return;
        choice.cost = choice.cost + *element;
      }
    }
    lists_[module][node].open.push_back(choice);
  }

  const CutSets& sets_;
  std::vector<Cost> costs_;               ///< by component
  std::vector<std::vector<List>> lists_;  ///< by module and node
};

}  // namespace

std::vector<RankedSet> ranked_sets(const CutSets& sets, const std::vector<double>& probabilities,
                                   Ranking ranking, std::size_t most) {
  RankedEnumeration enumeration(sets, probabilities, ranking);
  const std::uint32_t top = enumeration.top();
  if (most > 0) enumeration.begin();
  std::vector<RankedSet> result;
  for (std::uint32_t rank = 0; rank < most; ++rank) {
    const auto cost = enumeration.cost(top, enumeration.root(top), rank);
    if (!cost) break;
    RankedSet set{{}, 1};
    enumeration.add_components(top, enumeration.root(top), rank, set.components);
    std::sort(set.components.begin(), set.components.end());
    for (const std::uint32_t component : set.components) {
      set.probability *= probabilities[component];
    }
    result.push_back(std::move(set));
  }
  // Sums of logarithms round; the products that are shown decide the order.
  std::stable_sort(result.begin(), result.end(), [&](const RankedSet& a, const RankedSet& b) {
    const auto key = [&](const RankedSet& s) {
      return ranking == Ranking::by_size
                 ? std::tuple(static_cast<double>(s.components.size()), -s.probability)
                 : std::tuple(-s.probability, static_cast<double>(s.components.size()));
    };
    return key(a) != key(b) ? key(a) < key(b) : a.components < b.components;
  });
  return result;
}

}  // namespace nemawashi::trees
