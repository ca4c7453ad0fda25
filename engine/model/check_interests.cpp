// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "engine/model/check.h"
#include "engine/model/levels.h"
#include "engine/model/reach.h"

namespace nemawashi::model {
namespace {

/// Parents further up than this are not compared.
constexpr std::size_t kHighestTree = 100;

std::string level_text(const Case& a_case, LevelIndex index) {
  const Level& level = a_case.at(index);
  return "'" + a_case.at(level.measure).origin.id + "' at '" + bearer_id(a_case, level.bearer) +
         "'";
}

std::optional<BearerIndex> parent_of(const Case& a_case, BearerIndex bearer) {
  const std::size_t parties = a_case.parties.size();
  if (bearer.value < parties) {
    const auto parent = a_case.parties[bearer.value].parent;
    return parent ? std::optional(BearerIndex(parent->value)) : std::nullopt;
  }
  const auto parent = a_case.places[bearer.value - parties].parent;
  return parent ? std::optional(BearerIndex(parties + parent->value)) : std::nullopt;
}

void check_double_counting(const Case& a_case, Findings& findings) {
  for (const auto& interests : a_case.interests_of) {
    std::map<std::pair<MeasureIndex, BearerIndex>, std::size_t> rows;
    for (const InterestIndex index : interests) {
      const Interest& interest = a_case.at(index);
      const Level& level = a_case.at(interest.level);
      const std::size_t row = interest.origin.row;
      const auto [first, added] = rows.emplace(std::pair(level.measure, level.bearer), row);
      if (added) continue;
      findings.warning(
          {"interests", row, "measure"},
          {"counted-twice",
           "Row " + std::to_string(first->second) + " is already this party's interest in " +
               level_text(a_case, interest.level) + ".",
           "Keep one of them; its weight is that of the whole swing."});
    }
    for (const auto& [key, row] : rows) {
      auto above = parent_of(a_case, key.second);
      for (std::size_t height = 0; above && height < kHighestTree; ++height) {
        const auto other = rows.find(std::pair(key.first, *above));
        if (other != rows.end()) {
          findings.warning({"interests", row, "bearer"},
                           {"counted-in-parent",
                            "Row " + std::to_string(other->second) +
                                " is the same party's interest in the same measure at '" +
                                bearer_id(a_case, *above) + "', which contains this bearer.",
                            "Keep one of them, unless the levels are disjoint by definition."});
          break;
        }
        above = parent_of(a_case, *above);
      }
    }
  }
}

void check_range(const Interest& interest, const std::optional<Reach>& range, Findings& findings) {
  const ValueFunction& value = interest.value;
  if (!range) return;
  const bool points = value.shape == Shape::points;
  const Rational low = points ? value.points.front().first : std::min(value.worst, value.best);
  const Rational high = points ? value.points.back().first : std::max(value.worst, value.best);
  const std::string reached =
      base::decimal_text(range->least) + " to " + base::decimal_text(range->most);
  const CellPlace place{"interests", interest.origin.row, points ? "points" : "worst"};
  if (range->most < low || range->least > high) {
    findings.warning(place, {"range-not-reached",
                             "Packages reach levels from " + reached + ", all outside " +
                                 base::decimal_text(low) + " to " + base::decimal_text(high) + ".",
                             "Check worst, best, the value today and the unit."});
  } else if (value.shape == Shape::linear && (range->least < low || range->most > high)) {
    findings.warning(place, {"range-left",
                             "Packages may reach levels from " + reached + ", beyond " +
                                 base::decimal_text(low) + " to " + base::decimal_text(high) +
                                 ": worth below 0 or above 1.",
                             "Widen worst and best, or write the shape capped."});
  }
}

void check_value(const Case& a_case, const Interest& interest, Findings& findings) {
  const ValueFunction& value = interest.value;
  const Measure& measure = a_case.at(a_case.at(interest.level).measure);
  const CellPlace place{"interests", interest.origin.row, "best"};
  const bool upward = value.shape == Shape::points
                          ? value.points.back().second >= value.points.front().second
                          : value.best > value.worst;
  if (upward != measure.more_is_better) {
    findings.warning(place,
                     {"against-better",
                      "The interest runs against the measure, of which " +
                          std::string(measure.more_is_better ? "more" : "less") + " is better.",
                      "Exchange worst and best, or keep it if this party differs."});
  }
  const bool outside = std::any_of(value.points.begin(), value.points.end(),
                                   [](const auto& p) { return p.second < 0 || p.second > 1; });
  if (outside) {
    findings.warning({"interests", interest.origin.row, "points"},
                     {"points-range", "A point is worth less than 0 or more than 1.",
                      "The worst level is worth 0, the best 1."});
  }
  if (measure.is_means) {
    findings.warning({"interests", interest.origin.row, "measure"},
                     {"interest-in-means",
                      "The interest is in '" + measure.origin.id + "', a means to another end.",
                      "Ask what for, and write the interest in that end."});
  }
}

void check_movement(const Case& a_case, const Interest& interest, Findings& findings) {
  const Level& level = a_case.at(interest.level);
  const bool moved = std::any_of(level.effects.begin(), level.effects.end(), [&](EffectIndex i) {
    return a_case.at(i).baseline || !never_holds(a_case.at(i).when);
  });
  if (moved) return;
  findings.warning({"interests", interest.origin.row, "measure"},
                   {"interest-unmoved",
                    "Nothing changes " + level_text(a_case, interest.level) +
                        ": the interest decides nothing, yet takes weight from others.",
                    "Add the effects, or remove the interest."});
}

/// Parties whose yes cannot be told wherever an unknown effect holds.
void note_unknowns(const Case& a_case, Findings& findings) {
  std::set<std::string> parties;
  for (const Interest& interest : a_case.interests) {
    const Level& level = a_case.at(interest.level);
    const bool unknown = (level.base && !level.base->likely) ||
                         std::any_of(level.effects.begin(), level.effects.end(),
                                     [&](EffectIndex i) { return !a_case.at(i).change.likely; });
    if (unknown) parties.insert(a_case.at(interest.party).origin.id);
  }
  if (parties.empty()) return;
  std::string names;
  for (const std::string& party : parties) names += (names.empty() ? "" : ", ") + party;
  findings.information({"effects", 0, "likely"},
                       {"unknown-values",
                        "Some likely values are blank: where they matter, the answer for these "
                        "parties is 'cannot tell': " +
                            names + ".",
                        "Fill them in where a source allows it."});
}

void warn_that_nothing_matters(Findings& findings) {
  findings.warning({"effects", 0, {}},
                   {"no-effects",
                    "There are interests, and no option changes what any of them is in: every "
                    "package is worth the same to a party, so the answer means nothing yet.",
                    "Write into effects what options change, or leave the interests out until "
                    "then."});
}

}  // namespace

bool no_option_matters(const Case& a_case) {
  if (a_case.interests.empty()) return false;
  return std::none_of(
      a_case.interests.begin(), a_case.interests.end(), [&](const Interest& interest) {
        const auto& effects = a_case.at(interest.level).effects;
        return std::any_of(effects.begin(), effects.end(), [&](EffectIndex i) {
          const Effect& effect = a_case.at(i);
          return !effect.baseline && !always_holds(effect.when) && !never_holds(effect.when);
        });
      });
}

void check_interests(const Case& a_case, Findings& findings) {
  const Reading reading = default_reading(a_case);
  const bool nothing_matters = no_option_matters(a_case);
  if (nothing_matters) warn_that_nothing_matters(findings);
  check_double_counting(a_case, findings);
  std::map<LevelIndex, std::optional<Reach>> ranges;
  for (const Interest& interest : a_case.interests) {
    check_value(a_case, interest, findings);
    if (!nothing_matters) check_movement(a_case, interest, findings);
    const auto [range, is_new] = ranges.try_emplace(interest.level);
    if (is_new) range->second = joint_reach(a_case, reading, interest.level);
    check_range(interest, range->second, findings);
  }
  note_unknowns(a_case, findings);
}

}  // namespace nemawashi::model
