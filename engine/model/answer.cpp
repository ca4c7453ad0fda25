// SPDX-License-Identifier: Apache-2.0
#include "engine/model/answer.h"

#include <algorithm>

#include "engine/model/levels.h"

namespace nemawashi::model {
namespace {

std::vector<LevelIndex> unknown_levels(const Case& a_case, const Reading& reading, PartyIndex party,
                                       const Package& package) {
  std::vector<LevelIndex> unknown;
  for (const InterestIndex index : a_case.interests_of[party.value]) {
    const Interest& interest = a_case.at(index);
    if (!level_in_package(a_case, reading, interest.level, package) ||
        !reservation_value(a_case, reading, interest)) {
      unknown.push_back(interest.level);
    }
  }
  return unknown;
}

PartyAnswer own_answer(const Case& a_case, const Reading& reading, PartyIndex party,
                       const Package& package) {
  PartyAnswer answer;
  for (std::size_t r = 0; r < a_case.refusals.size(); ++r) {
    const Refusal& refusal = a_case.refusals[r];
    if (refusal.party != party || !in_force(refusal, reading)) continue;
    if (holds(refusal.when, package)) answer.refusals.emplace_back(r);
  }
  answer.unknown = unknown_levels(a_case, reading, party, package);
  answer.gain = gain_of(a_case, reading, party, package);
  if (answer.gain) {
    answer.by_worth = {answer.gain->least.value >= 0, answer.gain->central.value >= 0,
                       answer.gain->greatest.value >= 0};
    answer.only_at_boundary = answer.gain->greatest.value == 0 && !answer.by_worth.necessary;
  } else if (!answer.unknown.empty()) {
    answer.by_worth = {false, false, true};
  }
  return answer;
}

/// Fills in rules and the final yes, members first.
class RuleAnswers {
 public:
  RuleAnswers(const Case& a_case, std::vector<PartyAnswer>& answers)
      : case_(a_case), answers_(answers), done_(answers.size()) {}

  const Yes& finished(PartyIndex party) {
    PartyAnswer& answer = answers_[party.value];
    if (done_[party.value]) return answer.yes;
    done_[party.value] = true;
    if (const auto& rule = case_.at(party).rule) {
      const auto under = [&](Certainty certainty) {
        return rule_holds(*rule, [&](PartyIndex m) { return finished(m).under(certainty); });
      };
      answer.by_rule = {under(Certainty::necessary), under(Certainty::central),
                        under(Certainty::possible)};
    }
    const bool free = answer.refusals.empty();
    answer.yes = {free && answer.by_worth.necessary && answer.by_rule.necessary,
                  free && answer.by_worth.central && answer.by_rule.central,
                  free && answer.by_worth.possible && answer.by_rule.possible};
    return answer.yes;
  }

 private:
  const Case& case_;
  std::vector<PartyAnswer>& answers_;
  std::vector<bool> done_;
};

}  // namespace

Verdict verdict(const Yes& yes) {
  if (yes.necessary) return Verdict::no_objection;
  return yes.possible ? Verdict::cannot_tell : Verdict::objection;
}

std::optional<Gain> gain_of(const Case& a_case, const Reading& reading, PartyIndex party,
                            const Package& package) {
  const auto& interests = a_case.interests_of[party.value];
  if (interests.empty()) return std::nullopt;
  Gain gain;
  for (const InterestIndex index : interests) {
    const Interest& interest = a_case.at(index);
    const auto level = level_in_package(a_case, reading, interest.level, package);
    const auto reservation = reservation_value(a_case, reading, interest);
    if (!level || !reservation) return std::nullopt;
    gain.levels.push_back(*level);
    gain.values.push_back(value(interest.value, *level));
    gain.differences.push_back(gain.values.back() - *reservation);
  }
  const Weights& weights = *a_case.weights_of[party.value];
  const Rational& margin = a_case.at(party).margin;
  ValueRange range = value_range(weights, gain.differences);
  const WeightVector central = central_weights(weights);
  gain.least = std::move(range.least);
  gain.central = {weighted(central, gain.differences), central};
  gain.greatest = std::move(range.greatest);
  for (WeightedValue* part : {&gain.least, &gain.central, &gain.greatest}) part->value -= margin;
  return gain;
}

std::vector<PartyAnswer> party_answers(const Case& a_case, const Reading& reading,
                                       const Package& package) {
  std::vector<PartyAnswer> answers;
  answers.reserve(a_case.parties.size());
  for (std::size_t p = 0; p < a_case.parties.size(); ++p) {
    answers.push_back(own_answer(a_case, reading, PartyIndex(p), package));
  }
  RuleAnswers rules(a_case, answers);
  for (std::size_t p = 0; p < answers.size(); ++p) rules.finished(PartyIndex(p));
  return answers;
}

bool is_asked(const Gate& gate, const Package& package) { return holds(gate.when, package); }

Yes consent(const Case& a_case, const Package& package, const std::vector<PartyAnswer>& answers) {
  const auto under = [&](Certainty certainty) {
    return rule_holds(a_case.consent, [&](GateIndex index) {
      const Gate& gate = a_case.at(index);
      return !is_asked(gate, package) || answers[gate.party.value].yes.under(certainty);
    });
  };
  return {under(Certainty::necessary), under(Certainty::central), under(Certainty::possible)};
}

bool every_gate_must_pass(const Case& a_case) {
  for (std::size_t i = 0; i < a_case.gates.size(); ++i) {
    const auto says_yes = [&](GateIndex gate) { return gate.value != i; };
    if (rule_holds(a_case.consent, says_yes)) return false;
  }
  return true;
}

std::vector<LimitIndex> broken_limits(const Case& a_case, const Reading& reading,
                                      const Package& package) {
  std::vector<LimitIndex> broken;
  for (std::size_t i = 0; i < a_case.limits.size(); ++i) {
    const Limit& limit = a_case.limits[i];
    if (!in_force(limit.if_claim, reading)) continue;
    if (const auto* condition = std::get_if<Condition>(&limit.forbids)) {
      if (holds(*condition, package)) broken.emplace_back(i);
      continue;
    }
    const auto& bound = std::get<LevelBound>(limit.forbids);
    const auto level = level_in_package(a_case, reading, bound.level, package);
    if (!level) continue;  // Refused by check: a limit needs known levels.
    const bool low = bound.at_least && *level < *bound.at_least;
    const bool high = bound.at_most && *level > *bound.at_most;
    if (low || high) broken.emplace_back(i);
  }
  return broken;
}

bool is_wanted(const Case& a_case, const Package& package) {
  return a_case.wants.empty() ||
         std::any_of(a_case.wants.begin(), a_case.wants.end(),
                     [&](const Condition& condition) { return holds(condition, package); });
}

}  // namespace nemawashi::model
