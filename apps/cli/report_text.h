// SPDX-License-Identifier: Apache-2.0
// Answers as plain text for a terminal or a pipe.
#pragma once

#include <string>

#include "engine/ask/agree.h"

namespace nemawashi::cli {

/// Who was not asked, and what an answer is not: below every answer.
std::string closing_text(const model::Case& a_case);

/// The case, its question, the reading, what the date leaves out and what is asked about.
std::string heading_text(const model::Case& a_case, const ask::AgreeQuestion& question);

std::string nearest_text(const model::Case& a_case, const ask::AgreeQuestion& question,
                         const std::vector<ask::NearestAnswer>& answers);

std::string agree_text(const model::Case& a_case, const ask::AgreeAnswer& answer);

}  // namespace nemawashi::cli
