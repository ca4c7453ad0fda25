// SPDX-License-Identifier: Apache-2.0
// Who bargains, and over which packages: what every bargaining solution starts from.
#pragma once

#include "engine/agree/search.h"

namespace nemawashi::agree {

/// Who bargains: by default the parties of gates that hold in some package of R_central, with
/// interests; of two parties one above the other in the tree, the upper is left out.
struct Bargaining {
  std::vector<model::PartyIndex> parties;
  std::vector<model::PartyIndex> left_out;  ///< the upper ones
  Integer unvisited = 0;  ///< packages not looked at; unless 0, others may bargain too
};

/// Everybody who could bargain, by index.
std::vector<model::PartyIndex> parties_with_interests(const model::Case& a_case);

/// Of the parties that are asked somewhere (by party), those that bargain.
Bargaining bargaining_of(const model::Case& a_case, const std::vector<bool>& asked);

Bargaining default_bargaining(const Problem& problem, const SearchOptions& options);

/// R0 within a block: the packages of R_central in which every bargaining party's gain is known and
/// not negative at its central weights.
struct BlockR0 {
  trees::Node packages = trees::kNothing;
  std::vector<trees::WeightedSum> gains;  ///< by bargaining party
  /// By bargaining party: some package of R_central has a gain for it that is known and not
  /// negative.
  std::vector<bool> willing_somewhere;
};

BlockR0 block_r0(const Problem& problem, const Bargaining& bargaining, const Block& block);

}  // namespace nemawashi::agree
