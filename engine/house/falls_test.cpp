// SPDX-License-Identifier: Apache-2.0
// Falls and gaps against all states (tests/house_oracle.h).
#include "engine/house/falls.h"

#include <gtest/gtest.h>

#include "tests/house_oracle.h"
#include "tests/random_house.h"

namespace nemawashi::house {
namespace {

TEST(Falls, GapsAreThoseOfAllPairsAndTriples) {
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
    std::size_t counted = 0;
    for (const FunctionGaps& of : answer.gaps) {
      counted += of.pairs + of.triples;
      for (const Gap& gap : of.listed) found.insert({gap.function.value, gap.members});
    }
    EXPECT_EQ(found, expected) << "trial " << trial;
    EXPECT_EQ(counted, expected.size()) << "trial " << trial;
    EXPECT_EQ(std::count(answer.now.together.begin(), answer.now.together.end(), true),
              static_cast<std::ptrdiff_t>(together))
        << "trial " << trial;
  }
}

TEST(Falls, FallsAreWhatNoLongerStands) {
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

TEST(Falls, WithoutIsTheHouseAfterTheFall) {
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

/// Between any two states, not only after a fall: what is lost is not set off against what is won.
TEST(Falls, PairsLostAndGainedAreCountedApart) {
  std::size_t both = 0;
  for (std::size_t trial = 0; trial < 60; ++trial) {
    base::Random random(8, trial);
    const Case a_case = tests::random_house_case(random);
    const HouseQuestion question = question_of(a_case, true);
    const Ground ground = ground_of(a_case);
    const View view = view_of(a_case, {}, question.reading);
    const StandingStructure standing = standing_structure(a_case.house, view);
    std::vector<Service> states;
    std::vector<Oracle> oracles;
    for (int i = 0; i < 2; ++i) {
      const auto failed =
          static_cast<std::uint32_t>(random.below(a_case.house.arrangements.size()));
      states.push_back(service(ground, standing, view, {failed}));
      oracles.emplace_back(a_case, question);
      oracles.back().exists[failed] = false;
    }
    std::size_t lost = 0;
    std::size_t gained = 0;
    for (std::size_t f = 0; f < a_case.house.functions.size(); ++f) {
      for (std::size_t a = 0; a < a_case.parties.size(); ++a) {
        for (std::size_t b = a + 1; b < a_case.parties.size(); ++b) {
          const auto pair = providing(a_case, FunctionIndex(f), {BearerIndex(a), BearerIndex(b)});
          const bool before = oracles[0].best(pair) >= Strength::meets;
          const bool after = oracles[1].best(pair) >= Strength::meets;
          lost += before && !after;
          gained += !before && after;
        }
      }
    }
    const Change found = change(ground, states[0], states[1]);
    EXPECT_EQ(found.pairs_lost, lost) << "trial " << trial;
    EXPECT_EQ(found.pairs_gained, gained) << "trial " << trial;
    both += lost > 0 && gained > 0;
  }
  EXPECT_GT(both, 0U);
}

/// Eighty members in arrangements of two: all are counted, so many are listed.
TEST(Falls, GapsBeyondTheListAreCounted) {
  Case a_case;
  constexpr std::size_t kPairs = 40;
  a_case.parties.resize(2 * kPairs);
  a_case.house.functions.resize(1);
  for (std::size_t i = 0; i < kPairs; ++i) {
    model::Arrangement one;
    one.members = {BearerIndex(2 * i), BearerIndex(2 * i + 1)};
    one.functions = {FunctionIndex(0)};
    one.strength = Strength::meets;
    a_case.house.arrangements.push_back(std::move(one));
  }
  HouseQuestion question = question_of(a_case, true);
  const FunctionGaps found = house_answer(a_case, question).gaps.at(0);
  EXPECT_EQ(found.pairs, 80U * 79 / 2 - kPairs);
  EXPECT_EQ(found.listed.size(), kMostGaps);
  EXPECT_TRUE(found.complete);
  question.structure.control.stop = [] { return true; };
  EXPECT_FALSE(house_answer(a_case, question).gaps.at(0).complete);
}

}  // namespace
}  // namespace nemawashi::house
