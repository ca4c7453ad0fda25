// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/nondominated.h"

#include <map>
#include <string>

#include <gtest/gtest.h>

#include "engine/base/random.h"
#include "engine/trees/amount.h"

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
  constexpr std::size_t kLarge =
      6;  // With so many rows, the strong ones are asked first, then a tree.
  for (std::size_t number = 0; number < kSmall + kLarge; ++number) {
    SCOPED_TRACE("rows " + std::to_string(number));
    base::Random random(61, number);
    const std::size_t width = number < kSmall ? 1 + random.below(6) : 1 + number - kSmall;
    std::vector<int> numbers;
    std::map<Row, std::vector<std::uint32_t>, std::greater<>> all;
    const auto rows = static_cast<std::uint32_t>(random.below(60)) + (number < kSmall ? 0U : 4500U);
    const std::size_t places = number < kSmall ? 5 : 30;
    for (std::uint32_t r = 0; r < rows; ++r) {
      Row row(width);
      for (int& entry : row) entry = static_cast<int>(random.below(places));
      // In some of the large ones none exceeds another in every entry.
      if (number >= kSmall && number % 2 == 0) row.back() = static_cast<int>(places) - row.front();
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

/// Rows by number, each kept alone.
template <class Number>
std::vector<std::uint32_t> kept_of(const std::vector<Number>& numbers, std::size_t width) {
  return nondominated(numbers, width, [] {}).rows;
}

TEST(Nondominated, NumbersThatAFloatCannotTellApartAreComparedExactly) {
  // Each row has 2^60 + i, 2^60 - i and two equal entries: none is bettered, though all are one as
  // floats. A last row, with 2^60 - 2000 twice, is bettered by those whose entries are both
  // greater.
  constexpr std::int64_t kLarge = std::int64_t{1} << 60;
  constexpr std::uint32_t kRows = 1500;
  std::vector<std::int64_t> numbers;
  for (std::int64_t i = 0; i < kRows; ++i)
    numbers.insert(numbers.end(), {kLarge + i, kLarge - i, 0, 0});
  numbers.insert(numbers.end(), {kLarge - 2000, kLarge - 2000, 0, 0});
  std::vector<std::uint32_t> expected;
  for (std::uint32_t row = kRows; row-- > 0;) expected.push_back(row);  // By falling first entry.
  EXPECT_EQ(kept_of(numbers, 4), expected);
  std::vector<Int128> wide;
  std::vector<base::Integer> large;
  std::vector<base::Rational> rational;
  base::Integer power;
  mpz_ui_pow_ui(power.get_mpz_t(), 10, 400);  // Beyond every double.
  for (const std::int64_t number : numbers) {
    wide.push_back(Int128{number} << 60);
    large.push_back(base::Integer(static_cast<long>(number)) * power);
    rational.push_back(base::fraction(base::Integer(static_cast<long>(number)), power));
  }
  EXPECT_EQ(kept_of(wide, 4), expected);
  EXPECT_EQ(kept_of(large, 4), expected);
  EXPECT_EQ(kept_of(rational, 4), expected);
}

/// As floats the last entries are equal; exactly, the many strong rows are less there.
TEST(Nondominated, RowsEqualAsFloatsInOneEntryAreNotDropped) {
  constexpr std::int64_t kLarge = std::int64_t{1} << 60;
  constexpr std::uint32_t kRows = 1500;
  for (std::size_t width = 2; width <= 4; ++width) {
    std::vector<std::int64_t> numbers;
    for (std::uint32_t row = 0; row < kRows; ++row) {
      numbers.insert(numbers.end(), width - 1, 1000);
      numbers.push_back(kLarge - 1 - row);
    }
    numbers.insert(numbers.end(), width - 1, 1);
    numbers.push_back(kLarge);
    EXPECT_EQ(kept_of(numbers, width), (std::vector<std::uint32_t>{0, kRows})) << width;
  }
}

TEST(Nondominated, AsksWhetherToStop) {
  base::Random random(63, 0);
  for (const std::size_t rows : {200U, 3000U, 9000U}) {
    for (std::size_t width = 1; width <= 5; ++width) {
      std::vector<int> numbers(rows * width);
      for (int& number : numbers) number = static_cast<int>(random.below(1000));
      std::size_t asked = 0;
      nondominated(numbers, width, [&] { ++asked; });
      EXPECT_GE(asked, width + 2) << rows << " rows of " << width;  // By column, before and after.
    }
  }
}

}  // namespace
}  // namespace nemawashi::trees
