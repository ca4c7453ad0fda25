// SPDX-License-Identifier: Apache-2.0
#include "engine/model/findings.h"

#include <gtest/gtest.h>

namespace nemawashi::model {
namespace {

TEST(Findings, ComeInTheOrderOfTablesAndRows) {
  Findings findings;
  findings.warning({"sources", 2, "id"}, {"b", "", ""});
  findings.error({"gates", 9, "id"}, {"c", "", ""});
  findings.error({"gates", 3, "id"}, {"d", "", ""});
  EXPECT_TRUE(findings.any_error());
  const auto taken = findings.taken();
  ASSERT_EQ(taken.size(), 3U);
  EXPECT_EQ(taken[0].code, "d");
  EXPECT_EQ(taken[1].code, "c");
  EXPECT_EQ(taken[2].code, "b");
}

TEST(Findings, AreBounded) {
  Findings findings;
  for (std::size_t row = 0; row < kMostFindings + 5; ++row) {
    findings.error({"gates", row, "id"}, {"c", "", ""});
  }
  const auto taken = findings.taken();
  ASSERT_EQ(taken.size(), kMostFindings + 1);
  EXPECT_EQ(taken.back().code, "too-many-findings");
  EXPECT_TRUE(taken.back().message.starts_with("5 ")) << taken.back().message;
}

TEST(Findings, SuggestTheNearestNameWithinABudget) {
  Findings findings;
  EXPECT_EQ(findings.suggestion("gats", {"parties", "gates"}), " Did you mean 'gates'?");
  EXPECT_EQ(findings.suggestion("xyz", {"parties", "gates"}), "");
  const std::vector<std::string> many(20'000, std::string(90, 'a'));
  int suggested = 0;
  for (int i = 0; i < 100; ++i) {
    suggested += findings.suggestion(std::string(80, 'a'), many).empty() ? 0 : 1;
  }
  EXPECT_LE(suggested, 2);
}

}  // namespace
}  // namespace nemawashi::model
