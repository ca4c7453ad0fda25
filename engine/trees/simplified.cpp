// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <optional>

#include "engine/trees/structure.h"

namespace nemawashi::trees {
namespace {

/// What a gate has become: a constant, or an operand of the new structure.
struct Resolved {
  std::optional<bool> constant;
  Operand operand;
};

Resolved constant(bool value) { return {value, {}}; }
Resolved negated(Resolved resolved) {
  if (resolved.constant) return constant(!*resolved.constant);
  resolved.operand.negated = !resolved.operand.negated;
  return resolved;
}

class Rewriting {
 public:
  explicit Rewriting(std::uint32_t components) { result_.components = components; }

  /// The gate over operands of the new structure.
  Resolved made(Gate gate) {
    switch (gate.kind) {
      case GateKind::all:
      case GateKind::any:
        return made_all_or_any(std::move(gate));
      case GateKind::odd:
        return made_odd(std::move(gate));
      case GateKind::at_least:
        break;
    }
    if (gate.least == 0) return constant(true);
    if (gate.least > gate.operands.size()) return constant(false);
    if (gate.least == 1) return made_all_or_any({GateKind::any, 0, std::move(gate.operands)});
    if (gate.least == gate.operands.size()) {
      return made_all_or_any({GateKind::all, 0, std::move(gate.operands)});
    }
    std::sort(gate.operands.begin(), gate.operands.end());
    return shared(std::move(gate));
  }

  Structure& result() { return result_; }

 private:
  Resolved made_all_or_any(Gate gate) {
    std::vector<Operand>& operands = gate.operands;
    std::sort(operands.begin(), operands.end());
    operands.erase(std::unique(operands.begin(), operands.end()), operands.end());
    for (std::size_t i = 1; i < operands.size(); ++i) {
      if (operands[i].item == operands[i - 1].item) return constant(gate.kind == GateKind::any);
    }
    if (operands.empty()) return constant(gate.kind == GateKind::all);
    if (operands.size() == 1) return {{}, operands.front()};
    gate.least = 0;
    return shared(std::move(gate));
  }

  Resolved made_odd(Gate gate) {
    bool turned = false;
    std::vector<Operand> left;
    std::sort(gate.operands.begin(), gate.operands.end());
    for (Operand operand : gate.operands) {
      if (operand.negated) turned = !turned;
      operand.negated = false;
      if (!left.empty() && left.back() == operand) {
        left.pop_back();
      } else {
        left.push_back(operand);
      }
    }
    if (left.empty()) return constant(turned);
    Resolved resolved{{}, left.front()};
    if (left.size() > 1) resolved = shared({GateKind::odd, 0, std::move(left)});
    return turned ? negated(resolved) : resolved;
  }

  Resolved shared(Gate gate) {
    const auto key = std::tuple(gate.kind, gate.least, gate.operands);
    const auto next = result_.components + static_cast<std::uint32_t>(result_.gates.size());
    const auto [found, is_new] = known_.emplace(key, next);
    if (is_new) result_.gates.push_back(std::move(gate));
    return {{}, {found->second, false}};
  }

