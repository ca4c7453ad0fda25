// SPDX-License-Identifier: Apache-2.0
#include "io/answers_json.h"

#include <gtest/gtest.h>

#include "engine/model/levels.h"
#include "io/package_json.h"
#include "tests/small_problem.h"

namespace nemawashi::io {
namespace {

Json answered(const model::Case& a_case, const ask::AgreeRequest& request = {}) {
  const auto resolved = ask::resolve(a_case, request);
  EXPECT_TRUE(resolved.diagnostics.empty()) << tests::codes(resolved.diagnostics);
  return agree_json(a_case, ask::answer(a_case, resolved.question, {}), 0.5);
}

/// A request about the package that has these options.
ask::AgreeRequest about(std::vector<std::string> options) {
  ask::AgreeRequest request;
  request.options = std::move(options);
  return request;
}

Json parsed(std::string_view text) { return Json::parse(text); }

/// The small case: the town's gain lies in water (+50 or +80 of 80 litres, first rank) and noise
/// (-5 of 10, second rank); the council refuses the south.
TEST(AgreeJson, CountsAreDecimalStrings) {
  const Json answer = answered(tests::case_of(tests::small_case()));
  EXPECT_EQ(answer["case"], "reservoir");
  EXPECT_EQ(answer["as_of"], "2020-01-01");
  // 3 sites x 2 payments; south with low pay is forbidden; south is refused, none is standing.
  EXPECT_EQ(answer["packages"], parsed(R"({"count": "6", "inside_question": "4", "exact": true})"));
  EXPECT_EQ(answer["feasible"], parsed(R"({"count": "5", "inside_question": "3", "exact": true})"));
  EXPECT_EQ(answer["ratifiable"]["possible"],
            parsed(R"({"count": "4", "inside_question": "2", "exact": true})"));
  EXPECT_EQ(answer["reading"], parsed(R"({"slope": true})"));
  EXPECT_EQ(answer["claims"]["slope"]["if_true"]["feasible"]["count"], "5");
  EXPECT_EQ(answer["claims"]["slope"]["if_false"]["feasible"]["count"], "6");
  EXPECT_EQ(answer["proof"]["status"], "exact");
  EXPECT_EQ(answer["proof"]["unvisited"], "0");
  EXPECT_EQ(answer["seconds"], 0.5);
}

TEST(AgreeJson, WhatIsNotAskedForIsNull) {
  const Json answer = answered(tests::case_of(tests::small_case()));
  EXPECT_TRUE(answer["with_overrides"].is_null());
  EXPECT_TRUE(answer["frontier"].is_null());
  EXPECT_TRUE(answer["named_package"].is_null());
  EXPECT_TRUE(answer["objections"].is_array());
  EXPECT_TRUE(answer["objections"].empty());
}

TEST(AgreeJson, WorthIsExact) {
  ask::AgreeRequest request;
  request.between = {"town"};
  const Json answer = answered(tests::case_of(tests::small_case()), request);
  // North with low pay: (150 - 100) / 80 = 5/8 of water at centroid 3/4, and 1 of noise at 1/4.
  const Json& frontier = answer["frontier"];
  EXPECT_EQ(frontier["points"], 1);
  EXPECT_EQ(frontier["packages"], "1");
  EXPECT_EQ(frontier["members"][0]["package"], parsed(R"({"site": "north", "pay": "low"})"));
  EXPECT_EQ(frontier["members"][0]["worth"],
            parsed(R"({"town": {"exact": "23/32", "value": 0.71875}})"));
  EXPECT_EQ(frontier["members"][0]["packages"], "1");
}

TEST(AgreeJson, WhoCanNeverBeCertainComesWithTheWeights) {
  const model::Case a_case = tests::case_of(tests::small_case());
  ask::AgreeAnswer answer = ask::answer(a_case, ask::resolve(a_case, {}).question, {});
  answer.never_certain = {{model::PartyIndex(0), model::WeightVector{1, 0}},
                          {model::PartyIndex(0), std::nullopt}};
  EXPECT_EQ(agree_json(a_case, answer, 0)["never_certain"],
            parsed(R"([{"party": "town", "weights": {"i1": "1", "i2": "0"}},
                       {"party": "town", "weights": null}])"));
}

TEST(AgreeJson, NashNamesItsSets) {
  const Json answer = answered(tests::case_of(tests::small_case()));
  const Json& nash = answer["solutions"]["nash"];
  // Without agreement water is worth 0 and noise 1, so the reservation is 1/4.
  EXPECT_EQ(nash["value"]["exact"], "15/32");
  EXPECT_EQ(nash["packages"], "1");
  EXPECT_EQ(nash["bargaining"], parsed(R"(["town"])"));
  EXPECT_EQ(nash["sets"][0]["gaining"], parsed(R"(["town"])"));
  EXPECT_TRUE(answer["solutions"]["reasons"].empty());
}

TEST(AgreeJson, NoNashHasAReason) {
  auto texts = tests::small_case();
  for (const char* table : {"interests", "effects", "limits", "baselines", "levels"}) {
    texts.erase(table);
  }
  const Json answer = answered(tests::case_of(texts));
  EXPECT_TRUE(answer["solutions"]["nash"].is_null());
  EXPECT_FALSE(answer["solutions"]["reasons"]["nash"].get<std::string>().empty());
  EXPECT_EQ(answer["not_modelled"], parsed(R"(["town"])"));
}

TEST(AgreeJson, MembersAreAtMostTheList) {
  ask::AgreeRequest request;
  request.list = 1;
  const Json answer = answered(tests::case_of(tests::small_case()), request);
  EXPECT_EQ(answer["list"].size(), 1U);
  EXPECT_EQ(answer["list_proved"], true);
  EXPECT_TRUE(answer["list"][0]["rank"].is_null());
  for (const Json& nearest : answer["nearest"]) EXPECT_LE(nearest["members"].size(), 1U);
}

TEST(AgreeJson, SaysOfAYesThatNothingIsStatedOfTheParty) {
  const Json answer = answered(tests::case_of(tests::changed("refusals", "stated", "withdrawn")),
                               about({"site=south"}));
  const Json& council = answer["named_package"]["answers"]["council"];
  EXPECT_EQ(council["verdict"], "no_objection");
  EXPECT_EQ(council["modelled"], false);
}

TEST(AgreeJson, ARefusalIsNamedWithItsGate) {
  const Json answer =
      answered(tests::case_of(tests::small_case()), about({"site=south", "pay=high"}));
  ASSERT_EQ(answer["objections"].size(), 1U);
  const Json& objection = answer["objections"][0];
  EXPECT_EQ(objection["party"], "council");
  EXPECT_EQ(objection["gate"], "vote");
  EXPECT_EQ(objection["refusal"], "never");
  EXPECT_EQ(objection["verdict"], "objection");
  EXPECT_TRUE(objection["short_by"].is_null());
  const Json& named = answer["named_package"];
  EXPECT_EQ(named["answers"]["council"]["verdict"], "objection");
  EXPECT_EQ(named["answers"]["council"]["modelled"], true);
  EXPECT_EQ(named["answers"]["town"]["verdict"], "no_objection");
  EXPECT_EQ(named["answers"]["town"]["gain"]["central"]["weights"],
            parsed(R"({"i1": "3/4", "i2": "1/4"})"));
  EXPECT_EQ(named["verdict"], parsed(R"({"necessary": false, "central": false,
                                         "possible": false})"));
}

TEST(AgreeJson, ALimitThatRestsOnAClaimShowsInTheReadings) {
  const Json answer =
      answered(tests::case_of(tests::small_case()), about({"site=south", "pay=low"}));
  const Json& named = answer["named_package"];
  EXPECT_FALSE(named["feasible"]);
  EXPECT_EQ(named["broken_limits"], parsed(R"(["l1"])"));
  EXPECT_EQ(named["readings"]["readings"], 2);
  EXPECT_EQ(named["readings"]["feasible"], 1);
  EXPECT_EQ(named["readings"]["verdict"]["possible"], "none");
  EXPECT_EQ(named["readings"]["objection_found"]["council"], 2);
}

TEST(AgreeJson, AnUnknownLevelIsNamedAndWorthIsNull) {
  const auto texts = tests::changed("effects", "valley;50;", "valley;;");
  const Json answer = answered(tests::case_of(texts), about({"site=north"}));
  EXPECT_EQ(answer["named_package"]["answers"]["town"]["unknown"], parsed(R"(["water/valley"])"));
  EXPECT_TRUE(answer["named_package"]["answers"]["town"]["gain"].is_null());
  EXPECT_EQ(answer["objections"][0]["verdict"], "cannot_tell");
  EXPECT_EQ(answer["objections"][0]["unknown"], parsed(R"(["water/valley"])"));
}

TEST(AgreeJson, StoppedWorkGivesBounds) {
  const model::Case a_case = tests::case_of(tests::small_case());
  agree::SearchOptions options;
  options.control.stop = [] { return true; };
  const Json answer =
      agree_json(a_case, ask::answer(a_case, ask::resolve(a_case, {}).question, options), 0);
  EXPECT_EQ(answer["proof"]["status"], "bounded");
  EXPECT_EQ(answer["proof"]["unvisited"], "6");
  EXPECT_EQ(answer["list_proved"], false);
  const Json& feasible = answer["feasible"];
  EXPECT_EQ(feasible["count"], "1");  // The package that the case names.
  EXPECT_EQ(feasible["exact"], false);
  EXPECT_EQ(feasible["count_at_most"], "6");
  EXPECT_EQ(feasible["inside_question_at_most"], "6");
}

TEST(PackageJson, ReadingsThatWereNotAllTriedSettleOnlySome) {
  const model::Case a_case = tests::case_of(tests::small_case());
  auto report = agree::package_report(a_case, {true}, model::standing_package(a_case));
  report.readings.bounded = true;
  report.readings.readings = 4;
  report.readings.ratifiable = {0, 1, 4};
  const Json verdict = report_json(a_case, report)["readings"]["verdict"];
  EXPECT_TRUE(verdict["necessary"].is_null());
  EXPECT_EQ(verdict["central"], "some");
  EXPECT_TRUE(verdict["possible"].is_null());
}

TEST(ShowJson, ConditionsAndRulesAreLookedUp) {
  const Json shown = show_json(tests::case_of(tests::small_case()));
  EXPECT_EQ(shown["wants"], parsed(R"([{"site": ["north", "south"]}])"));
  EXPECT_EQ(shown["gates"][0]["when"], parsed(R"({"site": ["north", "south"]})"));
  EXPECT_EQ(shown["gates"][1]["when"], Json::object());
  EXPECT_EQ(shown["consent"]["kind"], "all");
  EXPECT_EQ(shown["consent"]["parts"][0], parsed(R"({"weight": "1", "rule": "permit"})"));
  EXPECT_EQ(shown["limits"][0]["if_claim"], "slope");
  EXPECT_EQ(shown["interests"][1]["weight"], parsed(R"({"rank": 2})"));
  EXPECT_EQ(shown["levels"][0]["id"], "water/valley");
  EXPECT_TRUE(shown["named_package"].is_null());
}

TEST(ShowJson, APackageComesWithItsReading) {
  const model::Case a_case = tests::case_of(tests::small_case());
  const auto reading = model::default_reading(a_case);
  const auto report = agree::package_report(a_case, reading, model::standing_package(a_case));
  const Json shown = show_json(a_case, reading, report);
  EXPECT_EQ(shown["reading"], parsed(R"({"slope": true})"));
  EXPECT_EQ(shown["named_package"]["package"], parsed(R"({"site": "none", "pay": "low"})"));
}

TEST(BriefJson, ExpectationsStandBesideWhatIsFound) {
  const auto brief = ask::brief(tests::workbook_of(tests::small_case()), {}, {});
  const Json json = brief_json(brief, 1);
  ASSERT_EQ(json["dates"].size(), 1U);
  const Json& dated = json["dates"][0];
  EXPECT_EQ(dated["as_of"], "2020-01-01");
  EXPECT_TRUE(dated["agree"]["seconds"].is_null());
  EXPECT_EQ(dated["packages"][0]["name"], "plan");
  EXPECT_EQ(dated["packages"][0]["expectations"][0],
            parsed(R"({"id": "x1", "party": "town", "expected": "no_objection",
                       "found": "no_objection", "agrees": true, "modelled": true, "why": ""})"));
  EXPECT_EQ(json["check"]["errors"], Json::array());
}

TEST(NumberJson, IsExactBesideADouble) {
  EXPECT_EQ(number_json(base::Rational(-3, 4)), parsed(R"({"exact": "-3/4", "value": -0.75})"));
  EXPECT_TRUE(number_json(std::optional<base::Rational>()).is_null());
}

TEST(NumberJson, BeyondTheRangeOfDoublesIsStillADocument) {
  const base::Rational huge(base::Integer("1" + std::string(400, '0')));
  const Json read_back = parsed(number_json(huge).dump());
  EXPECT_EQ(read_back["exact"].get<std::string>().size(), 401U);
  EXPECT_TRUE(read_back["value"].is_null() || read_back["value"].is_number());
}

TEST(CheckJson, FindingsBySeverity) {
  const base::Diagnostics found = {
      {base::Severity::warning, "odd", "effects", 3, "when", "It is odd.", "Look again."},
      {base::Severity::error, "no-case", "", 0, "", "There is no case.", "Write one."}};
  const Json json = check_json(found);
  EXPECT_EQ(json["errors"], parsed(R"([{"code": "no-case", "table": null, "row": null,
      "column": null, "message": "There is no case.", "mend": "Write one."}])"));
  EXPECT_EQ(json["warnings"][0]["row"], 3);
  EXPECT_EQ(json["information"], Json::array());
  EXPECT_EQ(errors_json(found).size(), 1U);
}

TEST(ErrorsJson, BytesThatAreNotUtf8AreReplaced) {
  const base::Diagnostics found = {
      {base::Severity::error, "not-utf8", "case", 1, "", "The byte \xFF is none.", ""}};
  EXPECT_EQ(parsed(written_json(errors_json(found)))["errors"][0]["message"],
            "The byte \xEF\xBF\xBD is none.");
}

}  // namespace
}  // namespace nemawashi::io
