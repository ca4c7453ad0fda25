// SPDX-License-Identifier: Apache-2.0
#include "engine/model/case_builder.h"

#include <algorithm>

#include "engine/base/text.h"

namespace nemawashi::model {

CaseBuilder case_builder(const WrittenCase& written, Findings& findings, Case& result) {
  CaseBuilder builder{written, findings, result, {}, option_rows(table_of(written, "issues")), 0};
  const std::size_t issues = table_position("issues");
  for (std::size_t t = 0; t < written.tables.size(); ++t) {
    std::vector<std::size_t>& positions = builder.positions.emplace_back();
    std::size_t known = 0;
    for (const WrittenRow& row : written.tables[t].rows) {
      const bool option = t == issues && issue_row_id(row.cells.front()).is_option;
      positions.push_back(known);
      if (row.state == RowState::known && !option) ++known;
    }
  }
  const WrittenTable& table = written.tables[issues];
  for (const auto& rows : builder.option_rows) {
    std::size_t known = 0;
    for (const std::size_t row : rows) {
      builder.positions[issues][row] = known;
      if (table.rows[row].state == RowState::known) ++known;
    }
  }
  return builder;
}

std::optional<Rational> RowReader::number(std::string_view column) const {
  return base::parse_rational(cell(column));
}

Estimate RowReader::estimate() const { return {number("low"), number("likely"), number("high")}; }

Origin RowReader::origin() const {
  const auto has = [&](std::string_view column) {
    return find_column(*table_->schema, column).has_value();
  };
  Origin result;
  result.id = text("id");
  result.row = row_->number;
  result.note = text("note");
  if (has("basis")) result.basis = word<Basis>("basis").value_or(Basis::sourced);
  if (!has("source")) return result;
  const WrittenTable& sources = table_of(builder_->written, "sources");
  for (const std::string_view id : base::split(cell("source"), '|')) {
    const auto found = sources.by_id.find(id);
    if (found == sources.by_id.end()) continue;
    // Only a hypothetical option can be known although its source is not.
    if (sources.rows[found->second].state == RowState::known) result.sources.emplace_back(id);
  }
  return result;
}

BearerIndex RowReader::bearer(std::string_view id) const {
  if (const auto party = known_position(id, "parties")) return BearerIndex(*party);
  const auto place = known_position(id, "places");
  return BearerIndex(builder_->result.parties.size() + place.value_or(0));
}

std::vector<BearerIndex> RowReader::bearers(std::string_view column) const {
  std::vector<BearerIndex> result;
  for (const std::string_view id : base::split(cell(column), '|')) result.push_back(bearer(id));
  return result;
}

std::optional<std::size_t> RowReader::known_position(std::string_view id,
                                                     std::string_view table) const {
  if (id.empty()) return std::nullopt;
  const std::size_t position = table_position(table);
  const WrittenTable& target = builder_->written.tables[position];
  const auto found = target.by_id.find(id);
  if (found == target.by_id.end()) return std::nullopt;
  if (target.rows[found->second].state != RowState::known) return std::nullopt;
  return builder_->positions[position][found->second];
}

std::optional<std::size_t> RowReader::word_position(std::string_view column) const {
  const auto& words = table_->schema->columns[*find_column(*table_->schema, column)].words;
  const auto found = std::find(words.begin(), words.end(), cell(column));
  if (found == words.end()) return std::nullopt;
  return static_cast<std::size_t>(found - words.begin());
}

LevelIndex LevelFinder::find(MeasureIndex measure, BearerIndex bearer) {
  if (by_measure_.size() <= measure.value) by_measure_.resize(measure.value + 1);
  auto& levels = by_measure_[measure.value];
  const auto place =
      std::lower_bound(levels.begin(), levels.end(), bearer,
                       [](const auto& entry, BearerIndex wanted) { return entry.first < wanted; });
  if (place != levels.end() && place->first == bearer) return place->second;
  const LevelIndex created(result_->levels.size());
  Level level;
  level.measure = measure;
  level.bearer = bearer;
  result_->levels.push_back(std::move(level));
  levels.insert(place, {bearer, created});
  return created;
}

}  // namespace nemawashi::model
