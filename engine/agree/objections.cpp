// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/objections.h"

#include <algorithm>

#include "engine/agree/regions.h"
#include "engine/model/levels.h"

namespace nemawashi::agree {
namespace {

using model::Certainty;
using model::PartyIndex;
using model::Verdict;

std::vector<model::InterestIndex> losses(const model::Case& a_case, PartyIndex party,
                                         const model::Gain& gain) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < gain.differences.size(); ++i) {
    if (gain.differences[i] < 0) places.push_back(i);
  }
  const auto loss = [&](std::size_t i) -> Rational {
    return gain.central.weights[i] * gain.differences[i];
  };
  std::stable_sort(places.begin(), places.end(),
                   [&](std::size_t a, std::size_t b) { return loss(a) < loss(b); });
  std::vector<model::InterestIndex> result;
  for (const std::size_t i : places) result.push_back(a_case.interests_of[party.value][i]);
  return result;
}

/// What one party that says no, or may, objects to.
std::vector<Objection> party_objections(const model::Case& a_case, PartyIndex party,
                                        const model::PartyAnswer& answer) {
  std::vector<Objection> result;
  const auto objection = [&](Verdict verdict) -> Objection& {
    Objection& added = result.emplace_back();
    added.party = party;
    added.verdict = verdict;
    return added;
  };
  for (const auto refusal : answer.refusals) objection(Verdict::objection).refusal = refusal;
  if (const Verdict worth = model::verdict(answer.by_worth); worth != Verdict::no_objection) {
    Objection& added = objection(worth);
    added.unknown = answer.unknown;
    if (answer.gain) {
      const bool certain = worth == Verdict::objection;
      added.short_by = -(certain ? answer.gain->greatest : answer.gain->least).value;
      added.over = losses(a_case, party, *answer.gain);
    }
  }
  if (const Verdict rule = model::verdict(answer.by_rule); rule != Verdict::no_objection) {
    objection(rule).by_rule = true;
  }
  return result;
}

/// Whether the package escapes the gate only by setting it aside.
bool is_overridden(const model::Case& a_case, model::GateIndex gate,
                   const model::Package& package) {
  const auto issue = model::override_of(a_case, gate);
  if (!issue || model::is_asked(a_case.at(gate), package)) return false;
  model::Package heard = package;
  heard[issue->value] = *a_case.at(*issue).standing;
  return model::is_asked(a_case.at(gate), heard);
}

std::vector<Objection> gate_objections(const model::Case& a_case, const model::Package& package,
                                       const std::vector<model::PartyAnswer>& answers) {
  std::vector<Objection> result;
  for (std::size_t g = 0; g < a_case.gates.size(); ++g) {
    const model::Gate& gate = a_case.gates[g];
    const bool overridden = is_overridden(a_case, model::GateIndex(g), package);
    if (!overridden && !model::is_asked(gate, package)) continue;
    for (Objection& objection : party_objections(a_case, gate.party, answers[gate.party.value])) {
      objection.gate = model::GateIndex(g);
      objection.overridden = overridden;
      result.push_back(std::move(objection));
    }
  }
  std::stable_sort(result.begin(), result.end(), [](const auto& a, const auto& b) {
    return a.verdict == Verdict::objection && b.verdict != Verdict::objection;
  });
  return result;
}

/// The claim that alone decides whether an objection is found; `found` has a value a reading.
std::optional<ReadingsVerdict::Decider> decider(const std::vector<model::ClaimIndex>& claims,
                                                const std::vector<bool>& found) {
  for (std::size_t i = 0; i < claims.size(); ++i) {
    for (const bool value : {true, false}) {
      bool decides = true;
      for (std::size_t choice = 0; choice < found.size() && decides; ++choice) {
        decides = found[choice] == (((choice >> i & 1U) != 0) == value);
      }
      if (decides) return ReadingsVerdict::Decider{claims[i], value};
    }
  }
  return std::nullopt;
}

ReadingsVerdict over_readings(const model::Case& a_case, const model::Reading& reading,
                              const model::Package& package) {
  ReadingsVerdict result;
  result.claims = claims_touching(a_case, package);
  result.bounded = result.claims.size() > kMostClaimsVaried;
  if (result.bounded) result.claims.resize(kMostClaimsVaried);
  result.readings = std::size_t{1} << result.claims.size();
  result.objection_found.resize(a_case.parties.size());
  std::vector<std::vector<bool>> found(a_case.parties.size());
  for (std::size_t choice = 0; choice < result.readings; ++choice) {
    model::Reading varied = reading;
    for (std::size_t i = 0; i < result.claims.size(); ++i) {
      varied[result.claims[i].value] = (choice >> i & 1U) != 0;
    }
    const auto answers = model::party_answers(a_case, varied, package);
    const bool feasible = model::broken_limits(a_case, varied, package).empty();
    const model::Yes yes = model::consent(a_case, package, answers);
    result.feasible += feasible ? 1U : 0U;
    for (const Certainty certainty : kCertainties) {
      const bool passes = feasible && yes.under(certainty);
      result.ratifiable[static_cast<std::size_t>(certainty)] += passes ? 1U : 0U;
    }
    for (std::size_t p = 0; p < answers.size(); ++p) {
      found[p].push_back(!answers[p].yes.possible);
      result.objection_found[p] += found[p].back() ? 1U : 0U;
    }
  }
  for (const auto& of_party : found) result.decided_by.push_back(decider(result.claims, of_party));
  return result;
}

}  // namespace

std::vector<PartyIndex> parties_overridden(const model::Case& a_case,
                                           const model::Package& package) {
  std::vector<PartyIndex> result;
  for (std::size_t g = 0; g < a_case.gates.size(); ++g) {
    const PartyIndex party = a_case.gates[g].party;
    if (!is_overridden(a_case, model::GateIndex(g), package)) continue;
    if (std::find(result.begin(), result.end(), party) == result.end()) result.push_back(party);
  }
  return result;
}

std::vector<model::ClaimIndex> claims_touching(const model::Case& a_case,
                                               const model::Package& package) {
  std::vector<bool> touches(a_case.claims.size());
  const auto take = [&](const std::optional<model::ClaimIndex>& claim, bool applies) {
    if (claim && applies) touches[claim->value] = true;
  };
  for (const auto& refusal : a_case.refusals) {
    take(refusal.if_claim, !refusal.withdrawn && model::holds(refusal.when, package));
  }
  for (const auto& effect : a_case.effects) {
    take(effect.if_claim, effect.baseline || model::holds(effect.when, package));
  }
  for (const auto& limit : a_case.limits) {
    const auto* condition = std::get_if<model::Condition>(&limit.forbids);
    take(limit.if_claim, !condition || model::holds(*condition, package));
  }
  std::vector<model::ClaimIndex> result;
  for (std::size_t i = 0; i < touches.size(); ++i) {
    if (touches[i]) result.emplace_back(i);
  }
  return result;
}

PackageReport package_report(const model::Case& a_case, const model::Reading& reading,
                             const model::Package& package, Readings readings) {
  PackageReport report;
  report.package = package;
  report.inside_question = model::is_wanted(a_case, package);
  report.broken_limits = model::broken_limits(a_case, reading, package);
  report.answers = model::party_answers(a_case, reading, package);
  report.consent = model::consent(a_case, package, report.answers);
  report.objections = gate_objections(a_case, package, report.answers);
  if (readings == Readings::all) report.readings = over_readings(a_case, reading, package);
  return report;
}

bool is_ratifiable(const PackageReport& report, Certainty certainty) {
  return report.broken_limits.empty() && report.consent.under(certainty);
}

}  // namespace nemawashi::agree
