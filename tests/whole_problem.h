// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/agree/space.h"

namespace nemawashi::tests {

/// Consent to every package of the case, its one claim true, overrides set aside.
inline agree::Problem whole_problem(const model::Case& a_case) {
  return {a_case, {true}, agree::whole_scope(a_case, agree::Overrides::fixed_at_no)};
}

}  // namespace nemawashi::tests
