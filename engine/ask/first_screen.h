// SPDX-License-Identifier: Apache-2.0
// The first screen of a case at one date, as Markdown: question, answer, what it hinges on, who has
// not been asked, what this is not.
#pragma once

#include "engine/ask/brief.h"

namespace nemawashi::ask {

std::string first_screen(const DatedBrief& brief);

/// Parties that the package asks at some gate and to which an objection is found, in gate order.
std::vector<model::PartyIndex> objecting(const model::Case& a_case,
                                         const agree::PackageReport& report);

}  // namespace nemawashi::ask
