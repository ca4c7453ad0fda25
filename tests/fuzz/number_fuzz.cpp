// SPDX-License-Identifier: Apache-2.0
// The exact text of a number that was read is read as the same number; its decimal text is near.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "engine/base/number.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nemawashi::base;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto number = parse_rational(text);
  if (!number) return 0;
  const std::string exact = exact_text(*number);
  // A decimal of many places may have an exact text that is too long to be read.
  if (exact.size() <= kLongestNumber && parse_rational(exact) != number) std::abort();
  const std::string decimal = decimal_text(*number);
  const auto rounded = parse_rational(decimal);
  if (decimal.size() > kLongestNumber) return 0;
  if (!rounded || abs(*rounded - *number) * 20'000 > 1) std::abort();
  return 0;
}
