// SPDX-License-Identifier: Apache-2.0
// What tables and columns mean, in Japanese, for spreadsheets and pages. English: schema.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nemawashi::model {

/// The text of a table (`gates`), of a column (`gates.when`) or of a column that means the same in
/// all tables (`.id`); empty if there is none.
std::string_view japanese_text(std::string_view key);

/// What the column means: its own text if it has one, else that of all tables.
std::string japanese_help(std::string_view table, std::string_view column);

/// All keys that have a text, as written.
std::vector<std::string_view> japanese_keys();

}  // namespace nemawashi::model
