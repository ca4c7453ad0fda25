// SPDX-License-Identifier: Apache-2.0
#include "io/lookup_json.h"

namespace nemawashi::io {
namespace {

Json root_json(const agree::Root& root) { return root ? Json(*root) : Json(nullptr); }

Json roots_json(const agree::Roots& roots) {
  return {{"necessary", root_json(roots.necessary)}, {"possible", root_json(roots.possible)}};
}

/// The nearest double: these numbers are for display.
Json shown(const base::Rational& number) { return base::approximate(number); }

Json shown_list(const std::vector<base::Rational>& numbers) {
  Json json = Json::array();
  for (const auto& number : numbers) json.push_back(shown(number));
  return json;
}

Json tables_json(const model::Case& a_case, const agree::Space& space,
                 const std::optional<trees::SumTables>& tables) {
  if (!tables) return nullptr;
  Json json;
  json["constant"] = shown(tables->constant);
  Json& list = json["tables"] = Json::array();
  for (const trees::SumTable& table : tables->tables) {
    Json entry;
    Json& issues = entry["issues"] = Json::array();
    for (const auto variable : table.variables) {
      issues.push_back(a_case.at(space.order[variable]).origin.id);
    }
    entry["values"] = shown_list(table.values);
    list.push_back(std::move(entry));
  }
  return json;
}

Json nodes_json(const trees::FlatDiagram& diagram) {
  Json nodes = Json::array();
  for (const trees::FlatNode& node : diagram.nodes) {
    Json entry = Json::array();
    if (!node.children.empty()) entry.push_back(node.variable);
    for (const auto child : node.children) entry.push_back(child);
    nodes.push_back(std::move(entry));
  }
  return nodes;
}

Json party_json(const model::Case& a_case, const agree::Lookup& lookup, model::PartyIndex party) {
  const agree::PartyLookup& looked = lookup.parties[party.value];
  Json json;
  json["yes"] = roots_json(looked.yes);
  json["worth"] = roots_json(looked.worth);
  json["margin"] = shown(a_case.at(party).margin);
  Json& interests = json["interests"] = Json::array();
  for (const agree::InterestLookup& interest : looked.interests) {
    Json entry;
    entry["interest"] = a_case.at(interest.interest).origin.id;
    entry["difference"] = tables_json(a_case, lookup.space, interest.difference);
    interests.push_back(std::move(entry));
  }
  json["central"] = shown_list(looked.central_weights);
  json["vertices"] = nullptr;
  if (looked.vertices) {
    json["vertices"] = Json::array();
    for (const auto& weights : *looked.vertices) json["vertices"].push_back(shown_list(weights));
  }
  return json;
}

Json level_json(const model::Case& a_case, const agree::Space& space,
                const agree::LevelLookup& level) {
  Json json;
  json["tables"] = tables_json(a_case, space, level.tables);
  json["known_today"] = level.known_today;
  Json& unknown = json["unknown_when"] = Json::array();
  for (const auto& condition : level.unknown_when) {
    unknown.push_back(condition_json(a_case, condition));
  }
  return json;
}

}  // namespace

Json lookup_json(const model::Case& a_case, const agree::Lookup& lookup) {
  Json json;
  json["issues"] = ids_json(a_case, lookup.space.order);
  json["nodes"] = nodes_json(lookup.diagram);
  json["wanted"] = root_json(lookup.wanted);
  json["ratifiable"] = roots_json(lookup.ratifiable);
  json["answers"] = roots_json(lookup.answers);
  Json& limits = json["limits"] = Json::object();
  for (std::size_t l = 0; l < a_case.limits.size(); ++l) {
    limits[a_case.limits[l].origin.id] = root_json(lookup.limits[l]);
  }
  json["refusals"] = ids_json(a_case, lookup.refusals);
  Json& parties = json["parties"] = Json::object();
  for (std::size_t p = 0; p < a_case.parties.size(); ++p) {
    parties[a_case.parties[p].origin.id] = party_json(a_case, lookup, model::PartyIndex(p));
  }
  Json& levels = json["levels"] = Json::object();
  for (std::size_t l = 0; l < a_case.levels.size(); ++l) {
    levels[level_id(a_case, model::LevelIndex(l))] =
        level_json(a_case, lookup.space, lookup.levels[l]);
  }
  return json;
}

}  // namespace nemawashi::io
