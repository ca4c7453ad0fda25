// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/tangent.h"

#include <gtest/gtest.h>

#include "engine/base/random.h"

namespace nemawashi::trees {
namespace {

using base::Rational;

TEST(TangentBound, NeverExceedsTheRootAndComesNear) {
  base::Random random(83, 0);
  for (int i = 0; i < 500; ++i) {
    const std::size_t n = 1 + random.below(9);
    const auto part = [&] { return static_cast<long>(1 + random.below(1'000'000)); };
    Rational target = base::fraction(part(), part());
    if (i % 3 == 0) target = power(target, n);  // The root is a fraction.
    if (i % 5 == 0) target *= power(Rational(10), random.below(300));
    const Rational bound = tangent_bound(target, n);
    const Rational of_one = bound / Rational(static_cast<unsigned long>(n));
    EXPECT_LE(power(of_one, n), target) << n;
    const Rational little_more = of_one * (1 + base::fraction(1, 1L << 40));
    EXPECT_GT(power(little_more, n), target) << n;
  }
  EXPECT_EQ(tangent_bound(8, 3), 6);
}

TEST(WeightNearInverse, IsPositiveAndNear) {
  for (const Rational& value :
       {Rational(1), Rational(3), base::fraction(1, 7), base::fraction(999, 1000)}) {
    const Rational product = weight_near_inverse(value) * value;
    EXPECT_LE(product, 1);
    EXPECT_GT(product, base::fraction(999, 1000));
  }
}

}  // namespace
}  // namespace nemawashi::trees
