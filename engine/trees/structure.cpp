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

Gate dual(Gate gate) {
  switch (gate.kind) {
    case GateKind::all:
      gate.kind = GateKind::any;
      break;
    case GateKind::any:
      gate.kind = GateKind::all;
      break;
    case GateKind::at_least: {  // What does not hold leaves too few of them.
      const auto operands = static_cast<std::uint32_t>(gate.operands.size());
      if (gate.least > operands) {
        gate = {GateKind::all, 0, {}};
      } else {
        gate.least = operands + 1 - gate.least;
      }
      break;
    }
    case GateKind::odd:  // To turn an even number of operands leaves the parity as it is.
      if (gate.operands.empty()) {
        gate.kind = GateKind::all;
      } else if (gate.operands.size() % 2 == 0) {
        gate.operands.front().negated = !gate.operands.front().negated;
      }
      break;
  }
  return gate;
}

}  // namespace

std::vector<bool> item_values(const Structure& structure, const std::vector<bool>& components) {
  std::vector<bool> items = components;
  items.reserve(structure.components + structure.gates.size());
  for (const Gate& gate : structure.gates) items.push_back(gate_holds(gate, items));
  return items;
}

Structure dual(const Structure& structure) {
  Structure result{structure.components, {}, structure.top};
  for (const Gate& gate : structure.gates) result.gates.push_back(dual(gate));
  return result;
}

bool holds(const Structure& structure, const std::vector<bool>& components) {
  return item_values(structure, components)[structure.top.item] != structure.top.negated;
}

}  // namespace nemawashi::trees
