// SPDX-License-Identifier: Apache-2.0
#include "engine/model/check.h"
#include "engine/model/reach.h"

namespace nemawashi::model {
namespace {

void check_gates(const Case& a_case, Findings& findings) {
  if (a_case.gates.empty() && !a_case.parties.empty()) {
    findings.warning({"gates", 0, ""},
                     {"no-gates", "No gate is known: nobody is asked, so every package passes.",
                      "Write in gates whose yes law or practice needs; is gates.csv there?"});
  }
  std::vector<bool> in_consent(a_case.gates.size());
  for_each_member(a_case.consent, [&](GateIndex gate) { in_consent[gate.value] = true; });
  for (std::size_t i = 0; i < a_case.gates.size(); ++i) {
    const Gate& gate = a_case.gates[i];
    const CellPlace place{"gates", gate.origin.row, "party"};
    if (!is_modelled(a_case, gate.party)) {
      findings.information(
          place,
          {"not-modelled",
           "The gate '" + gate.origin.id + "' is not modelled: '" + a_case.at(gate.party).name +
               "' has no interests, refusals or rule and counts as a yes.",
           "Add refusals or interests, or leave it so; answers say 'not modelled'."});
    }
    if (in_consent[i]) continue;
    findings.information(place, {"gate-not-in-consent",
                                 "The consent rule does not ask for the gate '" + gate.origin.id +
                                     "': a no there stops nothing.",
                                 "Name it in the column consent of case, if it should."});
  }
}

}  // namespace

void check_parties(const Case& a_case, Findings& findings) {
  check_gates(a_case, findings);
  for (const Refusal& refusal : a_case.refusals) {
    if (refusal.withdrawn || !always_holds(refusal.when)) continue;
    const bool claimed = refusal.if_claim.has_value();
    findings.warning(
        {"refusals", refusal.origin.row, "when"},
        {"refusal-always",
         "The refusal holds in every package" +
             std::string(claimed ? " while its claim is taken as stated" : "") + ": the party '" +
             a_case.at(refusal.party).origin.id + "' never says yes.",
         "Write the condition that it refuses, or keep it if that is meant."});
  }
  std::size_t with_interests = 0;
  std::size_t unsaid = 0;
  for (std::size_t i = 0; i < a_case.parties.size(); ++i) {
    if (a_case.interests_of[i].empty()) continue;
    ++with_interests;
    unsaid += a_case.parties[i].interests_by ? 0U : 1U;
  }
  if (unsaid > 1 && unsaid == with_interests) {
    findings.warning({"parties", 0, "interests_by"},
                     {"no-interests-by", "It is not said who wrote the interests of any party.",
                      "Write elicited, own_submission or analyst."});
    return;
  }
  for (std::size_t i = 0; i < a_case.parties.size(); ++i) {
    const Party& party = a_case.parties[i];
    if (a_case.interests_of[i].empty() || party.interests_by) continue;
    findings.warning(
        {"parties", party.origin.row, "interests_by"},
        {"no-interests-by", "It is not said who wrote the interests of '" + party.origin.id + "'.",
         "Write elicited, own_submission or analyst."});
  }
}

}  // namespace nemawashi::model
