// SPDX-License-Identifier: Apache-2.0
// What the answers on fault trees and on a house say alike of a Boolean structure.
#pragma once

#include "engine/house/functions.h"
#include "io/json_values.h"

namespace nemawashi::io {

/// A count that could not be made is at least 0, and not exact. `listed`: the sets.
Json sets_json(const std::optional<base::Integer>& count, Json listed);

/// `complete`, `stopped` or `no_room`.
std::string ending_word(house::StructureAnswer::Ending ending);

}  // namespace nemawashi::io
