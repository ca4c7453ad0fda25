// SPDX-License-Identifier: Apache-2.0
// Common causes written out: each member of a group becomes a gate over what fails it alone and
// what fails it together with others.
//
// Source: the Open-PSA Model Exchange Format 2.0d (2008), models beta-factor, MGL (multiple Greek
// letters), alpha-factor and phi-factor; Mosleh et al., NUREG/CR-4780 (1988). Cost: the subsets of
// the group up to the greatest level for which there is a factor.
#pragma once

#include "engine/floors/fault_trees.h"

namespace nemawashi::floors {

/// Subsets of one group beyond which a reader refuses it.
inline constexpr std::size_t kMostSubsets = 10'000;

/// How many events a group becomes.
std::size_t subsets_of(const CommonCauseGroup& group);

/// How likely each event of so many members is, by number of members from 1; 0 where there is no
/// factor.
std::vector<double> level_probabilities(const CommonCauseGroup& group,
                                        const std::vector<double>& parameters, double mission_time);

/// The same trees without groups; the events that take the members' place are named `[a]`,
/// `[a b]`, ...
FaultTrees with_common_causes(FaultTrees trees, double mission_time);

}  // namespace nemawashi::floors
