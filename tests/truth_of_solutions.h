// SPDX-License-Identifier: Apache-2.0
// The bargaining solutions by their definitions, from the list of all packages.
#pragma once

#include <vector>

#include "engine/agree/solutions.h"
#include "tests/oracle.h"

namespace nemawashi::tests {

/// A package of R0 with the gains of the bargaining parties.
struct Bargain {
  model::Package package;
  Vector gains;
};

std::vector<Bargain> true_r0(const Truth& truth, const std::vector<model::PartyIndex>& parties);

/// The packages of R0 that no other has the better of, in the solution's sense.
std::vector<Bargain> true_solution(agree::Solution solution, const std::vector<Bargain>& r0);

/// Whether one is at least as good for every party and better for one.
bool dominates(const Vector& a, const Vector& b);

}  // namespace nemawashi::tests
