// SPDX-License-Identifier: Apache-2.0
// Levels, weights, answers and consent against the oracle, package by package; and against weights
// drawn at random: no draw may contradict what is called necessary or not possible.
#include <algorithm>

#include <gtest/gtest.h>

#include "engine/model/answer.h"
#include "engine/model/weights.h"
#include "tests/oracle.h"
#include "tests/random_case.h"

namespace nemawashi::tests {
namespace {

using base::Rational;

std::string traced(std::size_t number) {
  return "NEMAWASHI_SEED=" + std::to_string(seed()) + ", case " + std::to_string(number);
}

ByCertainty by_certainty(const model::Yes& yes) {
  return {yes.necessary, yes.central, yes.possible};
}

void expect_same_answer(const PartyTruth& truth, const model::PartyAnswer& answer) {
  EXPECT_EQ(by_certainty(answer.yes), truth.yes);
  EXPECT_EQ(!answer.unknown.empty(), truth.unknown);
  ASSERT_EQ(answer.gain.has_value(), truth.least.has_value());
  if (!answer.gain) return;
  EXPECT_EQ(answer.gain->differences, truth.differences);
  EXPECT_EQ(answer.gain->least.value, *truth.least);
  EXPECT_EQ(answer.gain->central.value, *truth.central);
  EXPECT_EQ(answer.gain->greatest.value, *truth.greatest);
  EXPECT_EQ(answer.only_at_boundary, *truth.greatest == 0 && *truth.least < 0);
}

/// Those weights are allowed and attain the value.
void expect_attained(const model::WeightedValue& value, const PartyWeights& weights,
                     const PartyTruth& truth, const Rational& margin) {
  EXPECT_TRUE(allows(weights.allowed, value.weights));
  EXPECT_EQ(dot(value.weights, truth.differences) - margin, value.value);
}

TEST(OracleAnswer, PartiesGatesAndLimitsAgree) {
  for (std::size_t number = 0; number < number_of_cases(); ++number) {
    SCOPED_TRACE(traced(number));
    base::Random random(seed(), number);
    const model::Case a_case = random_case(random);
    const model::Reading reading = random_reading(random, a_case);
    const Truth truth = truth_of(a_case, reading);
    for (const PackageTruth& package : truth.packages) {
      const auto answers = model::party_answers(a_case, reading, package.package);
      for (std::size_t p = 0; p < answers.size(); ++p) {
        expect_same_answer(package.parties[p], answers[p]);
        if (!answers[p].gain) continue;
        const Rational& margin = a_case.parties[p].margin;
        for (const auto* end : {&answers[p].gain->least, &answers[p].gain->greatest}) {
          expect_attained(*end, *truth.weights[p], package.parties[p], margin);
        }
      }
      EXPECT_EQ(by_certainty(model::consent(a_case, package.package, answers)), package.consent);
      EXPECT_EQ(model::broken_limits(a_case, reading, package.package).empty(), package.feasible);
      EXPECT_EQ(model::is_wanted(a_case, package.package), package.wanted);
    }
    if (HasFailure()) return;
  }
}

TEST(OracleAnswer, WeightVerticesAreTheBasicFeasibleSolutions) {
  for (std::size_t number = 0; number < number_of_cases(); number += 4) {
    SCOPED_TRACE(traced(number));
    base::Random random(seed(), number);
    const model::Case a_case = random_case(random, {.parties = 3, .interests = 5});
    for (std::size_t p = 0; p < a_case.parties.size(); ++p) {
      if (!a_case.weights_of[p]) continue;
      const model::Weights& weights = *a_case.weights_of[p];
      const std::size_t interests = a_case.interests_of[p].size();
      const auto expected = vertices(inequalities(weights, interests), interests);
      auto found = model::weight_vertices(weights);
      ASSERT_TRUE(found);
      std::sort(found->begin(), found->end());
      EXPECT_EQ(*found, expected);
      EXPECT_EQ(model::central_weights(weights), central(weights, expected));
    }
    if (HasFailure()) return;
  }
}

/// One draw of weights for all parties, independently.
std::vector<bool> worth_tests(base::Random& random, const model::Case& a_case, const Truth& truth,
                              const PackageTruth& package) {
  std::vector<bool> result;
  for (std::size_t p = 0; p < a_case.parties.size(); ++p) {
    const PartyTruth& party = package.parties[p];
    if (party.unknown || !party.least) {
      result.push_back(!party.unknown || random.below(2) == 0);
      continue;
    }
    const Vector weights = random_weights(random, *a_case.weights_of[p]);
    EXPECT_TRUE(allows(truth.weights[p]->allowed, weights));
    const Rational gain = dot(weights, party.differences) - a_case.parties[p].margin;
    EXPECT_LE(*party.least, gain);
    EXPECT_LE(gain, *party.greatest);
    result.push_back(gain >= 0);
  }
  return result;
}

TEST(OracleAnswer, NoRandomWeightsContradictACertainty) {
  constexpr std::size_t kOneCaseIn = 20;
  constexpr std::size_t kDraws = 1000;
  for (std::size_t number = 0; number < number_of_cases(); number += kOneCaseIn) {
    SCOPED_TRACE(traced(number));
    base::Random random(seed(), number);
    const model::Case a_case = random_case(random);
    const model::Reading reading = random_reading(random, a_case);
    const Truth truth = truth_of(a_case, reading);
    const PackageTruth& package = truth.packages[random.below(truth.packages.size())];
    const auto answers = model::party_answers(a_case, reading, package.package);
    const model::Yes consent = model::consent(a_case, package.package, answers);
    for (std::size_t draw = 0; draw < kDraws; ++draw) {
      const auto tests = worth_tests(random, a_case, truth, package);
      const auto yes = party_yes(a_case, reading, package.package, tests);
      for (std::size_t p = 0; p < yes.size(); ++p) {
        EXPECT_TRUE(!answers[p].yes.necessary || yes[p]);
        EXPECT_TRUE(answers[p].yes.possible || !yes[p]);
      }
      const bool passes = consents(a_case, package.package, yes);
      EXPECT_TRUE(!consent.necessary || passes);
      EXPECT_TRUE(consent.possible || !passes);
      if (HasFailure()) return;
    }
  }
}

/// The cases must be worth the trouble: each kind of answer occurs often.
TEST(OracleAnswer, RandomCasesAreVaried) {
  std::size_t cases = 0;
  std::size_t some_but_not_all_pass = 0;
  std::size_t certainties_differ = 0;
  std::size_t exact_ties = 0;
  for (std::size_t number = 0; number < 200; ++number, ++cases) {
    base::Random random(seed(), number);
    const model::Case a_case = random_case(random);
    const Truth truth = truth_of(a_case, model::default_reading(a_case));
    std::array<std::size_t, 3> passing{};
    bool tie = false;
    for (const PackageTruth& package : truth.packages) {
      for (std::size_t c = 0; c < 3; ++c) passing[c] += package.ratifiable(c) ? 1U : 0U;
      for (const PartyTruth& party : package.parties) {
        tie = tie || (party.central && (*party.central == 0 || *party.least == 0));
      }
    }
    some_but_not_all_pass += passing[1] > 0 && passing[1] < truth.packages.size() ? 1U : 0U;
    certainties_differ += passing[0] < passing[2] ? 1U : 0U;
    exact_ties += tie ? 1U : 0U;
  }
  EXPECT_GT(some_but_not_all_pass, cases / 4);
  EXPECT_GT(certainties_differ, cases / 5);
  EXPECT_GT(exact_ties, cases / 4);
}

}  // namespace
}  // namespace nemawashi::tests
