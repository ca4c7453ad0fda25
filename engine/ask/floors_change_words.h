// SPDX-License-Identifier: Apache-2.0
// Sections of floors_words that say what changes: what falls, what comes next, options, claims.
// Each is empty where there is nothing to say.
#pragma once

#include <string>

#include "engine/house/answer.h"

namespace nemawashi::ask {

/// How many of a list are shown, of any list of the text; the rest is counted.
inline constexpr std::size_t kShown = 6;

/// `1 pair`, `3 pairs`.
std::string counted(std::size_t count, const std::string& one, const std::string& many);

std::string with_section(const model::Case& a_case, const house::HouseAnswer& answer);
std::string without_section(const model::Case& a_case, const house::HouseAnswer& answer);
std::string load_section(const model::Case& a_case, const house::HouseAnswer& answer);
std::string next_section(const model::Case& a_case, const house::HouseAnswer& answer);
std::string options_section(const model::Case& a_case, const house::HouseAnswer& answer);
std::string claims_section(const model::Case& a_case, const house::HouseAnswer& answer);

}  // namespace nemawashi::ask
