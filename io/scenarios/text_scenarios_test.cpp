// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <gtest/gtest.h>

#include "io/scenarios/decide.h"
#include "io/scenarios/ktab.h"
#include "io/scenarios/read.h"
#include "io/scenarios/scoreable.h"
#include "tests/scenario_errors.h"
#include "tests/scenario_utility.h"

namespace nemawashi::io::scenarios {
namespace {

using base::fraction;
using tests::scenario_errors;
using tests::utility;

FileSet scoreable() {
  return {
      {"config.txt", "Firm,firm,p1,greedy,m\nTown hall,town,p2,x,m\n\nUnion,union,player,x,m\n"},
      {"scores_files/firm.txt", "14, 8\n11, 7, 0\n20 \n"},
      {"scores_files/town.txt", "0, 8\n0, 1, 2\n5"},
      {"scores_files/union.txt", "1,1\n0,0,0.5\n0"}};
}

TEST(Scoreable, ReadsScoresMinimaAndRoles) {
  const ScenarioReading reading = read_scoreable(scoreable(), {});
  ASSERT_EQ(scenario_errors(reading), "");
  const Scenario& scenario = *reading.scenario;
  EXPECT_EQ(scenario.issues[1].name, "B");
  EXPECT_EQ(scenario.issues[1].options, (std::vector<std::string>{"B1", "B2", "B3"}));
  EXPECT_EQ(scenario.best, 25);
  EXPECT_EQ(scenario.quorum->must, (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(scenario.quorum->at_least, 2U);
  EXPECT_EQ(scenario.profiles[1].reservation, 5);
  EXPECT_EQ(utility(scenario.profiles[0], {1, 0}), 19);
}

TEST(Scoreable, RefusesByLine) {
  const auto with = [](const std::string& file, const std::string& text) {
    FileSet set = scoreable();
    set[file] = text;
    return scenario_errors(read_scoreable(set, {}));
  };
  EXPECT_EQ(with("config.txt", "Firm,firm,p1\nTown,town,chief\n"), "unknown-part config.txt:2\n");
  EXPECT_EQ(with("config.txt", "Firm,firm,p1\nTown\n"),
            "missing-part config.txt:2\nno-profiles config.txt:0\n");
  EXPECT_EQ(with("config.txt", "Firm,firm,p1\nTown,twon,p2\nU,union,player"),
            "missing-part config.txt:2\n");
  EXPECT_EQ(with("scores_files/town.txt", "0, 8\n0, 1\n5"),
            "missing-part scores_files/town.txt:0\n");
  EXPECT_EQ(with("scores_files/town.txt", "0, 8\n0, 1, x\n5"),
            "invalid-number scores_files/town.txt:2\n");
  EXPECT_EQ(with("scores_files/town.txt", "0, 8\n0, 1, 2\n5, 6"),
            "missing-part scores_files/town.txt:3\nmissing-part scores_files/town.txt:0\n");
}

TEST(Scoreable, FilesThatPartiesShareAreReadOnce) {
  FileSet set = scoreable();
  std::string& config = set["config.txt"];
  for (int i = 0; i < 20'000; ++i) config += "P" + std::to_string(i) + ",firm,player\n";
  std::string& shared = set["scores_files/firm.txt"];
  shared.insert(0, 4'000'000, '\n');
  EXPECT_EQ(scenario_errors(read_scoreable(set, {})), "scenario-too-large config.txt:1002\n");
  shared = std::string(30'000'000, ',') + "1\n5\n";
  EXPECT_NE(scenario_errors(read_scoreable(set, {})).find("scenario-too-large"), std::string::npos);
}

constexpr const char* kDecide =
    "'#A'\t'a'\t'Actor A'\t'first'\n#A\tb\n'#P'\t'tax'\n'#M'\t'tax'\t0\n'#M'\t'tax'\t100\n"
    "'#P'\t'date'\t'The date'\n'#M'\t'date'\t10\n'#M'\t'date'\t20\n"
    "'#D'\t'a'\t'tax'\t25.0\t0.3\t0.5\n'#D'\t'a'\t'date'\t20\t0.1\t0.5\n'#D'\tb\ttax\t100\t1\t1\n";

TEST(Decide, ReadsTheModelAtThePositionsTaken) {
  EXPECT_TRUE(is_decide(kDecide));
  const ScenarioReading reading = read_decide("f.csv", kDecide, {});
  ASSERT_EQ(scenario_errors(reading), "");
  const Scenario& scenario = *reading.scenario;
  EXPECT_EQ(scenario.issues[0].options, (std::vector<std::string>{"0", "25", "100"}));
  EXPECT_EQ(scenario.issues[1].name, "The date");
  EXPECT_EQ(scenario.issues[1].options, (std::vector<std::string>{"10", "20"}));
  EXPECT_EQ(scenario.profiles[0].name, "Actor A");
  EXPECT_EQ(utility(scenario.profiles[0], {1, 1}), 1);
  EXPECT_EQ(utility(scenario.profiles[0], {2, 1}), fraction(3, 4) / 4 + fraction(1, 4));
  EXPECT_EQ(utility(scenario.profiles[1], {2, 0}), 1);
  ScenarioOptions options;
  options.grid = 5;
  EXPECT_EQ(read_decide("f.csv", kDecide, options).scenario->issues[1].options[1], "12.5");
}

TEST(Decide, RefusesByLine) {
  const auto with = [](const std::string& line) {
    return scenario_errors(read_decide("f.csv", kDecide + line, {}));
  };
  EXPECT_EQ(with("#X\ta"), "unknown-part f.csv:12\n");
  EXPECT_EQ(with("#D\ta\ttax"), "missing-part f.csv:12\n");
  EXPECT_EQ(with("#D\tc\ttax\t1\t1\t1"), "unknown-part f.csv:12\n");
  EXPECT_EQ(with("#D\ta\ttax\t1\t1\t1"), "repeated-part f.csv:12\n");
  EXPECT_EQ(with("#D\tb\tdate\tlate\t1\t1"), "invalid-number f.csv:12\n");
  EXPECT_EQ(with("#D\tb\tdate\t21\t1\t1"), "invalid-range f.csv:12\n");
  EXPECT_EQ(with("#D\tb\tdate\t21\t-1\t1"),
            "invalid-range f.csv:12\ninvalid-range f.csv:12\ninvalid-range f.csv:2\n");
  EXPECT_EQ(with("#A\tc"), "invalid-range f.csv:12\n");  // No salience anywhere.
  EXPECT_EQ(with("#P\tx\n#M\tx\t1"), "invalid-range f.csv:12\n");
  EXPECT_EQ(with("#D\tb\tdate\t11\t1\t1\t7"), "cell-count f.csv:12\n");
  EXPECT_EQ(with("#M\tdate\t11\t7"), "cell-count f.csv:12\n");
  EXPECT_EQ(with("#A\tc\tC\tthird\tmore"), "cell-count f.csv:12\n");
}

constexpr const char* kKtab =
    "Policy; 2,S-2;x, 2, 2, \nActor,Description,Influence,Policy Position,Policy Salience,"
    "Trade Position,Trade Salience, \nXJ,One,  100.0,30,24.0,20,48.0, \nLK,Two,60.2,45,44.7,65,0\n";

TEST(Ktab, ReadsPaddedNumbersAndCommasAtTheEnd) {
  EXPECT_TRUE(is_ktab(kKtab));
  const ScenarioReading reading = read_ktab("f.csv", kKtab, {});
  ASSERT_EQ(scenario_errors(reading), "");
  EXPECT_EQ(reading.scenario->issues[1].name, "Trade");
  EXPECT_EQ(reading.scenario->issues[0].options,
            (std::vector<std::string>{"0", "30", "45", "100"}));
  // Shares 24/72 and 48/72; closeness 0.7 and 1.
  EXPECT_EQ(utility(reading.scenario->profiles[0], {0, 1}), fraction(7, 30) + fraction(2, 3));
}

TEST(Ktab, RefusesByLine) {
  const std::string text = kKtab;
  EXPECT_EQ(scenario_errors(read_ktab("f", text + "ZZ,Three,1,2,3\n", {})), "cell-count f:5\n");
  EXPECT_EQ(scenario_errors(read_ktab("f", text + "ZZ,Three,1,2,3,4,5\n", {})),
            "missing-part f:1\n");
  EXPECT_EQ(scenario_errors(read_ktab("f", text + "XJ,Three,1,2,3,4,5\n", {})),
            "repeated-part f:5\n");
  EXPECT_EQ(scenario_errors(read_ktab("f", "a,b,1,2\nActor\n", {})), "missing-part f:0\n");
  std::string position = text;
  position.replace(position.find("65,0"), 4, "101,0");
  EXPECT_EQ(scenario_errors(read_ktab("f", position, {})), "invalid-range f:4\n");
  std::string header = text;
  header.replace(header.find("Trade Salience, "), 16, "Trade Salience,More");
  EXPECT_EQ(scenario_errors(read_ktab("f", header, {})), "cell-count f:2\n");
  EXPECT_EQ(scenario_errors(read_ktab("f", "a, " + text, {})), "cell-count f:1\n");
  std::string separated = text;
  std::replace(separated.begin(), separated.end(), ',', ';');
  EXPECT_EQ(format_of({{"f", separated}}), ScenarioFormat::ktab);
  const ScenarioReading refused = read_ktab("f", separated, {});
  EXPECT_EQ(scenario_errors(refused), "cell-count f:2\n");
  EXPECT_NE(refused.diagnostics[0].message.find("';'"), std::string::npos);
}

TEST(Ktab, ActorsTimesDimensionsAreBounded) {
  std::string text = "a,b,1000,1000\nActor,Description,Influence";
  for (int i = 0; i < 1000; ++i) text += ",P Position,P Salience";
  for (int i = 0; i < 1000; ++i) text += "\nx,,1";
  EXPECT_EQ(scenario_errors(read_ktab("f", text, {})), "scenario-too-large f:1\n");
}

TEST(FormatOf, TellsFormatsApart) {
  EXPECT_EQ(format_of({{"f", kDecide}}), ScenarioFormat::decide);
  EXPECT_EQ(format_of({{"f", kKtab}}), ScenarioFormat::ktab);
  EXPECT_EQ(format_of(scoreable()), ScenarioFormat::scoreable);
  EXPECT_EQ(format_of({{"d.json", "{\"issuesValues\": {}}"}}), ScenarioFormat::geniusweb);
  EXPECT_EQ(format_of({{"p.json", "{\"issueWeights\": {}, \"issues\": {}}"}}),
            ScenarioFormat::negolog);
  EXPECT_EQ(format_of({{"d.xml", "<!-- x --><negotiation_template>"}}), ScenarioFormat::genius);
  EXPECT_EQ(format_of({{"f", "id,name\n"}}), std::nullopt);
  EXPECT_EQ(format_of({}), std::nullopt);
}

TEST(ReadScenario, RefusesNamesThatAreNoText) {
  std::string text = kDecide;
  text.replace(text.find("first"), 5, "\xFF");
  EXPECT_EQ(scenario_errors(read_scenario(ScenarioFormat::decide, {{"f.csv", text}}, "f", {})),
            "not-utf8 :0\n");
}

}  // namespace
}  // namespace nemawashi::io::scenarios
