// SPDX-License-Identifier: Apache-2.0
#include "io/json_values.h"

#include <algorithm>

#include "engine/model/levels.h"

namespace nemawashi::io {
namespace {

Json region_json(const agree::RegionCount& region) {
  Json json;
  json["count"] = region.all.least.get_str();
  json["inside_question"] = region.inside_question.least.get_str();
  json["exact"] = region.all.exact() && region.inside_question.exact();
  if (!json["exact"].get<bool>()) {
    json["count_at_most"] = region.all.most.get_str();
    json["inside_question_at_most"] = region.inside_question.most.get_str();
  }
  return json;
}

Json worth_json(const model::Case& a_case, const model::Reading& reading, model::PartyIndex party,
                const model::Package& package) {
  const auto gain = model::gain_of(a_case, reading, party, package);
  const auto reservation = model::central_reservation(a_case, reading, party);
  if (!gain || !reservation) return nullptr;
  return number_json(base::Rational(gain->central.value + *reservation + a_case.at(party).margin));
}

Json findings_json(const base::Diagnostics& diagnostics, base::Severity severity) {
  Json findings = Json::array();
  for (const base::Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity != severity) continue;
    Json json;
    json["code"] = diagnostic.code;
    json["table"] = text_or_null(diagnostic.table);
    json["row"] = diagnostic.row == 0 ? Json(nullptr) : Json(diagnostic.row);
    json["column"] = text_or_null(diagnostic.column);
    json["message"] = diagnostic.message;
    json["mend"] = diagnostic.mend;
    findings.push_back(std::move(json));
  }
  return findings;
}

}  // namespace

Json number_json(const base::Rational& number) {
  Json json;
  json["exact"] = base::exact_text(number);
  json["value"] = base::approximate(number);
  return json;
}

Json number_json(const std::optional<base::Rational>& number) {
  return number ? number_json(*number) : Json(nullptr);
}

Json double_json(const std::optional<double>& number) {
  return number ? Json(*number) : Json(nullptr);
}

Json exact_json(const std::optional<base::Rational>& number) {
  return number ? Json(base::exact_text(*number)) : Json(nullptr);
}

Json counts_json(const agree::Counts& counts) {
  Json json;
  json["packages"] = region_json(counts.packages);
  json["feasible"] = region_json(counts.feasible);
  json["ratifiable"] = certainties_json(region_json(counts.under(model::Certainty::necessary)),
                                        region_json(counts.under(model::Certainty::central)),
                                        region_json(counts.under(model::Certainty::possible)));
  return json;
}

Json package_json(const model::Case& a_case, const model::Package& package) {
  Json json = Json::object();
  for (std::size_t i = 0; i < package.size(); ++i) {
    const model::Issue& issue = a_case.issues[i];
    json[issue.origin.id] = issue.options[package[i].value].id;
  }
  return json;
}

Json condition_json(const model::Case& a_case, const model::Condition& condition) {
  Json json = Json::object();
  for (const model::ConditionTerm& term : condition.terms) {
    const model::Issue& issue = a_case.at(term.issue);
    Json options = Json::array();
    for (std::size_t o = 0; o < term.options.size(); ++o) {
      if (term.options[o]) options.push_back(issue.options[o].id);
    }
    json[issue.origin.id] = std::move(options);
  }
  return json;
}

Json reading_json(const model::Case& a_case, const model::Reading& reading) {
  Json json = Json::object();
  for (std::size_t i = 0; i < a_case.claims.size(); ++i) {
    json[a_case.claims[i].origin.id] = static_cast<bool>(reading[i]);
  }
  return json;
}

Json member_json(const model::Case& a_case, const model::Reading& reading,
                 const model::Package& package) {
  Json json;
  json["package"] = package_json(a_case, package);
  Json& worth = json["worth"] = Json::object();
  for (std::size_t p = 0; p < a_case.parties.size(); ++p) {
    if (a_case.interests_of[p].empty()) continue;
    worth[a_case.parties[p].origin.id] = worth_json(a_case, reading, model::PartyIndex(p), package);
  }
  return json;
}

Json members_json(const model::Case& a_case, const model::Reading& reading,
                  const std::vector<model::Package>& packages, std::size_t most) {
  Json members = Json::array();
  for (const model::Package& package : packages) {
    if (members.size() == most) break;
    members.push_back(member_json(a_case, reading, package));
  }
  return members;
}

Json weights_json(const model::Case& a_case, model::PartyIndex party,
                  const model::WeightVector& weights) {
  Json json = Json::object();
  const auto& interests = a_case.interests_of[party.value];
  for (std::size_t i = 0; i < interests.size(); ++i) {
    json[a_case.at(interests[i]).origin.id] = base::exact_text(weights[i]);
  }
  return json;
}

Json certainties_json(const Json& necessary, const Json& central, const Json& possible) {
  Json json;
  json["necessary"] = necessary;
  json["central"] = central;
  json["possible"] = possible;
  return json;
}

std::string level_id(const model::Case& a_case, model::LevelIndex index) {
  const model::Level& level = a_case.at(index);
  return a_case.at(level.measure).origin.id + "/" + model::bearer_id(a_case, level.bearer);
}

Json level_ids(const model::Case& a_case, const std::vector<model::LevelIndex>& levels) {
  Json ids = Json::array();
  for (const model::LevelIndex level : levels) ids.push_back(level_id(a_case, level));
  return ids;
}

std::string verdict_word(model::Verdict verdict) {
  return verdict == model::Verdict::no_objection ? "no_objection"
         : verdict == model::Verdict::objection  ? "objection"
                                                 : "cannot_tell";
}

std::string certainty_word(model::Certainty certainty) {
  return certainty == model::Certainty::necessary ? "necessary"
         : certainty == model::Certainty::central ? "central"
                                                  : "possible";
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json left_out_json(const model::Case& a_case) {
  Json rows = Json::array();
  for (const model::LeftOut& row : a_case.left_out) {
    Json json;
    json["table"] = row.table;
    json["row"] = row.row;
    json["id"] = row.id;
    json["because"] = row.because;
    rows.push_back(std::move(json));
  }
  return rows;
}

Json not_modelled_json(const model::Case& a_case) {
  return ids_json(a_case, model::not_modelled(a_case));
}

Json check_json(const base::Diagnostics& diagnostics) {
  Json json;
  json["errors"] = findings_json(diagnostics, base::Severity::error);
  json["warnings"] = findings_json(diagnostics, base::Severity::warning);
  json["information"] = findings_json(diagnostics, base::Severity::information);
  return json;
}

}  // namespace nemawashi::io
