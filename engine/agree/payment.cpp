// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/payment.h"

#include <algorithm>
#include <map>

#include "engine/agree/shortfall.h"
#include "engine/model/levels.h"
#include "engine/trees/members.h"
#include "engine/trees/threshold.h"

namespace nemawashi::agree {
namespace {

using model::Certainty;
using trees::Node;

bool is_transferable(const model::Case& a_case, const model::Interest& interest) {
  const model::Measure& measure = a_case.at(a_case.at(interest.level).measure);
  return measure.transferable && interest.value.shape == model::Shape::linear &&
         measure.more_is_better == (interest.value.best > interest.value.worst);
}

Rational slope(const model::ValueFunction& value) { return 1 / Rational(value.best - value.worst); }

/// Minus the least improvement of the level of one interest with which the party's test is passed,
/// over the set, and where.
std::optional<Extreme> least_transfer(const Problem& problem, const Block& block, Node set,
                                      model::PartyIndex party, std::size_t interest,
                                      Certainty certainty) {
  const model::Case& a_case = problem.a_case;
  const auto index = a_case.interests_of[party.value][interest];
  const Rational worth_of_one = abs(slope(a_case.at(index).value));
  set = block.store.conjunction(set, block.regions.known(party));
  std::vector<trees::WeightedSum> needs;
  for (const auto& weights : weights_at(a_case, party, certainty)) {
    const auto gain = gain_sum(a_case, problem.reading, block.space, party, weights);
    if (weights[interest] > 0) {
      needs.push_back(trees::scaled(gain, 1 / Rational(weights[interest] * worth_of_one)));
    } else if (certainty != Certainty::possible) {  // Under these weights it does not count.
      set = block.store.conjunction(set, trees::at_least(block.store, gain, 0));
    }
  }
  if (needs.empty()) return std::nullopt;
  return certainty == Certainty::necessary ? greatest_of_least(block.store, set, needs)
                                           : greatest_of_greatest(block.store, set, needs);
}

Rational gain_at(const model::Case& a_case, model::PartyIndex party,
                 const std::vector<Rational>& differences, Certainty certainty) {
  const model::Weights& weights = *a_case.weights_of[party.value];
  const Rational& margin = a_case.at(party).margin;
  if (certainty == Certainty::central) {
    return model::weighted(model::central_weights(weights), differences) - margin;
  }
  const auto range = model::value_range(weights, differences);
  return (certainty == Certainty::necessary ? range.least : range.greatest).value - margin;
}

std::vector<Bearing> bearers(const Problem& problem, const Payment& payment, Certainty certainty) {
  const model::Case& a_case = problem.a_case;
  const auto measure = a_case.at(payment.level).measure;
  std::vector<Bearing> result;
  for (std::size_t p = 0; p < a_case.parties.size(); ++p) {
    const model::PartyIndex party(p);
    if (party == payment.party) continue;
    const auto gain = model::gain_of(a_case, problem.reading, party, payment.package);
    if (!gain || gain_at(a_case, party, gain->differences, certainty) <= 0) continue;
    const auto& interests = a_case.interests_of[p];
    for (std::size_t i = 0; i < interests.size(); ++i) {
      const model::Interest& interest = a_case.at(interests[i]);
      if (a_case.at(interest.level).measure != measure || interest.level == payment.level) continue;
      const bool more = a_case.at(measure).more_is_better;
      const Rational then = gain->levels[i] + (more ? -payment.amount : payment.amount);
      auto differences = gain->differences;
      differences[i] += model::value(interest.value, then) - gain->values[i];
      Rational left = gain_at(a_case, party, differences, certainty);
      if (left >= 0) result.push_back({party, interest.level, std::move(left)});
    }
  }
  return result;
}

}  // namespace

Payments payments(const Problem& problem, const Conflicts& conflicts,
                  const SearchOptions& options) {
  const model::Case& a_case = problem.a_case;
  Payments result;
  for (std::size_t m = 0; m < a_case.measures.size(); ++m) {
    if (a_case.measures[m].transferable) result.transferable.emplace_back(m);
  }
  if (result.transferable.empty()) return result;
  using Key = std::tuple<std::size_t, std::size_t, std::size_t>;  // relaxation, element, interest
  using Found = std::map<Key, Payment>;
  Found found;
  const auto looked_at = [&](const Relaxation& relaxation) {
    return std::all_of(relaxation.elements.begin(), relaxation.elements.end(), [&](auto e) {
      return std::holds_alternative<model::PartyIndex>(conflicts.elements[e]);
    });
  };
  result.unvisited = gather<Found>(problem, options, found, [&](const Block& block, Found& next) {
    for (std::size_t r = 0; r < conflicts.relaxations.size(); ++r) {
      const Relaxation& relaxation = conflicts.relaxations[r];
      if (!looked_at(relaxation)) continue;
      std::vector<bool> which(conflicts.elements.size());
      for (const std::size_t e : relaxation.elements) which[e] = true;
      const Node open =
          opened(block, conflicts.certainty, given_up(a_case, conflicts.elements, which));
      for (const std::size_t e : relaxation.elements) {
        const auto party = std::get<model::PartyIndex>(conflicts.elements[e]);
        const auto& interests = a_case.interests_of[party.value];
        for (std::size_t i = 0; i < interests.size(); ++i) {
          const model::Interest& interest = a_case.at(interests[i]);
          if (!is_transferable(a_case, interest)) continue;
          const auto least = least_transfer(problem, block, open, party, i, conflicts.certainty);
          if (!least) continue;
          const auto first =
              trees::first_assignments(block.store, least->where, 1, order_of(block.space));
          Payment payment{
              r, party, interest.level, -least->value, package_of(block.space, first.front()), {}};
          const auto [known, added] = next.try_emplace({r, e, i}, payment);
          const bool better =
              payment.amount < known->second.amount ||
              (payment.amount == known->second.amount && payment.package < known->second.package);
          if (!added && better) known->second = std::move(payment);
        }
      }
    }
  });
  for (auto& [key, payment] : found) {
    payment.bearers = bearers(problem, payment, conflicts.certainty);
    result.payments.push_back(std::move(payment));
  }
  return result;
}

}  // namespace nemawashi::agree
