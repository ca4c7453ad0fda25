// SPDX-License-Identifier: Apache-2.0
// Bargaining solutions in words: what each is, what it compares, and why there is none.
#pragma once

#include <string>
#include <vector>

#include "engine/agree/adjusted_winner.h"
#include "engine/agree/optima.h"
#include "engine/agree/sample.h"
#include "engine/agree/solutions.h"

namespace nemawashi::ask {

/// "Kalai-Smorodinsky", "Egalitarian", "Utilitarian", "Minimax regret".
std::string solution_name(agree::Solution solution);

/// What its packages are, as a sentence.
std::string solution_definition(agree::Solution solution);

/// Whether it takes the scales of the parties for one; and the sentence that says so.
bool compares_scales(agree::Solution solution);
std::string scales_sentence();

/// What the first of its values is: "least share of the best gain", ..
std::string solution_value_words(agree::Solution solution);

/// Why one solution is not given where others are: a sentence.
std::string not_measured_words();

/// Why there is no such solution, as part of a sentence.
std::string no_solutions_words(const model::Case& a_case, const agree::Solutions& solutions);

/// That some bargaining parties gain nothing in any package of R0, as a sentence; else nothing.
std::string gains_nothing_words(const model::Case& a_case, const agree::Solutions& solutions);

/// What is compared where R0 was not searched but bounded, as a sentence.
std::string product_by_bounds_definition();
std::string sum_by_bounds_definition();

/// "0.31, and no such package has more", "0.31 in the best that was found; none has more than 0.4",
/// .., as part of a sentence. Bounds are rounded up.
/// A product or sum of gains with six significant digits, however small: rounded, for reading.
std::string product_words(const base::Rational& product);

std::string optimum_words(const agree::Optimum& optimum);

/// Why issues cannot be settled by shares of options: how many rows of each kind, with the first.
std::string indivisible_words(const std::vector<agree::IndivisibleRows>& reasons);

/// Why nothing was drawn, as part of a sentence; else nothing.
std::string no_sample_words(const agree::Sample& sample);

}  // namespace nemawashi::ask
