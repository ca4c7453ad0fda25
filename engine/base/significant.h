// SPDX-License-Identifier: Apache-2.0
// A double as people read it.
#pragma once

#include <string>

namespace nemawashi::base {

/// With at most `digits` significant digits, however small it is: `0.25`, `1e-09`.
std::string significant_text(double number, int digits = 6);

}  // namespace nemawashi::base
