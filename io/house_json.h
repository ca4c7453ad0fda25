// SPDX-License-Identifier: Apache-2.0
// What the arrangements of a case rest on, in JSON: schema/house.schema.json.
#pragma once

#include "engine/house/answer.h"
#include "io/json_values.h"

namespace nemawashi::io {

Json house_json(const model::Case& a_case, const house::HouseAnswer& answer, double seconds);

}  // namespace nemawashi::io
