// SPDX-License-Identifier: Apache-2.0
// What fault trees rest on, in JSON: schema/floors.schema.json.
#pragma once

#include "engine/floors/answer.h"
#include "io/json_values.h"

namespace nemawashi::io {

/// Probabilities are doubles, null where none is known; `warnings` are those of the reading.
Json floors_json(const floors::FloorsAnswer& answer, const floors::FloorsOptions& options,
                 const base::Diagnostics& warnings, double seconds);

}  // namespace nemawashi::io
