// SPDX-License-Identifier: Apache-2.0
// A function of a member as a structure: through which smallest sets of arrangements it is
// provided, which smallest sets of failures take it away, how likely that is, and what each
// arrangement has to do with it.
//
// Exact: counts, the probability where every component asked has one, importance from it. Several
// provisions with the same providers share one answer. Methods: engine/trees.
#pragma once

#include <optional>

#include "engine/base/control.h"
#include "engine/house/coverage.h"
#include "engine/house/disjoint_paths.h"
#include "engine/trees/ending.h"
#include "engine/trees/ranked_sets.h"

namespace nemawashi::house {

struct StructureOptions {
  std::size_t list = 10;           ///< minimal sets of each kind that are listed
  std::size_t nodes = 50'000'000;  ///< of a diagram, at 40 bytes
  base::Control control = {};
};

struct Sets {
  std::optional<base::Integer> count;              ///< nothing: it could not be counted
  std::vector<std::vector<std::uint32_t>> listed;  ///< components, fewest first
};

/// Of one component. Ratios with zero below are nothing.
struct ComponentImportance {
  std::uint32_t component = 0;
  base::Rational probability;  ///< that it fails
  double birnbaum = 0;
  std::optional<double> criticality;
  std::optional<double> fussell_vesely;
  std::optional<double> risk_achievement_worth;
  std::optional<double> risk_reduction_worth;
};

struct StructureAnswer {
  std::vector<std::uint32_t> components;      ///< that it asks, rising
  std::optional<base::Rational> probability;  ///< that it is lost; nothing where one has none
  Sets cut_sets;                              ///< failures that take it away
  Sets path_sets;                             ///< arrangements that provide it, causes staying away
  DisjointPaths independent;
  std::vector<ComponentImportance> importance;
  std::vector<std::uint32_t> without_probability;
  std::size_t nodes = 0;
  using Ending = trees::Ending;
  Ending ending = Ending::complete;
};

/// Probabilities that components fail, nothing where none is given.
std::vector<std::optional<base::Rational>> failure_probabilities(const model::House& house);

/// Of one set of providers that stands where any of them does.
StructureAnswer structure_answer(const model::House& house, const StandingStructure& standing,
                                 const std::vector<ArrangementIndex>& providers,
                                 const StructureOptions& options);

}  // namespace nemawashi::house
