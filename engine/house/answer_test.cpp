// SPDX-License-Identifier: Apache-2.0
// The answers against all states: which arrangements stand is said again here, row by row from the
// rules as they are written, and everything else is counted by listing.
// Long because one oracle serves every test.
#include "engine/house/answer.h"

#include <algorithm>
#include <functional>
#include <set>

#include <gtest/gtest.h>

#include "tests/random_house.h"
#include "tests/random_structure.h"

namespace nemawashi::house {
namespace {

using model::Case;
using Bits = std::uint64_t;

HouseQuestion question_of(const Case& a_case, bool claim) {
  HouseQuestion question;
  question.reading.assign(a_case.claims.size(), claim);
  question.structure.list = 1'000;
  return question;
}

std::set<std::size_t> values(const std::vector<ArrangementIndex>& arrangements) {
  std::set<std::size_t> result;
  for (const ArrangementIndex one : arrangements) result.insert(one.value);
  return result;
}

/// The definitions, apart from the engine's. Bits are components that hold.
struct Oracle {
  const Case& a_case;
  const HouseQuestion& question;
  std::vector<Strength> strength;
  std::vector<bool> exists;

  Oracle(const Case& the_case, const HouseQuestion& asked) : a_case(the_case), question(asked) {
    for (const auto& one : a_case.house.arrangements) {
      strength.push_back(one.strength);
      exists.push_back(!one.proposed);
    }
  }
  std::size_t arrangements() const { return a_case.house.arrangements.size(); }
  std::size_t components() const { return arrangements() + a_case.house.common_causes.size(); }
  static bool has(Bits state, std::size_t i) { return (state >> i & 1U) != 0; }

