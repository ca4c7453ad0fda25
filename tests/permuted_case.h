// SPDX-License-Identifier: Apache-2.0
// A case with its rows in another order: nothing that is said about it may change.
#pragma once

#include <vector>

#include "engine/base/random.h"
#include "engine/model/case.h"

namespace nemawashi::tests {

/// `parties[p]` is the new position of party p, and so on.
struct PermutedCase {
  model::Case a_case;
  std::vector<std::size_t> issues;
  std::vector<std::vector<std::size_t>> options;  ///< by old issue
  std::vector<std::size_t> parties;
  std::vector<std::size_t> claims;
};

/// Issues, options, parties, gates, refusals, claims, baselines, levels, effects, limits, interests
/// (with their weights) and wants in a random order.
PermutedCase permuted(base::Random& random, const model::Case& a_case);

model::Package moved(const PermutedCase& permuted, const model::Package& package);
model::Reading moved(const PermutedCase& permuted, const model::Reading& reading);

}  // namespace nemawashi::tests
