// SPDX-License-Identifier: Apache-2.0
// How far a test is missed where it is missed least, over a set of packages.
#pragma once

#include "engine/agree/search.h"

namespace nemawashi::agree {

/// The greatest value over the set of the least (or greatest) of several sums, and the packages
/// that attain it; nothing if the set is empty. `sums` is not empty.
struct Extreme {
  Rational value;
  trees::Node where = trees::kNothing;
};
std::optional<Extreme> greatest_of_least(trees::DiagramStore& store, trees::Node set,
                                         const std::vector<trees::WeightedSum>& sums);
std::optional<Extreme> greatest_of_greatest(trees::DiagramStore& store, trees::Node set,
                                            const std::vector<trees::WeightedSum>& sums);

/// The party's greatest gain, at the certainty, over the packages of the set in which it is known,
/// and where. Cost: a threshold for each vertex, several for `necessary`.
std::optional<Extreme> greatest_gain(const Problem& problem, const Block& block, trees::Node set,
                                     model::PartyIndex party, model::Certainty certainty);

}  // namespace nemawashi::agree
