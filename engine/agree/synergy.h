// SPDX-License-Identifier: Apache-2.0
// Complements and substitutes: pairs of steps that are worth more, or less, to a party together
// than one by one.
//
// For options o1 and o2 of two issues, neither a default, every other issue at its default:
// u(o1, o2) - u(o1) - u(o2) + u(defaults), exact, at the party's central weights. Positive:
// complements; negative: substitutes; 0, and left out, where they share neither a link nor a level
// whose value bends.
#pragma once

#include "engine/agree/linking.h"

namespace nemawashi::agree {

struct StepPair {
  Step first;  ///< of the issue that stands first in the case
  Step second;
  Rational together;  ///< what the pair is worth beyond the sum of both
};

struct Synergy {
  model::PartyIndex party;
  Integer pairs = 0;            ///< how many are not 0
  std::vector<StepPair> first;  ///< the greatest by absolute value, then by issue and option
};

/// By party with interests, in the order of the case; parties without such a pair are left out,
/// and pairs of which one step or both together break a limit (there would be nothing to compare),
/// that take a step the party refuses (nothing would make up for it), or in which one of the four
/// worths is not known. Nothing where an issue has no default. Options outside the scope
/// are left out. Cost: options^2 / 2 evaluations a party.
std::vector<Synergy> synergies(const Problem& problem, std::size_t most,
                               const SearchOptions& options);

}  // namespace nemawashi::agree
