// SPDX-License-Identifier: Apache-2.0
// What the arrangements of a case rest on, what they are for, and what follows when one fails.
//
// Everything but importance is exact. Arrangements and causes count as independent where
// probabilities are given, but for the common causes that are stated. Firmness, coverage and gaps:
// view.h, coverage.h; sets and probability: functions.h; what to do next: next.h.
#pragma once

#include <vector>

#include "engine/house/falls.h"
#include "engine/house/functions.h"
#include "engine/house/next.h"

namespace nemawashi::house {

struct HouseQuestion {
  model::Package package;
  model::Reading reading;
  std::vector<ArrangementIndex> with;  ///< taken to exist
  Failures without;                    ///< taken to have failed together
  StructureOptions structure = {};
  base::Rational budget = 2;  ///< of what to do next
};

/// A function of a member.
struct ProvidedFunction {
  Provision provision;
  std::optional<Strength> best;
  std::vector<ArrangementIndex> standing;  ///< providers that stand
  std::size_t structure = 0;               ///< position in `structures`
};

struct AnsweredContingency {
  ContingencyIndex contingency;
  std::optional<Strength> best;
  std::vector<ArrangementIndex> standing;  ///< cover it and stand
  std::vector<ArrangementIndex> proposed;  ///< would cover it and do not exist
  /// Of one with a date: those that cover it and were founded or had acted before, as far as dates
  /// say; and of them those that had acted before.
  std::vector<ArrangementIndex> existed_then;
  std::vector<ArrangementIndex> had_acted;
};

/// What one failure brings down as the claim is read, and with the claim the other way.
struct ClaimFall {
  std::uint32_t component = 0;
  Change as_read;
  Change otherwise;
};
struct ClaimAnswer {
  model::ClaimIndex claim;
  std::vector<std::size_t> rows;  ///< of `rests_on`, by position
  bool as_read = true;
  Change change;                 ///< of the house as it is, with the claim the other way
  std::vector<ClaimFall> falls;  ///< where the two differ
};

/// The package with one other option of an issue on which some arrangement depends.
struct OptionAnswer {
  model::IssueIndex issue;
  model::OptionIndex option;
  Change change;
};

/// Of the house after the failures that the question takes as given.
struct HouseAnswer {
  HouseQuestion question;
  View view;
  Ground ground;
  Service now;
  std::vector<ProvidedFunction> functions;
  std::vector<StructureAnswer> structures;
  std::vector<AnsweredContingency> contingencies;
  std::vector<FunctionGaps> gaps;                     ///< by function
  std::vector<std::vector<BearerIndex>> without_any;  ///< by function: who has nothing that meets
  std::vector<Fall> falls;
  std::optional<Change> without;  ///< what those failures changed; nothing: none is given
  Next next;
  std::vector<ClaimAnswer> claims;
  std::vector<OptionAnswer> options;
  bool is_complete() const;
};

/// Issues on an option of which some arrangement depends, rising.
std::vector<model::IssueIndex> depended_on(const model::House& house);

/// Refers to the case, which must outlive it.
HouseAnswer house_answer(const model::Case& a_case, const HouseQuestion& question);

/// Whether the first moment is before the second, as far as both say (`2004` is not known to be
/// before `2004-12-26`). Blank: not known.
bool is_before(const std::string& a, const std::string& b);

}  // namespace nemawashi::house
