// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/sums.h"

#include "engine/model/levels.h"

namespace nemawashi::agree {
namespace {

using model::Combine;
using model::Shape;

/// The effects on a level that hold somewhere in the space, as cubes.
std::vector<trees::Cube> change_cubes(const model::Case& a_case, const model::Reading& reading,
                                      const Space& space, model::LevelIndex level) {
  std::vector<trees::Cube> cubes;
  for (const auto index : a_case.at(level).effects) {
    const model::Effect& effect = a_case.at(index);
    if (effect.baseline || !model::in_force(effect.if_claim, reading)) continue;
    auto where = literals(space, effect.when);
    if (!where || !effect.change.likely) continue;
    cubes.push_back({std::move(*where), *effect.change.likely});
  }
  return cubes;
}

Rational base_of(const model::Case& a_case, model::LevelIndex level) {
  return model::level_today(a_case, level).value_or(Rational(0));
}

trees::Gathering gathering(Combine combine) {
  return combine == Combine::max   ? trees::Gathering::greatest
         : combine == Combine::min ? trees::Gathering::least
                                   : trees::Gathering::sum;
}

trees::BentTerm bent_term(const model::Case& a_case, const model::Reading& reading,
                          const Space& space, model::LevelIndex level) {
  trees::BentTerm term;
  term.gathering = gathering(a_case.at(a_case.at(level).measure).combine);
  term.base = base_of(a_case, level);
  term.changes = change_cubes(a_case, reading, space, level);
  return term;
}

trees::PiecewiseLinear line_through(const Rational& x0, const Rational& v0, const Rational& x1,
                                    const Rational& v1) {
  const Rational slope = (v1 - v0) / (x1 - x0);
  return {{{std::nullopt, true, slope, v0 - slope * x0}}};
}

trees::PiecewiseLinear through_points(const std::vector<std::pair<Rational, Rational>>& points) {
  trees::PiecewiseLinear result;
  result.pieces.push_back({points.front().first, true, 0, points.front().second});
  for (std::size_t i = 1; i < points.size(); ++i) {
    const auto line =
        line_through(points[i - 1].first, points[i - 1].second, points[i].first, points[i].second);
    const trees::Piece& piece = line.pieces.front();
    result.pieces.push_back({points[i].first, true, piece.slope, piece.intercept});
  }
  result.pieces.push_back({std::nullopt, true, 0, points.back().second});
  return result;
}

/// The value function as pieces.
trees::PiecewiseLinear pieces(const model::ValueFunction& function) {
  switch (function.shape) {
    case Shape::linear:
      return line_through(function.worst, 0, function.best, 1);
    case Shape::capped:
      if (function.worst < function.best) {
        return through_points({{function.worst, 0}, {function.best, 1}});
      }
      return through_points({{function.best, 1}, {function.worst, 0}});
    case Shape::points:
      return through_points(function.points);
    case Shape::step:
      break;
  }
  const bool more = function.more_is_better;
  return {{{function.best, !more, 0, more ? 0 : 1}, {std::nullopt, true, 0, more ? 1 : 0}}};
}

}  // namespace

trees::WeightedSum level_sum(const model::Case& a_case, const model::Reading& reading,
                             const Space& space, model::LevelIndex level) {
  trees::BentTerm term = bent_term(a_case, reading, space, level);
  if (term.gathering == trees::Gathering::sum) return {term.base, std::move(term.changes), {}};
  term.value = line_through(0, 0, 1, 1);
  return {0, {}, {std::move(term)}};
}

trees::WeightedSum gain_sum(const model::Case& a_case, const model::Reading& reading,
                            const Space& space, model::PartyIndex party,
                            const model::WeightVector& weights) {
  const auto& interests = a_case.interests_of[party.value];
  trees::WeightedSum total;
  total.constant = -a_case.at(party).margin;
  for (std::size_t i = 0; i < interests.size(); ++i) {
    if (weights[i] == 0) continue;
    const model::Interest& interest = a_case.at(interests[i]);
    const auto reservation = model::reservation_value(a_case, reading, interest);
    total.constant -= weights[i] * reservation.value_or(Rational(0));
    trees::BentTerm term = bent_term(a_case, reading, space, interest.level);
    term.value = pieces(interest.value);
    total = sum_of(total, trees::scaled(trees::straightened(std::move(term)), weights[i]));
  }
  return total;
}

std::vector<model::WeightVector> weights_at(const model::Case& a_case, model::PartyIndex party,
                                            model::Certainty certainty) {
  const model::Weights& weights = *a_case.weights_of[party.value];
  if (certainty == model::Certainty::central) return {model::central_weights(weights)};
  return model::weight_vertices(weights).value();  // read_case refuses more than can be listed.
}

std::vector<trees::WeightedSum> gain_sums(const model::Case& a_case, const model::Reading& reading,
                                          const Space& space, model::PartyIndex party,
                                          model::Certainty certainty) {
  std::vector<trees::WeightedSum> sums;
  for (const auto& weights : weights_at(a_case, party, certainty)) {
    sums.push_back(gain_sum(a_case, reading, space, party, weights));
  }
  return sums;
}

trees::WeightedSum central_gain_sum(const model::Case& a_case, const model::Reading& reading,
                                    const Space& space, model::PartyIndex party) {
  return gain_sum(a_case, reading, space, party,
                  model::central_weights(*a_case.weights_of[party.value]));
}

trees::WeightedSum central_worth_sum(const model::Case& a_case, const model::Reading& reading,
                                     const Space& space, model::PartyIndex party) {
  trees::WeightedSum sum = central_gain_sum(a_case, reading, space, party);
  sum.constant += model::central_reservation(a_case, reading, party).value_or(Rational(0)) +
                  a_case.at(party).margin;
  return sum;
}

std::vector<model::Condition> unknown_where(const model::Case& a_case,
                                            const model::Reading& reading,
                                            model::LevelIndex level) {
  std::vector<model::Condition> conditions;
  for (const auto index : a_case.at(level).effects) {
    const model::Effect& effect = a_case.at(index);
    if (effect.baseline || effect.change.likely) continue;
    if (model::in_force(effect.if_claim, reading)) conditions.push_back(effect.when);
  }
  return conditions;
}

std::optional<std::vector<model::Condition>> unknown_where(const model::Case& a_case,
                                                           const model::Reading& reading,
                                                           model::PartyIndex party) {
  std::vector<model::Condition> conditions;
  for (const auto index : a_case.interests_of[party.value]) {
    const model::Interest& interest = a_case.at(index);
    if (!model::level_today(a_case, interest.level)) return std::nullopt;
    if (!model::reservation_value(a_case, reading, interest)) return std::nullopt;
    for (auto& condition : unknown_where(a_case, reading, interest.level)) {
      conditions.push_back(std::move(condition));
    }
  }
  return conditions;
}

}  // namespace nemawashi::agree
