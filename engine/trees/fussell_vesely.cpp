// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/fussell_vesely.h"

#include "engine/trees/top_probability.h"

namespace nemawashi::trees {
namespace {

/// Unions of one module's sets as diagrams over its levels.
class Unions {
 public:
  Unions(const SetFamily& family, std::uint32_t levels, const StoreLimits& limits)
      : family_(family), store_(levels, limits), all_(family.nodes.size(), kFalseEdge) {
    all_[kEmptySet] = kTrueEdge;
    for (std::size_t i = kEmptySet + 1; i < all_.size(); ++i) {
      const FamilyNode& node = family.nodes[i];
      all_[i] = either(node.level, all_[node.with], all_[node.without]);
    }
  }

  BinaryDiagram all() const { return store_.diagram(all_[family_.root]); }

  /// Of the sets with this level's variable, without asking for it.
  BinaryDiagram rest_of(std::uint32_t level) {
    std::vector<Edge> rest(all_.size(), kFalseEdge);
    for (std::size_t i = kEmptySet + 1; i < rest.size(); ++i) {
      const FamilyNode& node = family_.nodes[i];
      if (node.level > level) continue;
      rest[i] = node.level == level ? all_[node.with]
                                    : either(node.level, rest[node.with], rest[node.without]);
    }
    BinaryDiagram result = store_.diagram(rest[family_.root]);
    store_.collect(all_);
    return result;
  }

 private:
  /// The sets with the level's variable hold with it, the others anyway.
  Edge either(std::uint32_t level, Edge with, Edge without) {
    return store_.disjunction(store_.conjunction(store_.variable(level), with), without);
  }

  const SetFamily& family_;
  BinaryStore store_;
  std::vector<Edge> all_;  ///< by node of the family
};

double probability_of(BinaryDiagram diagram, const std::vector<std::uint32_t>& items,
                      const std::vector<double>& probabilities) {
  const Compiled alone{static_cast<std::uint32_t>(probabilities.size()),
                       {{items, std::move(diagram)}}};
  return top_probability(alone, probabilities);
}

}  // namespace

std::size_t fussell_vesely_work(const CutSets& sets) {
  std::size_t work = 0;
  for (std::size_t m = 0; m < sets.families.size(); ++m) {
    work += sets.items[m].size() * sets.families[m].nodes.size();
  }
  return work;
}

std::vector<double> holding_with(const CutSets& sets, const std::vector<double>& probabilities,
                                 const StoreLimits& limits) {
  std::vector<double> items = probabilities;  // Components, then modules: some set of theirs holds.
  std::vector<std::vector<double>> rests(sets.families.size());  // By module and level.
  for (std::size_t m = 0; m < sets.families.size(); ++m) {
    const auto levels = static_cast<std::uint32_t>(sets.items[m].size());
    Unions unions(sets.families[m], levels, limits);
    for (std::uint32_t level = 0; level < levels; ++level) {
      if (limits.control.stopped()) throw WorkStopped();
      rests[m].push_back(probability_of(unions.rest_of(level), sets.items[m], items));
    }
    items.push_back(probability_of(unions.all(), sets.items[m], items));
  }
  std::vector<double> above(items.size(), 0);  // That what surrounds the item holds.
  above.back() = 1;
  for (std::size_t m = sets.families.size(); m-- > 0;) {
    for (std::size_t level = 0; level < sets.items[m].size(); ++level) {
      above[sets.items[m][level]] = above[sets.components + m] * rests[m][level];
    }
  }
  std::vector<double> result;
  for (std::uint32_t i = 0; i < sets.components; ++i) {
    result.push_back(above[i] * probabilities[i]);
  }
  return result;
}

}  // namespace nemawashi::trees
