// SPDX-License-Identifier: Apache-2.0
#include "io/xlsx/cell_text.h"

#include <algorithm>
#include <cstdint>

#include "engine/base/text.h"
#include "io/utf8.h"

namespace nemawashi::io::xlsx {
namespace {

constexpr std::size_t kEscapeLength = 7;  // _xHHHH_
constexpr std::ptrdiff_t kMostDigits = 15;
constexpr std::ptrdiff_t kGreatestExponent = 400;

std::optional<std::uint32_t> hex_value(char c) {
  if (c >= '0' && c <= '9') return static_cast<std::uint32_t>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<std::uint32_t>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<std::uint32_t>(c - 'A' + 10);
  return std::nullopt;
}

/// The unit that the escape at the beginning of the text stands for, if there is one.
std::optional<std::uint32_t> escape_at(std::string_view text) {
  if (text.size() < kEscapeLength || !text.starts_with("_x") || text[6] != '_') {
    return std::nullopt;
  }
  std::uint32_t unit = 0;
  for (std::size_t i = 2; i < 6; ++i) {
    const auto value = hex_value(text[i]);
    if (!value) return std::nullopt;
    unit = unit * 16 + *value;
  }
  return unit;
}

void append_character(std::string& text, std::uint32_t point) {
  const auto last = [&](unsigned shift) {
    text += static_cast<char>(0x80U | ((point >> shift) & 0x3FU));
  };
  if (point < 0x80) {
    text += static_cast<char>(point);
  } else if (point < 0x800) {
    text += static_cast<char>(0xC0U | (point >> 6U));
    last(0);
  } else if (point < 0x10000) {
    text += static_cast<char>(0xE0U | (point >> 12U));
    last(6);
    last(0);
  } else {
    text += static_cast<char>(0xF0U | (point >> 18U));
    last(12);
    last(6);
    last(0);
  }
}

bool is_high_surrogate(std::uint32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low_surrogate(std::uint32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

/// Digits before and after the point, and the power of ten of a number in scientific notation.
struct WrittenNumber {
  bool negative = false;
  std::string digits;        ///< without leading zeros
  std::ptrdiff_t point = 0;  ///< how many of the digits stand before the decimal point
};

std::optional<std::ptrdiff_t> parse_exponent(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty()) return std::nullopt;
  std::ptrdiff_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = std::min<std::ptrdiff_t>(value * 10 + (c - '0'), 10 * kGreatestExponent);
  }
  return negative ? -value : value;
}

std::optional<WrittenNumber> parse_number(std::string_view text) {
  WrittenNumber number;
  number.negative = text.starts_with('-');
  if (number.negative || text.starts_with('+')) text.remove_prefix(1);
  const std::size_t end = std::min(text.find_first_of("eE"), text.size());
  if (end < text.size()) {
    const auto exponent = parse_exponent(text.substr(end + 1));
    if (!exponent) return std::nullopt;
    number.point = *exponent;
  }
  bool after_point = false;
  bool any_digit = false;
  for (const char c : text.substr(0, end)) {
    if (c == '.' && !after_point) {
      after_point = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    any_digit = true;
    if (number.digits.empty() && c == '0') {
      number.point -= after_point ? 1 : 0;
      continue;
    }
    number.digits += c;
    number.point += after_point ? 0 : 1;
  }
  if (!any_digit) return std::nullopt;
  return number;
}

/// Rounds to the digits that are kept and takes zeros at the end away.
void round_digits(WrittenNumber& number) {
  std::string& digits = number.digits;
  const auto kept = static_cast<std::size_t>(kMostDigits);
  if (digits.size() > kept) {
    const bool up = digits[kept] >= '5';
    digits.resize(kept);
    std::size_t place = up ? kept : 0;
    for (; place > 0; --place) {
      if (digits[place - 1] != '9') {
        ++digits[place - 1];
        break;
      }
      digits[place - 1] = '0';
    }
    if (up && place == 0) {
      digits.insert(digits.begin(), '1');
      ++number.point;
    }
  }
  while (digits.ends_with('0')) digits.pop_back();
}

}  // namespace

std::string unescaped(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const std::size_t next = std::min(text.find("_x"), text.size());
    result += text.substr(0, next);
    text.remove_prefix(next);
    if (text.empty()) break;
    const auto unit = escape_at(text);
    std::size_t length = kEscapeLength;
    if (unit && is_high_surrogate(*unit)) {
      const auto low = escape_at(text.substr(kEscapeLength));
      if (low && is_low_surrogate(*low)) {
        append_character(result, 0x10000 + ((*unit - 0xD800) << 10U) + (*low - 0xDC00));
        text.remove_prefix(2 * kEscapeLength);
        continue;
      }
    }
    if (unit && !is_high_surrogate(*unit) && !is_low_surrogate(*unit)) {
      append_character(result, *unit);
    } else {
      length = 1;
      result += text.front();
    }
    text.remove_prefix(length);
  }
  return result;
}

std::string escaped(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r') {
      result += "_x000D_";
    } else if (text[i] == '_' && escape_at(text.substr(i))) {
      result += "_x005F_";
    } else if (text.substr(i, 3) == "\xEF\xBF\xBE" || text.substr(i, 3) == "\xEF\xBF\xBF") {
      result += text[i + 2] == '\xBE' ? "_xFFFE_" : "_xFFFF_";
      i += 2;
    } else {
      result += text[i];
    }
  }
  return result;
}

TextFault fault_of(std::string_view text) {
  const bool control = std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
  });
  if (control) return TextFault::control_character;
  return valid_utf8_prefix(text) == text.size() ? TextFault::none : TextFault::not_utf8;
}

std::optional<std::string> number_text(std::string_view text) {
  auto number = parse_number(base::trimmed(text));
  if (!number) return std::nullopt;
  round_digits(*number);
  const std::string& digits = number->digits;
  if (digits.empty()) return "0";
  if (number->point > kGreatestExponent || number->point < -kGreatestExponent) return std::nullopt;
  const auto count = static_cast<std::ptrdiff_t>(digits.size());
  std::string result = number->negative ? "-" : "";
  if (number->point <= 0) {
    result += "0.";
    result.append(static_cast<std::size_t>(-number->point), '0');
    return result + digits;
  }
  result += digits.substr(0, static_cast<std::size_t>(std::min(number->point, count)));
  if (number->point >= count) {
    result.append(static_cast<std::size_t>(number->point - count), '0');
    return result;
  }
  return result + "." + digits.substr(static_cast<std::size_t>(number->point));
}

std::size_t digit_count(std::string_view decimal) {
  std::string digits;
  for (const char c : decimal) {
    if (c >= '0' && c <= '9' && (c != '0' || !digits.empty())) digits += c;
  }
  if (decimal.find('.') == std::string_view::npos) {
    while (digits.ends_with('0')) digits.pop_back();
  }
  return digits.size();
}

}  // namespace nemawashi::io::xlsx
