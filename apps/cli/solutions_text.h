// SPDX-License-Identifier: Apache-2.0
// Bargaining solutions beside Nash's, and samples, as plain text.
#pragma once

#include <string>

#include "engine/ask/agree.h"

namespace nemawashi::cli {

/// The package's code, and whether it leaves the question open.
std::string solution_package_text(const model::Case& a_case, const model::Package& package);

std::string solutions_text(const model::Case& a_case, const ask::ScopeAnswer& answer);

/// What is known by bounds alone, where the two above were stopped.
std::string optima_text(const model::Case& a_case, const ask::ScopeAnswer& answer);

std::string sample_text(const model::Case& a_case, const ask::ScopeAnswer& answer);

}  // namespace nemawashi::cli
