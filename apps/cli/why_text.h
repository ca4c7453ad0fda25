// SPDX-License-Identifier: Apache-2.0
// The reasons why nothing passes as plain text.
#pragma once

#include <string>

#include "engine/ask/why.h"

namespace nemawashi::cli {

std::string why_text(const model::Case& a_case, const ask::WhyAnswer& answer);

}  // namespace nemawashi::cli
