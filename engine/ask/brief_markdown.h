// SPDX-License-Identifier: Apache-2.0
// The whole brief as one Markdown text: the first screen at each date, what changed between them,
// the gate strip, the consequence table, why packages fail, expectations beside answers.
#pragma once

#include "engine/ask/brief.h"

namespace nemawashi::ask {

std::string brief_markdown(const Brief& brief);

/// What changed from one date to the next: what is known, what the answers are.
std::string changes_markdown(const DatedBrief& before, const DatedBrief& after);

}  // namespace nemawashi::ask
