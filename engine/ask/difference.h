// SPDX-License-Identifier: Apache-2.0
// What changed between two versions, or two dates, of a case, and what that changes in the answer.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/ask/brief.h"

namespace nemawashi::ask {

/// One version of a case, and what is answered on it; all must outlive the difference's making.
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

struct RowChange {
  enum class Kind { added, removed, changed };
  std::string table;
  std::string id;
  Kind kind = Kind::added;
  std::string words;              ///< what the row says, where a column of it says it in words
  std::string party;              ///< the id of the party that the row is of, if it is of one
  std::vector<CellChange> cells;  ///< of a changed row
};

struct PackageVerdicts {
  bool feasible = true;
  model::Verdict consent = model::Verdict::cannot_tell;
  /// Of each party of a gate that the package asks, by id, in the order of the case; nothing where
  /// the party is not modelled and counts as yes.
  std::vector<std::pair<std::string, std::optional<model::Verdict>>> parties;
};

struct PackageChange {
  std::string name;
  PackageVerdicts before;
  PackageVerdicts after;
  bool same = true;  ///< it stands for the same options in both
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
  /// By id of a party, and by `issue=option`: the name, the later one where both have one.
  std::map<std::string, std::string> names;
};

/// Cost: linear in the rows that are known.
Difference difference(const Version& before, const Version& after);

/// In words, for a terminal.
std::string difference_words(const Difference& difference);

}  // namespace nemawashi::ask
