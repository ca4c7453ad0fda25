// SPDX-License-Identifier: Apache-2.0
// Scenarios of the negotiation environment Genius: one XML file for the domain, one for each
// profile.
//
// Read: discrete, integer and real issues, objectives nested at will, ranges as attributes or as a
// child, evaluators linear, constant and triangular, and nonlinear utilities that add up
// inclusive hyper-rectangles. Refused by name: other aggregations, exclusive rectangles, other
// evaluators. Real issues are read at a grid of values, which the case states. Source: see
// engine/scenarios/evaluation.h.
#pragma once

#include "io/files.h"
#include "io/scenarios/findings.h"

namespace nemawashi::io::scenarios {

/// Whether a file of the set is a Genius domain.
bool is_genius(const FileSet& files);

/// The domain among the files, and the profiles that `options.seats` names, or all. Other files,
/// such as a published frontier, are left alone. Cost: linear in the bytes and in the options.
ScenarioReading read_genius(const FileSet& files, const ScenarioOptions& options);

}  // namespace nemawashi::io::scenarios
