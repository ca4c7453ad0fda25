// SPDX-License-Identifier: Apache-2.0
// The answer to "what could all accept?" as a JSON value.
#pragma once

#include "engine/ask/agree.h"
#include "io/json_values.h"

namespace nemawashi::io {

/// schema/agree.schema.json. `seconds` is a number, or null where the answer is part of another.
Json agree_json(const model::Case& a_case, const ask::AgreeAnswer& answer, const Json& seconds);

/// Parts that other answers have too: issues held to fewer than all of their options; the nearest
/// packages.
Json asked_about_json(const model::Case& a_case, const ask::AgreeQuestion& question);
Json nearest_json(const model::Case& a_case, const ask::AgreeQuestion& question,
                  const std::vector<ask::NearestAnswer>& answers);

}  // namespace nemawashi::io
