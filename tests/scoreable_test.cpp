// SPDX-License-Identifier: Apache-2.0
// The published six-party port game (arXiv 2309.17234): 720 deals, of which 55 pass and 12 suit
// all six. Read as users read it; checked package by package, through the diagrams, and against
// the figures published with the scenario.
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "engine/agree/counts.h"
#include "engine/agree/regions.h"
#include "engine/model/read_case.h"
#include "io/workbook_folder.h"
#include "tests/random_case.h"
#include "tests/root.h"

namespace nemawashi::tests {
namespace {

using agree::kCertainties;

class Scoreable : public testing::Test {
 protected:
  void SetUp() override {
    const auto folder = io::read_workbook_folder(kRoot / "cases" / "port-game");
    ASSERT_TRUE(folder.workbook);
    auto reading = model::read_case(*folder.workbook);
    for (const auto& finding : reading.diagnostics) ADD_FAILURE() << finding.message;
    ASSERT_TRUE(reading.a_case);
    a_case = std::move(*reading.a_case);
  }

  agree::Problem problem() const {
    return {a_case, model::default_reading(a_case),
            agree::whole_scope(a_case, agree::Overrides::fixed_at_no)};
  }

  model::Case a_case;
};

TEST_F(Scoreable, FiftyFiveOf720DealsPass) {
  const agree::Counts counts = agree::counts(problem(), {});
  EXPECT_EQ(counts.packages.all.least, 720);
  EXPECT_EQ(counts.feasible.all.least, 720);
  for (const auto certainty : kCertainties) {  // Weights are numbers: the three are one.
    EXPECT_EQ(counts.under(certainty).all.least, 55);
    EXPECT_TRUE(counts.under(certainty).all.exact());
  }
}

TEST_F(Scoreable, TwelveDealsSuitAllSix) {
  const agree::Problem asked = problem();
  const agree::Space space = agree::space_of(a_case, asked.scope);
  trees::DiagramStore store(agree::domains(space));
  agree::Regions regions(store, a_case, asked.reading, space);
  trees::Node all = trees::kEverything;
  for (std::size_t p = 0; p < a_case.parties.size(); ++p) {
    all = store.conjunction(all, regions.yes(model::PartyIndex(p), model::Certainty::necessary));
  }
  EXPECT_EQ(trees::Counter(store).count(all), 12);
}

/// The deals that suit all six, one package at a time, in the published notation: A1 B3 C2 ..
std::vector<std::string> deals_that_suit_all(const model::Case& a_case) {
  std::vector<std::string> deals;
  const model::Reading reading = model::default_reading(a_case);
  for (const model::Package& package : all_packages(a_case)) {
    bool all = true;
    for (const auto& answer : model::party_answers(a_case, reading, package)) {
      all = all && answer.yes.necessary;
    }
    if (!all) continue;
    std::string deal;
    for (std::size_t i = 0; i < package.size(); ++i) {
      deal += (i == 0 ? "" : " ") + std::string(1, static_cast<char>('A' + i)) +
              std::to_string(package[i].value + 1);
    }
    deals.push_back(deal);
  }
  return deals;
}

TEST_F(Scoreable, AgreesWithThePublishedFigures) {
  std::ifstream file(kRoot / ".." / "shared" / "verification" / "scoreable_base.json");
  if (!file) GTEST_SKIP() << "scoreable_base.json is not beside the project";
  const auto published = nlohmann::json::parse(file);
  const auto& computed = published["computed"];

  std::size_t passing = 0;
  const model::Reading reading = model::default_reading(a_case);
  for (const model::Package& package : all_packages(a_case)) {
    const auto answers = model::party_answers(a_case, reading, package);
    if (model::consent(a_case, package, answers).necessary) ++passing;
    for (std::size_t p = 0; p < answers.size(); ++p) {
      const std::string& party = a_case.parties[p].name;
      long points = 0;
      for (std::size_t i = 0; i < package.size(); ++i) {
        const auto issue = published["issues"][i].get<std::string>();
        points += published["scores"][party][issue][package[i].value].get<long>();
      }
      const long minimum = published["minimum"][party].get<long>();
      ASSERT_EQ(answers[p].gain->central.value, base::fraction(points - minimum, 100))
          << party << " has another score";
    }
  }
  EXPECT_EQ(passing, computed["pass_with_one_holdout"].get<std::size_t>());
  EXPECT_EQ(deals_that_suit_all(a_case),
            computed["unanimous_list"].get<std::vector<std::string>>());
}

}  // namespace
}  // namespace nemawashi::tests
