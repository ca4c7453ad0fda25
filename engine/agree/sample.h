// SPDX-License-Identifier: Apache-2.0
// Packages drawn uniformly, each draw by itself, from a set of ratifiable packages that may be far
// too large to list.
#pragma once

#include <cstdint>

#include "engine/agree/nearest.h"

namespace nemawashi::agree {

struct SampleRequest {
  std::size_t draws = 0;
  std::uint64_t seed = 1;
};

struct Sample {
  PackageSet set;
  SampleRequest request;
  Integer drawn_from = 0;                ///< how many packages the set has
  std::vector<model::Package> packages;  ///< in the order drawn; the same one may come twice
  Integer unvisited = 0;  ///< packages not looked at; unless 0 nothing is drawn, since the chances
                          ///< would be unequal
};

/// None if the set is empty. Draw d is a function of the set, the seed and d: neither blocks nor
/// the number of draws change it. Cost: two searches, then issues x options a draw.
Sample sample(const Problem& problem, const PackageSet& set, const SampleRequest& request,
              const SearchOptions& options);

}  // namespace nemawashi::agree
