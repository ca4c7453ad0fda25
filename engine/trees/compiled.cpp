// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/compiled.h"

#include <algorithm>
#include <optional>

#include "engine/trees/modules.h"
#include "engine/trees/variable_orders.h"

namespace nemawashi::trees {
namespace {

/// Puts the gates of one structure together, from below, in the order in which a walk needs them.
class Assembly {
 public:
  Assembly(const Structure& structure, const std::vector<std::uint32_t>& order, StoreLimits limits)
      : structure_(structure),
        nodes_(limits.nodes),
        store_(structure.components, std::move(limits)),
        level_(structure.components),
        uses_left_(structure.gates.size(), 0),
        edges_(structure.gates.size()) {
    std::uint32_t next = 0;
    for (const std::uint32_t component : order) level_[component] = next++;
    first_level_.assign(structure.components + structure.gates.size(), structure.components);
    for (std::uint32_t i = 0; i < structure.components; ++i) first_level_[i] = level_[i];
    for (std::uint32_t i = 0; i < structure.gates.size(); ++i) {
      for (const Operand& operand : structure.gates[i].operands) {
        std::uint32_t& first = first_level_[structure.components + i];
        first = std::min(first, first_level_[operand.item]);
      }
    }
  }

  BinaryDiagram assembled() {
    count_uses();
    walk(structure_.top.item);
    const Edge root = edge_of(structure_.top);
    return store_.diagram(root);
  }
  std::size_t gates_done() const { return gates_done_; }

 private:
  void count_uses() {
    std::vector<bool> reached(structure_.components + structure_.gates.size(), false);
    reached[structure_.top.item] = true;
    for (std::size_t i = structure_.gates.size(); i-- > 0;) {
      if (!reached[structure_.components + i]) continue;
      for (const Operand& operand : structure_.gates[i].operands) {
        reached[operand.item] = true;
        if (!structure_.is_component(operand.item)) {
          ++uses_left_[operand.item - structure_.components];
        }
      }
    }
  }

  /// Operands that ask late variables first: what is put on top of them asks earlier ones.
  std::vector<Operand> late_first(const Gate& gate) const {
    std::vector<Operand> operands = gate.operands;
    std::stable_sort(operands.begin(), operands.end(), [&](const Operand& a, const Operand& b) {
      return first_level_[a.item] > first_level_[b.item];
    });
    return operands;
  }

  /// Each gate's operands are put in order once, and looked at once.
  void walk(std::uint32_t top) {
    struct Open {
      std::uint32_t item;
      std::vector<Operand> operands;
      std::size_t next = 0;
    };
    std::vector<Open> open;
    const auto enter = [&](std::uint32_t item) {
      if (structure_.is_component(item) || edges_[item - structure_.components]) return;
      open.push_back({item, late_first(structure_.gate(item))});
    };
    enter(top);
    while (!open.empty()) {
      Open& here = open.back();
      if (here.next < here.operands.size()) {
        enter(here.operands[here.next++].item);
        continue;
      }
      put_together(here.item, here.operands);
      open.pop_back();
    }
  }

  void put_together(std::uint32_t item, const std::vector<Operand>& operands) {
    const Gate& gate = structure_.gate(item);
    Edge edge = gate.kind == GateKind::all ? kTrueEdge : kFalseEdge;
    if (gate.kind == GateKind::at_least) {
      std::vector<Edge> parts;
      for (const Operand& operand : operands) parts.push_back(edge_of(operand));
      std::reverse(parts.begin(), parts.end());
      edge = store_.at_least(gate.least, parts);
    } else {
      for (const Operand& operand : operands) {
        const Edge part = edge_of(operand);
        edge = gate.kind == GateKind::all   ? store_.conjunction(edge, part)
               : gate.kind == GateKind::any ? store_.disjunction(edge, part)
                                            : store_.exclusive(edge, part);
        collect_if_full(edge);
      }
    }
    edges_[item - structure_.components] = edge;
    ++gates_done_;
    for (const Operand& operand : operands) {
      if (structure_.is_component(operand.item)) continue;
      --uses_left_[operand.item - structure_.components];
    }
    collect_if_full(edge);
  }

