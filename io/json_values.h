// SPDX-License-Identifier: Apache-2.0
// The values that answers in JSON are made of. Keys are snake_case words of the glossary. A count
// is a decimal string and an exact number the string `p/q`, because a JSON number may lose digits
// on the way; `value` beside it is the nearest double, for drawing (null beyond its range). What
// is not known or does not apply is null, never left out.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "engine/ask/agree.h"
#include "engine/base/diagnostic.h"

namespace nemawashi::io {

using Json = nlohmann::ordered_json;

Json number_json(const base::Rational& number);
Json number_json(const std::optional<base::Rational>& number);
Json exact_json(const std::optional<base::Rational>& number);
/// A number that is no more than a double, or null.
Json double_json(const std::optional<double>& number);

/// `packages`, `feasible` and `ratifiable`, each `{count, inside_question, exact}`.
Json counts_json(const agree::Counts& counts);

/// `{issue: option}`.
Json package_json(const model::Case& a_case, const model::Package& package);

/// `{issue: [options]}`, one an issue that the condition names; an empty list never holds.
Json condition_json(const model::Case& a_case, const model::Condition& condition);

/// `{claim: bool}`.
Json reading_json(const model::Case& a_case, const model::Reading& reading);

/// A package with its worth at central weights, by party with interests; null where unknown.
Json member_json(const model::Case& a_case, const model::Reading& reading,
                 const model::Package& package);
Json members_json(const model::Case& a_case, const model::Reading& reading,
                  const std::vector<model::Package>& packages, std::size_t most);

/// `{interest: exact}`, of the party's interests.
Json weights_json(const model::Case& a_case, model::PartyIndex party,
                  const model::WeightVector& weights);

/// A boolean, or a word of it, by certainty: `{necessary, central, possible}`.
Json certainties_json(const Json& necessary, const Json& central, const Json& possible);

/// `measure/bearer`, the id by which answers name a level.
std::string level_id(const model::Case& a_case, model::LevelIndex level);
Json level_ids(const model::Case& a_case, const std::vector<model::LevelIndex>& levels);

std::string verdict_word(model::Verdict verdict);
std::string certainty_word(model::Certainty certainty);

/// The string, or null if it is empty.
Json text_or_null(const std::string& text);

/// The id of an element of the case, or null.
template <class Index>
Json id_or_null(const model::Case& a_case, const std::optional<Index>& index) {
  return index ? Json(a_case.at(*index).origin.id) : Json(nullptr);
}

template <class Index>
Json ids_json(const model::Case& a_case, const std::vector<Index>& indices) {
  Json ids = Json::array();
  for (const Index index : indices) ids.push_back(a_case.at(index).origin.id);
  return ids;
}

Json left_out_json(const model::Case& a_case);

/// Parties of gates that have neither interests, refusals nor a rule: they count as yes.
Json not_modelled_json(const model::Case& a_case);

/// schema/check.schema.json: findings by severity.
Json check_json(const base::Diagnostics& diagnostics);

}  // namespace nemawashi::io
