// SPDX-License-Identifier: Apache-2.0
// Reading XML parts: elements by their local names, since programs choose prefixes as they like.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "engine/model/findings.h"
#include "io/xlsx/package.h"

namespace nemawashi::io::xlsx {

/// A part and its elements, which refer to its bytes.
struct XmlPart {
  std::string bytes;
  pugi::xml_document document;
};

/// Reads a part into `part`. False, with the reason in `refusal`, if it is missing, too large or no
/// sound XML; `what` names it for people. Only UTF-8 is read; entities of a document type are not
/// expanded. Elements may be nested as deep as they like.
bool read_xml(const Package& package, const std::string& key, std::string_view what, XmlPart& part,
              model::Finding& refusal);

std::string_view local_name(std::string_view name);
inline bool is_named(const pugi::xml_node& node, std::string_view name) {
  return local_name(node.name()) == name;
}

/// The first child element of that local name, or a null node.
pugi::xml_node child_named(const pugi::xml_node& node, std::string_view name);

/// The root element if it has that local name, or a null node.
pugi::xml_node root_named(const XmlPart& part, std::string_view name);

/// All text directly inside the element, comments left out.
std::string text_of(const pugi::xml_node& node);

/// `1` or `true`.
bool is_true(const pugi::xml_attribute& attribute);

/// A whole number of at most nine digits.
std::optional<std::size_t> parse_count(std::string_view text);

}  // namespace nemawashi::io::xlsx
