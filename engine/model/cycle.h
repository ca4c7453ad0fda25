// SPDX-License-Identifier: Apache-2.0
// Cycles in trees and rules.
#pragma once

#include <cstddef>
#include <vector>

namespace nemawashi::model {

/// The nodes of a cycle in order, or none: `next[i]` are the nodes that i points to. If there are
/// several cycles, the first that a search in order of nodes meets. Cost: nodes and arrows.
std::vector<std::size_t> find_cycle(const std::vector<std::vector<std::size_t>>& next);

}  // namespace nemawashi::model
