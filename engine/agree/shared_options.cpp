// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/shared_options.h"

#include <algorithm>

namespace nemawashi::agree {

std::vector<SharedOption> shared_options(const Problem& problem, const PackageSet& set,
                                         const SearchOptions& options) {
  std::vector<model::OptionSet> occurs;  // By issue: the options that some package has.
  for (const auto& issue : problem.a_case.issues) occurs.emplace_back(issue.options.size());
  const Integer unvisited = gather<std::vector<model::OptionSet>>(
      problem, options, occurs, [&](const Block& block, auto& next) {
        const trees::Node node = node_of(set, block);
        for (std::size_t v = 0; v < block.space.order.size() && node != trees::kNothing; ++v) {
          const model::IssueIndex issue = block.space.order[v];
          for (const model::OptionIndex option : block.space.options[v]) {
            model::OptionSet only(occurs[issue.value].size());
            only[option.value] = true;
            const auto where = literals(block.space, {{{issue, only}}});
            const trees::Node with = block.store.conjunction(node, block.store.all_hold(*where));
            if (with != trees::kNothing) next[issue.value][option.value] = true;
          }
        }
      });
  std::vector<SharedOption> result;
  for (std::size_t i = 0; i < occurs.size() && unvisited == 0; ++i) {
    const auto count = std::count(occurs[i].begin(), occurs[i].end(), true);
    const auto asked = std::count(problem.scope[i].begin(), problem.scope[i].end(), true);
    if (count != 1 || asked == 1) continue;
    const auto only = std::find(occurs[i].begin(), occurs[i].end(), true) - occurs[i].begin();
    result.push_back({model::IssueIndex(i), model::OptionIndex(static_cast<std::size_t>(only))});
  }
  return result;
}

}  // namespace nemawashi::agree
