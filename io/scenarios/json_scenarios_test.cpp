// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "io/scenarios/geniusweb.h"
#include "io/scenarios/json_tree.h"
#include "io/scenarios/negolog.h"
#include "tests/scenario_errors.h"
#include "tests/scenario_utility.h"

namespace nemawashi::io::scenarios {
namespace {

using base::fraction;
using tests::scenario_errors;
using tests::utility;

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t place = text.find(from);
  EXPECT_NE(place, std::string::npos) << from;
  return text.replace(place, from.size(), to);
}

constexpr const char* kJsonDomain = R"({"name": "d", "issuesValues": {
"colour": {"values": ["red", "blue"]}, "price": {"range": ["0.5", 2, 0.5]}}})";
constexpr const char* kJsonProfile = R"({"LinearAdditiveUtilitySpace": {"issueUtilities": {
"colour": {"DiscreteValueSetUtilities": {"valueUtilities": {"red": 0.1000000000000000055, "blue": 1}}},
"price": {"NumberValueSetUtilities": {"lowValue": 0, "lowUtility": 1, "highValue": 2, "highUtility": 0}}},
"issueWeights": {"colour": 0.25, "price": 7.5e-1},
"reservationBid": {"issuevalues": {"colour": "blue"}}}})";

FileSet geniusweb() { return {{"d.json", kJsonDomain}, {"profileA.json", kJsonProfile}}; }

TEST(GeniusWeb, ReadsDiscreteAndNumberValues) {
  const ScenarioReading reading = read_geniusweb(geniusweb(), {});
  ASSERT_EQ(scenario_errors(reading), "");
  const Scenario& scenario = *reading.scenario;
  EXPECT_EQ(scenario.name, "d");
  EXPECT_EQ(scenario.issues[1].options, (std::vector<std::string>{"0.5", "1", "1.5", "2"}));
  const Profile& profile = scenario.profiles[0];
  EXPECT_EQ(profile.reservation, fraction(1, 4));
  // The digits count, not the double next to them.
  EXPECT_EQ(utility(profile, {0, 1}),
            *base::parse_rational("0.1000000000000000055") / 4 + fraction(3, 8));
}

TEST(GeniusWeb, RefusesByFile) {
  const auto with_profile = [](const std::string& from, const std::string& to) {
    FileSet set = geniusweb();
    set["profileA.json"] = replaced(kJsonProfile, from, to);
    return scenario_errors(read_geniusweb(set, {}));
  };
  EXPECT_EQ(with_profile("LinearAdditive", "Partial"), "unsupported-utility profileA.json:0\n");
  const std::string at = "profileA.json /LinearAdditiveUtilitySpace/";
  const std::string values = at + "issueUtilities/colour/DiscreteValueSetUtilities/valueUtilities/";
  EXPECT_EQ(with_profile("\"blue\": 1", "\"green\": 1"),
            "missing-part " + values + "blue\nunknown-part " + values + "green\n");
  EXPECT_EQ(with_profile("\"highValue\": 2", "\"highValue\": 0"),
            "invalid-range " + at + "issueUtilities/price/NumberValueSetUtilities\n");
  EXPECT_EQ(with_profile("7.5e-1", "7.5e-1, \"a/b~\": 1"),
            "unknown-part " + at + "issueWeights/a~1b~0\n");
  EXPECT_EQ(with_profile("0.25", "\"much\""), "invalid-number " + at + "issueWeights/colour\n");
  EXPECT_EQ(with_profile("\"colour\": \"blue\"", "\"colour\": \"grey\""),
            "unknown-part " + at + "reservationBid/issuevalues/colour\n");
  EXPECT_EQ(with_profile("}}}}", "}}"), "not-json profileA.json:5\n");
  EXPECT_EQ(with_profile("\"issueWeights\"", "\"issueUtilities\""), "not-json profileA.json:0\n");
  FileSet set = geniusweb();
  set["d.json"] = replaced(kJsonDomain, "0.5]", "0.00001]");
  EXPECT_EQ(scenario_errors(read_geniusweb(set, {})),
            "invalid-range d.json /issuesValues/price/range\n"
            "missing-part d.json /issuesValues/price\n");
  set["d.json"] = replaced(kJsonDomain, "\"blue\"", "\"red\"");
  EXPECT_EQ(scenario_errors(read_geniusweb(set, {})),
            "repeated-part d.json /issuesValues/colour/values/1\n");
  set.erase("profileA.json");
  set["d.json"] = kJsonDomain;
  EXPECT_EQ(scenario_errors(read_geniusweb(set, {})), "no-profiles :0\n");
}

constexpr const char* kNegoLog =
    R"({"reservationValue": 0.5, "issueWeights": {"a": 0.3, "b": 0.7},
"issues": {"a": {"x": 1.0, "y": 0.2}, "b": {"z": 0.4}}})";

