// SPDX-License-Identifier: Apache-2.0
#include "io/house_rows_json.h"

#include <array>
#include <set>

#include "engine/ask/floors_words.h"

namespace nemawashi::io {
namespace {

void add_origin(Json& json, const model::Origin& origin) {
  static constexpr std::array kBasis = {"sourced", "derived", "assumed"};
  json["sources"] = origin.sources;
  json["basis"] = kBasis.at(static_cast<std::size_t>(origin.basis));
  json["note"] = text_or_null(origin.note);
}

Json function_ids(const model::House& house, const std::vector<model::FunctionIndex>& functions) {
  Json ids = Json::array();
  for (const model::FunctionIndex one : functions) ids.push_back(house.at(one).origin.id);
  return ids;
}

/// What it rests on, row by row, with whether the row counts as the claims are read.
Json supports_json(const model::Case& a_case, const house::HouseAnswer& answer,
                   model::ArrangementIndex arrangement) {
  Json json = Json::array();
  for (const model::RestsOn& row : a_case.house.rests_on) {
    if (row.arrangement != arrangement) continue;
    std::set<model::ArrangementIndex> on;
    model::for_each_member(row.rule, [&](model::ArrangementIndex one) { on.insert(one); });
    Json entry;
    entry["id"] = row.origin.id;
    entry["rule"] = ask::rule_words(a_case.house, row.rule);
    entry["on"] = arrangement_ids(a_case.house, {on.begin(), on.end()});
    entry["claim"] = id_or_null(a_case, row.if_claim);
    entry["counts"] = !row.if_claim || answer.question.reading[row.if_claim->value];
    add_origin(entry, row.origin);
    json.push_back(std::move(entry));
  }
  return json;
}

Json causes_json(const model::House& house, model::ArrangementIndex arrangement) {
  Json json = Json::array();
  for (const model::CommonCause& cause : house.common_causes) {
    for (const model::ArrangementIndex one : cause.arrangements) {
      if (one == arrangement) json.push_back(cause.origin.id);
    }
  }
  return json;
}

Json arrangement_json(const model::Case& a_case, const house::HouseAnswer& answer,
                      model::ArrangementIndex index) {
  const model::Arrangement& one = a_case.house.at(index);
  Json json;
  json["id"] = one.origin.id;
  json["name"] = one.name;
  json["floor"] = one.floor;
  json["members"] = bearer_ids(a_case, one.members);
  json["functions"] = function_ids(a_case.house, one.functions);
  json["founded"] = text_or_null(one.founded);
  json["first_acted"] = text_or_null(one.first_acted);
  json["strength"] = strength_json(one.strength);
  json["why"] = one.why;
  json["status"] = one.proposed ? "proposed" : "exists";
  json["exists_if"] = one.exists_if ? condition_json(a_case, *one.exists_if) : Json(nullptr);
  json["exists"] = bool{answer.view.exists[index.value]};
  json["stands"] = answer.now.firmness[index.value].has_value();
  json["firmness"] = strength_json(answer.now.firmness[index.value]);
  json["rests_on"] = supports_json(a_case, answer, index);
  json["common_causes"] = causes_json(a_case.house, index);
  json["probability"] = number_json(one.probability);
  json["cost"] = number_json(one.cost);
  add_origin(json, one.origin);
  return json;
}

}  // namespace

Json strength_json(const std::optional<model::Strength>& strength) {
  return strength ? Json(ask::strength_word(*strength)) : Json(nullptr);
}

Json arrangement_ids(const model::House& house,
                     const std::vector<model::ArrangementIndex>& arrangements) {
  Json ids = Json::array();
  for (const model::ArrangementIndex one : arrangements) ids.push_back(house.at(one).origin.id);
  return ids;
}

Json bearer_ids(const model::Case& a_case, const std::vector<model::BearerIndex>& bearers) {
  Json ids = Json::array();
  for (const model::BearerIndex one : bearers) ids.push_back(model::bearer_id(a_case, one));
  return ids;
}

void add_house_rows(Json& json, const model::Case& a_case, const house::HouseAnswer& answer) {
  const model::House& house = a_case.house;
  std::set<model::BearerIndex> members;
  for (const model::Arrangement& one : house.arrangements) {
    members.insert(one.members.begin(), one.members.end());
  }
  Json& named = json["members"] = Json::array();
  for (const model::BearerIndex member : members) {
    Json entry;
    entry["id"] = model::bearer_id(a_case, member);
    entry["name"] = model::bearer_name(a_case, member);
    named.push_back(std::move(entry));
  }
  Json& purposes = json["purposes"] = Json::array();
  for (std::size_t i = 0; i < house.functions.size(); ++i) {
    Json entry;
    entry["id"] = house.functions[i].origin.id;
    entry["name"] = house.functions[i].name;
    entry["pairs"] = answer.gaps[i].pairs;
    entry["triples"] = answer.gaps[i].triples;
    entry["exact"] = bool{answer.gaps[i].complete};
    entry["without"] = bearer_ids(a_case, answer.without_any[i]);
    purposes.push_back(std::move(entry));
  }
  Json& arrangements = json["arrangements"] = Json::array();
  for (std::size_t i = 0; i < house.arrangements.size(); ++i) {
    arrangements.push_back(arrangement_json(a_case, answer, model::ArrangementIndex(i)));
  }
  Json& causes = json["common_causes"] = Json::array();
  for (const model::CommonCause& cause : house.common_causes) {
    Json entry;
    entry["id"] = cause.origin.id;
    entry["name"] = cause.name;
    entry["arrangements"] = arrangement_ids(house, cause.arrangements);
    entry["probability"] = number_json(cause.probability);
    add_origin(entry, cause.origin);
    causes.push_back(std::move(entry));
  }
}

Json contingencies_json(const model::Case& a_case, const house::HouseAnswer& answer) {
  const model::House& house = a_case.house;
  Json json = Json::array();
  for (const house::AnsweredContingency& one : answer.contingencies) {
    const model::Contingency& row = house.at(one.contingency);
    Json entry;
    entry["id"] = row.origin.id;
    entry["name"] = row.name;
    entry["function"] = house.at(row.function).origin.id;
    entry["place"] = id_or_null(a_case, row.place);
    entry["members"] = bearer_ids(a_case, row.members);
    entry["hours"] = number_json(row.hours);
    entry["date"] = text_or_null(row.date);
    entry["toll"] = text_or_null(row.toll);
    entry["best"] = strength_json(one.best);
    entry["answered"] = house::is_answered(one.best);
    entry["standing"] = arrangement_ids(house, one.standing);
    entry["proposed"] = arrangement_ids(house, one.proposed);
    entry["existed_then"] = arrangement_ids(house, one.existed_then);
    entry["had_acted"] = arrangement_ids(house, one.had_acted);
    add_origin(entry, row.origin);
    json.push_back(std::move(entry));
  }
  return json;
}

}  // namespace nemawashi::io
