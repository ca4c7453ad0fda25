// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/tables.h"

#include <algorithm>
#include <map>
#include <set>

namespace nemawashi::trees {
namespace {

using Variables = std::vector<std::uint32_t>;

Variables variables_of(const Cube& cube) {
  Variables result;
  for (const Literal& literal : cube.literals) result.push_back(literal.variable);
  return result;
}

Variables variables_of(const BentTerm& term) {
  std::set<std::uint32_t> all;
  for (const Cube& cube : term.changes) {
    for (const Literal& literal : cube.literals) all.insert(literal.variable);
  }
  return {all.begin(), all.end()};
}

/// What belongs into one table, by its variables.
using Groups = std::map<Variables, WeightedSum>;

/// Puts each group into the first larger one that has all of its variables.
void merge_contained(Groups& groups) {
  for (auto small = groups.begin(); small != groups.end();) {
    const auto large = std::find_if(groups.begin(), groups.end(), [&](const auto& other) {
      return other.first.size() > small->first.size() &&
             std::includes(other.first.begin(), other.first.end(), small->first.begin(),
                           small->first.end());
    });
    if (large == groups.end()) {
      ++small;
      continue;
    }
    large->second = sum_of(large->second, small->second);
    small = groups.erase(small);
  }
}

std::optional<std::size_t> size_of(const Variables& variables,
                                   const std::vector<std::uint32_t>& domains, std::size_t most) {
  std::size_t size = 1;
  for (const auto variable : variables) {
    size *= domains[variable];
    if (size > most) return std::nullopt;
  }
  return size;
}

SumTable table_of(const Variables& variables, const WeightedSum& sum,
                  const std::vector<std::uint32_t>& domains, std::size_t size) {
  SumTable table{variables, {}};
  table.values.reserve(size);
  std::vector<std::uint32_t> assignment(domains.size(), 0);
  for (std::size_t entry = 0; entry < size; ++entry) {
    std::size_t rest = entry;
    for (std::size_t place = variables.size(); place-- > 0;) {
      assignment[variables[place]] = static_cast<std::uint32_t>(rest % domains[variables[place]]);
      rest /= domains[variables[place]];
    }
    table.values.push_back(evaluated(sum, assignment));
  }
  return table;
}

}  // namespace

std::optional<SumTables> tables_of(const WeightedSum& sum,
                                   const std::vector<std::uint32_t>& domains, std::size_t most) {
  Groups groups;
  for (const Cube& cube : sum.cubes) groups[variables_of(cube)].cubes.push_back(cube);
  for (const BentTerm& term : sum.bent) groups[variables_of(term)].bent.push_back(term);
  merge_contained(groups);
  SumTables result{sum.constant, {}};
  for (const auto& [variables, part] : groups) {
    const auto size = size_of(variables, domains, most);
    if (!size) return std::nullopt;
    SumTable table = table_of(variables, part, domains, *size);
    if (variables.empty()) {
      result.constant += table.values.front();
    } else {
      result.tables.push_back(std::move(table));
    }
  }
  return result;
}

Rational looked_up(const SumTables& tables, const std::vector<std::uint32_t>& domains,
                   const std::vector<std::uint32_t>& assignment) {
  Rational sum = tables.constant;
  for (const SumTable& table : tables.tables) {
    std::size_t entry = 0;
    for (const auto variable : table.variables) {
      entry = entry * domains[variable] + assignment[variable];
    }
    sum += table.values[entry];
  }
  return sum;
}

}  // namespace nemawashi::trees
