// SPDX-License-Identifier: Apache-2.0
// Compiles the tests of a case (limits, refusals, worth tests) into decision diagrams over one
// space, and puts them together by gates and rules; some of the tests may be given up, which takes
// them as passed. What was compiled is kept, so that asking again with other tests given up costs
// conjunctions only.
//
// Each party's yes is compiled by itself over the issues that move it (threshold diagrams, one a
// vertex of its weights), so that a partial package is dropped as soon as no completion of it can
// pass; gates and the consent rule are then put together from the parties' diagrams. Parties'
// weights are independent and rules monotone, so necessary (possible) answers put into the rules
// give exactly the packages that pass for all (some) weights.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "engine/agree/sums.h"
#include "engine/model/answer.h"

namespace nemawashi::agree {

inline constexpr std::array<model::Certainty, 3> kCertainties = {
    model::Certainty::necessary, model::Certainty::central, model::Certainty::possible};

/// Which tests are not asked but told; every list as long as the case's, or empty: none of them.
/// The first three are taken as passed.
struct GivenUp {
  std::vector<bool> worth;     ///< by party
  std::vector<bool> refusals;  ///< by refusal
  std::vector<bool> limits;    ///< by limit
  /// By party; no test given up, but the opposite: a worth test that counts as failed everywhere.
  std::vector<bool> worth_failed = {};
};

/// Compiled when first asked for: a question that needs no consent compiles none. Every function
/// throws NodeLimitReached and WorkStopped like the store, whose domains are those of the space.
class Regions {
 public:
  /// Store, case and space must outlive the regions.
  Regions(trees::DiagramStore& store, const model::Case& a_case, model::Reading reading,
          const Space& space)
      : store_(store), case_(a_case), reading_(std::move(reading)), space_(space) {}

  trees::Node where(const model::Condition& condition);
  trees::Node where_not(const model::Condition& condition);

  /// Inside the question.
  trees::Node wanted();
  /// Every limit in force is kept.
  trees::Node feasible(const GivenUp& given_up = {});
  /// The consent rule over the gates holds; feasibility apart.
  trees::Node consent(model::Certainty certainty, const GivenUp& given_up = {});
  /// Feasible, and the consent rule holds.
  trees::Node ratifiable(model::Certainty certainty);
  /// The party says yes.
  trees::Node yes(model::PartyIndex party, model::Certainty certainty,
                  const GivenUp& given_up = {});

  /// One test alone, passed. A refusal or limit that is not in force is passed everywhere, as is
  /// the worth test of a party without interests.
  trees::Node limit_kept(model::LimitIndex limit);
  trees::Node not_refused(model::RefusalIndex refusal);
  trees::Node worth_reached(model::PartyIndex party, model::Certainty certainty);

  /// Where every level that the party cares for is known.
  trees::Node known(model::PartyIndex party);

  trees::Node all_of(std::vector<trees::Node> nodes);

 private:
  trees::Node any_holds(const std::vector<model::Condition>& conditions);
  trees::Node unknown(model::PartyIndex party);
  trees::Node by_worth(model::PartyIndex party, model::Certainty certainty);
  trees::Node limit_node(const model::Limit& limit);
  /// `said`: what was found so far with these tests given up; a party may stand in many rules.
  using Said = std::map<model::PartyIndex, trees::Node>;
  trees::Node yes(model::PartyIndex party, model::Certainty certainty, const GivenUp& given_up,
                  Said& said);
  template <class Member, class NodeOf>
  trees::Node by_rule(const model::BasicRule<Member>& rule, const NodeOf& node_of);

  trees::DiagramStore& store_;
  const model::Case& case_;
  model::Reading reading_;
  const Space& space_;
  std::map<std::pair<model::PartyIndex, model::Certainty>, trees::Node> worth_;
  std::map<model::PartyIndex, trees::Node> unknown_;
  std::map<model::LimitIndex, trees::Node> limits_;
  std::optional<trees::Node> wanted_;
  std::array<std::optional<trees::Node>, 3> ratifiable_;  ///< by certainty
};

}  // namespace nemawashi::agree
