// SPDX-License-Identifier: Apache-2.0
#include "io/fault_trees/names.h"

#include "engine/base/text.h"
#include "io/json_text.h"
#include "io/utf8.h"

namespace nemawashi::io::fault_trees {

bool is_printable(std::string_view name) {
  return !name.empty() && !holds_control(name) && valid_utf8_prefix(name) == name.size();
}

std::optional<std::string> printable_name(const XmlFile& file, pugi::xml_node node,
                                          FileFindings& findings) {
  std::string name = file.attribute(node, "name", findings);
  if (!node.attribute("name")) return std::nullopt;
  if (is_printable(name)) return name;
  findings.error(file.place(node), "invalid-name",
                 "The name '" + shown_name(name) + "' cannot be printed.",
                 "Give it letters, digits or signs, in UTF-8.");
  return std::nullopt;
}

bool Names::add(const Pending& pending, const std::string& name, Definition definition,
                bool is_public, FileFindings& findings) {
  const FilePlace place = pending.file->place(pending.node);
  Table* tables = definition.as == Defined::parameter ? parameters_ : events_;
  const bool is_new = tables[0].emplace(pending.container + name, definition).second &&
                      (!is_public || tables[1].emplace(name, definition).second);
  if (is_new) return true;
  findings.error(place, "duplicate-name", "'" + shown_name(name) + "' is defined twice.",
                 "Rename one, or keep one.");
  return false;
}

std::optional<Definition> Names::found(const std::string& container, const std::string& name,
                                       bool is_parameter) const {
  const Table* tables = is_parameter ? parameters_ : events_;
  std::string prefix = container;
  for (;;) {
    if (const auto found = tables[0].find(prefix + name); found != tables[0].end()) {
      return found->second;
    }
    if (prefix.empty()) break;
    prefix.pop_back();  // The dot at its end.
    const std::size_t dot = prefix.rfind('.');
    prefix.resize(dot == std::string::npos ? 0 : dot + 1);
  }
  const auto found = tables[1].find(name);
  if (found == tables[1].end()) return std::nullopt;
  return found->second;
}

std::vector<std::string> Names::known() const {
  std::vector<std::string> names;
  for (const Table* tables : {events_, parameters_}) {
    for (const auto& [name, definition] : tables[1]) names.push_back(name);
  }
  return names;
}

}  // namespace nemawashi::io::fault_trees
