// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/assignment.h"

#include <numeric>

namespace nemawashi::trees {

bool AssignmentOrder::operator()(const Assignment& a, const Assignment& b) const {
  if (variables.empty()) return a < b;
  for (const std::uint32_t variable : variables) {
    if (variable < a.size() && a[variable] != b[variable]) return a[variable] < b[variable];
  }
  return false;
}

WeightedSum place_sum(const std::vector<std::uint32_t>& domains, const AssignmentOrder& order) {
  std::vector<std::uint32_t> variables = order.variables;
  if (variables.empty()) {
    variables.resize(domains.size());
    std::iota(variables.begin(), variables.end(), std::uint32_t{0});
  }
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