  Edge edge_of(const Operand& operand) {
    const Edge edge = structure_.is_component(operand.item)
                          ? store_.variable(level_[operand.item])
                          : *edges_[operand.item - structure_.components];
    return edge ^ static_cast<Edge>(operand.negated);
  }

  /// Half of the bound is used, and twice what was needed last time.
  void collect_if_full(Edge current) {
    if (store_.size() < std::max(nodes_ / 2, needed_ * 2)) return;
    std::vector<Edge> needed = {current};
    for (std::size_t i = 0; i < edges_.size(); ++i) {
      if (edges_[i] && uses_left_[i] > 0) needed.push_back(*edges_[i]);
    }
    store_.collect(needed);
    needed_ = store_.size();
  }

  const Structure& structure_;
  std::size_t nodes_;
  BinaryStore store_;
  std::vector<std::uint32_t> level_;        ///< by component
  std::vector<std::uint32_t> first_level_;  ///< by item
  std::vector<std::uint32_t> uses_left_;    ///< by gate: gates that still need it
  std::vector<std::optional<Edge>> edges_;  ///< by gate
  std::size_t needed_ = 0;                  ///< nodes, when they were last collected
  std::size_t gates_done_ = 0;
};

/// One order's attempt under a bound: the diagram, or how many gates fitted.
struct Attempt {
  std::optional<BinaryDiagram> diagram;
  std::size_t gates = 0;
};

Attempt attempt(const Structure& structure, const std::vector<std::uint32_t>& order,
                const StoreLimits& limits) {
  Assembly assembly(structure, order, limits);
  try {
    return {assembly.assembled(), structure.gates.size()};
  } catch (const NodeLimitReached&) {
    return {std::nullopt, assembly.gates_done()};
  }
}

ModuleDiagram compiled_module(const Module& module, const CompileOptions& options) {
  constexpr std::size_t kFirstNodes = 1U << 12U;
  constexpr std::size_t kRise = 32;
  constexpr std::size_t kManyNodes = 1U << 20U;  // Beyond these the first that fits is kept.
  auto orders = variable_orders(module.structure);
  std::optional<BinaryDiagram> smallest;
  std::vector<std::uint32_t> best;
  for (std::size_t nodes = kFirstNodes;; nodes *= kRise) {
    const std::size_t bound = std::min(nodes, options.nodes);
    std::vector<std::pair<std::size_t, std::vector<std::uint32_t>>> by_gates;
    for (auto& order : orders) {
      if (smallest && bound > kManyNodes) break;
      const std::size_t least = smallest ? smallest->nodes.size() : bound;
      Attempt made = attempt(module.structure, order, {std::min(bound, least), options.control});
      if (made.diagram && (!smallest || made.diagram->nodes.size() < least)) {
        smallest = std::move(made.diagram);
        best = order;
      }
      by_gates.emplace_back(made.gates, std::move(order));
    }
    if (smallest) break;
    if (bound == options.nodes) throw NodeLimitReached();
    // Those that came farthest first.
    std::stable_sort(by_gates.begin(), by_gates.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    orders.clear();
    for (auto& [gates, order] : by_gates) orders.push_back(std::move(order));
  }
  ModuleDiagram result;
  for (const std::uint32_t variable : best) result.items.push_back(module.items[variable]);
  result.diagram = *std::move(smallest);
  return result;
}

}  // namespace

std::size_t Compiled::nodes() const {
  std::size_t sum = 0;
  for (const ModuleDiagram& module : modules) sum += module.diagram.nodes.size();
  return sum;
}

BinaryDiagram compiled_in_order(const Structure& structure, const std::vector<std::uint32_t>& order,
                                StoreLimits limits) {
  return Assembly(structure, order, std::move(limits)).assembled();
}

Compiled compiled(const Structure& structure, const CompileOptions& options) {
  const Modules modules = modules_of(simplified(structure));
  Compiled result;
  result.components = structure.components;
  for (const Module& module : modules.modules) {
    result.modules.push_back(compiled_module(module, options));
  }
  return result;
}

}  // namespace nemawashi::trees
