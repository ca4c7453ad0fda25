// SPDX-License-Identifier: Apache-2.0
// Ids that cells name and that no row has. They are collected first and told of together, so that
// what is said of an id takes all its uses into account: one use is likely misspelt itself, several
// uses beside a near id that nothing names speak for a misspelt definition, and all uses of a
// table that is missing have one cause.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/model/written_case.h"

namespace nemawashi::model {

class UnknownIds {
 public:
  explicit UnknownIds(const WrittenCase& written) : written_(&written) {}

  /// Notes that some row names that row.
  void use(RowPlace named) { used_.emplace(named.table, named.row); }

  /// Notes a cell that names an id which the table lacks, or which parties and places both lack.
  void add(const CellPlace& place, std::size_t table, std::string_view id);
  void add_bearer(const CellPlace& place, std::string_view id);
  /// The same for an option of the issue in that row of `issues`.
  void add_option(const CellPlace& place, std::size_t issue_row, std::string_view option);

  /// An error for each cell, the same for all cells that name the same id; of a table without rows
  /// one error, `missing-table`. `option_rows` are those of each issue, by row of `issues`. Cost:
  /// different ids times the ids of their table, bounded by `Findings`.
  void report(const std::vector<std::vector<std::size_t>>& option_rows, Findings& findings);

 private:
  enum class What { row, bearer, option };
  /// What is sought, where (a table, or the row of an issue), and by which id.
  using Sought = std::tuple<What, std::size_t, std::string>;
  struct Uses {
    std::size_t count = 0;
    std::optional<Finding> finding;
    std::optional<std::size_t> missing;  ///< the table whose absence explains them
  };
  using Group = std::map<Sought, Uses>::value_type;
  struct Candidates {
    std::vector<std::string> ids;
    std::vector<RowPlace> rows;
  };

  void note(const CellPlace& place, Sought sought);
  const Candidates& candidates(const Sought& sought);
  std::optional<std::size_t> missing_table(const Sought& sought, Findings& findings);
  Finding worded(const Group& group, Findings& findings);
  void report_missing(Findings& findings) const;

  const WrittenCase* written_;
  const std::vector<std::vector<std::size_t>>* option_rows_ = nullptr;
  std::set<std::pair<std::size_t, std::size_t>> used_;
  std::map<Sought, Uses> groups_;
  std::vector<std::pair<CellPlace, Group*>> places_;  ///< in the order of the cells
  std::map<std::pair<What, std::size_t>, Candidates> candidates_;
};

}  // namespace nemawashi::model