  Structure result_;
  std::map<std::tuple<GateKind, std::uint32_t, std::vector<Operand>>, std::uint32_t> known_;
};

/// How often each item is an operand of what the top reaches; the top counts once.
std::vector<std::uint32_t> uses_of(const Structure& structure) {
  std::vector<std::uint32_t> uses(structure.components + structure.gates.size(), 0);
  uses[structure.top.item] = 1;
  for (std::size_t i = structure.gates.size(); i-- > 0;) {
    if (uses[structure.components + i] == 0) continue;
    for (const Operand& operand : structure.gates[i].operands) ++uses[operand.item];
  }
  return uses;
}

GateKind opposite(GateKind kind) { return kind == GateKind::all ? GateKind::any : GateKind::all; }

/// The kind of gate into which an operand of this kind and sign could be merged, if any.
std::optional<GateKind> merging_kind(const Gate& gate, bool is_negated) {
  if (gate.kind == GateKind::odd) return gate.kind;
  if (gate.kind == GateKind::at_least) return std::nullopt;
  return is_negated ? opposite(gate.kind) : gate.kind;
}

/// Each gate anew from below, with its operands' operands where they are merged.
Structure rewritten(const Structure& structure) {
  const std::vector<std::uint32_t> uses = uses_of(structure);
  Rewriting rewriting(structure.components);
  std::vector<Resolved> resolved;
  for (std::uint32_t i = 0; i < structure.components; ++i) resolved.push_back({{}, {i, false}});
  const auto resolved_operand = [&](const Operand& operand) {
    return operand.negated ? negated(resolved[operand.item]) : resolved[operand.item];
  };
  for (std::size_t i = 0; i < structure.gates.size(); ++i) {
    if (uses[structure.components + i] == 0) {
      resolved.push_back(constant(false));  // Nobody asks.
      continue;
    }
    const Gate& gate = structure.gates[i];
    Gate next{gate.kind, gate.least, {}};
    std::optional<bool> decided;
    bool turned = false;
    for (const Operand& operand : gate.operands) {
      const Resolved part = resolved_operand(operand);
      if (part.constant) {
        if (gate.kind == GateKind::all && !*part.constant) decided = false;
        if (gate.kind == GateKind::any && *part.constant) decided = true;
        if (gate.kind == GateKind::odd && *part.constant) turned = !turned;
        if (gate.kind == GateKind::at_least && *part.constant && next.least > 0) --next.least;
        continue;
      }
      const bool is_inner = !structure.is_component(operand.item) && uses[operand.item] == 1 &&
                            !rewriting.result().is_component(part.operand.item);
      if (is_inner) {
        const Gate& inner = rewriting.result().gate(part.operand.item);
        if (merging_kind(inner, part.operand.negated) == gate.kind) {
          const bool turns = gate.kind != GateKind::odd && part.operand.negated;
          if (gate.kind == GateKind::odd && part.operand.negated) turned = !turned;
          for (Operand deeper : inner.operands) {
            deeper.negated = deeper.negated != turns;
            next.operands.push_back(deeper);
          }
          continue;
        }
      }
      next.operands.push_back(part.operand);
    }
    Resolved made = decided ? constant(*decided) : rewriting.made(std::move(next));
    resolved.push_back(turned ? negated(made) : made);
  }
  const Resolved top = resolved_operand(structure.top);
  Structure result = std::move(rewriting.result());
  if (top.constant) {
    result.gates = {{*top.constant ? GateKind::all : GateKind::any, 0, {}}};
    result.top = {result.components, false};
  } else {
    result.top = top.operand;
  }
  return result;
}

/// Items that are operands of exactly the same gates, all of one kind, with the same sign in each.
struct Place {
  std::uint32_t gate;
  bool negated;
  friend auto operator<=>(const Place&, const Place&) = default;
};

/// Puts each group of such items, of components alone or gates asked nowhere else, into a gate of
/// its own. Nothing if there is no group.
std::optional<Structure> with_groups(const Structure& structure) {
  const auto items = structure.components + structure.gates.size();
  const std::vector<std::uint32_t> uses = uses_of(structure);
  std::vector<std::vector<Place>> places(items);
  for (std::uint32_t i = 0; i < structure.gates.size(); ++i) {
    if (uses[structure.components + i] == 0) continue;
    for (const Operand& operand : structure.gates[i].operands) {
      places[operand.item].push_back({i, operand.negated});
    }
  }
  std::map<std::vector<Place>, std::vector<std::uint32_t>> groups;
  for (std::uint32_t item = 0; item < items; ++item) {
    if (places[item].empty()) continue;
    const GateKind kind = structure.gates[places[item].front().gate].kind;
    const bool one_kind =
        kind != GateKind::at_least &&
        std::all_of(places[item].begin(), places[item].end(), [&](const Place& place) {
          const GateKind here = structure.gates[place.gate].kind;
          // An item negated in an `any` is one of an `all`, negated as a whole.
          return place.negated == places[item].front().negated ? here == kind : false;
        });
    if (one_kind) groups[places[item]].push_back(item);
  }
  std::vector<std::vector<std::uint32_t>> starting(structure.gates.size());  // By first gate.
  std::vector<std::vector<std::uint32_t>> taken;
  std::vector<std::uint32_t> group_of(items, static_cast<std::uint32_t>(-1));
  for (const auto& [where, members] : groups) {
    const Gate& first = structure.gates[where.front().gate];
    const bool fills_its_gate = where.size() == 1 && members.size() == first.operands.size();
    if (members.size() < 2 || fills_its_gate) continue;
    for (const std::uint32_t member : members) {
      group_of[member] = static_cast<std::uint32_t>(taken.size());
    }
    starting[where.front().gate].push_back(static_cast<std::uint32_t>(taken.size()));
    taken.push_back(members);
  }
  if (taken.empty()) return std::nullopt;
  Structure result;
  result.components = structure.components;
  std::vector<std::uint32_t> moved(items);
  for (std::uint32_t i = 0; i < structure.components; ++i) moved[i] = i;
  std::vector<std::uint32_t> gate_of_group(taken.size());
  std::vector<std::uint32_t> named_in(taken.size(), static_cast<std::uint32_t>(-1));  // Last gate.
  const auto next = [&] {
    return result.components + static_cast<std::uint32_t>(result.gates.size());
  };
  for (std::uint32_t i = 0; i < structure.gates.size(); ++i) {
    const Gate& gate = structure.gates[i];
    for (const std::uint32_t group : starting[i]) {
      Gate made{gate.kind, 0, {}};
      const bool is_negated = places[taken[group].front()].front().negated;
      for (const std::uint32_t member : taken[group]) {
        made.operands.push_back({moved[member], is_negated});
      }
      gate_of_group[group] = next();
      result.gates.push_back(std::move(made));
    }
    Gate left{gate.kind, gate.least, {}};
    for (const Operand& operand : gate.operands) {
      const std::uint32_t group = group_of[operand.item];
      if (uses[structure.components + i] == 0 || group == static_cast<std::uint32_t>(-1)) {
        left.operands.push_back({moved[operand.item], operand.negated});
      } else if (named_in[group] != i) {
        named_in[group] = i;
        left.operands.push_back({gate_of_group[group], false});
      }
    }
    moved[structure.components + i] = next();
    result.gates.push_back(std::move(left));
  }
  result.top = {moved[structure.top.item], structure.top.negated};
  return result;
}

}  // namespace

Structure simplified(const Structure& structure) {
  constexpr int kRounds = 10;
  Structure result = rewritten(structure);
  for (int round = 0; round < kRounds; ++round) {
    Structure next = rewritten(result);
    const bool settled = next.gates == result.gates;
    result = std::move(next);
    if (settled) break;
  }
  // A merged group would be taken apart again, so groups come last.
  for (int round = 0; round < kRounds; ++round) {
    auto next = with_groups(result);
    if (!next) break;
    result = *std::move(next);
  }
  return result;
}

}  // namespace nemawashi::trees
