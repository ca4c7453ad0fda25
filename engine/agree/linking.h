// SPDX-License-Identifier: Apache-2.0
// What it changes that the issues are settled together.
//
// An issue can be settled alone by an option if that option, with every other issue at its default,
// is feasible and ratifiable; an issue without a default never, and where some issue has none,
// there is no such package for the others either. R_separate is the set of the packages all of
// whose options are defaults or so settled: what separate talks, each blind to the others, would
// leave one with. Linking is helpful where a package of R is not in R_separate, harmful where one
// of R_separate is not in R: each step passes alone, all together do not.
#pragma once

#include "engine/agree/nearest.h"

namespace nemawashi::agree {

struct Step {
  model::IssueIndex issue;
  model::OptionIndex option;
  friend bool operator==(const Step&, const Step&) = default;
};

/// How many packages, and the nearest to what stands by default.
struct LinkedSet {
  Integer packages = 0;
  Integer inside_question = 0;
  Nearest nearest;         ///< of all; one member
  Nearest nearest_inside;  ///< of those inside the question; one member
};

struct Linking {
  model::Certainty certainty = model::Certainty::possible;
  std::vector<model::IssueIndex> without_default;
  std::vector<Step> alone;  ///< other than defaults, by issue and option
  Integer separate = 0;     ///< packages of R_separate
  LinkedSet helpful;
  LinkedSet harmful;
  Integer unvisited = 0;
};

/// Over the packages of the scope. Cost: one search; one package for each option.
Linking linking(const Problem& problem, model::Certainty certainty, const SearchOptions& options);

}  // namespace nemawashi::agree
