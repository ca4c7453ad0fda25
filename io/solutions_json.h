// SPDX-License-Identifier: Apache-2.0
// The bargaining solutions beside Nash's, and samples, in JSON.
#pragma once

#include "io/json_values.h"

namespace nemawashi::io {

/// Adds `kalai_smorodinsky`, .., `best_gains` and what `reasons` says of them.
void add_solutions_json(const model::Case& a_case, const ask::AgreeQuestion& question,
                        const std::optional<agree::Solutions>& solutions, Json& json);

/// What is known by bounds alone; null if nothing is.
Json by_bounds_json(const model::Case& a_case, const std::optional<agree::Optima>& optima);

/// Null unless asked for.
Json sample_json(const model::Case& a_case, const model::Reading& reading,
                 const std::optional<agree::Sample>& sample);

}  // namespace nemawashi::io
