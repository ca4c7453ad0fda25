// SPDX-License-Identifier: Apache-2.0
// Whether bytes are UTF-8, and which characters text does not hold.
#pragma once

#include <cstddef>
#include <string_view>

namespace nemawashi::io {

/// How many bytes from the beginning are well-formed UTF-8 (Unicode 15, table 3-7: no overlong
/// forms, no surrogates, nothing above U+10FFFF). All of them if the text is sound. Cost: linear.
std::size_t valid_utf8_prefix(std::string_view bytes);

/// A control character other than tabs and line ends.
constexpr bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
}

}  // namespace nemawashi::io
