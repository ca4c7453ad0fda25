// SPDX-License-Identifier: Apache-2.0
// What a case should have a second look at, as far as it is seen without a search: bounds per
// issue and level, and what rests on what. What only a search decides is named in an information
// `unchecked`; `check --deep` (engine/agree) decides it.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/model/case.h"
#include "engine/model/findings.h"

namespace nemawashi::model {

/// All findings below. Facts are taken in the default reading of the claims. Errors are sources
/// that must not be shipped; everything else is a warning or an information. Cost: linear in the
/// case, but for bounds of limits, whose work is options x effects and stops at a budget, said in
/// `unchecked`.
base::Diagnostics check(const Case& a_case);

// The parts, each adding to the findings.

void check_question(const Case& a_case, Findings& findings);    ///< question, next step
void check_parties(const Case& a_case, Findings& findings);     ///< gates, refusals, who is asked
void check_sources(const Case& a_case, Findings& findings);     ///< sources, basis, claims
void check_conditions(const Case& a_case, Findings& findings);  ///< conditions never met
void check_interests(const Case& a_case, Findings& findings);   ///< ranges, double counting
void check_expectations(const Case& a_case, Findings& findings);
void check_house(const Case& a_case, Findings& findings);  ///< floors, dates, what is for nothing

/// Whether there are interests, and no option changes the level of any: then every package is worth
/// the same to a party, and answers mean nothing yet.
bool no_option_matters(const Case& a_case);

/// Whether bounds decided all that they can.
enum class Coverage { full, budget_spent };
/// Limits that never or always bind, options and `wants` that limits exclude.
Coverage check_limits(const Case& a_case, Findings& findings);

}  // namespace nemawashi::model
