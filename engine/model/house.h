// SPDX-License-Identifier: Apache-2.0
// The house: arrangements on floors, what each rests on, what falls with what, and what it is for.
// Institutions only: no component is a facility. What follows from it is computed in engine/house.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/model/condition.h"
#include "engine/model/origin.h"

namespace nemawashi::model {

/// What arrangements are for.
struct Function {
  Origin origin;
  std::string name;
};

/// How firm an arrangement is, rising. Of one that is proposed: as it is meant to be.
enum class Strength { paper, meets, acts, has_acted };

struct Arrangement {
  Origin origin;
  std::string name;
  std::size_t floor = 1;  ///< 1 is the lowest
  std::vector<BearerIndex> members;
  std::string founded;      ///< a year or a day; blank: unknown, or not founded
  std::string first_acted;  ///< the same, of the first time that it acted; blank: never, or unknown
  std::vector<FunctionIndex> functions;
  Strength strength = Strength::paper;
  std::string why;                      ///< the reason for the strength
  bool proposed = false;                ///< then it exists only by `exists_if`, or when asked for
  std::optional<Condition> exists_if;   ///< nothing: the status alone decides
  std::optional<Rational> probability;  ///< that it fails by itself
  std::optional<Rational> cost;         ///< of founding it, or of making it act
};

/// One arrangement stands only where the rule over others holds; several rows must all hold.
struct RestsOn {
  Origin origin;
  ArrangementIndex arrangement;
  ArrangementRule rule;
  std::optional<ClaimIndex> if_claim;
};

/// What makes several arrangements fall together.
struct CommonCause {
  Origin origin;
  std::string name;
  std::vector<ArrangementIndex> arrangements;
  std::optional<Rational> probability;  ///< that it occurs
};

/// Something in which a function is asked for: at a place, or by members together.
struct Contingency {
  Origin origin;
  std::string name;
  FunctionIndex function;
  std::optional<PlaceIndex> place;
  std::vector<BearerIndex> members;
  std::optional<Rational> hours;  ///< within which help must be there
  std::string date;               ///< a year or a day; blank: it has not happened
  std::string toll;
};

/// Where an arrangement provides a function beyond the places of its members, and how fast.
struct ArrangementReach {
  Origin origin;
  ArrangementIndex arrangement;
  FunctionIndex function;
  PlaceIndex place;
  std::optional<Rational> hours;
};

struct House {
  std::vector<Function> functions;
  std::vector<Arrangement> arrangements;
  std::vector<RestsOn> rests_on;  ///< acyclic, whatever the claims
  std::vector<CommonCause> common_causes;
  std::vector<Contingency> contingencies;
  std::vector<ArrangementReach> reaches;

  const Function& at(FunctionIndex i) const { return functions[i.value]; }
  const Arrangement& at(ArrangementIndex i) const { return arrangements[i.value]; }
  const CommonCause& at(CommonCauseIndex i) const { return common_causes[i.value]; }
  const Contingency& at(ContingencyIndex i) const { return contingencies[i.value]; }
};

}  // namespace nemawashi::model
