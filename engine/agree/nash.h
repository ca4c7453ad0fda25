// SPDX-License-Identifier: Apache-2.0
// The Nash solution over R0: the packages of R_central in which no bargaining party has a negative
// gain. Source: Nash 1950; for discrete sets and parties that may gain nothing, the maximisers
// among the packages with the largest number of gaining parties (Mariotti 1998 discusses such
// extensions).
#pragma once

#include "engine/agree/bargaining.h"
#include "engine/trees/product.h"

namespace nemawashi::agree {

struct NashSet {
  std::vector<model::PartyIndex> gaining;  ///< whose product is compared; products of different
                                           ///< sets never are
  Rational product;
  Integer packages = 0;                   ///< how many attain it
  std::vector<model::Package> ranked;     ///< the best first, as many as asked for
  std::vector<Rational> ranked_products;  ///< their products; those equal to `product` attain it
};

struct NashSolution {
  Bargaining bargaining;
  std::vector<NashSet> sets;  ///< none if R0 is empty or nobody bargains; several if
                              ///< as many gain in several ways
  Integer r0_packages = 0;
  Integer unvisited = 0;  ///< packages not looked at; 0: proved
};

/// What to list for each set: at most so many packages, those that attain the product or also those
/// behind them. Ties of the best are all counted, whatever is listed.
struct NashListing {
  std::size_t packages = 20;
  trees::Listing listing = trees::Listing::best_first;
};

NashSolution nash(const Problem& problem, const Bargaining& bargaining, const NashListing& listing,
                  const SearchOptions& options);

}  // namespace nemawashi::agree
