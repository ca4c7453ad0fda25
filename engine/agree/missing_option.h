// SPDX-License-Identifier: Apache-2.0
// What an option that nobody has thought of yet would have to do: for each issue, the bounds on the
// effects of a new option that would open R, so that people can invent it.
//
// The new option is one on which no condition of the case that names the issue holds: it has no
// effect, meets no refusal and no limit that speaks of the issue, and asks no gate whose condition
// speaks of it (these are named). What `wants` says of the issue it meets. Every other issue is
// free. Either some package with it passes: then such an option opens R by itself. Or worth tests
// and limits on levels are missed, which its effects may mend; other refusals and forbidden
// combinations they may not, so these stay. The missed tests are given as relaxations: minimal sets
// of tests whose passing opens R; for each the nondominated vectors of what is missing, one amount
// a test, each in its own unit.
#pragma once

#include "engine/agree/conflicts.h"

namespace nemawashi::agree {

/// What is missing in one package, by element of the set. The entry of the issue means nothing.
struct MissingAmounts {
  std::vector<Rational> amounts;
  model::Package witness;
};

struct MissingSet {
  Relaxation relaxation;              ///< with the least amount of each test by itself
  std::vector<MissingAmounts> least;  ///< the nondominated ones, by rising first amount
  bool complete = true;  ///< false: more than was asked for, or too many weights to look at
};

struct MissingOption {
  model::IssueIndex issue;
  bool opens = false;                     ///< without any effects
  model::Package witness;                 ///< if it opens: the first package that then passes
  std::vector<model::GateIndex> unasked;  ///< gates whose condition names the issue
  std::vector<Element> elements;          ///< what the sets speak of
  std::vector<MissingSet> sets;           ///< none: no effects of one option here open R
  bool complete = true;
};

struct MissingOptionBounds {
  std::size_t sets = 20;     ///< an issue
  std::size_t vectors = 10;  ///< a set
};

/// For each issue of the scope but those that override a gate. Cost: for each issue a search, its
/// relaxations, and a frontier for each.
std::vector<MissingOption> missing_options(const Problem& problem, model::Certainty certainty,
                                           const MissingOptionBounds& bounds,
                                           const SearchOptions& options);

}  // namespace nemawashi::agree
