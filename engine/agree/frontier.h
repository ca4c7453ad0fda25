// SPDX-License-Identifier: Apache-2.0
// The packages between chosen parties that no other package betters for one without costing
// another, over the feasible or the ratifiable packages. Other parties, limits, links and gates
// are carried along (engine/trees/frontier.h), never filtered afterwards.
#pragma once

#include "engine/agree/search.h"

namespace nemawashi::agree {

enum class Over { feasible, ratifiable };

struct FrontierQuestion {
  std::vector<model::PartyIndex> between;  ///< with interests; at least one
  Over over = Over::ratifiable;
  model::Certainty certainty = model::Certainty::central;  ///< of R; points are at central weights
  std::size_t members = 20;                                ///< packages kept for each point
};

struct WorthPoint {
  std::vector<Rational> worth;  ///< one a party of `between`
  Integer packages;             ///< how many attain it, ties kept
  std::vector<model::Package> members;
};

struct Frontier {
  std::vector<WorthPoint> points;  ///< by falling worth of the first party
  Integer unvisited = 0;           ///< packages not looked at; 0: proved
};

/// Packages in which a chosen party's worth is unknown (a blank) are left out.
Frontier frontier(const Problem& problem, const FrontierQuestion& question,
                  const SearchOptions& options);

}  // namespace nemawashi::agree
