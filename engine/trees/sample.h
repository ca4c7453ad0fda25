// SPDX-License-Identifier: Apache-2.0
// Assignments of a set by their number, and numbers drawn uniformly: together exact uniform samples
// of sets that cannot be listed.
//
// Source: counting on decision diagrams (Knuth, The Art of Computer Programming, volume 4A, 7.1.4:
// random solutions of a Boolean function); rejection for bounds that are no power of two.
#pragma once

#include <cstdint>

#include "engine/trees/assignment.h"
#include "engine/trees/diagram.h"

namespace nemawashi::trees {

/// The assignment with this number, from 0, in the order in which the diagram asks its variables;
/// `number` is below the count of the set. Cost: variables x domain, after one count.
Assignment numbered(const DiagramStore& store, Counter& counter, Node root, base::Integer number);

/// Uniform in 0..bound-1 for a bound of at least 1, a function of seed and draw alone: as many
/// random bits as the bound has, drawn anew until they are below it.
base::Integer drawn_below(const base::Integer& bound, std::uint64_t seed, std::uint64_t draw);

}  // namespace nemawashi::trees
