// SPDX-License-Identifier: Apache-2.0
#include "engine/ask/report.h"

#include <algorithm>
#include <functional>

#include <gtest/gtest.h>

#include "tests/small_problem.h"

namespace nemawashi::ask {
namespace {

using namespace tests;

TEST(ReportColumns, TheOneWithoutChangesHasTheNameThatTheCaseGivesIt) {
  TableTexts texts = small_case();
  texts["issues"] =
      "id;name;default\nsite;;none\nsite=none;;\nsite=north;;\nsite=south;;\npay;;low\npay=low;;\n"
      "pay=high;;";
  texts["expectations"] =
      "id;name;package;party;expected\nx;Drift;site = none & pay = low;town;no_objection";
  const Report found = report(workbook_of(texts), {}, {});
  const auto& columns = found.dates[0].columns;
  ASSERT_FALSE(columns.empty());
  EXPECT_EQ(columns[0].kind, ReportColumn::Kind::unchanged);
  EXPECT_EQ(columns[0].name, "Drift");
  EXPECT_EQ(std::count_if(columns.begin(), columns.end(),
                          [&](const auto& one) { return one.package == columns[0].package; }),
            1);
}

TEST(ReportColumns, HaveStepsOnlyWhereSomethingStandsToStepFrom) {
  const auto steps = [](const TableTexts& texts) {
    const Report found = report(workbook_of(texts), {}, {});
    EXPECT_FALSE(found.brief.dates[0].steps.empty());  // To the north.
    const auto& columns = found.dates[0].columns;
    return std::count_if(columns.begin(), columns.end(),
                         [](const auto& one) { return one.kind == ReportColumn::Kind::step; });
  };
  TableTexts texts = small_case();
  texts["expectations"] =  // So that the step is no column of the case already.
      "id;name;package;party;expected\nx;South;site = south & pay = high;town;no_objection";
  texts["case"] = "id;question;as_of;wants\nreservoir;Where?;2020-01-01;pay = high";
  EXPECT_EQ(steps(texts), 0);  // `pay` has no default.
  std::string& issues = texts["issues"];
  issues.replace(issues.find("pay;Pay;;"), 9, "pay;Pay;low;");
  EXPECT_EQ(steps(texts), 1);  // Paying high is a nearest package already.
}

TEST(Framing, CountsWhatBelongsToOneSubject) {
  TableTexts texts = small_case();
  // Both effects on water name the site alone; the permit's condition too.
  texts["issues"] =
      "id;name;default;overrides;hypothetical;subject\nsite;;none;;;place\nsite=none;;;;;\n"
      "site=north;;;;;\nsite=south;;;;;\npay;;;;;money\npay=low;;;;;\npay=high;;;;;";
  const auto found = framing(case_of(texts));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].name, "place");
  EXPECT_EQ(found[0].issues, std::vector<model::IssueIndex>{model::IssueIndex(0)});
  EXPECT_EQ(found[0].gates, std::vector<model::GateIndex>{model::GateIndex(0)});
  EXPECT_TRUE(found[1].gates.empty());
  EXPECT_TRUE(framing(case_of(small_case())).empty());
}

TEST(Report, HasTheSmallestChangesOfEachPackageWithAName) {
  TableTexts texts = small_case();
  texts["expectations"] =
      "id;name;package;party;expected\nx;South;site = south & pay = high;council;objection";
  const Report found = report(workbook_of(texts), {}, {});
  const auto& all = found.dates[0].smallest_changes;
  ASSERT_EQ(all.size(), 1U);  // `pay` has no default, so nothing stands.
  EXPECT_EQ(all[0].from, kSouthHigh);
  ASSERT_EQ(all[0].changes.size(), 1U);
  EXPECT_EQ(all[0].changes[0].party, kCouncil);
  EXPECT_EQ(all[0].changes[0].nearest.changed_issues, std::optional<std::size_t>(1));
  EXPECT_EQ(all[0].changes[0].nearest.packages, 2);  // To the north, or to none.
}

TEST(Report, BeginsWithThePackageAskedFor) {
  ReportRequest request;
  request.options = {"site=north"};
  const Report found = report(workbook_of(small_case()), request, {});
  ASSERT_EQ(found.dates.size(), 1U);
  ASSERT_TRUE(found.dates[0].chosen);
  EXPECT_EQ((*found.dates[0].chosen)[0], model::OptionIndex(1));
  const auto& columns = found.dates[0].columns;
  ASSERT_FALSE(columns.empty());
  EXPECT_EQ(columns[0].kind, ReportColumn::Kind::chosen);  // `pay` has no default.
  EXPECT_EQ(found.dates[0].passing.count,
            (agree::BoundedCount{4, 4}));  // As agree::Regions finds: none x 2 and north x 2.
  EXPECT_EQ(found.dates[0].passing.packages.size(), 4U);
  EXPECT_EQ(found.dates[0].passing.inside_question, 2U);
  EXPECT_TRUE(found.complete());
  EXPECT_EQ(missing_words(found), "");
}

