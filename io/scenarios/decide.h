// SPDX-License-Identifier: Apache-2.0
// Tables of the DECIDE exchange model: tab separated, quote `'`, rows `#A actor`, `#P issue`, `#M
// issue bound`, `#D actor issue position salience power`.
#pragma once

#include "io/scenarios/findings.h"

namespace nemawashi::io::scenarios {

/// Whether the first line begins with `#A` or `#P`, quoted or not.
bool is_decide(std::string_view bytes);

/// See spatial.h for what is made of it. Cost: linear in the bytes, times the logarithm of the
/// names.
ScenarioReading read_decide(const std::string& file, std::string_view bytes,
                            const ScenarioOptions& options);

}  // namespace nemawashi::io::scenarios
