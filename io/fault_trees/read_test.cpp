// SPDX-License-Identifier: Apache-2.0
#include "io/fault_trees/read.h"

#include <cmath>

#include <gtest/gtest.h>

#include "engine/floors/answer.h"

namespace nemawashi::io::fault_trees {
namespace {

/// A tree with these gates and definitions.
std::string tree(const std::string& content, const std::string& after = "") {
  return "<?xml version=\"1.0\"?>\n<opsa-mef>\n<define-fault-tree name=\"t\">\n" + content +
         "\n</define-fault-tree>\n" + after + "\n</opsa-mef>\n";
}

FaultTreesReading read(const std::string& bytes) { return read_fault_trees({{"t.xml", bytes}}); }

floors::FunctionAnswer answered(const std::string& bytes, floors::FloorsOptions options = {}) {
  const FaultTreesReading reading = read(bytes);
  EXPECT_TRUE(reading.trees.has_value());
  if (!reading.trees) return {};
  return floors::floors(*reading.trees, options).functions.at(0);
}

void expect_code(const std::string& bytes, const std::string& code, std::size_t row) {
  const FaultTreesReading reading = read(bytes);
  EXPECT_FALSE(reading.trees.has_value());
  ASSERT_FALSE(reading.diagnostics.empty()) << code;
  EXPECT_EQ(reading.diagnostics[0].code, code);
  EXPECT_EQ(reading.diagnostics[0].row, row) << reading.diagnostics[0].message;
}

const std::string kTwo = R"(<define-basic-event name="a"><float value="0.1"/></define-basic-event>
<define-basic-event name="b"><float value="2e-1"/></define-basic-event>)";

std::string gate(const std::string& name, const std::string& formula) {
  return "<define-gate name=\"" + name + "\">" + formula + "</define-gate>";
}
const std::string kA = "<basic-event name=\"a\"/>";
const std::string kB = "<event name=\"b\"/>";

TEST(ReadFaultTrees, EveryConnectiveMeansWhatTheFormatSays) {
  const std::vector<std::pair<std::string, double>> expected = {
      {"<and>" + kA + kB + "</and>", 0.02},
      {"<or>" + kA + kB + "</or>", 0.28},
      {"<nand>" + kA + kB + "</nand>", 0.98},
      {"<nor>" + kA + kB + "</nor>", 0.72},
      {"<xor>" + kA + kB + "</xor>", 0.1 * 0.8 + 0.9 * 0.2},
      {"<iff>" + kA + kB + "</iff>", 0.02 + 0.72},
      {"<imply>" + kA + kB + "</imply>", 0.9 + 0.02},
      {"<not>" + kA + "</not>", 0.9},
      {kA, 0.1},
      {"<atleast min=\"2\">" + kA + kB + "<constant value=\"true\"/></atleast>", 0.28},
      {"<cardinality min=\"1\" max=\"1\">" + kA + kB + "</cardinality>", 0.26},
      {"<or><and>" + kA + kB + "</and><not><or>" + kA + kB + "</or></not></or>", 0.74},
  };
  for (const auto& [formula, probability] : expected) {
    const auto answer = answered(tree(gate("top", formula) + kTwo));
    ASSERT_TRUE(answer.probability.has_value()) << formula;
    EXPECT_NEAR(*answer.probability, probability, 1e-12) << formula;
  }
}

TEST(ReadFaultTrees, DefinitionsMayStandInOtherFilesAndBeAskedByPath) {
  const std::string asks = tree(gate("top", "<and><event name=\"t.c.inner\"/>" + kB + "</and>") +
                                "<define-component name=\"c\" role=\"private\">" +
                                gate("inner", "<or>" + kA + "<house-event name=\"h\"/></or>") +
                                "<define-house-event name=\"h\"><constant value=\"false\"/>"
                                "</define-house-event></define-component>");
  const std::string defines = "<opsa-mef><model-data>" + kTwo + "</model-data></opsa-mef>";
  const auto reading = read_fault_trees({{"asks.xml", asks}, {"defines.xml", defines}});
  ASSERT_TRUE(reading.trees.has_value());
  EXPECT_TRUE(reading.diagnostics.empty());
  ASSERT_EQ(reading.trees->tops.size(), 1U);
  EXPECT_EQ(reading.trees->tops[0].name, "top");
  EXPECT_NEAR(*floors::floors(*reading.trees).functions[0].probability, 0.02, 1e-15);
}

TEST(ReadFaultTrees, ExpressionsReferToParametersInAnyOrder) {
  const std::string bytes =
      tree(gate("top", kA) +
               "<define-basic-event name=\"a\"><exponential><parameter name=\"rate\"/>"
               "<system-mission-time/></exponential></define-basic-event>",
           "<model-data><define-parameter name=\"rate\"><mul><parameter name=\"base\"/>"
           "<float value=\"2\"/></mul></define-parameter><define-parameter name=\"base\">"
           "<float value=\"1e-4\"/></define-parameter></model-data>");
  floors::FloorsOptions options;
  options.mission_time = 1000;
  EXPECT_NEAR(*answered(bytes, options).probability, 1 - std::exp(-0.2), 1e-12);
}

TEST(ReadFaultTrees, WhatIsDefinedNowhereHasNoProbability) {
  const auto reading = read(tree(gate("top", "<or>" + kA + kB + "</or>")));
  ASSERT_TRUE(reading.trees.has_value());
  ASSERT_EQ(reading.diagnostics.size(), 1U);
  EXPECT_EQ(reading.diagnostics[0].code, "undefined-event");
  const auto answer = floors::floors(*reading.trees).functions[0];
  EXPECT_FALSE(answer.probability.has_value());
  EXPECT_EQ(answer.without_probability.size(), 2U);
  EXPECT_EQ(*answer.cut_sets.count, 2);
}

TEST(ReadFaultTrees, EveryMistakeHasItsCodeAndLine) {
  expect_code("<opsa-mef><", "not-xml", 1);
  expect_code("\n<other/>", "not-a-fault-tree", 2);
  expect_code("<opsa-mef/>", "no-top-event", 0);
  expect_code(tree(gate("top", "") + kTwo), "missing-part", 4);
  expect_code(tree(gate("top", "<gate name=\"tpo\"/>") + kTwo), "unknown-name", 4);
  expect_code(tree(gate("a", kB) + "\n" + kTwo), "duplicate-name", 5);
  expect_code(tree(gate("top", "<maybe>" + kA + "</maybe>") + kTwo), "unknown-element", 4);
  expect_code(tree(gate("top", "<imply>" + kA + "</imply>") + kTwo), "wrong-parts", 4);
  expect_code(tree(gate("top", "<atleast min=\"x\">" + kA + "</atleast>") + kTwo), "invalid-number",
              4);
  expect_code(tree(gate("top", "<constant value=\"maybe\"/>")), "invalid-constant", 4);
  expect_code(tree(gate("top", "<gate name=\"top\"/>")), "cyclic-gates", 4);
  expect_code(tree("<define-gate name=\"\t\">" + kA + "</define-gate>"), "invalid-name", 4);
  expect_code("<opsa-mef><define-fault-tree name=\"\x1b[2J\"/></opsa-mef>", "invalid-name", 1);
  expect_code(tree("<define-component name=\"\x07\"/>"), "invalid-name", 4);
  expect_code(tree(gate("top", "<constant value=\"TRUE\"/>")), "invalid-constant", 4);
  expect_code(tree(gate("top", kA) + kTwo,
                   "<define-alignment name=\"y\"><define-phase name=\"p\" time-fraction=\"1\">\n"
                   "<set-house-event name=\"h\"/></define-phase></define-alignment><model-data>"
                   "<define-house-event name=\"h\"/></model-data>"),
              "missing-part", 8);
  expect_code(tree(gate("top", kA) +
                   "<define-basic-event name=\"a\"><bool value=\"yes\"/></define-basic-event>"),
              "invalid-constant", 4);
  expect_code(tree(gate("top", kA) + kTwo,
                   "<model-data><define-parameter name=\"p\">"
                   "<parameter name=\"p\"/></define-parameter></model-data>"),
              "cyclic-parameters", 7);
}

/// As XML Schema writes truth values.
TEST(ReadFaultTrees, OneIsTrueAndZeroIsFalse) {
  for (const auto& [word, probability] :
       std::vector<std::pair<std::string, double>>{{"1", 1}, {" true ", 1}, {"0", 0}}) {
    const std::string constant = "<constant value=\"" + word + "\"/>";
    EXPECT_EQ(answered(tree(gate("top", constant))).probability, probability);
    EXPECT_EQ(answered(tree(gate("top", kA) + "<define-basic-event name=\"a\"><bool value=\"" +
                            word + "\"/></define-basic-event>"))
                  .probability,
              probability);
    EXPECT_EQ(answered(tree(gate("top", "<house-event name=\"h\"/>") +
                            "<define-house-event name=\"h\">" + constant + "</define-house-event>"))
                  .probability,
              probability);
  }
}

TEST(ReadFaultTrees, MessagesHoldNoControlCharacters) {
  for (const std::string& bad :
       {tree(gate("top", kA) + "<define-basic-event name=\"a\"><float value=\"\x1b[31m\"/>"
                               "</define-basic-event>"),
        tree("<define-\x1bgate>" + kA + "</define-\x1bgate>"),
        tree("<define-gate><\x1b/></define-gate>"), tree(gate("top", "<\x1b/>"))}) {
    for (const base::Diagnostic& one : read(bad).diagnostics) {
      EXPECT_EQ(one.message.find('\x1b'), std::string::npos) << one.message;
    }
  }
}

TEST(ReadFaultTrees, NestingIsBounded) {
  std::string deep = kA;
  for (int i = 0; i < 200; ++i) deep = "<not>" + deep + "</not>";
  expect_code(tree(gate("top", deep) + kTwo), "too-large-tree", 4);
}

TEST(ReadFaultTrees, EventTreesAreLeftOutAndSaid) {
  const auto reading = read(tree(gate("top", kA) + kTwo, "<define-event-tree name=\"e\"/>"));
  ASSERT_TRUE(reading.trees.has_value());
  ASSERT_EQ(reading.diagnostics.size(), 1U);
  EXPECT_EQ(reading.diagnostics[0].code, "left-out-element");
}

/// Half of the time the pump is out, so that the top fails for certain.
TEST(ReadFaultTrees, PhasesSetHouseEventsAndShareTheMission) {
  const std::string bytes =
      tree(gate("top", "<or>" + kA + "<house-event name=\"out\"/></or>") +
               "<define-house-event name=\"out\"/><define-basic-event name=\"a\"><exponential>"
               "<float value=\"0.001\"/><system-mission-time/></exponential></define-basic-event>",
           "<define-alignment name=\"year\"><define-phase name=\"in\" time-fraction=\"0.25\"/>"
           "<define-phase name=\"repair\" time-fraction=\"0.75\"><set-house-event name=\"out\">"
           "<constant value=\"true\"/></set-house-event></define-phase></define-alignment>");
  const auto reading = read(bytes);
  ASSERT_TRUE(reading.trees.has_value());
  floors::FloorsOptions options;
  options.mission_time = 1000;
  const auto answer = floors::floors(*reading.trees, options);
  ASSERT_EQ(answer.functions.size(), 2U);
  EXPECT_EQ(answer.functions[0].phase, "in");
  EXPECT_NEAR(*answer.functions[0].probability, 1 - std::exp(-0.25), 1e-12);
  EXPECT_EQ(*answer.functions[1].probability, 1);
}

TEST(ReadFaultTrees, SubstitutionsLeaveOutStates) {
  const std::string both = "<hypothesis><and>" + kA + kB + "</and></hypothesis>";
  const std::string never = "<define-substitution name=\"s\">" + both +
                            "<target><constant value=\"false\"/></target></define-substitution>";
  const auto answer = answered(tree(gate("top", "<or>" + kA + kB + "</or>") + kTwo, never));
  EXPECT_NEAR(*answer.probability, 0.26, 1e-15);  // One of the two, not both.
}

std::string group(const std::string& model, const std::string& factors) {
  return "<define-CCF-group name=\"g\" model=\"" + model +
         "\"><members><basic-event name=\"a\"/><basic-event name=\"b\"/></members><distribution>"
         "<float value=\"0.1\"/></distribution>" +
         factors + "</define-CCF-group>";
}

/// Two of a kind with beta 0.2: each alone 0.08, both 0.02.
TEST(ReadFaultTrees, CommonCausesAreWrittenOutWhereAskedFor) {
  const std::string bytes = tree(gate("top", "<and>" + kA + kB + "</and>"),
                                 group("beta-factor", "<factor><float value=\"0.2\"/></factor>"));
  EXPECT_NEAR(*answered(bytes).probability, 0.01, 1e-15);
  floors::FloorsOptions options;
  options.common_causes = floors::CommonCauses::written_out;
  const auto answer = answered(bytes, options);
  EXPECT_NEAR(*answer.probability, 0.02 + 0.98 * 0.08 * 0.08, 1e-15);
  EXPECT_EQ(*answer.cut_sets.count, 2);
  expect_code(tree(gate("top", kA), group("gamma", "")), "unknown-model", 6);
}

}  // namespace
}  // namespace nemawashi::io::fault_trees
