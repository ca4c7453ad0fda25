// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/members.h"

#include <algorithm>

namespace nemawashi::trees {
namespace {

/// Adds the assignments of the set that begin as `begun`.
void list(const DiagramStore& store, Node node, Assignment& begun, std::vector<Assignment>& found) {
  if (node == kNothing) return;
  const auto variable = static_cast<std::uint32_t>(begun.size());
  if (variable == store.variables()) {
    found.push_back(begun);
    return;
  }
  const bool asked = store.variable(node) == variable;
  for (std::uint32_t value = 0; value < store.domain(variable); ++value) {
    begun.push_back(value);
    list(store, asked ? store.children(node)[value] : node, begun, found);
    begun.pop_back();
  }
}

}  // namespace

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

std::vector<Assignment> all_assignments(const DiagramStore& store, Node root,
                                        const AssignmentOrder& order) {
  std::vector<Assignment> found;
  Assignment begun;
  list(store, root, begun, found);
  std::sort(found.begin(), found.end(), order);
  return found;
}

}  // namespace nemawashi::trees
