// SPDX-License-Identifier: Apache-2.0
#include "engine/model/cycle.h"

#include <utility>

namespace nemawashi::model {

// Depth-first search with an own stack: a node met again while it is still open closes a cycle.
std::vector<std::size_t> find_cycle(const std::vector<std::vector<std::size_t>>& next) {
  enum class Mark : unsigned char { unseen, open, closed };
  std::vector<Mark> marks(next.size(), Mark::unseen);
  std::vector<std::pair<std::size_t, std::size_t>> path;  // node, arrows already followed
  for (std::size_t start = 0; start < next.size(); ++start) {
    if (marks[start] != Mark::unseen) continue;
    marks[start] = Mark::open;
    path.assign(1, {start, 0});
    while (!path.empty()) {
      const auto [node, followed] = path.back();
      if (followed == next[node].size()) {
        marks[node] = Mark::closed;
        path.pop_back();
        continue;
      }
      ++path.back().second;
      const std::size_t target = next[node][followed];
      if (marks[target] == Mark::unseen) {
        marks[target] = Mark::open;
        path.emplace_back(target, 0);
      } else if (marks[target] == Mark::open) {
        std::vector<std::size_t> cycle;
        for (std::size_t i = path.size(); i-- > 0;) {
          cycle.insert(cycle.begin(), path[i].first);
          if (path[i].first == target) return cycle;
        }
      }
    }
  }
  return {};
}

}  // namespace nemawashi::model
