// SPDX-License-Identifier: Apache-2.0
// The order of rows means nothing: counts, nearest packages, frontiers and Nash products stay when
// issues, options, parties, interests, effects and all other rows are put in another order.
#include <algorithm>
#include <map>

#include <gtest/gtest.h>

#include "engine/agree/counts.h"
#include "engine/agree/frontier.h"
#include "engine/agree/nash.h"
#include "engine/agree/nearest.h"
#include "tests/permuted_case.h"
#include "tests/random_case.h"

namespace nemawashi::tests {
namespace {

using agree::Problem;
using base::Rational;

/// Larger cases than the oracle's: nothing is listed here.
constexpr CaseSize kSize = {
    .issues = 7, .options = 4, .packages = 2000, .parties = 6, .interests = 4};

struct Twins {
  base::Random random;
  model::Case a_case;
  PermutedCase other;
  Problem problem;
  Problem twin;

  explicit Twins(std::size_t number)
      : random(seed(), number),
        a_case(random_case(random, kSize)),
        other(permuted(random, a_case)),
        problem{a_case, random_reading(random, a_case), {}},
        twin{other.a_case, moved(other, problem.reading), {}} {
    problem.scope = agree::whole_scope(a_case, agree::Overrides::fixed_at_no);
    twin.scope = agree::whole_scope(other.a_case, agree::Overrides::fixed_at_no);
  }
  Twins(const Twins&) = delete;
  Twins& operator=(const Twins&) = delete;

  model::PartyIndex moved_party(model::PartyIndex party) const {
    return model::PartyIndex(other.parties[party.value]);
  }
};

template <class Check>
void for_each_pair(const Check& check) {
  for (std::size_t number = 0; number < number_of_cases(); number += 4) {
    SCOPED_TRACE("NEMAWASHI_SEED=" + std::to_string(seed()) + ", case " + std::to_string(number));
    Twins twins(number);
    check(twins);
    if (testing::Test::HasFailure()) return;
  }
}

TEST(Invariance, CountsAndNearestPackages) {
  for_each_pair([](Twins& twins) {
    EXPECT_EQ(agree::counts(twins.problem, {}), agree::counts(twins.twin, {}));
    model::Package from;
    for (const auto& issue : twins.a_case.issues) {
      from.emplace_back(twins.random.below(issue.options.size()));
    }
    for (const auto certainty : agree::kCertainties) {
      const agree::PackageSet set{certainty, agree::Question::anywhere};
      const auto near = agree::nearest(twins.problem, from, set, 3, {});
      const auto twin = agree::nearest(twins.twin, moved(twins.other, from), set, 3, {});
      EXPECT_EQ(near.changed_issues, twin.changed_issues);
      EXPECT_EQ(near.packages, twin.packages);
    }
  });
}

TEST(Invariance, Frontiers) {
  for_each_pair([](Twins& twins) {
    agree::FrontierQuestion question;
    agree::FrontierQuestion twin_question;
    for (std::size_t p = 0; p < twins.a_case.parties.size(); ++p) {
      const model::PartyIndex party(p);
      if (twins.a_case.interests_of[p].empty() || question.between.size() == 3) continue;
      question.between.push_back(party);
      twin_question.between.push_back(twins.moved_party(party));
    }
    if (question.between.empty()) return;
    const auto found = agree::frontier(twins.problem, question, {});
    const auto twin = agree::frontier(twins.twin, twin_question, {});
    ASSERT_EQ(found.points.size(), twin.points.size());
    for (std::size_t i = 0; i < found.points.size(); ++i) {
      EXPECT_EQ(found.points[i].worth, twin.points[i].worth);
      EXPECT_EQ(found.points[i].packages, twin.points[i].packages);
    }
  });
}

TEST(Invariance, NashProducts) {
  for_each_pair([](Twins& twins) {
    const auto bargaining = agree::default_bargaining(twins.problem, {});
    const auto twin_bargaining = agree::default_bargaining(twins.twin, {});
    const auto solution = agree::nash(twins.problem, bargaining, {.packages = 2}, {});
    const auto twin = agree::nash(twins.twin, twin_bargaining, {.packages = 2}, {});
    EXPECT_EQ(solution.r0_packages, twin.r0_packages);
    using Products = std::map<std::vector<model::PartyIndex>, std::pair<Rational, agree::Integer>>;
    Products expected;
    for (const auto& set : solution.sets) {
      std::vector<model::PartyIndex> gaining;
      for (const auto party : set.gaining) gaining.push_back(twins.moved_party(party));
      std::sort(gaining.begin(), gaining.end());
      expected[gaining] = {set.product, set.packages};
    }
    Products found;
    for (const auto& set : twin.sets) found[set.gaining] = {set.product, set.packages};
    EXPECT_EQ(found, expected);
  });
}

}  // namespace
}  // namespace nemawashi::tests
