// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/cut_sets.h"

#include <optional>

#include "engine/trees/amount.h"

namespace nemawashi::trees {
namespace {

/// The diagram's value where all components hold, or none does.
bool value_at(const ModuleDiagram& module, std::uint32_t components, bool all,
              const std::vector<bool>& module_values) {
  Edge edge = module.diagram.root;
  while (edge > kFalseEdge) {
    const BinaryNode& node = module.diagram.nodes[edge >> 1U];
    const std::uint32_t item = module.items[node.level];
    const bool value = item < components ? all : module_values[item - components];
    edge = (value ? node.high : node.low) ^ (edge & 1U);
  }
  return edge == kTrueEdge;
}

/// All counts in 128 bits, unless one does not fit.
std::optional<Int128> small_count(const CutSets& sets) {
  std::vector<Int128> by_module;
  for (std::size_t m = 0; m < sets.families.size(); ++m) {
    const SetFamily& family = sets.families[m];
    std::vector<Int128> counts(family.nodes.size(), 0);
    counts[kEmptySet] = 1;
    for (std::size_t i = kEmptySet + 1; i < counts.size(); ++i) {
      const FamilyNode& node = family.nodes[i];
      const std::uint32_t item = sets.items[m][node.level];
      const Int128 each = item < sets.components ? 1 : by_module[item - sets.components];
      Int128 with = 0;
      if (__builtin_mul_overflow(counts[node.with], each, &with) ||
          __builtin_add_overflow(with, counts[node.without], &counts[i])) {
        return std::nullopt;
      }
    }
    by_module.push_back(counts[family.root]);
  }
  return by_module.back();
}

}  // namespace

std::size_t CutSets::nodes() const {
  std::size_t sum = 0;
  for (const SetFamily& family : families) sum += family.nodes.size();
  return sum;
}

CutSets minimal_sets_of(const Compiled& compiled, Side side, const StoreLimits& limits) {
  // The other side is the dual: the function is negated, and so is every variable.
  const bool is_dual = side == Side::fails;
  CutSets result;
  result.components = compiled.components;
  std::vector<bool> values;     // Of each module, where every component is as in the empty set.
  std::vector<bool> is_turned;  // Modules that the empty set makes hold, seen from this side.
  for (const ModuleDiagram& module : compiled.modules) {
    const bool is_top = &module == &compiled.modules.back();
    values.push_back(value_at(module, compiled.components, is_dual, values));
    is_turned.push_back(!is_top && values.back() != is_dual);
    Turned turned;
    for (const std::uint32_t item : module.items) {
      turned.push_back((item >= compiled.components && is_turned[item - compiled.components]) !=
                       is_dual);
    }
    const Edge root = module.diagram.root ^ static_cast<Edge>(is_dual != is_turned.back());
    result.items.push_back(module.items);
    result.families.push_back(minimal_family(module.diagram, root, turned, limits));
  }
  return result;
}

base::Integer count(const CutSets& sets) {
  if (const auto small = small_count(sets)) return integer_of(*small);
  std::vector<base::Integer> by_module;
  for (std::size_t m = 0; m < sets.families.size(); ++m) {
    const SetFamily& family = sets.families[m];
    std::vector<base::Integer> counts(family.nodes.size(), 0);
    counts[kEmptySet] = 1;
    for (std::size_t i = kEmptySet + 1; i < counts.size(); ++i) {
      const FamilyNode& node = family.nodes[i];
      const std::uint32_t item = sets.items[m][node.level];
      counts[i] = counts[node.with];
      if (item >= sets.components) counts[i] *= by_module[item - sets.components];
      counts[i] += counts[node.without];
    }
    by_module.push_back(counts[family.root]);
  }
  return by_module.back();
}

}  // namespace nemawashi::trees
