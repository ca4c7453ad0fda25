// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/optimum.h"

#include <algorithm>
#include <functional>
#include <new>

#include "engine/model/levels.h"
#include "engine/trees/constrained.h"
#include "engine/trees/layered_sum.h"
#include "engine/trees/tangent.h"

namespace nemawashi::agree {
namespace {

using model::Certainty;
using model::PartyIndex;
using trees::ConstrainedSearch;
using trees::Node;
using trees::WeightedSum;

/// The packages of `where` in which no side is negative.
struct Part {
  Node where;
  std::vector<WeightedSum> sides;
};

/// Parties in some coalitions only, of which every coalition is looked at.
constexpr std::size_t kMostOpen = 12;

/// R_central as a union of parts.
class Parts {
 public:
  Parts(const Problem& problem, Regions& regions, const Space& space)
      : problem_(problem),
        regions_(regions),
        space_(space),
        parties_(parties_with_interests(problem.a_case)) {
    const model::Case& a_case = problem.a_case;
    given_up_.worth.assign(a_case.parties.size(), false);
    given_up_.worth_failed.assign(a_case.parties.size(), false);
    given_up_.limits.assign(a_case.limits.size(), false);
    for (std::size_t l = 0; l < a_case.limits.size(); ++l) {
      const model::Limit& limit = a_case.limits[l];
      const auto* bound = std::get_if<model::LevelBound>(&limit.forbids);
      if (bound == nullptr) continue;
      given_up_.limits[l] = true;
      if (!model::in_force(limit.if_claim, problem.reading)) continue;
      const WeightedSum level = level_sum(a_case, problem.reading, space, bound->level);
      if (bound->at_least) limits_.push_back(trees::less(level, *bound->at_least));
      if (bound->at_most)
        limits_.push_back(trees::less(trees::scaled(level, -1), -*bound->at_most));
    }
  }

  /// Only coalitions with all of `always`; nothing if there are more than `most`.
  std::optional<std::vector<Part>> found(const std::vector<PartyIndex>& always, std::size_t most) {
    feasible_ = regions_.feasible(given_up_);
    for (const PartyIndex party : parties_) set(party, true);
    std::vector<PartyIndex> open;
    std::set_difference(parties_.begin(), parties_.end(), always.begin(), always.end(),
                        std::back_inserter(open));
    std::erase_if(open, [&](PartyIndex party) { return nothing_passes_without(party); });
    if (open.size() > kMostOpen) return std::nullopt;
    std::vector<Node> where(std::size_t{1} << open.size());
    std::vector<Part> parts;
    for (std::size_t coalition = 0; coalition < where.size(); ++coalition) {
      for (std::size_t i = 0; i < open.size(); ++i) set(open[i], (coalition >> i & 1U) != 0);
      where[coalition] = passing();
      bool needed = where[coalition] != trees::kNothing;
      for (std::size_t i = 0; i < open.size() && needed; ++i) {
        const std::size_t without = coalition & ~(std::size_t{1} << i);
        needed = without == coalition || where[without] != where[coalition];
      }
      if (!needed) continue;
      if (parts.size() == most) return std::nullopt;
      parts.push_back(part(where[coalition]));
    }
    return parts;
  }

 private:
  void set(PartyIndex party, bool reaches) {
    given_up_.worth[party.value] = reaches;
    given_up_.worth_failed[party.value] = !reaches;
  }

  /// All others reach their worth, before and after. Consent alone is asked, which never falls with
  /// more parties; where gains are known may.
  bool nothing_passes_without(PartyIndex party) {
    set(party, false);
    const bool nothing = consenting() == trees::kNothing;
    set(party, true);
    return nothing;
  }

  /// Where the consent rule holds, if only the parties of the coalition reach their worth.
  Node consenting() {
    return regions_.all_of({feasible_, regions_.consent(Certainty::central, given_up_)});
  }

  /// The same, where what the coalition gains is known.
  Node passing() {
    std::vector<Node> all = {consenting()};
    for (const PartyIndex party : parties_) {
      if (given_up_.worth[party.value]) all.push_back(regions_.known(party));
    }
    return regions_.all_of(std::move(all));
  }

  Part part(Node where) const {
    Part result{where, limits_};
    for (const PartyIndex party : parties_) {
      if (!given_up_.worth[party.value]) continue;
      for (auto& gain :
           gain_sums(problem_.a_case, problem_.reading, space_, party, Certainty::central)) {
        result.sides.push_back(std::move(gain));
      }
    }
    return result;
  }

