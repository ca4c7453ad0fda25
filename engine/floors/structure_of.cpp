// SPDX-License-Identifier: Apache-2.0
#include "engine/floors/structure_of.h"

namespace nemawashi::floors {
namespace {

using trees::GateKind;
using trees::Operand;

constexpr auto kNoComponent = static_cast<std::uint32_t>(-1);

class Lowering {
 public:
  explicit Lowering(const FaultTrees& fault_trees)
      : trees_(fault_trees), component_of_(fault_trees.events.size(), kNoComponent) {}

  TopStructure lowered(std::uint32_t top) {
    const std::vector<std::uint32_t> order = reached(top);
    result_.structure.components = static_cast<std::uint32_t>(result_.events.size());
    made_.assign(trees_.gates.size(), {});
    for (const std::uint32_t gate : order) made_[gate] = made(trees_.gates[gate]);
    result_.structure.top = made_[top];
    return std::move(result_);
  }

 private:
  /// The gates that the top reaches, from below; notes the events on the way.
  std::vector<std::uint32_t> reached(std::uint32_t top) {
    struct Open {
      std::uint32_t gate;
      std::size_t next = 0;
    };
    std::vector<std::uint32_t> order;
    std::vector<bool> seen(trees_.gates.size(), false);
    std::vector<Open> open = {{top}};
    seen[top] = true;
    while (!open.empty()) {
      Open& here = open.back();
      const std::vector<Term>& terms = trees_.gates[here.gate].terms;
      if (here.next == terms.size()) {
        order.push_back(here.gate);
        open.pop_back();
        continue;
      }
      const Term term = terms[here.next++];
      if (term.of == Term::Of::basic_event && component_of_[term.index] == kNoComponent) {
        component_of_[term.index] = static_cast<std::uint32_t>(result_.events.size());
        result_.events.push_back(term.index);
      } else if (term.of == Term::Of::gate && !seen[term.index]) {
        seen[term.index] = true;
        open.push_back({term.index});
      }
    }
    return order;
  }

  Operand added(GateKind kind, std::vector<Operand> operands, std::uint32_t least = 0) {
    result_.structure.gates.push_back({kind, least, std::move(operands)});
    const std::size_t gates = result_.structure.gates.size();
    return {result_.structure.components + static_cast<std::uint32_t>(gates - 1), false};
  }
  Operand constant(bool value) { return added(value ? GateKind::all : GateKind::any, {}); }

  Operand operand(const Term& term) {
    Operand result;
    switch (term.of) {
      case Term::Of::basic_event:
        result = {component_of_[term.index], false};
        break;
      case Term::Of::house_event:
        result = constant(trees_.house_events[term.index].holds);
        break;
      case Term::Of::gate:
        result = made_[term.index];
        break;
      case Term::Of::constant:
        result = constant(term.index != 0);
        break;
    }
    result.negated = result.negated != term.negated;
    return result;
  }

  Operand made(const TreeGate& gate) {
    std::vector<Operand> operands;
    for (const Term& term : gate.terms) operands.push_back(operand(term));
    Operand result = joined(gate, std::move(operands));
    result.negated = result.negated != gate.negated;
    return result;
  }

  Operand joined(const TreeGate& gate, std::vector<Operand> operands) {
    switch (gate.connective) {
      case Connective::all:
        return added(GateKind::all, std::move(operands));
      case Connective::any:
        return added(GateKind::any, std::move(operands));
      case Connective::odd:
        return added(GateKind::odd, std::move(operands));
      case Connective::at_least:
        return added(GateKind::at_least, std::move(operands), gate.least);
      case Connective::implies:
        operands.front().negated = !operands.front().negated;
        return added(GateKind::any, std::move(operands));
      case Connective::between: {
        Operand too_many = added(GateKind::at_least, operands, gate.most + 1);
        too_many.negated = true;
        const Operand enough = added(GateKind::at_least, std::move(operands), gate.least);
        return added(GateKind::all, {enough, too_many});
      }
      case Connective::equal: {
        const Operand all = added(GateKind::all, operands);
        Operand none = added(GateKind::any, std::move(operands));
        none.negated = true;
        return added(GateKind::any, {all, none});
      }
    }
    return {};
  }

  const FaultTrees& trees_;
  TopStructure result_;
  std::vector<std::uint32_t> component_of_;  ///< by event
  std::vector<Operand> made_;                ///< by gate
};

}  // namespace

TopStructure structure_of(const FaultTrees& fault_trees, std::uint32_t gate) {
  return Lowering(fault_trees).lowered(gate);
}

}  // namespace nemawashi::floors
