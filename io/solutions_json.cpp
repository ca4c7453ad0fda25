// SPDX-License-Identifier: Apache-2.0
#include "io/solutions_json.h"

#include "engine/ask/solution_words.h"
#include "engine/base/text.h"

namespace nemawashi::io {
namespace {

const char* key_of(agree::Solution solution) {
  switch (solution) {
    case agree::Solution::kalai_smorodinsky:
      return "kalai_smorodinsky";
    case agree::Solution::egalitarian:
      return "egalitarian";
    case agree::Solution::utilitarian:
      return "utilitarian";
    case agree::Solution::minimax_regret:
      break;
  }
  return "minimax_regret";
}

/// By bargaining party.
Json gains_json(const model::Case& a_case, const agree::Bargaining& bargaining,
                const std::vector<base::Rational>& gains) {
  Json json = Json::object();
  for (std::size_t i = 0; i < gains.size(); ++i) {
    json[a_case.at(bargaining.parties[i]).origin.id] = number_json(gains[i]);
  }
  return json;
}

Json solution_json(const model::Case& a_case, const ask::AgreeQuestion& question,
                   const agree::Solutions& solutions, agree::Solution solution) {
  const agree::SolutionSet& set = solutions.of(solution);
  if (set.packages == 0) return nullptr;
  Json json;
  json["values"] = Json::array();
  for (const auto& value : set.values) json["values"].push_back(number_json(value));
  json["packages"] = set.packages.get_str();
  json["members"] = Json::array();
  for (const agree::SolutionMember& member : set.members) {
    Json entry = member_json(a_case, question.reading, member.package);
    entry["gains"] = gains_json(a_case, solutions.bargaining, member.gains);
    json["members"].push_back(std::move(entry));
  }
  json["proved"] = solutions.unvisited == 0;
  json["compares_scales"] = ask::compares_scales(solution);
  json["definition"] = ask::solution_definition(solution) +
                       (ask::compares_scales(solution) ? " " + ask::scales_sentence() : "");
  return json;
}

Json optimum_json(const model::Case& a_case, const agree::Bargaining& bargaining,
                  const std::optional<agree::Optimum>& optimum, const std::string& definition) {
  if (!optimum) return nullptr;
  Json json;
  json["value"] = number_json(optimum->value);
  json["bound"] = number_json(optimum->bound);
  json["proved"] = optimum->proved();
  json["package"] = optimum->package ? package_json(a_case, *optimum->package) : Json(nullptr);
  json["gains"] = gains_json(a_case, bargaining, optimum->gains);
  json["definition"] = definition;
  return json;
}

}  // namespace

void add_solutions_json(const model::Case& a_case, const ask::AgreeQuestion& question,
                        const std::optional<agree::Solutions>& solutions, Json& json) {
  json["best_gains"] =
      solutions ? gains_json(a_case, solutions->bargaining, solutions->best_gains) : Json::object();
  for (const agree::Solution solution : agree::kSolutions) {
    const char* key = key_of(solution);
    json[key] = solutions ? solution_json(a_case, question, *solutions, solution) : nullptr;
    if (!json[key].is_null()) continue;
    json["reasons"][key] = solutions
                               ? base::sentence(ask::no_solutions_words(a_case, *solutions))
                               : "The case states no interests, so there are no gains to compare.";
  }
}

Json by_bounds_json(const model::Case& a_case, const std::optional<agree::Optima>& optima) {
  if (!optima || !optima->bargaining) return nullptr;
  const agree::Bargaining& bargaining = *optima->bargaining;
  Json json;
  json["bargaining"] = ids_json(a_case, bargaining.parties);
  json["left_out"] = ids_json(a_case, bargaining.left_out);
  json["nash"] =
      optimum_json(a_case, bargaining, optima->product, ask::product_by_bounds_definition());
  json["utilitarian"] =
      optimum_json(a_case, bargaining, optima->sum,
                   ask::sum_by_bounds_definition() + " " + ask::scales_sentence());
  return json;
}

Json sample_json(const model::Case& a_case, const model::Reading& reading,
                 const std::optional<agree::Sample>& sample) {
  if (!sample) return nullptr;
  Json json;
  json["certainty"] = certainty_word(sample->set.certainty);
  json["seed"] = std::to_string(sample->request.seed);
  json["drawn_from"] = sample->unvisited > 0 ? Json(nullptr) : Json(sample->drawn_from.get_str());
  json["packages"] = members_json(a_case, reading, sample->packages, sample->packages.size());
  const std::string reason = ask::no_sample_words(*sample);
  json["reason"] = reason.empty() ? Json(nullptr) : Json(base::sentence(reason));
  return json;
}

}  // namespace nemawashi::io
