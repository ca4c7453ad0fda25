// SPDX-License-Identifier: Apache-2.0
// What the styles of a workbook say of its numbers: which are days, which are shown as fractions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nemawashi::io::xlsx {

enum class NumberStyle { plain, date, fraction };

/// By the number of a format that every workbook has (ECMA-376 part 1, 18.8.30, with those of East
/// Asia).
NumberStyle built_in_style(std::size_t format);

/// By the code of a workbook's own format, as in `yyyy"年"m"月"` or `[h]:mm`.
NumberStyle style_of_format(std::string_view code);

/// From which day serial numbers are counted.
enum class DateSystem { from_1900, from_1904 };

/// Why a serial number is no day.
enum class DayFault { none, time_of_day, no_day };

struct Day {
  std::string text;  ///< YYYY-MM-DD
  DayFault fault = DayFault::none;
};

/// The day of a serial number that number_text() has written. Serial numbers before 1 March 1900
/// are no days: programs differ in what they mean by them.
Day day_of_serial(std::string_view decimal, DateSystem system);

/// The day of a cell that holds one as text: `2010-02-08`, with or without `T00:00:00`.
Day day_of_text(std::string_view text);

}  // namespace nemawashi::io::xlsx
