// SPDX-License-Identifier: Apache-2.0
// The sets of packages that the answers are about, as decision diagrams over one space: feasible,
// inside the question, and ratifiable under each certainty.
//
// Each party's yes is compiled by itself over the issues that move it (threshold diagrams, one a
// vertex of its weights), so that a partial package is dropped as soon as no completion of it can
// pass; gates and the consent rule are then put together from the parties' diagrams. Parties'
// weights are independent and rules monotone, so necessary (possible) answers put into the rules
// give exactly the packages that pass for all (some) weights.
#pragma once

#include <array>

#include "engine/agree/space.h"
#include "engine/model/answer.h"

namespace nemawashi::agree {

inline constexpr std::array<model::Certainty, 3> kCertainties = {
    model::Certainty::necessary, model::Certainty::central, model::Certainty::possible};

struct Regions {
  trees::Node feasible = trees::kNothing;
  trees::Node wanted = trees::kNothing;     ///< inside the question; feasible or not
  std::array<trees::Node, 3> ratifiable{};  ///< and feasible; by certainty
  trees::Node under(model::Certainty certainty) const {
    return ratifiable[static_cast<std::size_t>(certainty)];
  }
};

/// Throws NodeLimitReached and WorkStopped like the store, whose domains are those of the space.
Regions regions(trees::DiagramStore& store, const model::Case& a_case,
                const model::Reading& reading, const Space& space);

/// The packages in which the party says yes.
trees::Node yes_region(trees::DiagramStore& store, const model::Case& a_case,
                       const model::Reading& reading, const Space& space, model::PartyIndex party,
                       model::Certainty certainty);

/// The packages in which every level that the party cares for is known.
trees::Node known_region(trees::DiagramStore& store, const model::Case& a_case,
                         const model::Reading& reading, const Space& space,
                         model::PartyIndex party);

}  // namespace nemawashi::agree
