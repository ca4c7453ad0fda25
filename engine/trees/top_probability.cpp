// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/top_probability.h"

#include <algorithm>

namespace nemawashi::trees {
namespace {

template <class Number>
Number of_edge(const std::vector<Number>& by_node, Edge edge) {
  return (edge & 1U) != 0 ? Number(1 - by_node[edge >> 1U]) : by_node[edge >> 1U];
}

/// By node of one module's diagram: how likely its function is.
template <class Number>
std::vector<Number> by_node(const ModuleDiagram& module, const std::vector<Number>& items) {
  std::vector<Number> result(module.diagram.nodes.size());
  result[0] = 1;
  for (std::size_t i = 1; i < result.size(); ++i) {
    const BinaryNode& node = module.diagram.nodes[i];
    const Number& p = items[module.items[node.level]];
    result[i] = p * of_edge(result, node.high) + (1 - p) * of_edge(result, node.low);
  }
  return result;
}

/// The components' probabilities, then those of the modules.
template <class Number>
std::vector<Number> of_items(const Compiled& compiled, std::vector<Number> components) {
  components.reserve(components.size() + compiled.modules.size());
  for (const ModuleDiagram& module : compiled.modules) {
    components.push_back(of_edge(by_node(module, components), module.diagram.root));
  }
  return components;
}

}  // namespace

double top_probability(const Compiled& compiled, const std::vector<double>& probabilities) {
  return of_items(compiled, probabilities).back();
}

base::Rational top_probability(const Compiled& compiled,
                               const std::vector<base::Rational>& probabilities) {
  return of_items(compiled, probabilities).back();
}

std::vector<Importance> importance(const Compiled& compiled,
                                   const std::vector<double>& probabilities) {
  const std::vector<double> items = of_items(compiled, probabilities);
  const double top = items.back();
  std::vector<double> derivative(items.size(), 0);
  derivative.back() = 1;
  for (std::size_t m = compiled.modules.size(); m-- > 0;) {
    const ModuleDiagram& module = compiled.modules[m];
    const std::vector<double> values = by_node(module, items);
    std::vector<double> handed(values.size(), 0);  // Of the top by the node's probability.
    const Edge root = module.diagram.root;
    const double own = derivative[compiled.components + m];
    handed[root >> 1U] = (root & 1U) != 0 ? -own : own;
    for (std::size_t i = values.size(); i-- > 1;) {
      const BinaryNode& node = module.diagram.nodes[i];
      const std::uint32_t item = module.items[node.level];
      const double p = items[item];
      handed[node.high >> 1U] += handed[i] * p;
      handed[node.low >> 1U] += handed[i] * (1 - p) * ((node.low & 1U) != 0 ? -1 : 1);
      derivative[item] += handed[i] * (of_edge(values, node.high) - of_edge(values, node.low));
    }
  }
  std::vector<Importance> result;
  for (std::uint32_t i = 0; i < compiled.components; ++i) {
    const double slope = derivative[i];
    Importance one{slope, top + (1 - probabilities[i]) * slope, top - probabilities[i] * slope};
    // Where next to nothing is left, the difference is all rounding.
    constexpr double kLostDigits = 1e-6;
    if (slope != 0 && std::min(one.with, one.without) < kLostDigits * top) {
      std::vector<double> changed = probabilities;
      changed[i] = 1;
      one.with = top_probability(compiled, changed);
      changed[i] = 0;
      one.without = top_probability(compiled, changed);
    }
    result.push_back(one);
  }
  return result;
}

}  // namespace nemawashi::trees
