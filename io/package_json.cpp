// SPDX-License-Identifier: Apache-2.0
#include "io/package_json.h"

#include "engine/ask/words.h"

namespace nemawashi::io {
namespace {

using model::Certainty;

Json weighted_json(const model::Case& a_case, model::PartyIndex party,
                   const model::WeightedValue& weighted) {
  Json json = number_json(weighted.value);
  json["weights"] = weights_json(a_case, party, weighted.weights);
  return json;
}

Json gain_json(const model::Case& a_case, model::PartyIndex party,
               const std::optional<model::Gain>& gain) {
  if (!gain) return nullptr;
  Json json;
  json["least"] = weighted_json(a_case, party, gain->least);
  json["central"] = weighted_json(a_case, party, gain->central);
  json["greatest"] = weighted_json(a_case, party, gain->greatest);
  Json& by_interest = json["interests"] = Json::object();
  const auto& interests = a_case.interests_of[party.value];
  for (std::size_t i = 0; i < interests.size(); ++i) {
    Json& interest = by_interest[a_case.at(interests[i]).origin.id];
    interest["level"] = number_json(gain->levels[i]);
    interest["value"] = number_json(gain->values[i]);
    interest["difference"] = number_json(gain->differences[i]);
  }
  return json;
}

Json answer_json(const model::Case& a_case, model::PartyIndex party,
                 const model::PartyAnswer& answer) {
  Json json;
  json["verdict"] = verdict_word(model::verdict(answer.yes));
  json["modelled"] = model::is_modelled(a_case, party);
  json["necessary"] = answer.yes.necessary;
  json["central"] = answer.yes.central;
  json["possible"] = answer.yes.possible;
  json["only_at_boundary"] = answer.only_at_boundary;
  json["refusals"] = ids_json(a_case, answer.refusals);
  json["gain"] = gain_json(a_case, party, answer.gain);
  json["unknown"] = level_ids(a_case, answer.unknown);
  return json;
}

/// "every", "some" or "none" of the readings; null where not every reading was tried and those
/// tried do not settle it.
Json readings_word(const agree::ReadingsVerdict& readings, Certainty certainty) {
  const std::size_t passes = readings.ratifiable[static_cast<std::size_t>(certainty)];
  if (passes > 0 && passes < readings.readings) return "some";
  if (readings.bounded) return nullptr;
  return passes == 0 ? "none" : "every";
}

Json readings_json(const model::Case& a_case, const agree::ReadingsVerdict& readings) {
  Json json;
  json["claims"] = ids_json(a_case, readings.claims);
  json["readings"] = readings.readings;
  json["feasible"] = readings.feasible;
  json["ratifiable"] =
      certainties_json(readings.ratifiable[0], readings.ratifiable[1], readings.ratifiable[2]);
  json["verdict"] = certainties_json(readings_word(readings, Certainty::necessary),
                                     readings_word(readings, Certainty::central),
                                     readings_word(readings, Certainty::possible));
  json["bounded"] = readings.bounded;
  Json& objection_found = json["objection_found"] = Json::object();
  for (std::size_t p = 0; p < a_case.parties.size(); ++p) {
    objection_found[a_case.parties[p].origin.id] = readings.objection_found[p];
  }
  Json& decided_by = json["decided_by"] = Json::object();
  for (std::size_t p = 0; p < a_case.parties.size(); ++p) {
    const auto& decider = readings.decided_by[p];
    if (!decider) continue;
    Json& entry = decided_by[a_case.parties[p].origin.id];
    entry["claim"] = a_case.at(decider->claim).origin.id;
    entry["value"] = decider->value;
  }
  return json;
}

}  // namespace

Json ratifiable_json(const agree::PackageReport& report) {
  return certainties_json(agree::is_ratifiable(report, Certainty::necessary),
                          agree::is_ratifiable(report, Certainty::central),
                          agree::is_ratifiable(report, Certainty::possible));
}

Json report_json(const model::Case& a_case, const agree::PackageReport& report) {
  Json json;
  json["package"] = package_json(a_case, report.package);
  json["inside_question"] = report.inside_question;
  json["feasible"] = report.broken_limits.empty();
  json["broken_limits"] = ids_json(a_case, report.broken_limits);
  json["verdict"] = ratifiable_json(report);
  Json& answers = json["answers"] = Json::object();
  for (std::size_t p = 0; p < a_case.parties.size(); ++p) {
    answers[a_case.parties[p].origin.id] =
        answer_json(a_case, model::PartyIndex(p), report.answers[p]);
  }
  json["readings"] = readings_json(a_case, report.readings);
  return json;
}

Json objections_json(const model::Case& a_case, const agree::PackageReport& report) {
  Json objections = Json::array();
  for (const agree::Objection& objection : report.objections) {
    Json json;
    json["party"] = a_case.at(objection.party).origin.id;
    json["gate"] = a_case.at(objection.gate).origin.id;
    json["refusal"] = id_or_null(a_case, objection.refusal);
    json["verdict"] = verdict_word(objection.verdict);
    json["short_by"] = number_json(objection.short_by);
    json["because"] = ask::because(a_case, report, objection);
    Json& over = json["over"] = Json::array();
    for (const auto interest : objection.over) {
      over.push_back(level_id(a_case, a_case.at(interest).level));
    }
    json["unknown"] = level_ids(a_case, objection.unknown);
    json["by_rule"] = objection.by_rule;
    json["overridden"] = objection.overridden;
    objections.push_back(std::move(json));
  }
  return objections;
}

}  // namespace nemawashi::io
