// SPDX-License-Identifier: Apache-2.0
// Whether the parties object to one package, and why: the definitions that the search must agree
// with. Everything is exact.
//
// A party says yes when no refusal of its own holds, its gain is not negative (if it has
// interests), and its rule holds (if it has one). Certainty is over weights alone: the yes is
// necessary (for all its weights), possible (for some), or decided at the central weights. Where
// a level that it cares for is unknown, the yes is possible, neither necessary nor central.
#pragma once

#include <vector>

#include "engine/model/case.h"
#include "engine/model/weights.h"

namespace nemawashi::model {

enum class Certainty { necessary, central, possible };

/// A yes under each certainty; necessary implies central implies possible.
struct Yes {
  bool necessary = true;
  bool central = true;
  bool possible = true;
  bool under(Certainty certainty) const {
    return certainty == Certainty::necessary ? necessary
           : certainty == Certainty::central ? central
                                             : possible;
  }
  friend bool operator==(const Yes&, const Yes&) = default;
};

/// "no objection found" where the yes is necessary, "objection found" where it is not even
/// possible, else "cannot tell".
Verdict verdict(const Yes& yes);

/// A party's worth against its reservation. `levels`, `values` and `differences` have one entry an
/// interest, in the order of Case::interests_of.
struct Gain {
  std::vector<Rational> levels;
  std::vector<Rational> values;
  std::vector<Rational> differences;  ///< value - expected value without agreement
  WeightedValue least;                ///< each less the party's margin
  WeightedValue central;
  WeightedValue greatest;
};

struct PartyAnswer {
  std::vector<RefusalIndex> refusals;  ///< those that hold
  std::optional<Gain> gain;            ///< nothing without interests, or where a level is unknown
  std::vector<LevelIndex>
      unknown;  ///< levels it cares for that are blank here or without agreement
  Yes by_worth;
  Yes by_rule;
  Yes yes;
  /// Some weights agree, but only where the gain is exactly 0.
  bool only_at_boundary = false;
};

/// Answers of all parties to one package, by party. Cost: the effects on their levels.
std::vector<PartyAnswer> party_answers(const Case& a_case, const Reading& reading,
                                       const Package& package);

/// Whether the gate asks anything of this package; an open gate counts as yes.
bool is_asked(const Gate& gate, const Package& package);

/// The consent rule over the gates, given the parties' answers.
Yes consent(const Case& a_case, const Package& package, const std::vector<PartyAnswer>& answers);

/// Whether the consent rule asks for every gate: one no is enough for it not to hold.
bool every_gate_must_pass(const Case& a_case);

/// The limits in force under the reading that the package breaks; feasible means none.
std::vector<LimitIndex> broken_limits(const Case& a_case, const Reading& reading,
                                      const Package& package);

/// Whether the package counts as an answer to the case's question.
bool is_wanted(const Case& a_case, const Package& package);

/// The gain of a party as a list of differences, or nothing (interests missing, level unknown).
std::optional<Gain> gain_of(const Case& a_case, const Reading& reading, PartyIndex party,
                            const Package& package);

}  // namespace nemawashi::model
