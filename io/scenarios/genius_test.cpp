// SPDX-License-Identifier: Apache-2.0
#include "io/scenarios/genius.h"

#include <gtest/gtest.h>

#include "tests/scenario_errors.h"
#include "tests/scenario_utility.h"

namespace nemawashi::io::scenarios {
namespace {

using base::fraction;

constexpr const char* kDomain = R"(

<?xml version="1.0"?>
<negotiation_template><utility_space><objective index="0" name="root">
<issue index="1" name="Price" type="discrete"><item index="1" value="low"/><item index="2" value="high"/></issue>
<objective index="9" name="inner">
<issue index="2" name="Days" etype="integer"><range lowerbound="-1" upperbound="1"/></issue>
</objective>
<issue index="3" name="Share" vtype="real" lowerbound="0" upperbound="1"/>
</objective></utility_space></negotiation_template>)";

constexpr const char* kProfile = R"(<utility_space><objective index="0" name="root">
<issue index="1" name="Price"><item value="low" evaluation="4"/><item value="high" evaluation="1"/></issue>
<objective index="9"><issue index="2" name="Days" type="integer" lowerbound="-1" upperbound="1">
<evaluator ftype="linear" slope="0.25" offset="5.0E-1"/></issue></objective>
<issue index="3" name="Share"><evaluator ftype="triangular" parameter0="0" parameter1="1" parameter2="0.5"/></issue>
<weight index="1" value="0.5"/><weight index="2" value="0.25"/><weight index="3" value="0.25"/><weight index="9" value="7"/>
</objective><reservation value="0.3"/><discount_factor value="0.9"/></utility_space>)";

FileSet files() { return {{"d.xml", kDomain}, {"a.xml", kProfile}, {"b.xml", kProfile}}; }

std::string errors(const FileSet& set, const ScenarioOptions& options = {}) {
  return tests::scenario_errors(read_genius(set, options));
}

FileSet changed(const std::string& file, const std::string& from, const std::string& to) {
  FileSet set = files();
  std::string& text = set[file];
  const std::size_t place = text.find(from);
  EXPECT_NE(place, std::string::npos) << from;
  text.replace(place, from.size(), to);
  return set;
}

TEST(Genius, ReadsAllKindsOfIssues) {
  const ScenarioReading reading = read_genius(files(), {});
  ASSERT_TRUE(reading.scenario);
  const Scenario& scenario = *reading.scenario;
  ASSERT_EQ(scenario.issues.size(), 3U);
  EXPECT_EQ(scenario.issues[0].options, (std::vector<std::string>{"low", "high"}));
  EXPECT_EQ(scenario.issues[1].options, (std::vector<std::string>{"-1", "0", "1"}));
  EXPECT_EQ(scenario.issues[2].options.size(), 11U);
  EXPECT_EQ(scenario.issues[2].options[1], "0.1");
  EXPECT_EQ(scenario.remarks.size(), 1U);
  ASSERT_EQ(scenario.profiles.size(), 2U);
  const Profile& profile = scenario.profiles[0];
  EXPECT_EQ(profile.reservation, fraction(3, 10));
  EXPECT_EQ(profile.discount, fraction(9, 10));
  // 0.5 x 1/4 + 0.25 x (0.25 x 2 + 0.5) + 0.25 x 0.2.
  EXPECT_EQ(tests::utility(profile, {1, 2, 1}), fraction(1, 8) + fraction(1, 4) + fraction(1, 20));
}

TEST(Genius, RawEvaluationsAreNotDivided) {
  ScenarioOptions options;
  options.semantics = Semantics::raw;
  options.grid = 3;
  const ScenarioReading reading = read_genius(files(), options);
  ASSERT_TRUE(reading.scenario);
  EXPECT_EQ(tests::utility(reading.scenario->profiles[0], {0, 0, 1}),
            2 + fraction(1, 8) + fraction(1, 4));
}

TEST(Genius, SeatsChooseProfiles) {
  ScenarioOptions options;
  options.seats = {"b.xml"};
  const ScenarioReading reading = read_genius(files(), options);
  ASSERT_TRUE(reading.scenario);
  ASSERT_EQ(reading.scenario->profiles.size(), 1U);
  EXPECT_EQ(reading.scenario->profiles[0].name, "b");
  options.seats = {"b"};
  EXPECT_EQ(read_genius(files(), options).scenario->profiles[0].name, "b");
  options.seats = {"c.xml"};
  EXPECT_EQ(errors(files(), options), "unknown-seat :0\n");
  options.seats = {"a.xml", "a.xml"};
  EXPECT_EQ(errors(files(), options), "unknown-seat :0\n");
}