  bool stands(std::size_t i, Bits state) const {
    if (!exists[i] || !has(state, i)) return false;
    for (std::size_t c = 0; c < a_case.house.common_causes.size(); ++c) {
      for (const ArrangementIndex taken : a_case.house.common_causes[c].arrangements) {
        if (taken.value == i && !has(state, arrangements() + c)) return false;
      }
    }
    for (const model::RestsOn& row : a_case.house.rests_on) {
      if (row.arrangement.value != i) continue;
      if (row.if_claim && !question.reading[row.if_claim->value]) continue;
      if (!rule_holds(row.rule, [&](ArrangementIndex o) { return stands(o.value, state); })) {
        return false;
      }
    }
    return true;
  }
  Bits all() const { return (Bits{1} << components()) - 1; }
  Bits all_but(std::size_t component) const { return all() & ~(Bits{1} << component); }
  std::set<std::size_t> falling_with(std::size_t component) const {
    std::set<std::size_t> fallen;
    for (std::size_t a = 0; a < arrangements(); ++a) {
      if (stands(a, all()) && !stands(a, all_but(component))) fallen.insert(a);
    }
    return fallen;
  }
  bool any_stands(const std::vector<ArrangementIndex>& some, Bits state) const {
    return std::any_of(some.begin(), some.end(),
                       [&](ArrangementIndex one) { return stands(one.value, state); });
  }
  std::vector<bool> table(const std::vector<ArrangementIndex>& providers) const {
    std::vector<bool> result;
    for (Bits state = 0; state < Bits{1} << components(); ++state) {
      result.push_back(any_stands(providers, state));
    }
    return result;
  }
  /// The greatest strength such that a set of at least as strong arrangements makes one stand.
  std::optional<Strength> best(const std::vector<ArrangementIndex>& some) const {
    std::optional<Strength> result;
    const Bits causes = (Bits{1} << components()) - (Bits{1} << arrangements());
    for (Bits state = 0; state < Bits{1} << arrangements(); ++state) {
      if (!any_stands(some, state | causes)) continue;
      Strength weakest = Strength::has_acted;
      for (std::size_t i = 0; i < arrangements(); ++i) {
        if (has(state, i)) weakest = std::min(weakest, strength[i]);
      }
      result = std::max(result, std::optional(weakest));
    }
    return result;
  }
};

std::vector<ArrangementIndex> providing(const Case& a_case, FunctionIndex function,
                                        const std::vector<BearerIndex>& members) {
  std::vector<ArrangementIndex> result;
  for (std::size_t i = 0; i < a_case.house.arrangements.size(); ++i) {
    const auto& one = a_case.house.arrangements[i];
    const auto& functions = one.functions;
    const bool all = std::all_of(members.begin(), members.end(), [&](BearerIndex m) {
      return std::find(one.members.begin(), one.members.end(), m) != one.members.end();
    });
    if (all && std::find(functions.begin(), functions.end(), function) != functions.end()) {
      result.emplace_back(i);
    }
  }
  return result;
}

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

TEST(HouseAnswer, GapsAreThoseOfAllPairsAndTriples) {
  for (std::size_t trial = 0; trial < 40; ++trial) {
    base::Random random(2, trial);
    const Case a_case = tests::random_house_case(random);
    const HouseQuestion question = question_of(a_case, true);
    const HouseAnswer answer = house_answer(a_case, question);
    const Oracle oracle(a_case, question);
    using Key = std::pair<std::size_t, std::vector<BearerIndex>>;
    std::set<Key> expected;
    std::size_t together = 0;
    const auto have = [&](std::size_t f, const std::vector<BearerIndex>& members) {
      return oracle.best(providing(a_case, FunctionIndex(f), members)) >= Strength::meets;
    };
    for (std::size_t f = 0; f < a_case.house.functions.size(); ++f) {
      const auto member = [](std::size_t m) { return BearerIndex(m); };
      for (std::size_t a = 0; a < a_case.parties.size(); ++a) {
        for (std::size_t b = a + 1; b < a_case.parties.size(); ++b) {
          if (!have(f, {member(a)}) || !have(f, {member(b)})) continue;
          const bool pair = have(f, {member(a), member(b)});
          if (pair) ++together;
          if (!pair) expected.insert({f, {member(a), member(b)}});
          for (std::size_t c = b + 1; c < a_case.parties.size() && pair; ++c) {
            const std::vector<BearerIndex> three = {member(a), member(b), member(c)};
            if (have(f, {member(a), member(c)}) && have(f, {member(b), member(c)}) &&
                !have(f, three)) {
              expected.insert({f, three});
            }
          }
        }
      }
    }
    std::set<Key> found;
    for (const Gap& gap : answer.gaps) found.insert({gap.function.value, gap.members});
    EXPECT_EQ(found, expected) << "trial " << trial;
    EXPECT_EQ(answer.now.pairs, together) << "trial " << trial;
  }
}

TEST(HouseAnswer, FallsAreWhatNoLongerStands) {
  for (std::size_t trial = 0; trial < 40; ++trial) {
    base::Random random(3, trial);
    const Case a_case = tests::random_house_case(random);
    HouseQuestion question = question_of(a_case, trial % 2 == 0);
    const Oracle oracle(a_case, question);
    const HouseAnswer answer = house_answer(a_case, question);
    std::size_t falls = 0;
    for (std::size_t i = 0; i < oracle.components(); ++i) {
      const std::set<std::size_t> fallen = oracle.falling_with(i);
      if (fallen.empty()) continue;
      const Fall& fall = answer.falls.at(falls++);
      EXPECT_EQ(fall.component, i);
      EXPECT_EQ(values(fall.change.fallen), fallen) << "trial " << trial << ", component " << i;
    }
    EXPECT_EQ(falls, answer.falls.size());
  }
}

TEST(HouseAnswer, WithoutIsTheHouseAfterTheFall) {
  for (std::size_t trial = 0; trial < 20; ++trial) {
    base::Random random(7, trial);
    const Case a_case = tests::random_house_case(random);
    HouseQuestion question = question_of(a_case, trial % 2 == 0);
    const Oracle oracle(a_case, question);
    for (std::size_t i = 0; i < oracle.components(); ++i) {
      question.without = {static_cast<std::uint32_t>(i)};
      const HouseAnswer answer = house_answer(a_case, question);
      const Bits state = oracle.all_but(i);
      for (std::size_t a = 0; a < oracle.arrangements(); ++a) {
        EXPECT_EQ(answer.now.firmness[a].has_value(), oracle.stands(a, state));
      }
      EXPECT_EQ(values(answer.without.value().fallen), oracle.falling_with(i))
          << "trial " << trial << ", component " << i;
      if (i < oracle.arrangements()) {
        EXPECT_TRUE(answer.view.failed[i]);
      }
      for (const ProvidedFunction& one : answer.functions) {
        for (const ArrangementIndex by : one.standing) EXPECT_TRUE(oracle.stands(by.value, state));
      }
      for (const Step& step : answer.next.steps) EXPECT_NE(step.arrangement.value, i);
    }
  }
}

TEST(HouseAnswer, TheBestSetOfStepsIsTheBestOfAll) {
  for (std::size_t trial = 0; trial < 20; ++trial) {
    base::Random random(4, trial);
    const Case a_case = tests::random_house_case(random);
    HouseQuestion question = question_of(a_case, true);
    const HouseAnswer answer = house_answer(a_case, question);
    ASSERT_TRUE(answer.next.best.proved);
    using Worth = std::tuple<std::size_t, std::size_t>;
    const auto worth_of = [&](const std::vector<std::size_t>& steps) {
      Oracle oracle(a_case, question);
      for (const std::size_t step : steps) {
        const Step& one = answer.next.steps[step];
        oracle.exists[one.arrangement.value] = true;
        if (one.kind == Step::Kind::strengthen) {
          oracle.strength[one.arrangement.value] = Strength::acts;
        }
      }
      std::size_t answered = 0;
      for (const auto& row : a_case.house.contingencies) {
        answered += is_answered(oracle.best(providing(a_case, row.function, row.members)));
      }
      std::size_t pairs = 0;
      for (std::size_t f = 0; f < a_case.house.functions.size(); ++f) {
        for (std::size_t a = 0; a < a_case.parties.size(); ++a) {
          for (std::size_t b = a + 1; b < a_case.parties.size(); ++b) {
            const auto both = providing(a_case, FunctionIndex(f), {BearerIndex(a), BearerIndex(b)});
            if (oracle.best(both) >= Strength::meets) ++pairs;
          }
        }
      }
      return Worth{answered, pairs};
    };
    Worth best = worth_of({});
    for (std::size_t i = 0; i < answer.next.steps.size(); ++i) {
      for (std::size_t j = i; j < answer.next.steps.size(); ++j) {
        best = std::max(best, worth_of(i == j ? std::vector{i} : std::vector{i, j}));
      }
    }
    EXPECT_EQ(worth_of(answer.next.best.steps), best) << "trial " << trial;
  }
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
