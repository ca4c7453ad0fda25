// SPDX-License-Identifier: Apache-2.0
// What to found or strengthen next: each step alone, and the best set of steps within a budget.
//
// A step founds an arrangement that does not exist, as firm as its row says, or makes one that
// exists act. What a set of steps brings is compared by contingencies answered, then by pairs that
// have a function together, then by functions of members; of sets that bring the same the cheapest,
// then the smallest, then the one whose steps come first in the list of steps (of two, where they
// first differ). None of these falls when a step is added. Every
// affordable set is tried while there are few enough of them; otherwise steps are added one by one,
// each the best at its place, and the answer says that it is not proved.
#pragma once

#include <vector>

#include "engine/base/control.h"
#include "engine/house/falls.h"

namespace nemawashi::house {

struct Step {
  enum class Kind { found, strengthen } kind = Kind::found;
  ArrangementIndex arrangement;
  base::Rational cost = 1;  ///< 1 where the case states none
  Change change;            ///< beside the house as it is
};

struct BestSet {
  std::vector<std::size_t> steps;  ///< positions, rising
  base::Rational cost = 0;
  Change change;
  bool proved = true;    ///< false: not every affordable set was tried
  bool stopped = false;  ///< the search was stopped: a better set may be left, or a step
};

struct Next {
  std::vector<Step> steps;  ///< by what each brings alone, best first; of equals as written
  base::Rational budget = 2;
  BestSet best;
};

/// No step founds what has failed: the question takes that as given.
Next next_steps(const Ground& ground, const View& view, const Service& now,
                const base::Rational& budget, const base::Control& control);

}  // namespace nemawashi::house
