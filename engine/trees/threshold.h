// SPDX-License-Identifier: Apache-2.0
// The set of assignments where an exact weighted sum reaches a threshold, as a decision diagram.
//
// Source: Abio, Nieuwenhuis, Oliveras, Rodriguez-Carbonell and Mayer-Eichberger, "A new look at
// BDDs for pseudo-Boolean constraints", JAIR 45 (2012): each node is kept with the interval of
// thresholds for which it is the right one, so that equal sets are found before they are built.
// Here over variables with several values, and with the state of links and bent terms beside the
// threshold (layered_sum.h). Cost: one
// visit for each node, state and interval, where the bounds on what is still to come are attained.
#pragma once

#include "engine/trees/diagram.h"
#include "engine/trees/weighted_sum.h"

namespace nemawashi::trees {

/// {assignments : sum >= threshold}. Asked again of the same store, it is remembered. Throws
/// NodeLimitReached and WorkStopped like the store.
Node at_least(DiagramStore& store, const WeightedSum& sum, const Rational& threshold);

/// {assignments : sum <= threshold}.
Node at_most(DiagramStore& store, const WeightedSum& sum, const Rational& threshold);

}  // namespace nemawashi::trees
