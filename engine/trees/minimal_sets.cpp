// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/minimal_sets.h"

#include <algorithm>
#include <numeric>

#include "engine/trees/diagram.h"

namespace nemawashi::trees {
namespace {

std::size_t size_of(const ElementSet& set) {
  return static_cast<std::size_t>(std::count(set.begin(), set.end(), true));
}

/// By number of elements; of equal numbers, the one with the first element that not both have.
bool comes_before(const ElementSet& a, const ElementSet& b) {
  const std::size_t of_a = size_of(a);
  const std::size_t of_b = size_of(b);
  return of_a != of_b ? of_a < of_b : b < a;
}

/// The sets that what is known does not decide. Variable e is element e, its value 1: in the set.
class Map {
 public:
  Map(std::size_t elements, const MinimalSetOptions& options)
      : store_(std::vector<std::uint32_t>(elements, 2), {options.map_nodes, options.control}) {}

  void leave_out_what_contains(const ElementSet& set) {
    undecided_ = store_.conjunction(undecided_, store_.some_fails(literals(set, 1)));
  }

  void leave_out_what_misses(const ElementSet& block) {
    undecided_ = store_.difference(undecided_, store_.all_hold(literals(block, 0)));
  }

  bool done() const { return undecided_ == kNothing; }

  /// One of the fewest elements; the map is not done. Nodes stay, and with them what is known of
  /// them.
  ElementSet smallest() {
    for (auto node = static_cast<Node>(fewest_.size()); node < store_.size(); ++node) {
      fewest_.push_back(fewest(node));  // Children were made before.
    }
    ElementSet set(store_.variables());
    for (Node node = undecided_; node > kEverything;) {
      const auto children = store_.children(node);
      const bool without = cost(children[0]) <= cost(children[1]) + 1;
      set[store_.variable(node)] = !without;
      node = children[without ? 0 : 1];
    }
    return set;
  }

 private:
  static constexpr std::size_t kNone = 1U << 30U;

  static std::vector<Literal> literals(const ElementSet& set, std::size_t value) {
    std::vector<Literal> result;
    for (std::size_t e = 0; e < set.size(); ++e) {
      if (!set[e]) continue;
      ValueSet values(2);
      values[value] = true;
      result.push_back({static_cast<std::uint32_t>(e), std::move(values)});
    }
    return result;
  }

  std::size_t cost(Node node) const { return fewest_[node]; }

  std::size_t fewest(Node node) const {
    if (node == kNothing) return kNone;
    if (node == kEverything) return 0;
    const auto children = store_.children(node);
    return std::min(cost(children[0]), cost(children[1]) + 1);
  }

  DiagramStore store_;
  Node undecided_ = kEverything;
  std::vector<std::size_t> fewest_;  ///< by node: the elements of its smallest set
};

class Enumeration {
 public:
  Enumeration(std::size_t elements, const std::function<bool(const ElementSet&)>& opens,
              const MinimalSetOptions& options)
      : elements_(elements), opens_(opens), options_(options), map_(elements, options) {}

  MinimalSets run() {
    try {
      while (!map_.done()) {
        const bool full = found_.opening.size() >= options_.most ||
                          found_.blocking.size() >= options_.most || options_.control.stopped();
        if (full) {
          found_.complete = false;
          break;
        }
        step();
      }
    } catch (const WorkStopped&) {
      found_.complete = false;
    } catch (const MapTooLarge&) {
      found_.complete = false;
    }
    std::sort(found_.opening.begin(), found_.opening.end(), comes_before);
    std::sort(found_.blocking.begin(), found_.blocking.end(), comes_before);
    return std::move(found_);
  }

 private:
  struct MapTooLarge {};

  /// 1. A smallest undecided set. 2. If it opens, it is minimal, since each smaller one is decided:
  /// it misses a block (what this set contains, the set itself would contain too). 3. Else it is
  /// grown, and what is left out of the grown one is a block.
  void step() {
    ElementSet set = map_.smallest();
    if (opens_(set)) {
      if (options_.opening_found) options_.opening_found(set);
      found_.opening.push_back(set);
      with_map([&] { map_.leave_out_what_contains(set); });
      return;
    }
    ElementSet block(elements_);
    for (std::size_t e = 0; e < elements_; ++e) {
      if (set[e]) continue;
      set[e] = true;
      if (!known_to_open(set) && !opens_(set)) continue;
      set[e] = false;
      block[e] = true;
    }
    found_.blocking.push_back(block);
    with_map([&] { map_.leave_out_what_misses(block); });
  }

  bool known_to_open(const ElementSet& set) const {
    return std::any_of(found_.opening.begin(), found_.opening.end(),
                       [&](const ElementSet& known) { return contains(set, known); });
  }

  template <class Change>
  static void with_map(const Change& change) {
    try {
      change();
    } catch (const NodeLimitReached&) {  // Not to be taken for one of the oracle's.
      throw MapTooLarge();
    }
  }

  std::size_t elements_;
  const std::function<bool(const ElementSet&)>& opens_;
  const MinimalSetOptions& options_;
  Map map_;
  MinimalSets found_;
};

}  // namespace

MinimalSets minimal_sets(std::size_t elements, const std::function<bool(const ElementSet&)>& opens,
                         const MinimalSetOptions& options) {
  return Enumeration(elements, opens, options).run();
}

bool contains(const ElementSet& whole, const ElementSet& part) {
  for (std::size_t e = 0; e < part.size(); ++e) {
    if (part[e] && !whole[e]) return false;
  }
  return true;
}

std::vector<ElementSet> minimal_of(std::vector<ElementSet> sets) {
  std::sort(sets.begin(), sets.end(), comes_before);
  std::vector<ElementSet> result;
  for (ElementSet& set : sets) {
    const bool has_smaller = std::any_of(
        result.begin(), result.end(), [&](const auto& smaller) { return contains(set, smaller); });
    if (!has_smaller) result.push_back(std::move(set));
  }
  return result;
}

}  // namespace nemawashi::trees
