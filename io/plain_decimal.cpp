// SPDX-License-Identifier: Apache-2.0
#include "io/plain_decimal.h"

#include <algorithm>

namespace nemawashi::io {
namespace {

/// The text after `e`, or nothing if it is beyond the largest exponent.
std::optional<int> small_exponent(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  text.remove_prefix(std::min(text.find_first_not_of('0'), text.size()));
  if (text.size() > 3) return std::nullopt;
  int exponent = 0;
  for (const char digit : text) exponent = exponent * 10 + (digit - '0');
  if (exponent > kLargestExponent) return std::nullopt;
  return negative ? -exponent : exponent;
}

}  // namespace

std::optional<std::string> plain_decimal(std::string_view number) {
  const std::size_t mark = number.find_first_of("eE");
  const auto exponent =
      mark == std::string_view::npos ? 0 : small_exponent(number.substr(mark + 1));
  if (!exponent) return std::nullopt;
  std::string sign;
  if (number.starts_with('-')) sign = "-";
  const std::string_view digits = number.substr(sign.size(), mark - sign.size());
  // The parser may have put the point of the process's locale.
  const std::size_t whole = std::min(digits.find_first_not_of("0123456789"), digits.size());
  const std::string_view part = digits.substr(std::min(whole + 1, digits.size()));

  std::string all = std::string(digits.substr(0, whole)) + std::string(part);
  auto point = static_cast<std::ptrdiff_t>(whole) + *exponent;
  if (point < 1) {
    all.insert(0, static_cast<std::size_t>(1 - point), '0');
    point = 1;
  }
  const auto place = static_cast<std::size_t>(point);
  if (place > all.size()) all.append(place - all.size(), '0');
  const std::size_t zeros = std::min(all.find_first_not_of('0'), place - 1);
  std::string text = sign + all.substr(zeros, place - zeros);
  if (place < all.size()) text += "." + all.substr(place);
  return text;
}

}  // namespace nemawashi::io
