// SPDX-License-Identifier: Apache-2.0
// What a transfer could do where worth alone is missing: never against a refusal or a limit, and
// only in a measure that the case marks as transferable.
//
// Looked at are relaxations of worth tests only, and of each the parties that have an interest of
// linear shape in a level of such a measure. The amount is the least by which that level would have
// to be better, in some package that the relaxation opens, for the party's test to be passed there;
// the other tests of the relaxation are passed otherwise. Beside it the parties that gain there and
// could give up that much of a level of the same measure and still not lose, each by itself.
#pragma once

#include "engine/agree/conflicts.h"

namespace nemawashi::agree {

/// Somebody who could bear it: the gain it would be left with, at the certainty.
struct Bearing {
  model::PartyIndex party;
  model::LevelIndex level;
  Rational gain_left;
};

struct Payment {
  std::size_t relaxation = 0;  ///< place in Conflicts::relaxations
  model::PartyIndex party;     ///< whose test is missed
  model::LevelIndex level;     ///< in which it cares for the measure
  Rational amount;             ///< in the unit of the measure
  model::Package package;      ///< the first in which it is that little
  std::vector<Bearing> bearers;
};

struct Payments {
  std::vector<model::MeasureIndex> transferable;  ///< none: then there is nothing to look at
  std::vector<Payment> payments;                  ///< by relaxation, party and interest
  Integer unvisited = 0;
};

/// `conflicts` of the same problem. Cost: a search, and thresholds for each such interest.
Payments payments(const Problem& problem, const Conflicts& conflicts, const SearchOptions& options);

}  // namespace nemawashi::agree
