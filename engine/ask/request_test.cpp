// SPDX-License-Identifier: Apache-2.0
#include "engine/ask/request.h"

#include <gtest/gtest.h>

#include "tests/small_problem.h"

namespace nemawashi::ask {
namespace {

using namespace tests;

class Requests : public testing::Test {
 protected:
  AgreeQuestion question() const {
    const ResolvedQuestion resolved = resolve(a_case, request);
    EXPECT_EQ(codes(resolved.diagnostics), "");
    return resolved.question;
  }
  std::string errors() const { return codes(resolve(a_case, request).diagnostics); }

  model::Case a_case = case_of(small_case());
  AgreeRequest request;
};

TEST_F(Requests, AnEmptyOneAsksAboutEverything) {
  EXPECT_EQ(question().scope, (agree::Scope{{true, true, true}, {true, true}}));
  EXPECT_FALSE(question().is_named);
  EXPECT_EQ(question().reading, model::Reading{true});
}

TEST_F(Requests, ASingleOptionNamesAPackageAndSeveralNarrowTheScope) {
  request.options = {"site=north"};
  EXPECT_EQ(question().scope, (agree::Scope{{false, true, false}, {true, true}}));
  EXPECT_TRUE(question().is_named);
  EXPECT_EQ(question().named, kNorthLow);
  request.options = {"site=north", "pay = low | high"};
  EXPECT_FALSE(question().is_named);
  request.options = {"site != none"};
  EXPECT_EQ(question().scope[0], (model::OptionSet{false, true, true}));
  EXPECT_FALSE(question().is_named);
}

TEST_F(Requests, APackageOfTheExpectationsIsKnownByItsName) {
  request.options = {"plan"};
  EXPECT_TRUE(question().is_named);
  EXPECT_EQ(question().named, kNorthLow);
  EXPECT_EQ(question().scope, (agree::Scope{{true, true, true}, {true, true}}));
}

TEST_F(Requests, AnIssueIsNamedOnce) {
  request.options = {"site=north", "site=south"};
  EXPECT_EQ(errors(), "error invalid-argument arguments:0 site=south\n");
}

TEST_F(Requests, ClaimsAreReadAsTold) {
  request.claims = {"slope=false"};
  EXPECT_EQ(question().reading, model::Reading{false});
}

TEST_F(Requests, OrdersAndCertaintiesByName) {
  request.by = "nash";
  EXPECT_TRUE(std::holds_alternative<ByNash>(question().order));
  request.certainty = "possible";
  EXPECT_EQ(errors(), "error invalid-argument arguments:0 --by\n");
  request.by = "utilitarian";
  EXPECT_TRUE(std::holds_alternative<ByUtilitarian>(question().order));
  request.by = "town";
  request.over = "feasible";
  EXPECT_EQ(errors(), "error invalid-argument arguments:0 --over\n");
  request.between = {"town", "town"};
  EXPECT_EQ(errors(), "error invalid-argument arguments:0 --between\n");
  request.between = {"town"};
  EXPECT_EQ(question().frontier.certainty, model::Certainty::possible);
  EXPECT_EQ(question().frontier.over, agree::Over::feasible);
  EXPECT_EQ(question().frontier.between, std::vector<model::PartyIndex>{kTown});
  EXPECT_EQ(std::get<model::PartyIndex>(question().order), kTown);
}

TEST_F(Requests, ASampleIsOfAtMostAMillion) {
  EXPECT_FALSE(question().sample);
  request.sample = {.draws = 1'000'000, .seed = 4};
  EXPECT_EQ(question().sample->seed, 4U);
  request.sample->draws = 1'000'001;
  EXPECT_EQ(errors(), "error invalid-argument arguments:0 --sample\n");
}

TEST_F(Requests, EveryMistakeIsReportedAtOnce) {
  request.options = {"sit=north", "site=nort", "sites", "site != none | north | south"};
  request.claims = {"slop=true", "slope=maybe"};
  request.between = {"council", "twon"};
  request.certainty = "sure";
  request.over = "all";
  EXPECT_EQ(errors(),
            "error unknown-id arguments:0 sit=north\n"
            "error unknown-option arguments:0 site=nort\n"
            "error invalid-argument arguments:0 sites\n"
            "error empty-scope arguments:0 site != none | north | south\n"
            "error unknown-id arguments:0 slop=true\n"
            "error invalid-argument arguments:0 slope=maybe\n"
            "error no-interests arguments:0 --between\n"
            "error unknown-id arguments:0 --between\n"
            "error unknown-word arguments:0 --over\n"
            "error unknown-word arguments:0 --certainty\n");
}

TEST_F(Requests, ClaimsAndSettingsHaveOptionsOfTheirOwn) {
  request.options = {"slope=false", "parties.town.margin=0.1", "parts.town=1"};
  const auto found = resolve(a_case, request).diagnostics;
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].message, "'slope' is a claim, and no issue.");
  EXPECT_EQ(found[0].mend, "Repeat --claim before each: --claim slope=false.");
  EXPECT_EQ(found[1].message, "This sets a cell of the table parties.");
  EXPECT_EQ(found[1].mend, "Repeat --set before each: --set parties.town.margin=0.1.");
  EXPECT_EQ(found[2].code, "unknown-id");
}

TEST_F(Requests, TheNearestNameIsSuggested) {
  request.options = {"site=nort"};
  const auto resolved = resolve(a_case, request);
  EXPECT_EQ(resolved.diagnostics.at(0).mend, "Did you mean 'north'?");
}

TEST_F(Requests, SharesAreFoundBetweenTwoPartiesWhoseWorthIsAdditive) {
  EXPECT_FALSE(question().divided_between);
  request.settling = Settling::divisible;
  EXPECT_EQ(errors(), "error not-two-parties arguments:0 --divisible\n");  // Only the town's.
  TableTexts texts = small_case();
  texts["interests"] += "\ni3;council;water;valley;100;180;;;;1;;;paper";
  a_case = case_of(texts);
  request.between = {"town", "council"};
  EXPECT_EQ(errors(), "error not-divisible arguments:0 --divisible\n");
  EXPECT_EQ(resolve(a_case, request).diagnostics.at(0).message,
            "Shares of options have no meaning between these two in this case: 1 refusal, which no "
            "share lessens ('never', row 2 of refusals); 1 limit, which whole options keep or "
            "break ('l1', row 2 of limits); 1 gate that is asked, or not, under a condition "
            "('permit', row 2 of gates); 1 effect of options of several issues together ('e3', "
            "row 4 of effects).");
}

}  // namespace
}  // namespace nemawashi::ask
