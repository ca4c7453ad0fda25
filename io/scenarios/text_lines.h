// SPDX-License-Identifier: Apache-2.0
// Lines and fields of the plain text formats of scenarios.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nemawashi::io::scenarios {

struct TextLine {
  std::size_t number = 0;  ///< 1 is the first of the file
  std::string_view text;   ///< trimmed
};

/// The lines that are not blank, without a byte-order mark. Views into the bytes.
std::vector<TextLine> lines_of(std::string_view bytes);

/// The fields between separators, trimmed; blank fields at the end are left out.
std::vector<std::string_view> fields_of(std::string_view line, char separator);

/// The field without the quotes around it, doubled quotes inside made single.
std::string unquoted(std::string_view field, char quote);

}  // namespace nemawashi::io::scenarios
