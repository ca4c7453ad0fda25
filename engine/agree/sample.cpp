// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/sample.h"

#include <algorithm>

#include "engine/trees/sample.h"

namespace nemawashi::agree {
namespace {

struct Draw {
  Integer number;     ///< of the package, in the order in which all blocks ask their issues
  std::size_t place;  ///< in the sample
};

/// Blocks are visited in the order of the issues that they are split on, which diagrams ask first:
/// so the numbers of a block's packages follow one another, and go on in the next block.
Integer packages_found(const Problem& problem, const PackageSet& set, const SearchOptions& options,
                       std::vector<Draw> draws, Sample& sample) {
  Integer begun = 0;  // Packages of the set in the blocks before.
  std::size_t next = 0;
  return for_each_block(problem, options, [&](const Block& block) {
    const trees::Node node = node_of(set, block);
    trees::Counter counter(block.store);
    const Integer end = begun + counter.count(node);
    std::size_t draw = next;
    for (; draw < draws.size() && draws[draw].number < end; ++draw) {
      const auto assignment =
          trees::numbered(block.store, counter, node, draws[draw].number - begun);
      sample.packages[draws[draw].place] = package_of(block.space, assignment);
    }
    begun = end;
    next = draw;
  });
}

}  // namespace

Sample sample(const Problem& problem, const PackageSet& set, const SampleRequest& request,
              const SearchOptions& options) {
  Sample result{set, request, 0, {}, 0};
  result.unvisited =
      gather<Integer>(problem, options, result.drawn_from, [&](const Block& block, Integer& next) {
        next += trees::Counter(block.store).count(node_of(set, block));
      });
  if (result.unvisited > 0 || result.drawn_from == 0) return result;
  std::vector<Draw> draws;
  for (std::size_t place = 0; place < request.draws; ++place) {
    draws.push_back({trees::drawn_below(result.drawn_from, request.seed, place), place});
  }
  std::sort(draws.begin(), draws.end(),
            [](const Draw& a, const Draw& b) { return a.number < b.number; });
  result.packages.resize(draws.size());
  result.unvisited = packages_found(problem, set, options, std::move(draws), result);
  if (result.unvisited > 0) result.packages.clear();
  return result;
}

}  // namespace nemawashi::agree
