// SPDX-License-Identifier: Apache-2.0
// How likely the top of a compiled structure is where components hold independently, and what each
// component has to do with it.
//
// Sources: Shannon's expansion along the diagram, each node once (Rauzy 1993); the derivative for
// all components in one pass downward (Dutuit and Rauzy, "Efficient algorithms to assess component
// and gate importance in fault tree analysis", Reliability Engineering and System Safety 72, 2001);
// Birnbaum 1969. The function of independent probabilities is linear in each of them, so both
// conditional probabilities follow from the derivative. Cost: linear in the diagrams. In doubles,
// each rounded a few times a level; exact where rationals are asked for.
#pragma once

#include <optional>

#include "engine/base/number.h"
#include "engine/trees/compiled.h"

namespace nemawashi::trees {

/// `probabilities` by component, each in 0..1.
double top_probability(const Compiled& compiled, const std::vector<double>& probabilities);

/// Exact; digits grow with the components.
base::Rational top_probability(const Compiled& compiled,
                               const std::vector<base::Rational>& probabilities);

/// Nothing where the quotient is no finite number: the importance measures are quotients by the
/// top.
std::optional<double> ratio(double numerator, double denominator);

/// Of one component, with what the top's probability is where it holds for certain, and where it
/// certainly does not.
struct Importance {
  double birnbaum = 0;  ///< with - without: the derivative
  double with = 0;
  double without = 0;
};

/// By component; those that the structure does not ask have birnbaum 0.
std::vector<Importance> importance(const Compiled& compiled,
                                   const std::vector<double>& probabilities);

}  // namespace nemawashi::trees
