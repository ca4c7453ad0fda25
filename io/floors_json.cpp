// SPDX-License-Identifier: Apache-2.0
#include "io/floors_json.h"

#include "io/answers_json.h"
#include "io/structure_json.h"

namespace nemawashi::io {
namespace {

using floors::FloorsAnswer;
using floors::FunctionAnswer;

Json names_json(const FloorsAnswer& answer, const std::vector<std::uint32_t>& events) {
  Json names = Json::array();
  for (const std::uint32_t event : events) names.push_back(answer.trees.events[event].name);
  return names;
}

Json listed_json(const FloorsAnswer& answer, const floors::MinimalSetsAnswer& sets) {
  Json listed = Json::array();
  for (const floors::ListedSet& set : sets.listed) {
    Json entry;
    entry["events"] = names_json(answer, set.events);
    entry["probability"] = double_json(set.probability);
    listed.push_back(std::move(entry));
  }
  return sets_json(sets.count, std::move(listed));
}

Json importance_json(const FloorsAnswer& answer, const FunctionAnswer& function) {
  Json json = Json::array();
  for (const floors::EventImportance& of : function.importance) {
    Json entry;
    entry["event"] = answer.trees.events[of.event].name;
    entry["probability"] = of.probability;
    entry["birnbaum"] = of.birnbaum;
    entry["criticality"] = double_json(of.criticality);
    entry["fussell_vesely"] = double_json(of.fussell_vesely);
    entry["risk_achievement_worth"] = double_json(of.risk_achievement_worth);
    entry["risk_reduction_worth"] = double_json(of.risk_reduction_worth);
    json.push_back(std::move(entry));
  }
  return json;
}

Json function_json(const FloorsAnswer& answer, const FunctionAnswer& function) {
  Json json;
  json["name"] = function.name;
  json["member"] = nullptr;
  json["fault_tree"] = text_or_null(function.tree);
  json["alignment"] = text_or_null(function.alignment);
  json["phase"] = text_or_null(function.phase);
  json["events"] = function.events;
  json["probability"] = double_json(function.probability);
  json["probability_exact"] = exact_json(function.exact);
  json["cut_sets"] = listed_json(answer, function.cut_sets);
  json["path_sets"] = listed_json(answer, function.path_sets);
  json["importance"] = importance_json(answer, function);
  json["without_probability"] = names_json(answer, function.without_probability);
  json["ending"] = ending_word(function.ending);
  json["diagram_nodes"] = function.diagram_nodes;
  return json;
}

}  // namespace

Json floors_json(const FloorsAnswer& answer, const floors::FloorsOptions& options,
                 const base::Diagnostics& warnings, double seconds) {
  Json json;
  Json& functions = json["functions"] = Json::array();
  for (const FunctionAnswer& function : answer.functions) {
    functions.push_back(function_json(answer, function));
  }
  for (const char* of_a_case : {"contingencies", "gaps", "load", "next"}) {
    json[of_a_case] = nullptr;
  }
  json["mission_time"] = options.mission_time;
  json["common_causes"] =
      options.common_causes == floors::CommonCauses::written_out ? "written_out" : "as_one_event";
  json["common_cause_groups_left"] = answer.groups_left;
  json["warnings"] = check_json(warnings)["warnings"];
  json["complete"] = answer.is_complete();
  json["seconds"] = seconds;
  return json;
}

}  // namespace nemawashi::io
