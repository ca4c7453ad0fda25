// SPDX-License-Identifier: Apache-2.0
// Who objects to one package, at which gate, over what; and how that depends on contested claims.
#pragma once

#include <array>

#include "engine/agree/space.h"
#include "engine/model/answer.h"

namespace nemawashi::agree {

/// One reason why a gate does not say yes for certain. A gate has one objection for each refusal
/// that holds, one for its party's worth and one for its party's rule.
struct Objection {
  model::GateIndex gate;
  model::PartyIndex party;
  model::Verdict verdict = model::Verdict::objection;  ///< objection or cannot_tell
  std::optional<model::RefusalIndex> refusal;
  /// By worth: what is missing at the most favourable weights (an objection) or at the least
  /// favourable (cannot tell). Nothing for refusals, rules and unknown levels.
  std::optional<Rational> short_by;
  /// By worth: the interests whose levels lie below the reservation, the heaviest loss first.
  std::vector<model::InterestIndex> over;
  std::vector<model::LevelIndex> unknown;
  bool by_rule = false;     ///< a party that its rule asks for objects
  bool overridden = false;  ///< the package sets this gate aside; the objection remains
};

/// Over how many readings of the claims that touch a package it passes.
struct ReadingsVerdict {
  std::vector<model::ClaimIndex> claims;  ///< those that touch the package and were varied
  bool bounded = false;                   ///< more than kMostClaimsVaried touch it
  std::size_t readings = 0;
  std::size_t feasible = 0;
  std::array<std::size_t, 3> ratifiable{};  ///< by certainty
  /// By party: under how many readings an objection is found.
  std::vector<std::size_t> objection_found;
  /// By party: the claim, if there is one, such that an objection is found exactly in the readings
  /// that give it this value.
  struct Decider {
    model::ClaimIndex claim;
    bool value = true;
  };
  std::vector<std::optional<Decider>> decided_by;
};

inline constexpr std::size_t kMostClaimsVaried = 12;

struct PackageReport {
  model::Package package;
  bool inside_question = false;
  std::vector<model::LimitIndex> broken_limits;
  std::vector<model::PartyAnswer> answers;  ///< by party
  model::Yes consent;                       ///< of the gates; feasibility apart
  std::vector<Objection> objections;
  ReadingsVerdict readings;
};

/// Whether a report looks at the other readings of the claims as well.
enum class Readings { all, only_this };

/// Cost: 2^(claims that touch it) evaluations of the package; one with Readings::only_this.
PackageReport package_report(const model::Case& a_case, const model::Reading& reading,
                             const model::Package& package, Readings readings = Readings::all);

/// Whether it is ratifiable: no limit broken and the consent rule holds.
bool is_ratifiable(const PackageReport& report, model::Certainty certainty);

/// The parties whose gates the package escapes only by setting them aside, each once, in the order
/// of the gates.
std::vector<model::PartyIndex> parties_overridden(const model::Case& a_case,
                                                  const model::Package& package);

/// The claims that something that holds in the package, or in a baseline, rests on.
std::vector<model::ClaimIndex> claims_touching(const model::Case& a_case,
                                               const model::Package& package);

}  // namespace nemawashi::agree
