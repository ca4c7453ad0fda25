// SPDX-License-Identifier: Apache-2.0
// What each sum gets of boxes that meet, and bounds on it: shared by the searches over boxes
// (box_frontier.h, box_count.h).
#pragma once

#include "engine/trees/box_meetings.h"

namespace nemawashi::trees {

/// What each sum gets, in its integers.
using Amounts = std::vector<std::int64_t>;

inline bool at_least_as_good(const Amounts& a, const Amounts& b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] < b[i]) return false;
  }
  return true;
}

/// What the boxes of a set can give to each sum at most together. Keeps references.
class BoxGraph {
 public:
  BoxGraph(const BoxSums& sums, const BoxMeetings& meetings) : sums_(sums), meetings_(meetings) {
    gives_.resize(sums.constants.size());
    gains_.resize(sums.constants.size());
    for (std::size_t box = 0; box < sums.boxes.size(); ++box) {
      for (std::size_t i = 0; i < gives_.size(); ++i) {
        gains_[i].push_back(sums.gains[box][i]);
        if (sums.gains[box][i] > 0) gives_[i].add(box);
      }
    }
  }

  const BoxSums& sums() const { return sums_; }
  const BoxMeetings& meetings() const { return meetings_; }

  /// BoxMeetings::bound of the gains of one sum.
  template <class Lead>
  std::int64_t bound(const BoxSet& set, std::size_t sum, const Lead& lead) const {
    BoxSet giving = set;
    giving.keep(gives_[sum]);
    return meetings_.bound(giving, gains_[sum], lead);
  }
  std::int64_t bound(const BoxSet& set, std::size_t sum) const {
    return bound(set, sum, [](std::size_t, std::int64_t) {});
  }

 private:
  const BoxSums& sums_;
  const BoxMeetings& meetings_;
  std::vector<BoxSet> gives_;   ///< by sum: the boxes with a gain
  std::vector<Amounts> gains_;  ///< by sum and box
};

}  // namespace nemawashi::trees
