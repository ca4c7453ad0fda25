// SPDX-License-Identifier: Apache-2.0
// The parts of a spreadsheet file by name, wherever they come from: an archive, or a map in tests.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "engine/model/findings.h"

namespace nemawashi::io::xlsx {

/// Names of parts are compared without regard to case and without a slash at the beginning.
std::string part_key(std::string_view name);

/// The bytes, or why they cannot be read; neither if there is no such part.
struct PartReading {
  std::optional<std::string> bytes;
  std::optional<model::Finding> refusal;
};

struct Package {
  std::set<std::string> keys;  ///< of all parts
  std::function<PartReading(const std::string& key)>
      part;  ///< asked once for each part that is read
};

}  // namespace nemawashi::io::xlsx
