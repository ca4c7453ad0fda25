// SPDX-License-Identifier: Apache-2.0
// From checked rows to a Case. Last of the steps of read_case: cells are sound and references are
// known, so what remains are errors of several rows together.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/text.h"
#include "engine/model/case.h"
#include "engine/model/findings.h"
#include "engine/model/written_case.h"

namespace nemawashi::model {

/// What the parts of the builder share. `positions` is by table and row: the place of a known row
/// among the known rows of its table; in `issues`, the IssueIndex of an issue and the OptionIndex
/// of an option.
struct CaseBuilder {
  const WrittenCase& written;
  Findings& findings;
  Case& result;
  std::vector<std::vector<std::size_t>> positions;
  std::vector<std::vector<std::size_t>> option_rows;  ///< by row of issues, also of unknown options
  std::size_t option_bits = 0;                        ///< size of all option sets, to bound memory
};

/// Fills `positions`.
CaseBuilder case_builder(const WrittenCase& written, Findings& findings, Case& result);

/// One known row; cells are read by the name of their column.
class RowReader {
 public:
  RowReader(const CaseBuilder& builder, const WrittenTable& table, const WrittenRow& row)
      : builder_(&builder), table_(&table), row_(&row) {}

  std::string_view cell(std::string_view column) const {
    return model::cell(*table_, *row_, column);
  }
  std::string text(std::string_view column) const { return std::string(cell(column)); }
  /// The text, or the id where it is blank.
  std::string name() const { return text(cell("name").empty() ? "id" : "name"); }
  std::optional<Rational> number(std::string_view column) const;
  Estimate estimate() const;
  Origin origin() const;
  CellPlace place(std::string_view column) const {
    return {table_->schema->name, row_->number, column};
  }

  /// The known row that the cell names, or nothing where it is blank.
  template <class Index>
  std::optional<Index> reference(std::string_view column, std::string_view table) const {
    const auto position = known_position(cell(column), table);
    return position ? std::optional<Index>(Index(*position)) : std::nullopt;
  }
  BearerIndex bearer() const { return bearer(cell("bearer")); }
  std::vector<BearerIndex> bearers(std::string_view column) const;

  /// The known rows that the cell names.
  template <class Index>
  std::vector<Index> references(std::string_view column, std::string_view table) const {
    std::vector<Index> result;
    for (const std::string_view id : base::split(cell(column), '|')) {
      if (const auto position = known_position(id, table)) result.emplace_back(*position);
    }
    return result;
  }

  /// The value of an enumeration whose order is that of the column's words.
  template <class Enumeration>
  std::optional<Enumeration> word(std::string_view column) const {
    const auto position = word_position(column);
    return position ? std::optional(static_cast<Enumeration>(*position)) : std::nullopt;
  }

 private:
  BearerIndex bearer(std::string_view id) const;
  std::optional<std::size_t> known_position(std::string_view id, std::string_view table) const;
  std::optional<std::size_t> word_position(std::string_view column) const;

  const CaseBuilder* builder_;
  const WrittenTable* table_;
  const WrittenRow* row_;
};

/// Calls `visit(reader)` for each known row of a table.
template <class Visit>
void for_each_known(const CaseBuilder& builder, std::string_view table, const Visit& visit) {
  const WrittenTable& written = table_of(builder.written, table);
  for (const WrittenRow& row : written.rows) {
    if (row.state == RowState::known) visit(RowReader(builder, written, row));
  }
}

/// The level of a measure at a bearer; created when it is first asked for.
class LevelFinder {
 public:
  explicit LevelFinder(Case& result) : result_(&result) {}
  LevelIndex find(MeasureIndex measure, BearerIndex bearer);

 private:
  Case* result_;
  std::vector<std::vector<std::pair<BearerIndex, LevelIndex>>> by_measure_;
};

// The parts, in the order in which they are called.

void build_case_row(CaseBuilder& builder);       ///< the texts of the case, its dates
void build_issues(CaseBuilder& builder);         ///< issues and options, without `overrides`
void build_parties(CaseBuilder& builder);        ///< parties and places
void build_gates(CaseBuilder& builder);          ///< gates, refusals, overrides
void build_rules(CaseBuilder& builder);          ///< wants, consent, rules of parties
void build_facts(CaseBuilder& builder);          ///< baselines, claims, measures, sources
void build_levels(CaseBuilder& builder);         ///< levels, effects, limits, interests
void build_weights(CaseBuilder& builder);        ///< interests_of, weights_of
void build_house(CaseBuilder& builder);          ///< arrangements, what they rest on and are for
void build_words(CaseBuilder& builder);          ///< positions and expectations
void build_translations(CaseBuilder& builder);   ///< of cells, whatever their table
void require_bases(const CaseBuilder& builder);  ///< bases, known limits, the reservation

}  // namespace nemawashi::model
