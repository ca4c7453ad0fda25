// SPDX-License-Identifier: Apache-2.0
// The next steps against all sets of steps (tests/house_oracle.h).
#include "engine/house/next.h"

#include <algorithm>
#include <tuple>

#include <gtest/gtest.h>

#include "tests/house_oracle.h"
#include "tests/random_house.h"

namespace nemawashi::house {
namespace {

/// What the house does with these steps taken: contingencies, pairs, functions of members.
using Worth = std::tuple<std::size_t, std::size_t, std::size_t>;
Worth worth_with(const Case& a_case, const HouseQuestion& question, const std::vector<Step>& all,
                 const std::vector<std::size_t>& steps) {
  Oracle oracle(a_case, question);
  for (const std::size_t step : steps) {
    const std::size_t on = all[step].arrangement.value;
    oracle.exists[on] = true;
    if (all[step].kind == Step::Kind::strengthen) oracle.strength[on] = Strength::acts;
  }
  Worth result;
  for (const auto& row : a_case.house.contingencies) {
    std::get<0>(result) += is_answered(oracle.best(providing(a_case, row.function, row.members)));
  }
  for (std::size_t f = 0; f < a_case.house.functions.size(); ++f) {
    for (std::size_t a = 0; a < a_case.parties.size(); ++a) {
      const auto have = [&](const std::vector<BearerIndex>& members) {
        return oracle.best(providing(a_case, FunctionIndex(f), members));
      };
      std::get<2>(result) += have({BearerIndex(a)}).has_value();
      for (std::size_t b = a + 1; b < a_case.parties.size(); ++b) {
        std::get<1>(result) += have({BearerIndex(a), BearerIndex(b)}) >= Strength::meets;
      }
    }
  }
  return result;
}

base::Rational cost_of(const std::vector<Step>& all, const std::vector<std::size_t>& steps) {
  base::Rational sum = 0;
  for (const std::size_t step : steps) sum += all[step].cost;
  return sum;
}

/// By all sets of steps: the greatest worth, then the least cost, the fewest steps, the first.
TEST(NextSteps, TheBestSetOfStepsIsTheBestOfAll) {
  for (std::size_t trial = 0; trial < 20; ++trial) {
    SCOPED_TRACE("trial " + std::to_string(trial));
    base::Random random(4, trial);
    const Case a_case = tests::random_house_case(random);
    const HouseQuestion question = question_of(a_case, true);
    const Next next = house_answer(a_case, question).next;
    ASSERT_TRUE(next.best.proved);
    std::vector<Worth> alone;
    for (std::size_t i = 0; i < next.steps.size(); ++i) {
      const auto& cost = a_case.house.at(next.steps[i].arrangement).cost;
      EXPECT_EQ(next.steps[i].cost, cost.value_or(1));
      alone.push_back(worth_with(a_case, question, next.steps, {i}));
      if (i == 0) continue;
      EXPECT_GE(alone[i - 1], alone[i]);
      if (alone[i - 1] == alone[i]) {
        EXPECT_LT(next.steps[i - 1].arrangement, next.steps[i].arrangement);
      }
    }
    const Worth none = worth_with(a_case, question, next.steps, {});
    std::vector<std::size_t> best;
    Worth best_worth = none;
    for (Bits bits = 1; bits < Bits{1} << next.steps.size(); ++bits) {
      std::vector<std::size_t> steps;
      for (std::size_t i = 0; i < next.steps.size(); ++i) {
        if (Oracle::has(bits, i)) steps.push_back(i);
      }
      const base::Rational cost = cost_of(next.steps, steps);
      if (cost > question.budget) continue;
      const Worth worth = worth_with(a_case, question, next.steps, steps);
      const auto key = [&](const Worth& of, const std::vector<std::size_t>& set) {
        return std::tuple(of, base::Rational(-cost_of(next.steps, set)),
                          -static_cast<int>(set.size()));
      };
      const auto mine = key(worth, steps);
      const auto other = key(best_worth, best);
      if (mine > other || (mine == other && steps < best)) {
        best = steps;
        best_worth = worth;
      }
    }
    EXPECT_EQ(next.best.steps, best);
    EXPECT_EQ(next.best.cost, cost_of(next.steps, best));
  }
}

/// More than 20,000 affordable sets: each step is the best at its place, until none brings more.
TEST(NextSteps, WithTooManySetsStepsAreAddedOneByOne) {
  base::Random random(6, 1);
  tests::HouseShape shape;
  shape.arrangements = 17;
  shape.floors = 1;
  shape.members = 12;
  shape.functions = 3;
  shape.causes = 0;
  shape.contingencies = 12;
  Case a_case = tests::random_house_case(random, shape);
  for (model::Arrangement& one : a_case.house.arrangements) {
    one.proposed = true;
    one.cost = std::nullopt;
  }
  HouseQuestion question = question_of(a_case, true);
  question.budget = 8;
  const View view = view_of(a_case, {}, question.reading);
  const Ground ground = ground_of(a_case);
  const Service now = service(ground, standing_structure(a_case.house, view), view, {});
  const Next next = next_steps(ground, view, now, question.budget, {});
  EXPECT_FALSE(next.best.proved);
  EXPECT_FALSE(next.best.stopped);
  ASSERT_EQ(next.steps.size(), 17U);
  // Nothing rests on anything, so what a set does is what its arrangements do.
  const auto worth = [&](const std::vector<std::size_t>& steps) {
    Worth result;
    const auto some = [&](FunctionIndex function, const std::vector<BearerIndex>& members,
                          Strength least) {
      const auto of = providing(a_case, function, members);
      return std::any_of(steps.begin(), steps.end(), [&](std::size_t step) {
        const ArrangementIndex one = next.steps[step].arrangement;
        return a_case.house.at(one).strength >= least &&
               std::find(of.begin(), of.end(), one) != of.end();
      });
    };
    for (const auto& row : a_case.house.contingencies) {
      std::get<0>(result) += some(row.function, row.members, Strength::acts);
    }
    for (std::size_t f = 0; f < shape.functions; ++f) {
      for (std::size_t a = 0; a < shape.members; ++a) {
        std::get<2>(result) += some(FunctionIndex(f), {BearerIndex(a)}, Strength::paper);
        for (std::size_t b = a + 1; b < shape.members; ++b) {
          std::get<1>(result) +=
              some(FunctionIndex(f), {BearerIndex(a), BearerIndex(b)}, Strength::meets);
        }
      }
    }
    return result;
  };
  std::vector<std::size_t> taken;
  while (taken.size() < 8) {
    std::vector<std::size_t> best = taken;
    for (std::size_t i = 0; i < next.steps.size(); ++i) {
      if (std::find(taken.begin(), taken.end(), i) != taken.end()) continue;
      std::vector<std::size_t> more = taken;
      more.push_back(i);
      if (worth(more) > worth(best)) best = more;
    }
    if (best == taken) break;
    taken = best;
  }
  std::sort(taken.begin(), taken.end());
  EXPECT_EQ(next.best.steps, taken);
}

/// The rest was finished, and the search for the next steps alone was not.
TEST(NextSteps, AStoppedSearchForNextStepsIsNotComplete) {
  base::Random random(4, 0);
  const Case a_case = tests::random_house_case(random);
  HouseAnswer answer = house_answer(a_case, question_of(a_case, true));
  ASSERT_TRUE(answer.is_complete());
  answer.next =
      next_steps(answer.ground, answer.view, answer.now, 2, {.stop = [] { return true; }});
  EXPECT_TRUE(answer.next.best.stopped);
  EXPECT_FALSE(answer.is_complete());
}

}  // namespace
}  // namespace nemawashi::house
