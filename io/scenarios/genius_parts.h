// SPDX-License-Identifier: Apache-2.0
// The two kinds of Genius files, read one by one (genius.h puts them together).
#pragma once

#include <map>
#include <set>

#include "io/scenarios/xml_file.h"

namespace nemawashi::io::scenarios {

enum class GeniusKind { discrete, integer, real };

/// An issue with what its evaluators need: where its numbers lie, by option.
struct GeniusIssue {
  std::size_t index = 0;  ///< as the files number it
  std::string name;
  GeniusKind kind = GeniusKind::discrete;
  std::vector<std::string> options;
  std::vector<Rational> values;  ///< by option, unless discrete
};

struct GeniusDomain {
  std::string name;
  std::vector<GeniusIssue> issues;
  std::map<std::size_t, std::size_t> by_index;  ///< index to position
  std::set<std::string> objectives;             ///< their indices, as written
  std::vector<std::string> remarks;
};

/// `size` counts what is read here and below; reading ends where there is no room.
GeniusDomain read_genius_domain(const XmlFile& file, std::size_t grid, ScenarioSize& size,
                                FileFindings& findings);

Profile read_genius_profile(const XmlFile& file, const GeniusDomain& domain, Semantics semantics,
                            ScenarioSize& size, FileFindings& findings);

/// The rectangles of a nonlinear profile, their amounts divided by its greatest utility.
std::vector<nemawashi::scenarios::Rectangle> read_genius_rectangles(const XmlFile& file,
                                                                    const GeniusDomain& domain,
                                                                    ScenarioSize& size,
                                                                    FileFindings& findings);

/// Whether the profile adds up rectangles, and not evaluations of options.
bool is_nonlinear(const XmlFile& profile);

/// The indices of the file's objectives, as written.
std::set<std::string> objectives_of(const XmlFile& file);

/// The whole number of an attribute, at most a billion in size; else an error and nothing.
std::optional<long> whole_number(const XmlFile& file, pugi::xml_node node, const char* attribute,
                                 FileFindings& findings);

}  // namespace nemawashi::io::scenarios
