// SPDX-License-Identifier: Apache-2.0
// The place of three numbers in a table whose size is a power of two: every bit of the numbers
// reaches the low ones.
#pragma once

#include <cstddef>
#include <cstdint>

namespace nemawashi::trees {

inline std::size_t mixed(std::uint64_t a, std::uint64_t b, std::uint64_t c) {
  std::uint64_t hash = a * 0x9E3779B97F4A7C15U + b * 0xC2B2AE3D27D4EB4FU + c * 0x165667B19E3779F9U;
  hash ^= hash >> 32U;
  hash *= 0xD6E8FEB86659FD93U;
  return static_cast<std::size_t>(hash ^ (hash >> 29U));
}

}  // namespace nemawashi::trees
