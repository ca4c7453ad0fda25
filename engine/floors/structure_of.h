// SPDX-License-Identifier: Apache-2.0
// The Boolean structure below one gate of a fault tree. Cost: linear in the terms it reaches; of
// `equal` and `between` a few gates each.
#pragma once

#include "engine/floors/fault_trees.h"
#include "engine/trees/structure.h"

namespace nemawashi::floors {

struct TopStructure {
  trees::Structure structure;
  std::vector<std::uint32_t> events;  ///< by component, in the order in which they are met
};

TopStructure structure_of(const FaultTrees& trees, std::uint32_t gate);

}  // namespace nemawashi::floors
