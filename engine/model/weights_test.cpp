// SPDX-License-Identifier: Apache-2.0
#include "engine/model/weights.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace nemawashi::model {
namespace {

Rational part(long numerator, long denominator) { return base::fraction(numerator, denominator); }

std::vector<WeightVector> sorted_vertices(const Weights& weights) {
  auto vertices = weight_vertices(weights).value();
  std::sort(vertices.begin(), vertices.end());
  return vertices;
}

const IntervalWeights kIntervals = {{part(2, 10), part(3, 10), part(1, 10)},
                                    {part(6, 10), part(5, 10), part(4, 10)}};

TEST(CentralWeights, NumbersAreDividedByTheirSum) {
  EXPECT_EQ(central_weights(NumberWeights{{3, 1, 0}}), (WeightVector{part(3, 4), part(1, 4), 0}));
}

TEST(CentralWeights, RanksGiveTheRankOrderCentroid) {
  // Barron and Barrett 1996 for three: (1 + 1/2 + 1/3)/3, (1/2 + 1/3)/3, (1/3)/3.
  EXPECT_EQ(central_weights(RankWeights{{2, 1, 3}}),
            (WeightVector{part(5, 18), part(11, 18), part(2, 18)}));
}

TEST(CentralWeights, TiesShareTheirMean) {
  // Second and third share (5/18 + 2/18) / 2; ranks need not be consecutive.
  EXPECT_EQ(central_weights(RankWeights{{7, 1, 7}}),
            (WeightVector{part(7, 36), part(11, 18), part(7, 36)}));
  EXPECT_EQ(central_weights(RankWeights{{1, 1}}), (WeightVector{part(1, 2), part(1, 2)}));
}

TEST(CentralWeights, IntervalsMoveEvenlyFromLowToHigh) {
  // The lows sum to 6/10, the highs to 15/10, all are attained: t = 4/9.
  EXPECT_EQ(central_weights(kIntervals), (WeightVector{part(17, 45), part(7, 18), part(7, 30)}));
}

TEST(CentralWeights, IntervalsAreTightenedFirst) {
  // Nobody can have more than 3/10 beside a low of 7/10: (7/10, 0)..(1, 3/10), t = 1/2.
  EXPECT_EQ(central_weights(IntervalWeights{{part(7, 10), 0}, {1, 1}}),
            (WeightVector{part(17, 20), part(3, 20)}));
}

TEST(WeightVertices, OfStrictRanksAreTheRunningMeans) {
  EXPECT_EQ(sorted_vertices(RankWeights{{1, 2, 3}}),
            (std::vector<WeightVector>{
                {part(1, 3), part(1, 3), part(1, 3)}, {part(1, 2), part(1, 2), 0}, {1, 0, 0}}));
}

TEST(WeightVertices, OfTiesAtTheTopAreSingle) {
  // {w1, w2 >= w3}: the two firsts alone, and all three; the first two together are their mean.
  EXPECT_EQ(
      sorted_vertices(RankWeights{{1, 1, 2}}),
      (std::vector<WeightVector>{{0, 1, 0}, {part(1, 3), part(1, 3), part(1, 3)}, {1, 0, 0}}));
}

TEST(WeightVertices, OfTiesBelowAreAllSubsets) {
  EXPECT_EQ(sorted_vertices(RankWeights{{1, 2, 2}}),
            (std::vector<WeightVector>{{part(1, 3), part(1, 3), part(1, 3)},
                                       {part(1, 2), 0, part(1, 2)},
                                       {part(1, 2), part(1, 2), 0},
                                       {1, 0, 0}}));
}

TEST(WeightVertices, OfIntervalsHaveAllButOneAtABound) {
  const auto found = sorted_vertices(kIntervals);
  EXPECT_EQ(found, (std::vector<WeightVector>{{part(2, 10), part(4, 10), part(4, 10)},
                                              {part(2, 10), part(5, 10), part(3, 10)},
                                              {part(3, 10), part(3, 10), part(4, 10)},
                                              {part(4, 10), part(5, 10), part(1, 10)},
                                              {part(6, 10), part(3, 10), part(1, 10)}}));
}

TEST(WeightVertices, OfOneInterestAndOfNumbersAreOne) {
  EXPECT_EQ(sorted_vertices(RankWeights{{1}}), (std::vector<WeightVector>{{1}}));
  EXPECT_EQ(sorted_vertices(IntervalWeights{{0}, {1}}), (std::vector<WeightVector>{{1}}));
  EXPECT_EQ(sorted_vertices(NumberWeights{{1, 3}}),
            (std::vector<WeightVector>{{part(1, 4), part(3, 4)}}));
}

TEST(WeightVertices, AreRefusedWhereTheyAreTooMany) {
  RankWeights ranks{std::vector<std::size_t>(11, 2)};
  ranks.ranks.front() = 1;
  EXPECT_EQ(weight_vertices(ranks)->size(), 1024U);  // 2^10 - 1 subsets of ten, and the first.
  ranks.ranks.resize(14, 2);
  EXPECT_FALSE(weight_vertices(ranks));  // 2^13 - 1
  ranks.ranks.resize(80, 2);
  EXPECT_FALSE(weight_vertices(ranks));
  const std::vector<Rational> low(10);
  EXPECT_EQ(weight_vertices(IntervalWeights{low, std::vector<Rational>(10, part(2, 9))})->size(),
            1260U);  // Four of ten high, a fifth at 1/9: 10 x (9 choose 4).
  EXPECT_FALSE(weight_vertices(
      IntervalWeights{std::vector<Rational>(40), std::vector<Rational>(40, part(1, 11))}));
}

TEST(ValueRange, OfRanksIsTheLeastAndGreatestRunningMean) {
  const ValueRange range = value_range(RankWeights{{1, 2, 3}}, {2, -4, 8});
  EXPECT_EQ(range.least.value, -1);  // 2, (2 - 4)/2, (2 - 4 + 8)/3 = 2
  EXPECT_EQ(range.greatest.value, 2);
  EXPECT_EQ(range.least.weights, (WeightVector{part(1, 2), part(1, 2), 0}));
}

TEST(ValueRange, WithinATieTheOrderIsFree) {
  const ValueRange range = value_range(RankWeights{{1, 2, 2}}, {0, -6, 6});
  EXPECT_EQ(range.least.value, -3);  // 0, (0 - 6)/2, 0
  EXPECT_EQ(range.greatest.value, 3);
}

TEST(ValueRange, OfIntervalsIsAGreedyFill) {
  const ValueRange range = value_range(kIntervals, {1, 2, 3});
  // Least: 0.6, 0.3, 0.1; greatest: 0.2, 0.4, 0.4.
  EXPECT_EQ(range.least.value, part(15, 10));
  EXPECT_EQ(range.greatest.value, part(22, 10));
  EXPECT_EQ(range.greatest.weights, (WeightVector{part(2, 10), part(4, 10), part(4, 10)}));
}

}  // namespace
}  // namespace nemawashi::model
