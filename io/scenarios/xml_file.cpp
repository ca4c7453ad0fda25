// SPDX-License-Identifier: Apache-2.0
#include "io/scenarios/xml_file.h"

#include <algorithm>

#include "engine/base/text.h"
#include "io/json_text.h"

namespace nemawashi::io::scenarios {
namespace {

std::string_view without_lead(std::string_view bytes) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  for (;;) {
    const std::size_t before = bytes.size();
    const std::size_t text = std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size());
    bytes.remove_prefix(text);
    if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
    if (bytes.size() == before) return bytes;
  }
}

}  // namespace

XmlFile::XmlFile(std::string name, std::string_view bytes, FileFindings& findings)
    : name_(std::move(name)), document_(std::make_unique<pugi::xml_document>()) {
  const std::string_view text = without_lead(bytes);
  const std::size_t skipped = bytes.size() - text.size();
  const auto lead_lines = static_cast<std::size_t>(
      std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(skipped), '\n'));
  line_starts_.assign(lead_lines + 1, 0);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') line_starts_.push_back(i + 1);
  }
  const pugi::xml_parse_result result =
      document_->load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_auto);
  if (result && root()) return;
  const std::size_t at = result.offset < 0 ? 0 : static_cast<std::size_t>(result.offset);
  const auto line = std::upper_bound(line_starts_.begin(), line_starts_.end(), at);
  findings.error({name_, static_cast<std::size_t>(line - line_starts_.begin())}, "not-xml",
                 base::ended(std::string("The file is no sound XML: ") +
                             (result ? "it has no element" : result.description())),
                 "Fetch or save the file again; it may have been cut off.");
  document_->reset();
}

FilePlace XmlFile::place(pugi::xml_node node) const {
  const auto offset = node.offset_debug();
  if (offset < 0) return {name_, 0};
  const auto line =
      std::upper_bound(line_starts_.begin(), line_starts_.end(), static_cast<std::size_t>(offset));
  return {name_, static_cast<std::size_t>(line - line_starts_.begin())};
}

std::string XmlFile::attribute(pugi::xml_node node, const char* attribute,
                               FileFindings& findings) const {
  const pugi::xml_attribute found = node.attribute(attribute);
  if (found) return std::string(base::trimmed(found.value()));
  findings.error(
      place(node), "missing-part",
      "The element '" + shown_name(node.name()) + "' has no attribute '" + attribute + "'.",
      "Add it.");
  return "";
}

Rational XmlFile::number(pugi::xml_node node, const char* name, FileFindings& findings) const {
  if (!node.attribute(name)) {
    attribute(node, name, findings);
    return 0;
  }
  return findings.number(place(node), std::string("The attribute '") + name + "'",
                         base::trimmed(node.attribute(name).value()));
}

std::vector<pugi::xml_node> descendants(pugi::xml_node node, const char* name) {
  std::vector<pugi::xml_node> found;
  pugi::xml_node current = node.first_child();
  while (current) {
    if (std::string_view(current.name()) == name) found.push_back(current);
    if (current.first_child()) {
      current = current.first_child();
      continue;
    }
    while (current && current != node && !current.next_sibling()) current = current.parent();
    if (!current || current == node) break;
    current = current.next_sibling();
  }
  return found;
}

bool begins_with_element(std::string_view bytes, std::string_view element) {
  std::string_view text = without_lead(bytes);
  while (text.starts_with("<?") || text.starts_with("<!")) {  // Declarations and comments.
    const std::string_view end = text.starts_with("<!--") ? "-->" : ">";
    const std::size_t place = text.find(end);
    if (place == std::string_view::npos) return false;
    text = without_lead(text.substr(place + end.size()));
  }
  if (!text.starts_with('<') || !text.substr(1).starts_with(element)) return false;
  const std::string_view rest = text.substr(1 + element.size());
  return rest.empty() || std::string_view(" \t\r\n/>").find(rest.front()) != std::string_view::npos;
}

}  // namespace nemawashi::io::scenarios
