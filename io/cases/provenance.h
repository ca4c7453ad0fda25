// SPDX-License-Identifier: Apache-2.0
// Where a published scenario came from, as far as a list beside it says.
#pragma once

#include <filesystem>

#include "engine/scenarios/scenario.h"

namespace nemawashi::io::cases {

/// Looks for a row of INDEX.tsv in the folder that holds the path (columns file, repo, path,
/// commit, licence), as `make scenarios` writes it. Without one, the title names the files alone.
nemawashi::scenarios::Provenance provenance_of(const std::filesystem::path& path,
                                               const std::string& format);

}  // namespace nemawashi::io::cases
