// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace nemawashi::tests {

/// Of the project.
inline const std::filesystem::path kRoot = NEMAWASHI_ROOT;

}  // namespace nemawashi::tests
