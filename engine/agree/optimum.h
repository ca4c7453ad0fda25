// SPDX-License-Identifier: Apache-2.0
// The best package of R for a sum or a product of gains, with a proved bound, where R is too large
// to be compiled: the worth tests and the limits on levels, which make it large, are kept outside
// the diagrams, as sides (engine/trees/constrained.h).
//
// R is the union, over coalitions, of the packages in which the parties of the coalition reach
// their worth and the consent rule holds even if no other party does. Rules are monotone, so only
// coalitions count of which no part suffices for the same packages; a party without which nothing
// passes is in all of them. Each is searched by itself, the most promising first, for what is
// better than the best so far. At central weights, over R_central or, in it, R0 (bargaining.h).
#pragma once

#include "engine/agree/bargaining.h"

namespace nemawashi::agree {

/// Ties are not counted: other packages may attain the same.
struct Optimum {
  std::optional<model::Package> package;  ///< the best found
  std::vector<Rational> gains;            ///< its gains, by party asked about
  std::optional<Rational> value;          ///< their sum or product
  /// No package has more; nothing, if it is proved that there is no package.
  std::optional<Rational> bound;
  bool proved() const { return bound == value; }
};

enum class Among {
  ratifiable,  ///< R_central
  r0,          ///< those of R_central in which none of the parties asked about has a negative gain
};

struct OptimumOptions {
  Among among = Among::ratifiable;  ///< of a product always R0
  std::size_t coalitions = 256;     ///< beyond, or with more than 12 parties in some of them only:
                                    ///< nothing is said
  std::size_t steps = std::numeric_limits<std::size_t>::max();  ///< partial packages looked at
};

/// The greatest sum of the parties' gains over the packages in which they are known; of no party:
/// whether there is a package.
/// Nothing if no bound can be given: stopped at once, or beyond the limits of `options`.
std::optional<Optimum> greatest_sum(const Problem& problem,
                                    const std::vector<model::PartyIndex>& parties,
                                    const OptimumOptions& wanted, const SearchOptions& options);

/// The greatest product of the bargaining parties' gains (`parties`, by index) over the packages of
/// R_central in which each has a positive one: the Nash solution (nash.h), if there is such a
/// package. A bound without a package says nothing about packages in which fewer gain.
std::optional<Optimum> greatest_product(const Problem& problem,
                                        const std::vector<model::PartyIndex>& parties,
                                        const OptimumOptions& wanted, const SearchOptions& options);

}  // namespace nemawashi::agree
