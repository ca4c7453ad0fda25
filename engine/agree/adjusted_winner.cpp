// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/adjusted_winner.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "engine/agree/sums.h"
#include "engine/model/levels.h"

namespace nemawashi::agree {
namespace {

using model::PartyIndex;

/// From one option of an issue to the next on its chain: the second party gains, the first loses.
struct Exchange {
  std::size_t issue = 0;
  std::size_t from = 0;
  std::size_t to = 0;
  Rational loss;  ///< of the first; positive
  Rational gain;  ///< of the second; positive
};

/// Whether a gains the second party more than b for each unit that the first loses.
bool better_rate(const Exchange& a, const Exchange& b) { return a.gain * b.loss > b.gain * a.loss; }

Exchange exchange_between(const std::vector<WorthOfTwo>& options, std::size_t issue,
                          std::size_t from, std::size_t to) {
  return {issue, from, to, options[from][0] - options[to][0], options[to][1] - options[from][1]};
}

/// The options on the upper right of the hull, from the best for the first party to the best for
/// the second; rates do not rise along them.
std::vector<std::size_t> chain(const std::vector<WorthOfTwo>& options) {
  std::vector<std::size_t> sorted(options.size());
  std::iota(sorted.begin(), sorted.end(), std::size_t{0});
  std::stable_sort(sorted.begin(), sorted.end(),
                   [&](std::size_t a, std::size_t b) { return options[a] > options[b]; });
  std::vector<std::size_t> result;
  for (const std::size_t option : sorted) {
    if (!result.empty() && options[option][1] <= options[result.back()][1]) continue;
    while (result.size() > 1 &&
           better_rate(exchange_between(options, 0, result.back(), option),
                       exchange_between(options, 0, result[result.size() - 2], result.back()))) {
      result.pop_back();
    }
    result.push_back(option);
  }
  return result;
}

/// Finds the rows under which shares have no meaning, each once for each kind.
class IndivisibleSearch {
 public:
  IndivisibleSearch(const model::Case& a_case, const model::Reading& reading)
      : case_(a_case), reading_(reading) {}

  std::vector<IndivisibleRows> found(const std::array<PartyIndex, 2>& parties) {
    for (const auto& limit : case_.limits) {
      if (model::in_force(limit.if_claim, reading_)) add(Indivisible::limit, limit.origin);
    }
    for (const auto& refusal : case_.refusals) {
      if (model::in_force(refusal, reading_)) add(Indivisible::refusal, refusal.origin);
    }
    for (const auto& gate : case_.gates) {
      if (!gate.when.terms.empty()) add(Indivisible::gate_condition, gate.origin);
    }
    for (const PartyIndex party : parties) {
      for (const auto index : case_.interests_of[party.value]) take(case_.at(index));
    }
    std::vector<IndivisibleRows> result;
    for (std::size_t kind = 0; kind < rows_.size(); ++kind) {
      if (rows_.at(kind).empty()) continue;
      result.push_back(
          {static_cast<Indivisible>(kind), rows_.at(kind).size(), **rows_.at(kind).begin()});
    }
    return result;
  }

 private:
  struct ByRow {
    bool operator()(const model::Origin* a, const model::Origin* b) const {
      return a->row < b->row;
    }
  };

  void add(Indivisible kind, const model::Origin& origin) {
    rows_.at(static_cast<std::size_t>(kind)).insert(&origin);
  }

  void take(const model::Interest& interest) {
    const model::Level& level = case_.at(interest.level);
    if (!model::level_today(case_, interest.level)) {
      add(Indivisible::unknown_level, interest.origin);
    }
    bool plain = true;
    bool moves = false;
    for (const auto index : level.effects) {
      const model::Effect& effect = case_.at(index);
      if (effect.baseline || !model::in_force(effect.if_claim, reading_)) continue;
      if (!effect.change.likely) {
        add(Indivisible::unknown_change, effect.origin);
        plain = false;
      }
      moves = moves || !effect.when.terms.empty();
      if (effect.when.terms.size() < 2) continue;
      add(Indivisible::link, effect.origin);
      plain = false;
    }
    const model::Measure& measure = case_.at(level.measure);
    if (measure.combine != model::Combine::sum && moves) {
      add(Indivisible::extreme, measure.origin);
    } else if (plain && bent(interest)) {
      add(Indivisible::bend, interest.origin);
    }
  }

