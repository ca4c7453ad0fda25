// SPDX-License-Identifier: Apache-2.0
// Why so little passes for all weights: parties that can be certain of no feasible package, and the
// weights that decide it.
//
// With pure ranks one vertex puts all weight on the first swing, so that R_necessary is often empty
// by construction; the answer then names the party and that vertex, instead of leaving it a riddle.
#pragma once

#include "engine/agree/search.h"

namespace nemawashi::agree {

struct NeverCertain {
  model::PartyIndex party;
  /// Allowed weights at which no feasible package that asks the party reaches its reservation;
  /// nothing if it takes several vertices together.
  std::optional<model::WeightVector> weights;
};

/// Parties of gates, with interests, whose worth test (refusals and rules apart) is passed for all
/// weights in no feasible package that asks them. Parties with a level that is unknown in one of
/// these packages are left out, and all where the search was stopped. Cost: a search, with a
/// threshold for each vertex.
std::vector<NeverCertain> never_certain(const Problem& problem, const SearchOptions& options);

}  // namespace nemawashi::agree
