// SPDX-License-Identifier: Apache-2.0
#include "engine/scenarios/names.h"

#include "engine/base/text.h"

namespace nemawashi::scenarios {
namespace {

/// Short enough that the ids of a party, an issue and an option together are still an id.
constexpr std::size_t kLongest = 26;

std::string spelled(std::string_view name) {
  std::string id;
  if (name.size() > 1 && name.front() == '-' && name[1] >= '0' && name[1] <= '9') {
    id = "minus_";
    name.remove_prefix(1);
  }
  for (const char c : name) {
    if (id.size() == kLongest) break;
    if (base::is_id_character(c)) {
      id += c;
    } else if (!id.empty() && id.back() != '_') {
      id += '_';
    }
  }
  while (!id.empty() && (id.back() == '_' || id.back() == '.')) id.pop_back();
  const std::size_t start = id.find_first_not_of("-._");
  return start == std::string::npos ? "" : id.substr(start);
}

}  // namespace

std::string IdMaker::id_of(std::string_view name, std::string_view fallback) {
  std::string id = spelled(base::trimmed(name));
  if (id.empty()) id = fallback;
  std::string unique = id;
  std::size_t& uses = uses_[id];
  while (uses > 0 && uses_.contains(unique = id + "_" + std::to_string(uses + 1))) ++uses;
  ++uses;
  if (unique != id) uses_.emplace(unique, 1);
  return unique;
}

}  // namespace nemawashi::scenarios
