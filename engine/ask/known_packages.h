// SPDX-License-Identifier: Apache-2.0
// What single packages prove where a search was stopped: those that another search has found, and a
// few that need none (what stands, single steps from it, what is asked about or named by the case).
// Each is looked at by itself.
#pragma once

#include "engine/ask/agree.h"

namespace nemawashi::ask {

/// A package of a problem's scope that breaks no limit under its reading.
struct KnownPackage {
  model::Package package;
  bool inside_question = false;
  model::Yes consent;
};

/// Of all that the answer holds and of those that need no search; each once, in their order. Cost:
/// an evaluation each, of those that need no search at most 200.
std::vector<KnownPackage> known_packages(const agree::Problem& problem,
                                         const AgreeQuestion& question, const ScopeAnswer& answer);

/// The same packages, looked at under another reading.
std::vector<KnownPackage> known_under(const agree::Problem& problem, const model::Reading& reading,
                                      const std::vector<KnownPackage>& known);

/// There are at least as many as are known.
void count_known(const std::vector<KnownPackage>& known, agree::Counts& counts);

/// Puts them into the list and among the nearest packages, where these were stopped. Nearest
/// packages may lie outside the problem's scope; of known ones, those inside are looked at.
void take_known(const agree::Problem& problem, const AgreeQuestion& question,
                agree::Overrides overrides, const std::vector<KnownPackage>& known,
                ScopeAnswer& answer);

}  // namespace nemawashi::ask
