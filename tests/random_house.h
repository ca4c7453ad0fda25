// SPDX-License-Identifier: Apache-2.0
// Random cases that have a house alone: arrangements on floors, rules, causes, contingencies.
#pragma once

#include <algorithm>
#include <string>

#include "engine/base/random.h"
#include "engine/model/case.h"

namespace nemawashi::tests {

struct HouseShape {
  std::size_t arrangements = 7;
  std::size_t floors = 3;
  std::size_t members = 4;
  std::size_t functions = 2;
  std::size_t causes = 2;
  std::size_t contingencies = 4;
  std::size_t widest_rule = 3;
  std::size_t most_members = 4;  ///< of an arrangement
};

/// A rule over arrangements below `above`, two operators deep at most.
inline model::ArrangementRule random_rule(base::Random& random, std::size_t above,
                                          std::size_t widest, int depth = 0) {
  using Rule = model::ArrangementRule;
  Rule rule;
  if (depth == 2 || random.below(3) == 0) {
    rule.kind = Rule::Kind::member;
    rule.member = model::ArrangementIndex(random.below(above));
    return rule;
  }
  rule.kind = static_cast<Rule::Kind>(1 + random.below(4));
  const std::size_t parts = 1 + random.below(widest);
  for (std::size_t i = 0; i < parts; ++i) {
    rule.parts.push_back(random_rule(random, above, widest, depth + 1));
    if (rule.kind == Rule::Kind::votes) {
      rule.weights.push_back(base::fraction(static_cast<int>(random.below(5)), 2));
    }
  }
  rule.threshold = base::fraction(static_cast<int>(random.below(2 * parts + 1)), 2);
  return rule;
}

/// Bearers are parties; claim 0 is contested. Arrangements rest on earlier ones, floor by floor.
inline model::Case random_house_case(base::Random& random, const HouseShape& shape = {}) {
  model::Case a_case;
  const auto origin = [](const char* letter, std::size_t i) {
    model::Origin result;
    result.id = letter + std::to_string(i);
    return result;
  };
  const auto some = [&](std::size_t of, std::size_t most) {
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < 1 + random.below(most); ++i) chosen.push_back(random.below(of));
    std::sort(chosen.begin(), chosen.end());
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    return chosen;
  };
  const auto chance = [&] { return base::fraction(static_cast<int>(random.below(11)), 10); };
  for (std::size_t i = 0; i < shape.members; ++i) {
    model::Party party;
    party.origin = origin("m", i);
    a_case.parties.push_back(std::move(party));
  }
  a_case.claims.resize(1);
  a_case.claims[0].origin = origin("c", 0);
  model::House& house = a_case.house;
  for (std::size_t i = 0; i < shape.functions; ++i) house.functions.push_back({origin("f", i), ""});
  for (std::size_t i = 0; i < shape.arrangements; ++i) {
    model::Arrangement one;
    one.origin = origin("a", i);
    one.floor = 1 + i * shape.floors / shape.arrangements;
    for (const std::size_t m : some(shape.members, shape.most_members)) one.members.emplace_back(m);
    for (const std::size_t f : some(shape.functions, shape.functions))
      one.functions.emplace_back(f);
    one.strength = static_cast<model::Strength>(random.below(4));
    one.proposed = random.below(6) == 0;
    one.probability = chance();
    house.arrangements.push_back(std::move(one));
    // What is below begins where the floor does.
    std::size_t below = i;
    while (below > 0 && house.arrangements[below - 1].floor == house.arrangements[i].floor) --below;
    for (std::size_t row = random.below(3); below > 0 && row > 0; --row) {
      model::RestsOn rests;
      rests.arrangement = model::ArrangementIndex(i);
      rests.rule = random_rule(random, below, shape.widest_rule);
      if (random.below(4) == 0) rests.if_claim = model::ClaimIndex(0);
      house.rests_on.push_back(std::move(rests));
    }
  }
  for (std::size_t i = 0; i < shape.causes; ++i) {
    model::CommonCause cause;
    cause.origin = origin("x", i);
    for (const std::size_t a : some(shape.arrangements, 3)) cause.arrangements.emplace_back(a);
    cause.probability = chance();
    house.common_causes.push_back(std::move(cause));
  }
  for (std::size_t i = 0; i < shape.contingencies; ++i) {
    model::Contingency one;
    one.origin = origin("k", i);
    one.function = model::FunctionIndex(random.below(shape.functions));
    for (const std::size_t m : some(shape.members, 3)) one.members.emplace_back(m);
    house.contingencies.push_back(std::move(one));
  }
  for (model::Arrangement& one : house.arrangements) {
    if (random.below(2) == 0) one.cost = base::fraction(static_cast<int>(random.below(5)), 2);
  }
  return a_case;
}

}  // namespace nemawashi::tests
