// SPDX-License-Identifier: Apache-2.0
// The house as it is read: every code, provoked by one change to a small house, and what comes out.
#include <gtest/gtest.h>

#include "engine/model/check.h"
#include "engine/model/read_case.h"
#include "tests/provocation.h"

namespace nemawashi::model {
namespace {

tests::TableTexts small_house() {
  tests::TableTexts texts = tests::small_case();
  texts["functions"] = "id;name\nfire;Help in a fire\nflood;Help in a flood";
  texts["arrangements"] =
      "id;floor;members;functions;founded;first_acted;strength;why;status;exists_if;cost;source\n"
      "pact;1;town|valley;fire|flood;1998;2003-08-14;has_acted;it did;;;;paper\n"
      "staff;2;council|town;fire;;;acts;it will;proposed;site = north;5;paper\n"
      "forum;3;town;flood;2001;;meets;it does;;;;paper";
  texts["rests_on"] =
      "id;arrangement;rule;if_claim;source\n"
      "r1;staff;pact;slope;paper\n"
      "r2;forum;any(pact, votes(2, pact:1, staff:1.5));;paper";
  texts["common_causes"] =
      "id;name;arrangements;probability;source\nstrike;Strike;pact|staff;;paper";
  texts["contingencies"] =
      "id;function;place;members;hours;date;source\n"
      "fire03;fire;hill;;6;2003-08-14;paper\n"
      "thought;flood;;town|council;;;paper";
  texts["reach"] = "id;arrangement;function;place;hours;source\nr;pact;fire;valley;2;paper";
  return texts;
}

TEST(ReadHouse, LooksEverythingUp) {
  const auto reading = read_case(tests::workbook_of(small_house()));
  ASSERT_TRUE(reading.a_case.has_value()) << tests::codes(reading.diagnostics);
  const Case& a_case = *reading.a_case;
  const House& house = a_case.house;
  ASSERT_EQ(house.arrangements.size(), 3U);
  const Arrangement& staff = house.arrangements[1];
  EXPECT_EQ(staff.floor, 2U);
  EXPECT_EQ(staff.members, (std::vector{BearerIndex(0), BearerIndex(1)}));
  EXPECT_EQ(bearer_id(a_case, house.arrangements[0].members[1]), "valley");
  EXPECT_EQ(staff.strength, Strength::acts);
  EXPECT_TRUE(staff.proposed);
  ASSERT_TRUE(staff.exists_if.has_value());
  EXPECT_EQ(staff.exists_if->terms.size(), 1U);
  EXPECT_EQ(staff.cost, Rational(5));
  EXPECT_FALSE(house.arrangements[0].exists_if.has_value());
  ASSERT_EQ(house.rests_on.size(), 2U);
  EXPECT_EQ(house.rests_on[0].if_claim, ClaimIndex(0));
  EXPECT_EQ(house.rests_on[1].rule.parts[1].weights[1], Rational(3, 2));
  EXPECT_EQ(house.common_causes[0].arrangements.size(), 2U);
  EXPECT_EQ(house.contingencies[0].place, PlaceIndex(1));
  EXPECT_EQ(house.contingencies[1].members.size(), 2U);
  EXPECT_EQ(house.reaches[0].hours, Rational(2));
  const std::string checked = tests::codes(check(a_case));
  EXPECT_EQ(checked.find("error"), std::string::npos) << checked;
}

TEST(ReadHouse, LeavesOutWhatIsNotKnown) {
  tests::TableTexts texts = small_house();
  texts["sources"] += "\nlate;Later;public;2021-01-01";
  texts["rests_on"] += "\nr3;forum;staff;;late";
  const auto reading = read_case(tests::workbook_of(texts));
  ASSERT_TRUE(reading.a_case.has_value()) << tests::codes(reading.diagnostics);
  EXPECT_EQ(reading.a_case->house.rests_on.size(), 2U);
}

const tests::Provocation kErrors[] = {
    {"arrangements", "pact;1;town|valley", "pact;1;town|vally",
     "error unknown-id arrangements:2 members"},
    {"arrangements", "pact;1", "pact;0", "error invalid-rank arrangements:2 floor"},
    {"arrangements", "1998", "98", "error invalid-moment arrangements:2 founded"},
    {"arrangements", "north;5", "north;-5", "error cost-range arrangements:3 cost"},
    {"arrangements", "meets;it does", "meets;", "error blank-cell arrangements:4 why"},
    {"rests_on", "r1;staff;pact", "r1;staff;any(pact, forum)",
     "error rests-on-cycle rests_on:2 rule"},
    {"rests_on", "r2;forum;any(pact,", "r2;forum;any(pakt,", "error unknown-id rests_on:3 rule"},
    {"rests_on", "pact:1, staff:1.5", "pact:1, staff:9999.9",
     "error too-many-votes rests_on:3 rule"},
    {"common_causes", "pact|staff;", "pact|staff;2",
     "error probability-range common_causes:2 probability"},
    {"contingencies", "fire;hill;;6", "fire;hill;town;6",
     "error contingency-where contingencies:2 members"},
    {"contingencies", "fire;hill;;6", "fire;;;6", "error contingency-where contingencies:2 place"},
    {"contingencies", "hill;;6", "hill;;-6", "error hours-range contingencies:2 hours"},
    {"contingencies", "2003-08-14", "August", "error invalid-moment contingencies:2 date"},
    {"reach", "pact;fire", "forum;fire", "error reach-without-function reach:2 function"},
};

const tests::Provocation kWarnings[] = {
    {"arrangements", "pact;1", "pact;4", "warning rests-on-higher-floor rests_on:2 rule"},
    {"arrangements", "has_acted", "acts", "warning acted-but-weaker arrangements:2 strength"},
    {"arrangements", "fire;;;acts", "fire;2005;;acts",
     "warning proposed-but-founded arrangements:3 status"},
    {"functions", "flood;Help in a flood", "flood;Help in a flood\nnoise;Quiet",
     "warning function-without-arrangement functions:4 id"},
    {"arrangements", "site = north", "site = north & site = south",
     "warning condition-never-holds arrangements:3 exists_if"},
};

tests::TableTexts changed(const tests::Provocation& p) {
  tests::TableTexts texts = small_house();
  std::string& text = texts[p.table];
  const std::size_t place = text.find(p.from);
  if (place == std::string::npos) {
    text = "the test replaces a text that is not there";
  } else {
    text.replace(place, std::string(p.from).size(), p.to);
  }
  return texts;
}

TEST(ReadHouse, SaysWhatIsWrongAndWhere) {
  for (const tests::Provocation& p : kErrors) {
    EXPECT_EQ(tests::codes_of_reading(changed(p)), std::string(p.expected) + "\n")
        << p.from << " -> " << p.to;
  }
}

TEST(ReadHouse, WarnsOfWhatIsOdd) {
  for (const tests::Provocation& p : kWarnings) {
    const auto reading = read_case(tests::workbook_of(changed(p)));
    ASSERT_TRUE(reading.a_case.has_value()) << p.from << tests::codes(reading.diagnostics);
    const std::string found = tests::codes(check(*reading.a_case));
    EXPECT_NE(found.find(p.expected), std::string::npos) << p.expected << " not in:\n" << found;
  }
}

}  // namespace
}  // namespace nemawashi::model
