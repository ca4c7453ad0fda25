// SPDX-License-Identifier: Apache-2.0
// Everything that a page must know to say of any package what the engine would say, by looking up
// alone: which parties say yes (decision diagrams), what is refused and forbidden (conditions), and
// levels and gains (tables over the few issues that change them).
//
// Whether a party says yes, a limit is kept and the gates are passed is read from diagrams and so
// decided exactly. Levels and gains are exact too: a page adds the entries of a level's tables,
// whole numbers over one denominator, and weighs differences with the fractions that are listed.
#pragma once

#include "engine/agree/search.h"
#include "engine/trees/flat_diagram.h"
#include "engine/trees/tables.h"

namespace nemawashi::agree {

/// A set as a number of the diagram; nothing where it was too large to be written down.
using Root = std::optional<std::uint32_t>;

/// For all weights, and for some. What holds at the central ones is left out: no verdict needs it.
struct Roots {
  Root necessary;
  Root possible;
};

struct LevelLookup {
  std::optional<trees::SumTables> tables;  ///< nothing: too large
  bool known_today = true;
  std::vector<model::Condition> unknown_when;  ///< any of which leaves it unknown
};

struct InterestLookup {
  model::InterestIndex interest;
  /// Value less the value without agreement; nothing: too large, or unknown without agreement.
  std::optional<trees::SumTables> difference;
  bool known = true;  ///< today and without agreement
};

struct PartyLookup {
  Roots yes;    ///< refusals, worth and rule together
  Roots worth;  ///< its worth test alone
  std::vector<InterestLookup> interests;
  model::WeightVector central_weights;
  /// All vertices of its weights, among which its least and greatest gain are; nothing: too many.
  std::optional<std::vector<model::WeightVector>> vertices;
};

struct Lookup {
  Space space;
  trees::FlatDiagram diagram;
  std::vector<PartyLookup> parties;  ///< by party
  std::vector<LevelLookup> levels;   ///< by level
  std::vector<Root> limits;          ///< by limit: where it is kept
  Root wanted;
  Roots ratifiable;
  Roots answers;                              ///< ratifiable and wanted
  std::vector<model::RefusalIndex> refusals;  ///< in force under the reading
  bool stopped = false;                       ///< sets are missing since the work was stopped
  bool too_large = false;                     ///< sets or tables are missing by their size
};

struct LookupOptions {
  std::size_t nodes = 250'000;   ///< of the diagram, at most
  std::size_t entries = 20'000;  ///< of one table, at most
  std::size_t vertices = 500;    ///< listed for one party, at most
  SearchOptions search;
};

/// Of every package, overriding issues included. Cost: as for counting, and the tables.
Lookup lookup(const model::Case& a_case, const model::Reading& reading,
              const LookupOptions& options);

}  // namespace nemawashi::agree
