// SPDX-License-Identifier: Apache-2.0
// An exact sum as a constant and a few tables, each over the few variables that change it: what a
// page needs to look a level or a gain up at any assignment, without knowing how it comes about.
//
// Cubes over the same variables share a table, and a table over fewer variables goes into one that
// has them all. A bent term (a cap, a greatest) cannot be split: it is one table over all of its
// variables.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/trees/weighted_sum.h"

namespace nemawashi::trees {

/// One value for each assignment of `variables` (rising), the last variable fastest.
struct SumTable {
  std::vector<std::uint32_t> variables;
  std::vector<Rational> values;
};

struct SumTables {
  Rational constant;
  std::vector<SumTable> tables;
};

/// Equal to the sum at every assignment; nothing if a table would have more than `most` values.
/// Cost: values of the tables x size of the sum.
std::optional<SumTables> tables_of(const WeightedSum& sum,
                                   const std::vector<std::uint32_t>& domains, std::size_t most);

/// The value looked up. Cost: the tables.
Rational looked_up(const SumTables& tables, const std::vector<std::uint32_t>& domains,
                   const std::vector<std::uint32_t>& assignment);

}  // namespace nemawashi::trees
