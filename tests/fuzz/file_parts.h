// SPDX-License-Identifier: Apache-2.0
// Several files from one string of bytes: cut at lines `=== NAME`.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

namespace nemawashi::fuzz {

inline std::map<std::string, std::string> file_parts(std::string_view bytes) {
  std::map<std::string, std::string> parts;
  constexpr std::string_view kMark = "=== ";
  std::size_t place = bytes.find(kMark);
  while (place != std::string_view::npos) {
    place += kMark.size();
    const std::size_t next = bytes.find(kMark, place);
    const std::string_view part = bytes.substr(place, next - place);
    const std::size_t line_end = std::min(part.find('\n'), part.size());
    parts[std::string(part.substr(0, line_end))] = part.substr(std::min(line_end + 1, part.size()));
    place = next;
  }
  return parts;
}

}  // namespace nemawashi::fuzz
