// SPDX-License-Identifier: Apache-2.0
// Random Boolean structures, and the definitions of what is computed from them, by listing all
// states: the slow, obvious oracle.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/base/random.h"
#include "engine/trees/structure.h"

namespace nemawashi::tests {

enum class Coherence { coherent, any };

inline trees::Structure random_structure(base::Random& random, std::uint32_t components,
                                         std::uint32_t gates, Coherence coherence) {
  trees::Structure structure;
  structure.components = components;
  for (std::uint32_t i = 0; i < gates; ++i) {
    trees::Gate gate;
    const std::uint64_t kinds = coherence == Coherence::coherent ? 5 : 6;
    const std::uint64_t kind = random.below(kinds);
    gate.kind = kind < 2   ? trees::GateKind::all
                : kind < 4 ? trees::GateKind::any
                : kind < 5 ? trees::GateKind::at_least
                           : trees::GateKind::odd;
    const auto operands = random.below(5) + (random.below(10) == 0 ? 0 : 1);
    for (std::uint64_t k = 0; k < operands; ++k) {
      // Later gates are asked more often, so that the structure is deep.
      const std::uint32_t made = components + i;
      const std::uint64_t of = random.below(2) == 0 ? components : made;
      const auto item = static_cast<std::uint32_t>(made - 1 - random.below(of));
      gate.operands.push_back({random.below(2) == 0 ? item % made : item, false});
      if (coherence == Coherence::any && random.below(5) == 0) gate.operands.back().negated = true;
    }
    if (gate.kind == trees::GateKind::at_least) {
      gate.least = static_cast<std::uint32_t>(random.below(gate.operands.size() + 2));
    }
    structure.gates.push_back(std::move(gate));
  }
  structure.top = {components + gates - 1, coherence == Coherence::any && random.below(4) == 0};
  return structure;
}

inline std::vector<bool> state_of(std::uint32_t components, std::uint64_t bits) {
  std::vector<bool> state(components);
  for (std::uint32_t i = 0; i < components; ++i) state[i] = (bits >> i & 1U) != 0;
  return state;
}

/// The top's value in every state, by the bits of the state.
inline std::vector<bool> truth_table(const trees::Structure& structure) {
  std::vector<bool> table;
  for (std::uint64_t bits = 0; bits < std::uint64_t{1} << structure.components; ++bits) {
    table.push_back(trees::holds(structure, state_of(structure.components, bits)));
  }
  return table;
}

/// The states that hold of which no state with fewer bits, among these, holds.
inline std::vector<std::uint64_t> minimal_states(const std::vector<bool>& table) {
  std::vector<bool> above(table.size(), false);  // Some state strictly within it holds.
  std::vector<std::uint64_t> minimal;
  for (std::uint64_t bits = 0; bits < table.size(); ++bits) {
    for (std::uint64_t bit = 1; bit < table.size(); bit *= 2) {
      if ((bits & bit) != 0 && (above[bits ^ bit] || table[bits ^ bit])) above[bits] = true;
    }
    if (table[bits] && !above[bits]) minimal.push_back(bits);
  }
  return minimal;
}

/// The same function seen from the other side: whether the top fails where these components do.
inline std::vector<bool> dual(const std::vector<bool>& table) {
  std::vector<bool> result;
  for (std::size_t bits = 0; bits < table.size(); ++bits) {
    result.push_back(!table[table.size() - 1 - bits]);
  }
  return result;
}

inline double state_probability(const std::vector<double>& probabilities, std::uint64_t bits) {
  double product = 1;
  for (std::size_t i = 0; i < probabilities.size(); ++i) {
    product *= (bits >> i & 1U) != 0 ? probabilities[i] : 1 - probabilities[i];
  }
  return product;
}

inline double table_probability(const std::vector<bool>& table,
                                const std::vector<double>& probabilities) {
  double sum = 0;
  for (std::uint64_t bits = 0; bits < table.size(); ++bits) {
    if (table[bits]) sum += state_probability(probabilities, bits);
  }
  return sum;
}

}  // namespace nemawashi::tests
