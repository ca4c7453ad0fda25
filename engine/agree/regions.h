// SPDX-License-Identifier: Apache-2.0
// The sets of packages that the answers are about, as decision diagrams over one space: feasible,
// inside the question, and ratifiable under each certainty.
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

#include "engine/agree/space.h"
#include "engine/model/answer.h"

namespace nemawashi::agree {

inline constexpr std::array<model::Certainty, 3> kCertainties = {
    model::Certainty::necessary, model::Certainty::central, model::Certainty::possible};

/// Built when first asked for, and kept: a question that needs no consent compiles none. Every
/// function throws NodeLimitReached and WorkStopped like the store, whose domains are those of the
/// space; after a throw the regions are asked for no more.
class Regions {
 public:
  /// Store, case and space must outlive the regions.
  Regions(trees::DiagramStore& store, const model::Case& a_case, model::Reading reading,
          const Space& space)
      : store_(store), case_(a_case), reading_(std::move(reading)), space_(space) {}

  trees::Node feasible();
  trees::Node wanted();                                ///< inside the question; feasible or not
  trees::Node ratifiable(model::Certainty certainty);  ///< and feasible

  /// The packages in which the party says yes.
  trees::Node yes(model::PartyIndex party, model::Certainty certainty);
  /// The packages in which every level that the party cares for is known.
  trees::Node known(model::PartyIndex party);

 private:
  trees::Node where(const model::Condition& condition);
  trees::Node where_not(const model::Condition& condition);
  trees::Node all_of(std::vector<trees::Node> nodes);
  trees::Node consent(model::Certainty certainty);
  trees::Node unknown(model::PartyIndex party);
  trees::Node by_worth(model::PartyIndex party, model::Certainty certainty);
  template <class Member, class NodeOf>
  trees::Node by_rule(const model::BasicRule<Member>& rule, const NodeOf& node_of);

  trees::DiagramStore& store_;
  const model::Case& case_;
  model::Reading reading_;
  const Space& space_;
  std::optional<trees::Node> feasible_;
  std::optional<trees::Node> wanted_;
  std::array<std::optional<trees::Node>, 3> ratifiable_;  ///< by certainty
  std::map<std::pair<model::PartyIndex, model::Certainty>, trees::Node> yes_;
};

}  // namespace nemawashi::agree
