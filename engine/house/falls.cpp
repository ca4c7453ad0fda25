// SPDX-License-Identifier: Apache-2.0
#include "engine/house/falls.h"

#include <algorithm>
#include <array>

namespace nemawashi::house {
namespace {

void sort_by_floor(const model::House& house, std::vector<ArrangementIndex>& arrangements) {
  std::stable_sort(arrangements.begin(), arrangements.end(),
                   [&](ArrangementIndex a, ArrangementIndex b) {
                     return house.at(a).floor < house.at(b).floor;
                   });
}

}  // namespace

Ground ground_of(const model::Case& a_case) {
  return {&a_case, provisions(a_case), covers(a_case), pairs_together(a_case)};
}

Service service(const Ground& ground, const StandingStructure& standing, const View& view,
                const Failures& failures) {
  Service result;
  result.firmness = firmness(standing, view, failures);
  for (const Provision& provision : ground.provisions) {
    result.provided.push_back(firmest(provision.providers, result.firmness));
  }
  for (const auto& covering : ground.covers) {
    result.contingencies.push_back(firmest(covering, result.firmness));
  }
  for (const auto& having : ground.pairs) {
    result.together.push_back(std::any_of(having.begin(), having.end(), [&](ArrangementIndex one) {
      const auto& firm = result.firmness[one.value];
      return firm && *firm >= Strength::meets;
    }));
  }
  return result;
}

Change change(const Ground& ground, const Service& before, const Service& after) {
  Change result;
  for (std::size_t i = 0; i < before.firmness.size(); ++i) {
    if (before.firmness[i] && !after.firmness[i]) result.fallen.emplace_back(i);
    if (!before.firmness[i] && after.firmness[i]) result.risen.emplace_back(i);
  }
  sort_by_floor(ground.a_case->house, result.fallen);
  sort_by_floor(ground.a_case->house, result.risen);
  for (std::size_t i = 0; i < before.provided.size(); ++i) {
    if (before.provided[i] && !after.provided[i]) result.lost.push_back(i);
    if (!before.provided[i] && after.provided[i]) result.gained.push_back(i);
  }
  for (std::size_t i = 0; i < before.contingencies.size(); ++i) {
    const bool was = is_answered(before.contingencies[i]);
    const bool is = is_answered(after.contingencies[i]);
    if (was && !is) result.unanswered.emplace_back(i);
    if (!was && is) result.answered.emplace_back(i);
    if (was && is && after.contingencies[i] < before.contingencies[i]) {
      result.weaker.emplace_back(i);
    }
    if (was && is && after.contingencies[i] > before.contingencies[i]) {
      result.firmer.emplace_back(i);
    }
  }
  for (std::size_t i = 0; i < before.together.size(); ++i) {
    if (before.together[i] && !after.together[i]) ++result.pairs_lost;
    if (!before.together[i] && after.together[i]) ++result.pairs_gained;
  }
  return result;
}

std::vector<Fall> single_falls(const Ground& ground, const StandingStructure& standing,
                               const View& view, const Service& now) {
  const model::House& house = ground.a_case->house;
  std::vector<Fall> result;
  const auto add = [&](std::uint32_t component) {
    result.push_back(
        {component, change(ground, now, service(ground, standing, view, {component}))});
  };
  for (std::size_t i = 0; i < house.arrangements.size(); ++i) {
    if (now.firmness[i]) add(component_of(ArrangementIndex(i)));
  }
  for (std::size_t i = 0; i < house.common_causes.size(); ++i) {
    const auto& taken = house.common_causes[i].arrangements;
    if (std::any_of(taken.begin(), taken.end(),
                    [&](ArrangementIndex one) { return now.firmness[one.value].has_value(); })) {
      add(component_of(house, CommonCauseIndex(i)));
    }
  }
  return result;
}

std::vector<const Fall*> by_load(const std::vector<Fall>& falls) {
  std::vector<const Fall*> result;
  for (const Fall& fall : falls) result.push_back(&fall);
  std::stable_sort(result.begin(), result.end(), [](const Fall* a, const Fall* b) {
    const auto load = [](const Change& of) {
      return std::array{of.unanswered.size(), of.lost.size(), of.pairs_lost};
    };
    return load(a->change) > load(b->change);
  });
  return result;
}

}  // namespace nemawashi::house
