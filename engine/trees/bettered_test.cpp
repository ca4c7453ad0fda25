// SPDX-License-Identifier: Apache-2.0
// Both ways to find which of many rows are bettered, beside the definition.
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "engine/base/random.h"
#include "engine/trees/bettered_in_bits.h"
#include "engine/trees/bettered_in_tree.h"

namespace nemawashi::trees {
namespace {

using Row = std::vector<std::int32_t>;

/// Different random rows, by falling entries. Where `spread` is given, what a row has more of in
/// one entry it mostly lacks in another, so that few are bettered.
Places random_rows(base::Random& random, std::size_t rows, std::size_t width, std::size_t places,
                   bool spread) {
  std::set<Row, std::greater<>> all;
  for (std::size_t i = 0; i < rows; ++i) {
    Row row(width);
    for (std::int32_t& entry : row) entry = static_cast<std::int32_t>(random.below(places));
    if (spread) row.back() = static_cast<std::int32_t>(places) - 1 - row.front();
    all.insert(std::move(row));
  }
  Places result;
  for (const Row& row : all) result.insert(result.end(), row.begin(), row.end());
  return result;
}

bool bettered_by_definition(const Places& places, std::size_t width, std::size_t row) {
  for (std::size_t other = 0; other * width < places.size(); ++other) {
    bool as_good = other != row;
    for (std::size_t entry = 0; entry < width && as_good; ++entry) {
      as_good = places[other * width + entry] >= places[row * width + entry];
    }
    if (as_good) return true;
  }
  return false;
}

TEST(Bettered, BothWaysAgreeWithTheDefinition) {
  for (std::size_t number = 0; number < 120; ++number) {
    SCOPED_TRACE("rows " + std::to_string(number));
    base::Random random(62, number);
    const std::size_t width = 2 + random.below(8);
    // The largest are several blocks of bits, and many leaves.
    const std::size_t rows = number % 20 == 0 ? 4000 : 1 + random.below(400);
    const std::size_t values = 2 + random.below(number % 4 == 0 ? 3000 : 6);
    const Places places = random_rows(random, rows, width, values, number % 2 == 0);
    const std::vector<bool> bits = bettered_in_bits(places, width, [] {});
    const std::vector<bool> tree = bettered_in_tree(places, width, [] {});
    ASSERT_EQ(bits.size(), places.size() / width);
    ASSERT_EQ(tree.size(), places.size() / width);
    for (std::size_t row = 0; row < bits.size(); ++row) {
      const bool expected = bettered_by_definition(places, width, row);
      ASSERT_EQ(bits[row], expected) << row;
      ASSERT_EQ(tree[row], expected) << row;
    }
  }
}

TEST(Bettered, BothWaysAskWhetherToStop) {
  base::Random random(64, 0);
  const Places places = random_rows(random, 3000, 5, 3000, true);
  std::size_t in_bits = 0;
  std::size_t in_tree = 0;
  bettered_in_bits(places, 5, [&] { ++in_bits; });
  bettered_in_tree(places, 5, [&] { ++in_tree; });
  EXPECT_GE(in_bits, 8U);   // By entry but the first, and block.
  EXPECT_GE(in_tree, 10U);  // By some hundred rows.
}

}  // namespace
}  // namespace nemawashi::trees
