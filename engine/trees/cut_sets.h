// SPDX-License-Identifier: Apache-2.0
// The minimal sets of a compiled structure, module by module: what must hold for the top to hold
// (cut sets, where holding is failing), and what must not for it not to (path sets).
//
// A module's family stands for one variable above it. Where a module holds although none of its
// components does, the variable stands for the module's absence instead, so that each family lacks
// the empty set and the families multiply. The meaning where structures are not monotone is that
// of set_family.h.
#pragma once

#include "engine/base/number.h"
#include "engine/trees/compiled.h"
#include "engine/trees/set_family.h"

namespace nemawashi::trees {

enum class Side {
  holds,  ///< minimal sets of components that, holding, make the top hold (cut sets)
  fails,  ///< minimal sets of components that, not holding, keep it from holding (path sets)
};

/// Sets of a compiled structure: families by module, over the levels of their diagrams.
struct CutSets {
  std::uint32_t components = 0;
  std::vector<std::vector<std::uint32_t>> items;  ///< by module and level
  std::vector<SetFamily> families;                ///< by module; the last is the top's
  std::size_t nodes() const;
};

/// Throws NodeLimitReached (`limits.nodes` for each module) and WorkStopped.
CutSets minimal_sets_of(const Compiled& compiled, Side side, const StoreLimits& limits = {});

/// How many sets. Cost: a multiplication and an addition a node.
base::Integer count(const CutSets& sets);

}  // namespace nemawashi::trees
