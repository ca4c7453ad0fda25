// SPDX-License-Identifier: Apache-2.0
#include "tests/permuted_case.h"

#include <algorithm>
#include <numeric>

namespace nemawashi::tests {
namespace {

using namespace model;
using Places = std::vector<std::size_t>;

Places shuffled(base::Random& random, std::size_t size) {
  Places places(size);
  std::iota(places.begin(), places.end(), std::size_t{0});
  for (std::size_t i = size; i > 1; --i) std::swap(places[i - 1], places[random.below(i)]);
  return places;
}

template <class Value>
std::vector<Value> reordered(const std::vector<Value>& values, const Places& places) {
  std::vector<Value> result(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) result[places[i]] = values[i];
  return result;
}

template <class Index>
void renumber(Index& index, const Places& places) {
  index = Index(places[index.value]);
}
template <class Index>
void renumber(std::optional<Index>& index, const Places& places) {
  if (index) renumber(*index, places);
}

template <class Member>
void renumber(base::Random& random, BasicRule<Member>& rule, const Places& places) {
  if (rule.kind == BasicRule<Member>::Kind::member) renumber(rule.member, places);
  for (auto& part : rule.parts) renumber(random, part, places);
  const Places parts = shuffled(random, rule.parts.size());
  rule.parts = reordered(rule.parts, parts);
  if (!rule.weights.empty()) rule.weights = reordered(rule.weights, parts);
}

class Permuter {
 public:
  Permuter(base::Random& random, const Case& original)
      : random_(random), result_{original, {}, {}, {}, {}}, case_(result_.a_case) {}

  PermutedCase permuted() {
    choose();
    for_each_condition([&](Condition& condition) { renumber_condition(condition); });
    renumber_parties();
    renumber_facts();
    renumber_interests();
    renumber(random_, case_.consent, gates_);
    case_.wants = reordered(case_.wants, shuffled(random_, case_.wants.size()));
    reorder_tables();
    return std::move(result_);
  }

 private:
  void choose() {
    result_.issues = shuffled(random_, case_.issues.size());
    for (const Issue& issue : case_.issues) {
      result_.options.push_back(shuffled(random_, issue.options.size()));
    }
    result_.parties = shuffled(random_, case_.parties.size());
    result_.claims = shuffled(random_, case_.claims.size());
    gates_ = shuffled(random_, case_.gates.size());
    baselines_ = shuffled(random_, case_.baselines.size());
    levels_ = shuffled(random_, case_.levels.size());
    effects_ = shuffled(random_, case_.effects.size());
    interests_ = shuffled(random_, case_.interests.size());
  }

  template <class Change>
  void for_each_condition(const Change& change) {
    for (Gate& gate : case_.gates) change(gate.when);
    for (Refusal& refusal : case_.refusals) change(refusal.when);
    for (Effect& effect : case_.effects) change(effect.when);
    for (Condition& condition : case_.wants) change(condition);
    for (Limit& limit : case_.limits) {
      if (auto* condition = std::get_if<Condition>(&limit.forbids)) change(*condition);
    }
  }

  void renumber_condition(Condition& condition) const {
    for (ConditionTerm& term : condition.terms) {
      term.options = reordered_bits(term.options, result_.options[term.issue.value]);
      renumber(term.issue, result_.issues);
    }
    std::sort(condition.terms.begin(), condition.terms.end(),
              [](const auto& a, const auto& b) { return a.issue < b.issue; });
  }

  static OptionSet reordered_bits(const OptionSet& bits, const Places& places) {
    OptionSet result(bits.size());
    for (std::size_t i = 0; i < bits.size(); ++i) result[places[i]] = bits[i];
    return result;
  }