TEST(NegoLog, ReadsProfiles) {
  const FileSet set = {
      {"profileA.json", kNegoLog}, {"profileB.json", kNegoLog}, {"specs.json", "{}"}};
  const ScenarioReading reading = read_negolog(set, {});
  ASSERT_EQ(scenario_errors(reading), "");
  EXPECT_EQ(reading.scenario->profiles.size(), 2U);
  EXPECT_EQ(reading.scenario->profiles[1].reservation, fraction(1, 2));
  EXPECT_EQ(utility(reading.scenario->profiles[0], {1, 0}), fraction(34, 100));
}

TEST(NegoLog, RefusesProfilesOfOtherDomains) {
  const auto second = [](const std::string& text) {
    return scenario_errors(
        read_negolog({{"profileA.json", kNegoLog}, {"profileB.json", text}}, {}));
  };
  EXPECT_EQ(second(replaced(kNegoLog, "\"z\"", "\"w\"")),
            "unknown-part profileB.json /issues/b/w\nmissing-part profileB.json /issues/b/z\n");
  EXPECT_EQ(second(replaced(kNegoLog, "0.4", "true")), "missing-part profileB.json /issues/b/z\n");
  EXPECT_EQ(second(replaced(kNegoLog, "{\"z\": 0.4}", "{}")),
            "missing-part profileB.json /issues/b\n");
  EXPECT_EQ(second(replaced(kNegoLog, "0.7}", "0.7, \"c\": 1}")),
            "unknown-part profileB.json /issueWeights/c\n");
  EXPECT_EQ(second(replaced(kNegoLog, "{\"res", "{\"discountFactor\": 2, \"res")),
            "invalid-range profileB.json /discountFactor\n");
  EXPECT_EQ(second("{"), "not-json profileB.json:1\n");
}

TEST(NegoLog, KeepsTheDiscountAndNamesKeysThatAreNotRead) {
  const ScenarioReading reading = read_negolog(
      {{"p.json", replaced(kNegoLog, "{\"res", "{\"discountFactor\": 0.9, \"owner\": 1, \"res")}},
      {});
  ASSERT_EQ(scenario_errors(reading), "");
  EXPECT_EQ(reading.scenario->profiles[0].discount, fraction(9, 10));
  EXPECT_EQ(reading.scenario->remarks,
            (std::vector<std::string>{"Keys of the profiles that are not read: 'owner'."}));
}

/// `"k0": VALUE, "k1": VALUE, ..`
std::string many_members(std::size_t count, const std::string& value) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text += (i == 0 ? "\"k" : ", \"k") + std::to_string(i) + "\": " + value;
  }
  return text;
}

TEST(NegoLog, SizesAreRefusedBeforeAnythingIsLookedUp) {
  const auto profile = [](std::size_t issues, std::size_t weights) {
    return "{\"issueWeights\": {" + many_members(weights, "1") + "}, \"issues\": {" +
           many_members(issues, "{\"x\": 1}") + "}}";
  };
  EXPECT_EQ(scenario_errors(read_negolog({{"p.json", profile(100'000, 100'000)}}, {})),
            "scenario-too-large p.json /issues/k2000\n");
  EXPECT_EQ(scenario_errors(read_negolog({{"p.json", profile(2'000, 2'000)}}, {})), "");
  EXPECT_FALSE(read_negolog({{"p.json", profile(2'000, 200'000)}}, {}).scenario);
}

TEST(GeniusWeb, RangesAreNotExpandedBeyondTheLimits) {
  const std::string domain =
      "{\"issuesValues\": {" + many_members(100'000, "{\"range\": [0, 9999, 1]}") + "}}";
  EXPECT_EQ(scenario_errors(read_geniusweb({{"d.json", domain}, {"p.json", "{}"}}, {})),
            "scenario-too-large d.json /issuesValues/k20\n");
}

TEST(JsonTree, SaysWhyTheParserStopped) {
  FileFindings findings;
  EXPECT_FALSE(read_json_tree("f", "{\"a\": 1,\n}", findings));
  EXPECT_FALSE(read_json_tree("f", std::string("{}\0{", 4), findings));
  const base::Diagnostics found = findings.taken();
  EXPECT_EQ(found[0].row, 2U);
  EXPECT_NE(found[0].message.find("The text is no JSON from line 2, byte 1 on"), std::string::npos);
  EXPECT_EQ(found[1].code, "not-text");
}

TEST(JsonTree, IsBounded) {
  FileFindings findings;
  EXPECT_FALSE(read_json_tree("f", std::string(100'000, '['), findings));
  EXPECT_FALSE(has_top_member(std::string(100'000, '['), "a"));
  EXPECT_TRUE(has_top_member("\xEF\xBB\xBF {\"b\": {\"a\": 1}, \"a\": 2", "a"));
  EXPECT_FALSE(has_top_member("{\"b\": {\"a\": 1}}", "a"));
}

}  // namespace
}  // namespace nemawashi::io::scenarios
