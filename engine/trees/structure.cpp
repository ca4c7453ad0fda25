// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/structure.h"

namespace nemawashi::trees {
namespace {

bool gate_holds(const Gate& gate, const std::vector<bool>& items) {
  std::uint32_t holding = 0;
  for (const Operand& operand : gate.operands) {
    if (items[operand.item] != operand.negated) ++holding;
  }
  switch (gate.kind) {
    case GateKind::all:
      return holding == gate.operands.size();
    case GateKind::any:
      return holding > 0;
    case GateKind::at_least:
      return holding >= gate.least;
    case GateKind::odd:
      return holding % 2 == 1;
  }
  return false;
}

}  // namespace

std::vector<bool> item_values(const Structure& structure, const std::vector<bool>& components) {
  std::vector<bool> items = components;
  items.reserve(structure.components + structure.gates.size());
  for (const Gate& gate : structure.gates) items.push_back(gate_holds(gate, items));
  return items;
}

bool holds(const Structure& structure, const std::vector<bool>& components) {
  return item_values(structure, components)[structure.top.item] != structure.top.negated;
}

}  // namespace nemawashi::trees
