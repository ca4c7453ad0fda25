// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/variable_orders.h"

#include <algorithm>

namespace nemawashi::trees {
namespace {

using Order = std::vector<std::uint32_t>;

/// What an order may look at, by item.
struct Shape {
  std::vector<std::uint32_t> uses;    ///< how often it is an operand
  std::vector<double> leaves;         ///< components below it, once for each way
  std::vector<std::uint32_t> height;  ///< gates on the longest way down
  std::vector<std::uint32_t> depth;   ///< gates on the longest way from the top
};

Shape shape_of(const Structure& structure) {
  const std::size_t items = structure.components + structure.gates.size();
  Shape shape{Order(items, 0), std::vector<double>(items, 1), Order(items, 0), Order(items, 0)};
  for (std::size_t i = 0; i < structure.gates.size(); ++i) {
    const std::size_t item = structure.components + i;
    shape.leaves[item] = 0;
    for (const Operand& operand : structure.gates[i].operands) {
      ++shape.uses[operand.item];
      shape.leaves[item] += shape.leaves[operand.item];
      shape.height[item] = std::max(shape.height[item], shape.height[operand.item] + 1);
    }
  }
  for (std::size_t i = structure.gates.size(); i-- > 0;) {
    for (const Operand& operand : structure.gates[i].operands) {
      std::uint32_t& depth = shape.depth[operand.item];
      depth = std::max(depth, shape.depth[structure.components + i] + 1);
    }
  }
  return shape;
}

/// Components that no walk reaches come last.
void complete(Order& order, std::uint32_t components) {
  std::vector<bool> is_there(components, false);
  for (const std::uint32_t component : order) is_there[component] = true;
  for (std::uint32_t component = 0; component < components; ++component) {
    if (!is_there[component]) order.push_back(component);
  }
}

/// As a depth-first walk meets them that takes operands by rising key.
template <class Key>
Order depth_first(const Structure& structure, const Key& key) {
  Order order;
  std::vector<bool> seen(structure.components + structure.gates.size(), false);
  Order open = {structure.top.item};
  while (!open.empty()) {
    const std::uint32_t item = open.back();
    open.pop_back();
    if (seen[item]) continue;
    seen[item] = true;
    if (structure.is_component(item)) {
      order.push_back(item);
      continue;
    }
    Order below;
    for (const Operand& operand : structure.gate(item).operands) below.push_back(operand.item);
    std::stable_sort(below.begin(), below.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
    open.insert(open.end(), below.rbegin(), below.rend());
  }
  complete(order, structure.components);
  return order;
}

/// As a walk level by level meets them.
Order by_level(const Structure& structure) {
  Order order;
  std::vector<bool> seen(structure.components + structure.gates.size(), false);
  Order open = {structure.top.item};
  seen[structure.top.item] = true;
  for (std::size_t i = 0; i < open.size(); ++i) {
    if (structure.is_component(open[i])) {
      order.push_back(open[i]);
      continue;
    }
    for (const Operand& operand : structure.gate(open[i]).operands) {
      if (seen[operand.item]) continue;
      seen[operand.item] = true;
      open.push_back(operand.item);
    }
  }
  complete(order, structure.components);
  return order;
}

/// The top hands down a weight, in equal parts to the operands that still have components; the
/// component with most of it is next and leaves the structure.
Order by_weight(const Structure& structure) {
  const std::size_t items = structure.components + structure.gates.size();
  Order order;
  std::vector<bool> taken(structure.components, false);
  while (order.size() < structure.components) {
    std::vector<bool> is_alive(items, false);
    for (std::uint32_t i = 0; i < structure.components; ++i) is_alive[i] = !taken[i];
    for (std::size_t i = 0; i < structure.gates.size(); ++i) {
      for (const Operand& operand : structure.gates[i].operands) {
        if (is_alive[operand.item]) is_alive[structure.components + i] = true;
      }
    }
    std::vector<double> weight(items, 0);
    weight[structure.top.item] = 1;
    for (std::size_t i = structure.gates.size(); i-- > 0;) {
      const auto& operands = structure.gates[i].operands;
      const auto alive = std::count_if(operands.begin(), operands.end(),
                                       [&](const Operand& o) { return is_alive[o.item]; });
      for (const Operand& operand : operands) {
        if (!is_alive[operand.item]) continue;
        weight[operand.item] += weight[structure.components + i] / static_cast<double>(alive);
      }
    }
    std::uint32_t best = 0;
    while (taken[best]) ++best;
    for (std::uint32_t i = best; i < structure.components; ++i) {
      if (!taken[i] && weight[i] > weight[best]) best = i;
    }
    taken[best] = true;
    order.push_back(best);
  }
  return order;
}

}  // namespace

std::vector<Order> variable_orders(const Structure& structure) {
  constexpr std::size_t kMostWork = 20'000'000;
  const Shape shape = shape_of(structure);
  std::size_t operands = 0;
  for (const Gate& gate : structure.gates) operands += gate.operands.size();
  std::vector<Order> orders;
  const auto add = [&](Order order) {
    if (std::find(orders.begin(), orders.end(), order) == orders.end()) {
      orders.push_back(std::move(order));
    }
  };
  add(depth_first(structure, [](std::uint32_t) { return 0; }));
  add(depth_first(structure, [&](std::uint32_t item) { return shape.leaves[item]; }));
  add(depth_first(structure, [&](std::uint32_t item) { return -shape.leaves[item]; }));
  // Gates before components, and those with most gates below, or most often asked, first.
  add(depth_first(structure, [&](std::uint32_t item) {
    return -static_cast<std::int64_t>(shape.height[item]);
  }));
  add(depth_first(structure, [&](std::uint32_t item) {
    return std::pair(structure.is_component(item), -static_cast<std::int64_t>(shape.uses[item]));
  }));
  add(depth_first(structure, [&](std::uint32_t item) {
    return -static_cast<std::int64_t>(shape.depth[item]);
  }));
  add(by_level(structure));
  if (operands * structure.components <= kMostWork) add(by_weight(structure));
  return orders;
}

}  // namespace nemawashi::trees
