// SPDX-License-Identifier: Apache-2.0
// How many ways there are that share nothing: the greatest number of path sets no two of which have
// a component in common.
//
// At most as many as the smallest cut set has components, since each path meets every cut. The
// number is found by taking or leaving the paths in turn, with that bound and what is left as
// bounds (maximum set packing, Karp 1972: no quick way is known). Cost: exponential in the paths
// at worst, so it stops after a number of steps and says what it has.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace nemawashi::house {

struct DisjointPaths {
  std::size_t at_least = 0;
  std::size_t at_most = 0;
};

enum class Listed { all, some };

/// `paths`: minimal path sets, components rising; `smallest_cut`: the size of a smallest cut set.
DisjointPaths disjoint_paths(const std::vector<std::vector<std::uint32_t>>& paths, Listed listed,
                             std::size_t smallest_cut);

}  // namespace nemawashi::house
