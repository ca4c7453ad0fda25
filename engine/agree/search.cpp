// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/search.h"

#include <algorithm>
#include <limits>
#include <new>

namespace nemawashi::agree {
namespace {

class BlockSearch {
 public:
  BlockSearch(const Problem& problem, const SearchOptions& options,
              const std::function<void(const Block&)>& visit)
      : problem_(problem), options_(options), visit_(visit) {}

  /// `whole_fits`: the whole space may be one block.
  Integer run(bool whole_fits) {
    const Space space = space_of(problem_.a_case, problem_.scope);
    total_ = packages(space);
    if (total_ > 0) search(space, whole_fits);
    return unvisited_;
  }

 private:
  void search(const Space& block, bool may_fit) {
    if (may_fit && done(block)) return;
    const auto split = std::find_if(block.options.begin(), block.options.end(),
                                    [](const auto& options) { return options.size() > 1; });
    if (split == block.options.end()) {  // The machine has no memory left even for one package.
      unvisited_ += packages(block);
      return;
    }
    const auto variable = static_cast<std::size_t>(split - block.options.begin());
    for (const model::OptionIndex option : block.options[variable]) {
      Space part = block;
      part.options[variable] = {option};
      search(part, true);
    }
  }

  /// Visits the block; or counts it as not visited, when stopped. False where it must be split.
  bool done(const Space& block) {
    const Integer size = packages(block);
    if (options_.control.stopped()) {
      unvisited_ += size;
      return true;
    }
    try {
      // A single package cannot be split further, and needs little.
      const std::size_t nodes =
          size == 1 ? std::numeric_limits<std::size_t>::max() : options_.nodes_per_block;
      trees::DiagramStore store(domains(block), {nodes, options_.control});
      Regions found(store, problem_.a_case, problem_.reading, block);
      visit_({block, store, found});
      visited_ += size;
      options_.control.report(
          {.share = base::approximate(base::fraction(visited_, total_)), .found = {}, .bound = {}});
      return true;
    } catch (const trees::WorkStopped&) {
      unvisited_ += size;
      return true;
    } catch (const trees::NodeLimitReached&) {
      return false;
    } catch (const std::bad_alloc&) {
      return false;  // The machine has less memory than the limit allows: parts may still fit.
    }
  }

  const Problem& problem_;
  const SearchOptions& options_;
  const std::function<void(const Block&)>& visit_;
  Integer total_ = 0;
  Integer visited_ = 0;
  Integer unvisited_ = 0;
};

}  // namespace

struct KeptDiagrams::Whole {
  Whole(const Problem& problem, Space whole_space, std::size_t nodes)
      : space(std::move(whole_space)),
        store(domains(space), {nodes, control_asked()}),
        regions(store, problem.a_case, problem.reading, space) {}
  /// Asks the question that is worked on whether to stop.
  base::Control control_asked() const {
    base::Control result;
    result.stop = [this] { return control.stopped(); };
    return result;
  }
  base::Control control;
  Space space;
  trees::DiagramStore store;
  Regions regions;
};

KeptDiagrams::KeptDiagrams(const Problem& problem) : problem_(problem) {}
KeptDiagrams::~KeptDiagrams() = default;

KeptDiagrams::Outcome KeptDiagrams::visit(const Problem& problem, const SearchOptions& options,
                                          const std::function<void(const Block&)>& visit) {
  const bool same = &problem.a_case == &problem_.a_case && problem.reading == problem_.reading &&
                    problem.scope == problem_.scope;
  if (!same || options.control.stopped()) return Outcome::declined;
  try {
    // What is left of earlier questions may fill the store: then the question gets a new one.
    for (const bool is_new : {whole_ == nullptr, true}) {
      if (whole_ == nullptr) {
        Space space = space_of(problem_.a_case, problem_.scope);
        if (packages(space) == 0) return Outcome::declined;
        whole_ = std::make_unique<Whole>(problem_, std::move(space), options.nodes_per_block);
      }
      whole_->control = options.control;
      try {
        visit({whole_->space, whole_->store, whole_->regions});
        return Outcome::visited;
      } catch (const trees::NodeLimitReached&) {
        whole_.reset();
      }
      if (is_new) break;
    }
  } catch (const trees::WorkStopped&) {
    return Outcome::declined;
  } catch (const std::bad_alloc&) {
    whole_.reset();
  }
  return Outcome::outgrown;
}

Integer for_each_block(const Problem& problem, const SearchOptions& options,
                       const std::function<void(const Block&)>& visit) {
  auto kept = KeptDiagrams::Outcome::declined;
  if (options.kept != nullptr) kept = options.kept->visit(problem, options, visit);
  if (kept == KeptDiagrams::Outcome::visited) return 0;
  return BlockSearch(problem, options, visit).run(kept != KeptDiagrams::Outcome::outgrown);
}

}  // namespace nemawashi::agree
