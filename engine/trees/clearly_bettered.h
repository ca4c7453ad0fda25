// SPDX-License-Identifier: Apache-2.0
// Which of many vectors a few strong ones better, seen from their numbers as floats alone: rounding
// never turns the order of two numbers round, so that an entry whose float is greater is greater.
// What this leaves is few where much is bettered, and only that needs exact comparison. The filter
// of Bentley, Clarkson and Levine 1993 with several vectors at a time. Cost: vectors x strong ones
// x entries at most, many at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace nemawashi::trees {

/// Those of the rows, each of `width` floats, that no strong row exceeds in every entry; by index.
/// Entries need not be finite, but are no NaN.
std::vector<std::uint32_t> not_clearly_bettered(const std::vector<float>& rough, std::size_t width,
                                                const std::function<void()>& check_stop);

}  // namespace nemawashi::trees
