// SPDX-License-Identifier: Apache-2.0
// The question "what could all accept?", answered with its reasons.
#pragma once

#include "engine/agree/counts.h"
#include "engine/agree/nash.h"
#include "engine/agree/nearest.h"
#include "engine/agree/never_certain.h"
#include "engine/agree/objections.h"
#include "engine/ask/request.h"

namespace nemawashi::ask {

/// The counts with one contested claim taken as true and as false, all else as in the reading.
struct ClaimVariation {
  model::ClaimIndex claim;
  agree::Counts if_true;
  agree::Counts if_false;
};

struct NearestAnswer {
  agree::PackageSet set;
  agree::Nearest nearest;
};

/// A listed package; `rank` is what the list is ordered by, where it is.
struct ListedPackage {
  model::Package package;
  std::optional<base::Rational> rank;
};

struct AgreeAnswer {
  AgreeQuestion question;
  agree::Counts counts;                          ///< overriding issues at `no`
  std::optional<agree::Counts> with_overrides;   ///< if asked for
  std::vector<ClaimVariation> claims;            ///< each contested claim in use
  std::vector<agree::NeverCertain> never_certain;  ///< why nothing passes for all weights
  std::optional<agree::Frontier> frontier;
  std::optional<agree::NashSolution> nash;       ///< nothing without interests
  std::optional<agree::PackageReport> named;
  std::vector<NearestAnswer> nearest;            ///< to the named package
  std::vector<ListedPackage> list;               ///< of R under the question's certainty
  bool complete = true;                          ///< false: stopped, some numbers are bounds
};

/// Cost: a few searches of the space, one more for each contested claim. Stopped early, what is
/// proved by then, marked as bounded.
AgreeAnswer answer(const model::Case& a_case, const AgreeQuestion& question,
                   const agree::SearchOptions& options);

/// The contested claims on which an effect, a limit or a refusal rests.
std::vector<model::ClaimIndex> contested_claims_in_use(const model::Case& a_case);

}  // namespace nemawashi::ask
