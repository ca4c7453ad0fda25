// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/assignment.h"

#include <numeric>

namespace nemawashi::trees {

std::vector<std::uint32_t> AssignmentOrder::of(std::size_t count) const {
  if (!variables.empty()) return variables;
  std::vector<std::uint32_t> all(count);
  std::iota(all.begin(), all.end(), std::uint32_t{0});
  return all;
}

bool AssignmentOrder::operator()(const Assignment& a, const Assignment& b) const {
  if (variables.empty()) return a < b;
  for (const std::uint32_t variable : variables) {
    if (variable < a.size() && a[variable] != b[variable]) return a[variable] < b[variable];
  }
  return false;
}

WeightedSum place_sum(const std::vector<std::uint32_t>& domains, const AssignmentOrder& order) {
  const std::vector<std::uint32_t> variables = order.of(domains.size());
  WeightedSum sum;
  Rational step = -1;
  for (const std::uint32_t variable : variables) {
    step /= domains[variable];
    for (std::uint32_t value = 1; value < domains[variable]; ++value) {
      Literal literal{variable, ValueSet(domains[variable])};
      literal.values[value] = true;
      sum.cubes.push_back({{std::move(literal)}, step * value});
    }
  }
  return sum;
}

}  // namespace nemawashi::trees
