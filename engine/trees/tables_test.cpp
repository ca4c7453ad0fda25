// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/tables.h"

#include <gtest/gtest.h>

namespace nemawashi::trees {
namespace {

const std::vector<std::uint32_t> kDomains = {2, 3, 2};

Literal is(std::uint32_t variable, ValueSet values) { return {variable, std::move(values)}; }

TEST(Tables, ShareVariablesAndTakeInSmallerOnes) {
  // 1 + 10 [b = 1] + 100 [a = 1, b != 0] + 1000 [c = 1]
  const WeightedSum sum{1,
                        {{{is(1, {false, true, false})}, 10},
                         {{is(0, {false, true}), is(1, {false, true, true})}, 100},
                         {{is(2, {false, true})}, 1000}},
                        {}};
  const auto tables = tables_of(sum, kDomains, 6);
  ASSERT_TRUE(tables);
  EXPECT_EQ(tables->constant, 1);
  ASSERT_EQ(tables->tables.size(), 2U);
  EXPECT_EQ(tables->tables[0].variables, (std::vector<std::uint32_t>{0, 1}));
  EXPECT_EQ(tables->tables[0].values, (std::vector<Rational>{0, 10, 0, 0, 110, 100}));
  EXPECT_EQ(tables->tables[1].values, (std::vector<Rational>{0, 1000}));
  EXPECT_EQ(looked_up(*tables, kDomains, {1, 1, 1}), 1111);
  EXPECT_FALSE(tables_of(sum, kDomains, 5));
}

TEST(Tables, KeepABentTermWhole) {
  // The greatest of 2, of 5 where a = 1, and of 7 where c = 1.
  BentTerm term{Gathering::greatest,
                2,
                {{{is(0, {false, true})}, 5}, {{is(2, {false, true})}, 7}},
                {{{std::nullopt, true, 1, 0}}}};
  const auto tables = tables_of({0, {}, {term}}, kDomains, 4);
  ASSERT_TRUE(tables);
  ASSERT_EQ(tables->tables.size(), 1U);
  EXPECT_EQ(tables->tables[0].values, (std::vector<Rational>{2, 7, 5, 7}));
}

}  // namespace
}  // namespace nemawashi::trees
