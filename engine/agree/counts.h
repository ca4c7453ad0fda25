// SPDX-License-Identifier: Apache-2.0
// How many packages there are, are feasible and are ratifiable, inside the question and outside.
#pragma once

#include <optional>

#include "engine/agree/search.h"

namespace nemawashi::agree {

/// A number known to lie in least..most; exact where they are equal.
struct BoundedCount {
  Integer least = 0;
  Integer most = 0;
  bool exact() const { return least == most; }
  friend bool operator==(const BoundedCount&, const BoundedCount&) = default;
};

struct RegionCount {
  BoundedCount all;
  BoundedCount inside_question;
  friend bool operator==(const RegionCount&, const RegionCount&) = default;
};

struct Counts {
  RegionCount packages;
  RegionCount feasible;
  std::array<RegionCount, 3> ratifiable;  ///< by certainty
  Integer unvisited = 0;  ///< packages of which it was not found out whether they pass
  const RegionCount& under(model::Certainty certainty) const {
    return ratifiable[static_cast<std::size_t>(certainty)];
  }
  bool exact() const;
  friend bool operator==(const Counts&, const Counts&) = default;
};

/// Whether two counts differ; nothing where their bounds do not tell.
std::optional<bool> differ(const BoundedCount& one, const BoundedCount& other);

/// Whether any of their counts differs; nothing where the bounds do not tell.
std::optional<bool> differ(const Counts& one, const Counts& other);

/// Cost: the diagrams of the blocks. Stopped early, the counts are bounds; what is feasible, which
/// costs least, is then counted by itself.
Counts counts(const Problem& problem, const SearchOptions& options);

/// The counts, where the whole space finds room in one block of options.nodes_per_block. Where it
/// does not, or is stopped, what was found until then; nothing, if that is nothing.
std::optional<Counts> counts_in_one_block(const Problem& problem, const SearchOptions& options);

/// The counts under each of the readings, in place of the problem's own. What two readings have in
/// common is compiled once. Stopped early, those of the first readings are there, and the others
/// are bounds.
std::vector<Counts> counts_by_reading(const Problem& problem,
                                      const std::vector<model::Reading>& readings,
                                      const SearchOptions& options);

/// Counts one block into the sum, for callers that answer several questions in one search.
void add_block(const Block& block, Counts& sum);

/// Lets the sets bound each other: what passes for all weights passes at the central ones, what
/// passes there may pass, what may pass breaks no limit, and that is a package. Only narrows.
void narrow(Counts& counts);

/// Both count the same: what either proves holds.
void tighten(const Counts& by, Counts& counts);

/// Widens the bounds by packages that were not visited.
void add_unvisited(const Integer& packages, Counts& sum);

}  // namespace nemawashi::agree
