// SPDX-License-Identifier: Apache-2.0
// What each party could get at best and at worst among the packages that pass: its gain at central
// weights, and each level that it cares for, each by itself.
#pragma once

#include "engine/agree/nearest.h"

namespace nemawashi::agree {

struct Range {
  Rational least;
  Rational greatest;
  friend bool operator==(const Range&, const Range&) = default;
};

struct PartyExtremes {
  model::PartyIndex party;
  bool asked = false;          ///< in some package of the set
  std::optional<Range> gain;   ///< nothing where it is known in no package of the set
  model::Package least_in;     ///< a package with the least gain, and
  model::Package greatest_in;  ///< one with the greatest
  std::vector<Range> levels;   ///< by interest of the party; none where `gain` is nothing
};

struct Extremes {
  /// R of this certainty, inside the question unless no package of it is.
  PackageSet over;
  Integer packages = 0;                ///< of that set; 0: nothing passes anywhere
  std::vector<PartyExtremes> parties;  ///< with interests, in the order of the case
  Integer unvisited = 0;
};

/// Packages in which a level that the party cares for is not known are left out for it. Cost: a
/// pass over the set's diagram for each gain and level, twice.
Extremes extremes(const Problem& problem, model::Certainty certainty, const SearchOptions& options);

}  // namespace nemawashi::agree
