// SPDX-License-Identifier: Apache-2.0
// What all packages of a set have in common.
#pragma once

#include "engine/agree/nearest.h"

namespace nemawashi::agree {

struct SharedOption {
  model::IssueIndex issue;
  model::OptionIndex option;
};

/// The options that every package of the set has, of issues with several options in the scope; none
/// if the set is empty or the search was stopped. Cost: a search, and a pass for each option.
std::vector<SharedOption> shared_options(const Problem& problem, const PackageSet& set,
                                         const SearchOptions& options);

}  // namespace nemawashi::agree
