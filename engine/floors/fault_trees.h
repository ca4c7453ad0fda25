// SPDX-License-Identifier: Apache-2.0
// Fault trees as a value: what fails at the top, through which gates, because of which events.
//
// As a reader leaves them: every reference is an index, no gate asks itself, parameters refer only
// to those before them. Knows no file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/floors/expression.h"

namespace nemawashi::floors {

/// What a gate asks of: an event, a house event, another gate, or a constant.
struct Term {
  enum class Of { basic_event, house_event, gate, constant };
  Of of = Of::basic_event;
  std::uint32_t index = 0;  ///< of a constant: 1 is true
  bool negated = false;
};

enum class Connective {
  all,
  any,
  odd,       ///< an odd number: of two, exclusive or
  equal,     ///< all hold or none does
  implies,   ///< not the first, or the second
  at_least,  ///< `least` of the terms
  between,   ///< at least `least` and at most `most`
};

struct TreeGate {
  std::string name;  ///< empty: part of another gate's formula
  Connective connective = Connective::all;
  std::uint32_t least = 0;
  std::uint32_t most = 0;
  bool negated = false;  ///< of the whole
  std::vector<Term> terms;
};

struct BasicEvent {
  std::string name;
  std::optional<Expression> probability;
};

/// Set to a value by the analyst, not by chance.
struct HouseEvent {
  bool holds = false;
};

enum class CommonCauseModel { beta_factor, greek_letters, alpha_factor, phi_factor };

/// Events of one kind that may fail together.
struct CommonCauseGroup {
  struct Factor {
    std::uint32_t level = 0;  ///< how many fail together
    Expression value;
  };
  CommonCauseModel model = CommonCauseModel::beta_factor;
  std::vector<std::uint32_t> members;  ///< basic events
  Expression distribution;             ///< of each member, all causes together
  std::vector<Factor> factors;
};

struct TopEvent {
  std::string name;
  std::string tree;
  std::uint32_t gate = 0;
};

/// A part of the mission in which some house events are otherwise: each top is answered in each.
struct Phase {
  std::string alignment;
  std::string name;
  double time_fraction = 1;  ///< of the mission time
  std::vector<std::pair<std::uint32_t, bool>> house_events;
};

struct FaultTrees {
  std::vector<BasicEvent> events;
  std::vector<HouseEvent> house_events;
  std::vector<TreeGate> gates;
  std::vector<Expression> parameters;
  std::vector<CommonCauseGroup> groups;
  std::vector<TopEvent> tops;  ///< gates that no other gate of their tree asks
  std::vector<Phase> phases;   ///< none: the mission as a whole
};

}  // namespace nemawashi::floors
