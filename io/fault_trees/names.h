// SPDX-License-Identifier: Apache-2.0
// What the names of a fault tree's files stand for: first everything that is defined, then what a
// reference means where it stands.
//
// A name is looked for in the container that asks (component, tree), then outward, then among the
// public names of all files; private ones are found by their path alone.
#pragma once

#include <map>

#include "engine/floors/fault_trees.h"
#include "io/scenarios/xml_file.h"

namespace nemawashi::io::fault_trees {

using scenarios::FileFindings;
using scenarios::FilePlace;
using scenarios::XmlFile;

enum class Defined { gate, basic_event, house_event, parameter };

struct Definition {
  Defined as = Defined::gate;
  std::uint32_t index = 0;
};

/// A definition that is still to be read: where it stands.
struct Pending {
  const XmlFile* file = nullptr;
  pugi::xml_node node;
  std::string container;  ///< path of tree and components, with a dot at its end; or empty
  std::string tree;
};

/// Not empty, UTF-8, and without control characters.
bool is_printable(std::string_view name);

/// The name of a node, trimmed; an error `invalid-name` and nothing if it cannot be printed.
std::optional<std::string> printable_name(const XmlFile& file, pugi::xml_node node,
                                          FileFindings& findings);

class Names {
 public:
  /// False, with an error, if the name is taken.
  bool add(const Pending& pending, const std::string& name, Definition definition, bool is_public,
           FileFindings& findings);

  /// What the name means in the container; an event may not be a parameter.
  std::optional<Definition> found(const std::string& container, const std::string& name,
                                  bool is_parameter) const;

  /// For messages: a name that was perhaps meant.
  std::vector<std::string> known() const;

 private:
  using Table = std::map<std::string, Definition>;
  Table events_[2];      ///< by path; by public name
  Table parameters_[2];  ///< the same
};

}  // namespace nemawashi::io::fault_trees
