// SPDX-License-Identifier: Apache-2.0
// The builder's part that reads what is known of the parties' weights.
#include <algorithm>

#include "engine/model/case_builder.h"
#include "engine/model/cells.h"
#include "engine/model/weights.h"

namespace nemawashi::model {
namespace {

/// The three ways of stating weights that a row may use.
struct StatedWays {
  bool rank = false;
  bool number = false;
  bool interval = false;
  std::size_t count() const {
    return static_cast<std::size_t>(rank) + static_cast<std::size_t>(number) +
           static_cast<std::size_t>(interval);
  }
};

StatedWays stated_ways(const RowReader& row) {
  return {!row.cell("rank").empty(), !row.cell("weight").empty(),
          !row.cell("weight_low").empty() || !row.cell("weight_high").empty()};
}

using Rows = std::vector<RowReader>;

/// Exactly one way, the same in all rows.
bool one_way(const CaseBuilder& builder, const Rows& rows) {
  bool sound = true;
  const StatedWays first = stated_ways(rows.front());
  for (const RowReader& row : rows) {
    const StatedWays ways = stated_ways(row);
    const std::string mend =
        "Give every interest of a party a rank, or every one a weight, or "
        "every one weight_low and weight_high.";
    if (ways.count() == 0) {
      builder.findings.error(row.place("rank"),
                             {"missing-weight", "The interest has no weight.", mend});
    } else if (ways.count() > 1) {
      builder.findings.error(
          row.place("rank"),
          {"several-weights", "The interest states its weight in more than one way.", mend});
    } else if (first.count() == 1 && (ways.rank != first.rank || ways.number != first.number)) {
      builder.findings.error(
          row.place("rank"),
          {"mixed-weights",
           "The party '" + row.text("party") + "' states its weights in different ways.", mend});
    } else {
      continue;
    }
    sound = false;
  }
  return sound;
}

std::optional<Weights> number_weights(const CaseBuilder& builder, const Rows& rows) {
  NumberWeights weights;
  Rational sum = 0;
  for (const RowReader& row : rows) {
    weights.numbers.push_back(*row.number("weight"));
    sum += weights.numbers.back();
    if (weights.numbers.back() >= 0) continue;
    builder.findings.error(row.place("weight"), {"negative-weight", "A weight is not negative.",
                                                 "If less is better, exchange worst and best."});
    return std::nullopt;
  }
  if (sum > 0) return weights;
  builder.findings.error(
      rows.front().place("weight"),
      {"weights-all-zero", "All weights of the party '" + rows.front().text("party") + "' are 0.",
       "Give at least one interest a weight above 0."});
  return std::nullopt;
}

std::optional<Weights> interval_weights(const CaseBuilder& builder, const Rows& rows) {
  IntervalWeights weights;
  Rational least = 0;
  Rational greatest = 0;
  for (const RowReader& row : rows) {
    const auto low = row.number("weight_low");
    const auto high = row.number("weight_high");
    if (!low || !high || *low < 0 || *high > 1 || *low > *high) {
      builder.findings.error(row.place("weight_low"),
                             {"weight-interval", "The weights do not form an interval within 0..1.",
                              "Write weight_low and weight_high with 0 <= low <= high <= 1."});
      return std::nullopt;
    }
    weights.low.push_back(*low);
    weights.high.push_back(*high);
    least += *low;
    greatest += *high;
  }
  if (least <= 1 && greatest >= 1) return weights;
  builder.findings.error(
      rows.front().place("weight_low"),
      {"weights-cannot-be-met",
       "The weights of the party '" + rows.front().text("party") + "' cannot sum to 1: " +
           (least > 1 ? "the least ones already sum to " + base::exact_text(least)
                      : "the greatest ones only sum to " + base::exact_text(greatest)) +
           ".",
       "Widen the intervals; rows left out at the date no longer count."});
  return std::nullopt;
}

std::optional<Weights> weights_of(const CaseBuilder& builder, const Rows& rows) {
  if (!one_way(builder, rows)) return std::nullopt;
  const StatedWays way = stated_ways(rows.front());
  if (way.number) return number_weights(builder, rows);
  if (way.interval) return interval_weights(builder, rows);
  RankWeights weights;
  for (const RowReader& row : rows) weights.ranks.push_back(*parse_rank(row.cell("rank")));
  return weights;
}

}  // namespace

void build_weights(CaseBuilder& builder) {
  Case& result = builder.result;
  result.interests_of.assign(result.parties.size(), {});
  result.weights_of.assign(result.parties.size(), std::nullopt);
  std::vector<Rows> rows(result.parties.size());
  std::size_t next = 0;
  for_each_known(builder, "interests", [&](const RowReader& row) {
    const InterestIndex index(next++);
    const PartyIndex party = result.at(index).party;
    result.interests_of[party.value].push_back(index);
    rows[party.value].push_back(row);
  });
  if (has_broken_rows(table_of(builder.written, "interests"))) return;
  for (std::size_t party = 0; party < rows.size(); ++party) {
    if (rows[party].empty()) continue;
    result.weights_of[party] = weights_of(builder, rows[party]);
    if (!result.weights_of[party] || weight_vertices(*result.weights_of[party])) continue;
    builder.findings.error(
        rows[party].front().place("rank"),
        {"too-many-weight-vertices",
         "The weights of the party '" + result.parties[party].origin.id + "' have more than " +
             std::to_string(kMostWeightVertices) +
             " vertices: consent could not be decided exactly in reasonable time.",
         "State more order: break ties, or narrow the intervals."});
  }
}

}  // namespace nemawashi::model
