// SPDX-License-Identifier: Apache-2.0
// Scenarios of GeniusWeb: a JSON file for the domain, one for each profile.
//
// Read: LinearAdditiveUtilitySpace with DiscreteValueSetUtilities and NumberValueSetUtilities; the
// reservation is the utility of `reservationBid`, issues it leaves out counting 0. Number ranges
// are read at their own steps. Refused by name: other spaces and value sets. Source: W. Pasman,
// GeniusWeb, as its profile files define themselves.
#pragma once

#include "io/files.h"
#include "io/scenarios/findings.h"

namespace nemawashi::io::scenarios {

/// Whether a file of the set is a GeniusWeb domain.
bool is_geniusweb(const FileSet& files);

/// The domain among the files and the profiles that `options.seats` names, or all. Other files,
/// such as `specials.json`, are left alone. Cost: linear in the bytes and in the options.
ScenarioReading read_geniusweb(const FileSet& files, const ScenarioOptions& options);

}  // namespace nemawashi::io::scenarios
