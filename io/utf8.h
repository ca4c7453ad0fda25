// SPDX-License-Identifier: Apache-2.0
// Whether bytes are UTF-8.
#pragma once

#include <cstddef>
#include <string_view>

namespace nemawashi::io {

/// How many bytes from the beginning are well-formed UTF-8 (Unicode 15, table 3-7: no overlong
/// forms, no surrogates, nothing above U+10FFFF). All of them if the text is sound. Cost: linear.
std::size_t valid_utf8_prefix(std::string_view bytes);

}  // namespace nemawashi::io
