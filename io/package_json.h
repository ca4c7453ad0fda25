// SPDX-License-Identifier: Apache-2.0
// One package in JSON: who objects to it at which gate, over what, and under how many readings.
#pragma once

#include "io/json_values.h"

namespace nemawashi::io {

/// What the report says of the package but for its objections.
Json report_json(const model::Case& a_case, const agree::PackageReport& report);

/// One entry for each gate and reason; those that hold for all weights first.
Json objections_json(const model::Case& a_case, const agree::PackageReport& report);

/// Whether it is ratifiable, by certainty.
Json ratifiable_json(const agree::PackageReport& report);

}  // namespace nemawashi::io
