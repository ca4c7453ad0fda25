// SPDX-License-Identifier: Apache-2.0
// The house as it is looked at: which arrangements exist, how firm each is, which claims hold; and
// the Boolean structure that says which of them stand.
//
// An arrangement stands where it exists and is in order, no common cause that takes it occurs, and
// every rule on which it rests holds over arrangements that stand. Each of these is a component;
// rules are monotone, so what falls never makes another one stand.
#pragma once

#include <vector>

#include "engine/model/case.h"
#include "engine/trees/structure.h"

namespace nemawashi::house {

using model::ArrangementIndex;
using model::CommonCauseIndex;
using model::Strength;

struct View {
  std::vector<bool> exists;        ///< by arrangement
  std::vector<bool> failed;        ///< by arrangement: taken to have failed, so it does not exist
  std::vector<Strength> strength;  ///< by arrangement
  model::Reading reading;          ///< rows of `rests_on` whose claim is false are left out
};

/// Components: the arrangements (holding: in order by itself), then the common causes (holding: it
/// does not occur). `stands` by arrangement.
struct StandingStructure {
  trees::Structure structure;
  std::vector<trees::Operand> stands;
};

/// What does not exist never stands: as a constant, so that it is not asked. Cost: the rows.
StandingStructure standing_structure(const model::House& house, const View& view);

/// Components that do not hold.
using Failures = std::vector<std::uint32_t>;

/// What exists in the package: where `exists_if` holds; without it, what is not proposed; and those
/// of `with`; but none of `without`, nor what a cause among them takes.
View view_of(const model::Case& a_case, const model::Package& package,
             const model::Reading& reading, const std::vector<ArrangementIndex>& with = {},
             const Failures& without = {});

std::uint32_t component_of(ArrangementIndex arrangement);
std::uint32_t component_of(const model::House& house, CommonCauseIndex cause);
std::uint32_t components(const model::House& house);
const model::Origin& component_origin(const model::House& house, std::uint32_t component);
const std::string& component_name(const model::House& house, std::uint32_t component);

/// By arrangement, how firmly it stands: the greatest strength such that it would stand if only
/// arrangements of at least that strength counted, so its best way down is as firm as the weakest
/// on it. Nothing: it does not stand. The structure may be that of a view in which more exists.
/// Cost: four times the operands.
using Firmness = std::vector<std::optional<Strength>>;
Firmness firmness(const StandingStructure& standing, const View& view, const Failures& failures);

}  // namespace nemawashi::house
