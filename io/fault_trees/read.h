// SPDX-License-Identifier: Apache-2.0
// Fault trees in the Open-PSA Model Exchange Format (MEF, version 2.0d, 2008), from one file or
// several: what one file asks for another may define.
//
// Read are fault trees with components and nested formulas, basic and house events, parameters,
// expressions, common-cause groups, alignments with their phases, and substitutions without a
// source (their hypothesis implies their target). Event trees and substitutions with a source are
// not: a warning says so. An event that is asked for and nowhere defined is a basic event without
// probability.
// Includes are not followed and entities not expanded. Cost: linear in the bytes, with a logarithm
// for names.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/floors/fault_trees.h"

namespace nemawashi::io::fault_trees {

struct NamedBytes {
  std::string name;  ///< as messages show it
  std::string bytes;
};

struct FaultTreesReading {
  std::optional<floors::FaultTrees> trees;  ///< present exactly if there is no error
  base::Diagnostics diagnostics;
};

/// Beyond these a tree is refused.
inline constexpr std::size_t kMostEvents = 10'000;  ///< searches are as deep as there are events
inline constexpr std::size_t kMostGates = 200'000;
inline constexpr std::size_t kMostTerms = 2'000'000;
inline constexpr std::size_t kMostDepth = 100;  ///< of formulas, expressions and components

FaultTreesReading read_fault_trees(const std::vector<NamedBytes>& files);

}  // namespace nemawashi::io::fault_trees
