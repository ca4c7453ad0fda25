// SPDX-License-Identifier: Apache-2.0
// Sets of one store written down as plain numbers, so that others can look assignments up without
// the store: nodes are numbered from the bottom, kNothing and kEverything first, and shared by all
// sets.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/trees/diagram.h"

namespace nemawashi::trees {

struct FlatNode {
  std::uint32_t variable = 0;
  std::vector<std::uint32_t> children;  ///< one a value; each a number below its own
};

/// `nodes[0]` and `nodes[1]` stand for the two constants and have no children.
struct FlatDiagram {
  std::vector<FlatNode> nodes = {{}, {}};
};

/// Adds sets of one store, in turn.
class Flattener {
 public:
  Flattener(const DiagramStore& store, std::size_t most) : store_(store), most_(most) {}

  /// The number of the set's node; nothing, and nothing is added, where the diagram would come to
  /// more than `most` nodes. Cost: the nodes of the set that were not there before.
  std::optional<std::uint32_t> add(Node root);
  FlatDiagram taken() { return std::move(result_); }

 private:
  const DiagramStore& store_;
  std::size_t most_;
  FlatDiagram result_;
  std::unordered_map<Node, std::uint32_t> numbers_ = {{kNothing, 0}, {kEverything, 1}};
};

/// Whether the assignment is in the set. Cost: the variables.
bool contains(const FlatDiagram& diagram, std::uint32_t root,
              const std::vector<std::uint32_t>& assignment);

}  // namespace nemawashi::trees
