// SPDX-License-Identifier: Apache-2.0
// What fault trees rest on, as plain text.
#pragma once

#include <string>

#include "engine/floors/answer.h"

namespace nemawashi::cli {

std::string floors_text(const floors::FloorsAnswer& answer, const floors::FloorsOptions& options);

}  // namespace nemawashi::cli
