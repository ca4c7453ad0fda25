// SPDX-License-Identifier: Apache-2.0
// How a space of any size is worked through: depth first over the issues into blocks, a decision
// diagram for each block.
//
// Where the diagram of a block outgrows the node limit, the block is split on its next issue and
// each part is taken by itself, so memory is bounded whatever the case; where the work is stopped,
// what was not visited is counted, so that every answer can be given with its bounds.
#pragma once

#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

#include "engine/agree/regions.h"
#include "engine/base/control.h"

namespace nemawashi::agree {

/// What is asked, whatever the question.
struct Problem {
  const model::Case& a_case;
  model::Reading reading;
  Scope scope;
};

class KeptDiagrams;

/// Of memory, for each of SearchOptions::nodes_per_block.
inline constexpr std::size_t kBytesPerNode = trees::kBytesPerNode;

struct SearchOptions {
  base::Control control;
  std::size_t nodes_per_block = 4'000'000;  ///< of a search, with what it keeps beside them
  std::size_t threads = 1;                  ///< searches at a time; answers do not depend on it
  /// Where several questions are put to one problem, one after the other: what is compiled for one
  /// is there for the next. Not for several threads at once. A part of the work has none.
  KeptDiagrams* kept = nullptr;

  /// For a part of the work (base::Control::part), which reports nothing; or as the whole does.
  SearchOptions part(double share) const {
    return {control.part(share), nodes_per_block, threads, nullptr};
  }
  SearchOptions reporting_part(double share) const {
    SearchOptions result = part(share);
    result.control.progress = control.progress;
    return result;
  }
};

struct Block {
  const Space& space;
  trees::DiagramStore& store;
  Regions& regions;
};

/// The diagrams of a problem's whole space, kept from one search to the next; let go where they
/// outgrow the node limit.
class KeptDiagrams {
 public:
  explicit KeptDiagrams(const Problem& problem);
  ~KeptDiagrams();
  KeptDiagrams(const KeptDiagrams&) = delete;
  KeptDiagrams& operator=(const KeptDiagrams&) = delete;
  KeptDiagrams(KeptDiagrams&&) = delete;
  KeptDiagrams& operator=(KeptDiagrams&&) = delete;

  enum class Outcome {
    visited,
    declined,  ///< without effect: the work was stopped, or the problem is another one or empty
    outgrown,  ///< without effect: the whole is too large for one block
  };
  /// Visits the whole space as one block.
  Outcome visit(const Problem& problem, const SearchOptions& options,
                const std::function<void(const Block&)>& visit);

 private:
  struct Whole;
  Problem problem_;
  std::unique_ptr<Whole> whole_;
};

/// Calls `visit` for each block in a fixed order. A visit that throws has had no effect: after
/// NodeLimitReached or bad_alloc its block is split, after WorkStopped it counts as not visited.
/// Returns the number of packages that were not visited: 0 unless stopped.
Integer for_each_block(const Problem& problem, const SearchOptions& options,
                       const std::function<void(const Block&)>& visit);

/// As above: `visit` changes a copy of what is gathered, which is kept if it returns.
template <typename Gathered>
Integer gather(const Problem& problem, const SearchOptions& options, Gathered& gathered,
               const std::function<void(const Block&, Gathered&)>& visit) {
  static_assert(std::is_nothrow_move_assignable_v<Gathered>);
  return for_each_block(problem, options, [&](const Block& block) {
    Gathered next = gathered;
    visit(block, next);
    gathered = std::move(next);
  });
}

}  // namespace nemawashi::agree
