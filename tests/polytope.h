// SPDX-License-Identifier: Apache-2.0
// The weights that a party's statement allows, from the definition alone: a system of inequalities
// whose vertices are found by making every choice of constraints tight and solving. The slow twin
// of engine/model/weights.h; shares no code with it.
#pragma once

#include <vector>

#include "engine/base/random.h"
#include "engine/model/case.h"

namespace nemawashi::tests {

using Vector = std::vector<base::Rational>;

/// `coefficients` . w >= least.
struct Inequality {
  Vector coefficients;
  base::Rational least;
};

/// w >= 0 and what is stated; sum w = 1 goes without saying.
std::vector<Inequality> inequalities(const model::Weights& weights, std::size_t interests);

/// All vertices, sorted. Cost: every choice of interests - 1 inequalities.
std::vector<Vector> vertices(const std::vector<Inequality>& inequalities, std::size_t interests);

/// Rank-order centroid as the mean over every ranking that breaks the ties; intervals: from the
/// least and greatest weight at any vertex; numbers: divided by their sum.
Vector central(const model::Weights& weights, const std::vector<Vector>& vertices);

/// A point of the polytope drawn without knowing its vertices.
Vector random_weights(base::Random& random, const model::Weights& weights);

bool allows(const std::vector<Inequality>& inequalities, const Vector& weights);

base::Rational dot(const Vector& a, const Vector& b);

}  // namespace nemawashi::tests