  const Problem& problem_;
  Regions& regions_;
  const Space& space_;
  std::vector<PartyIndex> parties_;  ///< with interests, by index
  std::vector<WeightedSum> limits_;
  GivenUp given_up_;
  Node feasible_ = trees::kEverything;
};

constexpr std::size_t kCentreSteps = 20'000;  ///< before a better tangent plane is tried

/// One question over all parts.
class OptimumSearch {
 public:
  OptimumSearch(const Problem& problem, const std::vector<PartyIndex>& parties,
                const OptimumOptions& wanted, const SearchOptions& options)
      : bargaining_(parties),
        wanted_(wanted),
        control_(options.control),
        space_(space_of(problem.a_case, problem.scope)),
        store_(domains(space_), {options.nodes_per_block, options.control}),
        regions_(store_, problem.a_case, problem.reading, space_),
        parts_(problem, regions_, space_) {
    for (const PartyIndex party : parties) {
      known_ = store_.conjunction(known_, regions_.known(party));
      gains_.push_back(central_gain_sum(problem.a_case, problem.reading, space_, party));
    }
  }

  std::optional<Optimum> product() { return ended_early_or(&OptimumSearch::whole_product); }
  std::optional<Optimum> sum() { return ended_early_or(&OptimumSearch::whole_sum); }

 private:
  /// Where a search cannot be made, or is stopped before it begins, what earlier ones proved stays.
  std::optional<Optimum> ended_early_or(std::optional<Optimum> (OptimumSearch::*whole)()) {
    try {
      return (this->*whole)();
    } catch (const trees::NodeLimitReached&) {
    } catch (const trees::WorkStopped&) {
    } catch (const std::bad_alloc&) {
    }
    if (!proved_) return std::nullopt;
    result_.bound = proved_;
    return std::move(result_);
  }

  std::optional<Optimum> whole_product() {
    auto parts = parts_.found(bargaining_, wanted_.coalitions);
    if (!parts) return std::nullopt;
    for (Part& part : *parts) {
      for (const WeightedSum& gain : gains_) {
        part.sides.push_back(trees::less(gain, base::fraction(1, trees::scale_of(gain).scale)));
      }
    }
    // The tangent plane touches where the best so far is; at first, the greatest sum is looked for.
    std::vector<Rational> centre(gains_.size(), 1);
    for (bool settled = false;;) {
      around(*parts, centre, settled ? wanted_.steps : std::min(wanted_.steps, kCentreSteps));
      const bool improved = result_.value && result_.gains != centre;
      if (result_.bound == result_.value || control_.stopped() || (settled && !improved)) break;
      settled = !improved;
      if (improved) centre = result_.gains;
    }
    result_.bound = proved_;
    return std::move(result_);
  }

  std::optional<Optimum> whole_sum() {
    const auto parts = parts_.found(
        wanted_.among == Among::r0 ? bargaining_ : std::vector<PartyIndex>{}, wanted_.coalitions);
    if (!parts) return std::nullopt;
    WeightedSum total;
    for (const WeightedSum& gain : gains_) total = trees::sum_of(total, gain);
    const Rational unit = base::fraction(1, trees::scale_of(total).scale);
    bound_by(search(*parts, total, std::nullopt, {.steps = wanted_.steps},
                    [&](const std::vector<Rational>&, const Rational& found) {
                      return std::pair(found, Rational(found + unit));
                    }));
    return std::move(result_);
  }

  /// What an assignment is worth, and the least objective that is wanted from then on.
  using Value = std::function<std::pair<Rational, Rational>(const std::vector<Rational>& gains,
                                                            const Rational& objective)>;

