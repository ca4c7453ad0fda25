// SPDX-License-Identifier: Apache-2.0
// The published adjusted winner of the Panama Canal treaty talks (Brams and Taylor 1996, chapter
// 5): land and water is split 2/15 to 13/15, and each side has 66 points.
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "engine/agree/adjusted_winner.h"
#include "engine/model/read_case.h"
#include "io/workbook_folder.h"
#include "tests/root.h"

namespace nemawashi::tests {
namespace {

using Json = nlohmann::json;

class PanamaCanal : public testing::Test {
 protected:
  void SetUp() override {
    const auto folder = io::read_workbook_folder(kRoot / "cases" / "panama-canal-1974");
    ASSERT_TRUE(folder.workbook);
    auto reading = model::read_case(*folder.workbook);
    for (const auto& finding : reading.diagnostics) ADD_FAILURE() << finding.message;
    ASSERT_TRUE(reading.a_case);
    a_case = std::move(*reading.a_case);
    const auto parties = agree::parties_at_gates(a_case);
    ASSERT_EQ(parties.size(), 2U);
    EXPECT_TRUE(agree::why_indivisible(a_case, {}, {parties[0], parties[1]}).empty());
    winner = agree::adjusted_winner(a_case, {},
                                    agree::whole_scope(a_case, agree::Overrides::fixed_at_no),
                                    {parties[0], parties[1]});
  }

  const model::Issue& issue(std::size_t index) const { return a_case.issues[index]; }

  model::Case a_case;
  agree::AdjustedWinner winner;
};

TEST_F(PanamaCanal, LandAndWaterIsSplitAndEachHas66Points) {
  const agree::Division& division = winner.division;
  ASSERT_TRUE(division.split_issue);
  EXPECT_EQ(issue(*division.split_issue).origin.id, "land_and_water");
  EXPECT_EQ(division.shares[*division.split_issue],
            (std::vector<base::Rational>{base::fraction(2, 15), base::fraction(13, 15)}));
  EXPECT_EQ(division.worth, (agree::WorthOfTwo{base::fraction(66, 100), base::fraction(66, 100)}));
  EXPECT_TRUE(division.equal);
}

TEST_F(PanamaCanal, EveryShareIsThePublishedOne) {
  const auto path = kRoot / ".." / "shared" / "verification" / "aw_panama_canal_1974.json";
  std::ifstream file(path);
  if (!file) GTEST_SKIP() << "the published figures are not here: " << path;
  const Json published = Json::parse(file);
  ASSERT_EQ(published["points"].size(), a_case.issues.size());
  for (std::size_t i = 0; i < a_case.issues.size(); ++i) {
    std::string name = issue(i).name;
    if (!published["points"].contains(name)) {  // Names begin with a capital here.
      name.front() = static_cast<char>(std::tolower(name.front()));
    }
    SCOPED_TRACE(name);
    for (const auto& [side, at] : {std::pair("US", 0U), std::pair("Panama", 1U)}) {
      const auto& effects = a_case.at(a_case.interests[at].level).effects;
      for (const auto index : effects) {
        const model::Effect& effect = a_case.at(index);
        if (effect.when.terms.front().issue.value != i) continue;
        EXPECT_EQ(*effect.change.likely, published["points"][name][side].get<int>());
        EXPECT_TRUE(effect.when.terms.front().options[at]);
      }
    }
    const std::string share = published["computed"]["share_of_first_party"][name];
    EXPECT_EQ(base::exact_text(winner.division.shares[i][0]), share);
  }
}

}  // namespace
}  // namespace nemawashi::tests
