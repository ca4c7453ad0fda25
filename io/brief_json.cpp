// SPDX-License-Identifier: Apache-2.0
#include "io/brief_json.h"

#include "io/agree_json.h"
#include "io/package_json.h"

namespace nemawashi::io {
namespace {

Json expectations_json(const model::Case& a_case, const ask::NamedPackage& named) {
  Json json = Json::array();
  for (const ask::ComparedExpectation& compared : named.expectations) {
    Json entry;
    entry["id"] = compared.expectation->origin.id;
    entry["party"] = a_case.at(compared.expectation->party).origin.id;
    entry["expected"] = verdict_word(compared.expectation->expected);
    entry["found"] = verdict_word(compared.found);
    entry["agrees"] = compared.agrees();
    entry["modelled"] = compared.is_modelled;
    entry["why"] = compared.expectation->why;
    json.push_back(std::move(entry));
  }
  return json;
}

Json packages_json(const ask::DatedBrief& dated) {
  Json json = Json::array();
  for (const ask::NamedPackage& named : dated.packages) {
    Json entry;
    entry["name"] = named.name;
    entry["report"] = report_json(*dated.a_case, named.report);
    entry["objections"] = objections_json(*dated.a_case, named.report);
    entry["expectations"] = expectations_json(*dated.a_case, named);
    json.push_back(std::move(entry));
  }
  return json;
}

Json steps_json(const ask::DatedBrief& dated) {
  Json json = Json::array();
  for (const ask::Step& step : dated.steps) {
    const model::Issue& issue = dated.a_case->at(step.issue);
    Json entry;
    entry["issue"] = issue.origin.id;
    entry["option"] = issue.options[step.option.value].id;
    entry["inside_question"] = step.report.inside_question;
    entry["verdict"] = ratifiable_json(step.report);
    entry["objections"] = objections_json(*dated.a_case, step.report);
    json.push_back(std::move(entry));
  }
  return json;
}

Json hinges_json(const ask::DatedBrief& dated) {
  const model::Case& a_case = *dated.a_case;
  Json json = Json::array();
  for (const ask::Hinge& hinge : dated.hinges) {
    Json entry;
    entry["claim"] = a_case.at(hinge.claim).origin.id;
    entry["counts_change"] = hinge.counts_change ? Json(*hinge.counts_change) : Json(nullptr);
    entry["otherwise"] = counts_json(hinge.otherwise);
    Json& opened_with = entry["opened_with"] = Json::object();
    for (const auto& [issue, option] : hinge.opened_with) {
      opened_with[a_case.at(issue).origin.id] = a_case.at(issue).options[option.value].id;
    }
    Json& verdicts = entry["verdicts"] = Json::array();
    for (const ask::Hinge::Change& change : hinge.verdicts) {
      Json verdict;
      verdict["package"] = dated.packages[change.named_package].name;
      verdict["party"] = a_case.at(change.party).origin.id;
      verdict["from"] = verdict_word(change.from);
      verdict["to"] = verdict_word(change.to);
      verdicts.push_back(std::move(verdict));
    }
    json.push_back(std::move(entry));
  }
  return json;
}

Json joint_hinges_json(const ask::DatedBrief& dated) {
  Json json = Json::array();
  for (const ask::JointHinge& hinge : dated.joint_hinges) {
    Json entry;
    entry["claims"] = ids_json(*dated.a_case, std::vector{hinge.first, hinge.second});
    entry["otherwise"] = counts_json(hinge.otherwise);
    json.push_back(std::move(entry));
  }
  return json;
}

Json known_json(const model::KnownCount& count) {
  return {{"known", count.known}, {"not_yet", count.not_yet}};
}

Json known_so_far_json(const model::KnownSoFar& rows) {
  return {{"gates", known_json(rows.gates)},
          {"refusals", known_json(rows.refusals)},
          {"interests", known_json(rows.interests)},
          {"parties_with_interests", known_json(rows.parties_with_interests)},
          {"too_little", rows.too_little()}};
}

}  // namespace

Json dated_brief_json(const ask::DatedBrief& dated) {
  Json json;
  json["as_of"] = text_or_null(dated.a_case->as_of);
  json["known_so_far"] = known_so_far_json(dated.a_case->known_so_far);
  json["agree"] = agree_json(*dated.a_case, dated.agree, nullptr);
  json["packages"] = packages_json(dated);
  json["steps"] = steps_json(dated);
  json["steps_tried"] = dated.steps_tried;
  Json& alone = json["overrides_alone"] = Json::object();
  for (const ask::OverrideAlone& single : dated.overrides_alone) {
    alone[dated.a_case->at(single.issue).origin.id] = counts_json(single.counts);
  }
  json["hinges"] = hinges_json(dated);
  json["not_found_out"] = ids_json(*dated.a_case, dated.not_found_out);
  json["joint_hinges"] = joint_hinges_json(dated);
  json["all_claims_otherwise"] = counts_json(dated.all_claims_otherwise);
  return json;
}

Json brief_json(const ask::Brief& brief, double seconds) {
  Json json;
  Json& dates = json["dates"] = Json::array();
  for (const ask::DatedBrief& dated : brief.dates) dates.push_back(dated_brief_json(dated));
  json["check"] = check_json(brief.diagnostics);
  json["seconds"] = seconds;
  return json;
}

}  // namespace nemawashi::io
