// SPDX-License-Identifier: Apache-2.0
// What can be said of bargaining over R0 by bounds alone, where R is too large to be compiled: who
// bargains, the best product and the best sum of their gains (optimum.h).
#pragma once

#include "engine/agree/optimum.h"

namespace nemawashi::agree {

struct Optima {
  /// Nothing: not found out. Then, and where nobody bargains, the product and the sum are nothing.
  std::optional<Bargaining> bargaining;
  /// The Nash product, among packages in which every bargaining party gains.
  std::optional<Optimum> product;
  /// The utilitarian sum, over R0.
  std::optional<Optimum> sum;
  /// A package of R_central, whoever bargains; nothing if it is proved that there is none.
  std::optional<model::Package> ratifiable;
  bool proved() const { return product && product->proved() && sum && sum->proved(); }
};

/// Cost: a search for each way in which gates are asked, and two more. Nothing where not even one
/// package, or that there is none, was found: stopped, or beyond the limits of `wanted`.
std::optional<Optima> optima(const Problem& problem, const OptimumOptions& wanted,
                             const SearchOptions& options);

}  // namespace nemawashi::agree
