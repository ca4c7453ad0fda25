// SPDX-License-Identifier: Apache-2.0
// How many assignments reach given values of sums of gains on boxes, and the first of them.
//
// The space is cut along the edges of boxes into regions that certainly or certainly do not, with
// the bounds of box_graph.h; a box outside of which a sum cannot be reached is entered without
// looking outside. Beside the sums a weighted sum of all of them must be reached, a surrogate
// constraint (Glover 1968): at a point of a frontier each sum may have much to spare, but not all
// at once. Cost: the regions, few where little is to spare, as at the points of a frontier.
#pragma once

#include <functional>

#include "engine/trees/assignment.h"
#include "engine/trees/box_meetings.h"

namespace nemawashi::trees {

struct Reaching {
  base::Integer assignments;
  std::vector<Assignment> members;  ///< the first in the order, at most as many as asked for
};

/// The assignments whose sums are all at least these. `meetings`: of the boxes of the sums.
Reaching reaching(const BoxSums& sums, const BoxMeetings& meetings,
                  const std::vector<Rational>& least, std::size_t members,
                  const AssignmentOrder& order, const std::function<void()>& check_stop);

}  // namespace nemawashi::trees
