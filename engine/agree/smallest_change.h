// SPDX-License-Identifier: Apache-2.0
// For each party that objects to a package: the smallest change of the package that meets its
// stated objections, its refusals and its worth test, and raises none that was absent. None of its
// own may hold then, whether or not a gate still asks it.
//
// Raised is an objection where a limit that the package keeps is broken, where another party's
// refusal or worth test that it passes is no longer passed though that party is asked, or where a
// gate that is open or says yes no longer is so. What others object to already may stay, and a
// limit that is broken already too. A refusal is not a price: this says which steps a refusal and a
// worth test speak of, not what would win anybody.
#pragma once

#include "engine/agree/elements.h"
#include "engine/agree/nearest.h"

namespace nemawashi::agree {

struct SmallestChange {
  model::PartyIndex party;
  std::vector<Element> objections;  ///< which are met: its refusals that hold, its worth test
  Nearest nearest;                  ///< ties counted; no member if nothing in the scope does it
  // Of the first member:
  std::vector<model::LimitIndex> still_broken;     ///< as by the package
  std::vector<model::PartyIndex> still_objecting;  ///< of those asked
  bool still_asked = true;                         ///< the party
  bool answers_question = true;
};

/// Parties that some gate which the package asks is of, or whose yes its rule needs, in the order
/// of the case. Cost: one search, in which each objecting party is a conjunction.
std::vector<SmallestChange> smallest_changes(const Problem& problem, const model::Package& from,
                                             model::Certainty certainty, std::size_t members,
                                             const SearchOptions& options);

}  // namespace nemawashi::agree
