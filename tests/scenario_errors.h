// SPDX-License-Identifier: Apache-2.0
// The findings of a scenario's reading as text, for tests of readers.
#pragma once

#include <string>

#include <gtest/gtest.h>

#include "io/scenarios/findings.h"

namespace nemawashi::tests {

/// `code file:line`, or `code file key` in JSON, a line each. Expects that there is a scenario
/// exactly if there is no error, and that every finding says what is wrong and how to mend it.
inline std::string scenario_errors(const io::scenarios::ScenarioReading& reading) {
  EXPECT_EQ(reading.scenario.has_value(), !base::has_errors(reading.diagnostics));
  std::string text;
  for (const base::Diagnostic& finding : reading.diagnostics) {
    EXPECT_FALSE(finding.message.empty());
    EXPECT_FALSE(finding.mend.empty());
    text += finding.code + " " + finding.table +
            (finding.column.empty() ? ":" + std::to_string(finding.row) : " " + finding.column) +
            "\n";
  }
  return text;
}

}  // namespace nemawashi::tests
