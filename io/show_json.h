// SPDX-License-Identifier: Apache-2.0
// A case as it was understood, as a JSON value.
#pragma once

#include "engine/ask/agree.h"
#include "io/json_values.h"

namespace nemawashi::io {

/// schema/show.schema.json: every row known at the date, references looked up; with a package, who
/// objects to it.
Json show_json(const model::Case& a_case);
Json show_json(const model::Case& a_case, const model::Reading& reading,
               const agree::PackageReport& report);

}  // namespace nemawashi::io
