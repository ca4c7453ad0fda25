// SPDX-License-Identifier: Apache-2.0
#include "io/json_text.h"

#include <algorithm>

#include "engine/base/text.h"
#include "io/files.h"
#include "io/utf8.h"

namespace nemawashi::io {
namespace {

using base::Diagnostic;
using base::Severity;

std::size_t line_at(std::string_view bytes, std::size_t place) {
  const std::string_view before = bytes.substr(0, place);
  return 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
}

Diagnostic at_line(std::size_t line, std::string code, std::string message, std::string mend) {
  return {Severity::error, std::move(code), "", line, "", std::move(message), std::move(mend)};
}

}  // namespace

std::optional<Diagnostic> refused_text(std::string_view bytes) {
  // The parser would take a NUL byte for the end of the text.
  const std::size_t zero = bytes.find('\0');
  if (is_zip(bytes) || zero != std::string_view::npos) {
    return at_line(zero == std::string_view::npos ? 1 : line_at(bytes, zero), "not-text",
                   "The file is no text: it holds a NUL byte or is a spreadsheet.",
                   "Save it as JSON in UTF-8.");
  }
  const std::size_t valid = valid_utf8_prefix(bytes);
  if (valid == bytes.size()) return std::nullopt;
  const std::size_t line = line_at(bytes, valid);
  return at_line(line, "not-utf8",
                 "The file is not UTF-8 from line " + std::to_string(line) + " on.",
                 "Save it as JSON in UTF-8.");
}

Diagnostic not_json(std::string_view bytes, std::size_t read, std::string_view problem) {
  const std::size_t place = std::min(read == 0 ? 0 : read - 1, bytes.size());
  const std::size_t line = line_at(bytes, place);
  const std::size_t line_begin = bytes.substr(0, place).rfind('\n') + 1;  // 0 if there is none.
  const std::size_t colon = problem.find(": ");
  const std::string_view reason =
      colon == std::string_view::npos ? problem : problem.substr(colon + 2);
  return at_line(line, "not-json",
                 "The text is no JSON from line " + std::to_string(line) + ", byte " +
                     std::to_string(place - line_begin + 1) + " on: " +
                     base::ended(std::string(reason.substr(0, reason.find("; last read")))),
                 "Correct it there; a comma, a quote or a bracket is often missing just before.");
}

bool holds_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_control);
}

std::string shown_name(std::string_view name) {
  constexpr std::size_t kLongest = 60;
  std::string text(name.substr(0, valid_utf8_prefix(name.substr(0, kLongest))));
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c < 0x20 && c >= 0; }, ' ');
  std::replace(text.begin(), text.end(), '\x7F', ' ');
  return text.size() < name.size() ? text + ".." : text;
}

}  // namespace nemawashi::io
