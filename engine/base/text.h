// SPDX-License-Identifier: Apache-2.0
// Small readings of text that tables, conditions and rules share.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nemawashi::base {

/// Without spaces, tabs and line ends at either end.
std::string_view trimmed(std::string_view text);

/// The pieces between separators, each trimmed; an empty text has no pieces.
std::vector<std::string_view> split(std::string_view text, char separator);

/// Letters, digits, `_`, `-`, `.`; does not begin with `-` or `.`; at most 100 characters.
bool is_id(std::string_view text);
bool is_id_character(char character);

/// Digits as in `YYYY-MM-DD`: a date, or what was meant as one.
bool is_like_date(std::string_view text);

/// `YYYY-MM-DD` with a day that the month has. Dates of this form compare as text.
bool is_date(std::string_view text);

/// The text with a full stop at its end, unless it ends with `.`, `!` or `?` (also inside a quote).
std::string ended(std::string text);

/// The text beginning with a capital letter.
std::string capitalised(std::string text);

/// Both: beginning with a capital letter, ending with a full stop.
std::string sentence(std::string text);

/// The candidate with the smallest edit distance to `text`, if it is near enough to be a likely
/// misspelling (at most a third of the longer text, at least 1). Cost: candidates x lengths.
std::optional<std::string> nearest_name(std::string_view text,
                                        const std::vector<std::string>& candidates);

}  // namespace nemawashi::base
