// SPDX-License-Identifier: Apache-2.0
// Levels and gains of a case as exact sums over the variables of a space.
#pragma once

#include "engine/agree/space.h"
#include "engine/model/answer.h"
#include "engine/model/weights.h"

namespace nemawashi::agree {

/// The level over the space under the reading, with blanks taken as 0 (see unknown_where).
trees::WeightedSum level_sum(const model::Case& a_case, const model::Reading& reading,
                             const Space& space, model::LevelIndex level);

/// Weighted differences to the reservation less the margin, at the given weights (one an interest
/// of the party), with blanks taken as 0.
trees::WeightedSum gain_sum(const model::Case& a_case, const model::Reading& reading,
                            const Space& space, model::PartyIndex party,
                            const model::WeightVector& weights);

/// The weights that the certainty looks at: all vertices, or the central ones.
std::vector<model::WeightVector> weights_at(const model::Case& a_case, model::PartyIndex party,
                                            model::Certainty certainty);

/// The gains at these weights, in their order.
std::vector<trees::WeightedSum> gain_sums(const model::Case& a_case, const model::Reading& reading,
                                          const Space& space, model::PartyIndex party,
                                          model::Certainty certainty);

/// The party's worth at central weights: sum of weight x value(level).
trees::WeightedSum central_worth_sum(const model::Case& a_case, const model::Reading& reading,
                                     const Space& space, model::PartyIndex party);

/// Its gain at central weights.
trees::WeightedSum central_gain_sum(const model::Case& a_case, const model::Reading& reading,
                                    const Space& space, model::PartyIndex party);

/// Where effects with a blank hold on the level, which is then unknown; that of today apart.
std::vector<model::Condition> unknown_where(const model::Case& a_case,
                                            const model::Reading& reading, model::LevelIndex level);

/// Where the party's gain is unknown: nullopt if everywhere, else conditions, any of which makes
/// it unknown (none: known everywhere).
std::optional<std::vector<model::Condition>> unknown_where(const model::Case& a_case,
                                                           const model::Reading& reading,
                                                           model::PartyIndex party);

}  // namespace nemawashi::agree
