// SPDX-License-Identifier: Apache-2.0
// A validated case as of one date: what is known then, with every reference looked up. Built by
// read_case (engine/model/read_case.h), which guarantees that indices are in range, conditions and
// rules are resolved, trees and rules are acyclic and weights can be met.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/base/number.h"
#include "engine/model/condition.h"
#include "engine/model/house.h"
#include "engine/model/origin.h"
#include "engine/model/rule.h"

namespace nemawashi::model {

/// The date of cases that have none, such as scenarios of other programs: only a label.
inline constexpr std::string_view kUndated = "2000-01-01";

enum class PartyKind { office, constituency, organisation };
enum class InterestsBy { elicited, own_submission, analyst };

struct Party {
  Origin origin;
  std::string name;
  std::optional<PartyIndex> parent;
  PartyKind kind = PartyKind::office;
  std::optional<InterestsBy> interests_by;
  std::optional<PartyRule> rule;     ///< over parties; acyclic
  Rational margin = 0;               ///< what the gain must reach beyond the reservation, in worth
  std::optional<Rational> discount;  ///< what worth is multiplied by at the deadline, 0..1
};

struct Place {
  Origin origin;
  std::string name;
  std::string name_ja;
  std::optional<PlaceIndex> parent;
  std::vector<std::string> boundary;  ///< codes of prefectures or municipalities, for maps
  std::optional<Rational> population;
  std::string population_year;
};

enum class GateKind { legal, budget, political, operational };

struct Gate {
  Origin origin;
  PartyIndex party;
  std::string act;
  Condition when;  ///< where it does not hold, the gate is open and counts as a yes
  GateKind kind = GateKind::political;
  std::string date;
};

struct Refusal {
  Origin origin;
  PartyIndex party;
  Condition when;
  std::string words;
  std::string date;
  bool withdrawn = false;  ///< shown, never used
  std::optional<ClaimIndex> if_claim;
};

struct Baseline {
  Origin origin;
  std::string text;
  std::optional<Rational> probability;  ///< those given sum to 1; blank serves `assess` alone
};

struct Option {
  Origin origin;
  std::string id;  ///< unique within the issue
  std::string name;
  bool hypothetical = false;
};

struct Issue {
  Origin origin;
  std::string name;
  std::string subject;
  std::vector<Option> options;          ///< at least one
  std::optional<OptionIndex> standing;  ///< the `default`: what holds while it is not settled
  std::optional<GateIndex> overrides;   ///< then options are `no` and `yes`, standing is `no`
};

enum class Combine { sum, max, min };

struct Measure {
  Origin origin;
  std::string name;
  std::string unit;
  std::string category;
  bool more_is_better = true;
  Combine combine = Combine::sum;
  bool is_means = false;
  bool transferable = false;
  bool per_head = false;  ///< a figure per resident has a meaning
  /// Beyond these no level can be: low and high estimates taken together are shown up to them.
  /// Nothing is decided by them.
  std::optional<Rational> least;
  std::optional<Rational> most;
};

/// Low, likely and high; any may be blank (unknown). `agree` uses likely.
struct Estimate {
  std::optional<Rational> low;
  std::optional<Rational> likely;
  std::optional<Rational> high;
};

/// A measure at a bearer, with its value before any decision and all that changes it.
struct Level {
  Origin origin;
  MeasureIndex measure;
  BearerIndex bearer;
  std::optional<Estimate> base;  ///< nothing where the table `levels` has no row
  std::string year;
  std::vector<EffectIndex> effects;
};

/// While `when` holds (or in `baseline`), the level changes by the estimate (combine = sum) or is
/// at least / at most it (max, min).
struct Effect {
  Origin origin;
  Condition when;
  std::optional<BaselineIndex> baseline;  ///< then `when` has no terms and does not apply
  LevelIndex level;
  Estimate change;
  std::optional<ClaimIndex> if_claim;
};

struct LevelBound {
  LevelIndex level;
  std::optional<Rational> at_least;
  std::optional<Rational> at_most;
};

struct Limit {
  Origin origin;
  std::variant<Condition, LevelBound> forbids;  ///< a forbidden condition, or bounds to be kept
  std::optional<ClaimIndex> if_claim;
};

enum class ClaimStatus { accepted, contested, unknown, refuted };

struct Claim {
  Origin origin;
  std::string text;
  std::string claimant;
  std::string date;
  std::string settled_by;
  ClaimStatus status = ClaimStatus::contested;
  std::optional<Rational> probability;
};

enum class Shape { linear, capped, points, step };

/// Value of a level, exactly. linear: (x - worst) / (best - worst); capped: the same, cut to 0..1;
/// points: between the points linear, outside flat; step: 1 when at least as good as best, else 0.
struct ValueFunction {
  Shape shape = Shape::linear;
  Rational worst;
  Rational best;
  std::vector<std::pair<Rational, Rational>> points;  ///< x rising
  bool more_is_better = true;                         ///< for step
};

struct Interest {
  Origin origin;
  PartyIndex party;
  LevelIndex level;
  ValueFunction value;
};

/// What is known of one party's weights, one entry an interest, in the order of
/// `Case::interests_of`. Ranks: 1 is the greatest swing, equal ranks state no order.
struct RankWeights {
  std::vector<std::size_t> ranks;
};
/// Numbers that are not negative, not all zero; divided by their sum when used.
struct NumberWeights {
  std::vector<Rational> numbers;
};
/// Bounds within 0..1 that leave room for a sum of 1.
struct IntervalWeights {
  std::vector<Rational> low;
  std::vector<Rational> high;
};
using Weights = std::variant<RankWeights, NumberWeights, IntervalWeights>;

struct Position {
  Origin origin;
  PartyIndex party;
  std::string date;
  std::string kind;
  std::string words;
};

enum class Verdict { no_objection, objection, cannot_tell };

struct Expectation {
  Origin origin;
  std::string name;
  Package package;  ///< issues left out stand at their default
  PartyIndex party;
  Verdict expected = Verdict::cannot_tell;
  std::string why;
};

/// A text of the case, wherever it stands, in Japanese: `of` (TABLE.ROW.COLUMN) is a cell with it.
struct Translation {
  Origin origin;
  std::string of;
  std::string text;
  std::string ja;
};

struct Source {
  std::string id;
  std::size_t row = 0;
  std::string title;
  std::string address;
  std::string date;
  std::string access;
};

/// Where the reservation comes from: the lottery of the baselines, or the levels as they stand.
enum class ReservationFrom { baselines, today };

/// A row that the date leaves out: not known yet, replaced, or resting on one that is left out.
struct LeftOut {
  std::string table;
  std::size_t row = 0;
  std::string id;
  std::string because;
};

/// How many rows of a table are known at the date, and how many are left out as not known yet.
struct KnownCount {
  std::size_t known = 0;
  std::size_t not_yet = 0;
};

/// The same of the tables that say who must be asked, and of the parties that have interests.
struct KnownSoFar {
  KnownCount gates;
  KnownCount refusals;
  KnownCount interests;
  KnownCount parties_with_interests;

