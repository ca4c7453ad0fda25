// SPDX-License-Identifier: Apache-2.0
// A JSON file with its numbers as they are written, which nlohmann's own value would round.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "io/scenarios/findings.h"

namespace nemawashi::io::scenarios {

enum class JsonKind { null, boolean, number, text, list, object };

struct JsonMember;

struct JsonTree {
  JsonKind kind = JsonKind::null;
  std::string text;  ///< of a number: as written, or an exact equal; of a boolean: true, false
  std::vector<JsonMember> members;  ///< in order; those of a list have empty names

  /// The member of an object, or null.
  const JsonTree* find(std::string_view name) const;
};

struct JsonMember {
  std::string name;
  JsonTree value;
};

/// The members of an object by name, to look many up; none of what is no object.
std::unordered_map<std::string_view, const JsonTree*> by_name(const JsonTree* tree);

/// The place of a member, or of an entry of a list, of what is at the place.
FilePlace below(const FilePlace& place, std::string_view name);

/// Parses the bytes: at most 50 deep and 2 million values. What is no JSON, and a name given twice
/// in an object, is an error of the file. Cost: linear in the bytes.
std::optional<JsonTree> read_json_tree(const std::string& file, std::string_view bytes,
                                       FileFindings& findings);

/// Whether the bytes, without looking further than needed, are an object with such a member at its
/// top: to tell formats apart. False for what is no JSON.
bool has_top_member(std::string_view bytes, std::string_view member);

}  // namespace nemawashi::io::scenarios
