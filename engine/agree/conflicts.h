// SPDX-License-Identifier: Apache-2.0
// Why no package passes: the smallest sets of tests that exclude one another, and the smallest sets
// of tests without which some package passes.
//
// R is the set of packages inside the question that are ratifiable under one certainty and one
// reading. A conflict is an irreducible set of elements such that R is empty with all others given
// up. A relaxation is an inclusion-minimal set of elements whose giving up opens R. Both families
// are complete unless bounds were reached (engine/trees/minimal_sets.h: the method, its source).
// Over blocks of the space the relaxations are the minimal ones of all blocks', and the conflicts
// are found anew from them.
#pragma once

#include "engine/agree/elements.h"
#include "engine/agree/search.h"

namespace nemawashi::agree {

/// By how much one element of a relaxation is missed where it is missed least, the others of the
/// relaxation given up in full.
struct LeastAmount {
  /// Of a worth test: what the party's worth falls short of its reservation and margin, at the most
  /// favourable weights (possible), the central ones, or the least favourable (necessary). Of a
  /// limit on a level: by how much the bound would have to move, in the unit of the measure.
  /// Nothing for refusals and forbidden conditions, where it is not known anywhere, and for a party
  /// whose refusal is given up too: nothing that it gets would do.
  std::optional<Rational> amount;
  /// Of a limit on a level: whether it is the greatest level allowed that would move, or the least.
  enum class Bound { none, at_least, at_most } bound = Bound::none;
  bool refuses = false;  ///< of a worth test: the party's refusal is given up too
  /// The same of one package, the witness of the relaxation; where there is a least amount.
  std::optional<Rational> in_witness = {};
};

struct Relaxation {
  std::vector<std::size_t> elements;  ///< places in Conflicts::elements, rising
  std::vector<LeastAmount> amounts;   ///< by element of `elements`
  Integer packages = 0;               ///< how many it opens, inside the question
  model::Package witness;             ///< the first of them
};

struct Conflicts {
  model::Certainty certainty = model::Certainty::possible;
  std::vector<Element> elements;
  bool open = false;  ///< R is not empty: then nothing is missing, and both lists are empty
  std::vector<std::vector<std::size_t>> conflicts;  ///< by number of elements, then by elements
  std::vector<Relaxation> relaxations;              ///< in the same order
  bool complete = true;   ///< false: stopped, or more than `most`; some may be missing, and with
                          ///< several blocks a relaxation may have a smaller one inside
  Integer unvisited = 0;  ///< packages not looked at
};

struct ConflictOptions {
  std::size_t most = 1000;  ///< of conflicts and of relaxations
  /// What may be given up, in the order of elements(); nothing: all of them. The rest stays.
  std::optional<std::vector<Element>> elements = std::nullopt;
};

/// Cost: the elements' diagrams, and for each conflict as many conjunctions of them as there are
/// elements.
Conflicts conflicts(const Problem& problem, model::Certainty certainty,
                    const ConflictOptions& wanted, const SearchOptions& options);

}  // namespace nemawashi::agree
