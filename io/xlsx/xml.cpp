// SPDX-License-Identifier: Apache-2.0
#include "io/xlsx/xml.h"

#include <utility>

#include "io/xlsx/archive.h"

namespace nemawashi::io::xlsx {

bool read_xml(const Package& package, const std::string& key, std::string_view what, XmlPart& part,
              model::Finding& refusal) {
  PartReading reading = package.part(key);
  if (reading.refusal) {
    refusal = *std::move(reading.refusal);
    return false;
  }
  const std::string name(what);
  if (!reading.bytes) {
    refusal = damage("It lacks " + name + ".");
    return false;
  }
  part.bytes = *std::move(reading.bytes);
  if (part.bytes.find('\0') != std::string::npos) {
    refusal = damage("It is not UTF-8 in " + name + ".");
    return false;
  }
  const pugi::xml_parse_result result = part.document.load_buffer_inplace(
      part.bytes.data(), part.bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata_single,
      pugi::encoding_utf8);
  if (result) return true;
  refusal = damage("It is no sound XML in " + name + ", at byte " +
                   std::to_string(result.offset + 1) + ".");
  return false;
}

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child_named(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& child : node.children()) {
    if (is_named(child, name)) return child;
  }
  return {};
}

pugi::xml_node root_named(const XmlPart& part, std::string_view name) {
  const pugi::xml_node root = part.document.document_element();
  return is_named(root, name) ? root : pugi::xml_node();
}

std::string text_of(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node& child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
      text += child.value();
    }
  }
  return text;
}

bool is_true(const pugi::xml_attribute& attribute) {
  const std::string_view value = attribute.value();
  return value == "1" || value == "true";
}

std::optional<std::size_t> parse_count(std::string_view text) {
  if (text.empty() || text.size() > 9) return std::nullopt;
  std::size_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<std::size_t>(c - '0');
  }
  return value;
}

}  // namespace nemawashi::io::xlsx
