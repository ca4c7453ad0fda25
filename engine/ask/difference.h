// SPDX-License-Identifier: Apache-2.0
// What changed between two versions, or two dates, of a case, and what that changes in the answer.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/ask/brief.h"

namespace nemawashi::ask {

/// One version of a case, and what is answered on it with the claims as they are stated; all must
/// outlive the difference's making.
struct Version {
  const model::Workbook& workbook;
  const model::Case& a_case;  ///< of the workbook, at one date
  const agree::Counts& counts;
  const std::vector<NamedPackage>& packages;
  const std::vector<Step>& steps;
};

struct CellChange {
  std::string column;
  std::string before;
  std::string after;
};

/// A row that has the place of another one, such as an interest of the same party in the same
/// level, is changed too: its id is then the first of the cells that differ.
struct RowChange {
  enum class Kind { added, removed, changed };
  std::string table;
  std::string id;
  Kind kind = Kind::added;
  std::string words;              ///< what the row says, where it says something in words
  std::string party;              ///< the id of the party that the row is of, if it is of one
  std::vector<CellChange> cells;  ///< of a changed row
};

struct PackageVerdicts {
  bool feasible = true;
  model::Verdict consent = model::Verdict::cannot_tell;
  /// Of each party of a gate that the package asks, by id, in the order of the case; nothing where
  /// the party is not modelled and counts as yes.
  std::vector<std::pair<std::string, std::optional<model::Verdict>>> parties;
  /// The same of each party whose gate the package sets aside: an objection of it remains.
  std::vector<std::pair<std::string, std::optional<model::Verdict>>> overridden;
};

struct PackageChange {
  std::string name;
  PackageVerdicts before;
  PackageVerdicts after;
  bool same = true;  ///< it stands for the same options in both
};

/// A single step that may pass in one of the two, and what is found of it in the other.
struct StepChange {
  enum class Found {
    objection,
    excluded,  ///< by limits
    stands,    ///< it is what holds there if nothing is changed
    not_there  ///< its option, or a default from which it is a step
  };
  std::string step;                  ///< `issue=option`
  bool before = false;               ///< it may pass before, and is found otherwise after
  Found found = Found::objection;    ///< in the other
  std::vector<std::string> parties;  ///< that object there, by id, also where a limit excludes it
  std::vector<std::string> limits;   ///< that exclude it there, by id
};

struct Difference {
  struct Side {
    std::string id;
    std::string as_of;
    agree::Counts counts;
    std::vector<std::string> steps;  ///< single steps that may pass, `issue=option`
  };
  Side before;
  Side after;
  std::vector<RowChange> rows;          ///< in the order of the tables, then of the rows
  std::vector<PackageChange> packages;  ///< those that both name
  std::vector<StepChange> steps;        ///< those that may pass before first, each kind by id
  /// By id of a party, and by `issue=option`: the name, the later one where both have one.
  std::map<std::string, std::string> names;
};

/// The rows that are known in one of the two alone, or otherwise. Cost: linear in those known.
std::vector<RowChange> row_changes(const Version& before, const Version& after);

/// Cost: that of the rows, and one package for each single step that differs.
Difference difference(const Version& before, const Version& after);

/// In words, for a terminal.
std::string difference_words(const Difference& difference);

}  // namespace nemawashi::ask
