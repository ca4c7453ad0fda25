// SPDX-License-Identifier: Apache-2.0
// Scoreable games in plain text: `config.txt` with a line `name,file,role,..` for each party, and
// `scores_files/FILE.txt` with a line of scores for each issue and a last line with the party's
// minimum.
//
// A deal passes if at least all but one party reach their minimum, among them those in the roles
// p1 and p2. Source: S. Abdelnabi and others, "LLM-Deliberation" (arXiv 2309.17234), after the
// Harborco kind of teaching games.
#pragma once

#include "io/files.h"
#include "io/scenarios/findings.h"

namespace nemawashi::io::scenarios {

/// Whether the set has `config.txt` and score files.
bool is_scoreable(const FileSet& files);

/// Issues are called A, B, .., options A1, A2, ..; `options.seats` does not apply. Cost: linear in
/// the bytes.
ScenarioReading read_scoreable(const FileSet& files, const ScenarioOptions& options);

}  // namespace nemawashi::io::scenarios
