// SPDX-License-Identifier: Apache-2.0
// Whether each cell is what its column asks for, and what each row refers to. Second of the steps
// of read_case.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/number.h"
#include "engine/model/written_case.h"

namespace nemawashi::model {

/// Options of one issue that `check` and the search are made for; more is refused.
inline constexpr std::size_t kMostOptions = 10'000;
inline constexpr std::size_t kMostIssues = 2'000;  ///< the search goes one call deeper for each

/// Checks all cells of all rows, also of those that a date would leave out: numbers, dates, words,
/// conditions, rules and references, each unknown id with the nearest known one. Rows with an
/// error become broken; `needs` lists what every row refers to, except options in conditions and
/// members of rules, which are dropped one by one. Cost: linear in the cells.
void check_cells(WrittenCase& written, Findings& findings);

/// Reads `x:v, x:v, ..`, x rising, at least one pair.
std::optional<std::vector<std::pair<base::Rational, base::Rational>>> parse_points(
    std::string_view text);

/// A whole number of at least 1 and at most a million.
std::optional<std::size_t> parse_rank(std::string_view text);

}  // namespace nemawashi::model