  /// Whether the value bends within the levels that packages reach.
  bool bent(const model::Interest& interest) const {
    const Space space = space_of(case_, whole_scope(case_, Overrides::considered));
    const auto& interests = case_.interests_of[interest.party.value];
    model::WeightVector weights(interests.size());
    for (std::size_t i = 0; i < interests.size(); ++i) {
      if (&case_.at(interests[i]) == &interest) weights[i] = 1;
    }
    return !gain_sum(case_, reading_, space, interest.party, weights).bent.empty();
  }

  const model::Case& case_;
  const model::Reading& reading_;
  std::array<std::set<const model::Origin*, ByRow>, IndivisibleRows::kKinds> rows_;
};

}  // namespace

Division adjusted_winner(const DivisibleWorth& worth) {
  Division result;
  result.worth = worth.constant;
  std::vector<Exchange> steps;
  // 1. Every issue at the best for the first party, among equals the best for the second.
  for (std::size_t issue = 0; issue < worth.issues.size(); ++issue) {
    const auto& options = worth.issues[issue];
    const std::vector<std::size_t> along = chain(options);
    result.shares.emplace_back(options.size());
    result.shares.back()[along.front()] = 1;
    for (const std::size_t party : {0U, 1U}) result.worth[party] += options[along.front()][party];
    for (std::size_t i = 1; i < along.size(); ++i) {
      steps.push_back(exchange_between(options, issue, along[i - 1], along[i]));
    }
  }
  // 2. Along the steps that cost the first party least for what the second gains, until the worth
  // of both is equal; the last of them in part.
  std::stable_sort(steps.begin(), steps.end(), better_rate);
  for (const Exchange& step : steps) {
    const Rational ahead = result.worth[0] - result.worth[1];
    if (ahead <= 0) break;
    const Rational part = std::min(Rational(1), Rational(ahead / (step.loss + step.gain)));
    result.shares[step.issue][step.from] = 1 - part;
    result.shares[step.issue][step.to] = part;
    if (part < 1) result.split_issue = step.issue;
    result.worth[0] -= part * step.loss;
    result.worth[1] += part * step.gain;
  }
  result.equal = result.worth[0] == result.worth[1];
  return result;
}

std::vector<IndivisibleRows> why_indivisible(const model::Case& a_case,
                                             const model::Reading& reading,
                                             const std::array<PartyIndex, 2>& parties) {
  return IndivisibleSearch(a_case, reading).found(parties);
}

AdjustedWinner adjusted_winner(const model::Case& a_case, const model::Reading& reading,
                               const Scope& scope, const std::array<PartyIndex, 2>& parties) {
  const Space space = space_of(a_case, scope);
  DivisibleWorth worth;
  for (std::size_t issue = 0; issue < a_case.issues.size(); ++issue) {
    worth.issues.emplace_back(space.options[space.variable_of[issue]].size());
  }
  for (const std::size_t party : {0U, 1U}) {
    const auto sum = central_worth_sum(a_case, reading, space, parties[party]);
    worth.constant[party] = sum.constant;
    for (const trees::Cube& cube : sum.cubes) {
      if (cube.literals.empty()) {
        worth.constant[party] += cube.amount;
        continue;
      }
      const trees::Literal& literal = cube.literals.front();
      auto& options = worth.issues[space.order[literal.variable].value];
      for (std::size_t value = 0; value < options.size(); ++value) {
        if (literal.values[value]) options[value][party] += cube.amount;
      }
    }
  }
  AdjustedWinner result{parties, adjusted_winner(worth)};
  for (std::size_t issue = 0; issue < a_case.issues.size(); ++issue) {  // Back to all options.
    std::vector<Rational> shares(a_case.issues[issue].options.size());
    const auto& options = space.options[space.variable_of[issue]];
    for (std::size_t value = 0; value < options.size(); ++value) {
      shares[options[value].value] = result.division.shares[issue][value];
    }
    result.division.shares[issue] = std::move(shares);
  }
  return result;
}

std::vector<PartyIndex> parties_at_gates(const model::Case& a_case) {
  std::vector<bool> asked(a_case.parties.size());
  for (const model::Gate& gate : a_case.gates) {
    if (!a_case.interests_of[gate.party.value].empty()) asked[gate.party.value] = true;
  }
  std::vector<bool> above(a_case.parties.size());
  for (std::size_t p = 0; p < asked.size(); ++p) {
    if (!asked[p]) continue;
    for (auto upper = a_case.parties[p].parent; upper; upper = a_case.at(*upper).parent) {
      above[upper->value] = true;
    }
  }
  std::vector<PartyIndex> result;
  for (std::size_t p = 0; p < asked.size(); ++p) {
    if (asked[p] && !above[p]) result.emplace_back(p);
  }
  return result;
}

}  // namespace nemawashi::agree
