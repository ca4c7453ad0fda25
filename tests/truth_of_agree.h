// SPDX-License-Identifier: Apache-2.0
// What engine/agree answers, by its definitions, from the list of all packages.
#pragma once

#include <functional>
#include <vector>

#include "engine/agree/counts.h"
#include "engine/agree/frontier.h"
#include "engine/agree/nash.h"
#include "engine/agree/nearest.h"
#include "tests/oracle.h"

namespace nemawashi::tests {

/// Without the packages that the scope leaves out.
Truth within(Truth truth, const agree::Scope& scope);

using Test = std::function<bool(const PackageTruth&)>;
std::vector<model::Package> where(const Truth& truth, const Test& test);

/// The packages of a diagram in the order of the issues' options, each assignment looked up.
std::vector<model::Package> listed(const trees::DiagramStore& store, const agree::Space& space,
                                   trees::Node root);

std::vector<model::PartyIndex> parties_with_interests(const model::Case& a_case);

/// The packages of the set, in order.
std::vector<model::Package> members(const Truth& truth, const agree::PackageSet& set);

agree::Counts true_counts(const Truth& truth);
agree::Nearest true_nearest(const Truth& truth, const model::Package& from,
                            const agree::PackageSet& set);
/// All of the set where the party's gain is known, by falling gain, then in order.
std::vector<agree::RankedPackage> true_best(const Truth& truth, const agree::PackageSet& set,
                                            model::PartyIndex party);
std::vector<agree::WorthPoint> true_frontier(const Truth& truth,
                                             const agree::FrontierQuestion& question);
agree::Bargaining true_bargaining(const model::Case& a_case, const Truth& truth);
agree::NashSolution true_nash(const Truth& truth, const std::vector<model::PartyIndex>& parties,
                              std::size_t ranked);

/// That `found` bounds the exact counts of `truth`.
void expect_bounds(const agree::RegionCount& found, const agree::RegionCount& truth);

}  // namespace nemawashi::tests
