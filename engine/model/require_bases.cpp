// SPDX-License-Identifier: Apache-2.0
// The builder's last part: what levels and reservations need in order to mean anything.
#include "engine/model/case_builder.h"

namespace nemawashi::model {
namespace {

struct Use {
  bool interest = false;
  bool limit = false;
};

std::string level_text(const Case& a_case, const Level& level) {
  return "'" + a_case.at(level.measure).origin.id + "' at '" + bearer_id(a_case, level.bearer) +
         "'";
}

/// A limit needs known values: neither the base nor an effect in packages may be blank.
void require_known(const CaseBuilder& builder, const Limit& limit, const Level& level) {
  const Case& result = builder.result;
  std::string unknown;
  if (level.base && !level.base->likely)
    unknown = "row " + std::to_string(level.origin.row) + " of levels";
  for (const EffectIndex index : level.effects) {
    const Effect& effect = result.at(index);
    if (effect.change.likely || effect.baseline || !unknown.empty()) continue;
    unknown = "row " + std::to_string(effect.origin.row) + " of effects";
  }
  if (unknown.empty()) return;
  builder.findings.error({"limits", limit.origin.row, "measure"},
                         {"limit-unknown",
                          "The limit is on " + level_text(result, level) +
                              ", whose likely value is blank in " + unknown + ".",
                          "Fill in the likely value; a limit needs known values."});
}

}  // namespace

void require_bases(const CaseBuilder& builder) {
  const Case& result = builder.result;
  std::vector<Use> uses(result.levels.size());
  for (const Interest& interest : result.interests) uses[interest.level.value].interest = true;
  for (const Limit& limit : result.limits) {
    const auto* bound = std::get_if<LevelBound>(&limit.forbids);
    if (bound == nullptr) continue;
    uses[bound->level.value].limit = true;
    require_known(builder, limit, result.at(bound->level));
  }
  if (!has_broken_rows(table_of(builder.written, "levels"))) {
    for (std::size_t i = 0; i < result.levels.size(); ++i) {
      const Level& level = result.levels[i];
      const bool sum = result.at(level.measure).combine == Combine::sum;
      const bool used = uses[i].interest || uses[i].limit || (sum && !level.effects.empty());
      if (level.base || !used) continue;
      builder.findings.error(
          {"levels", 0, {}},
          {"missing-base",
           "The value today of " + level_text(result, level) + " is missing; it is used by " +
               (uses[i].interest ? "an interest"
                : uses[i].limit  ? "a limit"
                                 : "an effect") +
               ".",
           "Add a row to levels; write 0 where there is nothing today, or leave likely blank where "
           "it is unknown."});
    }
  }
  bool lottery = result.reservation == ReservationFrom::today || result.interests.empty() ||
                 has_broken_rows(table_of(builder.written, "baselines")) ||
                 has_broken_rows(table_of(builder.written, "case"));
  for (const Baseline& baseline : result.baselines) lottery = lottery || baseline.probability;
  if (lottery) return;
  builder.findings.error(
      {"baselines", 0, "probability"},
      {"no-reservation",
       "There are interests, but no baseline has a probability: what follows without agreement is "
       "not said.",
       "Give baselines probabilities that sum to 1, or write today into the column reservation of "
       "case."});
}

}  // namespace nemawashi::model