TEST(Genius, ByteOrderMarksAndPublishedFrontiersAreNoProfiles) {
  FileSet set = changed("a.xml", "<utility_space>", "\xEF\xBB\xBF\n <utility_space>");
  set["pareto.xml"] = "\n0.5, 0.5\n";
  EXPECT_EQ(errors(set), "");
}

TEST(Genius, OlderEvaluatorsNameTheirParameters) {
  FileSet set =
      changed("a.xml", R"(slope="0.25" offset="5.0E-1")", R"(parameter1="0.25" parameter0="0.5")");
  set.erase("b.xml");
  const ScenarioReading reading = read_genius(set, {});
  ASSERT_TRUE(reading.scenario);
  EXPECT_EQ(reading.scenario->profiles[0].evaluations[1],
            (std::vector<Rational>{fraction(1, 2), fraction(3, 4), 1}));
}

TEST(Genius, RefusesWithFileAndLine) {
  EXPECT_EQ(errors(changed("a.xml", "evaluation=\"4\"", "evaluation=\"four\"")),
            "invalid-number a.xml:2\n");
  EXPECT_EQ(errors(changed("a.xml", "value=\"low\"", "value=\"lo\"")),
            "unknown-part a.xml:2\nmissing-part a.xml:2\n");
  EXPECT_EQ(errors(changed("a.xml", "value=\"low\"", "value=\"high\"")),
            "repeated-part a.xml:2\nmissing-part a.xml:2\n");
  EXPECT_EQ(errors(changed("a.xml", "<weight index=\"1\" value=\"0.5\"/>", "")),
            "missing-part a.xml:0\n");
  EXPECT_EQ(errors(changed("a.xml", "ftype=\"linear\"", "ftype=\"faratin\"")),
            "unsupported-utility a.xml:4\n");
  EXPECT_EQ(errors(changed("a.xml", "parameter2=\"0.5\"", "parameter2=\"2\"")),
            "invalid-range a.xml:5\n");
  EXPECT_EQ(errors(changed("a.xml", "</utility_space>", "")), "not-xml a.xml:7\n");
  EXPECT_EQ(
      errors(changed("d.xml", "upperbound=\"1\"/></issue>", "upperbound=\"99999\"/></issue>")),
      "invalid-range d.xml:7\n");
  EXPECT_EQ(errors(changed("d.xml", "etype=\"integer\"", "etype=\"colour\"")),
            "unsupported-utility d.xml:7\n");
  EXPECT_EQ(errors(changed("d.xml", "index=\"3\"", "index=\"1\"")), "repeated-part d.xml:9\n");
  EXPECT_EQ(errors(changed("d.xml", "<negotiation_template>", "<template>")),
            "not-xml d.xml:0\nno-domain :0\n");
}

TEST(Genius, RefusesIncompleteFolders) {
  EXPECT_EQ(errors({{"d.xml", kDomain}}), "no-profiles :0\n");
  FileSet two = files();
  two["e.xml"] = kDomain;
  EXPECT_EQ(errors(two), "several-domains e.xml:0\n");
  ScenarioOptions named;
  named.domain = "d.xml";
  EXPECT_EQ(errors(two, named), "");
  FileSet odd = files();
  odd["c.xml"] = "<utili";
  EXPECT_EQ(errors(odd), "not-xml c.xml:0\n");
  ScenarioOptions options;
  options.grid = 1;
  EXPECT_EQ(errors(files(), options), "invalid-grid :0\n");
}

constexpr const char* kIntegers = R"(<negotiation_template><utility_space><objective>
<issue type="integer" index="1" name="x" lowerbound="0" upperbound="9"/>
<issue type="integer" index="2" name="y" lowerbound="0" upperbound="9"/>
</objective></utility_space></negotiation_template>)";
constexpr const char* kRectangles = R"(<utility_space type="nonlinear"><objective>
<utility maxutility="20"><ufun weight="2" aggregation="sum">
<hyperRectangle utility="5"><INCLUDES index="1" min="2" max="4"/><INCLUDES index="2" min="-5" max="0"/></hyperRectangle>
<hyperRectangle utility="1"/>
<hyperRectangle utility="3"><INCLUDES index="1" min="2" max="4"/><INCLUDES index="1" min="4" max="9"/></hyperRectangle>
<hyperRectangle utility="9"><INCLUDES index="1" min="2" max="3"/><INCLUDES index="1" min="4" max="9"/></hyperRectangle>
</ufun></utility></objective></utility_space>)";

