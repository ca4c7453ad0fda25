// SPDX-License-Identifier: Apache-2.0
// For a monotone property of sets ("giving up these opens it"): the minimal sets that have it, and
// the minimal sets of which every set that has it contains something (its minimal blocks).
//
// The two families are each other's minimal hitting sets: minimal correction sets and minimal
// unsatisfiable sets where the property is satisfiability (Reiter 1987). They are enumerated
// together by MARCO (Liffiton, Previti, Malik and Marques-Silva, "Fast, flexible MUS enumeration",
// Constraints 2016): a map of the sets that what is known does not decide; a set from it that does
// not have the property is grown as far as it goes, and what is left out is a block. Here the map
// is a decision diagram over a variable for each element, and the set taken from it is always one
// of the fewest elements: if it has the property, then no smaller one has, so it is minimal without
// a test, and minimal sets come out by number of elements. Cost: a test for each minimal set, as
// many as there are elements for each block, and the map. Knows no case.
#pragma once

#include <functional>
#include <vector>

#include "engine/base/control.h"

namespace nemawashi::trees {

/// A subset of the elements 0 .. n - 1, by element.
using ElementSet = std::vector<bool>;

struct MinimalSets {
  std::vector<ElementSet> opening;   ///< minimal with the property, by number of elements
  std::vector<ElementSet> blocking;  ///< minimal such that each opening set has one of them
  bool complete = true;              ///< false: bounds were reached, there may be more of both
};

struct MinimalSetOptions {
  std::size_t most = 1000;  ///< sets of each family
  std::size_t map_nodes = 2'000'000;
  base::Control control = {};
  /// Called with each opening set when it is found: for what is to be kept whenever it stops.
  std::function<void(const ElementSet&)> opening_found = {};
};

/// `opens` must be monotone: what contains a set that opens, opens. If nothing opens, not even all
/// elements, there is one block, without elements. Stopped, also by a WorkStopped of `opens`, what
/// is known by then is returned as not complete; other exceptions pass through.
MinimalSets minimal_sets(std::size_t elements, const std::function<bool(const ElementSet&)>& opens,
                         const MinimalSetOptions& options = {});

/// Whether every element of the part is one of the whole.
bool contains(const ElementSet& whole, const ElementSet& part);

/// Those of the sets that contain no other one, each once, by number of elements, then by elements.
std::vector<ElementSet> minimal_of(std::vector<ElementSet> sets);

}  // namespace nemawashi::trees
