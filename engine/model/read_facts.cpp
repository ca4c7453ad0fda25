// SPDX-License-Identifier: Apache-2.0
// The builder's parts that hold facts: baselines, claims, measures, sources, levels, effects,
// limits; and the interests, which name levels too.
#include "engine/model/case_builder.h"
#include "engine/model/cells.h"
#include "engine/model/resolve.h"

namespace nemawashi::model {
namespace {

/// "1/2 ('drift', row 2)" for each baseline with a probability, up to a bound.
std::string probabilities_words(const std::vector<Baseline>& baselines) {
  constexpr std::size_t kMostShown = 8;
  std::string text;
  std::size_t count = 0;
  for (const Baseline& one : baselines) {
    if (!one.probability || ++count > kMostShown) continue;
    text += (text.empty() ? "" : " + ") + base::exact_text(*one.probability) + " ('" +
            one.origin.id + "', row " + std::to_string(one.origin.row) + ")";
  }
  return text + (count > kMostShown ? " + .." : "");
}

void build_baselines(CaseBuilder& builder) {
  Rational sum = 0;
  bool any = false;
  for_each_known(builder, "baselines", [&](const RowReader& row) {
    Baseline baseline;
    baseline.origin = row.origin();
    baseline.text = row.text("text");
    baseline.probability = row.number("probability");
    any = any || baseline.probability;
    sum += baseline.probability.value_or(0);
    builder.result.baselines.push_back(std::move(baseline));
  });
  if (!any || sum == 1 || has_broken_rows(table_of(builder.written, "baselines"))) return;
  builder.findings.error({"baselines", 0, "probability"},
                         {"probability-sum",
                          "The probabilities of the baselines sum to " + base::exact_text(sum) +
                              ", not to 1: " + probabilities_words(builder.result.baselines) + ".",
                          "Change them so that they sum to exactly 1 at this date; fractions such "
                          "as 1/3 are exact."});
}

void build_claims(CaseBuilder& builder) {
  for_each_known(builder, "claims", [&](const RowReader& row) {
    Claim claim;
    claim.origin = row.origin();
    claim.text = row.text("text");
    claim.claimant = row.text("claimant");
    claim.date = row.text("date");
    claim.settled_by = row.text("settled_by");
    claim.status = row.word<ClaimStatus>("status").value_or(ClaimStatus::contested);
    claim.probability = row.number("probability");
    builder.result.claims.push_back(std::move(claim));
  });
}

void build_base_levels(CaseBuilder& builder, LevelFinder& levels) {
  for_each_known(builder, "levels", [&](const RowReader& row) {
    const auto measure = row.reference<MeasureIndex>("measure", "measures");
    Level& level = builder.result.levels[levels.find(*measure, row.bearer()).value];
    if (level.base) {
      builder.findings.error(row.place("bearer"),
                             {"duplicate-level",
                              "Row " + std::to_string(level.origin.row) +
                                  " already gives this measure at this bearer.",
                              "Keep one row, or end the older one with known_until."});
    }
    level.origin = row.origin();
    level.base = row.estimate();
    level.year = row.text("year");
  });
}

void build_effects(CaseBuilder& builder, LevelFinder& levels) {
  for_each_known(builder, "effects", [&](const RowReader& row) {
    Effect effect;
    effect.origin = row.origin();
    effect.when = resolved_condition(builder, row.cell("when"));
    effect.baseline = row.reference<BaselineIndex>("baseline", "baselines");
    effect.level = levels.find(*row.reference<MeasureIndex>("measure", "measures"), row.bearer());
    effect.change = row.estimate();
    effect.if_claim = row.reference<ClaimIndex>("if_claim", "claims");
    builder.result.levels[effect.level.value].effects.emplace_back(builder.result.effects.size());
    builder.result.effects.push_back(std::move(effect));
  });
}

/// Nothing where check_rows says that the limit is incomplete.
std::optional<LevelBound> level_bound(LevelFinder& levels, const RowReader& row) {
  const auto measure = row.reference<MeasureIndex>("measure", "measures");
  LevelBound bound{{}, row.number("at_least"), row.number("at_most")};
  if (!measure || row.cell("bearer").empty() || (!bound.at_least && !bound.at_most)) {
    return std::nullopt;
  }
  bound.level = levels.find(*measure, row.bearer());
  return bound;
}

void build_limits(CaseBuilder& builder, LevelFinder& levels) {
  for_each_known(builder, "limits", [&](const RowReader& row) {
    Limit limit;
    limit.origin = row.origin();
    limit.if_claim = row.reference<ClaimIndex>("if_claim", "claims");
    if (row.cell("forbid").empty()) {
      const auto bound = level_bound(levels, row);
      if (!bound) return;
      limit.forbids = *bound;
    } else {
      limit.forbids = resolved_condition(builder, row.cell("forbid"));
    }
    builder.result.limits.push_back(std::move(limit));
  });
}

/// What check_rows refuses may stay unfinished.
ValueFunction value_function(const RowReader& row, bool more) {
  ValueFunction value;
  value.shape = row.word<Shape>("shape").value_or(Shape::linear);
  value.more_is_better = more;
  if (value.shape == Shape::points) {
    value.points = parse_points(row.cell("points")).value_or(value.points);
    return value;
  }
  const auto worst = row.number("worst");
  const auto best = row.number("best");
  if (!worst || !best) return value;
  value.worst = *worst;
  value.best = *best;
  value.more_is_better = *best > *worst;
  return value;
}

void build_interests(CaseBuilder& builder, LevelFinder& levels) {
  for_each_known(builder, "interests", [&](const RowReader& row) {
    Interest interest;
    interest.origin = row.origin();
    interest.party = *row.reference<PartyIndex>("party", "parties");
    const auto measure = *row.reference<MeasureIndex>("measure", "measures");
    interest.level = levels.find(measure, row.bearer());
    interest.value = value_function(row, builder.result.at(measure).more_is_better);
    builder.result.interests.push_back(std::move(interest));
  });
}

}  // namespace

void build_facts(CaseBuilder& builder) {
  build_baselines(builder);
  build_claims(builder);
  for_each_known(builder, "measures", [&](const RowReader& row) {
    Measure measure;
    measure.origin = row.origin();
    measure.name = row.name();
    measure.unit = row.text("unit");
    measure.category = row.text("category");
    measure.more_is_better = row.cell("better") == "more";
    measure.combine = row.word<Combine>("combine").value_or(Combine::sum);
    measure.is_means = row.cell("end") == "means";
    measure.transferable = row.cell("transferable") == "yes";
    measure.per_head = row.cell("per_head") == "yes";
    measure.least = row.number("least");
    measure.most = row.number("most");
    builder.result.measures.push_back(std::move(measure));
  });
  for_each_known(builder, "sources", [&](const RowReader& row) {
    Source source;
    source.id = row.text("id");
    source.row = row.origin().row;
    source.title = row.text("title");
    source.address = row.text("address");
    source.date = row.text("date");
    source.access = row.cell("access").empty() ? "public" : row.text("access");
    builder.result.sources.push_back(std::move(source));
  });
}

void build_levels(CaseBuilder& builder) {
  LevelFinder levels(builder.result);
  build_base_levels(builder, levels);
  build_effects(builder, levels);
  build_limits(builder, levels);
  build_interests(builder, levels);
}

}  // namespace nemawashi::model
