// SPDX-License-Identifier: Apache-2.0
// A scenario in any of the formats that are read, told apart by what the files hold.
#pragma once

#include "io/files.h"
#include "io/scenarios/findings.h"

namespace nemawashi::io::scenarios {

enum class ScenarioFormat { genius, geniusweb, negolog, scoreable, decide, ktab };

/// The formats in words, for messages.
inline constexpr const char* kFormats =
    "Genius XML, GeniusWeb JSON, NegoLog JSON, scoreable games, DECIDE tables, KTAB CSV";

/// Of a folder's files, or of one file; nothing if they are in none of the formats.
std::optional<ScenarioFormat> format_of(const FileSet& files);

/// `name` is that of the folder or file: the scenario's own where its files give none. Names of
/// parties, issues and options that are not UTF-8 are an error `not-utf8`; control characters in
/// them become spaces.
ScenarioReading read_scenario(ScenarioFormat format, const FileSet& files, const std::string& name,
                              const ScenarioOptions& options);

}  // namespace nemawashi::io::scenarios
