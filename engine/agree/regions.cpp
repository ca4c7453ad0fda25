// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/regions.h"

#include <algorithm>

#include "engine/model/levels.h"
#include "engine/trees/threshold.h"

namespace nemawashi::agree {
namespace {

bool in(const std::vector<bool>& given_up, std::size_t index) {
  return index < given_up.size() && given_up[index];
}

}  // namespace

using model::Certainty;
using model::PartyIndex;
using trees::kEverything;
using trees::kNothing;
using trees::Node;

/// Weighted threshold over diagrams. Members are monotone, so "if f then g else h" with h
/// inside g is h or (f and g).
template <class Member, class NodeOf>
Node Regions::by_rule(const model::BasicRule<Member>& rule, const NodeOf& node_of) {
  using Rule = model::BasicRule<Member>;
  if (rule.kind == Rule::Kind::member) return node_of(rule.member);
  std::vector<Node> parts;
  for (const Rule& part : rule.parts) parts.push_back(by_rule(part, node_of));
  if (rule.kind == Rule::Kind::all) return all_of(std::move(parts));
  std::vector<Rational> rest(parts.size() + 1);
  for (std::size_t part = parts.size(); part-- > 0;) {
    rest[part] = rest[part + 1] + model::weight_of_part(rule, part);
  }
  // As in threshold.h: a node with the needs above `after` up to `up_to` for which it is right.
  struct Interval {
    Node node;
    Rational after;
    Rational up_to;
  };
  const Rational threshold = model::effective_threshold(rule);
  const Rational beyond = 4 * (rest[0] + threshold + 1);
  std::vector<std::map<Rational, Interval>> known(parts.size());
  const auto reached = [&](auto&& self, std::size_t part, const Rational& need) -> Interval {
    if (need <= 0) return {kEverything, -beyond, 0};
    if (need > rest[part]) return {kNothing, rest[part], beyond};
    const auto old = known[part].lower_bound(need);
    if (old != known[part].end() && old->second.after < need) return old->second;
    store_.check_stop();
    const Rational weight = model::weight_of_part(rule, part);
    const Interval with = self(self, part + 1, need - weight);
    const Interval without = self(self, part + 1, need);
    const Node node = store_.disjunction(without.node, store_.conjunction(parts[part], with.node));
    const Interval result{node, std::max(Rational(with.after + weight), without.after),
                          std::min(Rational(with.up_to + weight), without.up_to)};
    known[part].emplace(result.up_to, result);
    return result;
  };
  return reached(reached, 0, threshold).node;
}

Node Regions::where(const model::Condition& condition) {
  const auto where = literals(space_, condition);
  return where ? store_.all_hold(*where) : kNothing;
}

Node Regions::where_not(const model::Condition& condition) {
  const auto where = literals(space_, condition);
  return where ? store_.some_fails(*where) : kEverything;
}

Node Regions::wanted() {
  if (!wanted_) wanted_ = case_.wants.empty() ? kEverything : any_holds(case_.wants);
  return *wanted_;
}

Node Regions::any_holds(const std::vector<model::Condition>& conditions) {
  Node result = kNothing;
  for (const auto& condition : conditions) result = store_.disjunction(result, where(condition));
  return result;
}

Node Regions::feasible(const GivenUp& given_up) {
  std::vector<Node> kept;
  for (std::size_t l = 0; l < case_.limits.size(); ++l) {
    if (!in(given_up.limits, l)) kept.push_back(limit_kept(model::LimitIndex(l)));
  }
  return all_of(std::move(kept));
}

Node Regions::consent(Certainty certainty, const GivenUp& given_up) {
  Said said;
  return by_rule(case_.consent, [&](model::GateIndex index) {
    const model::Gate& gate = case_.at(index);
    return store_.disjunction(where_not(gate.when), yes(gate.party, certainty, given_up, said));
  });
}

Node Regions::ratifiable(Certainty certainty) {
  auto& known = ratifiable_[static_cast<std::size_t>(certainty)];
  if (!known) known = store_.conjunction(feasible(), consent(certainty));
  return *known;
}

Node Regions::yes(PartyIndex party, Certainty certainty, const GivenUp& given_up) {
  Said said;
  return yes(party, certainty, given_up, said);
}

Node Regions::yes(PartyIndex party, Certainty certainty, const GivenUp& given_up, Said& said) {
  if (in(given_up.worth_failed, party.value)) return kNothing;
  if (const auto known = said.find(party); known != said.end()) return known->second;
  Node result = in(given_up.worth, party.value) ? kEverything : worth_reached(party, certainty);
  for (std::size_t r = 0; r < case_.refusals.size(); ++r) {
    if (case_.refusals[r].party != party || in(given_up.refusals, r)) continue;
    result = store_.conjunction(result, not_refused(model::RefusalIndex(r)));
  }
  if (const auto& rule = case_.at(party).rule) {
    const Node by_members =
        by_rule(*rule, [&](PartyIndex member) { return yes(member, certainty, given_up, said); });
    result = store_.conjunction(result, by_members);
  }
  said.emplace(party, result);
  return result;
}

Node Regions::limit_kept(model::LimitIndex index) {
  if (const auto known = limits_.find(index); known != limits_.end()) return known->second;
  const Node node = limit_node(case_.at(index));
  return limits_.emplace(index, node).first->second;
}

Node Regions::limit_node(const model::Limit& limit) {
  if (!model::in_force(limit.if_claim, reading_)) return kEverything;
  if (const auto* condition = std::get_if<model::Condition>(&limit.forbids)) {
    return where_not(*condition);
  }
  const auto& bound = std::get<model::LevelBound>(limit.forbids);
  const auto level = level_sum(case_, reading_, space_, bound.level);
  Node node = kEverything;
  if (bound.at_least) node = trees::at_least(store_, level, *bound.at_least);
  if (bound.at_most) {
    node = store_.conjunction(node, trees::at_most(store_, level, *bound.at_most));
  }
  return node;
}

Node Regions::not_refused(model::RefusalIndex index) {
  const model::Refusal& refusal = case_.at(index);
  return model::in_force(refusal, reading_) ? where_not(refusal.when) : kEverything;
}

Node Regions::worth_reached(PartyIndex party, Certainty certainty) {
  const auto key = std::pair(party, certainty);
  if (const auto known = worth_.find(key); known != worth_.end()) return known->second;
  const Node node = by_worth(party, certainty);
  return worth_.emplace(key, node).first->second;
}

Node Regions::known(PartyIndex party) { return store_.difference(kEverything, unknown(party)); }

/// Small diagrams first, so that the large ones meet what is already narrow.
Node Regions::all_of(std::vector<Node> nodes) {
  std::sort(nodes.begin(), nodes.end());
  Node result = kEverything;
  for (const Node node : nodes) result = store_.conjunction(result, node);
  return result;
}

Node Regions::unknown(PartyIndex party) {
  if (const auto known = unknown_.find(party); known != unknown_.end()) return known->second;
  const auto where = unknown_where(case_, reading_, party);
  const Node node = where ? any_holds(*where) : kEverything;
  return unknown_.emplace(party, node).first->second;
}

Node Regions::by_worth(PartyIndex party, Certainty certainty) {
  if (case_.interests_of[party.value].empty()) return kEverything;
  const bool every = certainty != Certainty::possible;
  Node result = every ? known(party) : unknown(party);
  for (const auto& gain : gain_sums(case_, reading_, space_, party, certainty)) {
    const Node reached = trees::at_least(store_, gain, 0);
    result = every ? store_.conjunction(result, reached) : store_.disjunction(result, reached);
  }
  return result;
}

}  // namespace nemawashi::agree
