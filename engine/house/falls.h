// SPDX-License-Identifier: Apache-2.0
// What falls when something fails: arrangements, functions of members, answers to contingencies.
#pragma once

#include <vector>

#include "engine/house/coverage.h"

namespace nemawashi::house {

/// What the house does, as far as it is counted.
struct Service {
  Firmness firmness;                                   ///< by arrangement
  std::vector<std::optional<Strength>> provided;       ///< by provision
  std::vector<std::optional<Strength>> contingencies;  ///< by contingency
  std::vector<bool> together;  ///< by pair of `Ground::pairs`: through what at least meets
};

/// The tables of a case, read once for many states.
struct Ground {
  const model::Case* a_case = nullptr;
  std::vector<Provision> provisions;
  std::vector<std::vector<ArrangementIndex>> covers;
  std::vector<std::vector<ArrangementIndex>> pairs;  ///< of members in a function: who has both
};
Ground ground_of(const model::Case& a_case);

Service service(const Ground& ground, const StandingStructure& standing, const View& view,
                const Failures& failures);

/// One state beside another one: positions in provisions and contingencies.
struct Change {
  std::vector<ArrangementIndex> fallen;  ///< stood before and do not now; by floor, as written
  std::vector<ArrangementIndex> risen;   ///< the other way round
  std::vector<std::size_t> lost;         ///< provisions that no arrangement provides any more
  std::vector<std::size_t> gained;
  std::vector<ContingencyIndex> unanswered;  ///< answered before
  std::vector<ContingencyIndex> answered;
  std::vector<ContingencyIndex> weaker;  ///< still answered, less firmly
  std::vector<ContingencyIndex> firmer;  ///< answered before too, less firmly
  std::size_t pairs_lost = 0;            ///< in a function, that had it together before
  std::size_t pairs_gained = 0;
  bool operator==(const Change&) const = default;
};
Change change(const Ground& ground, const Service& before, const Service& after);

/// What failing alone brings down.
struct Fall {
  std::uint32_t component = 0;
  Change change;
};

/// Of every arrangement that stands and every common cause of one. Cost: components times what a
/// state costs.
std::vector<Fall> single_falls(const Ground& ground, const StandingStructure& standing,
                               const View& view, const Service& now);

/// The heaviest first: by contingencies no longer answered, then by functions and pairs lost.
std::vector<const Fall*> by_load(const std::vector<Fall>& falls);

}  // namespace nemawashi::house
