// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/top_probability.h"

#include <algorithm>
#include <cmath>

namespace nemawashi::trees {
namespace {

/// How likely a function is to hold, and to fail: each a sum of products of what is never negative,
/// so that a complement costs no digits.
template <class Number>
struct Likely {
  Number holds;
  Number fails;
};

template <class Number>
Likely<Number> of_edge(const std::vector<Likely<Number>>& by_node, Edge edge) {
  const Likely<Number>& node = by_node[edge >> 1U];
  return (edge & 1U) != 0 ? Likely<Number>{node.fails, node.holds} : node;
}

/// How much likelier one is to hold than the other, taken on the side where both are small.
double difference(const Likely<double>& one, const Likely<double>& other) {
  return one.holds + other.holds > 1 ? other.fails - one.fails : one.holds - other.holds;
}

/// By node of one module's diagram: how likely its function is.
template <class Number>
std::vector<Likely<Number>> by_node(const ModuleDiagram& module,
                                    const std::vector<Likely<Number>>& items) {
  std::vector<Likely<Number>> result(module.diagram.nodes.size());
  result[0] = {Number(1), Number(0)};
  for (std::size_t i = 1; i < result.size(); ++i) {
    const BinaryNode& node = module.diagram.nodes[i];
    const Likely<Number>& item = items[module.items[node.level]];
    const Likely<Number> high = of_edge(result, node.high);
    const Likely<Number> low = of_edge(result, node.low);
    result[i] = {Number(item.holds * high.holds + item.fails * low.holds),
                 Number(item.holds * high.fails + item.fails * low.fails)};
  }
  return result;
}

/// The components' probabilities, then those of the modules.
template <class Number>
std::vector<Likely<Number>> of_items(const Compiled& compiled,
                                     const std::vector<Number>& components) {
  std::vector<Likely<Number>> items;
  items.reserve(components.size() + compiled.modules.size());
  for (const Number& p : components) items.push_back({p, Number(1 - p)});
  for (const ModuleDiagram& module : compiled.modules) {
    items.push_back(of_edge(by_node(module, items), module.diagram.root));
  }
  return items;
}

}  // namespace

double top_probability(const Compiled& compiled, const std::vector<double>& probabilities) {
  return of_items(compiled, probabilities).back().holds;
}

base::Rational top_probability(const Compiled& compiled,
                               const std::vector<base::Rational>& probabilities) {
  return of_items(compiled, probabilities).back().holds;
}

std::optional<double> ratio(double numerator, double denominator) {
  if (denominator == 0 || !std::isfinite(numerator / denominator)) return std::nullopt;
  return numerator / denominator;
}

std::vector<Importance> importance(const Compiled& compiled,
                                   const std::vector<double>& probabilities) {
  const std::vector<Likely<double>> items = of_items(compiled, probabilities);
  const double top = items.back().holds;
  std::vector<double> derivative(items.size(), 0);
  derivative.back() = 1;
  for (std::size_t m = compiled.modules.size(); m-- > 0;) {
    const ModuleDiagram& module = compiled.modules[m];
    const std::vector<Likely<double>> values = by_node(module, items);
    std::vector<double> handed(values.size(), 0);  // Of the top by the node's probability.
    const Edge root = module.diagram.root;
    const double own = derivative[compiled.components + m];
    handed[root >> 1U] = (root & 1U) != 0 ? -own : own;
    for (std::size_t i = values.size(); i-- > 1;) {
      const BinaryNode& node = module.diagram.nodes[i];
      const std::uint32_t item = module.items[node.level];
      handed[node.high >> 1U] += handed[i] * items[item].holds;
      handed[node.low >> 1U] += handed[i] * items[item].fails * ((node.low & 1U) != 0 ? -1 : 1);
      derivative[item] +=
          handed[i] * difference(of_edge(values, node.high), of_edge(values, node.low));
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
