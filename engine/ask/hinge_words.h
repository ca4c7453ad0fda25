// SPDX-License-Identifier: Apache-2.0
// What the answer hinges on, in words: what each contested claim alters, taken the other way. What
// was not found out before the search was stopped is said to be so, and not compared.
#pragma once

#include <string>

#include "engine/ask/brief.h"

namespace nemawashi::ask {

/// The paragraph of the first screen.
std::string hinges_words(const DatedBrief& brief);

}  // namespace nemawashi::ask
