// SPDX-License-Identifier: Apache-2.0
// The definitions of a house's answers, apart from the engine's: which arrangements stand is said
// again, row by row from the rules as they are written, and everything else is counted by listing.
#pragma once

#include <algorithm>
#include <set>

#include "engine/house/answer.h"

namespace nemawashi::house {

using model::Case;
using Bits = std::uint64_t;

inline HouseQuestion question_of(const Case& a_case, bool claim) {
  HouseQuestion question;
  question.reading.assign(a_case.claims.size(), claim);
  question.structure.list = 1'000;
  return question;
}

inline std::set<std::size_t> values(const std::vector<ArrangementIndex>& arrangements) {
  std::set<std::size_t> result;
  for (const ArrangementIndex one : arrangements) result.insert(one.value);
  return result;
}

/// The definitions, apart from the engine's. Bits are components that hold.
struct Oracle {
  const Case& a_case;
  const HouseQuestion& question;
  std::vector<Strength> strength;
  std::vector<bool> exists;

  Oracle(const Case& the_case, const HouseQuestion& asked) : a_case(the_case), question(asked) {
    for (const auto& one : a_case.house.arrangements) {
      strength.push_back(one.strength);
      exists.push_back(!one.proposed);
    }
  }
  std::size_t arrangements() const { return a_case.house.arrangements.size(); }
  std::size_t components() const { return arrangements() + a_case.house.common_causes.size(); }
  static bool has(Bits state, std::size_t i) { return (state >> i & 1U) != 0; }

  bool stands(std::size_t i, Bits state) const {
    if (!exists[i] || !has(state, i)) return false;
    for (std::size_t c = 0; c < a_case.house.common_causes.size(); ++c) {
      for (const ArrangementIndex taken : a_case.house.common_causes[c].arrangements) {
        if (taken.value == i && !has(state, arrangements() + c)) return false;
      }
    }
    for (const model::RestsOn& row : a_case.house.rests_on) {
      if (row.arrangement.value != i) continue;
      if (row.if_claim && !question.reading[row.if_claim->value]) continue;
      if (!rule_holds(row.rule, [&](ArrangementIndex o) { return stands(o.value, state); })) {
        return false;
      }
    }
    return true;
  }
  Bits all() const { return (Bits{1} << components()) - 1; }
  Bits all_but(std::size_t component) const { return all() & ~(Bits{1} << component); }
  std::set<std::size_t> falling_with(std::size_t component) const {
    std::set<std::size_t> fallen;
    for (std::size_t a = 0; a < arrangements(); ++a) {
      if (stands(a, all()) && !stands(a, all_but(component))) fallen.insert(a);
    }
    return fallen;
  }
  bool any_stands(const std::vector<ArrangementIndex>& some, Bits state) const {
    return std::any_of(some.begin(), some.end(),
                       [&](ArrangementIndex one) { return stands(one.value, state); });
  }
  std::vector<bool> table(const std::vector<ArrangementIndex>& providers) const {
    std::vector<bool> result;
    for (Bits state = 0; state < Bits{1} << components(); ++state) {
      result.push_back(any_stands(providers, state));
    }
    return result;
  }
  /// The greatest strength such that a set of at least as strong arrangements makes one stand.
  std::optional<Strength> best(const std::vector<ArrangementIndex>& some) const {
    std::optional<Strength> result;
    const Bits causes = (Bits{1} << components()) - (Bits{1} << arrangements());
    for (Bits state = 0; state < Bits{1} << arrangements(); ++state) {
      if (!any_stands(some, state | causes)) continue;
      Strength weakest = Strength::has_acted;
      for (std::size_t i = 0; i < arrangements(); ++i) {
        if (has(state, i)) weakest = std::min(weakest, strength[i]);
      }
      result = std::max(result, std::optional(weakest));
    }
    return result;
  }
};

inline std::vector<ArrangementIndex> providing(const Case& a_case, FunctionIndex function,
                                               const std::vector<BearerIndex>& members) {
  std::vector<ArrangementIndex> result;
  for (std::size_t i = 0; i < a_case.house.arrangements.size(); ++i) {
    const auto& one = a_case.house.arrangements[i];
    const auto& functions = one.functions;
    const bool all = std::all_of(members.begin(), members.end(), [&](BearerIndex m) {
      return std::find(one.members.begin(), one.members.end(), m) != one.members.end();
    });
    if (all && std::find(functions.begin(), functions.end(), function) != functions.end()) {
      result.emplace_back(i);
    }
  }
  return result;
}

}  // namespace nemawashi::house
