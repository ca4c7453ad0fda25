// SPDX-License-Identifier: Apache-2.0
// What only a search decides about a case: limits that jointly exclude options or answers, ranges
// that feasible packages leave, gates that are never asked, refusals that never hold.
#pragma once

#include "engine/agree/search.h"
#include "engine/base/diagnostic.h"

namespace nemawashi::agree {

/// Whether the search decides if packages leave the interest's range: its worth goes on beyond the
/// ends, and its level is known everywhere.
bool decides_range(const model::Case& a_case, const model::Interest& interest);

/// Findings over the feasible packages of the problem's scope and reading; an information
/// `unchecked` where the search was stopped. Cost: a search, and for each option, level and gate
/// one more pass over its diagrams.
base::Diagnostics deep_check(const Problem& problem, const SearchOptions& options);

}  // namespace nemawashi::agree
