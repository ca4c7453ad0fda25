// SPDX-License-Identifier: Apache-2.0
#include "engine/model/check_rows.h"

#include <gtest/gtest.h>

#include "engine/model/read_case.h"
#include "tests/provocation.h"

namespace nemawashi::model {
namespace {

using tests::changed;
using tests::codes_of_reading;

TEST(CheckRows, ARowWithAnotherErrorIsExaminedToo) {
  EXPECT_EQ(codes_of_reading(changed("interests", "100;180;;;1", "100;100;;;-4")),
            "error invalid-rank interests:2 rank\nerror worst-is-best interests:2 best\n");
  EXPECT_EQ(codes_of_reading(changed("effects", "e1;site = north;;", "e1;sight = north;drift;")),
            "error unknown-id effects:2 when\nerror effect-twice effects:2 when\n");
}

TEST(CheckRows, ARowThatRestsOnABrokenOneIsExaminedToo) {
  tests::TableTexts texts = changed("interests", "100;180;", "100;100;");
  texts["parties"] = changed("parties", "Town;;analyst;", "Town;nobody;analyst;").at("parties");
  EXPECT_EQ(codes_of_reading(texts),
            "error unknown-id parties:2 parent\nerror worst-is-best interests:2 best\n");
}

TEST(CheckRows, WhatIsNoNumberSaysNothing) {
  EXPECT_EQ(codes_of_reading(changed("interests", "100;180;", "many;180;")),
            "error invalid-number interests:2 worst\n");
}

TEST(CheckRows, ARowThatIsLeftOutIsNot) {
  tests::TableTexts texts =
      changed("sources", "public;2019-01-01", "public;2019-01-01\nlater;Later;public;2030-01-01");
  texts["levels"] += "\nlate;noise;valley;3;2;1;later";
  const std::string found = codes_of_reading(texts);
  EXPECT_EQ(found.find("crossed-estimate"), std::string::npos) << found;
}

TEST(CheckRows, ProbabilitiesThatDoNotSumToOneAreNamedWithTheirRows) {
  const auto found =
      read_case(tests::workbook_of(changed("baselines", "Drift;1", "Drift;1/2;paper\nfar;Far;1/4")))
          .diagnostics;
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].message,
            "The probabilities of the baselines sum to 3/4, not to 1: 1/2 ('drift', row 2) + 1/4 "
            "('far', row 3).");
}

}  // namespace
}  // namespace nemawashi::model
