// SPDX-License-Identifier: Apache-2.0
#include "engine/model/weights.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace nemawashi::model {
namespace {

std::vector<WeightVector> sorted_vertices(const Weights& weights) {
  auto vertices = weight_vertices(weights).value();
  std::sort(vertices.begin(), vertices.end());
  return vertices;
}

const IntervalWeights kIntervals = {
    {base::fraction(2, 10), base::fraction(3, 10), base::fraction(1, 10)},
    {base::fraction(6, 10), base::fraction(5, 10), base::fraction(4, 10)}};

TEST(CentralWeights, NumbersAreDividedByTheirSum) {
  EXPECT_EQ(central_weights(NumberWeights{{3, 1, 0}}),
            (WeightVector{base::fraction(3, 4), base::fraction(1, 4), 0}));
}

TEST(CentralWeights, RanksGiveTheRankOrderCentroid) {
  // Barron and Barrett 1996 for three: (1 + 1/2 + 1/3)/3, (1/2 + 1/3)/3, (1/3)/3.
  EXPECT_EQ(central_weights(RankWeights{{2, 1, 3}}),
            (WeightVector{base::fraction(5, 18), base::fraction(11, 18), base::fraction(2, 18)}));
}

TEST(CentralWeights, TiesShareTheirMean) {
  // Second and third share (5/18 + 2/18) / 2; ranks need not be consecutive.
  EXPECT_EQ(central_weights(RankWeights{{7, 1, 7}}),
            (WeightVector{base::fraction(7, 36), base::fraction(11, 18), base::fraction(7, 36)}));
  EXPECT_EQ(central_weights(RankWeights{{1, 1}}),
            (WeightVector{base::fraction(1, 2), base::fraction(1, 2)}));
}

TEST(CentralWeights, IntervalsMoveEvenlyFromLowToHigh) {
  // The lows sum to 6/10, the highs to 15/10, all are attained: t = 4/9.
  EXPECT_EQ(central_weights(kIntervals),
            (WeightVector{base::fraction(17, 45), base::fraction(7, 18), base::fraction(7, 30)}));
}

TEST(CentralWeights, IntervalsAreTightenedFirst) {
  // Nobody can have more than 3/10 beside a low of 7/10: (7/10, 0)..(1, 3/10), t = 1/2.
  EXPECT_EQ(central_weights(IntervalWeights{{base::fraction(7, 10), 0}, {1, 1}}),
            (WeightVector{base::fraction(17, 20), base::fraction(3, 20)}));
}

TEST(WeightVertices, OfStrictRanksAreTheRunningMeans) {
  EXPECT_EQ(
      sorted_vertices(RankWeights{{1, 2, 3}}),
      (std::vector<WeightVector>{{base::fraction(1, 3), base::fraction(1, 3), base::fraction(1, 3)},
                                 {base::fraction(1, 2), base::fraction(1, 2), 0},
                                 {1, 0, 0}}));
}

TEST(WeightVertices, OfTiesAtTheTopAreSingle) {
  // {w1, w2 >= w3}: the two firsts alone, and all three; the first two together are their mean.
  EXPECT_EQ(
      sorted_vertices(RankWeights{{1, 1, 2}}),
      (std::vector<WeightVector>{{0, 1, 0},
                                 {base::fraction(1, 3), base::fraction(1, 3), base::fraction(1, 3)},
                                 {1, 0, 0}}));
}

TEST(WeightVertices, OfTiesBelowAreAllSubsets) {
  EXPECT_EQ(
      sorted_vertices(RankWeights{{1, 2, 2}}),
      (std::vector<WeightVector>{{base::fraction(1, 3), base::fraction(1, 3), base::fraction(1, 3)},
                                 {base::fraction(1, 2), 0, base::fraction(1, 2)},
                                 {base::fraction(1, 2), base::fraction(1, 2), 0},
                                 {1, 0, 0}}));
}

TEST(WeightVertices, OfIntervalsHaveAllButOneAtABound) {
  const auto found = sorted_vertices(kIntervals);
  EXPECT_EQ(found, (std::vector<WeightVector>{
                       {base::fraction(2, 10), base::fraction(4, 10), base::fraction(4, 10)},
                       {base::fraction(2, 10), base::fraction(5, 10), base::fraction(3, 10)},
                       {base::fraction(3, 10), base::fraction(3, 10), base::fraction(4, 10)},
                       {base::fraction(4, 10), base::fraction(5, 10), base::fraction(1, 10)},
                       {base::fraction(6, 10), base::fraction(3, 10), base::fraction(1, 10)}}));
}

TEST(WeightVertices, OfOneInterestAndOfNumbersAreOne) {
  EXPECT_EQ(sorted_vertices(RankWeights{{1}}), (std::vector<WeightVector>{{1}}));
  EXPECT_EQ(sorted_vertices(IntervalWeights{{0}, {1}}), (std::vector<WeightVector>{{1}}));
  EXPECT_EQ(sorted_vertices(NumberWeights{{1, 3}}),
            (std::vector<WeightVector>{{base::fraction(1, 4), base::fraction(3, 4)}}));
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
  EXPECT_EQ(weight_vertices(IntervalWeights{low, std::vector<Rational>(10, base::fraction(2, 9))})
                ->size(),
            1260U);  // Four of ten high, a fifth at 1/9: 10 x (9 choose 4).
  EXPECT_FALSE(weight_vertices(IntervalWeights{std::vector<Rational>(40),
                                               std::vector<Rational>(40, base::fraction(1, 11))}));
}

TEST(ValueRange, OfRanksIsTheLeastAndGreatestRunningMean) {
  const ValueRange range = value_range(RankWeights{{1, 2, 3}}, {2, -4, 8});
  EXPECT_EQ(range.least.value, -1);  // 2, (2 - 4)/2, (2 - 4 + 8)/3 = 2
  EXPECT_EQ(range.greatest.value, 2);
  EXPECT_EQ(range.least.weights, (WeightVector{base::fraction(1, 2), base::fraction(1, 2), 0}));
}

TEST(ValueRange, WithinATieTheOrderIsFree) {
  const ValueRange range = value_range(RankWeights{{1, 2, 2}}, {0, -6, 6});
  EXPECT_EQ(range.least.value, -3);  // 0, (0 - 6)/2, 0
  EXPECT_EQ(range.greatest.value, 3);
}

TEST(ValueRange, OfIntervalsIsAGreedyFill) {
  const ValueRange range = value_range(kIntervals, {1, 2, 3});
  // Least: 0.6, 0.3, 0.1; greatest: 0.2, 0.4, 0.4.
  EXPECT_EQ(range.least.value, base::fraction(15, 10));
  EXPECT_EQ(range.greatest.value, base::fraction(22, 10));
  EXPECT_EQ(range.greatest.weights,
            (WeightVector{base::fraction(2, 10), base::fraction(4, 10), base::fraction(4, 10)}));
}

}  // namespace
}  // namespace nemawashi::model
