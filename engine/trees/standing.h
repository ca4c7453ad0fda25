// SPDX-License-Identifier: Apache-2.0
// Where partial assignments stand: those that stand alike have the same completions, which add the
// same to every sum.
#pragma once

#include <vector>

#include "engine/trees/diagram.h"
#include "engine/trees/layered_sum.h"

namespace nemawashi::trees {

/// What is left of a set, and of each sum.
template <class Amount>
struct Standing {
  Node node = kNothing;
  std::vector<SumState<Amount>> states;  ///< by sum
  friend bool operator==(const Standing&, const Standing&) = default;
};

/// What the standing takes in memory, about.
template <class Amount>
std::size_t bytes_of(const Standing<Amount>& standing) {
  std::size_t bytes = sizeof(standing);
  for (const auto& state : standing.states) bytes += sizeof(state) + bytes_beside(state);
  return bytes;
}

template <class Amount>
struct StandingHash {
  std::size_t operator()(const Standing<Amount>& standing) const {
    std::size_t hash = standing.node;
    for (const auto& state : standing.states) hash = hash * 31 + hash_value(state);
    return hash;
  }
};

}  // namespace nemawashi::trees
