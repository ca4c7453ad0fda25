// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/standing_graph.h"

#include <unordered_map>

#include "engine/trees/standing.h"

namespace nemawashi::trees {

template <class Amount>
StandingGraph<Amount> standing_graph(DiagramStore& store, Node root,
                                     const std::vector<WeightedSum>& sums,
                                     const std::vector<base::Integer>& scales) {
  StandingGraph<Amount> graph(store);
  std::vector<LayeredSum<Amount>> layered;
  Standing<Amount> start{root, {}};
  for (std::size_t k = 0; k < sums.size(); ++k) {
    layered.emplace_back(sums[k], store.domains(), scales[k]);
    graph.constants.push_back(layered.back().constant());
    start.states.push_back(layered.back().start());
  }
  std::vector<Standing<Amount>> here = {std::move(start)};
  for (std::uint32_t variable = 0; variable < store.variables(); ++variable) {
    typename StandingGraph<Amount>::Layer layer;
    layer.domain = store.domain(variable);
    layer.standings = here.size();
    const std::size_t arcs = here.size() * layer.domain;
    graph.room.take(arcs * (sizeof(std::uint32_t) + sums.size() * sizeof(Amount)));
    layer.to.reserve(arcs);
    layer.amounts.reserve(arcs * sums.size());
    std::vector<Standing<Amount>> next;
    Room standings(store);  // Each is listed, and found.
    std::unordered_map<Standing<Amount>, std::uint32_t, StandingHash<Amount>> place_of;
    for (const Standing<Amount>& standing : here) {
      store.check_stop();
      for (std::uint32_t value = 0; value < layer.domain; ++value) {
        Standing<Amount> moved = standing;
        if (store.variable(moved.node) == variable) {
          moved.node = store.children(moved.node)[value];
        }
        if (moved.node == kNothing) {
          layer.to.push_back(StandingGraph<Amount>::kNowhere);
          layer.amounts.resize(layer.amounts.size() + sums.size());
          continue;
        }
        for (std::size_t k = 0; k < sums.size(); ++k) {
          layer.amounts.push_back(layered[k].advance(variable, value, moved.states[k]));
        }
        const auto [found, is_new] =
            place_of.emplace(std::move(moved), static_cast<std::uint32_t>(next.size()));
        if (is_new) {
          next.push_back(found->first);
          standings.take(2 * bytes_of(next.back()) + kBytesPerEntry);
        }
        layer.to.push_back(found->second);
      }
    }
    graph.layers.push_back(std::move(layer));
    here = std::move(next);
  }
  return graph;
}

template StandingGraph<std::int64_t> standing_graph(DiagramStore&, Node,
                                                    const std::vector<WeightedSum>&,
                                                    const std::vector<base::Integer>&);
template StandingGraph<Int128> standing_graph(DiagramStore&, Node, const std::vector<WeightedSum>&,
                                              const std::vector<base::Integer>&);
template StandingGraph<base::Integer> standing_graph(DiagramStore&, Node,
                                                     const std::vector<WeightedSum>&,
                                                     const std::vector<base::Integer>&);

}  // namespace nemawashi::trees