  /// A bound on the objective of what was not seen; nothing if that is nothing.
  std::optional<Rational> search(const std::vector<Part>& parts, const WeightedSum& objective,
                                 std::optional<Rational> wanted,
                                 const trees::ConstrainedOptions& options, const Value& value) {
    const auto search_of = [&](const Part& part) {
      return ConstrainedSearch(store_, store_.conjunction(part.where, known_), objective,
                               part.sides);
    };
    struct Open {
      Rational bound;
      const Part* part;
    };
    std::vector<Open> open;
    struct First {
      Rational bound;
      ConstrainedSearch search;
    };
    std::optional<First> first;  // Graphs are large: one is kept, the others made anew.
    for (const Part& part : parts) {
      ConstrainedSearch search = search_of(part);
      const auto bound = search.bound();
      if (!bound) continue;
      open.push_back({*bound, &part});
      if (!first || first->bound < *bound) first.emplace(First{*bound, std::move(search)});
    }
    std::stable_sort(open.begin(), open.end(),
                     [](const Open& a, const Open& b) { return a.bound > b.bound; });
    const auto visit = [&](const trees::Assignment& assignment, const Rational& found) {
      std::vector<Rational> gains;
      for (const auto& gain : gains_) gains.push_back(trees::evaluated(gain, assignment));
      const auto [worth, next] = value(gains, found);
      if (!result_.value || worth > *result_.value) {
        result_.value = worth;
        result_.package = package_of(space_, assignment);
        result_.gains = std::move(gains);
        report();
      }
      wanted = next;
      return next;
    };
    std::optional<Rational> unseen;
    for (const Open& one : open) {
      if (wanted && one.bound < *wanted) break;
      ConstrainedSearch search =
          first ? std::move(std::exchange(first, std::nullopt)->search) : search_of(*one.part);
      const auto here = search.run(wanted, visit, options);
      if (here && (!unseen || *here > *unseen)) unseen = here;
    }
    return unseen;
  }

  void report() const {
    if (gains_.empty()) return;
    const auto shown = [](const std::optional<Rational>& number) {
      return number ? std::optional(base::approximate(*number)) : std::nullopt;
    };
    control_.report({.share = {}, .found = shown(result_.value), .bound = shown(proved_)});
  }

  /// No package has more than the best found, or than what was not seen may have.
  void bound_by(const std::optional<Rational>& unseen) {
    result_.bound = result_.value;
    if (unseen && (!result_.bound || *unseen > *result_.bound)) result_.bound = unseen;
    if (!result_.bound || !proved_ || *result_.bound < *proved_) proved_ = result_.bound;
    report();
  }

  /// Looks for the greatest product where a linear sum tells that it may be: the tangent plane at
  /// the centre.
  void around(const std::vector<Part>& parts, const std::vector<Rational>& centre,
              std::size_t steps) {
    const std::size_t n = gains_.size();
    std::vector<Rational> weights;
    WeightedSum linear;
    for (std::size_t i = 0; i < n; ++i) {
      weights.push_back(trees::weight_near_inverse(centre[i]));
      linear = trees::sum_of(linear, trees::scaled(gains_[i], weights.back()));
    }
    const Rational weight = trees::product(weights);
    std::optional<Rational> wanted;
    if (result_.value) wanted = trees::tangent_bound(*result_.value * weight, n);
    const auto unseen =
        search(parts, linear, wanted, {.following = trees::Following::different, .steps = steps},
               [&](const std::vector<Rational>& gains, const Rational&) {
                 const Rational found = trees::product(gains);
                 const Rational best = result_.value ? std::max(*result_.value, found) : found;
                 return std::pair(found, trees::tangent_bound(best * weight, n));
               });
    bound_by(unseen ? std::optional(trees::power(*unseen / n, n) / weight) : std::nullopt);
  }

  std::vector<PartyIndex> bargaining_;
  OptimumOptions wanted_;
  base::Control control_;
  Space space_;
  trees::DiagramStore store_;
  Regions regions_;
  Parts parts_;
  Node known_ = trees::kEverything;
  std::vector<WeightedSum> gains_;
  Optimum result_;
  std::optional<Rational> proved_;  ///< the least bound so far
};

/// What the search finds; nothing where it cannot be made, or is stopped before it begins.
std::optional<Optimum> found(const Problem& problem, const std::vector<PartyIndex>& parties,
                             const OptimumOptions& wanted, const SearchOptions& options,
                             std::optional<Optimum> (OptimumSearch::*question)()) {
  try {
    return (OptimumSearch(problem, parties, wanted, options).*question)();
  } catch (const trees::NodeLimitReached&) {
    return std::nullopt;
  } catch (const trees::WorkStopped&) {
    return std::nullopt;
  }
}

}  // namespace

std::optional<Optimum> greatest_sum(const Problem& problem, const std::vector<PartyIndex>& parties,
                                    const OptimumOptions& wanted, const SearchOptions& options) {
  return found(problem, parties, wanted, options, &OptimumSearch::sum);
}

std::optional<Optimum> greatest_product(const Problem& problem,
                                        const std::vector<PartyIndex>& parties,
                                        const OptimumOptions& wanted,
                                        const SearchOptions& options) {
  return found(problem, parties, wanted, options, &OptimumSearch::product);
}

}  // namespace nemawashi::agree
