// SPDX-License-Identifier: Apache-2.0
// Which packages that pass every gate differ from a given one in the fewest issues, and which
// packages pass at all, in an order.
#pragma once

#include "engine/agree/search.h"

namespace nemawashi::agree {

enum class Question { inside, anywhere };

/// A set of ratifiable packages.
struct PackageSet {
  model::Certainty certainty = model::Certainty::possible;
  Question question = Question::anywhere;  ///< inside: only packages that answer the question
};

/// The set within a block.
trees::Node node_of(const PackageSet& set, const Block& block);

struct Nearest {
  std::optional<std::size_t> changed_issues;  ///< nothing if no such package was found
  Integer packages = 0;                       ///< how many are that near
  std::vector<model::Package> members;        ///< the first of them, as many as asked for
  Integer unvisited = 0;
};

/// Takes the packages of `set`, within one block, that change the fewest issues of `from`: into
/// what earlier blocks have come to. The first `members` of them are kept.
void add_nearest(const Space& space, trees::DiagramStore& store, trees::Node set,
                 const model::Package& from, std::size_t members, Nearest& sum);

/// Takes a package that is known to be of the set, into what a search that was stopped has come to.
/// The package itself, where nothing is changed, is the nearest: then that is proved.
void add_found(const model::Package& from, const model::Package& found, std::size_t members,
               Nearest& sum);

/// Ties kept and counted. Overriding issues fixed by the scope stay fixed. Stopped, `from` itself
/// is still looked at.
Nearest nearest(const Problem& problem, const model::Package& from, const PackageSet& set,
                std::size_t members, const SearchOptions& options);

struct FirstPackages {
  std::vector<model::Package> members;
  Integer unvisited = 0;  ///< more than 0: others may come before these
};

/// The first packages of the set in the order of the issues' options.
FirstPackages first_packages(const Problem& problem, const PackageSet& set, std::size_t count,
                             const SearchOptions& options);

struct RankedPackage {
  Rational value;
  model::Package package;
};

struct BestPackages {
  std::vector<RankedPackage> members;
  Integer unvisited = 0;  ///< more than 0: better ones may be among those
};

/// The packages of the set with the greatest gain of the parties at central weights, added up,
/// falling; equal ones in the order of the issues' options. Gains of several parties are added only
/// where their scales may be compared.
BestPackages best_packages(const Problem& problem, const PackageSet& set,
                           const std::vector<model::PartyIndex>& parties, std::size_t count,
                           const SearchOptions& options);

}  // namespace nemawashi::agree
