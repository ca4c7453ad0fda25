// SPDX-License-Identifier: Apache-2.0
// What rows of all tables share: where they come from, and the strong index of each kind.
#pragma once

#include <string>
#include <vector>

#include "engine/base/index.h"
#include "engine/base/number.h"
#include "engine/model/rule.h"

namespace nemawashi::model {

using base::Rational;

using PartyIndex = base::Index<struct PartyTag>;
using PlaceIndex = base::Index<struct PlaceTag>;
using GateIndex = base::Index<struct GateTag>;
using RefusalIndex = base::Index<struct RefusalTag>;
using BaselineIndex = base::Index<struct BaselineTag>;
using MeasureIndex = base::Index<struct MeasureTag>;
/// A party or a place: parties first, then places.
using BearerIndex = base::Index<struct BearerTag>;
/// A measure at a bearer.
using LevelIndex = base::Index<struct LevelTag>;
using EffectIndex = base::Index<struct EffectTag>;
using LimitIndex = base::Index<struct LimitTag>;
using ClaimIndex = base::Index<struct ClaimTag>;
using InterestIndex = base::Index<struct InterestTag>;

using FunctionIndex = base::Index<struct FunctionTag>;
using ArrangementIndex = base::Index<struct ArrangementTag>;
using CommonCauseIndex = base::Index<struct CommonCauseTag>;
using ContingencyIndex = base::Index<struct ContingencyTag>;

using PartyRule = BasicRule<PartyIndex>;
using GateRule = BasicRule<GateIndex>;
using ArrangementRule = BasicRule<ArrangementIndex>;

enum class Basis { sourced, derived, assumed };

/// Where a row comes from. `row` is its line in the table, for messages.
struct Origin {
  std::string id;
  std::size_t row = 0;
  std::vector<std::string> sources;
  Basis basis = Basis::sourced;
  std::string note;
};

}  // namespace nemawashi::model
