// SPDX-License-Identifier: Apache-2.0
// The bargaining solutions beside Nash's over R0 (bargaining.h), each as the set of packages that
// attain it, at central weights:
//
// - Kalai-Smorodinsky: leximin of gain / best gain in R0, over the parties whose best gain is
//   positive. Source: Kalai and Smorodinsky 1975; Imai 1983 for the lexicographic extension.
// - Egalitarian: leximin of gains. Source: Kalai 1977; Sen 1970 for leximin.
// - Utilitarian: the greatest sum of gains.
// - Minimax regret: the least largest difference of best gain in R0 and gain. Source: Savage 1951;
//   as the compromise solution with the greatest norm: Yu 1973.
//
// Only the first stays when a party's scale is stretched; the others compare scales between
// parties, which nothing but a convention justifies: say so. All but minimax regret are
// nondominated, so they are read off the frontier of R0 where that is small, or off all its
// packages where these are few; else, and for the ties of minimax regret, by raising thresholds
// (engine/trees/leximin.h).
#pragma once

#include <array>

#include "engine/agree/bargaining.h"

namespace nemawashi::agree {

enum class Solution { kalai_smorodinsky, egalitarian, utilitarian, minimax_regret };

inline constexpr std::array<Solution, 4> kSolutions = {Solution::kalai_smorodinsky,
                                                       Solution::egalitarian, Solution::utilitarian,
                                                       Solution::minimax_regret};

struct SolutionMember {
  model::Package package;
  std::vector<Rational> gains;  ///< by bargaining party
  friend bool operator==(const SolutionMember&, const SolutionMember&) = default;
};

struct SolutionSet {
  /// What every package of it has: shares of the best gain, or gains, the least first; the sum of
  /// gains; the largest regret.
  std::vector<Rational> values;
  Integer packages = 0;                 ///< how many attain it
  std::vector<SolutionMember> members;  ///< the first of them, as many as asked for
};

struct Solutions {
  Bargaining bargaining;
  Integer r0_packages = 0;           ///< if nobody bargains, those of R_central
  std::vector<Rational> best_gains;  ///< by bargaining party: over R0; none if R0 is empty
  /// Bargaining parties that have a known gain, not negative, in no package of R_central.
  std::vector<model::PartyIndex> never_willing;
  /// By Solution; empty if R0 is or nobody bargains, and where the search was stopped before all
  /// that it found was measured by the same best gains.
  std::array<SolutionSet, 4> sets;
  Integer unvisited = 0;  ///< packages not looked at; 0: proved
  const SolutionSet& of(Solution solution) const {
    return sets[static_cast<std::size_t>(solution)];
  }
};

struct SolutionOptions {
  std::size_t members = 20;              ///< kept for each
  std::size_t listed = 1000;             ///< R0 is listed up to so many packages
  std::size_t frontier_points = 20'000;  ///< beyond these in one layer: thresholds
};

/// Cost: one or two searches (two where R0 lies in several blocks and a later one has a better best
/// gain), and for each solution what leximin.h says.
Solutions solutions(const Problem& problem, const Bargaining& bargaining,
                    const SolutionOptions& wanted, const SearchOptions& options);

}  // namespace nemawashi::agree
