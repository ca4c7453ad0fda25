// SPDX-License-Identifier: Apache-2.0
#include "io/house_json.h"

#include "io/house_rows_json.h"
#include "io/structure_json.h"

namespace nemawashi::io {
namespace {

using house::HouseAnswer;
using house::StructureAnswer;

Json components_json(const model::House& house, const std::vector<std::uint32_t>& components) {
  Json ids = Json::array();
  for (const std::uint32_t one : components) ids.push_back(house::component_origin(house, one).id);
  return ids;
}

Json listed_json(const model::House& house, const house::Sets& sets) {
  Json listed = Json::array();
  for (const auto& set : sets.listed) listed.push_back(components_json(house, set));
  return sets_json(sets.count, std::move(listed));
}

Json importance_json(const model::House& house, const StructureAnswer& structure) {
  Json json = Json::array();
  for (const house::ComponentImportance& of : structure.importance) {
    Json entry;
    entry["component"] = house::component_origin(house, of.component).id;
    entry["probability"] = number_json(of.probability);
    entry["birnbaum"] = of.birnbaum;
    entry["criticality"] = double_json(of.criticality);
    entry["fussell_vesely"] = double_json(of.fussell_vesely);
    entry["risk_achievement_worth"] = double_json(of.risk_achievement_worth);
    entry["risk_reduction_worth"] = double_json(of.risk_reduction_worth);
    json.push_back(std::move(entry));
  }
  return json;
}

Json function_json(const model::Case& a_case, const HouseAnswer& answer,
                   const house::ProvidedFunction& one) {
  const model::House& house = a_case.house;
  const StructureAnswer& structure = answer.structures[one.structure];
  Json json;
  json["name"] = house.at(one.provision.function).origin.id;
  json["member"] = model::bearer_id(a_case, one.provision.member);
  json["best"] = strength_json(one.best);
  json["providers"] = arrangement_ids(house, one.standing);
  Json& independent = json["independent_paths"];
  independent["at_least"] = structure.independent.at_least;
  independent["at_most"] = structure.independent.at_most;
  json["components"] = structure.components.size();
  json["probability"] =
      structure.probability ? Json(base::approximate(*structure.probability)) : Json(nullptr);
  json["probability_exact"] = exact_json(structure.probability);
  json["cut_sets"] = listed_json(house, structure.cut_sets);
  json["path_sets"] = listed_json(house, structure.path_sets);
  json["importance"] = importance_json(house, structure);
  json["without_probability"] = components_json(house, structure.without_probability);
  json["ending"] = ending_word(structure.ending);
  json["diagram_nodes"] = structure.nodes;
  return json;
}

Json provisions_json(const model::Case& a_case, const HouseAnswer& answer,
                     const std::vector<std::size_t>& positions) {
  Json json = Json::array();
  for (const std::size_t position : positions) {
    const house::Provision& provision = answer.ground.provisions[position];
    Json entry;
    entry["name"] = a_case.house.at(provision.function).origin.id;
    entry["member"] = model::bearer_id(a_case, provision.member);
    json.push_back(std::move(entry));
  }
  return json;
}

Json change_json(const model::Case& a_case, const HouseAnswer& answer,
                 const house::Change& change) {
  const model::House& house = a_case.house;
  const auto contingencies = [&](const std::vector<model::ContingencyIndex>& some) {
    Json ids = Json::array();
    for (const model::ContingencyIndex one : some) ids.push_back(house.at(one).origin.id);
    return ids;
  };
  Json json;
  json["fallen"] = arrangement_ids(house, change.fallen);
  json["risen"] = arrangement_ids(house, change.risen);
  json["functions_lost"] = provisions_json(a_case, answer, change.lost);
  json["functions_gained"] = provisions_json(a_case, answer, change.gained);
  json["unanswered"] = contingencies(change.unanswered);
  json["answered"] = contingencies(change.answered);
  json["weaker"] = contingencies(change.weaker);
  json["firmer"] = contingencies(change.firmer);
  json["pairs_lost"] = change.pairs_lost;
  json["pairs_gained"] = change.pairs_gained;
  return json;
}

Json falls_json(const model::Case& a_case, const HouseAnswer& answer) {
  Json json = Json::array();
  for (const house::Fall& fall : answer.falls) {
    Json entry;
    entry["component"] = house::component_origin(a_case.house, fall.component).id;
    entry["change"] = change_json(a_case, answer, fall.change);
    json.push_back(std::move(entry));
  }
  return json;
}

Json load_json(const model::Case& a_case, const HouseAnswer& answer) {
  Json json = Json::array();
  for (const house::Fall* fall : house::by_load(answer.falls)) {
    Json entry;
    entry["component"] = house::component_origin(a_case.house, fall->component).id;
    entry["contingencies"] = fall->change.unanswered.size();
    entry["functions"] = fall->change.lost.size();
    entry["pairs"] = fall->change.pairs_lost;
    entry["arrangements"] = fall->change.fallen.size();
    json.push_back(std::move(entry));
  }
  return json;
}

Json step_json(const model::House& house, const house::Step& step) {
  Json json;
  json["kind"] = step.kind == house::Step::Kind::found ? "found" : "strengthen";
  json["arrangement"] = house.at(step.arrangement).origin.id;
  json["cost"] = number_json(step.cost);
  return json;
}

Json next_json(const model::Case& a_case, const HouseAnswer& answer) {
  const house::Next& next = answer.next;
  Json json;
  json["budget"] = number_json(next.budget);
  Json& steps = json["steps"] = Json::array();
  for (const house::Step& step : next.steps) {
    Json entry = step_json(a_case.house, step);
    entry["change"] = change_json(a_case, answer, step.change);
    steps.push_back(std::move(entry));
  }
  Json& best = json["best"];
  Json& chosen = best["steps"] = Json::array();
  for (const std::size_t step : next.best.steps) {
    chosen.push_back(step_json(a_case.house, next.steps[step]));
  }
  best["cost"] = number_json(next.best.cost);
  best["proved"] = next.best.proved;
  best["stopped"] = next.best.stopped;
  best["change"] = change_json(a_case, answer, next.best.change);
  return json;
}

Json claims_json(const model::Case& a_case, const HouseAnswer& answer) {
  Json json = Json::array();
  for (const house::ClaimAnswer& claim : answer.claims) {
    Json entry;
    entry["claim"] = a_case.at(claim.claim).origin.id;
    entry["text"] = a_case.at(claim.claim).text;
    entry["as_read"] = claim.as_read;
    Json& rows = entry["rows"] = Json::array();
    for (const std::size_t row : claim.rows) {
      rows.push_back(a_case.house.rests_on[row].origin.id);
    }
    entry["change"] = change_json(a_case, answer, claim.change);
    Json& falls = entry["falls"] = Json::array();
    for (const house::ClaimFall& fall : claim.falls) {
      Json one;
      one["component"] = house::component_origin(a_case.house, fall.component).id;
      one["as_read"] = change_json(a_case, answer, fall.as_read);
      one["otherwise"] = change_json(a_case, answer, fall.otherwise);
      falls.push_back(std::move(one));
    }
    json.push_back(std::move(entry));
  }
  return json;
}

Json options_json(const model::Case& a_case, const HouseAnswer& answer) {
  Json json = Json::array();
  for (const house::OptionAnswer& option : answer.options) {
    const model::Issue& issue = a_case.at(option.issue);
    Json entry;
    entry["issue"] = issue.origin.id;
    entry["option"] = issue.options[option.option.value].id;
    entry["change"] = change_json(a_case, answer, option.change);
    json.push_back(std::move(entry));
  }
  return json;
}

/// The part of the package on which some arrangement depends.
Json depended_json(const model::Case& a_case, const HouseAnswer& answer) {
  Json json = Json::object();
  for (const model::IssueIndex index : house::depended_on(a_case.house)) {
    const model::Issue& issue = a_case.at(index);
    json[issue.origin.id] = issue.options[answer.question.package[index.value].value].id;
  }
  return json;
}

}  // namespace

Json house_json(const model::Case& a_case, const HouseAnswer& answer, double seconds) {
  const model::House& house = a_case.house;
  Json json;
  json["case"] = a_case.id;
  json["as_of"] = a_case.as_of;
  json["options_taken"] = depended_json(a_case, answer);
  json["reading"] = reading_json(a_case, answer.question.reading);
  json["with"] = arrangement_ids(house, answer.question.with);
  add_house_rows(json, a_case, answer);
  Json& functions = json["functions"] = Json::array();
  for (const house::ProvidedFunction& one : answer.functions) {
    functions.push_back(function_json(a_case, answer, one));
  }
  json["contingencies"] = contingencies_json(a_case, answer);
  Json& gaps = json["gaps"] = Json::array();
  for (const house::FunctionGaps& of : answer.gaps) {
    for (const house::Gap& gap : of.listed) {
      Json entry;
      entry["function"] = house.at(gap.function).origin.id;
      entry["members"] = bearer_ids(a_case, gap.members);
      entry["on_paper"] = gap.on_paper;
      gaps.push_back(std::move(entry));
    }
  }
  json["load"] = load_json(a_case, answer);
  json["falls"] = falls_json(a_case, answer);
  Json& without = json["without"];
  if (answer.without) {
    without["components"] = components_json(house, answer.question.without);
    without["change"] = change_json(a_case, answer, *answer.without);
  }
  json["next"] = next_json(a_case, answer);
  json["claims"] = claims_json(a_case, answer);
  json["options"] = options_json(a_case, answer);
  json["complete"] = answer.is_complete();
  json["seconds"] = seconds;
  return json;
}

}  // namespace nemawashi::io
