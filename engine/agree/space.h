// SPDX-License-Identifier: Apache-2.0
// The packages that are asked about, as assignments of variables in a good order.
#pragma once

#include <optional>
#include <vector>

#include "engine/model/case.h"
#include "engine/trees/assignment.h"
#include "engine/trees/diagram.h"

namespace nemawashi::agree {

using base::Integer;
using base::Rational;

/// Whether issues that override a gate are fixed at `no` or settled like the others.
enum class Overrides { fixed_at_no, considered };

/// The options asked about, by issue.
using Scope = std::vector<model::OptionSet>;

/// Every option of every issue, but for overriding issues as told.
Scope whole_scope(const model::Case& a_case, Overrides overrides);

/// Whether the scope has the package.
bool is_within(const Scope& scope, const model::Package& package);

/// Variable v stands for issue `order[v]`, its value i for option `options[v][i]`. The space is
/// the product of the options; a block of it has fewer options somewhere.
struct Space {
  std::vector<model::IssueIndex> order;
  std::vector<std::vector<model::OptionIndex>> options;
  std::vector<std::uint32_t> variable_of;  ///< by issue
};

/// Orders the issues so that those that occur together stand together: FORCE (Aloul, Markov and
/// Sakallah 2003), which moves each issue to the centre of the conditions that name it, until the
/// total span no longer falls. Every issue keeps at least one option, else the space is empty.
Space space_of(const model::Case& a_case, const Scope& scope);

/// The number of packages: the product of the options.
Integer packages(const Space& space);
Integer packages(const Scope& scope);

std::vector<std::uint32_t> domains(const Space& space);

/// Orders assignments as the packages they stand for: by the option of the first issue, then of the
/// second, .. .
trees::AssignmentOrder order_of(const Space& space);

model::Package package_of(const Space& space, const std::vector<std::uint32_t>& assignment);

/// A package as plain numbers by issue, which mean the same in every block; and back.
std::vector<std::uint32_t> option_numbers(const model::Package& package);
model::Package package_from(const std::vector<std::uint32_t>& option_numbers);

/// The condition over the variables of the space; nothing if it holds nowhere in it. Terms that
/// always hold in the space are left out.
std::optional<std::vector<trees::Literal>> literals(const Space& space,
                                                    const model::Condition& condition);

}  // namespace nemawashi::agree
