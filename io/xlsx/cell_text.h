// SPDX-License-Identifier: Apache-2.0
// Text and numbers as the cells of a sheet hold them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nemawashi::io::xlsx {

/// Text of a sheet with its escapes `_xHHHH_` (UTF-16 units, ECMA-376 part 1, 22.9.2.19) replaced
/// by the characters that they stand for; a lone surrogate stays as it is written.
std::string unescaped(std::string_view text);

/// The reverse for text of a workbook: what looks like an escape, and what XML does not keep (the
/// carriage return, U+FFFE, U+FFFF), are escaped.
std::string escaped(std::string_view text);

enum class TextFault { none, control_character, not_utf8 };
TextFault fault_of(std::string_view text);

/// The number as a decimal of at most 15 significant digits, as spreadsheet programs show it,
/// without exponent: `0.3` for `0.30000000000000004`, `0.00001` for `1.0000000000000001E-5`.
/// Nothing if the text is no number, or one beyond 10 to the power of +-400. Exact: the digits of
/// the text are rounded, half away from zero.
std::optional<std::string> number_text(std::string_view text);

/// Significant digits of a decimal that number_text() made.
std::size_t digit_count(std::string_view decimal);

}  // namespace nemawashi::io::xlsx
