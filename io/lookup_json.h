// SPDX-License-Identifier: Apache-2.0
// What a page looks packages up in, as a JSON value.
#pragma once

#include "engine/ask/report.h"
#include "io/json_values.h"

namespace nemawashi::io {

/// `lookup` in schema/report.schema.json.
Json lookup_json(const model::Case& a_case, const agree::Lookup& lookup);

}  // namespace nemawashi::io
