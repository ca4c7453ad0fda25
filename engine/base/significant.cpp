// SPDX-License-Identifier: Apache-2.0
#include "engine/base/significant.h"

#include <array>
#include <charconv>

namespace nemawashi::base {

std::string significant_text(double number, int digits) {
  std::array<char, 64> text{};
  const auto written = std::to_chars(text.data(), text.data() + text.size(), number,
                                     std::chars_format::general, digits);
  return {text.data(), written.ptr};
}

}  // namespace nemawashi::base
