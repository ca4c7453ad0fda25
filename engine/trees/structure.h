// SPDX-License-Identifier: Apache-2.0
// A Boolean structure: what holds at the top, as gates over components that are there or not.
//
// Components are numbers; a gate has operands that are components or earlier gates, each as it is
// or negated, so a structure has no cycle. Knows no case: what a component means, and whether its
// holding is a failure or a strength, is for the caller to say.
#pragma once

#include <cstdint>
#include <vector>

namespace nemawashi::trees {

/// A component (`item` below the number of components) or the gate `item - components`.
struct Operand {
  std::uint32_t item = 0;
  bool negated = false;
  friend bool operator==(const Operand&, const Operand&) = default;
  friend auto operator<=>(const Operand&, const Operand&) = default;
};

enum class GateKind {
  all,       ///< every operand holds; without operands: true
  any,       ///< some operand holds; without operands: false
  at_least,  ///< at least `least` of the operands hold, one named twice counts twice
  odd,       ///< an odd number of operands hold
};

struct Gate {
  GateKind kind = GateKind::all;
  std::uint32_t least = 0;  ///< of at_least
  std::vector<Operand> operands;
  friend bool operator==(const Gate&, const Gate&) = default;
};

struct Structure {
  std::uint32_t components = 0;
  std::vector<Gate> gates;  ///< operands of each: components and gates before it
  Operand top;

  bool is_component(std::uint32_t item) const { return item < components; }
  const Gate& gate(std::uint32_t item) const { return gates[item - components]; }
};

/// Whether each item holds where these components do: the components, then the gates. Cost: the
/// operands.
std::vector<bool> item_values(const Structure& structure, const std::vector<bool>& components);

/// Whether the top holds where these components do. Cost: the operands.
bool holds(const Structure& structure, const std::vector<bool>& components);

/// The same seen from the other side: its top holds exactly where the structure's does not, with
/// each component the other way round (De Morgan). Cost: the operands.
Structure dual(const Structure& structure);

/// The same function, smaller: constants and gates of one operand are gone, equal gates are one, a
/// gate that only another one of its kind asks is merged into it, and components that stand side by
/// side wherever they stand have a gate of their own, so that they become a module. The top may be
/// a component, or a gate without operands. Cost: a few passes over the operands.
Structure simplified(const Structure& structure);

}  // namespace nemawashi::trees
