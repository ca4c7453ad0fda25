// SPDX-License-Identifier: Apache-2.0
// What changed between two versions of a case as a JSON value.
#pragma once

#include "engine/ask/difference.h"
#include "io/json_values.h"

namespace nemawashi::io {

/// schema/diff.schema.json. `seconds` is a number, or null where the answer is part of another.
Json diff_json(const ask::Difference& difference, const Json& seconds);

}  // namespace nemawashi::io
