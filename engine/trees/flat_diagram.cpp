// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/flat_diagram.h"

#include <algorithm>
#include <set>

namespace nemawashi::trees {

std::optional<std::uint32_t> Flattener::add(Node root) {
  // Children were made before their parents, so the store's own order is from the bottom.
  std::set<Node> fresh;
  std::vector<Node> open = {root};
  while (!open.empty()) {
    const Node node = open.back();
    open.pop_back();
    if (numbers_.contains(node) || !fresh.insert(node).second) continue;
    if (result_.nodes.size() + fresh.size() > most_) return std::nullopt;
    const auto children = store_.children(node);
    open.insert(open.end(), children.begin(), children.end());
  }
  for (const Node node : fresh) {
    FlatNode flat{store_.variable(node), {}};
    for (const Node child : store_.children(node)) flat.children.push_back(numbers_.at(child));
    numbers_.emplace(node, static_cast<std::uint32_t>(result_.nodes.size()));
    result_.nodes.push_back(std::move(flat));
  }
  return numbers_.at(root);
}

bool contains(const FlatDiagram& diagram, std::uint32_t root,
              const std::vector<std::uint32_t>& assignment) {
  while (root > kEverything) {
    const FlatNode& node = diagram.nodes[root];
    root = node.children[assignment[node.variable]];
  }
  return root == kEverything;
}

}  // namespace nemawashi::trees
