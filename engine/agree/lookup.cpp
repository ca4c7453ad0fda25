// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/lookup.h"

#include "engine/model/levels.h"

namespace nemawashi::agree {
namespace {

/// What the parts of a lookup are made with.
struct Work {
  const model::Case& a_case;
  const model::Reading& reading;
  const LookupOptions& options;
  const Space& space;
  std::vector<std::uint32_t> domains;
  Regions& regions;
  trees::Flattener& flattener;
  bool stopped = false;
  bool too_large = false;
};

/// Nothing where compiling the set runs into the store's bound, or the deadline.
template <class NodeOf>
Root root_of(Work& work, const NodeOf& node_of) {
  try {
    Root root = work.flattener.add(node_of(work.regions));
    work.too_large = work.too_large || !root;
    return root;
  } catch (const trees::NodeLimitReached&) {
    work.too_large = true;
  } catch (const trees::WorkStopped&) {
    work.stopped = true;
  }
  return std::nullopt;
}

std::optional<trees::SumTables> tables_of(Work& work, const trees::WeightedSum& sum) {
  auto tables = trees::tables_of(sum, work.domains, work.options.entries);
  work.too_large = work.too_large || !tables;
  return tables;
}

template <class NodeOf>
Roots roots_of(Work& work, const NodeOf& node_of) {
  const auto under = [&](model::Certainty certainty) {
    return root_of(work, [&](Regions& regions) { return node_of(regions, certainty); });
  };
  return {under(model::Certainty::necessary), under(model::Certainty::possible)};
}

InterestLookup interest_lookup(Work& work, model::PartyIndex party, std::size_t place) {
  const auto& interests = work.a_case.interests_of[party.value];
  const model::Interest& interest = work.a_case.at(interests[place]);
  InterestLookup result{interests[place], std::nullopt};
  result.known = model::level_today(work.a_case, interest.level).has_value() &&
                 model::reservation_value(work.a_case, work.reading, interest).has_value();
  if (!result.known) return result;
  model::WeightVector alone(interests.size(), 0);
  alone[place] = 1;
  trees::WeightedSum sum = gain_sum(work.a_case, work.reading, work.space, party, alone);
  sum.constant += work.a_case.at(party).margin;  // The margin is of the party, not of an interest.
  result.difference = tables_of(work, sum);
  return result;
}

PartyLookup party_lookup(Work& work, model::PartyIndex party) {
  PartyLookup result;
  result.yes = roots_of(work, [&](Regions& regions, model::Certainty certainty) {
    return regions.yes(party, certainty);
  });
  result.worth = roots_of(work, [&](Regions& regions, model::Certainty certainty) {
    return regions.worth_reached(party, certainty);
  });
  const auto& weights = work.a_case.weights_of[party.value];
  if (!weights) {
    result.vertices.emplace();
    return result;
  }
  for (std::size_t i = 0; i < work.a_case.interests_of[party.value].size(); ++i) {
    result.interests.push_back(interest_lookup(work, party, i));
  }
  result.central_weights = model::central_weights(*weights);
  result.vertices = model::weight_vertices(*weights);
  if (result.vertices && result.vertices->size() > work.options.vertices) result.vertices.reset();
  work.too_large = work.too_large || !result.vertices;
  return result;
}

LevelLookup level_lookup(Work& work, model::LevelIndex level) {
  LevelLookup result;
  result.known_today = model::level_today(work.a_case, level).has_value();
  result.unknown_when = unknown_where(work.a_case, work.reading, level);
  result.tables = tables_of(work, level_sum(work.a_case, work.reading, work.space, level));
  return result;
}

}  // namespace

Lookup lookup(const model::Case& a_case, const model::Reading& reading,
              const LookupOptions& options) {
  Lookup result;
  result.space = space_of(a_case, whole_scope(a_case, Overrides::considered));
  trees::DiagramStore store(domains(result.space),
                            {options.search.nodes_per_block, options.search.control});
  Regions regions(store, a_case, reading, result.space);
  trees::Flattener flattener(store, options.nodes);
  Work work{a_case,  reading,   options, result.space, domains(result.space),
            regions, flattener, false,   false};
  for (std::size_t p = 0; p < a_case.parties.size(); ++p) {
    result.parties.push_back(party_lookup(work, model::PartyIndex(p)));
  }
  for (std::size_t l = 0; l < a_case.levels.size(); ++l) {
    result.levels.push_back(level_lookup(work, model::LevelIndex(l)));
  }
  for (std::size_t l = 0; l < a_case.limits.size(); ++l) {
    result.limits.push_back(
        root_of(work, [&](Regions& found) { return found.limit_kept(model::LimitIndex(l)); }));
  }
  result.wanted = root_of(work, [](Regions& found) { return found.wanted(); });
  result.ratifiable = roots_of(
      work, [](Regions& found, model::Certainty certainty) { return found.ratifiable(certainty); });
  result.answers = roots_of(work, [](Regions& found, model::Certainty certainty) {
    return found.all_of({found.ratifiable(certainty), found.wanted()});
  });
  for (std::size_t r = 0; r < a_case.refusals.size(); ++r) {
    if (model::in_force(a_case.refusals[r], reading)) result.refusals.emplace_back(r);
  }
  result.diagram = flattener.taken();
  result.stopped = work.stopped;
  result.too_large = work.too_large;
  return result;
}

}  // namespace nemawashi::agree
