// SPDX-License-Identifier: Apache-2.0
// What a fault tree's top events rest on: how likely each is, through which minimal sets, and what
// each event has to do with it.
//
// Events are taken as independent, but for common causes that are written out. Probabilities are
// doubles, exact up to rounding: no cut-off, no rare-event approximation. Where inputs are decimals
// and few, the exact rational stands beside. Counts are exact, or the search was stopped or found
// no room; then they are not there. Minimal sets of trees that are not coherent: set_family.h.
// Sources of the measures: Birnbaum 1969; Fussell 1975; van der Borst and Schoonakker 2001.
#pragma once

#include <optional>
#include <string>

#include "engine/base/control.h"
#include "engine/base/diagnostic.h"
#include "engine/floors/fault_trees.h"
#include "engine/trees/ending.h"
#include "engine/trees/ranked_sets.h"

namespace nemawashi::floors {

enum class CommonCauses { as_one_event, written_out };
enum class FussellVesely { where_quick, always };

struct FloorsOptions {
  double mission_time = 8760;  ///< hours: a year; finite, not below 0
  CommonCauses common_causes = CommonCauses::as_one_event;
  FussellVesely fussell_vesely = FussellVesely::where_quick;
  std::size_t list = 0;  ///< minimal sets of each kind
  trees::Ranking ranking = trees::Ranking::by_size;
  std::size_t nodes = 50'000'000;  ///< of a diagram, at 40 bytes
  base::Control control = {};
};

struct ListedSet {
  std::vector<std::uint32_t> events;  ///< of the trees that were answered
  std::optional<double> probability;
};

struct MinimalSetsAnswer {
  std::optional<base::Integer> count;  ///< nothing: it could not be counted
  std::vector<ListedSet> listed;
};

/// Of one event. Ratios with zero below are nothing.
struct EventImportance {
  std::uint32_t event = 0;
  double probability = 0;
  double birnbaum = 0;
  std::optional<double> criticality;     ///< birnbaum x its probability / the top's
  std::optional<double> fussell_vesely;  ///< nothing also where it was not asked for
  std::optional<double> risk_achievement_worth;
  std::optional<double> risk_reduction_worth;
};

struct FunctionAnswer {
  std::string name;
  std::string tree;
  std::string alignment;  ///< and phase: empty where the trees have none
  std::string phase;
  std::size_t events = 0;             ///< that the top asks; 0 also where it was not begun
  std::optional<double> probability;  ///< nothing where an event has none, or no room was left
  std::optional<base::Rational> exact;
  MinimalSetsAnswer cut_sets;
  MinimalSetsAnswer path_sets;
  std::vector<EventImportance> importance;  ///< in the order of the events' names
  std::vector<std::uint32_t> without_probability;
  std::size_t diagram_nodes = 0;
  using Ending = trees::Ending;
  Ending ending = Ending::complete;
};

struct FloorsAnswer {
  FaultTrees trees;             ///< as answered: common causes written out if they were to be;
                                ///< their probabilities are those of the last phase
  std::size_t groups_left = 0;  ///< common-cause groups that were not written out
  std::vector<FunctionAnswer> functions;
  base::Diagnostics diagnostics;  ///< errors: nothing is answered
  bool is_complete() const;
};

FloorsAnswer floors(const FaultTrees& trees, const FloorsOptions& options = {});

}  // namespace nemawashi::floors
