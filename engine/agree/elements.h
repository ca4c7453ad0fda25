// SPDX-License-Identifier: Apache-2.0
// The single tests that stand between a package and consent: each party's worth test, each refusal
// in force, each limit in force. Giving one up takes its test as passed; that only adds packages,
// under every rule, since rules are monotone.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "engine/agree/search.h"

namespace nemawashi::agree {

/// A party stands for its worth test.
using Element = std::variant<model::PartyIndex, model::RefusalIndex, model::LimitIndex>;

/// Worth tests of parties that matter and have interests, refusals of parties that matter (in force
/// under the reading, not withdrawn), limits in force: in this order, each kind by id. A party
/// matters if the consent rule names a gate of it, or the rule of a party that matters names it.
std::vector<Element> elements(const model::Case& a_case, const model::Reading& reading);

/// Those that some gate which the package asks is of, and all that their rules name.
std::vector<model::PartyIndex> parties_asked(const model::Case& a_case,
                                             const model::Package& package);

/// Where no gate asks the party, nor one whose rule names it.
trees::Node not_asked(Regions& regions, const model::Case& a_case, model::PartyIndex party);

const std::string& element_id(const model::Case& a_case, const Element& element);

/// The claims that the element rests on: of a refusal or limit its own; of a worth test, and of a
/// limit on a level, those of the effects on the levels that it looks at. By claim.
std::vector<model::ClaimIndex> claims_of(const model::Case& a_case, const Element& element);

/// As regions take it.
GivenUp given_up(const model::Case& a_case, const std::vector<Element>& elements,
                 const std::vector<bool>& which);

/// R inside the question with these tests given up.
trees::Node opened(const Block& block, model::Certainty certainty, const GivenUp& given_up);

/// Where the test of the element is passed.
trees::Node passed(Regions& regions, const Element& element, model::Certainty certainty);

}  // namespace nemawashi::agree
