// SPDX-License-Identifier: Apache-2.0
// Some assignments of a set, in order.
#pragma once

#include "engine/trees/best_first.h"

namespace nemawashi::trees {

/// The first `count` assignments in the order. Cost: the diagram once, then variables x domain for
/// each assignment (best_first.h).
std::vector<Assignment> first_assignments(DiagramStore& store, Node root, std::size_t count,
                                          const AssignmentOrder& order = {});

/// All of them, in the order. Cost: variables x domain for each, and sorting; for sets that were
/// counted before.
std::vector<Assignment> all_assignments(const DiagramStore& store, Node root,
                                        const AssignmentOrder& order = {});

}  // namespace nemawashi::trees
