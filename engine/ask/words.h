// SPDX-License-Identifier: Apache-2.0
// Results in plain words, the same wherever they are printed. Never "accepts": a model finds no
// objection, finds one, or cannot tell. Gains are shown with two decimals of the party's own scale
// and never compared between parties.
#pragma once

#include <string>
#include <vector>

#include "engine/agree/counts.h"
#include "engine/agree/nash.h"
#include "engine/agree/objections.h"

namespace nemawashi::ask {

/// "no objection found", "objection found", "cannot tell".
std::string verdict_words(model::Verdict verdict);

/// `TITLE, as known on DATE`; without the date where it is only a label (model::kUndated).
std::string dated_title(const model::Case& a_case);

/// That so little is known at the date that what is found is no answer, where that is so; else
/// nothing.
std::string not_known_yet_words(const model::Case& a_case);

/// " inside the question", where the case says what answers it; else nothing.
std::string inside_words(const model::Case& a_case);

/// That no option changes anything of interest, where that is so; else nothing.
std::string nothing_matters_words(const model::Case& a_case);

/// "necessary", "central", "possible".
std::string certainty_words(model::Certainty certainty);

/// "pass for all weights", "pass at central weights", "may pass".
std::string certainty_phrase(model::Certainty certainty);

/// `12,345`, `none`, or `between 3 and 12,345 (bounded)`.
std::string count_words(const agree::BoundedCount& count);

/// "not found out before the search was stopped".
std::string not_found_out_words();

/// The measure at the bearer: "Night events at Kadena and its neighbours".
std::string level_words(const model::Case& a_case, model::LevelIndex level);

/// A level with its unit: "400.7 per month".
std::string amount_words(const model::Case& a_case, model::LevelIndex level,
                         const base::Rational& amount);

/// `issue=option` for each issue that stands otherwise than by default; "nothing is changed"
/// if none.
std::string package_code(const model::Case& a_case, const model::Package& package);

/// What the options are called that the condition asks for: "Land of the camp with one runway";
/// "anything but .." where that is shorter.
std::string condition_words(const model::Case& a_case, const model::Condition& condition);

/// What a refusal says and when, after a colon; where no source has it, that the authors of the
/// case derived or assumed it.
std::string statement_words(const model::Refusal& refusal);

/// `issue=option` for each issue in which `to` differs from `from`; "no change" if none.
std::string changes_code(const model::Case& a_case, const model::Package& from,
                         const model::Package& to);

/// The names of those options, joined by "; "; where a gate is set aside, the name of the issue.
std::string package_words(const model::Case& a_case, const model::Package& package);

/// Why a gate does not say yes for certain, as one sentence without its final stop.
std::string because(const model::Case& a_case, const agree::PackageReport& report,
                    const agree::Objection& objection);

/// How a party's own answer stands: its gain at its least, central and greatest.
std::string gain_words(const model::PartyAnswer& answer);

/// The interests on which the weights put most: "x" or "x and y".
std::string weight_words(const model::Case& a_case, model::PartyIndex party,
                         const model::WeightVector& weights);

/// The sentence that a case must not be read without.
std::string not_asked_words(const model::Case& a_case);

/// "1 package", "12 packages".
std::string counted(const base::Integer& number, const std::string& one, const std::string& many);

/// "the first", "the first 3"; of a list of which `number` are shown, at least one.
std::string first_words(std::size_t number);

/// What is said of all of them: "the only party", "both parties", "all 17 parties".
std::string all_words(std::size_t number, const std::string& one, const std::string& many);

/// "a, b and c".
std::string listed(const std::vector<std::string>& parts);

/// The names of the parties, listed.
std::string party_names(const model::Case& a_case, const std::vector<model::PartyIndex>& parties);

/// " Counted as yes, since nothing is stated of them: ..", or nothing.
std::string not_modelled_words(const model::Case& a_case);

/// Why no package of R0 was compared, where the search or the gates say it; else nothing.
std::string nothing_compared_words(const agree::Bargaining& bargaining,
                                   const base::Integer& r0_packages,
                                   const base::Integer& unvisited);

/// Why there is no Nash solution.
std::string no_nash_words(const agree::NashSolution& nash);

/// Two decimals of a party's scale; "less than 0.01" rather than 0 for what is not 0.
std::string scale_words(const base::Rational& worth);

/// "its margin of 0.05 of its scale": what its gain must reach before it has no objection.
std::string margin_words(const base::Rational& margin);

}  // namespace nemawashi::ask
