// SPDX-License-Identifier: Apache-2.0
// What a page looks up is what the engine answers: on every package of random small cases.
#include "engine/agree/lookup.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "engine/model/levels.h"
#include "tests/random_case.h"

namespace nemawashi::tests {
namespace {

using base::Rational;

/// The package as an assignment of the lookup's variables.
std::vector<std::uint32_t> assignment_of(const agree::Space& space, const model::Package& package) {
  std::vector<std::uint32_t> assignment;
  for (std::size_t v = 0; v < space.order.size(); ++v) {
    const auto& options = space.options[v];
    const auto found = std::find(options.begin(), options.end(), package[space.order[v].value]);
    assignment.push_back(static_cast<std::uint32_t>(found - options.begin()));
  }
  return assignment;
}

struct LookedUp {
  const model::Case& a_case;
  model::Reading reading;
  agree::Lookup lookup;
  std::vector<std::uint32_t> domains;
  std::vector<std::uint32_t> assignment = {};

  bool in(const agree::Root& root) const {
    return trees::contains(lookup.diagram, root.value(), assignment);
  }
  /// For all weights, and for some.
  std::pair<bool, bool> both(const agree::Roots& roots) const {
    return {in(roots.necessary), in(roots.possible)};
  }
  Rational value(const trees::SumTables& tables) const {
    return trees::looked_up(tables, domains, assignment);
  }
};

std::pair<bool, bool> both(const model::Yes& yes) { return {yes.necessary, yes.possible}; }

void expect_levels(const LookedUp& at, const model::Package& package) {
  for (std::size_t l = 0; l < at.a_case.levels.size(); ++l) {
    const auto expected =
        model::level_in_package(at.a_case, at.reading, model::LevelIndex(l), package);
    const agree::LevelLookup& level = at.lookup.levels[l];
    const bool unknown =
        !level.known_today ||
        std::any_of(level.unknown_when.begin(), level.unknown_when.end(),
                    [&](const auto& condition) { return model::holds(condition, package); });
    ASSERT_EQ(!unknown, expected.has_value());
    if (!expected) continue;
    EXPECT_EQ(at.value(level.tables.value()), *expected);
  }
}

void expect_gain(const LookedUp& at, std::size_t party, const model::Gain& gain) {
  const agree::PartyLookup& looked = at.lookup.parties[party];
  std::vector<Rational> differences;
  for (const auto& interest : looked.interests) {
    differences.push_back(at.value(interest.difference.value()));
  }
  EXPECT_EQ(differences, gain.differences);
  const Rational& margin = at.a_case.parties[party].margin;
  EXPECT_EQ(Rational(model::weighted(looked.central_weights, differences) - margin),
            gain.central.value);
  std::vector<Rational> ends;
  for (const auto& weights : looked.vertices.value()) {
    ends.emplace_back(model::weighted(weights, differences) - margin);
  }
  EXPECT_EQ(*std::min_element(ends.begin(), ends.end()), gain.least.value);
  EXPECT_EQ(*std::max_element(ends.begin(), ends.end()), gain.greatest.value);
}

void expect_answers(const LookedUp& at, const model::Package& package) {
  const auto answers = model::party_answers(at.a_case, at.reading, package);
  for (std::size_t p = 0; p < answers.size(); ++p) {
    EXPECT_EQ(at.both(at.lookup.parties[p].yes), both(answers[p].yes));
    EXPECT_EQ(at.both(at.lookup.parties[p].worth), both(answers[p].by_worth));
    std::vector<model::RefusalIndex> refusals;
    for (const auto index : at.lookup.refusals) {
      const model::Refusal& refusal = at.a_case.at(index);
      if (refusal.party.value == p && model::holds(refusal.when, package)) {
        refusals.push_back(index);
      }
    }
    EXPECT_EQ(refusals, answers[p].refusals);
    if (answers[p].gain) expect_gain(at, p, *answers[p].gain);
  }
  const bool wanted = model::is_wanted(at.a_case, package);
  EXPECT_EQ(at.in(at.lookup.wanted), wanted);
  const auto broken = model::broken_limits(at.a_case, at.reading, package);
  const auto [sure, maybe] = both(model::consent(at.a_case, package, answers));
  const std::pair<bool, bool> passes(broken.empty() && sure, broken.empty() && maybe);
  EXPECT_EQ(at.both(at.lookup.ratifiable), passes);
  EXPECT_EQ(at.both(at.lookup.answers),
            (std::pair(passes.first && wanted, passes.second && wanted)));
  for (std::size_t l = 0; l < at.a_case.limits.size(); ++l) {
    const bool kept = std::find(broken.begin(), broken.end(), model::LimitIndex(l)) == broken.end();
    EXPECT_EQ(at.in(at.lookup.limits[l]), kept);
  }
}

TEST(Lookup, IsTheAnswerOnEveryPackageOfRandomCases) {
  for (std::size_t number = 0; number < number_of_cases(); number += 4) {
    SCOPED_TRACE("NEMAWASHI_SEED=" + std::to_string(seed()) + ", case " + std::to_string(number));
    base::Random random(seed(), number);
    const model::Case a_case = random_case(random);
    const model::Reading reading = random_reading(random, a_case);
    agree::Lookup lookup = agree::lookup(a_case, reading, {});
    auto domains = agree::domains(lookup.space);
    LookedUp at{a_case, reading, std::move(lookup), std::move(domains)};
    for (const model::Package& package : all_packages(a_case)) {
      at.assignment = assignment_of(at.lookup.space, package);
      expect_levels(at, package);
      expect_answers(at, package);
    }
    if (HasFailure()) return;
  }
}

TEST(Lookup, LeavesOutWhatIsTooLarge) {
  base::Random random(seed(), 7);
  const model::Case a_case = random_case(random);
  agree::LookupOptions options;
  options.nodes = 2;
  options.entries = 0;
  options.vertices = 0;
  const agree::Lookup lookup = agree::lookup(a_case, model::default_reading(a_case), options);
  EXPECT_EQ(lookup.diagram.nodes.size(), 2U);
  for (const auto& party : lookup.parties) {
    for (const auto& root : {party.yes.necessary, party.yes.possible}) {
      EXPECT_TRUE(!root || *root <= 1);
    }
    if (party.central_weights.empty()) continue;
    EXPECT_FALSE(party.vertices);
  }
}

}  // namespace
}  // namespace nemawashi::tests
