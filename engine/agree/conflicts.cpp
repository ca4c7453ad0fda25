// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/conflicts.h"

#include <algorithm>
#include <map>

#include "engine/agree/shortfall.h"
#include "engine/trees/best_first.h"
#include "engine/trees/members.h"
#include "engine/trees/minimal_sets.h"
#include "engine/trees/threshold.h"

namespace nemawashi::agree {
namespace {

using trees::ElementSet;
using trees::kNothing;
using trees::Node;

std::vector<std::size_t> places(const ElementSet& set) {
  std::vector<std::size_t> result;
  for (std::size_t e = 0; e < set.size(); ++e) {
    if (set[e]) result.push_back(e);
  }
  return result;
}

/// What one block answers.
class BlockConflicts {
 public:
  BlockConflicts(const Problem& problem, const std::vector<Element>& elements,
                 model::Certainty certainty, const Block& block)
      : problem_(problem), elements_(elements), certainty_(certainty), block_(block) {}

  Node opened(const ElementSet& set) {
    const GivenUp given = given_up(problem_.a_case, elements_, set);
    return agree::opened(block_, certainty_, given);
  }

  Relaxation relaxation(const ElementSet& set) {
    Relaxation result;
    const Node open = opened(set);
    result.elements = places(set);
    result.packages = trees::Counter(block_.store).count(open);
    const auto first =
        trees::first_assignments(block_.store, open, 1, order_of(block_.space)).front();
    result.witness = package_of(block_.space, first);
    // What opens with the whole set and not without one element of it fails that element's test.
    for (const std::size_t e : result.elements) {
      const auto* party = std::get_if<model::PartyIndex>(&elements_[e]);
      const bool refuses = party != nullptr && is_refused_by(*party, result.elements);
      result.amounts.push_back(refuses
                                   ? LeastAmount{std::nullopt, LeastAmount::Bound::none, true, {}}
                                   : least_amount(e, open));
    }
    return result;
  }

 private:
  bool is_refused_by(model::PartyIndex party, const std::vector<std::size_t>& among) const {
    return std::any_of(among.begin(), among.end(), [&](std::size_t e) {
      const auto* refusal = std::get_if<model::RefusalIndex>(&elements_[e]);
      return refusal != nullptr && problem_.a_case.at(*refusal).party == party;
    });
  }

  LeastAmount least_amount(std::size_t element, Node open) {
    const model::Case& a_case = problem_.a_case;
    if (const auto* party = std::get_if<model::PartyIndex>(&elements_[element])) {
      const auto gain = greatest_gain(problem_, block_, open, *party, certainty_);
      return gain ? LeastAmount{Rational(-gain->value)} : LeastAmount{};
    }
    const auto* limit = std::get_if<model::LimitIndex>(&elements_[element]);
    if (limit == nullptr) return {};
    const auto* bound = std::get_if<model::LevelBound>(&a_case.at(*limit).forbids);
    return bound == nullptr ? LeastAmount{} : least_move(*bound, open);
  }

  LeastAmount least_move(const model::LevelBound& bound, Node open) {
    LeastAmount least;
    const auto level = level_sum(problem_.a_case, problem_.reading, block_.space, bound.level);
    const auto take = [&](const Rational& amount, LeastAmount::Bound side) {
      if (!least.amount || amount < *least.amount) least = {amount, side, false, {}};
    };
    if (bound.at_least) {
      const Node below =
          block_.store.difference(open, trees::at_least(block_.store, level, *bound.at_least));
      const auto nearest = trees::greatest(block_.store, below, level);
      if (nearest) take(*bound.at_least - *nearest, LeastAmount::Bound::at_least);
    }
    if (bound.at_most) {
      const Node above =
          block_.store.difference(open, trees::at_most(block_.store, level, *bound.at_most));
      const auto nearest = trees::greatest(block_.store, above, trees::scaled(level, -1));
      if (nearest) take(-*nearest - *bound.at_most, LeastAmount::Bound::at_most);
    }
    return least;
  }

