// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/members.h"

namespace nemawashi::trees {

std::vector<Assignment> first_assignments(DiagramStore& store, Node root, std::size_t count,
                                          const AssignmentOrder& order) {
  std::vector<Assignment> found;
  if (count == 0) return found;
  const WeightedSum place = place_sum(store.domains(), order);
  best_first(store, root, place, [&](const Assignment& assignment, const Rational&) {
    found.push_back(assignment);
    return found.size() < count;
  });
  return found;
}

}  // namespace nemawashi::trees
