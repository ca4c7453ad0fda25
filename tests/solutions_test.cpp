// SPDX-License-Identifier: Apache-2.0
// Bargaining solutions and samples on random cases: by every way of computing them and in any
// blocks they are those of the definitions, and they keep the axioms.
#include "engine/agree/solutions.h"

#include <algorithm>
#include <map>

#include <gtest/gtest.h>

#include "engine/agree/sample.h"
#include "engine/trees/sample.h"
#include "tests/permuted_case.h"
#include "tests/trial.h"
#include "tests/truth_of_solutions.h"

namespace nemawashi::tests {
namespace {

using agree::Problem;
using agree::SearchOptions;
using agree::Solution;
using agree::SolutionOptions;
using base::Rational;

constexpr SolutionOptions kByListing = {.members = 1000};
constexpr SolutionOptions kByFrontier = {.members = 1000, .listed = 0};
constexpr SolutionOptions kByThresholds = {.members = 1000, .listed = 0, .frontier_points = 0};

/// Half of the cases without refusals and limits, and with more readiness to agree, so that there
/// is something to bargain over.
model::Case bargained(base::Random& random) {
  model::Case a_case = random_case(random, {.parties = 4, .interests = 3});
  if (random.below(2) == 0) return a_case;
  a_case.refusals.clear();
  a_case.limits.clear();
  for (model::Party& party : a_case.parties) {
    party.margin = -base::fraction(static_cast<int>(random.below(3)), 2);
  }
  return a_case;
}

struct BargainTrial {
  base::Random random;
  model::Case a_case;
  Problem problem;

  explicit BargainTrial(std::size_t number)
      : random(seed(), number),
        a_case(bargained(random)),
        problem{a_case, random_reading(random, a_case),
                agree::whole_scope(a_case, agree::Overrides::fixed_at_no)} {}
  BargainTrial(const BargainTrial&) = delete;
  BargainTrial& operator=(const BargainTrial&) = delete;

