// SPDX-License-Identifier: Apache-2.0
// Conditions: what must be chosen for something to hold. A conjunction of option sets, such as
// `site = henoko_v | henoko_1 & runway != heliport`. It speaks of options only, never of levels,
// counts or anybody's yes; a disjunction of conditions is several rows.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/base/index.h"

namespace nemawashi::model {

using IssueIndex = base::Index<struct IssueTag>;
/// Position of an option within its issue.
using OptionIndex = base::Index<struct OptionTag>;

/// One option for each issue, by issue.
using Package = std::vector<OptionIndex>;

/// Which options of one issue; as long as the issue has options.
using OptionSet = std::vector<bool>;

struct ConditionTerm {
  IssueIndex issue;
  OptionSet options;
  friend bool operator==(const ConditionTerm&, const ConditionTerm&) = default;
};

/// Terms by rising issue, one an issue. No terms: holds in every package. An empty option set:
/// never holds.
struct Condition {
  std::vector<ConditionTerm> terms;
  friend bool operator==(const Condition&, const Condition&) = default;
};

/// Cost: the number of terms.
bool holds(const Condition& condition, const Package& package);

/// True if no package meets it, because a term's option set is empty.
bool never_holds(const Condition& condition);

// The written form, before ids are looked up.

struct WrittenTerm {
  std::string issue;
  bool excluded = false;  ///< written `!=`: every option but those named
  std::vector<std::string> options;
  friend bool operator==(const WrittenTerm&, const WrittenTerm&) = default;
};
using WrittenCondition = std::vector<WrittenTerm>;

/// What is wrong with a written condition or rule: `position` counts bytes from 0.
struct GrammarError {
  std::size_t position = 0;
  std::string message;
};

/// Reads `issue = a | b & issue != c`. An empty text is the condition without terms. Cost: linear.
std::variant<WrittenCondition, GrammarError> parse_condition(std::string_view text);

std::string written(const WrittenCondition& condition);

}  // namespace nemawashi::model
