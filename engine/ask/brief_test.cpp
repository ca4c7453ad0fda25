// SPDX-License-Identifier: Apache-2.0
#include "engine/ask/brief.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <map>

#include <gtest/gtest.h>

#include "engine/ask/brief_markdown.h"
#include "engine/ask/first_screen.h"
#include "engine/ask/words.h"
#include "tests/small_problem.h"

namespace nemawashi::ask {
namespace {

using namespace tests;

Brief brief_of(const TableTexts& texts) { return brief(workbook_of(texts), {}, {}); }

TEST(BriefOfACase, ComparesExpectationsAndCountsSteps) {
  const Brief result = brief_of(small_case());
  ASSERT_EQ(result.dates.size(), 1U);
  const DatedBrief& dated = result.dates[0];
  ASSERT_EQ(dated.packages.size(), 1U);
  EXPECT_EQ(dated.packages[0].report.package, kNorthLow);
  EXPECT_TRUE(dated.packages[0].expectations.at(0).agrees());
  // Only `site` has a default to step from: north passes, south is refused.
  EXPECT_EQ(dated.steps_tried, 2U);
  ASSERT_EQ(dated.steps.size(), 1U);
  EXPECT_EQ(dated.steps[0].option, model::OptionIndex(1));
}

TEST(BriefOfACase, AHingeIsAClaimThatAltersACount) {
  // The claim keeps "south & pay = low" infeasible; without it one more package is feasible.
  const Brief result = brief_of(small_case());
  ASSERT_EQ(result.dates[0].hinges.size(), 1U);
  const Hinge& hinge = result.dates[0].hinges[0];
  EXPECT_EQ(hinge.counts_change, true);
  EXPECT_TRUE(hinge.verdicts.empty());
  EXPECT_EQ(hinge.otherwise.feasible.all.least, 6);
  EXPECT_EQ(result.dates[0].agree.without.counts.feasible.all.least, 5);
}

TEST(BriefOfACase, AHingeThatAltersAVerdictNamesPartyAndPackage) {
  TableTexts texts = changed("refusals", "never;council;site = south;stated;;paper",
                             "never;council;site = north;stated;slope;paper");
  const Brief result = brief_of(texts);
  ASSERT_EQ(result.dates[0].hinges.size(), 1U);
  ASSERT_EQ(result.dates[0].hinges[0].verdicts.size(), 1U);
  const Hinge::Change& change = result.dates[0].hinges[0].verdicts[0];
  EXPECT_EQ(change.party, kCouncil);
  EXPECT_EQ(change.from, model::Verdict::objection);
  EXPECT_EQ(change.to, model::Verdict::no_objection);
}

TEST(BriefOfACase, TwoClaimsThatOpenTheQuestionOnlyTogether) {
  TableTexts texts = changed("refusals", "never;council;site = south;stated;;paper",
                             "first;council;site = north | south;stated;slope;paper\n"
                             "second;council;site = north | south;stated;soil;paper");
  texts["claims"] += "\nsoil;The soil is firm;contested;paper";
  const Brief result = brief_of(texts);
  ASSERT_EQ(result.dates[0].joint_hinges.size(), 1U);
  EXPECT_EQ(result.dates[0].joint_hinges[0].first, model::ClaimIndex(0));
  EXPECT_EQ(result.dates[0].joint_hinges[0].second, model::ClaimIndex(1));
  EXPECT_GT(
      result.dates[0].all_claims_otherwise.under(model::Certainty::possible).inside_question.least,
      0);
}

/// Three claims: one alters how many packages are feasible, two the council's verdict, and these
/// two open the question only together.
TableTexts three_claims() {
  TableTexts texts = changed("refusals", "never;council;site = south;stated;;paper",
                             "first;council;site = north | south;stated;rain;paper\n"
                             "second;council;site = north | south;stated;soil;paper");
  texts["claims"] += "\nsoil;The soil is firm;contested;paper\nrain;It rains;contested;paper";
  return texts;
}

class StoppedBrief : public testing::Test {
 protected:
  /// Stopped when it is asked so often whether to stop.
  static Brief stopped_after(const TableTexts& texts, std::size_t times, std::size_t& asked) {
    agree::SearchOptions options;
    options.control.stop = [&asked, times] { return ++asked > times; };
    return brief(workbook_of(texts), {}, options);
  }
  /// Calls `look` for every moment at which the brief may be stopped.
  static void at_every_moment(const TableTexts& texts,
                              const std::function<void(const DatedBrief&)>& look) {
    std::size_t all = 0;
    stopped_after(texts, std::numeric_limits<std::size_t>::max(), all);
    ASSERT_GT(all, 10U);
    for (std::size_t times = 0; times < all; ++times) {
      std::size_t asked = 0;
      const Brief stopped = stopped_after(texts, times, asked);
      look(stopped.dates.at(0));
      if (testing::Test::HasFailure()) return;
    }
  }
};

TEST_F(StoppedBrief, SaysOfNoClaimWhatTheWholeOneDenies) {
  const Brief whole = brief_of(three_claims());
  std::map<model::ClaimIndex, std::optional<bool>> truth;
  for (const ClaimVariation& variation : whole.dates[0].agree.claims) {
    truth[variation.claim] = agree::differ(variation.if_true, variation.if_false);
  }
  ASSERT_EQ(truth.size(), 3U);
  std::size_t unknown = 0;
  at_every_moment(three_claims(), [&](const DatedBrief& stopped) {
    const auto& open = stopped.not_found_out;
    unknown += open.size();
    bool measured = true;
    for (const Hinge& hinge : stopped.hinges) {
      const bool is_open = std::find(open.begin(), open.end(), hinge.claim) != open.end();
      EXPECT_EQ(is_open, !hinge.counts_change.has_value());
      if (hinge.counts_change) {
        EXPECT_EQ(hinge.counts_change, truth[hinge.claim]);
      }
      const bool is_first = is_measured(hinge, stopped.agree.without.counts);
      EXPECT_TRUE(measured || !is_first) << "Those that were not found out come last.";
      measured = is_first;
    }
    EXPECT_LE(stopped.joint_hinges.size(), 1U);
  });
  EXPECT_GT(unknown, 0U);
}

TEST_F(StoppedBrief, ComparesNoNumberThatWasNotFoundOut) {
  std::size_t said = 0;
  at_every_moment(three_claims(), [&](const DatedBrief& stopped) {
    const std::string screen = first_screen(stopped);
    for (const char* part : {"not none", "(bounded) may pass**", "no count changes"}) {
      // The whole brief says none of them: no claim opens the question, each changes a count.
      EXPECT_EQ(screen.find(part), std::string::npos) << part << "\n" << screen;
    }
    const bool is_said = screen.find(
                             "Of no contested claim was it found out before the search was stopped "
                             "whether a count changes.") != std::string::npos;
    EXPECT_EQ(is_said, stopped.not_found_out.size() == 3) << screen;
    said += is_said ? 1U : 0U;
  });
  EXPECT_GT(said, 0U);
}

TEST_F(StoppedBrief, ComparesDatesOnlyInWhatIsKnown) {
  TableTexts texts = changed("case", "id;question;as_of;wants\nreservoir;Where?;2020-01-01;",
                             "id;question;as_of;dates;wants\n"
                             "reservoir;Where?;2020-01-01;2020-01-01|2021-01-01;");
  std::size_t asked = 0;
  const Brief stopped = stopped_after(texts, 0, asked);
  ASSERT_EQ(stopped.dates.size(), 2U);
  const std::string changes = changes_markdown(stopped.dates[0], stopped.dates[1]);
  EXPECT_EQ(changes.find("(bounded) |"), std::string::npos) << changes;
  EXPECT_NE(changes.find("How many there are on either day was not found out before the search was "
                         "stopped: packages that break no limit, "),
            std::string::npos)
      << changes;
}

TEST(BriefOfACase, SaysWhatChangedBetweenItsDates) {
  TableTexts texts = changed("case", "id;question;as_of;wants\nreservoir;Where?;2020-01-01;",
                             "id;question;as_of;dates;wants\n"
                             "reservoir;Where?;2020-01-01;2020-01-01|2021-01-01;");
  texts["refusals"] =
      "id;party;when;status;words;source;known_from\n"
      "later;council;site = north;stated;Not here;paper;2020-06-01";
  const Brief result = brief_of(texts);
  ASSERT_EQ(result.dates.size(), 2U);
  const std::string changes = changes_markdown(result.dates[0], result.dates[1]);
  EXPECT_NE(changes.find("New refusals:\n  - Council: Not here"), std::string::npos) << changes;
  EXPECT_NE(changes.find("objections found from nobody for certain, then from Council"),
            std::string::npos);
}

TEST(BriefOfACase, ErrorsOfTheCaseComeInsteadOfAnAnswer) {
  const Brief result = brief_of(changed("gates", "permit;town", "permit;twon"));
  EXPECT_TRUE(result.dates.empty());
  EXPECT_TRUE(base::has_errors(result.diagnostics));
}

TEST(FirstScreen, SaysWhatPassesWhatItHingesOnAndWhatItIsNot) {
  const Brief result = brief_of(small_case());
  const std::string screen = first_screen(result.dates[0]);
  for (const char* part :
       {"**Question** Where?", "Of 6 packages, 5 break no limit, and 3 of these would answer",
        "**2 pass every gate for all weights**", "**It hinges on**", "The slope is stable",
        "**Who has not been asked**", "**What this is not** Consent of anyone"}) {
    EXPECT_NE(screen.find(part), std::string::npos) << part << "\n" << screen;
  }
  EXPECT_EQ(screen.find("accept"), std::string::npos);
}

TEST(FirstScreen, SpeaksOfAQuestionOnlyWhereTheCaseSaysWhatAnswersIt) {
  const Brief result = brief_of(changed("case", "site = north | south", ""));
  const std::string screen = first_screen(result.dates[0]);
  EXPECT_NE(screen.find("Of 6 packages, 5 break no limit. **"), std::string::npos) << screen;
  for (const char* part : {"inside the question", "answer the question", "question open"}) {
    EXPECT_EQ(screen.find(part), std::string::npos) << part << "\n" << screen;
  }
}

TEST(FirstScreen, SaysFirstWhereTooLittleIsKnownAtTheDate) {
  // Everybody's gate and interest rests on the paper.
  const Brief early = brief(workbook_of(small_case()), "2018-01-01", {});
  ASSERT_EQ(early.dates.size(), 1U);
  const std::string screen = first_screen(early.dates[0]);
  EXPECT_NE(screen.find("**Answer** **At this date 2 of 2 gates and 2 of 2 interests are not known "
                        "yet: who they belong to is not asked, so this is no answer to the "
                        "question.** Of "),
            std::string::npos)
      << screen;
  EXPECT_EQ(screen.find("**4 pass"), std::string::npos) << screen;
  EXPECT_NE(screen.find("4 pass every gate for all weights"), std::string::npos) << screen;

  TableTexts texts = small_case();
  texts["gates"] = "id;party;known_from\nvote;council;\npermit;town;2021-01-01";
  EXPECT_EQ(not_known_yet_words(*brief_of(texts).dates[0].a_case).substr(0, 46),
            "At this date 1 of 2 gates is not known yet: wh");
  texts["gates"] += "\nsecond;town;";
  EXPECT_EQ(not_known_yet_words(*brief_of(texts).dates[0].a_case), "");
}

TEST(FirstScreen, NamesTheRuleOfConsentAndWhoObjectsAllTheSame) {
  TableTexts texts = changed("case", "id;question;as_of;wants\nreservoir;Where?;2020-01-01;",
                             "id;question;as_of;consent;wants\nreservoir;Where?;2020-01-01;"
                             "any(permit, vote);");
  texts["expectations"] =
      "id;name;package;party;expected\nx;South;site = south & pay = high;town;no_objection";
  const std::string screen = first_screen(brief_of(texts).dates[0]);
  for (const char* part :
       {"**3 pass under the rule of consent for all weights**",
        "The rule of consent: one of these 2: Town and Council.",
        "*South*: passes under the rule of consent; objection found all the same from Council."}) {
    EXPECT_NE(screen.find(part), std::string::npos) << part << "\n" << screen;
  }
  EXPECT_EQ(screen.find("every gate"), std::string::npos) << screen;
}

}  // namespace
}  // namespace nemawashi::ask
