// SPDX-License-Identifier: Apache-2.0
// What must hold of the reader of every format of scenarios, whatever the bytes.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "engine/model/read_case.h"
#include "engine/scenarios/case_tables.h"
#include "io/scenarios/read.h"

namespace nemawashi::fuzz {

inline void require(bool holds) {
  if (!holds) std::abort();
}

/// Errors exactly if there is no scenario; every finding says what and how to mend it; what was
/// read becomes tables that are a case, in which every issue and party is there.
inline void check_scenario(io::scenarios::ScenarioFormat format, const io::FileSet& files,
                           const io::scenarios::ScenarioOptions& options) {
  if (files.empty()) return;
  const auto reading = io::scenarios::read_scenario(format, files, "fuzz", options);
  require(reading.scenario.has_value() != base::has_errors(reading.diagnostics));
  for (const auto& finding : reading.diagnostics) {
    require(!finding.code.empty() && !finding.message.empty() && !finding.mend.empty());
  }
  if (!reading.scenario) return;
  const auto tables = scenarios::case_tables(*reading.scenario);
  require(tables.workbook.has_value() != base::has_errors(tables.diagnostics));
  if (!tables.workbook) return;
  const model::CaseReading a_case = model::read_case(*tables.workbook);
  for (const auto& finding : a_case.diagnostics) {
    require(finding.severity != base::Severity::error);
  }
  if (!a_case.a_case || a_case.a_case->issues.empty()) return;
  require(a_case.a_case->issues.size() == reading.scenario->issues.size());
  require(a_case.a_case->parties.size() == reading.scenario->profiles.size());
}

/// Options that depend on the first byte, which is read as part of the files too.
inline io::scenarios::ScenarioOptions options_from(std::string_view bytes) {
  io::scenarios::ScenarioOptions options;
  if (bytes.empty()) return options;
  const auto first = static_cast<unsigned char>(bytes.front());
  if ((first & 1U) != 0) options.semantics = scenarios::Semantics::raw;
  if ((first & 2U) != 0) options.grid = first % 16U;
  return options;
}

}  // namespace nemawashi::fuzz
