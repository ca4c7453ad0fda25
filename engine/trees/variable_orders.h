// SPDX-License-Identifier: Apache-2.0
// Orders in which a structure's components may be asked. Which one gives the smallest decision
// diagram cannot be known beforehand, so several are tried (compiled.h).
//
// Sources: depth-first and leftmost (Fujita, Fujisawa and Kawato, ICCAD 1988), with the operands as
// they stand, by what is below them, or by how often they are asked; by level (Malik, Wang, Brayton
// and Sangiovanni-Vincentelli, ICCAD 1988); by weight handed down and taken away again (Minato,
// Ishiura and Yajima, DAC 1990). Cost: linear in the operands but for the last, which takes a pass
// for each component and is left out of structures where that is too much.
#pragma once

#include "engine/trees/structure.h"

namespace nemawashi::trees {

/// Each a permutation of the components, without equal ones.
std::vector<std::vector<std::uint32_t>> variable_orders(const Structure& structure);

}  // namespace nemawashi::trees
