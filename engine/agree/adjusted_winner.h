// SPDX-License-Identifier: Apache-2.0
// The adjusted winner between two parties, where every issue may be settled by shares of its
// options that sum to 1 and worth is linear in the shares: of the efficient divisions the one at
// which both have equal worth; where none is equal, the efficient one at which the worse off has
// most. At most one issue is split, between two of its options.
//
// Source: Brams and Taylor, Fair Division (1996), chapter 4, for issues that one party or the other
// wins; here for any number of options. The points of an issue that are efficient lie on the upper
// right of the convex hull of its options, and an efficient division goes along these chains in
// the order of the rates at which worth passes from one party to the other (as in the continuous
// knapsack: Dantzig 1957).
//
// It sets the two parties' scales equal, which nothing but a convention justifies: say so.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "engine/agree/space.h"

namespace nemawashi::agree {

/// What something is worth to the first and to the second party.
using WorthOfTwo = std::array<Rational, 2>;

/// By issue, by option, one option at least each; and what is there whatever is chosen.
struct DivisibleWorth {
  WorthOfTwo constant;
  std::vector<std::vector<WorthOfTwo>> issues;
};

struct Division {
  std::vector<std::vector<Rational>> shares;  ///< by issue, by option; of each issue they sum to 1
  WorthOfTwo worth;
  std::optional<std::size_t> split_issue;  ///< the one with two shares between 0 and 1
  bool equal = false;                      ///< both have the same worth
};

/// Where several steps have the same rate, those of earlier issues come first; every order of them
/// is efficient. Of options that are worth the same to both, the first is taken. Cost: options x
/// log options.
Division adjusted_winner(const DivisibleWorth& worth);

struct AdjustedWinner {
  std::array<model::PartyIndex, 2> parties;
  Division division;  ///< by issue and option of the case; options outside the scope have none
};

/// For what reason a row leaves shares of options without meaning.
enum class Indivisible {
  refusal,         ///< it is said to a whole package
  limit,           ///< it would have to hold for shares too
  gate_condition,  ///< whether the gate is asked
  link,            ///< an effect of options of several issues together
  extreme,         ///< a greatest or least level
  bend,            ///< in a value, within the levels that packages reach
  unknown_change,
  unknown_level,
};

/// All rows of one kind; `first` is the one with the lowest row.
struct IndivisibleRows {
  Indivisible kind = Indivisible::refusal;
  std::size_t rows = 0;
  model::Origin first;

  static constexpr std::size_t kKinds = 8;
};

/// Why shares cannot be taken in this case: the rows under which worth is not additive and linear
/// issue by issue, or that shares would have to respect, in the order of `Indivisible`. None: they
/// can.
std::vector<IndivisibleRows> why_indivisible(const model::Case& a_case,
                                             const model::Reading& reading,
                                             const std::array<model::PartyIndex, 2>& parties);

/// Worth at central weights, over the options of the scope. `why_indivisible` must be empty.
AdjustedWinner adjusted_winner(const model::Case& a_case, const model::Reading& reading,
                               const Scope& scope, const std::array<model::PartyIndex, 2>& parties);

/// Parties of gates, with interests; of two one above the other in the tree, the lower. Those that
/// bargain where no gate has a condition and some package passes.
std::vector<model::PartyIndex> parties_at_gates(const model::Case& a_case);

}  // namespace nemawashi::agree
