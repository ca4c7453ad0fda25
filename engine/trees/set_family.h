// SPDX-License-Identifier: Apache-2.0
// Families of minimal sets as zero-suppressed decision diagrams, read off a binary diagram.
//
// A set of components that holds is minimal where no part of it holds: for a failure that is a
// minimal cut set; for the function seen from the other side (dual), a minimal path set. Sources:
// Minato, "Zero-suppressed BDDs for set manipulation in combinatorial problems", DAC 1993; Rauzy,
// "New algorithms for fault trees analysis", Reliability Engineering and System Safety 40 (1993),
// whose `without` removes from one family what contains a set of another.
//
// Where a function is not monotone, its minimal sets are those of the least monotone function above
// it: the absence of a component is taken as given unless the same set names its presence (Rauzy,
// "Mathematical foundation of minimal cutsets", IEEE Transactions on Reliability 50, 2001). They
// are fewer than the prime implicants and no cover of them is exact, but each is a set of
// components whose failure, all others working, is one of the system.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/trees/binary_store.h"

namespace nemawashi::trees {

/// A node of a family: the sets of `with`, each with this level's variable added, and those of
/// `without`. Two constants: no set at all, and the set without elements alone.
struct FamilyNode {
  std::uint32_t level = 0;
  std::uint32_t with = 0;
  std::uint32_t without = 0;
};
inline constexpr std::uint32_t kNoSets = 0;
inline constexpr std::uint32_t kEmptySet = 1;

/// Children before parents; the first two nodes are the constants.
struct SetFamily {
  std::vector<FamilyNode> nodes;
  std::uint32_t root = kNoSets;
};

/// Which variables are turned round before minimal sets are read: by level.
using Turned = std::vector<bool>;

/// The minimal sets of levels (those not turned: present; turned: absent) at which the function
/// holds. Throws NodeLimitReached and WorkStopped; about 40 bytes a node. Cost: without a useful
/// bound; in practice near the sizes of diagram and family.
SetFamily minimal_family(const BinaryDiagram& diagram, Edge root, const Turned& turned,
                         StoreLimits limits = {});

}  // namespace nemawashi::trees
