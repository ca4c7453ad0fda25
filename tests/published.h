// SPDX-License-Identifier: Apache-2.0
// Where negotiation scenarios that others published lie, for tests that read them. They are not in
// the repository: tests/scenarios.tsv lists them, `make scenarios` fetches them.
#pragma once

#include <optional>
#include <string>
#include <system_error>

#include "tests/root.h"

namespace nemawashi::tests {

/// Why a test that needs a published scenario is skipped.
inline constexpr const char* kNotFetched =
    "The published scenarios are not here; `make scenarios` fetches them.";

/// The folder or file of that name, such as `genius__7issues` or `decide__copenhagen.csv`: in
/// build/scenarios, else in ../shared/scenarios.
inline std::optional<std::filesystem::path> published_scenario(const std::string& name) {
  for (const auto& folder :
       {kRoot / "build" / "scenarios", kRoot / ".." / "shared" / "scenarios"}) {
    std::error_code error;
    if (std::filesystem::exists(folder / name, error)) return folder / name;
  }
  return std::nullopt;
}

}  // namespace nemawashi::tests
