// SPDX-License-Identifier: Apache-2.0
// The search over decision diagrams against the oracle: counts, regions, nearest, first and best
// packages, frontiers and the Nash solution; in one block and in many.
#include <algorithm>

#include <gtest/gtest.h>

#include "engine/agree/counts.h"
#include "engine/agree/frontier.h"
#include "engine/agree/nash.h"
#include "engine/agree/nearest.h"
#include "tests/trial.h"

namespace nemawashi::tests {
namespace {

using agree::Problem;
using agree::SearchOptions;

agree::PackageSet some_set(Trial& trial) {
  return {static_cast<model::Certainty>(trial.random.below(3)),
          trial.random.below(2) == 0 ? agree::Question::inside : agree::Question::anywhere};
}

const model::Package& some_package(Trial& trial) {
  return trial.truth.packages[trial.random.below(trial.truth.packages.size())].package;
}

void expect_counts(Trial& trial, const SearchOptions& options) {
  EXPECT_EQ(agree::counts(trial.problem, options), true_counts(trial.truth));
}

void expect_nearest(Trial& trial, const SearchOptions& options) {
  const agree::PackageSet set = some_set(trial);
  const model::Package from = some_package(trial);
  const agree::Nearest expected = true_nearest(trial.truth, from, set);
  const agree::Nearest found = agree::nearest(trial.problem, from, set, 1000, options);
  EXPECT_EQ(found.changed_issues, expected.changed_issues);
  EXPECT_EQ(found.packages, expected.packages);
  EXPECT_EQ(found.members, expected.members);
  EXPECT_EQ(found.unvisited, 0);
}

void expect_packages(Trial& trial, const SearchOptions& options) {
  const agree::PackageSet set = some_set(trial);
  const std::size_t count = trial.random.below(8);
  auto first = members(trial.truth, set);
  if (first.size() > count) first.resize(count);
  EXPECT_EQ(agree::first_packages(trial.problem, set, count, options).members, first);

  const auto parties = parties_with_interests(trial.a_case);
  if (parties.empty()) return;
  const auto party = parties[trial.random.below(parties.size())];
  auto best = true_best(trial.truth, set, party);
  if (best.size() > count) best.resize(count);
  const auto found = agree::best_packages(trial.problem, set, {party}, count, options).members;
  ASSERT_EQ(found.size(), best.size());
  for (std::size_t i = 0; i < best.size(); ++i) {
    EXPECT_EQ(found[i].value, best[i].value);
    EXPECT_EQ(found[i].package, best[i].package);
  }
}

void expect_frontier(const Trial& trial, const agree::FrontierQuestion& question,
                     const SearchOptions& options) {
  const auto expected = true_frontier(trial.truth, question);
  const agree::Frontier found = agree::frontier(trial.problem, question, options);
  EXPECT_EQ(found.unvisited, 0);
  ASSERT_EQ(found.points.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(found.points[i].worth, expected[i].worth);
    EXPECT_EQ(found.points[i].packages, expected[i].packages);
    EXPECT_EQ(found.points[i].members, expected[i].members);
  }
}

void expect_frontier(Trial& trial, const SearchOptions& options) {
  agree::FrontierQuestion question;
  question.between = parties_with_interests(trial.a_case);
  if (question.between.empty()) return;
  const std::size_t most = trial.random.below(3) + 1;
  if (question.between.size() > most) question.between.resize(most);
  question.over = trial.random.below(2) == 0 ? agree::Over::feasible : agree::Over::ratifiable;
  question.certainty = static_cast<model::Certainty>(trial.random.below(3));
  question.members = 1000;
  expect_frontier(trial, question, options);
}

void expect_nash(Trial& trial, const SearchOptions& options) {
  const auto bargaining = agree::default_bargaining(trial.problem, options);
  const auto expected_bargaining = true_bargaining(trial.a_case, trial.truth);
  EXPECT_EQ(bargaining.parties, expected_bargaining.parties);
  EXPECT_EQ(bargaining.left_out, expected_bargaining.left_out);
  if (bargaining.parties.empty()) return;  // Without bargainers there is no solution to compare.

  const std::size_t ranked = 1 + trial.random.below(4);
  const auto expected = true_nash(trial.truth, bargaining.parties, ranked);
  const auto found = agree::nash(trial.problem, bargaining, {.packages = ranked}, options);
  EXPECT_EQ(found.unvisited, 0);
  EXPECT_EQ(found.r0_packages, expected.r0_packages);
  ASSERT_EQ(found.sets.size(), expected.sets.size());
  for (std::size_t i = 0; i < expected.sets.size(); ++i) {
    EXPECT_EQ(found.sets[i].gaining, expected.sets[i].gaining);
    EXPECT_EQ(found.sets[i].product, expected.sets[i].product);
    EXPECT_EQ(found.sets[i].packages, expected.sets[i].packages);
    EXPECT_EQ(found.sets[i].ranked_products, expected.sets[i].ranked_products);
    EXPECT_EQ(found.sets[i].ranked, expected.sets[i].ranked);
  }

  const agree::NashListing attaining{ranked, trees::Listing::attaining};
  const auto best = agree::nash(trial.problem, bargaining, attaining, options);
  ASSERT_EQ(best.sets.size(), expected.sets.size());
  for (std::size_t i = 0; i < expected.sets.size(); ++i) {
    const agree::NashSet& truth = expected.sets[i];
    EXPECT_EQ(best.sets[i].product, truth.product);
    EXPECT_EQ(best.sets[i].packages, truth.packages);
    const auto behind = std::find_if(truth.ranked_products.begin(), truth.ranked_products.end(),
                                     [&](const auto& p) { return p != truth.product; });
    const auto ties = behind - truth.ranked_products.begin();
    EXPECT_EQ(best.sets[i].ranked, std::vector(truth.ranked.begin(), truth.ranked.begin() + ties));
  }
}

void expect_regions(const Trial& trial) {
  const agree::Space space = agree::space_of(trial.a_case, trial.problem.scope);
  trees::DiagramStore store(agree::domains(space));
  agree::Regions found(store, trial.a_case, trial.problem.reading, space);
  for (std::size_t p = 0; p < trial.a_case.parties.size(); ++p) {
    const model::PartyIndex party(p);
    const auto known = found.known(party);
    EXPECT_EQ(listed(store, space, known),
              where(trial.truth, [&](const PackageTruth& t) { return !t.parties[p].unknown; }));
    for (const auto certainty : agree::kCertainties) {
      const auto c = static_cast<std::size_t>(certainty);
      const auto yes = found.yes(party, certainty);
      EXPECT_EQ(listed(store, space, yes),
                where(trial.truth, [&](const PackageTruth& t) { return t.parties[p].yes[c]; }));
    }
  }
  EXPECT_EQ(listed(store, space, found.feasible()),
            where(trial.truth, [](const PackageTruth& t) { return t.feasible; }));
  EXPECT_EQ(listed(store, space, found.wanted()),
            where(trial.truth, [](const PackageTruth& t) { return t.wanted; }));
  for (std::size_t c = 0; c < 3; ++c) {
    EXPECT_EQ(listed(store, space, found.ratifiable(agree::kCertainties[c])),
              where(trial.truth, [&](const PackageTruth& t) { return t.ratifiable(c); }));
  }
}

void expect_answers(Trial& trial, const SearchOptions& options) {
  expect_counts(trial, options);
  expect_nearest(trial, options);
  expect_packages(trial, options);
  expect_frontier(trial, options);
  expect_nash(trial, options);
}

TEST(OracleAgree, RegionsAndAnswersAgree) {
  for_each_trial<Trial>(1, [](Trial& trial) {
    expect_regions(trial);
    expect_answers(trial, {});
  });
}

/// The frontier of all packages is then computed, and sifted by consent.
TEST(OracleAgree, TheFrontierWhereConsentIsWorthAlone) {
  for_each_trial<Trial>(2, [](Trial& trial) {
    trial.a_case.refusals.clear();
    trial.a_case.limits.clear();
    for (auto& gate : trial.a_case.gates) gate.when.terms.clear();
    for (auto& effect : trial.a_case.effects) {
      if (!effect.change.likely) effect.change.likely = 1;
    }
    trial.truth = within(truth_of(trial.a_case, trial.problem.reading), trial.problem.scope);
    agree::FrontierQuestion question;
    question.between = parties_with_interests(trial.a_case);
    if (question.between.empty()) return;
    question.certainty = static_cast<model::Certainty>(trial.random.below(3));
    question.members = 1000;
    expect_frontier(trial, question, {});
  });
}

TEST(OracleAgree, BlocksDoNotChangeAnyAnswer) {
  for_each_trial<Trial>(4,
                        [](Trial& trial) { expect_answers(trial, in_many_blocks(trial.random)); });
}

TEST(OracleAgree, StoppedSearchesBoundTheTruth) {
  for_each_trial<Trial>(4, [](Trial& trial) {
    SearchOptions options = in_many_blocks(trial.random);
    std::size_t left = trial.random.below(12);
    options.control.stop = [&] { return left == 0 || --left == 0; };
    const agree::Counts found = agree::counts(trial.problem, options);
    const agree::Counts truth = true_counts(trial.truth);
    EXPECT_EQ(found.packages.all, truth.packages.all);
    expect_bounds(found.packages, truth.packages);
    expect_bounds(found.feasible, truth.feasible);
    for (std::size_t c = 0; c < 3; ++c) expect_bounds(found.ratifiable[c], truth.ratifiable[c]);
    EXPECT_GE(found.feasible.all.least, found.ratifiable[2].all.least);
    EXPECT_GE(found.packages.inside_question.least, found.ratifiable[2].inside_question.least);
    if (found.exact()) {
      EXPECT_EQ(found, truth);
    }
  });
}

}  // namespace
}  // namespace nemawashi::tests
