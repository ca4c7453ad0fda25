// SPDX-License-Identifier: Apache-2.0
// Scenarios of NegoLog: one JSON file a profile, `profileA.json`, `profileB.json`, ..; the issues
// and their values are those of the first, and all must have the same. Source: A. Dogru, M. O.
// Keskin, C. M. Jonker, T. Baarslag, R. Aydogan, "NegoLog", IJCAI 2024, as its files define
// themselves.
#pragma once

#include "io/files.h"
#include "io/scenarios/findings.h"

namespace nemawashi::io::scenarios {

/// Whether a file of the set is a NegoLog profile.
bool is_negolog(const FileSet& files);

/// The profiles that `options.seats` names, or all. Other files, such as `specs.json`, are left
/// alone. Cost: linear in the bytes.
ScenarioReading read_negolog(const FileSet& files, const ScenarioOptions& options);

}  // namespace nemawashi::io::scenarios
