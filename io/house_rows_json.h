// SPDX-License-Identifier: Apache-2.0
// The rows of a house with what is answered of each, in JSON: parts of schema/house.schema.json.
#pragma once

#include "engine/house/answer.h"
#include "io/json_values.h"

namespace nemawashi::io {

/// The word, or null where nothing stands.
Json strength_json(const std::optional<model::Strength>& strength);

Json arrangement_ids(const model::House& house,
                     const std::vector<model::ArrangementIndex>& arrangements);
Json bearer_ids(const model::Case& a_case, const std::vector<model::BearerIndex>& bearers);

/// `members`, `purposes`, `arrangements` and `common_causes`.
void add_house_rows(Json& json, const model::Case& a_case, const house::HouseAnswer& answer);

Json contingencies_json(const model::Case& a_case, const house::HouseAnswer& answer);

}  // namespace nemawashi::io
