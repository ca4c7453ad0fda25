// SPDX-License-Identifier: Apache-2.0
#include "io/xlsx/parts.h"

#include <map>
#include <utility>

#include "engine/base/text.h"
#include "io/xlsx/archive.h"
#include "io/xlsx/cell_text.h"
#include "io/xlsx/cells.h"
#include "io/xlsx/xml.h"

namespace nemawashi::io::xlsx {
namespace {

struct Relationship {
  std::string type;  ///< the last word of the address that names its kind
  std::string part;
};

/// `xl/` for `xl/workbook.xml`.
std::string folder_of(const std::string& key) { return key.substr(0, key.rfind('/') + 1); }

/// Where a target leads that is written in a part of `folder`.
std::string resolved(std::string_view folder, std::string_view target) {
  const std::string written =
      target.starts_with('/') ? std::string(target) : std::string(folder) + std::string(target);
  std::vector<std::string_view> steps;
  for (const std::string_view step : base::split(written, '/')) {
    if (step == "..") {
      if (!steps.empty()) steps.pop_back();
    } else if (step != "." && !step.empty()) {
      steps.push_back(step);
    }
  }
  std::string path;
  for (const std::string_view step : steps) {
    path += path.empty() ? "" : "/";
    path += step;
  }
  return part_key(path);
}

/// Relationships of a part by id; none if it has none.
std::optional<model::Finding> read_relationships(const Package& package, const std::string& key,
                                                 std::map<std::string, Relationship>& by_id) {
  const std::string folder = folder_of(key);
  const std::string part = folder + "_rels/" + key.substr(folder.size()) + ".rels";
  if (!package.keys.contains(part)) return std::nullopt;
  XmlPart xml;
  model::Finding refusal;
  if (!read_xml(package, part, "the list of its parts", xml, refusal)) return refusal;
  for (const pugi::xml_node& node : root_named(xml, "Relationships").children()) {
    if (!is_named(node, "Relationship")) continue;
    if (std::string_view(node.attribute("TargetMode").value()) == "External") continue;
    const std::string_view type = node.attribute("Type").value();
    by_id.emplace(node.attribute("Id").value(),
                  Relationship{std::string(type.substr(type.rfind('/') + 1)),
                               resolved(folder, node.attribute("Target").value())});
  }
  return std::nullopt;
}

/// The part that a relationship of this kind leads to, or an empty key.
std::string part_of_type(const std::map<std::string, Relationship>& by_id, std::string_view type) {
  for (const auto& [id, relationship] : by_id) {
    if (relationship.type == type) return relationship.part;
  }
  return {};
}

/// The attribute `r:id`, whatever its prefix is.
std::string relationship_id(const pugi::xml_node& node) {
  for (const pugi::xml_attribute& attribute : node.attributes()) {
    const std::string_view name = attribute.name();
    if (local_name(name) == "id" && name.size() > 2) return attribute.value();
  }
  return {};
}

std::optional<model::Finding> read_sheets(const Package& package, const std::string& key,
                                          const std::map<std::string, Relationship>& by_id,
                                          WorkbookParts& parts) {
  XmlPart xml;
  model::Finding refusal;
  if (!read_xml(package, key, "the list of its sheets", xml, refusal)) return refusal;
  const pugi::xml_node workbook = root_named(xml, "workbook");
  if (!workbook) return damage("It lacks the list of its sheets.");
  if (is_true(child_named(workbook, "workbookPr").attribute("date1904"))) {
    parts.date_system = DateSystem::from_1904;
  }
  for (const pugi::xml_node& node : child_named(workbook, "sheets").children()) {
    if (!is_named(node, "sheet")) continue;
    SheetEntry sheet;
    sheet.name = node.attribute("name").value();
    if (fault_of(sheet.name) != TextFault::none) {
      return damage("The name of a sheet is not text in UTF-8.");
    }
    const std::string_view state = node.attribute("state").value();
    if (state == "hidden" || state == "veryHidden") sheet.visibility = Visibility::hidden;
    const auto found = by_id.find(relationship_id(node));
    if (found != by_id.end()) sheet.part = found->second.part;
    parts.sheets.push_back(std::move(sheet));
  }
  return std::nullopt;
}

std::optional<model::Finding> read_shared_strings(const Package& package, const std::string& key,
                                                  WorkbookParts& parts) {
  if (key.empty()) return std::nullopt;
  XmlPart xml;
  model::Finding refusal;
  if (!read_xml(package, key, "its texts", xml, refusal)) return refusal;
  for (const pugi::xml_node& node : root_named(xml, "sst").children()) {
    if (is_named(node, "si")) parts.shared_strings.push_back(joined_runs(node));
  }
  return std::nullopt;
}

std::optional<model::Finding> read_styles(const Package& package, const std::string& key,
                                          WorkbookParts& parts) {
  if (key.empty()) return std::nullopt;
  XmlPart xml;
  model::Finding refusal;
  if (!read_xml(package, key, "its styles", xml, refusal)) return refusal;
  const pugi::xml_node root = root_named(xml, "styleSheet");
  std::map<std::size_t, NumberStyle> own;
  for (const pugi::xml_node& node : child_named(root, "numFmts").children()) {
    const auto id = parse_count(node.attribute("numFmtId").value());
    if (id) own.emplace(*id, style_of_format(node.attribute("formatCode").value()));
  }
  for (const pugi::xml_node& node : child_named(root, "cellXfs").children()) {
    if (!is_named(node, "xf")) continue;
    const std::size_t id = parse_count(node.attribute("numFmtId").value()).value_or(0);
    const auto found = own.find(id);
    parts.styles.push_back(found == own.end() ? built_in_style(id) : found->second);
  }
  return std::nullopt;
}

}  // namespace

std::optional<model::Finding> read_workbook_parts(const Package& package, WorkbookParts& parts) {
  std::map<std::string, Relationship> of_file;
  if (auto refusal = read_relationships(package, "", of_file)) return refusal;
  std::string key = part_of_type(of_file, "officeDocument");
  if (key.empty()) key = "xl/workbook.xml";
  std::map<std::string, Relationship> of_workbook;
  if (auto refusal = read_relationships(package, key, of_workbook)) return refusal;
  if (auto refusal = read_sheets(package, key, of_workbook, parts)) return refusal;
  const std::string texts = part_of_type(of_workbook, "sharedStrings");
  if (auto refusal = read_shared_strings(package, texts, parts)) return refusal;
  return read_styles(package, part_of_type(of_workbook, "styles"), parts);
}

}  // namespace nemawashi::io::xlsx
