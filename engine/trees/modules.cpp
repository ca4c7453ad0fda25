// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/modules.h"

#include <algorithm>
#include <limits>

namespace nemawashi::trees {
namespace {

/// When a walk from the top visits an item; 0: never.
struct Visits {
  std::uint32_t first = 0;   ///< entered
  std::uint32_t second = 0;  ///< of a gate: left for the first time
  std::uint32_t last = 0;
};

/// Enters each gate once; counts a step for each visit, also where it turns round at once.
std::vector<Visits> visited(const Structure& structure) {
  std::vector<Visits> visits(structure.components + structure.gates.size());
  struct Open {
    std::uint32_t item;
    std::size_t next = 0;
  };
  std::uint32_t step = 0;
  std::vector<Open> open;
  const auto visit = [&](std::uint32_t item) {
    Visits& of = visits[item];
    of.last = ++step;
    if (of.first != 0) return;
    of.first = step;
    if (!structure.is_component(item)) open.push_back({item});
  };
  visit(structure.top.item);
  while (!open.empty()) {
    Open& here = open.back();
    const Gate& gate = structure.gate(here.item);
    if (here.next < gate.operands.size()) {
      visit(gate.operands[here.next++].item);
    } else {
      visits[here.item].second = visits[here.item].last = ++step;
      open.pop_back();
    }
  }
  return visits;
}

std::vector<bool> module_gates(const Structure& structure, const std::vector<Visits>& visits) {
  std::vector<bool> is_module(structure.gates.size(), false);
  struct Span {
    std::uint32_t least = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t most = 0;
  };
  std::vector<Span> below(structure.gates.size());  // Visits of all that is below a gate.
  for (std::size_t i = 0; i < structure.gates.size(); ++i) {
    const Visits& own = visits[structure.components + i];
    if (own.first == 0) continue;
    Span& span = below[i];
    for (const Operand& operand : structure.gates[i].operands) {
      span.least = std::min(span.least, visits[operand.item].first);
      span.most = std::max(span.most, visits[operand.item].last);
      if (structure.is_component(operand.item)) continue;
      const Span& deeper = below[operand.item - structure.components];
      span.least = std::min(span.least, deeper.least);
      span.most = std::max(span.most, deeper.most);
    }
    is_module[i] = span.least > own.first && span.most < own.second;
  }
  return is_module;
}

/// Cuts one module out of the structure, from its gate down to components and submodules.
class Cutting {
 public:
  Cutting(const Structure& structure, const std::vector<std::uint32_t>& module_of_gate)
      : structure_(structure), module_of_gate_(module_of_gate) {}

  /// `root` is a gate, or the only component of the structure.
  Module cut(Operand root) {
    std::vector<std::uint32_t> gates;
    std::vector<std::uint32_t> open;
    const auto reach = [&](std::uint32_t item, bool is_root) {
      if (place(item) != kNowhere) return;
      const bool is_gate = !structure_.is_component(item);
      if (is_gate && (is_root || module_of(item) == kNowhere)) {
        set_place(item, 0);  // Its number follows.
        gates.push_back(item);
        open.push_back(item);
      } else {
        set_place(item, static_cast<std::uint32_t>(module_.items.size()));
        module_.items.push_back(is_gate ? structure_.components + module_of(item) : item);
      }
    };
    module_ = {};
    reach(root.item, true);
    while (!open.empty()) {
      const Gate& gate = structure_.gate(open.back());
      open.pop_back();
      for (const Operand& operand : gate.operands) reach(operand.item, false);
    }
    std::sort(gates.begin(), gates.end());
    const auto variables = static_cast<std::uint32_t>(module_.items.size());
    module_.structure.components = variables;
    for (const std::uint32_t item : gates) {
      set_place(item, variables + static_cast<std::uint32_t>(module_.structure.gates.size()));
      Gate gate = structure_.gate(item);
      for (Operand& operand : gate.operands) operand.item = place(operand.item);
      module_.structure.gates.push_back(std::move(gate));
    }
    module_.structure.top = {place(root.item), root.negated};
    for (const std::uint32_t item : seen_) places_[item] = kNowhere;
    seen_.clear();
    return std::move(module_);
  }

  static constexpr auto kNowhere = static_cast<std::uint32_t>(-1);

 private:
  std::uint32_t module_of(std::uint32_t gate) const {
    return module_of_gate_[gate - structure_.components];
  }
  std::uint32_t place(std::uint32_t item) const { return places_[item]; }
  void set_place(std::uint32_t item, std::uint32_t place) {
    if (places_[item] == kNowhere) seen_.push_back(item);
    places_[item] = place;
  }

  const Structure& structure_;
  const std::vector<std::uint32_t>& module_of_gate_;
  Module module_;
  std::vector<std::uint32_t> places_ =
      std::vector<std::uint32_t>(structure_.components + structure_.gates.size(), kNowhere);
  std::vector<std::uint32_t> seen_;
};

}  // namespace

Modules modules_of(const Structure& structure) {
  Modules result;
  result.components = structure.components;
  const std::vector<Visits> visits = visited(structure);
  const std::vector<bool> is_module = module_gates(structure, visits);
  std::vector<std::uint32_t> module_of_gate(structure.gates.size(), Cutting::kNowhere);
  Cutting cutting(structure, module_of_gate);
  for (std::uint32_t i = 0; i < structure.gates.size(); ++i) {
    const std::uint32_t item = structure.components + i;
    if (!is_module[i] || item == structure.top.item) continue;
    result.modules.push_back(cutting.cut({item, false}));
    module_of_gate[i] = static_cast<std::uint32_t>(result.modules.size() - 1);
  }
  result.modules.push_back(cutting.cut(structure.top));
  return result;
}

}  // namespace nemawashi::trees
