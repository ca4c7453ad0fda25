// SPDX-License-Identifier: Apache-2.0
// The reasons why nothing passes as a JSON value.
#pragma once

#include "engine/ask/why.h"
#include "io/json_values.h"

namespace nemawashi::io {

/// schema/why.schema.json. `seconds` is a number.
Json why_json(const model::Case& a_case, const ask::WhyAnswer& answer, const Json& seconds);

/// The smallest changes of a package: `smallest_changes` in answers.
Json smallest_changes_json(const model::Case& a_case, const model::Package& from,
                           const std::vector<agree::SmallestChange>& changes);

/// Elements, conflicts and relaxations: `why` in answers.
Json conflicts_json(const model::Case& a_case, const agree::Conflicts& conflicts);

}  // namespace nemawashi::io
