// SPDX-License-Identifier: Apache-2.0
// What a case rests on, in words.
#pragma once

#include <string>

#include "engine/house/answer.h"

namespace nemawashi::ask {

/// The word of the table: `has_acted`.
std::string strength_word(model::Strength strength);

/// As the tables write it, with ids: `all(a, any(b, c))`.
std::string rule_words(const model::House& house, const model::ArrangementRule& rule);

/// The whole answer: the floors, what is provided, what is missing, what falls, what comes next.
std::string floors_words(const model::Case& a_case, const house::HouseAnswer& answer);

}  // namespace nemawashi::ask
