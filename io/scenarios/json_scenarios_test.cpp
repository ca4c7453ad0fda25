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

constexpr const char* kDomain = R"({"name": "d", "issuesValues": {
"colour": {"values": ["red", "blue"]}, "price": {"range": ["0.5", 2, 0.5]}}})";
constexpr const char* kProfile = R"({"LinearAdditiveUtilitySpace": {"issueUtilities": {
"colour": {"DiscreteValueSetUtilities": {"valueUtilities": {"red": 0.1000000000000000055, "blue": 1}}},
"price": {"NumberValueSetUtilities": {"lowValue": 0, "lowUtility": 1, "highValue": 2, "highUtility": 0}}},
"issueWeights": {"colour": 0.25, "price": 7.5e-1},
"reservationBid": {"issuevalues": {"colour": "blue"}}}})";

FileSet geniusweb() { return {{"d.json", kDomain}, {"profileA.json", kProfile}}; }

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
    set["profileA.json"] = replaced(kProfile, from, to);
    return scenario_errors(read_geniusweb(set, {}));
  };
  EXPECT_EQ(with_profile("LinearAdditive", "Partial"), "unsupported-utility profileA.json:0\n");
  EXPECT_EQ(with_profile("\"blue\": 1", "\"green\": 1"),
            "missing-part profileA.json:0\nunknown-part profileA.json:0\n");
  EXPECT_EQ(with_profile("\"highValue\": 2", "\"highValue\": 0"),
            "invalid-range profileA.json:0\n");
  EXPECT_EQ(with_profile("7.5e-1", "7.5e-1, \"size\": 1"), "unknown-part profileA.json:0\n");
  EXPECT_EQ(with_profile("0.25", "\"much\""), "invalid-number profileA.json:0\n");
  EXPECT_EQ(with_profile("\"colour\": \"blue\"", "\"colour\": \"grey\""),
            "unknown-part profileA.json:0\n");
  EXPECT_EQ(with_profile("}}}}", "}}"), "not-json profileA.json:5\n");
  EXPECT_EQ(with_profile("\"issueWeights\"", "\"issueUtilities\""), "not-json profileA.json:0\n");
  FileSet set = geniusweb();
  set["d.json"] = replaced(kDomain, "0.5]", "0.00001]");
  EXPECT_EQ(scenario_errors(read_geniusweb(set, {})),
            "invalid-range d.json:0\nmissing-part d.json:0\n");
  set.erase("profileA.json");
  set["d.json"] = kDomain;
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
            "unknown-part profileB.json:0\nmissing-part profileB.json:0\n");
  EXPECT_EQ(second(replaced(kNegoLog, "0.4", "true")), "missing-part profileB.json:0\n");
  EXPECT_EQ(second(replaced(kNegoLog, "{\"z\": 0.4}", "{}")), "missing-part profileB.json:0\n");
  EXPECT_EQ(second(replaced(kNegoLog, "0.7}", "0.7, \"c\": 1}")), "unknown-part profileB.json:0\n");
  EXPECT_EQ(second("{"), "not-json profileB.json:1\n");
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
