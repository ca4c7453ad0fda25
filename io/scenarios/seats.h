// SPDX-License-Identifier: Apache-2.0
// Which of the profiles of a folder take part.
#pragma once

#include "io/scenarios/findings.h"

namespace nemawashi::io::scenarios {

/// The names to read, of those there are: in the order of the options' seats, or all in the order
/// given. A seat is named with or without the file's ending; one that is no profile, or named
/// twice, is an error `unknown-seat`; no profile at all is `no-profiles`.
std::vector<std::string> seated(const std::vector<std::string>& profiles,
                                const ScenarioOptions& options, FileFindings& findings);

}  // namespace nemawashi::io::scenarios
