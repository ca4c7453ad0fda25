// SPDX-License-Identifier: Apache-2.0
// Numbers of JSON as the decimals that a workbook holds, digit by digit and never through a double.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nemawashi::io {

inline constexpr int kLargestExponent = 200;

/// The number with its exponent written out: `1e-7` is `0.0000001`, `1.50E1` is `15.0`, `0.10`
/// stays. `number` is a number of JSON's grammar. Nothing if the exponent is beyond
/// kLargestExponent in either direction. Cost: linear.
std::optional<std::string> plain_decimal(std::string_view number);

}  // namespace nemawashi::io
