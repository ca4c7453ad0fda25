// SPDX-License-Identifier: Apache-2.0
// The question "what could all accept?", answered with its reasons.
#pragma once

#include "engine/agree/adjusted_winner.h"
#include "engine/agree/conflicts.h"
#include "engine/agree/counts.h"
#include "engine/agree/nash.h"
#include "engine/agree/nearest.h"
#include "engine/agree/never_certain.h"
#include "engine/agree/objections.h"
#include "engine/agree/optima.h"
#include "engine/agree/solutions.h"
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

/// What the packages of one scope come to.
struct ScopeAnswer {
  agree::Counts counts;
  std::optional<agree::Frontier> frontier;
  std::optional<agree::NashSolution> nash;    ///< nothing without interests
  std::optional<agree::Solutions> solutions;  ///< the others; nothing without interests
  std::optional<agree::Optima> optima;        ///< the best product and sum by bounds, where the two
                                              ///< above were stopped and more is known of them so
  std::optional<agree::AdjustedWinner> adjusted_winner;  ///< where issues are divisible
  std::vector<NearestAnswer> nearest;   ///< to the named package, else to that without changes if
                                        ///< every issue has a default; issues not held to the scope
  std::vector<ListedPackage> list;      ///< of R under the question's certainty
  bool list_proved = true;              ///< false: stopped, others may belong among these
  bool list_cut_in_tie = false;         ///< others have the last value too (not told of products)
  std::optional<agree::Sample> sample;  ///< of the same set, where it is asked for
  bool complete = true;                 ///< false: stopped, some of these are bounds
};

struct AgreeAnswer {
  AgreeQuestion question;
  ScopeAnswer without;                        ///< overriding issues at `no`: never mixed with
  std::optional<ScopeAnswer> with_overrides;  ///< the other, which is given only if asked for
  std::vector<ClaimVariation> claims;         ///< each contested claim in use; without overrides
  std::vector<agree::NeverCertain> never_certain;  ///< why nothing passes for all weights
  /// Why nothing inside the question may pass (`open` where something does); without overrides.
  /// Nothing where the counts were stopped before they told.
  std::optional<agree::Conflicts> why;
  std::optional<agree::PackageReport> named;
  bool complete = true;  ///< false: stopped, some numbers are bounds
};

/// Cost: a few searches of the space, one more for each contested claim. Stopped early, what is
/// proved by then, marked as bounded.
AgreeAnswer answer(const model::Case& a_case, const AgreeQuestion& question,
                   const agree::SearchOptions& options);

/// The question's scope with overriding issues as told; what the question itself says of one stays.
agree::Problem problem_with(const model::Case& a_case, const AgreeQuestion& question,
                            agree::Overrides overrides);

/// Nearest to the named package, or to what stands; none where nothing stands and none is named.
/// What the counts of the problem, where they are given, prove to be empty is not searched.
std::vector<NearestAnswer> nearest_answers(const agree::Problem& problem,
                                           const AgreeQuestion& question,
                                           agree::Overrides overrides, const agree::Counts* counts,
                                           const agree::SearchOptions& options);

/// The parties whose gains, added up, order the list; none where it has another order, or where
/// nobody bargains or it was not found out who does.
std::vector<model::PartyIndex> gainers_of(const AgreeQuestion& question, const ScopeAnswer& answer);

/// The contested claims on which an effect, a limit or a refusal rests.
std::vector<model::ClaimIndex> contested_claims_in_use(const model::Case& a_case);

}  // namespace nemawashi::ask
