// SPDX-License-Identifier: Apache-2.0
#include "io/xlsx/styles.h"

#include <algorithm>
#include <cstdint>

#include "engine/base/text.h"

namespace nemawashi::io::xlsx {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// What stands in brackets says a colour, a currency or a condition; only a span of time counts.
bool is_span_of_time(std::string_view bracketed) {
  return !bracketed.empty() && std::all_of(bracketed.begin(), bracketed.end(), [&](char c) {
    return lower(c) == lower(bracketed.front()) &&
           std::string_view("hms").find(lower(c)) != std::string_view::npos;
  });
}

/// The code in lower case without quoted text, escaped characters and brackets.
std::string bare_code(std::string_view code) {
  std::string bare;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '"') {
      i = std::min(code.find('"', i + 1), code.size());
    } else if (c == '[') {
      const std::size_t end = std::min(code.find(']', i), code.size());
      if (is_span_of_time(code.substr(i + 1, end - i - 1))) bare += lower(code[i + 1]);
      i = end;
    } else {
      bare += lower(c);
    }
  }
  return bare;
}

void erase_all(std::string& text, std::string_view word) {
  std::string kept;
  std::size_t place = 0;
  for (;;) {
    const std::size_t next = std::min(text.find(word, place), text.size());
    kept.append(text, place, next - place);
    if (next == text.size()) break;
    place = next + word.size();
  }
  text = std::move(kept);
}

std::string padded(std::int64_t number, std::size_t width) {
  std::string text = std::to_string(number);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  return text;
}

/// The calendar day so many days after 1970-01-01 (Howard Hinnant, chrono-Compatible Low-Level Date
/// Algorithms, 2013: civil_from_days).
std::string civil_day(std::int64_t days_since_1970) {
  const std::int64_t days = days_since_1970 + 719468;
  const std::int64_t era = days / 146097;
  const std::int64_t of_era = days - era * 146097;
  const std::int64_t year_of_era =
      (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const std::int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * of_year + 2) / 153;
  const std::int64_t day = of_year - (153 * month_from_march + 2) / 5 + 1;
  const std::int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  const std::int64_t year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2);
}

}  // namespace

NumberStyle built_in_style(std::size_t format) {
  if (format == 12 || format == 13) return NumberStyle::fraction;
  const auto within = [&](std::size_t least, std::size_t most) {
    return format >= least && format <= most;
  };
  const bool date = within(14, 22) || within(27, 36) || within(45, 47) || within(50, 58);
  return date ? NumberStyle::date : NumberStyle::plain;
}

NumberStyle style_of_format(std::string_view code) {
  std::string bare = bare_code(code);
  for (const std::string_view word : {"general", "e+", "e-"}) erase_all(bare, word);
  if (bare.find_first_of("ymdhsge") != std::string::npos) return NumberStyle::date;
  return bare.find('/') == std::string::npos ? NumberStyle::plain : NumberStyle::fraction;
}

Day day_of_serial(std::string_view decimal, DateSystem system) {
  constexpr std::int64_t kLastDay = 2932896;  // 9999-12-31, counted from 1970-01-01.
  const std::string_view whole = decimal.substr(0, decimal.find('.'));
  if (whole.starts_with('-') || whole.size() > 7) return {"", DayFault::no_day};
  std::int64_t serial = 0;
  for (const char c : whole) serial = serial * 10 + (c - '0');
  const std::int64_t days = serial - (system == DateSystem::from_1900 ? 25569 : 24107);
  if (whole.size() < decimal.size()) return {"", DayFault::time_of_day};
  if (days > kLastDay || (system == DateSystem::from_1900 && serial < 61)) {
    return {"", DayFault::no_day};
  }
  return {civil_day(days), DayFault::none};
}

Day day_of_text(std::string_view text) {
  const std::string_view day = text.substr(0, 10);
  if (!base::is_date(day)) return {"", DayFault::no_day};
  std::string_view time = text.substr(10);
  if (time.ends_with('Z')) time.remove_suffix(1);
  const bool midnight =
      time.empty() || time == "T00:00" || time == "T00:00:00" || time == "T00:00:00.000";
  return {std::string(day), midnight ? DayFault::none : DayFault::time_of_day};
}

}  // namespace nemawashi::io::xlsx