TEST(Report, KeepsBothEndsOfAFrontierThatIsTooLong) {
  TableTexts texts = small_case();
  texts["interests"] += "\ni3;council;water;valley;180;100;;;1;;;;paper";  // Against the town's.
  ReportRequest request;
  const Report whole = report(workbook_of(texts), request, {});
  request.points = 2;
  const Report cut = report(workbook_of(texts), request, {});
  ASSERT_FALSE(whole.dates[0].frontiers.empty());
  const auto& all = whole.dates[0].frontiers[0].frontier.points;
  const auto& kept = cut.dates[0].frontiers[0].frontier.points;
  ASSERT_EQ(all.size(), 3U);
  ASSERT_EQ(kept.size(), 2U);
  EXPECT_EQ(cut.dates[0].frontiers[0].points, 3U);
  EXPECT_EQ(kept[0].worth, all[0].worth);
  EXPECT_EQ(kept[1].worth, all[2].worth);
}

TEST(Report, SaysWhatIsMissingWhereItIsStopped) {
  agree::SearchOptions options;
  options.control.stop = [] { return true; };
  const Report found = report(workbook_of(small_case()), {}, options);
  ASSERT_EQ(found.dates.size(), 1U);
  EXPECT_FALSE(found.complete());
  EXPECT_EQ(missing_words(found).substr(0, 73),
            "Something is missing, or only bounded, as known on 2020-01-01: the counts");
  EXPECT_TRUE(found.stopped());
  std::vector<Missing::Part> parts;
  for (const Missing& missing : found.dates[0].missing) {
    EXPECT_EQ(missing.reason, Missing::Reason::stopped);
    parts.push_back(missing.part);
  }
  // What is looked up of so small a case is compiled before anybody asks whether to stop.
  // The package that it names passes, and so is the nearest to itself: no column is missing.
  using Part = Missing::Part;
  EXPECT_EQ(parts, (std::vector<Part>{Part::counts, Part::hinges, Part::passing, Part::why}));
}

TEST(Report, MissesNoCountsWhereThoseShownAreExact) {
  // Only the bargaining solutions, which no report shows, are stopped: their share is used up.
  TableTexts texts = changed("limits", "slope;paper", ";paper");
  texts.erase("claims");
  agree::SearchOptions options;
  std::function<base::Control(double)> with_share = [&](double share) {
    base::Control control;
    control.stop = [share] { return share == 0.8; };
    control.with_share = with_share;
    return control;
  };
  options.control.with_share = with_share;
  const Report found = report(workbook_of(texts), {}, options);
  ASSERT_EQ(found.dates.size(), 1U);
  const AgreeAnswer& agree = found.dates[0].brief->agree;
  EXPECT_FALSE(agree.complete);
  EXPECT_TRUE(agree.without.counts.exact());
  EXPECT_EQ(missing_words(found), "");
  EXPECT_TRUE(found.complete());
}

TEST(Report, CountsNoFewerPackagesThanItListsWhereItIsStopped) {
  // The counts are stopped at once, the list is not: the brief's share alone is used up.
  agree::SearchOptions options;
  options.control.with_share = [](double share) {
    base::Control control;
    control.stop = [share] { return share == 0.4; };
    return control;
  };
  const Report found = report(workbook_of(small_case()), {}, options);
  ASSERT_EQ(found.dates.size(), 1U);
  const Passing& passing = found.dates[0].passing;
  EXPECT_FALSE(passing.count.exact());
  EXPECT_EQ(passing.packages.size(), 4U);
  EXPECT_EQ(passing.count, (agree::BoundedCount{4, 6}));
}

TEST(Report, GivesEachPartItsShareOfTheTime) {
  // A clock that no part moves: each is told to stop once it has used what it may.
  agree::SearchOptions options;
  std::vector<double> shares;
  std::function<base::Control(double)> with_share = [&](double share) {
    shares.push_back(share);
    base::Control control;
    control.with_share = with_share;
    return control;
  };
  options.control.with_share = with_share;
  const Report found = report(workbook_of(small_case()), {}, options);
  EXPECT_TRUE(found.complete());
  ASSERT_FALSE(shares.empty());
  EXPECT_EQ(shares.front(), 0.4);  // The brief's.
  const auto lookup = std::find(shares.rbegin(), shares.rend(), 0.4);
  EXPECT_NE(lookup, shares.rend() - 1);
  for (const double share : shares) EXPECT_LE(share, 1);
}

TEST(Report, RefusesWhatTheCaseDoesNotHave) {
  ReportRequest request;
  request.options = {"site=moon"};
  const Report found = report(workbook_of(small_case()), request, {});
  EXPECT_TRUE(found.dates.empty());
  EXPECT_TRUE(base::has_errors(found.diagnostics));
  request.options = {"site=north|south"};
  const Report several = report(workbook_of(small_case()), request, {});
  EXPECT_EQ(codes(several.diagnostics), "error several-options :0 \n");
}

}  // namespace
}  // namespace nemawashi::ask
