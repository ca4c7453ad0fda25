// SPDX-License-Identifier: Apache-2.0
// Between which values a level stays, without any search.
#pragma once

#include <optional>

#include "engine/model/case.h"

namespace nemawashi::model {

struct Reach {
  Rational least;
  Rational most;
};

/// Bounds on the level over the packages that meet `box`, in a reading of the claims: the base
/// with, issue by issue, the least and the greatest change of the box's options. Exact where no
/// effect on the level names two issues that the box leaves open; otherwise an outer bound: a link
/// counts as if it could hold or not, whatever else is chosen. Limits are not considered. Nothing
/// where the base, or an effect that may hold, is unknown. The box must allow some package. Cost:
/// the terms of the level's effects and the options of the issues they name.
std::optional<Reach> reach(const Case& a_case, const Reading& reading, LevelIndex level,
                           const Condition& box);

/// The same over all packages, and closer: for combine = sum, all choices of the issues that links
/// tie together are tried where these are at most kMostJointChoices; then the bounds are attained.
/// Cost: the choices times the effects.
inline constexpr std::size_t kMostJointChoices = 4096;
std::optional<Reach> joint_reach(const Case& a_case, const Reading& reading, LevelIndex level);

/// Whether every package that meets `box` meets `condition`. Cost: terms and options.
bool implies(const Condition& box, const Condition& condition);

/// Whether no package meets both. Cost: terms and options.
bool excludes(const Condition& box, const Condition& condition);

/// Whether every package meets it.
bool always_holds(const Condition& condition);

}  // namespace nemawashi::model
