// SPDX-License-Identifier: Apache-2.0
#include "engine/model/case.h"

#include <algorithm>

namespace nemawashi::model {

Reading default_reading(const Case& a_case) {
  Reading reading;
  reading.reserve(a_case.claims.size());
  for (const Claim& claim : a_case.claims) reading.push_back(claim.status != ClaimStatus::refuted);
  return reading;
}

const std::string& bearer_name(const Case& a_case, BearerIndex bearer) {
  const std::size_t parties = a_case.parties.size();
  return bearer.value < parties ? a_case.parties[bearer.value].name
                                : a_case.places[bearer.value - parties].name;
}

const std::string& bearer_id(const Case& a_case, BearerIndex bearer) {
  const std::size_t parties = a_case.parties.size();
  return bearer.value < parties ? a_case.parties[bearer.value].origin.id
                                : a_case.places[bearer.value - parties].origin.id;
}

bool KnownSoFar::too_little() const {
  const auto half = [](const KnownCount& count) {
    return count.not_yet > 0 && count.not_yet >= count.known;
  };
  return half(gates) || half(parties_with_interests);
}

bool is_modelled(const Case& a_case, PartyIndex party) {
  if (a_case.at(party).rule || !a_case.interests_of[party.value].empty()) return true;
  return std::any_of(a_case.refusals.begin(), a_case.refusals.end(), [&](const Refusal& refusal) {
    return refusal.party == party && !refusal.withdrawn;
  });
}

std::vector<PartyIndex> not_modelled(const Case& a_case) {
  std::vector<PartyIndex> result;
  for (std::size_t p = 0; p < a_case.parties.size(); ++p) {
    const bool gated = std::any_of(a_case.gates.begin(), a_case.gates.end(),
                                   [&](const Gate& gate) { return gate.party.value == p; });
    if (gated && !is_modelled(a_case, PartyIndex(p))) result.emplace_back(p);
  }
  return result;
}

std::optional<IssueIndex> override_of(const Case& a_case, GateIndex gate) {
  for (std::size_t i = 0; i < a_case.issues.size(); ++i) {
    if (a_case.issues[i].overrides == gate) return IssueIndex(i);
  }
  return std::nullopt;
}

}  // namespace nemawashi::model
