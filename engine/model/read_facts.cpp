// SPDX-License-Identifier: Apache-2.0
// The builder's parts that hold facts: baselines, claims, measures, sources, levels, effects,
// limits; and the interests, which name levels too.
#include "engine/model/case_builder.h"
#include "engine/model/cells.h"
#include "engine/model/resolve.h"

namespace nemawashi::model {
namespace {

void check_probability(const CaseBuilder& builder, const RowReader& row) {
  const auto probability = row.number("probability");
  if (!probability || (*probability >= 0 && *probability <= 1)) return;
  builder.findings.error(row.place("probability"),
                         {"probability-range", "The probability is not within 0..1.",
                          "Write a number from 0 to 1, such as 0.25 or 1/4."});
}

void build_baselines(CaseBuilder& builder) {
  Rational sum = 0;
  bool any = false;
  for_each_known(builder, "baselines", [&](const RowReader& row) {
    Baseline baseline;
    baseline.origin = row.origin();
    baseline.text = row.text("text");
    baseline.probability = row.number("probability");
    check_probability(builder, row);
    any = any || baseline.probability;
    sum += baseline.probability.value_or(0);
    builder.result.baselines.push_back(std::move(baseline));
  });
  if (!any || sum == 1 || has_broken_rows(table_of(builder.written, "baselines"))) return;
  builder.findings.error(
      {"baselines", 0, "probability"},
      {"probability-sum",
       "The probabilities of the baselines sum to " + base::exact_text(sum) + ", not to 1.",
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
    check_probability(builder, row);
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
    if (effect.baseline && !row.cell("when").empty()) {
      builder.findings.error(row.place("when"),
                             {"effect-twice", "The effect has a condition and a baseline.",
                              "Write two rows: one for packages, one for the baseline."});
    }
    const auto from = row.number("from");
    const auto until = row.number("until");
    if (from && until && *from > *until) {
      builder.findings.error(
          row.place("until"),
          {"crossed-years", "The effect ends before it begins.", "until is not before from."});
    }
    builder.result.levels[effect.level.value].effects.emplace_back(builder.result.effects.size());
    builder.result.effects.push_back(std::move(effect));
  });
}

std::optional<LevelBound> level_bound(CaseBuilder& builder, LevelFinder& levels,
                                      const RowReader& row) {
  const auto measure = row.reference<MeasureIndex>("measure", "measures");
  LevelBound bound{{}, row.number("at_least"), row.number("at_most")};
  if (!measure || row.cell("bearer").empty() || (!bound.at_least && !bound.at_most)) {
    builder.findings.error(
        row.place("forbid"),
        {"incomplete-limit", "The limit is neither a forbidden condition nor a bound on a level.",
         "Fill in forbid; or measure, bearer and at_least or at_most."});
    return std::nullopt;
  }
  if (bound.at_least && bound.at_most && *bound.at_least > *bound.at_most) {
    builder.findings.error(row.place("at_most"), {"crossed-bounds", "at_least is above at_most.",
                                                  "No level can meet both: correct one."});
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
      const auto bound = level_bound(builder, levels, row);
      if (!bound) return;
      limit.forbids = *bound;
    } else {
      for (const std::string_view column : {"measure", "bearer", "at_least", "at_most"}) {
        if (row.cell(column).empty()) continue;
        builder.findings.error(
            row.place(column),
            {"limit-twice", "The limit has a forbidden condition and a bound.", "Write two rows."});
        break;
      }
      limit.forbids = resolved_condition(builder, row.cell("forbid"));
    }
    builder.result.limits.push_back(std::move(limit));
  });
}

ValueFunction value_function(const CaseBuilder& builder, const RowReader& row, bool more) {
  ValueFunction value;
  value.shape = row.word<Shape>("shape").value_or(Shape::linear);
  value.more_is_better = more;
  const auto worst = row.number("worst");
  const auto best = row.number("best");
  const bool by_points = value.shape == Shape::points;
  const bool has_points = !row.cell("points").empty();
  if (by_points != has_points || (by_points && (worst || best)) ||
      (!by_points && (!worst || !best))) {
    const bool points = by_points || has_points;
    builder.findings.error(
        row.place(points  ? "points"
                  : worst ? "best"
                          : "worst"),
        {"incomplete-value",
         points ? "Points and the shape points go together, and replace worst and best."
                : "The levels worst and best are not both given.",
         points ? "Write shape points, the points, and leave worst and best blank."
                : "Write the level worth 0 and the level worth 1."});
    return value;
  }
  if (by_points) {
    value.points = *parse_points(row.cell("points"));
    return value;
  }
  value.worst = *worst;
  value.best = *best;
  if (*worst == *best) {
    builder.findings.error(row.place("best"),
                           {"worst-is-best", "worst and best are the same level.",
                            "Write two levels between which the party sees a difference."});
  }
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
    interest.value = value_function(builder, row, builder.result.at(measure).more_is_better);
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
    if (measure.least && measure.most && *measure.least > *measure.most) {
      builder.findings.error(row.place("most"), {"crossed-bounds", "least is above most.",
                                                 "No level can meet both: correct one."});
    }
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
