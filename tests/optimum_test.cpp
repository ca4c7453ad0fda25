// SPDX-License-Identifier: Apache-2.0
// The greatest sum and product of gains by bounds, on random cases: those of the list of all
// packages; and where the search ends early, bounds on them.
#include <algorithm>
#include <optional>

#include <gtest/gtest.h>

#include "engine/agree/optima.h"
#include "tests/trial.h"

namespace nemawashi::tests {
namespace {

using agree::Optimum;
using base::Rational;

/// The greatest value over the packages of R_central in which the parties' gains are known; those
/// without a value (`value` gives nothing) do not count.
template <class Value>
std::optional<Rational> true_greatest(const Truth& truth,
                                      const std::vector<model::PartyIndex>& parties,
                                      const Value& value) {
  std::optional<Rational> greatest;
  for (const PackageTruth& package : truth.packages) {
    if (!package.ratifiable(1)) continue;
    Vector gains;
    for (const auto party : parties) {
      if (const auto& gain = package.parties[party.value].central) gains.push_back(*gain);
    }
    if (gains.size() != parties.size()) continue;
    const std::optional<Rational> here = value(gains);
    if (here && (!greatest || *here > *greatest)) greatest = here;
  }
  return greatest;
}

std::optional<Rational> sum_of(const Vector& gains) {
  Rational sum = 0;
  for (const Rational& gain : gains) sum += gain;
  return sum;
}

std::optional<Rational> product_of(const Vector& gains) {
  Rational product = 1;
  for (const Rational& gain : gains) {
    if (gain <= 0) return std::nullopt;
    product *= gain;
  }
  return product;
}

/// That the package passes and has these gains.
void expect_attained(const Truth& truth, const std::vector<model::PartyIndex>& parties,
                     const Optimum& found) {
  const auto package = std::find_if(truth.packages.begin(), truth.packages.end(),
                                    [&](const auto& one) { return one.package == *found.package; });
  ASSERT_NE(package, truth.packages.end());
  EXPECT_TRUE(package->ratifiable(1));
  for (std::size_t i = 0; i < parties.size(); ++i) {
    EXPECT_EQ(package->parties[parties[i].value].central, found.gains[i]);
  }
}

template <class Find, class Value>
void expect_right(const Find& find, const Value& value) {
  std::size_t passing = 0;
  std::size_t ended_early = 0;
  for_each_trial<Trial>(1, [&](Trial& trial) {
    const auto parties = parties_with_interests(trial.a_case);
    if (parties.empty()) return;
    const auto greatest = true_greatest(trial.truth, parties, value);
    const std::optional<Optimum> found = find(trial.problem, parties, agree::OptimumOptions{});
    ASSERT_TRUE(found);
    EXPECT_TRUE(found->proved());
    EXPECT_EQ(found->value, greatest);
    if (found->package) {
      ++passing;
      expect_attained(trial.truth, parties, *found);
    }
    for (const std::size_t steps : {std::size_t{0}, 1 + trial.random.below(4)}) {
      const std::optional<Optimum> early =
          find(trial.problem, parties, agree::OptimumOptions{.steps = steps});
      ASSERT_TRUE(early);
      if (!early->proved()) ++ended_early;
      EXPECT_TRUE(!greatest || (early->bound && *early->bound >= *greatest));
      if (!early->value) continue;
      ASSERT_TRUE(greatest);
      EXPECT_LE(*early->value, *greatest);
      expect_attained(trial.truth, parties, *early);
    }
  });
  EXPECT_GT(passing, number_of_cases() / 20);
  // Few small cases are not proved by the multipliers alone.
  EXPECT_TRUE(ended_early > 0 || number_of_cases() < 1000);
}

TEST(Optimum, OfTheSumIsThatOfTheList) {
  expect_right([](const auto& problem, const auto& parties,
                  const auto& wanted) { return agree::greatest_sum(problem, parties, wanted, {}); },
               sum_of);
}

TEST(Optimum, OfTheProductIsThatOfTheList) {
  expect_right(
      [](const auto& problem, const auto& parties, const auto& wanted) {
        return agree::greatest_product(problem, parties, wanted, {});
      },
      product_of);
}

/// The sum or product over R0 of what bargains; nothing where a gain is negative.
std::optional<Rational> willing(const Vector& gains,
                                std::optional<Rational> (*value)(const Vector&)) {
  const bool all = std::all_of(gains.begin(), gains.end(), [](const auto& g) { return g >= 0; });
  return all ? value(gains) : std::nullopt;
}

TEST(Optimum, OverR0IsThatOfTheListAndOfThoseWhoBargain) {
  std::size_t compared = 0;
  for_each_trial<Trial>(1, [&](Trial& trial) {
    const auto found = agree::optima(trial.problem, {}, {});
    ASSERT_TRUE(found);
    const auto bargaining = agree::default_bargaining(trial.problem, {});
    ASSERT_TRUE(found->bargaining);
    EXPECT_EQ(found->bargaining->parties, bargaining.parties);
    EXPECT_EQ(found->bargaining->left_out, bargaining.left_out);
    const bool some = std::any_of(trial.truth.packages.begin(), trial.truth.packages.end(),
                                  [](const auto& package) { return package.ratifiable(1); });
    EXPECT_EQ(found->ratifiable.has_value(), some);
    EXPECT_EQ(found->sum.has_value(), !bargaining.parties.empty());
    if (!found->sum) return;
    ++compared;
    const auto greatest = [&](std::optional<Rational> (*value)(const Vector&)) {
      return true_greatest(trial.truth, bargaining.parties,
                           [&](const Vector& gains) { return willing(gains, value); });
    };
    EXPECT_EQ(found->sum->value, greatest(sum_of));
    EXPECT_EQ(found->product->value, greatest(product_of));
    EXPECT_TRUE(found->proved());
    if (found->sum->package) expect_attained(trial.truth, bargaining.parties, *found->sum);
  });
  EXPECT_GT(compared, number_of_cases() / 10);
}

TEST(Optimum, WithoutAStepWhoeverIsSaidToBargainDoes) {
  for_each_trial<Trial>(4, [&](Trial& trial) {
    const auto early = agree::optima(trial.problem, {.steps = 0}, {});
    if (!early || !early->bargaining) return;
    EXPECT_EQ(early->bargaining->parties, agree::default_bargaining(trial.problem, {}).parties);
  });
}

TEST(Optimum, BeyondItsLimitsNothingIsSaid) {
  for_each_trial<Trial>(20, [&](Trial& trial) {
    const auto parties = parties_with_interests(trial.a_case);
    const auto found = agree::greatest_sum(trial.problem, parties, {.coalitions = 0}, {});
    const bool some = true_greatest(trial.truth, parties, sum_of).has_value();
    EXPECT_TRUE(!found || !some);
  });
}

}  // namespace
}  // namespace nemawashi::tests
