// SPDX-License-Identifier: Apache-2.0
// Sections of floors_words that say what changes: what falls, what comes next, options, claims.
// Each is empty where there is nothing to say.
#pragma once

#include <string>

#include "engine/house/answer.h"

namespace nemawashi::ask {

std::string without_section(const model::Case& a_case, const house::HouseAnswer& answer);
std::string load_section(const model::Case& a_case, const house::HouseAnswer& answer);
std::string next_section(const model::Case& a_case, const house::HouseAnswer& answer);
std::string options_section(const model::Case& a_case, const house::HouseAnswer& answer);
std::string claims_section(const model::Case& a_case, const house::HouseAnswer& answer);

}  // namespace nemawashi::ask