  const Problem& problem_;
  const std::vector<Element>& elements_;
  model::Certainty certainty_;
  const Block& block_;
};

/// The same relaxation as found in two blocks.
void join(Relaxation& into, const Relaxation& other) {
  into.packages += other.packages;
  into.witness = std::min(into.witness, other.witness);
  for (std::size_t e = 0; e < into.amounts.size(); ++e) {
    const auto& amount = other.amounts[e].amount;
    auto& known = into.amounts[e];
    if (amount && (!known.amount || *amount < *known.amount)) known = other.amounts[e];
  }
}

/// By how much the package misses the test: a worth test, or a bound on a level.
std::optional<Rational> missing_in(const Problem& problem, const Element& element,
                                   model::Certainty certainty, const model::Package& package) {
  const model::Case& a_case = problem.a_case;
  if (const auto* party = std::get_if<model::PartyIndex>(&element)) {
    const auto gain = model::gain_of(a_case, problem.reading, *party, package);
    if (!gain) return std::nullopt;
    return -(certainty == model::Certainty::necessary ? gain->least
             : certainty == model::Certainty::central ? gain->central
                                                      : gain->greatest)
                .value;
  }
  const auto& limit = a_case.at(std::get<model::LimitIndex>(element));
  const auto& bound = std::get<model::LevelBound>(limit.forbids);
  const auto level = model::level_in_package(a_case, problem.reading, bound.level, package);
  if (!level) return std::nullopt;
  return bound.at_most && *level > *bound.at_most ? Rational(*level - *bound.at_most)
                                                  : Rational(*bound.at_least - *level);
}

/// What the blocks looked at so far have come to.
struct ConflictsSoFar {
  std::map<std::vector<std::size_t>, Relaxation> relaxations;
  std::vector<ElementSet> opening;
  std::vector<ElementSet> blocking;  ///< of the last block
  bool whole = false;                ///< one block was the whole space
  bool complete = true;
  /// Nothing blocks: it opens without giving up anything.
  bool open() const { return relaxations.count({}) > 0; }
};

void take_block(BlockConflicts& block, std::size_t elements, trees::MinimalSetOptions bounds,
                ConflictsSoFar& gathered) {
  std::vector<Relaxation> relaxations;
  bounds.opening_found = [&](const ElementSet& set) {
    relaxations.push_back(block.relaxation(set));
  };
  auto sets = trees::minimal_sets(
      elements, [&](const ElementSet& set) { return block.opened(set) != kNothing; }, bounds);
  gathered.complete = gathered.complete && sets.complete;
  for (Relaxation& relaxation : relaxations) {
    const auto [known, added] =
        gathered.relaxations.try_emplace(relaxation.elements, std::move(relaxation));
    if (!added) join(known->second, relaxation);
  }
  gathered.opening.insert(gathered.opening.end(), sets.opening.begin(), sets.opening.end());
  gathered.blocking = std::move(sets.blocking);
}

/// Several blocks: what is minimal for the whole is minimal for the blocks that it opens, so the
/// minimal ones of all are those of the whole; the conflicts are their minimal hitting sets.
void take_whole(std::size_t elements, const trees::MinimalSetOptions& bounds,
                ConflictsSoFar& gathered) {
  gathered.opening = trees::minimal_of(std::move(gathered.opening));
  gathered.blocking.clear();
  if (!gathered.complete) return;
  auto sets = trees::minimal_sets(
      elements,
      [&](const ElementSet& set) {
        return std::any_of(gathered.opening.begin(), gathered.opening.end(),
                           [&](const ElementSet& one) { return trees::contains(set, one); });
      },
      bounds);
  gathered.blocking = std::move(sets.blocking);
  gathered.complete = sets.complete;
}

}  // namespace

Conflicts conflicts(const Problem& problem, model::Certainty certainty,
                    const ConflictOptions& wanted, const SearchOptions& options) {
  Conflicts result;
  result.certainty = certainty;
  result.elements = wanted.elements.value_or(elements(problem.a_case, problem.reading));
  const trees::MinimalSetOptions bounds{.most = wanted.most, .control = options.control};
  const Integer all = packages(problem.scope);
  ConflictsSoFar gathered;
  result.unvisited = gather<ConflictsSoFar>(
      problem, options, gathered, [&](const Block& block, ConflictsSoFar& next) {
        if (next.open()) return;
        BlockConflicts here(problem, result.elements, certainty, block);
        take_block(here, result.elements.size(), bounds, next);
        next.whole = packages(block.space) == all;
      });
  result.open = gathered.open();
  if (result.open) return result;
  gathered.complete = gathered.complete && result.unvisited == 0;
  if (!gathered.whole) take_whole(result.elements.size(), bounds, gathered);
  if (gathered.opening.size() > wanted.most) {
    gathered.opening.resize(wanted.most);
    gathered.complete = false;
  }
  for (const ElementSet& set : gathered.opening) {
    Relaxation& relaxation = gathered.relaxations.at(places(set));
    for (std::size_t i = 0; i < relaxation.amounts.size(); ++i) {
      if (!relaxation.amounts[i].amount) continue;
      relaxation.amounts[i].in_witness = missing_in(
          problem, result.elements[relaxation.elements[i]], certainty, relaxation.witness);
    }
    result.relaxations.push_back(std::move(relaxation));
  }
  for (const ElementSet& set : gathered.blocking) result.conflicts.push_back(places(set));
  result.complete = gathered.complete;
  return result;
}

}  // namespace nemawashi::agree
