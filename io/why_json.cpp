// SPDX-License-Identifier: Apache-2.0
#include "io/why_json.h"

#include "engine/ask/why_words.h"
#include "io/agree_json.h"

namespace nemawashi::io {
namespace {

std::string kind_word(const agree::Element& element) {
  return std::holds_alternative<model::PartyIndex>(element)     ? "worth"
         : std::holds_alternative<model::RefusalIndex>(element) ? "refusal"
                                                                : "limit";
}

Json name_json(const model::Case& a_case, const agree::Element& element) {
  Json json;
  json["kind"] = kind_word(element);
  json["id"] = agree::element_id(a_case, element);
  return json;
}

Json element_json(const model::Case& a_case, const agree::Element& element) {
  Json json = name_json(a_case, element);
  std::optional<model::PartyIndex> party;
  if (const auto* of = std::get_if<model::PartyIndex>(&element)) party = *of;
  if (const auto* of = std::get_if<model::RefusalIndex>(&element)) party = a_case.at(*of).party;
  json["party"] = id_or_null(a_case, party);
  Json& gates = json["gates"] = Json::array();
  for (const model::Gate& gate : a_case.gates) {
    if (gate.party == party) gates.push_back(gate.origin.id);
  }
  json["claims"] = ids_json(a_case, agree::claims_of(a_case, element));
  json["because"] = ask::element_words(a_case, element);
  return json;
}

/// In what an amount of the element is counted: the worth of the party, or the unit of the level.
Json unit_json(const model::Case& a_case, const agree::Element& element) {
  if (std::holds_alternative<model::PartyIndex>(element)) return "worth";
  const auto* limit = std::get_if<model::LimitIndex>(&element);
  if (limit == nullptr) return nullptr;
  const auto* bound = std::get_if<model::LevelBound>(&a_case.at(*limit).forbids);
  if (bound == nullptr) return nullptr;
  return text_or_null(a_case.at(a_case.at(bound->level).measure).unit);
}

Json amounts_json(const model::Case& a_case, const std::vector<agree::Element>& elements,
                  const agree::Relaxation& relaxation) {
  Json json = Json::array();
  for (std::size_t i = 0; i < relaxation.elements.size(); ++i) {
    const agree::Element& element = elements[relaxation.elements[i]];
    const agree::LeastAmount& least = relaxation.amounts[i];
    Json entry = name_json(a_case, element);
    entry["amount"] = number_json(least.amount);
    entry["unit"] = unit_json(a_case, element);
    entry["bound"] = least.bound == agree::LeastAmount::Bound::none       ? Json(nullptr)
                     : least.bound == agree::LeastAmount::Bound::at_least ? Json("at_least")
                                                                          : Json("at_most");
    json.push_back(std::move(entry));
  }
  return json;
}

/// The package without one issue.
Json rest_json(const model::Case& a_case, model::Package package, model::IssueIndex issue) {
  package[issue.value] = model::OptionIndex(0);
  Json json = package_json(a_case, package);
  json.erase(a_case.at(issue).origin.id);
  return json;
}

Json missing_option_json(const model::Case& a_case, const agree::MissingOption& missing) {
  Json json;
  json["issue"] = a_case.at(missing.issue).origin.id;
  json["opens"] = missing.opens;
  json["witness"] = missing.opens && !missing.witness.empty()
                        ? rest_json(a_case, missing.witness, missing.issue)
                        : Json(nullptr);
  json["unasked"] = ids_json(a_case, missing.unasked);
  Json& sets = json["sets"] = Json::array();
  for (const agree::MissingSet& set : missing.sets) {
    Json entry;
    entry["elements"] = amounts_json(a_case, missing.elements, set.relaxation);
    Json& least = entry["least"] = Json::array();
    for (const agree::MissingAmounts& amounts : set.least) {
      Json point;
      Json& numbers = point["amounts"] = Json::array();
      for (const auto& amount : amounts.amounts) numbers.push_back(number_json(amount));
      point["witness"] = rest_json(a_case, amounts.witness, missing.issue);
      least.push_back(std::move(point));
    }
    entry["complete"] = set.complete;
    sets.push_back(std::move(entry));
  }
  json["complete"] = missing.complete;
  json["sentence"] =
      a_case.at(missing.issue).origin.id + ": " + ask::missing_option_sentence(a_case, missing);
  return json;
}

Json payments_json(const model::Case& a_case, const ask::WhyAnswer& answer) {
  Json json;
  json["transferable"] = ids_json(a_case, answer.payments.transferable);
  json["reason"] = ask::payments_summary(a_case, answer);
  Json& found = json["found"] = Json::array();
  for (const agree::Payment& payment : answer.payments.payments) {
    Json entry;
    entry["relaxation"] = payment.relaxation;
    entry["party"] = a_case.at(payment.party).origin.id;
    entry["level"] = level_id(a_case, payment.level);
    entry["amount"] = number_json(payment.amount);
    entry["package"] = package_json(a_case, payment.package);
    Json& bearers = entry["bearers"] = Json::array();
    for (const agree::Bearing& bearing : payment.bearers) {
      Json bearer;
      bearer["party"] = a_case.at(bearing.party).origin.id;
      bearer["level"] = level_id(a_case, bearing.level);
      bearer["gain_left"] = number_json(bearing.gain_left);
      bearers.push_back(std::move(bearer));
    }
    entry["sentence"] = ask::payment_sentence(a_case, payment);
    found.push_back(std::move(entry));
  }
  return json;
}

Json linked_set_json(const model::Case& a_case, const agree::LinkedSet& set) {
  const auto example = [&](const agree::Nearest& nearest) {
    return nearest.members.empty() ? Json(nullptr) : package_json(a_case, nearest.members.front());
  };
  Json json;
  json["packages"] = set.packages.get_str();
  json["inside_question"] = set.inside_question.get_str();
  json["example"] = example(set.nearest);
  json["example_inside_question"] = example(set.nearest_inside);
  return json;
}

Json step_json(const model::Case& a_case, const agree::Step& step) {
  Json json;
  json["issue"] = a_case.at(step.issue).origin.id;
  json["option"] = a_case.at(step.issue).options[step.option.value].id;
  return json;
}

Json linking_json(const model::Case& a_case, const agree::Linking& linking) {
  Json json;
  json["without_default"] = ids_json(a_case, linking.without_default);
  Json& alone = json["alone"] = Json::array();
  for (const agree::Step& step : linking.alone) alone.push_back(step_json(a_case, step));
  json["separate"] = linking.separate.get_str();
  json["helpful"] = linked_set_json(a_case, linking.helpful);
  json["harmful"] = linked_set_json(a_case, linking.harmful);
  json["proved"] = linking.unvisited == 0;
  json["sentence"] = ask::linking_sentence(a_case, linking);
  return json;
}

Json pairs_json(const model::Case& a_case, const std::vector<agree::Synergy>& synergies) {
  Json json = Json::array();
  for (const agree::Synergy& synergy : synergies) {
    Json entry;
    entry["party"] = a_case.at(synergy.party).origin.id;
    entry["pairs"] = synergy.pairs.get_str();
    Json& first = entry["first"] = Json::array();
    for (const agree::StepPair& pair : synergy.first) {
      Json of;
      of["steps"] = {step_json(a_case, pair.first), step_json(a_case, pair.second)};
      of["together"] = number_json(pair.together);
      of["kind"] = pair.together > 0 ? "complements" : "substitutes";
      of["sentence"] = ask::synergy_sentence(a_case, synergy.party, pair);
      first.push_back(std::move(of));
    }
    json.push_back(std::move(entry));
  }
  return json;
}

Json range_json(const agree::Range& range) {
  Json json;
  json["least"] = number_json(range.least);
  json["greatest"] = number_json(range.greatest);
  return json;
}

Json extremes_json(const model::Case& a_case, const agree::Extremes& extremes) {
  Json json;
  json["certainty"] = certainty_word(extremes.over.certainty);
  // Stopped before any was found: whether some are inside the question is not known.
  const bool unknown = extremes.packages == 0 && extremes.unvisited > 0;
  json["inside_question"] =
      unknown ? Json(nullptr) : Json(extremes.over.question == agree::Question::inside);
  json["packages"] = extremes.packages.get_str();
  Json& parties = json["parties"] = Json::object();
  for (const agree::PartyExtremes& of : extremes.parties) {
    Json& entry = parties[a_case.at(of.party).origin.id];
    entry["asked"] = of.asked;
    entry["gain"] = of.gain ? range_json(*of.gain) : Json(nullptr);
    entry["least_in"] = of.gain ? package_json(a_case, of.least_in) : Json(nullptr);
    entry["greatest_in"] = of.gain ? package_json(a_case, of.greatest_in) : Json(nullptr);
    Json& levels = entry["levels"] = Json::object();
    const auto& interests = a_case.interests_of[of.party.value];
    for (std::size_t i = 0; i < of.levels.size(); ++i) {
      levels[level_id(a_case, a_case.at(interests[i]).level)] = range_json(of.levels[i]);
    }
  }
  json["proved"] = extremes.unvisited == 0;
  return json;
}

}  // namespace

Json smallest_changes_json(const model::Case& a_case, const model::Package& from,
                           const std::vector<agree::SmallestChange>& changes) {
  Json json = Json::array();
  for (const agree::SmallestChange& change : changes) {
    Json entry;
    entry["party"] = a_case.at(change.party).origin.id;
    Json& objections = entry["objections"] = Json::array();
    for (const auto& element : change.objections) {
      objections.push_back(name_json(a_case, element));
    }
    const auto& changed = change.nearest.changed_issues;
    entry["changed_issues"] = changed ? Json(*changed) : Json(nullptr);
    entry["packages"] = change.nearest.packages.get_str();
    Json& members = entry["members"] = Json::array();
    for (const auto& member : change.nearest.members) {
      members.push_back(package_json(a_case, member));
    }
    entry["still_breaks"] = ids_json(a_case, change.still_broken);
    entry["still_objecting"] = ids_json(a_case, change.still_objecting);
    entry["still_asked"] = change.still_asked;
    entry["answers_question"] = change.answers_question;
    entry["proved"] = change.nearest.unvisited == 0;
    entry["sentence"] = ask::smallest_change_sentence(a_case, from, change);
    json.push_back(std::move(entry));
  }
  return json;
}

Json conflicts_json(const model::Case& a_case, const agree::Conflicts& conflicts) {
  Json json;
  json["certainty"] = certainty_word(conflicts.certainty);
  json["open"] = conflicts.open;
  json["complete"] = conflicts.complete;
  Json& elements = json["elements"] = Json::array();
  for (const auto& element : conflicts.elements) {
    elements.push_back(element_json(a_case, element));
  }
  Json& sets = json["conflicts"] = Json::array();
  for (const auto& conflict : conflicts.conflicts) {
    Json entry;
    Json& names = entry["elements"] = Json::array();
    for (const std::size_t e : conflict) {
      names.push_back(name_json(a_case, conflicts.elements[e]));
    }
    entry["sentence"] = ask::conflict_sentence(a_case, conflicts, conflict);
    sets.push_back(std::move(entry));
  }
  Json& relaxations = json["relaxations"] = Json::array();
  for (const agree::Relaxation& relaxation : conflicts.relaxations) {
    Json entry;
    Json amounts = amounts_json(a_case, conflicts.elements, relaxation);
    for (std::size_t i = 0; i < amounts.size(); ++i) {
      amounts[i]["in_witness"] = number_json(relaxation.amounts[i].in_witness);
    }
    entry["elements"] = std::move(amounts);
    entry["packages"] = relaxation.packages.get_str();
    entry["witness"] = package_json(a_case, relaxation.witness);
    entry["sentence"] = ask::relaxation_sentence(a_case, conflicts, relaxation);
    relaxations.push_back(std::move(entry));
  }
  return json;
}

Json why_json(const model::Case& a_case, const ask::WhyAnswer& answer, const Json& seconds) {
  Json json;
  json["case"] = a_case.id;
  json["as_of"] = text_or_null(a_case.as_of);
  json["question"] = a_case.question;
  json["asked_about"] = asked_about_json(a_case, answer.question);
  json["reading"] = reading_json(a_case, answer.question.reading);
  json["why"] = conflicts_json(a_case, answer.conflicts);
  json["nearest"] = nearest_json(a_case, answer.question, answer.nearest);
  json["named_package"] =
      answer.question.is_named ? package_json(a_case, answer.question.named) : Json(nullptr);
  json["smallest_changes"] =
      smallest_changes_json(a_case, answer.question.named, answer.smallest_changes);
  Json& missing = json["missing_options"] = Json::array();
  for (const auto& of : answer.missing_options) missing.push_back(missing_option_json(a_case, of));
  json["payments"] = payments_json(a_case, answer);
  json["linking"] = linking_json(a_case, answer.linking);
  json["pairs_of_steps"] = pairs_json(a_case, answer.synergies);
  json["extremes"] = extremes_json(a_case, answer.extremes);
  json["left_out"] = left_out_json(a_case);
  json["not_modelled"] = not_modelled_json(a_case);
  json["complete"] = answer.complete;
  json["seconds"] = seconds;
  return json;
}

}  // namespace nemawashi::io
