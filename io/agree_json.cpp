// SPDX-License-Identifier: Apache-2.0
#include "io/agree_json.h"

#include <algorithm>

#include "engine/ask/words.h"
#include "engine/base/text.h"
#include "io/package_json.h"
#include "io/solutions_json.h"
#include "io/why_json.h"

namespace nemawashi::io {
namespace {

using base::Integer;

constexpr const char* kNashDefinition =
    "Among the packages that are ratifiable at the central weights and in which no bargaining "
    "party has a negative gain, those with the largest number of gaining parties; for each set of "
    "parties of that number, the packages with the greatest product of their gains. Products of "
    "different sets are never compared.";

constexpr const char* kAdjustedWinnerDefinition =
    "Issues are settled by shares of their options that sum to 1, and worth is linear in the "
    "shares. Of the divisions that no other betters for one of the two parties without costing the "
    "other, the one at which both have equal worth at central weights; if none is equal, the one "
    "at which the worse off has most. This sets the scales of the two parties equal, which is a "
    "convention.";

Json claims_json(const model::Case& a_case, const std::vector<ask::ClaimVariation>& claims) {
  Json json = Json::object();
  for (const ask::ClaimVariation& variation : claims) {
    Json& claim = json[a_case.at(variation.claim).origin.id];
    claim["if_true"] = counts_json(variation.if_true);
    claim["if_false"] = counts_json(variation.if_false);
  }
  return json;
}

Json never_certain_json(const model::Case& a_case,
                        const std::vector<agree::NeverCertain>& never_certain) {
  Json json = Json::array();
  for (const agree::NeverCertain& found : never_certain) {
    Json entry;
    entry["party"] = a_case.at(found.party).origin.id;
    entry["weights"] = found.weights ? weights_json(a_case, found.party, *found.weights) : nullptr;
    json.push_back(std::move(entry));
  }
  return json;
}

Json point_member_json(const model::Case& a_case, const model::Reading& reading,
                       const agree::WorthPoint& point, std::size_t member) {
  Json json = member_json(a_case, reading, point.members[member]);
  json["packages"] = point.packages.get_str();
  return json;
}

/// At most `list` members: one for each point first, then further ties.
Json frontier_members_json(const model::Case& a_case, const ask::AgreeQuestion& question,
                           const agree::Frontier& frontier) {
  Json members = Json::array();
  const auto take = [&](const agree::WorthPoint& point, std::size_t member) {
    if (member < point.members.size() && members.size() < question.list) {
      members.push_back(point_member_json(a_case, question.reading, point, member));
    }
  };
  for (const agree::WorthPoint& point : frontier.points) take(point, 0);
  for (const agree::WorthPoint& point : frontier.points) {
    for (std::size_t member = 1; member < point.members.size(); ++member) take(point, member);
  }
  return members;
}

Json frontier_json(const model::Case& a_case, const ask::AgreeQuestion& question,
                   const std::optional<agree::Frontier>& frontier) {
  if (!frontier) return nullptr;
  Integer packages = 0;
  for (const agree::WorthPoint& point : frontier->points) packages += point.packages;
  Json json;
  json["between"] = ids_json(a_case, question.frontier.between);
  json["over"] = question.frontier.over == agree::Over::feasible ? "feasible" : "ratifiable";
  json["certainty"] = certainty_word(question.frontier.certainty);
  json["points"] = frontier->points.size();
  json["packages"] = packages.get_str();
  json["proved"] = frontier->unvisited == 0;
  json["members"] = frontier_members_json(a_case, question, *frontier);
  return json;
}

/// The packages of a gaining set that attain its product; those ranked behind it are left to
/// `list`.
std::vector<model::Package> attaining(const agree::NashSet& set) {
  std::vector<model::Package> packages;
  for (std::size_t i = 0; i < set.ranked.size(); ++i) {
    if (set.ranked_products[i] == set.product) packages.push_back(set.ranked[i]);
  }
  return packages;
}

Json nash_json(const model::Case& a_case, const ask::AgreeQuestion& question,
               const std::optional<agree::NashSolution>& nash) {
  if (!nash || nash->sets.empty()) return nullptr;
  Integer packages = 0;
  Json sets = Json::array();
  Json members = Json::array();
  for (const agree::NashSet& set : nash->sets) {
    packages += set.packages;
    Json found = members_json(a_case, question.reading, attaining(set), question.list);
    for (const Json& member : found) {
      if (members.size() < question.list) members.push_back(member);
    }
    Json json;
    json["gaining"] = ids_json(a_case, set.gaining);
    json["value"] = number_json(set.product);
    json["packages"] = set.packages.get_str();
    json["members"] = std::move(found);
    sets.push_back(std::move(json));
  }
  Json json;
  json["value"] = number_json(nash->sets.front().product);
  json["packages"] = packages.get_str();
  json["members"] = std::move(members);
  json["sets"] = std::move(sets);
  json["bargaining"] = ids_json(a_case, nash->bargaining.parties);
  json["left_out"] = ids_json(a_case, nash->bargaining.left_out);
  json["r0_packages"] = nash->r0_packages.get_str();
  json["proved"] = nash->unvisited == 0;
  json["definition"] = kNashDefinition;
  return json;
}

/// Shares by issue and option; options without a share are left out.
Json shares_json(const model::Case& a_case, const agree::Division& division) {
  Json json = Json::object();
  for (std::size_t i = 0; i < division.shares.size(); ++i) {
    const model::Issue& issue = a_case.issues[i];
    Json& shares = json[issue.origin.id] = Json::object();
    for (std::size_t o = 0; o < issue.options.size(); ++o) {
      const base::Rational& share = division.shares[i][o];
      if (share > 0) shares[issue.options[o].id] = base::exact_text(share);
    }
  }
  return json;
}

Json adjusted_winner_json(const model::Case& a_case,
                          const std::optional<agree::AdjustedWinner>& winner) {
  if (!winner) return nullptr;
  Json json;
  json["parties"] = Json::array();
  json["worth"] = Json::object();
  for (std::size_t i = 0; i < winner->parties.size(); ++i) {
    const std::string& id = a_case.at(winner->parties[i]).origin.id;
    json["parties"].push_back(id);
    json["worth"][id] = number_json(winner->division.worth[i]);
  }
  json["shares"] = shares_json(a_case, winner->division);
  const auto& split = winner->division.split_issue;
  json["split_issue"] = split ? Json(a_case.issues[*split].origin.id) : Json(nullptr);
  json["equal"] = winner->division.equal;
  json["definition"] = kAdjustedWinnerDefinition;
  return json;
}

std::string no_nash_reason(const std::optional<agree::NashSolution>& nash) {
  if (!nash) return "The case states no interests, so there are no gains to compare.";
  return base::sentence(ask::no_nash_words(*nash));
}

Json solutions_json(const model::Case& a_case, const ask::AgreeQuestion& question,
                    const ask::ScopeAnswer& answer) {
  Json json;
  json["nash"] = nash_json(a_case, question, answer.nash);
  json["adjusted_winner"] = adjusted_winner_json(a_case, answer.adjusted_winner);
  json["reasons"] = Json::object();
  if (json["nash"].is_null()) json["reasons"]["nash"] = no_nash_reason(answer.nash);
  add_solutions_json(a_case, question, answer.solutions, json);
  json["by_bounds"] = by_bounds_json(a_case, answer.optima);
  return json;
}

Json list_json(const model::Case& a_case, const ask::AgreeQuestion& question,
               const std::vector<ask::ListedPackage>& list) {
  Json json = Json::array();
  for (const ask::ListedPackage& listed : list) {
    Json entry = member_json(a_case, question.reading, listed.package);
    entry["rank"] = number_json(listed.rank);
    json.push_back(std::move(entry));
  }
  return json;
}

/// What the packages of one scope come to, after their counts.
Json scope_json(const model::Case& a_case, const ask::AgreeQuestion& question,
                const ask::ScopeAnswer& answer) {
  Json json;
  json["frontier"] = frontier_json(a_case, question, answer.frontier);
  json["solutions"] = solutions_json(a_case, question, answer);
  json["nearest"] = nearest_json(a_case, question, answer.nearest);
  json["list"] = list_json(a_case, question, answer.list);
  json["list_proved"] = answer.list_proved;
  json["list_cut_in_tie"] = answer.list_cut_in_tie;
  json["sample"] = sample_json(a_case, question.reading, answer.sample);
  return json;
}

Json with_overrides_json(const model::Case& a_case, const ask::AgreeAnswer& answer) {
  if (!answer.with_overrides) return nullptr;
  Json json = counts_json(answer.with_overrides->counts);
  json.update(scope_json(a_case, answer.question, *answer.with_overrides));
  return json;
}

Json proof_json(const ask::AgreeAnswer& answer) {
  const bool exact = answer.complete;
  Json json;
  json["status"] = exact ? "exact" : "bounded";
  json["method"] = exact ? "Decision diagrams over all packages, in exact numbers; none is sampled."
                         : "Decision diagrams, in exact numbers, stopped early: what was not "
                           "visited widens the bounds.";
  json["unvisited"] = answer.without.counts.unvisited.get_str();
  return json;
}

}  // namespace

Json nearest_json(const model::Case& a_case, const ask::AgreeQuestion& question,
                  const std::vector<ask::NearestAnswer>& answers) {
  Json json = Json::array();
  for (const ask::NearestAnswer& nearest : answers) {
    Json entry;
    entry["certainty"] = certainty_word(nearest.set.certainty);
    entry["inside_question"] = nearest.set.question == agree::Question::inside;
    const auto& changed = nearest.nearest.changed_issues;
    entry["changed_issues"] = changed ? Json(*changed) : Json(nullptr);
    entry["packages"] = nearest.nearest.packages.get_str();
    entry["members"] =
        members_json(a_case, question.reading, nearest.nearest.members, question.list);
    entry["proved"] = nearest.nearest.unvisited == 0;
    json.push_back(std::move(entry));
  }
  return json;
}

Json asked_about_json(const model::Case& a_case, const ask::AgreeQuestion& question) {
  Json json = Json::object();
  for (std::size_t i = 0; i < a_case.issues.size(); ++i) {
    const model::OptionSet& asked = question.scope[i];
    if (std::find(asked.begin(), asked.end(), false) == asked.end()) continue;
    Json& options = json[a_case.issues[i].origin.id] = Json::array();
    for (std::size_t o = 0; o < asked.size(); ++o) {
      if (asked[o]) options.push_back(a_case.issues[i].options[o].id);
    }
  }
  return json;
}

Json agree_json(const model::Case& a_case, const ask::AgreeAnswer& answer, const Json& seconds) {
  Json json;
  json["case"] = a_case.id;
  json["as_of"] = text_or_null(a_case.as_of);
  json["question"] = a_case.question;
  json["asked_about"] = asked_about_json(a_case, answer.question);
  json.update(counts_json(answer.without.counts));
  json["with_overrides"] = with_overrides_json(a_case, answer);
  json["reading"] = reading_json(a_case, answer.question.reading);
  json["claims"] = claims_json(a_case, answer.claims);
  json["why"] = answer.why ? conflicts_json(a_case, *answer.why) : Json(nullptr);
  json["never_certain"] = never_certain_json(a_case, answer.never_certain);
  json.update(scope_json(a_case, answer.question, answer.without));
  json["objections"] = answer.named ? objections_json(a_case, *answer.named) : Json::array();
  json["named_package"] = answer.named ? report_json(a_case, *answer.named) : Json(nullptr);
  json["left_out"] = left_out_json(a_case);
  json["not_modelled"] = not_modelled_json(a_case);
  json["proof"] = proof_json(answer);
  json["seconds"] = seconds;
  return json;
}

}  // namespace nemawashi::io