  Truth truth() const { return within(truth_of(a_case, problem.reading), problem.scope); }
};

agree::Solutions solved(const Problem& problem, const SolutionOptions& wanted = kByListing,
                        const SearchOptions& options = {}) {
  return agree::solutions(problem, agree::default_bargaining(problem, options), wanted, options);
}

void expect_true(const agree::Solutions& found, const std::vector<Bargain>& r0) {
  EXPECT_EQ(found.unvisited, 0);
  EXPECT_EQ(found.r0_packages, r0.size());
  for (const Solution solution : agree::kSolutions) {
    const std::vector<Bargain> expected = true_solution(solution, r0);
    const agree::SolutionSet& set = found.of(solution);
    EXPECT_EQ(set.packages, expected.size());
    ASSERT_EQ(set.members.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
      EXPECT_EQ(set.members[i].package, expected[i].package);
      EXPECT_EQ(set.members[i].gains, expected[i].gains);
    }
  }
}

void expect_undominated(const agree::Solutions& found, const std::vector<Bargain>& r0) {
  for (const Solution solution : agree::kSolutions) {
    if (solution == Solution::minimax_regret) continue;  // See engine/agree/solutions_test.cpp.
    for (const auto& member : found.of(solution).members) {
      EXPECT_TRUE(std::none_of(r0.begin(), r0.end(), [&](const Bargain& other) {
        return dominates(other.gains, member.gains);
      }));
    }
  }
}

TEST(Solutions, AgreeWithTheirDefinitionsHoweverTheyAreComputed) {
  std::size_t bargains = 0;
  for_each_trial<BargainTrial>(1, [&](BargainTrial& trial) {
    const auto bargaining = agree::default_bargaining(trial.problem, {});
    if (bargaining.parties.empty()) return;
    const auto r0 = true_r0(trial.truth(), bargaining.parties);
    if (bargaining.parties.size() > 1 && r0.size() > 1) ++bargains;
    for (const auto& wanted : {kByListing, kByFrontier, kByThresholds}) {
      const auto found = agree::solutions(trial.problem, bargaining, wanted, {});
      expect_true(found, r0);
      expect_undominated(found, r0);
      expect_true(agree::solutions(trial.problem, bargaining, wanted, in_many_blocks(trial.random)),
                  r0);
    }
  });
  EXPECT_GT(bargains, number_of_cases() / 20);
}

/// What is said of a solution whatever its packages and parties are called.
std::vector<std::pair<std::vector<Rational>, agree::Integer>> sizes(const agree::Solutions& found) {
  std::vector<std::pair<std::vector<Rational>, agree::Integer>> result;
  for (const auto& set : found.sets) result.emplace_back(set.values, set.packages);
  return result;
}

std::vector<std::vector<model::Package>> packages(const agree::Solutions& found) {
  std::vector<std::vector<model::Package>> result;
  for (const auto& set : found.sets) {
    auto& list = result.emplace_back();
    for (const auto& member : set.members) list.push_back(member.package);
    std::sort(list.begin(), list.end());
  }
  return result;
}

TEST(Solutions, DoNotDependOnTheOrderOfRows) {
  for_each_trial<BargainTrial>(1, [](BargainTrial& trial) {
    const PermutedCase other = permuted(trial.random, trial.a_case);
    const Problem twin{other.a_case, moved(other, trial.problem.reading),
                       agree::whole_scope(other.a_case, agree::Overrides::fixed_at_no)};
    const agree::Solutions found = solved(trial.problem);
    const agree::Solutions expected = solved(twin, kByThresholds);
    EXPECT_EQ(sizes(found), sizes(expected));
    auto lists = packages(found);
    for (auto& list : lists) {
      for (auto& package : list) package = moved(other, package);
      std::sort(list.begin(), list.end());
    }
    EXPECT_EQ(lists, packages(expected));
  });
}

/// Puts factor x value + shift in the place of each value of the party, with its margin; false if
/// one of its shapes cannot be stretched.
bool stretch(model::Case& a_case, model::PartyIndex party, const Rational& factor,
             const Rational& shift) {
  for (const auto index : a_case.interests_of[party.value]) {
    model::ValueFunction& value = a_case.interests[index.value].value;
    const Rational range = value.best - value.worst;
    if (value.shape == model::Shape::linear) {
      value.best = value.worst + (1 - shift) / factor * range;
      value.worst = value.worst - shift / factor * range;
    } else if (value.shape == model::Shape::points) {
      for (auto& point : value.points) point.second = factor * point.second + shift;
    } else {
      return false;
    }
  }
  a_case.parties[party.value].margin *= factor;
  return true;
}

TEST(Solutions, KalaiSmorodinskyStaysWhenThePartysScaleIsStretchedAndShifted) {
  std::size_t stretched = 0;
  for_each_trial<BargainTrial>(1, [&](BargainTrial& trial) {
    const agree::Solutions found = solved(trial.problem);
    model::Case other = trial.a_case;
    for (const auto party : found.bargaining.parties) {
      const Rational factor = base::fraction(static_cast<int>(1 + trial.random.below(5)), 3);
      const Rational shift = base::fraction(static_cast<int>(trial.random.below(5)) - 2, 2);
      model::Case tried = other;
      if (!stretch(tried, party, factor, shift)) continue;
      other = tried;
      ++stretched;
    }
    const agree::Solutions twin = solved({other, trial.problem.reading, trial.problem.scope});
    const auto& expected = found.of(Solution::kalai_smorodinsky);
    EXPECT_EQ(twin.r0_packages, found.r0_packages);
    EXPECT_EQ(twin.of(Solution::kalai_smorodinsky).values, expected.values);
    EXPECT_EQ(packages(twin)[0], packages(found)[0]);
  });
  EXPECT_GT(stretched, number_of_cases() / 10);
}

TEST(Solutions, TheOthersStayWhenAllScalesAreStretchedAlike) {
  std::size_t stretched = 0;
  for_each_trial<BargainTrial>(1, [&](BargainTrial& trial) {
    const agree::Solutions found = solved(trial.problem);
    model::Case other = trial.a_case;
    bool all = !found.bargaining.parties.empty();
    for (std::size_t i = 0; i < found.bargaining.parties.size(); ++i) {
      const Rational shift = static_cast<int>(i) - 1;
      all = all && stretch(other, found.bargaining.parties[i], 3, shift);
    }
    if (!all) return;
    ++stretched;
    const agree::Solutions twin = solved({other, trial.problem.reading, trial.problem.scope});
    EXPECT_EQ(packages(twin), packages(found));
    for (const Solution solution :
         {Solution::egalitarian, Solution::utilitarian, Solution::minimax_regret}) {
      std::vector<Rational> values = found.of(solution).values;
      for (Rational& value : values) value *= 3;
      EXPECT_EQ(twin.of(solution).values, values);
    }
  });
  EXPECT_GT(stretched, number_of_cases() / 100);
}

TEST(Samples, EachNumberStandsForOnePackageOfTheSetWhateverTheBlocks) {
  for_each_trial<BargainTrial>(4, [](BargainTrial& trial) {
    const agree::PackageSet set{
        static_cast<model::Certainty>(trial.random.below(3)),
        trial.random.below(2) == 0 ? agree::Question::inside : agree::Question::anywhere};
    const auto expected = members(trial.truth(), set);
    const agree::SampleRequest request{.draws = 300, .seed = trial.random.bits()};
    const auto found = agree::sample(trial.problem, set, request, {});
    EXPECT_EQ(found.drawn_from, expected.size());
    EXPECT_EQ(agree::sample(trial.problem, set, request, in_many_blocks(trial.random)).packages,
              found.packages);
    std::map<agree::Integer, model::Package> by_number;
    for (std::size_t draw = 0; draw < found.packages.size(); ++draw) {
      const auto number = trees::drawn_below(found.drawn_from, request.seed, draw);
      const auto known = by_number.emplace(number, found.packages[draw]).first;
      EXPECT_EQ(known->second, found.packages[draw]);
    }
    std::vector<model::Package> drawn;
    for (const auto& [number, package] : by_number) drawn.push_back(package);
    std::sort(drawn.begin(), drawn.end());
    EXPECT_EQ(std::unique(drawn.begin(), drawn.end()), drawn.end());
    EXPECT_TRUE(std::includes(expected.begin(), expected.end(), drawn.begin(), drawn.end()));
  });
}

TEST(Lists, ByTheSumOfGains) {
  for_each_trial<BargainTrial>(4, [](BargainTrial& trial) {
    const auto parties = parties_with_interests(trial.a_case);
    if (parties.empty()) return;
    const agree::PackageSet set{static_cast<model::Certainty>(trial.random.below(3)),
                                agree::Question::anywhere};
    std::vector<agree::RankedPackage> expected;
    for (const PackageTruth& package : trial.truth().packages) {
      if (!package.ratifiable(static_cast<std::size_t>(set.certainty))) continue;
      Rational sum = 0;
      bool known = true;
      for (const auto party : parties) {
        const auto& gain = package.parties[party.value].central;
        known = known && gain;
        sum += gain.value_or(Rational(0));
      }
      if (known) expected.push_back({sum, package.package});
    }
    std::stable_sort(expected.begin(), expected.end(),
                     [](const auto& a, const auto& b) { return a.value > b.value; });
    const auto found =
        agree::best_packages(trial.problem, set, parties, 1000, in_many_blocks(trial.random))
            .members;
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      EXPECT_EQ(found[i].value, expected[i].value);
      EXPECT_EQ(found[i].package, expected[i].package);
    }
  });
}

}  // namespace
}  // namespace nemawashi::tests
