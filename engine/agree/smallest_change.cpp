// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/smallest_change.h"

#include <algorithm>
#include <iterator>

#include "engine/model/answer.h"

namespace nemawashi::agree {
namespace {

using model::PartyIndex;
using trees::Node;

/// How the package stands now.
struct Standing {
  std::vector<model::PartyAnswer> answers;
  std::vector<model::LimitIndex> broken;
};

bool passes(const Element& element, const model::Case& a_case, const Standing& now,
            model::Certainty certainty) {
  if (const auto* party = std::get_if<PartyIndex>(&element)) {
    return now.answers[party->value].by_worth.under(certainty);
  }
  if (const auto* refusal = std::get_if<model::RefusalIndex>(&element)) {
    const auto& held = now.answers[a_case.at(*refusal).party.value].refusals;
    return std::find(held.begin(), held.end(), *refusal) == held.end();
  }
  const auto limit = std::get<model::LimitIndex>(element);
  return std::find(now.broken.begin(), now.broken.end(), limit) == now.broken.end();
}

std::optional<PartyIndex> party_of(const Element& element, const model::Case& a_case) {
  if (const auto* party = std::get_if<PartyIndex>(&element)) return *party;
  const auto* refusal = std::get_if<model::RefusalIndex>(&element);
  return refusal == nullptr ? std::nullopt : std::optional(a_case.at(*refusal).party);
}

std::vector<SmallestChange> objecting(const model::Case& a_case, const model::Package& from,
                                      const std::vector<Element>& all, const Standing& now,
                                      model::Certainty certainty) {
  std::vector<SmallestChange> result;
  for (const PartyIndex party : parties_asked(a_case, from)) {
    SmallestChange change;
    change.party = party;
    for (const Element& element : all) {
      const bool fails =
          party_of(element, a_case) == party && !passes(element, a_case, now, certainty);
      if (fails) change.objections.push_back(element);
    }
    if (!change.objections.empty()) result.push_back(std::move(change));
  }
  return result;
}

}  // namespace

std::vector<SmallestChange> smallest_changes(const Problem& problem, const model::Package& from,
                                             model::Certainty certainty, std::size_t members,
                                             const SearchOptions& options) {
  const model::Case& a_case = problem.a_case;
  const Standing now{model::party_answers(a_case, problem.reading, from),
                     model::broken_limits(a_case, problem.reading, from)};
  const auto all = elements(a_case, problem.reading);
  auto result = objecting(a_case, from, all, now, certainty);
  if (result.empty()) return result;
  const Integer unvisited = gather<std::vector<SmallestChange>>(
      problem, options, result, [&](const Block& block, auto& next) {
        Regions& regions = block.regions;
        std::vector<Node> kept;
        for (const Element& element : all) {
          if (!passes(element, a_case, now, certainty)) continue;
          const Node still = passed(regions, element, certainty);
          const auto party = party_of(element, a_case);
          kept.push_back(party ? block.store.disjunction(still, not_asked(regions, a_case, *party))
                               : still);
        }
        for (const model::Gate& gate : a_case.gates) {
          const bool open = !model::is_asked(gate, from);
          if (!open && !now.answers[gate.party.value].yes.under(certainty)) continue;
          kept.push_back(block.store.disjunction(regions.where_not(gate.when),
                                                 regions.yes(gate.party, certainty)));
        }
        const Node raises_none = regions.all_of(std::move(kept));
        for (SmallestChange& change : next) {
          Node set = raises_none;
          for (const Element& element : all) {
            if (party_of(element, a_case) != change.party) continue;
            set = block.store.conjunction(set, passed(regions, element, certainty));
          }
          add_nearest(block.space, block.store, set, from, members, change.nearest);
        }
      });
  for (SmallestChange& change : result) {
    change.nearest.unvisited = unvisited;
    if (change.nearest.members.empty()) continue;
    const model::Package& first = change.nearest.members.front();
    const auto answers = model::party_answers(a_case, problem.reading, first);
    change.still_asked = false;
    for (const PartyIndex party : parties_asked(a_case, first)) {
      if (party == change.party) change.still_asked = true;
      if (!answers[party.value].yes.under(certainty)) change.still_objecting.push_back(party);
    }
    change.answers_question = model::is_wanted(a_case, first);
    const auto broken = model::broken_limits(a_case, problem.reading, first);
    std::set_intersection(broken.begin(), broken.end(), now.broken.begin(), now.broken.end(),
                          std::back_inserter(change.still_broken));
  }
  return result;
}

}  // namespace nemawashi::agree
