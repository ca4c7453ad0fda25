// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/counts.h"

#include <algorithm>
#include <array>

namespace nemawashi::agree {
namespace {

void add(const Integer& number, BoundedCount& sum) {
  sum.least += number;
  sum.most += number;
}

/// Calls `change(count)` for every count that a search fills in.
template <class Change>
void for_each_count(Counts& counts, const Change& change) {
  for (RegionCount* region :
       {&counts.feasible, &counts.ratifiable[0], &counts.ratifiable[1], &counts.ratifiable[2]}) {
    change(region->all);
    change(region->inside_question);
  }
}

void tighten_count(const BoundedCount& by, BoundedCount& count) {
  count.least = std::max(count.least, by.least);
  count.most = std::min(count.most, by.most);
}

void tighten_region(const RegionCount& by, RegionCount& region) {
  tighten_count(by.all, region.all);
  tighten_count(by.inside_question, region.inside_question);
}

void add_feasible(const Block& block, Counts& sum) {
  const trees::Node wanted = block.regions.wanted();
  const trees::Node feasible = block.regions.feasible();
  const trees::Node inside = block.store.conjunction(feasible, wanted);
  trees::Counter counter(block.store);
  add(packages(block.space), sum.packages.all);
  add(counter.count(wanted), sum.packages.inside_question);
  add(counter.count(feasible), sum.feasible.all);
  add(counter.count(inside), sum.feasible.inside_question);
}

void add_ratifiable(const Block& block, Counts& sum) {
  std::array<trees::Node, 3> inside{};
  for (std::size_t i = 0; i < 3; ++i) {
    inside[i] =
        block.store.conjunction(block.regions.ratifiable(kCertainties[i]), block.regions.wanted());
  }
  trees::Counter counter(block.store);
  for (std::size_t i = 0; i < 3; ++i) {
    add(counter.count(block.regions.ratifiable(kCertainties[i])), sum.ratifiable[i].all);
    add(counter.count(inside[i]), sum.ratifiable[i].inside_question);
  }
}

}  // namespace

bool Counts::exact() const {
  bool result = true;
  Counts copy = *this;
  for_each_count(copy, [&](const BoundedCount& count) { result = result && count.exact(); });
  return result;
}

std::optional<bool> differ(const BoundedCount& one, const BoundedCount& other) {
  if (one.most < other.least || other.most < one.least) return true;
  if (one.exact() && other.exact()) return false;
  return std::nullopt;
}

std::optional<bool> differ(const Counts& one, const Counts& other) {
  std::optional<bool> result = false;
  const auto take = [&](const RegionCount& a, const RegionCount& b) {
    for (BoundedCount RegionCount::*count : {&RegionCount::all, &RegionCount::inside_question}) {
      const std::optional<bool> here = differ(a.*count, b.*count);
      if (here == true || (!here && result == false)) result = here;
    }
  };
  take(one.packages, other.packages);
  take(one.feasible, other.feasible);
  for (std::size_t i = 0; i < one.ratifiable.size(); ++i) {
    take(one.ratifiable[i], other.ratifiable[i]);
  }
  return result;
}

void narrow(Counts& counts) {
  const std::array<RegionCount*, 5> inner_first = {&counts.ratifiable[0], &counts.ratifiable[1],
                                                   &counts.ratifiable[2], &counts.feasible,
                                                   &counts.packages};
  for (BoundedCount RegionCount::*count : {&RegionCount::all, &RegionCount::inside_question}) {
    for (std::size_t i = 1; i < inner_first.size(); ++i) {
      Integer& least = (inner_first[i]->*count).least;
      least = std::max(least, (inner_first[i - 1]->*count).least);
    }
    for (std::size_t i = inner_first.size() - 1; i > 0; --i) {
      Integer& most = (inner_first[i - 1]->*count).most;
      most = std::min(most, (inner_first[i]->*count).most);
    }
  }
}

void tighten(const Counts& by, Counts& counts) {
  tighten_region(by.packages, counts.packages);
  tighten_region(by.feasible, counts.feasible);
  for (std::size_t i = 0; i < counts.ratifiable.size(); ++i) {
    tighten_region(by.ratifiable[i], counts.ratifiable[i]);
  }
  counts.unvisited = std::min(counts.unvisited, by.unvisited);
  narrow(counts);
}

void add_block(const Block& block, Counts& sum) {
  add_feasible(block, sum);
  add_ratifiable(block, sum);
}

void add_unvisited(const Integer& packages, Counts& sum) {
  sum.unvisited += packages;
  add(packages, sum.packages.all);
  sum.packages.inside_question.most += packages;
  for_each_count(sum, [&](BoundedCount& count) { count.most += packages; });
}

namespace {

/// After a search that was stopped: what is feasible, which costs least, is counted by itself, and
/// never more packages pass.
void bound_by_feasible(const Problem& problem, const SearchOptions& options, Counts& sum) {
  Counts feasible;
  add_unvisited(gather<Counts>(problem, options, feasible,
                               [](const Block& block, Counts& next) { add_feasible(block, next); }),
                feasible);
  // Either search may have seen more of the one or the other: what both prove holds.
  tighten_count(feasible.packages.inside_question, sum.packages.inside_question);
  tighten_count(feasible.feasible.all, sum.feasible.all);
  tighten_count(feasible.feasible.inside_question, sum.feasible.inside_question);
  narrow(sum);
}

}  // namespace

namespace {

/// Reports with each block how many packages may pass so far, and how many can at most.
SearchOptions reporting_counts(const Problem& problem, const SearchOptions& options,
                               const Counts& sum) {
  SearchOptions result = options;
  if (!options.control.progress) return result;
  const Integer all = packages(problem.scope);
  result.control.progress = [&sum, all, report = options.control.progress](base::Progress reached) {
    const Integer& found = sum.under(model::Certainty::possible).all.least;
    reached.found = found.get_d();
    reached.bound = Integer(found + all - sum.packages.all.least).get_d();
    report(reached);
  };
  return result;
}

}  // namespace

Counts counts(const Problem& problem, const SearchOptions& options) {
  Counts sum;
  add_unvisited(gather<Counts>(problem, reporting_counts(problem, options.reporting_part(0.7), sum),
                               sum, add_block),
                sum);
  if (!sum.exact()) bound_by_feasible(problem, options.part(1), sum);
  return sum;
}

std::optional<Counts> counts_in_one_block(const Problem& problem, const SearchOptions& options) {
  std::optional<Counts> feasible;
  std::optional<Counts> all;
  KeptDiagrams whole(problem);
  static_cast<void>(whole.visit(problem, options, [&](const Block& block) {
    Counts sum;
    add_feasible(block, sum);
    feasible = sum;
    add_ratifiable(block, sum);
    all = std::move(sum);
  }));
  if (all || !feasible) return all;
  feasible->unvisited = feasible->packages.all.least;
  for (RegionCount& region : feasible->ratifiable)
    region = {{0, feasible->unvisited}, {0, feasible->unvisited}};
  narrow(*feasible);
  return feasible;
}

std::vector<Counts> counts_by_reading(const Problem& problem,
                                      const std::vector<model::Reading>& readings,
                                      const SearchOptions& options) {
  std::vector<Counts> sums(readings.size());
  const Integer unvisited =
      gather<std::vector<Counts>>(problem, options, sums, [&](const Block& block, auto& next) {
        std::size_t counted = 0;
        try {
          for (; counted < readings.size(); ++counted) {
            Regions regions(block.store, problem.a_case, readings[counted], block.space);
            Counts one = next[counted];
            add_block({block.space, block.store, regions}, one);
            next[counted] = std::move(one);
          }
        } catch (const trees::WorkStopped&) {
          if (counted == 0) throw;  // Nothing was found out: the block is not visited.
          const Integer size = packages(block.space);
          for (; counted < readings.size(); ++counted) add_unvisited(size, next[counted]);
        }
      });
  for (Counts& sum : sums) add_unvisited(unvisited, sum);
  return sums;
}

}  // namespace nemawashi::agree
