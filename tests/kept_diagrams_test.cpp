// SPDX-License-Identifier: Apache-2.0
// Diagrams that are kept from one question to the next give the answers that new ones give.
#include <gtest/gtest.h>

#include "engine/agree/frontier.h"
#include "engine/agree/nearest.h"
#include "tests/trial.h"

namespace nemawashi::tests {
namespace {

using agree::Question;
using agree::SearchOptions;
using model::Certainty;

void expect_same(const agree::Frontier& found, const agree::Frontier& expected) {
  EXPECT_EQ(found.unvisited, expected.unvisited);
  ASSERT_EQ(found.points.size(), expected.points.size());
  for (std::size_t i = 0; i < found.points.size(); ++i) {
    EXPECT_EQ(found.points[i].worth, expected.points[i].worth);
    EXPECT_EQ(found.points[i].packages, expected.points[i].packages);
    EXPECT_EQ(found.points[i].members, expected.points[i].members);
  }
}

/// Several questions in turn, with what was kept of those before.
void expect_same_answers(Trial& trial, const SearchOptions& with_kept) {
  std::vector<model::PartyIndex> parties;
  for (std::size_t p = 0; p < trial.a_case.parties.size(); ++p) {
    if (!trial.a_case.interests_of[p].empty()) parties.emplace_back(p);
  }
  const auto packages = all_packages(trial.a_case);
  for (const auto question : {Question::inside, Question::anywhere}) {
    const agree::PackageSet set{Certainty::possible, question};
    const auto& from = packages[trial.random.below(packages.size())];
    const auto found = agree::nearest(trial.problem, from, set, 3, with_kept);
    const auto expected = agree::nearest(trial.problem, from, set, 3, {});
    EXPECT_EQ(found.changed_issues, expected.changed_issues);
    EXPECT_EQ(found.packages, expected.packages);
    EXPECT_EQ(found.members, expected.members);
    EXPECT_EQ(agree::first_packages(trial.problem, set, 5, with_kept).members,
              agree::first_packages(trial.problem, set, 5, {}).members);
    if (parties.empty()) continue;
    for (const auto over : {agree::Over::feasible, agree::Over::ratifiable}) {
      const agree::FrontierQuestion between{parties, over, Certainty::possible, 2};
      expect_same(agree::frontier(trial.problem, between, with_kept),
                  agree::frontier(trial.problem, between, {}));
    }
  }
}

TEST(KeptDiagrams, AnswerAsNewOnesDo) {
  for (std::size_t number = 0; number < number_of_cases(); number += 8) {
    SCOPED_TRACE("NEMAWASHI_SEED=" + std::to_string(seed()) + ", case " + std::to_string(number));
    Trial trial(number);
    agree::KeptDiagrams kept(trial.problem);
    SearchOptions options;
    options.kept = &kept;
    expect_same_answers(trial, options);
    // Where they outgrow the limit they are let go, and the search splits as without.
    options.nodes_per_block = 20 + trial.random.below(100);
    expect_same_answers(trial, options);
    if (testing::Test::HasFailure()) return;
  }
}

TEST(KeptDiagrams, AreOfOneProblemAndStopWhenAsked) {
  Trial trial(3);
  agree::KeptDiagrams kept(trial.problem);
  std::size_t visits = 0;
  const auto visit = [&](const agree::Block&) { ++visits; };
  using enum agree::KeptDiagrams::Outcome;
  EXPECT_EQ(kept.visit(trial.problem, {}, visit), visited);
  agree::Problem other = trial.problem;
  other.scope[0][0] = !other.scope[0][0];
  EXPECT_EQ(kept.visit(other, {}, visit), declined);
  SearchOptions stopped;
  stopped.control.stop = [] { return true; };
  EXPECT_EQ(kept.visit(trial.problem, stopped, visit), declined);
  EXPECT_EQ(visits, 1U);
}

TEST(KeptDiagrams, WhatOutgrowsThemIsVisitedInPartsAlone) {
  Trial trial(3);
  agree::KeptDiagrams kept(trial.problem);
  SearchOptions options;
  options.kept = &kept;
  const base::Integer all =
      agree::packages(agree::space_of(trial.problem.a_case, trial.problem.scope));
  std::size_t tried_whole = 0;
  const base::Integer unvisited =
      agree::for_each_block(trial.problem, options, [&](const auto& block) {
        if (agree::packages(block.space) < all) return;
        ++tried_whole;
        throw trees::NodeLimitReached();
      });
  EXPECT_EQ(unvisited, 0);
  EXPECT_EQ(tried_whole, 1U);
}

}  // namespace
}  // namespace nemawashi::tests
