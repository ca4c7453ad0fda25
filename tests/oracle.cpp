// SPDX-License-Identifier: Apache-2.0
#include "tests/oracle.h"

#include <algorithm>

#include "tests/random_case.h"

namespace nemawashi::tests {
namespace {

using base::Rational;
using namespace model;
using Known = std::optional<Rational>;

/// The level today with the given effects: added, or the largest or smallest of all.
Known combined(const Case& a_case, std::size_t level, const std::vector<const Effect*>& effects) {
  std::vector<Known> numbers = {a_case.levels[level].base->likely};
  for (const Effect* effect : effects) numbers.push_back(effect->change.likely);
  std::vector<Rational> known;
  for (const Known& number : numbers) {
    if (!number) return std::nullopt;
    known.push_back(*number);
  }
  const Combine combine = a_case.measures[a_case.levels[level].measure.value].combine;
  if (combine == Combine::max) return *std::max_element(known.begin(), known.end());
  if (combine == Combine::min) return *std::min_element(known.begin(), known.end());
  Rational sum = 0;
  for (const Rational& number : known) sum += number;
  return sum;
}

Known level_without(const Case& a_case, const Reading& reading, std::size_t level,
                    std::size_t baseline) {
  std::vector<const Effect*> effects;
  for (const Effect& effect : a_case.effects) {
    if (effect.level.value != level || !effect.baseline || effect.baseline->value != baseline) {
      continue;
    }
    if (taken(effect.if_claim, reading)) effects.push_back(&effect);
  }
  return combined(a_case, level, effects);
}

Rational value_of(const ValueFunction& f, const Rational& x) {
  if (f.shape == Shape::step) {
    if (f.more_is_better) return x < f.best ? 0 : 1;
    return x > f.best ? 0 : 1;
  }
  if (f.shape == Shape::points) {
    const auto after = std::find_if(f.points.begin(), f.points.end(),
                                    [&](const auto& point) { return point.first > x; });
    if (after == f.points.begin()) return after->second;
    const auto before = after - 1;
    if (after == f.points.end()) return before->second;
    const Rational share = (x - before->first) / (after->first - before->first);
    return (1 - share) * before->second + share * after->second;
  }
  const Rational v = (x - f.worst) / (f.best - f.worst);
  if (f.shape == Shape::linear) return v;
  if (v < 0) return 0;
  return v > 1 ? Rational(1) : v;
}

Known reservation_of(const Case& a_case, const Reading& reading, const Interest& interest) {
  if (a_case.reservation == ReservationFrom::today) {
    const Known level = combined(a_case, interest.level.value, {});
    return level ? Known(value_of(interest.value, *level)) : std::nullopt;
  }
  Rational expected = 0;
  for (std::size_t b = 0; b < a_case.baselines.size(); ++b) {
    const auto& probability = a_case.baselines[b].probability;
    if (!probability || *probability == 0) continue;
    const Known level = level_without(a_case, reading, interest.level.value, b);
    if (!level) return std::nullopt;
    expected += *probability * value_of(interest.value, *level);
  }
  return expected;
}

template <class Member, class Says>
bool allowed(const BasicRule<Member>& rule, const Says& says) {
  using Kind = typename BasicRule<Member>::Kind;
  if (rule.kind == Kind::member) return says(rule.member);
  Rational votes = 0;
  std::size_t yes = 0;
  for (std::size_t i = 0; i < rule.parts.size(); ++i) {
    if (!allowed(rule.parts[i], says)) continue;
    ++yes;
    if (rule.kind == Kind::votes) votes += rule.weights[i];
  }
  switch (rule.kind) {
    case Kind::all:
      return yes == rule.parts.size();
    case Kind::any:
      return yes > 0;
    case Kind::at_least:
      return Rational(yes) >= rule.threshold;
    default:
      return votes >= rule.threshold;
  }
}

bool says_yes(const Case& a_case, const Reading& reading, const Package& package,
              const std::vector<bool>& worth_test, std::size_t party) {
  for (const Refusal& refusal : a_case.refusals) {
    if (refusal.party.value != party || refusal.withdrawn) continue;
    if (taken(refusal.if_claim, reading) && condition_holds(refusal.when, package)) return false;
  }
  if (!worth_test[party]) return false;
  const auto& rule = a_case.parties[party].rule;
  return !rule || allowed(*rule, [&](PartyIndex member) {
    return says_yes(a_case, reading, package, worth_test, member.value);
  });
}

PartyTruth party_truth(const Case& a_case, const Reading& reading, const Truth& truth,
                       std::size_t party, const Package& package) {
  PartyTruth result;
  Vector values;
  for (const InterestIndex index : a_case.interests_of[party]) {
    const Interest& interest = a_case.interests[index.value];
    const Known level = level_in(a_case, reading, interest.level.value, package);
    const Known reservation = reservation_of(a_case, reading, interest);
    if (!level || !reservation) {
      result.unknown = true;
      return result;
    }
    values.push_back(value_of(interest.value, *level));
    result.differences.push_back(values.back() - *reservation);
  }
  if (values.empty()) return result;
  const PartyWeights& weights = *truth.weights[party];
  const Rational& margin = a_case.parties[party].margin;
  for (const Vector& vertex : weights.vertices) {
    const Rational gain = dot(vertex, result.differences) - margin;
    if (!result.least || gain < *result.least) result.least = gain;
    if (!result.greatest || gain > *result.greatest) result.greatest = gain;
  }
  result.central = dot(weights.central, result.differences) - margin;
  result.worth = dot(weights.central, values);
  return result;
}

PackageTruth package_truth(const Case& a_case, const Reading& reading, const Truth& truth,
                           const Package& package) {
  PackageTruth result;
  result.package = package;
  for (const Limit& limit : a_case.limits) {
    if (breaks(a_case, reading, limit, package)) result.feasible = false;
  }
  if (!a_case.wants.empty()) {
    result.wanted = false;
    for (const Condition& condition : a_case.wants) {
      if (condition_holds(condition, package)) result.wanted = true;
    }
  }
  for (std::size_t p = 0; p < a_case.parties.size(); ++p) {
    result.parties.push_back(party_truth(a_case, reading, truth, p, package));
  }
  for (std::size_t certainty = 0; certainty < 3; ++certainty) {
    std::vector<bool> worth_test;
    for (const PartyTruth& party : result.parties) {
      const auto& gain = certainty == 0   ? party.least
                         : certainty == 1 ? party.central
                                          : party.greatest;
      worth_test.push_back(party.unknown ? certainty == 2 : !gain || *gain >= 0);
    }
    const auto yes = party_yes(a_case, reading, package, worth_test);
    for (std::size_t p = 0; p < yes.size(); ++p) result.parties[p].yes[certainty] = yes[p];
    result.consent[certainty] = consents(a_case, package, yes);
  }
  return result;
}

}  // namespace

bool taken(const std::optional<ClaimIndex>& claim, const Reading& reading) {
  return !claim.has_value() || reading.at(claim->value);
}

Known level_in(const Case& a_case, const Reading& reading, std::size_t level,
               const Package& package) {
  std::vector<const Effect*> effects;
  for (const Effect& effect : a_case.effects) {
    if (effect.level.value != level || effect.baseline || !taken(effect.if_claim, reading))
      continue;
    if (condition_holds(effect.when, package)) effects.push_back(&effect);
  }
  return combined(a_case, level, effects);
}

bool breaks(const Case& a_case, const Reading& reading, const Limit& limit,
            const Package& package) {
  if (!taken(limit.if_claim, reading)) return false;
  if (limit.forbids.index() == 0) return condition_holds(std::get<0>(limit.forbids), package);
  const LevelBound& bound = std::get<1>(limit.forbids);
  const Known level = level_in(a_case, reading, bound.level.value, package);
  return (bound.at_least && *level < *bound.at_least) || (bound.at_most && *level > *bound.at_most);
}

bool condition_holds(const Condition& condition, const Package& package) {
  for (const ConditionTerm& term : condition.terms) {
    if (!term.options.at(package.at(term.issue.value).value)) return false;
  }
  return true;
}

std::vector<bool> party_yes(const Case& a_case, const Reading& reading, const Package& package,
                            const std::vector<bool>& worth_test) {
  std::vector<bool> yes;
  for (std::size_t p = 0; p < a_case.parties.size(); ++p) {
    yes.push_back(says_yes(a_case, reading, package, worth_test, p));
  }
  return yes;
}

bool consents(const Case& a_case, const Package& package, const std::vector<bool>& yes) {
  return allowed(a_case.consent, [&](GateIndex index) {
    const Gate& gate = a_case.gates[index.value];
    return !condition_holds(gate.when, package) || yes[gate.party.value];
  });
}

Truth truth_of(const Case& a_case, const Reading& reading) {
  Truth truth;
  for (std::size_t p = 0; p < a_case.parties.size(); ++p) {
    auto& weights = truth.weights.emplace_back();
    if (!a_case.weights_of[p]) continue;
    const std::size_t interests = a_case.interests_of[p].size();
    weights.emplace();
    weights->allowed = inequalities(*a_case.weights_of[p], interests);
    weights->vertices = vertices(weights->allowed, interests);
    weights->central = central(*a_case.weights_of[p], weights->vertices);
  }
  for (const Package& package : all_packages(a_case)) {
    truth.packages.push_back(package_truth(a_case, reading, truth, package));
  }
  return truth;
}

}  // namespace nemawashi::tests
