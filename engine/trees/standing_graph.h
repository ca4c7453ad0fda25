// SPDX-License-Identifier: Apache-2.0
// A set and several sums over it as one layered graph: every way from its start to its end is an
// assignment of the set, and what the sums come to is added up along the way.
//
// Partial assignments stand alike where they are at the same node of the set's diagram and in the
// same state of every sum (standing.h). Cost: standings x domain x sums, in time and memory.
#pragma once

#include <vector>

#include "engine/trees/diagram.h"
#include "engine/trees/layered_sum.h"

namespace nemawashi::trees {

template <class Amount>
struct StandingGraph {
  explicit StandingGraph(DiagramStore& store) : room(store) {}

  static constexpr std::uint32_t kNowhere = static_cast<std::uint32_t>(-1);
  /// One a variable. Arcs are by standing, then by value.
  struct Layer {
    std::uint32_t domain = 0;
    std::size_t standings = 0;
    std::vector<std::uint32_t> to;  ///< by arc: the standing in the next layer, or kNowhere
    std::vector<Amount> amounts;    ///< by arc, then by sum: what it adds
  };
  std::vector<Layer> layers;
  std::vector<Amount> constants;  ///< by sum
  Room room;                      ///< of the layers
};

/// The first layer has one standing, and behind the last there is one. The set must not be empty;
/// each sum is multiplied by its scale (a multiple of scale_of(sum).scale), at which Amount must
/// fit. Throws NodeLimitReached where
/// standings outgrow the store's limit, and WorkStopped.
template <class Amount>
StandingGraph<Amount> standing_graph(DiagramStore& store, Node root,
                                     const std::vector<WeightedSum>& sums,
                                     const std::vector<base::Integer>& scales);

extern template StandingGraph<std::int64_t> standing_graph(DiagramStore&, Node,
                                                           const std::vector<WeightedSum>&,
                                                           const std::vector<base::Integer>&);
extern template StandingGraph<Int128> standing_graph(DiagramStore&, Node,
                                                     const std::vector<WeightedSum>&,
                                                     const std::vector<base::Integer>&);
extern template StandingGraph<base::Integer> standing_graph(DiagramStore&, Node,
                                                            const std::vector<WeightedSum>&,
                                                            const std::vector<base::Integer>&);

}  // namespace nemawashi::trees
