// SPDX-License-Identifier: Apache-2.0
#include "io/lookup_json.h"

namespace nemawashi::io {
namespace {

Json root_json(const agree::Root& root) { return root ? Json(*root) : Json(nullptr); }

Json roots_json(const agree::Roots& roots) {
  return {{"necessary", root_json(roots.necessary)}, {"possible", root_json(roots.possible)}};
}

Json exact_list(const std::vector<base::Rational>& numbers) {
  Json json = Json::array();
  for (const auto& number : numbers) json.push_back(base::exact_text(number));
  return json;
}

/// A number where every reader of JSON holds it exactly, else its digits.
Json whole_json(const base::Integer& number) {
  static const base::Integer kMost("9007199254740991");
  if (abs(number) <= kMost) return number.get_si();
  return number.get_str();
}

/// The least denominator that all numbers of the tables have.
base::Integer denominator_of(const trees::SumTables& tables) {
  base::Integer result = tables.constant.get_den();
  for (const trees::SumTable& table : tables.tables) {
    for (const auto& value : table.values) result = lcm(result, value.get_den());
  }
  return result;
}

Json tables_json(const model::Case& a_case, const agree::Space& space,
                 const std::optional<trees::SumTables>& tables) {
  if (!tables) return nullptr;
  const base::Integer denominator = denominator_of(*tables);
  const auto numerator = [&](const base::Rational& number) {
    return whole_json(number.get_num() * (denominator / number.get_den()));
  };
  Json json;
  json["denominator"] = denominator.get_str();
  json["constant"] = numerator(tables->constant);
  Json& list = json["tables"] = Json::array();
  for (const trees::SumTable& table : tables->tables) {
    Json entry;
    Json& issues = entry["issues"] = Json::array();
    for (const auto variable : table.variables) {
      issues.push_back(a_case.at(space.order[variable]).origin.id);
    }
    Json& values = entry["values"] = Json::array();
    for (const auto& value : table.values) values.push_back(numerator(value));
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
  json["margin"] = base::exact_text(a_case.at(party).margin);
  Json& interests = json["interests"] = Json::array();
  for (const agree::InterestLookup& interest : looked.interests) {
    Json entry;
    entry["interest"] = a_case.at(interest.interest).origin.id;
    entry["known"] = interest.known;
    entry["difference"] = tables_json(a_case, lookup.space, interest.difference);
    interests.push_back(std::move(entry));
  }
  json["central"] = exact_list(looked.central_weights);
  json["vertices"] = nullptr;
  if (looked.vertices) {
    json["vertices"] = Json::array();
    for (const auto& weights : *looked.vertices) json["vertices"].push_back(exact_list(weights));
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
