// SPDX-License-Identifier: Apache-2.0
#include "engine/model/levels.h"

#include <algorithm>

#include "engine/model/weights.h"

namespace nemawashi::model {
namespace {

void gather(Combine combine, Rational& level, const Rational& change) {
  switch (combine) {
    case Combine::sum:
      level += change;
      break;
    case Combine::max:
      level = std::max(level, change);
      break;
    case Combine::min:
      level = std::min(level, change);
      break;
  }
}

/// The base gathered with the effects for which `applies` is true.
template <class Applies>
std::optional<Rational> gathered(const Case& a_case, LevelIndex index, const Applies& applies) {
  const Level& level = a_case.at(index);
  std::optional<Rational> result = level_today(a_case, index);
  for (const EffectIndex effect_index : level.effects) {
    const Effect& effect = a_case.at(effect_index);
    if (!applies(effect)) continue;
    if (!result || !effect.change.likely) return std::nullopt;
    gather(a_case.at(level.measure).combine, *result, *effect.change.likely);
  }
  return result;
}

Rational between_points(const std::vector<std::pair<Rational, Rational>>& points,
                        const Rational& x) {
  if (x <= points.front().first) return points.front().second;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const auto& [x0, v0] = points[i - 1];
    const auto& [x1, v1] = points[i];
    if (x <= x1) return v0 + (v1 - v0) * (x - x0) / (x1 - x0);
  }
  return points.back().second;
}

}  // namespace

bool in_force(const std::optional<ClaimIndex>& if_claim, const Reading& reading) {
  return !if_claim || reading[if_claim->value];
}

bool in_force(const Refusal& refusal, const Reading& reading) {
  return !refusal.withdrawn && in_force(refusal.if_claim, reading);
}

std::optional<Rational> level_today(const Case& a_case, LevelIndex level) {
  const auto& base = a_case.at(level).base;
  return base ? base->likely : std::nullopt;
}

std::optional<Rational> level_in_package(const Case& a_case, const Reading& reading,
                                         LevelIndex level, const Package& package) {
  return gathered(a_case, level, [&](const Effect& effect) {
    return !effect.baseline && in_force(effect.if_claim, reading) && holds(effect.when, package);
  });
}

std::optional<Rational> level_in_baseline(const Case& a_case, const Reading& reading,
                                          LevelIndex level, BaselineIndex baseline) {
  return gathered(a_case, level, [&](const Effect& effect) {
    return effect.baseline == baseline && in_force(effect.if_claim, reading);
  });
}

Rational value(const ValueFunction& function, const Rational& level) {
  switch (function.shape) {
    case Shape::points:
      return between_points(function.points, level);
    case Shape::step: {
      const bool reached =
          function.more_is_better ? level >= function.best : level <= function.best;
      return reached ? 1 : 0;
    }
    case Shape::linear:
    case Shape::capped:
      break;
  }
  const Rational linear = (level - function.worst) / (function.best - function.worst);
  if (function.shape == Shape::linear) return linear;
  return std::clamp(linear, Rational(0), Rational(1));
}

std::optional<Rational> reservation_value(const Case& a_case, const Reading& reading,
                                          const Interest& interest) {
  if (a_case.reservation == ReservationFrom::today) {
    const auto level = level_today(a_case, interest.level);
    if (!level) return std::nullopt;
    return value(interest.value, *level);
  }
  Rational expected = 0;
  for (std::size_t b = 0; b < a_case.baselines.size(); ++b) {
    const auto& probability = a_case.baselines[b].probability;
    if (!probability || *probability == 0) continue;
    const auto level = level_in_baseline(a_case, reading, interest.level, BaselineIndex(b));
    if (!level) return std::nullopt;
    expected += *probability * value(interest.value, *level);
  }
  return expected;
}

std::optional<Rational> central_reservation(const Case& a_case, const Reading& reading,
                                            PartyIndex party) {
  const auto& interests = a_case.interests_of[party.value];
  if (interests.empty()) return std::nullopt;
  const WeightVector weights = central_weights(*a_case.weights_of[party.value]);
  Rational expected = 0;
  for (std::size_t i = 0; i < interests.size(); ++i) {
    const auto value = reservation_value(a_case, reading, a_case.at(interests[i]));
    if (!value) return std::nullopt;
    expected += weights[i] * *value;
  }
  return expected;
}

Package standing_package(const Case& a_case) {
  Package package;
  package.reserve(a_case.issues.size());
  for (const Issue& issue : a_case.issues) {
    package.push_back(issue.standing.value_or(OptionIndex(0)));
  }
  return package;
}

bool everything_stands(const Case& a_case) {
  return std::all_of(a_case.issues.begin(), a_case.issues.end(),
                     [](const Issue& issue) { return issue.standing.has_value(); });
}

}  // namespace nemawashi::model
