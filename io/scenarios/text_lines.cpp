// SPDX-License-Identifier: Apache-2.0
#include "io/scenarios/text_lines.h"

#include "engine/base/text.h"

namespace nemawashi::io::scenarios {

std::vector<TextLine> lines_of(std::string_view bytes) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  std::vector<TextLine> lines;
  std::size_t number = 0;
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    const std::string_view text = base::trimmed(bytes.substr(0, end));
    ++number;
    if (!text.empty()) lines.push_back({number, text});
    if (end == std::string_view::npos) break;
    bytes.remove_prefix(end + 1);
  }
  return lines;
}

std::vector<std::string_view> fields_of(std::string_view line, char separator) {
  std::vector<std::string_view> fields = base::split(line, separator);
  while (!fields.empty() && fields.back().empty()) fields.pop_back();
  return fields;
}

std::string unquoted(std::string_view field, char quote) {
  if (field.size() < 2 || field.front() != quote || field.back() != quote) {
    return std::string(field);
  }
  field = field.substr(1, field.size() - 2);
  std::string text;
  for (std::size_t i = 0; i < field.size(); ++i) {
    text += field[i];
    if (field[i] == quote && i + 1 < field.size() && field[i + 1] == quote) ++i;
  }
  return text;
}

}  // namespace nemawashi::io::scenarios
