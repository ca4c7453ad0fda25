// SPDX-License-Identifier: Apache-2.0
// CSV files of KTAB's spatial model: a line `name,description,actors,dimensions`, a header, then a
// line `actor,description,influence,(position,salience) ..` for each actor, positions and
// saliences in 0..100. Commas at the end and padded numbers are passed over; texts hold no commas.
#pragma once

#include "io/scenarios/findings.h"

namespace nemawashi::io::scenarios {

/// Whether the second line is such a header.
bool is_ktab(std::string_view bytes);

/// See spatial.h for what is made of it. Cost: linear in the bytes.
ScenarioReading read_ktab(const std::string& file, std::string_view bytes,
                          const ScenarioOptions& options);

}  // namespace nemawashi::io::scenarios
