// SPDX-License-Identifier: Apache-2.0
// The slow, obvious truth about a small case: every package listed, every definition of the design
// applied as it stands. Shares no code with engine/model/{levels,weights,answer} and engine/agree.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "engine/model/answer.h"
#include "engine/model/case.h"
#include "tests/polytope.h"

namespace nemawashi::tests {

/// By certainty: necessary, central, possible.
using ByCertainty = std::array<bool, 3>;

/// One party and one package. The numbers are there if it has interests and all levels are known.
struct PartyTruth {
  bool unknown = false;
  Vector differences;  ///< value - expected value without agreement, by interest
  std::optional<base::Rational> least;
  std::optional<base::Rational> central;
  std::optional<base::Rational> greatest;
  base::Rational worth;  ///< at central weights
  ByCertainty yes{};
};

struct PackageTruth {
  model::Package package;
  bool feasible = true;
  bool wanted = true;
  std::vector<PartyTruth> parties;
  ByCertainty consent{};
  bool ratifiable(std::size_t certainty) const { return feasible && consent[certainty]; }
};

struct PartyWeights {
  std::vector<Inequality> allowed;
  std::vector<Vector> vertices;
  Vector central;
};

struct Truth {
  std::vector<std::optional<PartyWeights>> weights;  ///< by party; nothing without interests
  std::vector<PackageTruth> packages;                ///< in the order of the issues' options
};

Truth truth_of(const model::Case& a_case, const model::Reading& reading);

/// The level in the package, nothing where it is unknown; and whether a limit in force is broken.
std::optional<base::Rational> level_in(const model::Case& a_case, const model::Reading& reading,
                                       std::size_t level, const model::Package& package);
bool breaks(const model::Case& a_case, const model::Reading& reading, const model::Limit& limit,
            const model::Package& package);

/// Whether what stands or falls with the claim stands in the reading.
bool taken(const std::optional<model::ClaimIndex>& claim, const model::Reading& reading);

bool condition_holds(const model::Condition& condition, const model::Package& package);

/// The yes of every party where `worth_test(party)` says what its worth says; and the consent.
std::vector<bool> party_yes(const model::Case& a_case, const model::Reading& reading,
                            const model::Package& package, const std::vector<bool>& worth_test);
bool consents(const model::Case& a_case, const model::Package& package,
              const std::vector<bool>& yes);

}  // namespace nemawashi::tests