TEST(Genius, ReadsHyperRectangles) {
  const FileSet set = {{"d.xml", kIntegers}, {"a.xml", kRectangles}};
  const ScenarioReading reading = read_genius(set, {});
  ASSERT_TRUE(reading.scenario);
  const Profile& profile = reading.scenario->profiles[0];
  EXPECT_EQ(profile.rectangles.size(), 3U);  // The last holds nowhere.
  EXPECT_EQ(tests::utility(profile, {4, 0}), fraction(2 * (5 + 1 + 3), 20));
  EXPECT_EQ(tests::utility(profile, {5, 0}), fraction(1, 10));
}

TEST(Genius, RefusesOtherNonlinearUtilities) {
  const auto with = [](const std::string& from, const std::string& to) {
    FileSet set = {{"d.xml", kIntegers}, {"a.xml", kRectangles}};
    std::string& text = set["a.xml"];
    text.replace(text.find(from), from.size(), to);
    return errors(set);
  };
  EXPECT_EQ(with("aggregation=\"sum\"", "aggregation=\"max\""), "unsupported-utility a.xml:2\n");
  EXPECT_EQ(with("INCLUDES index=\"1\" min=\"2\" max=\"4\"", "EXCLUDES index=\"1\""),
            "unsupported-utility a.xml:3\n");
  EXPECT_EQ(with("maxutility=\"20\"", "maxutility=\"0\""), "invalid-range a.xml:2\n");
  EXPECT_EQ(with("index=\"1\"", "index=\"7\""), "unknown-part a.xml:3\n");
}

TEST(Genius, RefusesWeightsOfNothing) {
  EXPECT_EQ(errors(changed("a.xml", "<weight index=\"9\"", "<weight index=\"8\"")),
            "unknown-part a.xml:6\n");
}

TEST(Genius, RefusesItemsOfOneName) {
  EXPECT_EQ(errors(changed("d.xml", "value=\"high\"", "value=\"low\"")), "repeated-part d.xml:5\n");
}

std::string many_integers(std::size_t issues) {
  std::string text = "<negotiation_template>";
  for (std::size_t i = 1; i <= issues; ++i) {
    text += R"(<issue type="integer" name="i" lowerbound="1" upperbound="10000" index=")" +
            std::to_string(i) + "\"/>\n";
  }
  return text + "</negotiation_template>";
}

TEST(Genius, RangesAreNotExpandedBeyondTheLimits) {
  EXPECT_EQ(errors({{"d.xml", many_integers(100'000)}, {"a.xml", kProfile}}),
            "scenario-too-large d.xml:21\n");
  FileSet set = {{"d.xml", many_integers(20)}};  // Each profile would have 200,000 evaluations.
  for (int i = 0; i < 900; ++i) set["p" + std::to_string(i) + ".xml"] = "<utility_space/>";
  EXPECT_NE(errors(set).find("scenario-too-large p1.xml:0"), std::string::npos);
}

std::string nested_sums(std::size_t depth) {
  std::string text = R"(<utility_space type="nonlinear"><utility maxutility="1">)";
  for (std::size_t i = 0; i < depth; ++i) text += R"(<ufun weight="2">)";
  text += R"(<hyperRectangle utility="1"/>)";
  for (std::size_t i = 0; i < depth; ++i) text += "</ufun>";
  return text + "</utility></utility_space>";
}

TEST(Genius, WeightsOfNestedSumsMultiply) {
  const auto read = [](std::size_t depth) {
    return read_genius({{"d.xml", kIntegers}, {"a.xml", nested_sums(depth)}}, {});
  };
  const ScenarioReading reading = read(50);
  ASSERT_EQ(tests::scenario_errors(reading), "");
  EXPECT_EQ(tests::utility(reading.scenario->profiles[0], {0, 0}), Rational(1L << 50U));
  EXPECT_EQ(tests::scenario_errors(read(51)), "unsupported-utility a.xml:1\n");
  EXPECT_EQ(tests::scenario_errors(read(200'000)), "unsupported-utility a.xml:1\n");
}

TEST(Genius, DeepNestingIsNoStack) {
  std::string deep = "<negotiation_template>";
  for (int i = 0; i < 100'000; ++i) deep += "<objective>";
  EXPECT_NE(errors({{"d.xml", deep}}), "");
  for (int i = 0; i < 100'000; ++i) deep += "</objective>";
  EXPECT_NE(errors({{"d.xml", deep + "</negotiation_template>"}}), "");
}

}  // namespace
}  // namespace nemawashi::io::scenarios
