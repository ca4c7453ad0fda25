// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/set_family.h"

#include <algorithm>

#include "engine/trees/mixed.h"

namespace nemawashi::trees {
namespace {

class FamilyStore {
  static constexpr std::uint32_t kUnused = 0xFFFF'FFFFU;
  static constexpr std::size_t kFirstPlaces = 1U << 10U;
  static constexpr std::size_t kMostCached = std::size_t{1} << 22U;

 public:
  FamilyStore(const BinaryDiagram& diagram, const Turned& turned, StoreLimits limits)
      : diagram_(diagram),
        turned_(turned),
        limits_(std::move(limits)),
        minimal_(diagram.nodes.size() * 2, kUnused),
        unique_(kFirstPlaces, 0),
        cache_(kFirstPlaces, {kUnused, kUnused, 0}) {
    const std::uint32_t end = diagram.nodes.front().level;
    nodes_ = {{end, 0, 0}, {end, 0, 0}};
  }

  /// The minimal sets of the function. As deep as there are levels.
  std::uint32_t minimal(Edge edge) {
    if (edge == kTrueEdge) return kEmptySet;
    if (edge == kFalseEdge) return kNoSets;
    if (minimal_[edge] != kUnused) return minimal_[edge];
    step();
    const BinaryNode& node = diagram_.nodes[edge >> 1U];
    Edge present = node.high ^ (edge & 1U);
    Edge absent = node.low ^ (edge & 1U);
    if (turned_[node.level]) std::swap(present, absent);
    const std::uint32_t sets_without = minimal(absent);
    const std::uint32_t sets_with = without(minimal(present), sets_without);
    return minimal_[edge] = make(node.level, sets_with, sets_without);
  }

  SetFamily taken(std::uint32_t root) const {
    constexpr std::uint32_t kNew = kUnused;
    SetFamily result;
    result.nodes = {nodes_[0], nodes_[1]};
    std::vector<std::uint32_t> number(nodes_.size(), kNew);
    number[kNoSets] = kNoSets;
    number[kEmptySet] = kEmptySet;
    std::vector<std::uint32_t> open = {root};
    while (!open.empty()) {
      const std::uint32_t node = open.back();
      const FamilyNode& record = nodes_[node];
      if (number[node] != kNew) {
        open.pop_back();
      } else if (number[record.with] == kNew) {
        open.push_back(record.with);
      } else if (number[record.without] == kNew) {
        open.push_back(record.without);
      } else {
        open.pop_back();
        number[node] = static_cast<std::uint32_t>(result.nodes.size());
        result.nodes.push_back({record.level, number[record.with], number[record.without]});
      }
    }
    result.root = number[root];
    return result;
  }

 private:
  struct CacheEntry {
    std::uint32_t a;
    std::uint32_t b;
    std::uint32_t result;
  };

  void step() {
    constexpr std::uint32_t kSteps = 1U << 14U;
    if ((++steps_ & (kSteps - 1)) == 0 && limits_.control.stopped()) throw WorkStopped();
  }

  void insert(std::uint32_t node) {
    const FamilyNode& record = nodes_[node];
    const std::size_t mask = unique_.size() - 1;
    std::size_t place = mixed(record.level, record.with, record.without) & mask;
    while (unique_[place] != 0) place = (place + 1) & mask;
    unique_[place] = node;
  }

  std::uint32_t make(std::uint32_t level, std::uint32_t with, std::uint32_t without) {
    if (with == kNoSets) return without;
    const std::size_t mask = unique_.size() - 1;
    std::size_t place = mixed(level, with, without) & mask;
    for (; unique_[place] != 0; place = (place + 1) & mask) {
      const FamilyNode& node = nodes_[unique_[place]];
      if (node.level == level && node.with == with && node.without == without) {
        return unique_[place];
      }
    }
    if (nodes_.size() >= limits_.nodes) throw NodeLimitReached();
    const auto node = static_cast<std::uint32_t>(nodes_.size());
    nodes_.push_back({level, with, without});
    unique_[place] = node;
    if (nodes_.size() * 4 > unique_.size() * 3) grow();
    return node;
  }

  void grow() {
    unique_.assign(unique_.size() * 2, 0);
    for (std::uint32_t node = 2; node < nodes_.size(); ++node) insert(node);
  }

  /// The sets of a that contain no set of b.
  std::uint32_t without(std::uint32_t a, std::uint32_t b) {
    if (a == kNoSets || b == kEmptySet || a == b) return kNoSets;
    if (b == kNoSets || a == kEmptySet) return a;
    const FamilyNode of_a = nodes_[a];
    FamilyNode of_b = nodes_[b];
    while (of_b.level < of_a.level) {  // No set of a has the variable.
      b = of_b.without;
      if (b == kEmptySet || a == b) return kNoSets;
      if (b == kNoSets) return a;
      of_b = nodes_[b];
    }
    CacheEntry& entry = cache_[mixed(a, b, 0) & (cache_.size() - 1)];
    if (entry.a == a && entry.b == b) return entry.result;
    step();
    std::uint32_t result = 0;
    if (of_a.level < of_b.level) {
      const std::uint32_t with_part = without(of_a.with, b);
      result = make(of_a.level, with_part, without(of_a.without, b));
    } else {
      const std::uint32_t with_part = without(without(of_a.with, of_b.without), of_b.with);
      result = make(of_a.level, with_part, without(of_a.without, of_b.without));
    }
    remember({a, b, result});
    return result;
  }

  /// The cache grows with what there is to remember, of which there may be more than nodes: one
  /// that is too small would make the same work be done again and again.
  void remember(const CacheEntry& entry) {
    if (++remembered_ > cache_.size() * 2 && cache_.size() < kMostCached) {
      remembered_ = 0;
      std::vector<CacheEntry> wider(cache_.size() * 2, {kUnused, kUnused, 0});
      for (const CacheEntry& old : cache_) wider[mixed(old.a, old.b, 0) & (wider.size() - 1)] = old;
      cache_ = std::move(wider);
    }
    cache_[mixed(entry.a, entry.b, 0) & (cache_.size() - 1)] = entry;
  }

  const BinaryDiagram& diagram_;
  const Turned& turned_;
  StoreLimits limits_;
  std::vector<FamilyNode> nodes_;
  std::vector<std::uint32_t> minimal_;  ///< by edge
  std::vector<std::uint32_t> unique_;   ///< open addressing; 0 marks a free place
  std::vector<CacheEntry> cache_;       ///< of `without`; a later entry takes an earlier's place
  std::size_t remembered_ = 0;
  std::uint32_t steps_ = 0;
};

}  // namespace

SetFamily minimal_family(const BinaryDiagram& diagram, Edge root, const Turned& turned,
                         StoreLimits limits) {
  FamilyStore store(diagram, turned, std::move(limits));
  const std::uint32_t sets = store.minimal(root);
  return store.taken(sets);
}

}  // namespace nemawashi::trees
