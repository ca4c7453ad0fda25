// SPDX-License-Identifier: Apache-2.0
// What only the whole tells: cycles, sizes, top events, the order of parameters.
#include <algorithm>
#include <functional>
#include <set>

#include "io/fault_trees/reader.h"
#include "io/json_text.h"

namespace nemawashi::io::fault_trees {
namespace {

using floors::Expression;
using floors::Operation;
using floors::Term;

/// An order in which each comes after those that it asks; `on_cycle` gets one item of a cycle, and
/// the order is then partial.
std::vector<std::uint32_t> sorted_by_need(
    std::size_t items, const std::function<std::vector<std::uint32_t>(std::uint32_t)>& needs,
    const std::function<void(std::uint32_t)>& on_cycle) {
  enum class State { fresh, open, done };
  std::vector<State> states(items, State::fresh);
  struct Open {
    std::uint32_t item;
    std::vector<std::uint32_t> needs;
    std::size_t next = 0;
  };
  std::vector<std::uint32_t> order;
  std::vector<Open> open;
  for (std::uint32_t start = 0; start < items; ++start) {
    if (states[start] != State::fresh) continue;
    open.push_back({start, needs(start)});
    states[start] = State::open;
    while (!open.empty()) {
      Open& here = open.back();
      if (here.next == here.needs.size()) {
        states[here.item] = State::done;
        order.push_back(here.item);
        open.pop_back();
        continue;
      }
      const std::uint32_t next = here.needs[here.next++];
      if (states[next] == State::open) {
        on_cycle(next);
        return order;
      }
      if (states[next] == State::done) continue;
      states[next] = State::open;
      open.push_back({next, needs(next)});
    }
  }
  return order;
}

void for_each_parameter(Expression& expression, const std::function<void(std::uint32_t&)>& visit) {
  if (expression.operation == Operation::parameter) visit(expression.parameter);
  for (Expression& part : expression.parts) for_each_parameter(part, visit);
}

}  // namespace

bool Reader::gates_are_sound() {
  bool sound = true;
  sorted_by_need(
      trees_.gates.size(),
      [&](std::uint32_t gate) {
        std::vector<std::uint32_t> needs;
        for (const Term& term : trees_.gates[gate].terms) {
          if (term.of == Term::Of::gate) needs.push_back(term.index);
        }
        return needs;
      },
      [&](std::uint32_t gate) {
        sound = false;
        const bool is_named = gate < gates_.size();
        findings_.error(is_named ? gates_[gate].file->place(gates_[gate].node) : FilePlace{},
                        "cyclic-gates",
                        is_named ? "The gate '" + shown_name(trees_.gates[gate].name) +
                                       "' asks itself, directly or through others."
                                 : std::string("A gate asks itself through others."),
                        "Take one of the references on the way out.");
      });
  return sound;
}

void Reader::order_parameters() {
  const auto order = sorted_by_need(
      trees_.parameters.size(),
      [&](std::uint32_t parameter) {
        std::vector<std::uint32_t> needs;
        for_each_parameter(trees_.parameters[parameter],
                           [&](std::uint32_t& other) { needs.push_back(other); });
        return needs;
      },
      [&](std::uint32_t parameter) {
        findings_.error(parameters_[parameter].file->place(parameters_[parameter].node),
                        "cyclic-parameters",
                        "The parameter asks for itself, directly or through others.",
                        "Take one of the references on the way out.");
      });
  if (order.size() != trees_.parameters.size()) return;
  std::vector<std::uint32_t> moved(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) moved[order[i]] = i;
  const auto move = [&](std::uint32_t& parameter) { parameter = moved[parameter]; };
  std::vector<Expression> sorted;
  for (const std::uint32_t parameter : order) {
    sorted.push_back(std::move(trees_.parameters[parameter]));
    for_each_parameter(sorted.back(), move);
  }
  trees_.parameters = std::move(sorted);
  for (auto& event : trees_.events) {
    if (event.probability) for_each_parameter(*event.probability, move);
  }
  for (auto& group : trees_.groups) {
    for_each_parameter(group.distribution, move);
    for (auto& factor : group.factors) for_each_parameter(factor.value, move);
  }
}

void Reader::find_tops() {
  // Nested formulas belong to the tree of the gate they are part of.
  std::vector<std::string> tree_of(trees_.gates.size());
  std::vector<bool> is_asked(trees_.gates.size(), false);
  for (std::uint32_t gate = 0; gate < gates_.size(); ++gate) tree_of[gate] = gates_[gate].tree;
  for (std::uint32_t gate = 0; gate < gates_.size(); ++gate) {
    std::vector<std::uint32_t> open = {gate};
    while (!open.empty()) {
      const std::uint32_t here = open.back();
      open.pop_back();
      for (const Term& term : trees_.gates[here].terms) {
        if (term.of != Term::Of::gate) continue;
        if (term.index >= gates_.size()) {
          open.push_back(term.index);
        } else if (tree_of[term.index] == tree_of[gate]) {
          is_asked[term.index] = true;
        }
      }
    }
  }
  for (std::uint32_t gate = 0; gate < gates_.size(); ++gate) {
    if (is_asked[gate]) continue;
    const std::string name = trees_.gates[gate].name;
    std::uint32_t top = gate;
    if (!given_.empty()) {  // Of the states that the substitutions leave.
      top = static_cast<std::uint32_t>(trees_.gates.size());
      trees_.gates.emplace_back();
      trees_.gates.back().terms = given_;
      trees_.gates.back().terms.push_back({Term::Of::gate, gate, false});
    }
    trees_.tops.push_back({name, tree_of[gate], top});
  }
  if (trees_.tops.empty()) {
    findings_.error({}, "no-top-event", "The files define no gate.",
                    "Name a file with a fault tree (define-fault-tree).");
  }
}

void Reader::warn_of_undefined() {
  std::size_t undefined = 0;
  const std::pair<FilePlace, std::uint32_t>* first = nullptr;
  for (const auto& asked : undefined_places_) {
    if (trees_.events[asked.second].probability) continue;  // Its common-cause group gave it one.
    if (undefined++ == 0) first = &asked;
  }
  if (first == nullptr) return;
  const std::string others = undefined == 1 ? "it is taken as a basic event"
                                            : "it, and " + std::to_string(undefined - 1) +
                                                  " more, are taken as basic events";
  findings_.warning(first->first, "undefined-event",
                    "The event '" + shown_name(trees_.events[first->second].name) +
                        "' is defined nowhere: " + others + " without probability.",
                    "Name the file that defines them beside this one.");
}

floors::FaultTrees Reader::concluded() {
  if (findings_.has_errors()) return {};
  if (trees_.events.size() + members_ > kMostEvents) {
    findings_.error({}, "too-large-tree",
                    "The files have more than " + std::to_string(kMostEvents) + " events.",
                    "Answer parts of them one by one.");
    return {};
  }
  warn_of_undefined();
  order_parameters();
  if (gates_are_sound()) find_tops();
  return std::move(trees_);
}

}  // namespace nemawashi::io::fault_trees