  void renumber_parties() {
    for (Party& party : case_.parties) {
      renumber(party.parent, result_.parties);
      if (party.rule) renumber(random_, *party.rule, result_.parties);
    }
    for (Gate& gate : case_.gates) renumber(gate.party, result_.parties);
    for (Refusal& refusal : case_.refusals) {
      renumber(refusal.party, result_.parties);
      renumber(refusal.if_claim, result_.claims);
    }
    for (Level& level : case_.levels) renumber(level.bearer, result_.parties);
    for (Interest& interest : case_.interests) renumber(interest.party, result_.parties);
  }

  void renumber_facts() {
    for (std::size_t i = 0; i < case_.issues.size(); ++i) {
      Issue& issue = case_.issues[i];
      issue.options = reordered(issue.options, result_.options[i]);
      renumber(issue.standing, result_.options[i]);
      renumber(issue.overrides, gates_);
    }
    for (Level& level : case_.levels) {
      for (EffectIndex& effect : level.effects) renumber(effect, effects_);
      level.effects = reordered(level.effects, shuffled(random_, level.effects.size()));
    }
    for (Effect& effect : case_.effects) {
      renumber(effect.baseline, baselines_);
      renumber(effect.level, levels_);
      renumber(effect.if_claim, result_.claims);
    }
    for (Limit& limit : case_.limits) {
      renumber(limit.if_claim, result_.claims);
      if (auto* bound = std::get_if<LevelBound>(&limit.forbids)) renumber(bound->level, levels_);
    }
  }

  void renumber_interests() {
    for (Interest& interest : case_.interests) renumber(interest.level, levels_);
    for (std::size_t p = 0; p < case_.parties.size(); ++p) {
      auto& interests = case_.interests_of[p];
      for (InterestIndex& interest : interests) renumber(interest, interests_);
      const Places places = shuffled(random_, interests.size());
      interests = reordered(interests, places);
      if (!case_.weights_of[p]) continue;
      Weights& weights = *case_.weights_of[p];
      if (auto* ranks = std::get_if<RankWeights>(&weights)) {
        ranks->ranks = reordered(ranks->ranks, places);
      } else if (auto* numbers = std::get_if<NumberWeights>(&weights)) {
        numbers->numbers = reordered(numbers->numbers, places);
      } else {
        auto& intervals = std::get<IntervalWeights>(weights);
        intervals.low = reordered(intervals.low, places);
        intervals.high = reordered(intervals.high, places);
      }
    }
  }

  void reorder_tables() {
    case_.issues = reordered(case_.issues, result_.issues);
    case_.parties = reordered(case_.parties, result_.parties);
    case_.interests_of = reordered(case_.interests_of, result_.parties);
    case_.weights_of = reordered(case_.weights_of, result_.parties);
    case_.gates = reordered(case_.gates, gates_);
    case_.refusals = reordered(case_.refusals, shuffled(random_, case_.refusals.size()));
    case_.claims = reordered(case_.claims, result_.claims);
    case_.baselines = reordered(case_.baselines, baselines_);
    case_.levels = reordered(case_.levels, levels_);
    case_.effects = reordered(case_.effects, effects_);
    case_.limits = reordered(case_.limits, shuffled(random_, case_.limits.size()));
    case_.interests = reordered(case_.interests, interests_);
  }

  base::Random& random_;
  PermutedCase result_;
  Case& case_;
  Places gates_;
  Places baselines_;
  Places levels_;
  Places effects_;
  Places interests_;
};

}  // namespace

PermutedCase permuted(base::Random& random, const Case& a_case) {
  return Permuter(random, a_case).permuted();
}

Package moved(const PermutedCase& permuted, const Package& package) {
  Package result(package.size());
  for (std::size_t i = 0; i < package.size(); ++i) {
    result[permuted.issues[i]] = OptionIndex(permuted.options[i][package[i].value]);
  }
  return result;
}

Reading moved(const PermutedCase& permuted, const Reading& reading) {
  Reading result(reading.size());
  for (std::size_t c = 0; c < reading.size(); ++c) result[permuted.claims[c]] = reading[c];
  return result;
}

}  // namespace nemawashi::tests
