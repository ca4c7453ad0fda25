// SPDX-License-Identifier: Apache-2.0
#include "engine/house/coverage.h"

#include <algorithm>
#include <map>

namespace nemawashi::house {
namespace {

using model::Case;
using model::House;
using model::PlaceIndex;

/// Which of a function's arrangements have a member, as bits.
using Bits = std::vector<std::uint64_t>;

bool share(const Bits& a, const Bits& b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if ((a[i] & b[i]) != 0) return true;
  }
  return false;
}
bool share(const Bits& a, const Bits& b, const Bits& c) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if ((a[i] & b[i] & c[i]) != 0) return true;
  }
  return false;
}

/// Members of a function with the arrangements that have each.
std::map<BearerIndex, Bits> members_of(const House& house,
                                       const std::vector<ArrangementIndex>& arrangements,
                                       const Firmness& firmness, Strength least) {
  constexpr std::size_t kBits = 64;
  std::map<BearerIndex, Bits> members;
  for (std::size_t i = 0; i < arrangements.size(); ++i) {
    const auto& firm = firmness[arrangements[i].value];
    if (!firm || *firm < least) continue;
    for (const BearerIndex member : house.at(arrangements[i]).members) {
      Bits& bits =
          members.try_emplace(member, (arrangements.size() + kBits - 1) / kBits).first->second;
      bits[i / kBits] |= std::uint64_t{1} << (i % kBits);
    }
  }
  return members;
}

/// The place and those that contain it.
std::vector<PlaceIndex> enclosing(const Case& a_case, PlaceIndex place) {
  std::vector<PlaceIndex> result = {place};
  while (const auto& parent = a_case.at(result.back()).parent) result.push_back(*parent);
  return result;
}

template <class Element>
bool contains(const std::vector<Element>& elements, Element wanted) {
  return std::find(elements.begin(), elements.end(), wanted) != elements.end();
}

bool reaches_in_time(const model::ArrangementReach& reach, const model::Contingency& contingency) {
  return !contingency.hours || (reach.hours && *reach.hours <= *contingency.hours);
}

bool covers_one(const Case& a_case, ArrangementIndex index, const model::Contingency& contingency) {
  const model::Arrangement& arrangement = a_case.house.at(index);
  if (!contingency.place) {
    return std::includes(arrangement.members.begin(), arrangement.members.end(),
                         contingency.members.begin(), contingency.members.end());
  }
  const std::vector<PlaceIndex> around = enclosing(a_case, *contingency.place);
  if (!contingency.hours) {
    for (const PlaceIndex place : around) {
      if (contains(arrangement.members, BearerIndex(a_case.parties.size() + place.value))) {
        return true;
      }
    }
  }
  return std::any_of(a_case.house.reaches.begin(), a_case.house.reaches.end(),
                     [&](const model::ArrangementReach& reach) {
                       return reach.arrangement == index &&
                              reach.function == contingency.function &&
                              contains(around, reach.place) && reaches_in_time(reach, contingency);
                     });
}

}  // namespace

std::vector<std::vector<ArrangementIndex>> arrangements_of(const House& house) {
  std::vector<std::vector<ArrangementIndex>> result(house.functions.size());
  for (std::size_t i = 0; i < house.arrangements.size(); ++i) {
    for (const FunctionIndex function : house.arrangements[i].functions) {
      result[function.value].emplace_back(i);
    }
  }
  return result;
}

std::vector<Provision> provisions(const Case& a_case) {
  std::vector<Provision> result;
  const auto of = arrangements_of(a_case.house);
  for (std::size_t function = 0; function < of.size(); ++function) {
    std::map<BearerIndex, std::vector<ArrangementIndex>> by_member;
    for (const ArrangementIndex one : of[function]) {
      for (const BearerIndex member : a_case.house.at(one).members) {
        by_member[member].push_back(one);
      }
    }
    for (auto& [member, providers] : by_member) {
      result.push_back({FunctionIndex(function), member, std::move(providers)});
    }
  }
  return result;
}

std::vector<std::vector<ArrangementIndex>> covers(const Case& a_case) {
  std::vector<std::vector<ArrangementIndex>> result;
  const auto of = arrangements_of(a_case.house);
  for (const model::Contingency& contingency : a_case.house.contingencies) {
    result.emplace_back();
    for (const ArrangementIndex one : of[contingency.function.value]) {
      if (covers_one(a_case, one, contingency)) result.back().push_back(one);
    }
  }
  return result;
}

std::optional<Strength> firmest(const std::vector<ArrangementIndex>& of, const Firmness& firmness) {
  std::optional<Strength> best;
  for (const ArrangementIndex one : of) best = std::max(best, firmness[one.value]);
  return best;
}

bool is_answered(const std::optional<Strength>& best) { return best && *best >= Strength::acts; }

std::vector<FunctionGaps> gaps(const Case& a_case, const Firmness& firmness,
                               const base::Control& control) {
  std::vector<FunctionGaps> result;
  const auto of = arrangements_of(a_case.house);
  for (std::size_t function = 0; function < of.size(); ++function) {
    const auto meeting = members_of(a_case.house, of[function], firmness, Strength::meets);
    const auto on_paper = members_of(a_case.house, of[function], firmness, Strength::paper);
    FunctionGaps here;
    here.function = FunctionIndex(function);
    std::vector<Gap> triples;
    for (auto a = meeting.begin(); a != meeting.end() && here.complete; ++a) {
      for (auto b = std::next(a); b != meeting.end() && here.complete; ++b) {
        here.complete = !control.stopped();
        if (!share(a->second, b->second)) {
          if (++here.pairs > kMostGaps) continue;
          here.listed.push_back({here.function,
                                 {a->first, b->first},
                                 share(on_paper.at(a->first), on_paper.at(b->first))});
          continue;
        }
        for (auto c = std::next(b); c != meeting.end(); ++c) {
          if (!share(a->second, c->second) || !share(b->second, c->second)) continue;
          if (share(a->second, b->second, c->second)) continue;
          if (++here.triples > kMostGaps) continue;
          triples.push_back(
              {here.function,
               {a->first, b->first, c->first},
               share(on_paper.at(a->first), on_paper.at(b->first), on_paper.at(c->first))});
        }
      }
    }
    const std::size_t room = kMostGaps - here.listed.size();
    if (triples.size() > room) triples.resize(room);
    here.listed.insert(here.listed.end(), triples.begin(), triples.end());
    result.push_back(std::move(here));
  }
  return result;
}

std::vector<std::vector<BearerIndex>> without(const Case& a_case, const Firmness& firmness) {
  std::vector<std::vector<BearerIndex>> result(a_case.house.functions.size());
  for (const Provision& one : provisions(a_case)) {
    const auto best = firmest(one.providers, firmness);
    if (!best || *best < Strength::meets) result[one.function.value].push_back(one.member);
  }
  return result;
}

std::vector<std::vector<ArrangementIndex>> pairs_together(const Case& a_case) {
  std::vector<std::vector<ArrangementIndex>> result;
  for (const auto& of : arrangements_of(a_case.house)) {
    std::map<std::pair<BearerIndex, BearerIndex>, std::vector<ArrangementIndex>> pairs;
    for (const ArrangementIndex one : of) {
      const auto& members = a_case.house.at(one).members;
      for (std::size_t a = 0; a < members.size(); ++a) {
        for (std::size_t b = a + 1; b < members.size(); ++b) {
          pairs[{members[a], members[b]}].push_back(one);
        }
      }
    }
    for (auto& entry : pairs) result.push_back(std::move(entry.second));
  }
  return result;
}

}  // namespace nemawashi::house
