// SPDX-License-Identifier: Apache-2.0
#include "engine/scenarios/names.h"

#include <gtest/gtest.h>

#include "engine/base/text.h"

namespace nemawashi::scenarios {
namespace {

TEST(IdMaker, SpellsFreeNamesAsIds) {
  IdMaker ids;
  EXPECT_EQ(ids.id_of("Delivery", "issue"), "Delivery");
  EXPECT_EQ(ids.id_of("$4.37", "option"), "4.37");
  EXPECT_EQ(ids.id_of("5% spoilage allowed", "option"), "5_spoilage_allowed");
  EXPECT_EQ(ids.id_of("-3", "option"), "minus_3");
  EXPECT_EQ(ids.id_of("0:00-2:59 prices [cents/kWh]", "issue"), "0_00-2_59_prices_cents_kWh");
  EXPECT_EQ(ids.id_of("辺野古", "option"), "option");
  EXPECT_EQ(ids.id_of("", "option"), "option_2");
}

TEST(IdMaker, TellsEqualNamesApart) {
  IdMaker ids;
  EXPECT_EQ(ids.id_of("a_2", "x"), "a_2");
  EXPECT_EQ(ids.id_of("a", "x"), "a");
  EXPECT_EQ(ids.id_of("a", "x"), "a_3");  // a_2 is taken.
  EXPECT_EQ(ids.id_of("a", "x"), "a_4");
  EXPECT_EQ(ids.id_of("a_2", "x"), "a_2_2");
}

TEST(IdMaker, ThreeLongNamesTogetherAreStillAnId) {
  IdMaker ids;
  const std::string name(500, 'n');
  std::string last;
  for (int i = 0; i < 10'000; ++i) last = ids.id_of(name, "x");
  EXPECT_TRUE(base::is_id(last + "." + last + "." + last));
}

}  // namespace
}  // namespace nemawashi::scenarios
