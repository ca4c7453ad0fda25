// SPDX-License-Identifier: Apache-2.0
// An XML file as the readers of scenarios need it: parsed by pugixml, with the line of each
// element and errors for what is missing. Entities of a document type are not expanded.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "io/scenarios/findings.h"

namespace nemawashi::io::scenarios {

class XmlFile {
 public:
  /// Leading blank lines and a byte-order mark are passed over; an error `not-xml` leaves the
  /// document empty. Cost: linear in the bytes.
  XmlFile(std::string name, std::string_view bytes, FileFindings& findings);

  const std::string& name() const { return name_; }
  pugi::xml_node root() const { return document_->document_element(); }
  FilePlace place(pugi::xml_node node) const;

  /// The attribute's text, trimmed; missing: an error `missing-part`, and nothing.
  std::string attribute(pugi::xml_node node, const char* attribute, FileFindings& findings) const;
  /// The attribute's number; missing or no number: 0 and an error.
  Rational number(pugi::xml_node node, const char* attribute, FileFindings& findings) const;

 private:
  std::string name_;
  std::unique_ptr<pugi::xml_document> document_;
  std::vector<std::size_t> line_starts_;
};

/// All elements of that name below the node, in the order of the document. Not recursive.
std::vector<pugi::xml_node> descendants(pugi::xml_node node, const char* name);

/// Whether the bytes look like XML whose first element has that name.
bool begins_with_element(std::string_view bytes, std::string_view element);

}  // namespace nemawashi::io::scenarios
