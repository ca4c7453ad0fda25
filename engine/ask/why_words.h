// SPDX-License-Identifier: Apache-2.0
// The reasons why nothing passes, each in one plain sentence that names office, act and reason. A
// refusal has no amount and no price; nobody is said to hold a key.
#pragma once

#include "engine/ask/why.h"

namespace nemawashi::ask {

/// What is in the way where the test is missed, with the office and its acts: "City of Nago
/// (landing permit) refuses this whatever else it gets: ..".
std::string element_words(const model::Case& a_case, const agree::Element& element);

/// What is missing of the element, with its unit; why there is no amount, where there is none.
std::string amount_missing_words(const model::Case& a_case, const agree::Element& element,
                                 const agree::LeastAmount& amount);

/// The tests named, one after the other, as a sentence.
std::string elements_words(const model::Case& a_case, const agree::Conflicts& conflicts,
                           const std::vector<std::size_t>& elements);
/// What all of several conflicts hold; nothing of a single one.
std::vector<std::size_t> common_elements(const agree::Conflicts& conflicts);

std::string conflict_sentence(const model::Case& a_case, const agree::Conflicts& conflicts,
                              const std::vector<std::size_t>& conflict);
std::string relaxation_sentence(const model::Case& a_case, const agree::Conflicts& conflicts,
                                const agree::Relaxation& relaxation);

/// How many conflicts and relaxations there are, or that something passes.
std::string conflicts_summary(const agree::Conflicts& conflicts);

std::string smallest_change_sentence(const model::Case& a_case, const model::Package& from,
                                     const agree::SmallestChange& change);
/// After the issue and a colon; the same of several issues where the same would do.
std::string missing_option_sentence(const model::Case& a_case, const agree::MissingOption& missing);
std::string payment_sentence(const model::Case& a_case, const agree::Payment& payment);
/// What is said of payments as a whole: in which measures, or why not.
std::string payments_summary(const model::Case& a_case, const WhyAnswer& answer);
std::string linking_sentence(const model::Case& a_case, const agree::Linking& linking);
std::string synergy_sentence(const model::Case& a_case, model::PartyIndex party,
                             const agree::StepPair& pair);
std::string extremes_sentence(const model::Case& a_case, const agree::PartyExtremes& extremes);

/// The set over which extremes are looked for: "packages inside the question that may pass".
std::string extremes_set_words(const agree::Extremes& extremes);

/// `issue=option`.
std::string step_code(const model::Case& a_case, const agree::Step& step);

}  // namespace nemawashi::ask