  /// Half or more of the gates, or of the parties with interests, are not known yet: what passes at
  /// the date passes since hardly anybody is asked.
  bool too_little() const;
};

struct Case {
  std::string id;
  std::string title;
  std::string question;
  std::string asked_by;
  std::string as_of;
  std::vector<std::string> dates;
  std::vector<Condition> wants;  ///< empty: every package is an answer
  GateRule consent;              ///< over gates; by default all of them
  ReservationFrom reservation = ReservationFrom::baselines;
  std::string prepared;

  std::vector<Party> parties;
  std::vector<Place> places;
  std::vector<Gate> gates;
  std::vector<Refusal> refusals;
  std::vector<Baseline> baselines;
  std::vector<Issue> issues;
  std::vector<Measure> measures;
  std::vector<Level> levels;
  std::vector<Effect> effects;
  std::vector<Limit> limits;
  std::vector<Claim> claims;
  std::vector<Interest> interests;
  std::vector<Position> positions;
  std::vector<Expectation> expectations;
  House house;
  std::vector<Source> sources;
  std::vector<Translation> translations;  ///< of cells of rows that are known

  /// By party: its interests, and its weights over them (none where it has no interests).
  std::vector<std::vector<InterestIndex>> interests_of;
  std::vector<std::optional<Weights>> weights_of;

  std::vector<LeftOut> left_out;
  KnownSoFar known_so_far;

  const Party& at(PartyIndex i) const { return parties[i.value]; }
  const Gate& at(GateIndex i) const { return gates[i.value]; }
  const Refusal& at(RefusalIndex i) const { return refusals[i.value]; }
  const Baseline& at(BaselineIndex i) const { return baselines[i.value]; }
  const Issue& at(IssueIndex i) const { return issues[i.value]; }
  const Measure& at(MeasureIndex i) const { return measures[i.value]; }
  const Level& at(LevelIndex i) const { return levels[i.value]; }
  const Effect& at(EffectIndex i) const { return effects[i.value]; }
  const Limit& at(LimitIndex i) const { return limits[i.value]; }
  const Claim& at(ClaimIndex i) const { return claims[i.value]; }
  const Interest& at(InterestIndex i) const { return interests[i.value]; }
  const Place& at(PlaceIndex i) const { return places[i.value]; }
};

/// A truth value for each claim, by claim.
using Reading = std::vector<bool>;

/// Claims that are not refuted are taken as stated.
Reading default_reading(const Case& a_case);

/// Name of a party or place.
const std::string& bearer_name(const Case& a_case, BearerIndex bearer);
const std::string& bearer_id(const Case& a_case, BearerIndex bearer);

/// False if the party has neither interests, refusals that stand nor a rule: at a gate it counts as
/// yes and is printed "not modelled".
bool is_modelled(const Case& a_case, PartyIndex party);

/// The parties of gates that are not modelled.
std::vector<PartyIndex> not_modelled(const Case& a_case);

/// What a gate's own row cannot say: the issue (if any) whose option `yes` overrides it.
std::optional<IssueIndex> override_of(const Case& a_case, GateIndex gate);

}  // namespace nemawashi::model
