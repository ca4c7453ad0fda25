// SPDX-License-Identifier: Apache-2.0
// The answers against all states (tests/house_oracle.h).
#include "engine/house/answer.h"

#include <algorithm>
#include <functional>
#include <set>

#include <gtest/gtest.h>

#include "tests/house_oracle.h"
#include "tests/random_house.h"
#include "tests/random_structure.h"

namespace nemawashi::house {
namespace {

/// The greatest number of disjoint sets, by trying all families.
std::size_t most_disjoint(const std::vector<Bits>& sets, std::size_t from, Bits used) {
  std::size_t most = 0;
  for (std::size_t i = from; i < sets.size(); ++i) {
    if ((sets[i] & used) == 0)
      most = std::max(most, 1 + most_disjoint(sets, i + 1, used | sets[i]));
  }
  return most;
}

std::set<Bits> as_bits(const std::vector<std::vector<std::uint32_t>>& sets) {
  std::set<Bits> result;
  for (const auto& set : sets) {
    Bits bits = 0;
    for (const std::uint32_t one : set) bits |= Bits{1} << one;
    result.insert(bits);
  }
  return result;
}

void expect_structure(const Oracle& oracle, const StructureAnswer& found,
                      const std::vector<ArrangementIndex>& providers) {
  const std::vector<bool> table = oracle.table(providers);
  const std::vector<Bits> paths = tests::minimal_states(table);
  const std::vector<Bits> cuts = tests::minimal_states(tests::dual(table));
  EXPECT_EQ(*found.path_sets.count, paths.size());
  EXPECT_EQ(*found.cut_sets.count, cuts.size());
  EXPECT_EQ(as_bits(found.path_sets.listed), std::set<Bits>(paths.begin(), paths.end()));
  EXPECT_EQ(as_bits(found.cut_sets.listed), std::set<Bits>(cuts.begin(), cuts.end()));
  EXPECT_EQ(found.independent.at_least, most_disjoint(paths, 0, 0));
  EXPECT_EQ(found.independent.at_most, found.independent.at_least);

  const auto fails = failure_probabilities(oracle.a_case.house);
  const auto likely = [&](const std::vector<bool>& states, std::size_t fixed, bool holding) {
    base::Rational sum = 0;
    for (Bits state = 0; state < states.size(); ++state) {
      if (!states[state]) continue;
      base::Rational product = 1;
      for (std::size_t i = 0; i < oracle.components(); ++i) {
        const bool holds = Oracle::has(state, i);
        if (i == fixed) {
          if (holds != holding) product = 0;
        } else {
          product *= holds ? base::Rational(1 - *fails[i]) : *fails[i];
        }
      }
      sum += product;
    }
    return sum;
  };
  std::vector<bool> lost = table;
  lost.flip();
  const std::size_t none = oracle.components();
  const base::Rational top = likely(lost, none, true);
  ASSERT_TRUE(found.probability.has_value());
  EXPECT_EQ(*found.probability, top);
  for (const ComponentImportance& one : found.importance) {
    const base::Rational failing = likely(lost, one.component, false);
    const base::Rational holding = likely(lost, one.component, true);
    const base::Rational birnbaum = failing - holding;
    EXPECT_NEAR(one.birnbaum, base::approximate(birnbaum), 1e-12);
    std::vector<bool> some_cut_with_it;
    for (Bits state = 0; state < table.size(); ++state) {
      some_cut_with_it.push_back(std::any_of(cuts.begin(), cuts.end(), [&](Bits cut) {
        return Oracle::has(cut, one.component) && (cut & state) == 0;
      }));
    }
    const auto expect_ratio = [](const std::optional<double>& ratio, const base::Rational& above,
                                 const base::Rational& below) {
      ASSERT_EQ(ratio.has_value(), below != 0);
      if (ratio) {
        EXPECT_NEAR(*ratio, base::approximate(above / below), 1e-9);
      }
    };
    expect_ratio(one.criticality, birnbaum * *fails[one.component], top);
    expect_ratio(one.fussell_vesely, likely(some_cut_with_it, none, true), top);
    expect_ratio(one.risk_achievement_worth, failing, top);
    expect_ratio(one.risk_reduction_worth, top, holding);
  }
}

TEST(HouseAnswer, IsWhatAllStatesSay) {
  constexpr std::size_t kTrials = 60;
  for (std::size_t trial = 0; trial < kTrials; ++trial) {
    base::Random random(1, trial);
    const Case a_case = tests::random_house_case(random);
    const HouseQuestion question = question_of(a_case, trial % 2 == 0);
    const HouseAnswer answer = house_answer(a_case, question);
    const Oracle oracle(a_case, question);
    SCOPED_TRACE("trial " + std::to_string(trial));
    std::size_t provisions = 0;
    for (std::size_t f = 0; f < a_case.house.functions.size(); ++f) {
      for (std::size_t m = 0; m < a_case.parties.size(); ++m) {
        const auto providers = providing(a_case, FunctionIndex(f), {BearerIndex(m)});
        if (providers.empty()) continue;
        const ProvidedFunction& one = answer.functions.at(provisions++);
        EXPECT_EQ(one.provision.providers, providers);
        EXPECT_EQ(one.best, oracle.best(providers));
        expect_structure(oracle, answer.structures[one.structure], providers);
      }
    }
    EXPECT_EQ(provisions, answer.functions.size());
    for (std::size_t k = 0; k < a_case.house.contingencies.size(); ++k) {
      const auto& row = a_case.house.contingencies[k];
      EXPECT_EQ(answer.contingencies[k].best,
                oracle.best(providing(a_case, row.function, row.members)));
    }
  }
}

/// Three that each fail once in 10^9: the function is lost once in 10^27, far below what a double
/// leaves of 1.
TEST(HouseAnswer, ImportanceKeepsItsDigitsWhereNearlyNothingIsLost) {
  Case a_case;
  a_case.parties.resize(1);
  a_case.house.functions.resize(1);
  for (int i = 0; i < 3; ++i) {
    model::Arrangement one;
    one.members = {BearerIndex(0)};
    one.functions = {FunctionIndex(0)};
    one.probability = base::fraction(1, 1'000'000'000);
    a_case.house.arrangements.push_back(std::move(one));
  }
  const HouseAnswer answer = house_answer(a_case, question_of(a_case, true));
  const ComponentImportance& of = answer.structures.at(0).importance.at(0);
  EXPECT_NEAR(of.birnbaum / 1e-18, 1, 1e-9);
  EXPECT_NEAR(of.criticality.value(), 1, 1e-9);
  EXPECT_NEAR(of.fussell_vesely.value(), 1, 1e-9);
  EXPECT_NEAR(of.risk_achievement_worth.value() / 1e9, 1, 1e-9);
  EXPECT_FALSE(of.risk_reduction_worth.has_value());  // Without its failing nothing is lost.
}

TEST(HouseAnswer, StoppedItSaysWhatItHas) {
  base::Random random(9, 0);
  tests::HouseShape shape;
  shape.members = 6;
  const Case a_case = tests::random_house_case(random, shape);
  HouseQuestion question = question_of(a_case, true);
  ASSERT_TRUE(house_answer(a_case, question).is_complete());
  question.structure.control.stop = [] { return true; };
  const HouseAnswer stopped = house_answer(a_case, question);
  EXPECT_FALSE(stopped.is_complete());
  EXPECT_TRUE(stopped.next.best.stopped);
  EXPECT_FALSE(stopped.next.best.proved);
  EXPECT_TRUE(stopped.next.best.steps.empty());
  std::size_t bounded = 0;
  for (const StructureAnswer& one : stopped.structures) {
    if (one.components.empty()) continue;  // Nothing is provided: no work is needed.
    ++bounded;
    EXPECT_EQ(one.ending, StructureAnswer::Ending::stopped);
    EXPECT_EQ(one.independent.at_least, 1U);
    EXPECT_EQ(one.independent.at_most, one.components.size());
    EXPECT_FALSE(one.cut_sets.count.has_value());
  }
  EXPECT_GT(bounded, 0U);
}

/// Too many for all states: what is listed is looked at by itself, against rules as written.
TEST(HouseAnswer, AThousandArrangementsOnFourFloors) {
  base::Random random(5, 0);
  tests::HouseShape shape;
  shape.arrangements = 1'000;
  shape.floors = 4;
  shape.members = 40;
  shape.functions = 6;
  shape.causes = 30;
  shape.contingencies = 60;
  shape.most_members = 3;
  const Case a_case = tests::random_house_case(random, shape);
  const model::House& house = a_case.house;
  const HouseQuestion question = question_of(a_case, true);
  const View view = view_of(a_case, {}, question.reading);
  const StandingStructure standing = standing_structure(house, view);

  /// From below, since rows name earlier arrangements alone.
  const auto stands = [&](const Failures& failures) {
    const std::set<std::uint32_t> failed(failures.begin(), failures.end());
    std::vector<bool> result;
    for (std::size_t i = 0; i < house.arrangements.size(); ++i) {
      bool holds = view.exists[i] && !failed.contains(static_cast<std::uint32_t>(i));
      for (std::size_t c = 0; c < house.common_causes.size(); ++c) {
        const auto& taken = house.common_causes[c].arrangements;
        if (failed.contains(component_of(house, CommonCauseIndex(c))) &&
            std::find(taken.begin(), taken.end(), ArrangementIndex(i)) != taken.end()) {
          holds = false;
        }
      }
      for (const model::RestsOn& row : house.rests_on) {
        if (row.arrangement.value != i || !holds) continue;
        holds = rule_holds(row.rule, [&](ArrangementIndex o) { return bool{result[o.value]}; });
      }
      result.push_back(holds);
    }
    return result;
  };
  for (std::uint32_t failed = 0; failed < components(house); failed += 97) {
    const std::vector<bool> expected = stands({failed});
    const Firmness found = firmness(standing, view, {failed});
    for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_EQ(found[i].has_value(), expected[i]);
  }

  const Ground ground = ground_of(a_case);
  const Service now = service(ground, standing, view, {});
  EXPECT_EQ(single_falls(ground, standing, view, now).size() > 500, true);
  StructureOptions options;
  options.list = 20;
  std::size_t answered = 0;
  for (std::size_t i = 0; i < ground.provisions.size(); i += 20) {
    const auto& providers = ground.provisions[i].providers;
    const StructureAnswer structure = structure_answer(house, standing, providers, options);
    ASSERT_EQ(structure.ending, StructureAnswer::Ending::complete);
    if (!now.provided[i]) continue;
    ++answered;
    const auto provided = [&](const std::set<std::uint32_t>& failed) {
      const auto holding = stands({failed.begin(), failed.end()});
      return std::any_of(providers.begin(), providers.end(),
                         [&](ArrangementIndex one) { return bool{holding[one.value]}; });
    };
    for (std::size_t k = 0; k < std::min<std::size_t>(3, structure.cut_sets.listed.size()); ++k) {
      std::set<std::uint32_t> cut(structure.cut_sets.listed[k].begin(),
                                  structure.cut_sets.listed[k].end());
      EXPECT_FALSE(provided(cut));
      cut.erase(cut.begin());
      EXPECT_TRUE(provided(cut));
    }
    const auto& path = structure.path_sets.listed.front();
    std::set<std::uint32_t> others;
    for (std::uint32_t c = 0; c < components(house); ++c) {
      if (std::find(path.begin(), path.end(), c) == path.end()) others.insert(c);
    }
    EXPECT_TRUE(provided(others));
    others.insert(path.front());
    EXPECT_FALSE(provided(others));
  }
  EXPECT_GT(answered, 3U);
}

TEST(HouseAnswer, MomentsAreComparedAsFarAsBothSay) {
  EXPECT_TRUE(is_before("2004", "2005-01-01"));
  EXPECT_FALSE(is_before("2004", "2004-12-26"));
  EXPECT_TRUE(is_before("2004-12-25", "2004-12-26"));
  EXPECT_FALSE(is_before("", "2004"));
}

}  // namespace
}  // namespace nemawashi::house
