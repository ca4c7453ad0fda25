// SPDX-License-Identifier: Apache-2.0
// The brief of a case at all its dates as a JSON value.
#pragma once

#include "engine/ask/brief.h"
#include "io/json_values.h"

namespace nemawashi::io {

/// One date: `dated` in schema/brief.schema.json.
Json dated_brief_json(const ask::DatedBrief& dated);

/// schema/brief.schema.json, of a brief without errors. Only the whole is timed.
Json brief_json(const ask::Brief& brief, double seconds);

}  // namespace nemawashi::io
