// SPDX-License-Identifier: Apache-2.0
#include "io/report_json.h"

#include <gtest/gtest.h>

namespace nemawashi::io {
namespace {

TEST(ReportPage, PutsTheAnswersWhereTheTemplateLeavesRoom) {
  const std::string page =
      report_page("<script>{\"nemawashi_report\":0}</script>", Json{{"title", "a"}});
  EXPECT_EQ(page, "<script>{\"title\":\"a\"}</script>");
}

TEST(ReportPage, LetsNoTextEndItsElement) {
  const Json answers{{"title", "</script><b>"}};
  const std::string page = report_page("<script>{\"nemawashi_report\":0}</script>", answers);
  EXPECT_EQ(page, "<script>{\"title\":\"\\u003c/script>\\u003cb>\"}</script>");
  const std::string inside = page.substr(8, page.size() - 17);
  EXPECT_EQ(Json::parse(inside), answers);
}

}  // namespace
}  // namespace nemawashi::io
