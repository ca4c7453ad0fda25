// SPDX-License-Identifier: Apache-2.0
// The reasons why nothing passes against the oracle: conflicts, relaxations with their amounts,
// linking, smallest changes, what parties could get, and pairs of steps.
#include <algorithm>

#include <gtest/gtest.h>

#include "engine/agree/conflicts.h"
#include "engine/agree/missing_option.h"
#include "engine/agree/synergy.h"
#include "engine/model/levels.h"
#include "tests/trial.h"
#include "tests/truth_of_why.h"

namespace nemawashi::tests {
namespace {

using agree::SearchOptions;
using base::Rational;

struct WhyTrial : Trial {
  std::size_t certainty;

  explicit WhyTrial(std::size_t number) : Trial(1'000'000 + number), certainty(random.below(3)) {}
  model::Certainty asked() const { return static_cast<model::Certainty>(certainty); }
};

std::size_t index_of(const agree::Element& element) {
  return std::visit([](const auto index) { return index.value; }, element);
}

void expect_conflicts(const WhyTrial& trial, const SearchOptions& options) {
  if (true_elements(trial.a_case, trial.problem.reading).size() > kMostTrueElements) return;
  const auto truth =
      true_conflicts(trial.a_case, trial.problem.reading, trial.truth, trial.certainty,
                     true_elements(trial.a_case, trial.problem.reading));
  const auto found = agree::conflicts(trial.problem, trial.asked(), {}, options);
  EXPECT_TRUE(found.complete);
  EXPECT_EQ(found.open, truth.open);
  ASSERT_EQ(found.elements.size(), truth.elements.size());
  for (std::size_t e = 0; e < truth.elements.size(); ++e) {
    EXPECT_EQ(found.elements[e].index(), static_cast<std::size_t>(truth.elements[e].kind));
    EXPECT_EQ(index_of(found.elements[e]), truth.elements[e].index);
  }
  EXPECT_EQ(found.conflicts, truth.conflicts);
  ASSERT_EQ(found.relaxations.size(), truth.relaxations.size());
  for (std::size_t r = 0; r < truth.relaxations.size(); ++r) {
    const auto& relaxation = found.relaxations[r];
    EXPECT_EQ(relaxation.elements, truth.relaxations[r].elements);
    EXPECT_EQ(relaxation.packages, truth.relaxations[r].opened.size());
    EXPECT_EQ(relaxation.witness, truth.relaxations[r].opened.front());
    ASSERT_EQ(relaxation.amounts.size(), truth.relaxations[r].amounts.size());
    for (std::size_t i = 0; i < relaxation.amounts.size(); ++i) {
      EXPECT_EQ(relaxation.amounts[i].amount, truth.relaxations[r].amounts[i])
          << agree::element_id(trial.a_case, found.elements[relaxation.elements[i]]) << " at "
          << trial.certainty;
      if (!relaxation.amounts[i].amount) continue;
      const auto witness =
          std::find_if(trial.truth.packages.begin(), trial.truth.packages.end(),
                       [&](const auto& package) { return package.package == relaxation.witness; });
      EXPECT_EQ(relaxation.amounts[i].in_witness,
                missing(trial.a_case, trial.problem.reading, *witness,
                        truth.elements[relaxation.elements[i]], trial.certainty));
    }
  }
}

void expect_linking(const WhyTrial& trial, const SearchOptions& options) {
  const auto separate = true_separate(trial.a_case, trial.truth, trial.certainty);
  const auto apart = [&](const PackageTruth& package) {
    for (std::size_t i = 0; i < package.package.size(); ++i) {
      if (separate.empty() || !separate[i][package.package[i].value]) return false;
    }
    return true;
  };
  std::vector<model::Package> helpful;
  std::vector<model::Package> harmful;
  std::size_t all = 0;
  std::size_t helpful_inside = 0;
  for (const PackageTruth& package : trial.truth.packages) {
    const bool passes = package.ratifiable(trial.certainty);
    all += apart(package) ? 1U : 0U;
    if (passes && !apart(package)) {
      helpful.push_back(package.package);
      helpful_inside += package.wanted ? 1U : 0U;
    }
    if (!passes && apart(package)) harmful.push_back(package.package);
  }
  const auto found = agree::linking(trial.problem, trial.asked(), options);
  EXPECT_EQ(found.unvisited, 0);
  EXPECT_EQ(found.separate, all);
  EXPECT_EQ(found.helpful.packages, helpful.size());
  EXPECT_EQ(found.helpful.inside_question, helpful_inside);
  EXPECT_EQ(found.harmful.packages, harmful.size());
  const auto standing = model::standing_package(trial.a_case);
  const auto expect_example = [&](const std::vector<model::Package>& set,
                                  const agree::Nearest& nearest) {
    ASSERT_EQ(nearest.members.size(), set.empty() ? 0U : 1U);
    if (set.empty()) return;
    const auto changes = [&](const model::Package& package) {
      std::size_t count = 0;
      for (std::size_t i = 0; i < package.size(); ++i) count += package[i] == standing[i] ? 0U : 1U;
      return count;
    };
    const auto first = std::min_element(set.begin(), set.end(), [&](const auto& a, const auto& b) {
      return changes(a) < changes(b);
    });
    EXPECT_EQ(nearest.members.front(), *first);
    EXPECT_EQ(nearest.changed_issues, changes(*first));
  };
  expect_example(helpful, found.helpful.nearest);
  expect_example(harmful, found.harmful.nearest);
}

/// How the first package that meets a party's objections stands.
void expect_afterwards(const WhyTrial& trial, const agree::SmallestChange& change) {
  for (const auto& package : trial.truth.packages) {
    if (package.package != change.nearest.members.front()) continue;
    const auto asked = agree::parties_asked(trial.a_case, package.package);
    std::vector<model::PartyIndex> objecting;
    for (const auto party : asked) {
      if (!package.parties[party.value].yes[trial.certainty]) objecting.push_back(party);
    }
    EXPECT_EQ(change.still_objecting, objecting);
    EXPECT_EQ(change.still_asked, std::count(asked.begin(), asked.end(), change.party) > 0);
    EXPECT_EQ(change.answers_question, package.wanted);
  }
}

void expect_smallest_changes(WhyTrial& trial, const SearchOptions& options) {
  const auto& from = trial.truth.packages[trial.random.below(trial.truth.packages.size())];
  const auto found =
      agree::smallest_changes(trial.problem, from.package, trial.asked(), 1000, options);
  std::size_t objecting = 0;
  for (std::size_t p = 0; p < trial.a_case.parties.size(); ++p) {
    const auto truth = true_smallest_change(trial.a_case, trial.problem.reading, trial.truth, from,
                                            p, trial.certainty);
    if (!truth) continue;
    ASSERT_LT(objecting, found.size());
    const auto& change = found[objecting++];
    EXPECT_EQ(change.party.value, p);
    EXPECT_EQ(change.nearest.members, *truth);
    EXPECT_EQ(change.nearest.packages, truth->size());
    if (!truth->empty()) expect_afterwards(trial, change);
  }
  EXPECT_EQ(objecting, found.size());
}

void expect_extremes(const WhyTrial& trial, const SearchOptions& options) {
  const auto inside =
      members(trial.truth, agree::PackageSet{trial.asked(), agree::Question::inside});
  const auto found = agree::extremes(trial.problem, trial.asked(), options);
  EXPECT_EQ(found.over.question == agree::Question::inside, !inside.empty());
  const auto set = members(trial.truth, found.over);
  EXPECT_EQ(found.packages, set.size());
  for (const auto& of : found.parties) {
    std::optional<agree::Range> gain;
    std::vector<agree::Range> levels;
    bool asked = false;
    for (const auto& package : trial.truth.packages) {
      const auto& party = package.parties[of.party.value];
      if (std::find(set.begin(), set.end(), package.package) == set.end()) continue;
      const auto parties = agree::parties_asked(trial.a_case, package.package);
      asked = asked || std::find(parties.begin(), parties.end(), of.party) != parties.end();
      if (party.unknown) continue;
      if (package.package == of.least_in) {
        EXPECT_EQ(*party.central, of.gain->least);
      }
      if (package.package == of.greatest_in) {
        EXPECT_EQ(*party.central, of.gain->greatest);
      }
      const auto take = [](agree::Range& range, const Rational& value) {
        range = {std::min(range.least, value), std::max(range.greatest, value)};
      };
      const bool first = !gain;
      if (first) gain = {*party.central, *party.central};
      take(*gain, *party.central);
      const auto& interests = trial.a_case.interests_of[of.party.value];
      for (std::size_t i = 0; i < interests.size(); ++i) {
        const auto level = *level_in(trial.a_case, trial.problem.reading,
                                     trial.a_case.at(interests[i]).level.value, package.package);
        if (first) levels.push_back({level, level});
        take(levels[i], level);
      }
    }
    EXPECT_EQ(of.asked, asked);
    EXPECT_EQ(of.gain, gain);
    EXPECT_EQ(of.gain.has_value(), !of.least_in.empty() && !of.greatest_in.empty());
    EXPECT_EQ(of.levels, levels);
  }
}

void expect_synergies(const WhyTrial& trial) {
  const auto found = agree::synergies(trial.problem, 1000, {});
  std::map<model::Package, const PackageTruth*> at;
  for (const auto& package : trial.truth.packages) at[package.package] = &package;
  const auto standing = model::standing_package(trial.a_case);
  const auto worth = [&](std::size_t party, const std::vector<agree::Step>& steps) {
    model::Package package = standing;
    for (const auto& step : steps) package[step.issue.value] = step.option;
    return at.at(package)->parties[party].worth;
  };
  const auto refuses = [&](std::size_t party, const std::vector<agree::Step>& steps) {
    model::Package package = standing;
    for (const auto& step : steps) package[step.issue.value] = step.option;
    const auto& refusals = trial.a_case.refusals;
    return std::any_of(refusals.begin(), refusals.end(), [&](const model::Refusal& refusal) {
      return refusal.party.value == party && !refusal.withdrawn &&
             (!refusal.if_claim || trial.problem.reading[refusal.if_claim->value]) &&
             condition_holds(refusal.when, package);
    });
  };
  const auto allowed = [&](const std::vector<agree::Step>& steps) {
    model::Package package = standing;
    for (const auto& step : steps) package[step.issue.value] = step.option;
    return at.at(package)->feasible;
  };
  std::vector<agree::Step> steps;
  for (std::size_t i = 0; i < standing.size(); ++i) {
    for (std::size_t o = 0; o < trial.a_case.issues[i].options.size(); ++o) {
      const bool stands = standing[i].value == o;
      if (!stands && trial.problem.scope[i][o])
        steps.push_back({model::IssueIndex(i), model::OptionIndex(o)});
    }
  }
  const auto counts = [&](std::size_t party, const agree::Step& a, const agree::Step& b) {
    const std::vector<std::vector<agree::Step>> taken = {{}, {a}, {b}, {a, b}};
    for (const auto& some : taken) {
      model::Package package = standing;
      for (const auto& step : some) package[step.issue.value] = step.option;
      if (at.at(package)->parties[party].unknown || refuses(party, some)) return false;
      if (!some.empty() && !allowed(some)) return false;
    }
    return worth(party, {a, b}) - worth(party, {a}) - worth(party, {b}) + worth(party, {}) != 0;
  };
  for (std::size_t p = 0; p < trial.a_case.parties.size(); ++p) {
    if (trial.a_case.interests_of[p].empty() || !model::everything_stands(trial.a_case)) continue;
    std::size_t pairs = 0;
    for (const auto& a : steps) {
      for (const auto& b : steps) pairs += a.issue < b.issue && counts(p, a, b) ? 1U : 0U;
    }
    const auto of = std::find_if(found.begin(), found.end(),
                                 [&](const auto& synergy) { return synergy.party.value == p; });
    EXPECT_EQ(of == found.end() ? 0 : of->pairs, pairs);
  }
  for (const auto& synergy : found) {
    EXPECT_EQ(synergy.pairs, synergy.first.size());
    Rational before;
    for (const auto& pair : synergy.first) {
      const std::size_t p = synergy.party.value;
      EXPECT_EQ(pair.together, worth(p, {pair.first, pair.second}) - worth(p, {pair.first}) -
                                   worth(p, {pair.second}) + worth(p, {}));
      EXPECT_NE(pair.together, 0);
      EXPECT_FALSE(refuses(p, {pair.first, pair.second}));
      EXPECT_TRUE(allowed({pair.first}) && allowed({pair.second}));
      EXPECT_TRUE(allowed({pair.first, pair.second}));
      EXPECT_TRUE(&pair == &synergy.first.front() || abs(pair.together) <= before);
      before = abs(pair.together);
    }
  }
}

/// The case with one option more, on which nothing that names the issue holds but what is wanted.
model::Case with_option(model::Case a_case, std::size_t issue) {
  a_case.issues[issue].options.emplace_back();
  const auto extend = [&](model::Condition& condition, bool holds) {
    for (auto& term : condition.terms) {
      if (term.issue.value == issue) term.options.push_back(holds);
    }
  };
  for (auto& gate : a_case.gates) extend(gate.when, false);
  for (auto& refusal : a_case.refusals) extend(refusal.when, false);
  for (auto& effect : a_case.effects) extend(effect.when, false);
  for (auto& wanted : a_case.wants) extend(wanted, true);
  for (auto& limit : a_case.limits) {
    if (auto* forbids = std::get_if<model::Condition>(&limit.forbids)) extend(*forbids, false);
  }
  return a_case;
}

/// The nondominated amounts missing in the packages that a relaxation opens, rising.
std::vector<std::vector<Rational>> least_missing(const model::Case& a_case, const WhyTrial& trial,
                                                 const Truth& truth,
                                                 const std::vector<TrueElement>& elements,
                                                 const TrueRelaxation& relaxation) {
  std::vector<std::vector<Rational>> all;
  for (const auto& package : truth.packages) {
    if (std::find(relaxation.opened.begin(), relaxation.opened.end(), package.package) ==
        relaxation.opened.end()) {
      continue;
    }
    std::vector<Rational> amounts;
    for (const std::size_t e : relaxation.elements) {
      const auto amount =
          missing(a_case, trial.problem.reading, package, elements[e], trial.certainty);
      if (amount) amounts.push_back(*amount);
    }
    if (amounts.size() == relaxation.elements.size()) all.push_back(amounts);
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  std::vector<std::vector<Rational>> result;
  for (const auto& one : all) {
    const bool bettered = std::any_of(all.begin(), all.end(), [&](const auto& other) {
      return other != one && std::equal(other.begin(), other.end(), one.begin(),
                                        [](const auto& a, const auto& b) { return a <= b; });
    });
    if (!bettered) result.push_back(one);
  }
  return result;
}

void expect_missing_options(const WhyTrial& trial, const SearchOptions& options) {
  const auto found = agree::missing_options(trial.problem, trial.asked(),
                                            {.sets = 1000, .vectors = 1000}, options);
  for (const auto& option : found) {
    const std::size_t issue = option.issue.value;
    const auto a_case = with_option(trial.a_case, issue);
    agree::Scope scope = trial.problem.scope;
    scope[issue].assign(a_case.issues[issue].options.size(), false);
    scope[issue].back() = true;
    const auto truth_of_case = within(truth_of(a_case, trial.problem.reading), scope);
    auto elements = true_elements(a_case, trial.problem.reading);
    std::erase_if(elements, [&](const TrueElement& element) {
      return element.kind == TrueElement::Kind::refusal ||
             (element.kind == TrueElement::Kind::limit &&
              a_case.limits[element.index].forbids.index() == 0);
    });
    if (elements.size() > kMostTrueElements) continue;
    const auto truth =
        true_conflicts(a_case, trial.problem.reading, truth_of_case, trial.certainty, elements);
    EXPECT_TRUE(option.complete);
    EXPECT_EQ(option.opens, truth.open);
    ASSERT_EQ(option.sets.size(), truth.relaxations.size());
    for (std::size_t s = 0; s < option.sets.size(); ++s) {
      EXPECT_EQ(option.sets[s].relaxation.elements, truth.relaxations[s].elements);
      if (!option.sets[s].complete) continue;
      std::vector<std::vector<Rational>> least;
      for (const auto& missing : option.sets[s].least) least.push_back(missing.amounts);
      EXPECT_EQ(least, least_missing(a_case, trial, truth_of_case, elements, truth.relaxations[s]));
    }
  }
}

TEST(OracleWhy, MissingOptionsAgree) {
  for_each_trial<WhyTrial>(8, [](WhyTrial& trial) {
    expect_missing_options(
        trial, trial.random.below(2) == 0 ? SearchOptions{} : in_many_blocks(trial.random));
  });
}

TEST(OracleWhy, ConflictsAndRelaxationsAreAllAndMinimal) {
  for_each_trial<WhyTrial>(1, [](const WhyTrial& trial) { expect_conflicts(trial, {}); });
}

TEST(OracleWhy, BlocksChangeNoConflict) {
  for_each_trial<WhyTrial>(
      2, [](WhyTrial& trial) { expect_conflicts(trial, in_many_blocks(trial.random)); });
}

TEST(OracleWhy, OtherReasonsAgree) {
  for_each_trial<WhyTrial>(2, [](WhyTrial& trial) {
    const SearchOptions options =
        trial.random.below(2) == 0 ? SearchOptions{} : in_many_blocks(trial.random);
    expect_linking(trial, options);
    expect_smallest_changes(trial, options);
    expect_extremes(trial, options);
    expect_synergies(trial);
  });
}

/// Stopped anywhere, what is listed is true: conflicts and relaxations are among all of them.
TEST(OracleWhy, StoppedEarlyNothingIsWrong) {
  for_each_trial<WhyTrial>(4, [](WhyTrial& trial) {
    const auto all = agree::conflicts(trial.problem, trial.asked(), {}, {});
    SearchOptions options;
    std::size_t left = trial.random.below(30);
    options.control.stop = [&] { return left == 0 || --left == 0; };
    const auto found = agree::conflicts(trial.problem, trial.asked(), {.most = 2}, options);
    for (const auto& conflict : found.conflicts) {
      EXPECT_EQ(std::count(all.conflicts.begin(), all.conflicts.end(), conflict), 1);
    }
    for (const auto& relaxation : found.relaxations) {
      const auto same = [&](const auto& other) {
        return other.elements == relaxation.elements && other.packages == relaxation.packages;
      };
      EXPECT_TRUE(std::any_of(all.relaxations.begin(), all.relaxations.end(), same));
    }
    if (!all.open && found.complete) {
      EXPECT_EQ(found.conflicts, all.conflicts);
    }
  });
}

}  // namespace
}  // namespace nemawashi::tests
