// SPDX-License-Identifier: Apache-2.0
// What the house is for: which arrangements provide a function to a member, and which cover a
// contingency, whether or not they exist or stand. Facts of the tables alone.
//
// A contingency between members is covered by an arrangement of its function that has them all; one
// at a place, by an arrangement that has a member that is the place or contains it, or a row of
// `reach` to such a place. Where it sets a bound of hours, only rows of `reach` within it count.
#pragma once

#include <vector>

#include "engine/base/control.h"
#include "engine/house/view.h"

namespace nemawashi::house {

using model::BearerIndex;
using model::ContingencyIndex;
using model::FunctionIndex;

/// A function for a member: where some arrangement, existing or not, provides it.
struct Provision {
  FunctionIndex function;
  BearerIndex member;
  std::vector<ArrangementIndex> providers;
};

/// By function, then by member.
std::vector<Provision> provisions(const model::Case& a_case);

/// By contingency.
std::vector<std::vector<ArrangementIndex>> covers(const model::Case& a_case);

/// By function: its arrangements.
std::vector<std::vector<ArrangementIndex>> arrangements_of(const model::House& house);

/// The firmness of the firmest of these; nothing where none stands.
std::optional<Strength> firmest(const std::vector<ArrangementIndex>& of, const Firmness& firmness);

/// A contingency is answered where an arrangement that covers it stands and at least acts.
bool is_answered(const std::optional<Strength>& best);

/// Members that have a function without having it together.
struct Gap {
  FunctionIndex function;
  std::vector<BearerIndex> members;  ///< two; or three, of which each two have it together
  bool on_paper = false;             ///< some arrangement has them all, but does not even meet
};

/// Of one function: how many pairs and triples, and the first of them, pairs first.
struct FunctionGaps {
  FunctionIndex function;
  std::size_t pairs = 0;
  std::size_t triples = 0;
  std::vector<Gap> listed;
  bool complete = true;  ///< false: stopped, so that there may be more
};

/// Gaps of one function that are listed; all are counted.
inline constexpr std::size_t kMostGaps = 1'000;

/// Pairs and triples of members that each have the function through an arrangement that stands and
/// at least meets, of which no such arrangement has them all. By function. Cost: for each function
/// the cube of its members, times its arrangements / 64.
std::vector<FunctionGaps> gaps(const model::Case& a_case, const Firmness& firmness,
                               const base::Control& control = {});

/// By function: members that some arrangement, existing or not, would give it, and that have
/// nothing which stands and at least meets.
std::vector<std::vector<BearerIndex>> without(const model::Case& a_case, const Firmness& firmness);

/// Of every function and every two members that some arrangement of it has: those arrangements.
std::vector<std::vector<ArrangementIndex>> pairs_together(const model::Case& a_case);

}  // namespace nemawashi::house
