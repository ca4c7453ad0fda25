// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/elements.h"

#include <algorithm>

#include "engine/model/levels.h"

namespace nemawashi::agree {
namespace {

using model::LimitIndex;
using model::PartyIndex;
using model::RefusalIndex;

void mark(const model::Case& a_case, PartyIndex party, std::vector<bool>& matters) {
  if (matters[party.value]) return;
  matters[party.value] = true;
  if (const auto& rule = a_case.at(party).rule) {
    model::for_each_member(*rule, [&](PartyIndex member) { mark(a_case, member, matters); });
  }
}

std::vector<bool> matters(const model::Case& a_case) {
  std::vector<bool> result(a_case.parties.size());
  model::for_each_member(
      a_case.consent, [&](model::GateIndex gate) { mark(a_case, a_case.at(gate).party, result); });
  return result;
}

std::vector<PartyIndex> marked(const std::vector<bool>& parties) {
  std::vector<PartyIndex> result;
  for (std::size_t p = 0; p < parties.size(); ++p) {
    if (parties[p]) result.emplace_back(p);
  }
  return result;
}

}  // namespace

std::vector<PartyIndex> parties_asked(const model::Case& a_case, const model::Package& package) {
  std::vector<bool> asked(a_case.parties.size());
  for (const model::Gate& gate : a_case.gates) {
    if (model::is_asked(gate, package)) mark(a_case, gate.party, asked);
  }
  return marked(asked);
}

trees::Node not_asked(Regions& regions, const model::Case& a_case, PartyIndex party) {
  std::vector<trees::Node> nodes;
  for (const model::Gate& gate : a_case.gates) {
    std::vector<bool> asked(a_case.parties.size());
    mark(a_case, gate.party, asked);
    if (asked[party.value]) nodes.push_back(regions.where_not(gate.when));
  }
  return regions.all_of(std::move(nodes));
}

const std::string& element_id(const model::Case& a_case, const Element& element) {
  return std::visit(
      [&](const auto index) -> const std::string& { return a_case.at(index).origin.id; }, element);
}

std::vector<Element> elements(const model::Case& a_case, const model::Reading& reading) {
  const auto in_question = matters(a_case);
  std::vector<Element> result;
  for (std::size_t p = 0; p < a_case.parties.size(); ++p) {
    if (in_question[p] && !a_case.interests_of[p].empty()) result.emplace_back(PartyIndex(p));
  }
  for (std::size_t r = 0; r < a_case.refusals.size(); ++r) {
    const model::Refusal& refusal = a_case.refusals[r];
    if (model::in_force(refusal, reading) && in_question[refusal.party.value]) {
      result.emplace_back(RefusalIndex(r));
    }
  }
  for (std::size_t l = 0; l < a_case.limits.size(); ++l) {
    if (model::in_force(a_case.limits[l].if_claim, reading)) result.emplace_back(LimitIndex(l));
  }
  std::stable_sort(result.begin(), result.end(), [&](const Element& a, const Element& b) {
    return a.index() != b.index() ? a.index() < b.index()
                                  : element_id(a_case, a) < element_id(a_case, b);
  });
  return result;
}

std::vector<model::ClaimIndex> claims_of(const model::Case& a_case, const Element& element) {
  std::vector<bool> rests_on(a_case.claims.size());
  const auto take = [&](const std::optional<model::ClaimIndex>& claim) {
    if (claim) rests_on[claim->value] = true;
  };
  const auto take_level = [&](model::LevelIndex level) {
    for (const auto effect : a_case.at(level).effects) take(a_case.at(effect).if_claim);
  };
  if (const auto* party = std::get_if<PartyIndex>(&element)) {
    for (const auto interest : a_case.interests_of[party->value]) {
      take_level(a_case.at(interest).level);
    }
  } else if (const auto* refusal = std::get_if<RefusalIndex>(&element)) {
    take(a_case.at(*refusal).if_claim);
  } else {
    const model::Limit& limit = a_case.at(std::get<LimitIndex>(element));
    take(limit.if_claim);
    const auto* bound = std::get_if<model::LevelBound>(&limit.forbids);
    if (bound != nullptr) take_level(bound->level);
  }
  std::vector<model::ClaimIndex> result;
  for (std::size_t c = 0; c < rests_on.size(); ++c) {
    if (rests_on[c]) result.emplace_back(c);
  }
  return result;
}

GivenUp given_up(const model::Case& a_case, const std::vector<Element>& elements,
                 const std::vector<bool>& which) {
  GivenUp result{std::vector<bool>(a_case.parties.size()),
                 std::vector<bool>(a_case.refusals.size()),
                 std::vector<bool>(a_case.limits.size())};
  for (std::size_t e = 0; e < elements.size(); ++e) {
    if (!which[e]) continue;
    if (const auto* party = std::get_if<PartyIndex>(&elements[e])) {
      result.worth[party->value] = true;
    } else if (const auto* refusal = std::get_if<RefusalIndex>(&elements[e])) {
      result.refusals[refusal->value] = true;
    } else {
      result.limits[std::get<LimitIndex>(elements[e]).value] = true;
    }
  }
  return result;
}

trees::Node opened(const Block& block, model::Certainty certainty, const GivenUp& given_up) {
  Regions& regions = block.regions;
  const trees::Node asked = block.store.conjunction(regions.wanted(), regions.feasible(given_up));
  if (asked == trees::kNothing) return asked;
  return block.store.conjunction(asked, regions.consent(certainty, given_up));
}

trees::Node passed(Regions& regions, const Element& element, model::Certainty certainty) {
  if (const auto* party = std::get_if<PartyIndex>(&element)) {
    return regions.worth_reached(*party, certainty);
  }
  if (const auto* refusal = std::get_if<RefusalIndex>(&element)) {
    return regions.not_refused(*refusal);
  }
  return regions.limit_kept(std::get<LimitIndex>(element));
}

}  // namespace nemawashi::agree
