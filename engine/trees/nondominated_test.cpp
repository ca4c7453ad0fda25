// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/nondominated.h"

#include <map>
#include <string>

#include <gtest/gtest.h>

#include "engine/base/random.h"

namespace nemawashi::trees {
namespace {

using Row = std::vector<int>;

bool at_least_as_good(const Row& a, const Row& b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] < b[i]) return false;
  }
  return true;
}

TEST(Nondominated, AgreesWithTheDefinitionInEveryWidth) {
  constexpr std::size_t kSmall = 300;
  constexpr std::size_t kLarge = 6;  // With so many rows, the strong ones are asked first.
  for (std::size_t number = 0; number < kSmall + kLarge; ++number) {
    SCOPED_TRACE("rows " + std::to_string(number));
    base::Random random(61, number);
    const std::size_t width = number < kSmall ? 1 + random.below(6) : 1 + number - kSmall;
    std::vector<int> numbers;
    std::map<Row, std::vector<std::uint32_t>, std::greater<>> all;
    const auto rows = static_cast<std::uint32_t>(random.below(60)) + (number < kSmall ? 0U : 4000U);
    const std::size_t places = number < kSmall ? 5 : 30;
    for (std::uint32_t r = 0; r < rows; ++r) {
      Row row(width);
      for (int& entry : row) entry = static_cast<int>(random.below(places));
      numbers.insert(numbers.end(), row.begin(), row.end());
      all[row].push_back(r);
    }
    std::vector<std::vector<std::uint32_t>> expected;
    for (const auto& [row, equal] : all) {
      bool bettered = false;
      for (const auto& other : all) {
        bettered = bettered || (other.first != row && at_least_as_good(other.first, row));
      }
      if (!bettered) expected.push_back(equal);
    }
    const RowGroups found = nondominated(numbers, width, [] {});
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t g = 0; g < found.size(); ++g) {
      const std::vector<std::uint32_t> group(
          found.rows.begin() + static_cast<std::ptrdiff_t>(found.first[g]),
          found.rows.begin() + static_cast<std::ptrdiff_t>(found.first[g + 1]));
      EXPECT_EQ(group, expected[g]);
    }
    if (HasFailure()) return;
  }
}

}  // namespace
}  // namespace nemawashi::trees
