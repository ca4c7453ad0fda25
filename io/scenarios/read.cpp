// SPDX-License-Identifier: Apache-2.0
#include "io/scenarios/read.h"

#include "io/scenarios/decide.h"
#include "io/scenarios/genius.h"
#include "io/scenarios/geniusweb.h"
#include "io/scenarios/ktab.h"
#include "io/scenarios/negolog.h"
#include "io/scenarios/scoreable.h"
#include "io/utf8.h"

namespace nemawashi::io::scenarios {
namespace {

ScenarioReading read_files(ScenarioFormat format, const FileSet& files,
                           const ScenarioOptions& options) {
  const auto& [file, bytes] = *files.begin();
  switch (format) {
    case ScenarioFormat::genius:
      return read_genius(files, options);
    case ScenarioFormat::geniusweb:
      return read_geniusweb(files, options);
    case ScenarioFormat::negolog:
      return read_negolog(files, options);
    case ScenarioFormat::scoreable:
      return read_scoreable(files, options);
    case ScenarioFormat::decide:
      return read_decide(file, bytes, options);
    case ScenarioFormat::ktab:
      break;
  }
  return read_ktab(file, bytes, options);
}

/// Whether every text is UTF-8; control characters become spaces.
bool cleaned(std::string& text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return valid_utf8_prefix(text) == text.size();
}

bool cleaned(Scenario& scenario) {
  bool sound = cleaned(scenario.name);
  for (Issue& issue : scenario.issues) {
    sound = cleaned(issue.name) && sound;
    for (std::string& option : issue.options) sound = cleaned(option) && sound;
  }
  for (Profile& profile : scenario.profiles) {
    sound = cleaned(profile.name) && cleaned(profile.note) && sound;
    for (std::string& words : profile.positions) sound = cleaned(words) && sound;
  }
  for (std::string& remark : scenario.remarks) cleaned(remark);
  return sound;
}

}  // namespace

std::optional<ScenarioFormat> format_of(const FileSet& files) {
  if (files.empty()) return std::nullopt;
  if (is_genius(files)) return ScenarioFormat::genius;
  if (is_geniusweb(files)) return ScenarioFormat::geniusweb;
  if (is_negolog(files)) return ScenarioFormat::negolog;
  if (is_scoreable(files)) return ScenarioFormat::scoreable;
  if (files.size() > 1) return std::nullopt;
  if (is_decide(files.begin()->second)) return ScenarioFormat::decide;
  if (is_ktab(files.begin()->second)) return ScenarioFormat::ktab;
  return std::nullopt;
}

ScenarioReading read_scenario(ScenarioFormat format, const FileSet& files, const std::string& name,
                              const ScenarioOptions& options) {
  ScenarioReading reading = read_files(format, files, options);
  if (!reading.scenario) return reading;
  if (reading.scenario->name.empty()) reading.scenario->name = name;
  if (cleaned(*reading.scenario)) return reading;
  reading.scenario.reset();
  reading.diagnostics.push_back({base::Severity::error, "not-utf8", "", 0, "",
                                 "The name of a party, an issue or an option is not UTF-8.",
                                 "Save the files in the encoding UTF-8."});
  return reading;
}

}  // namespace nemawashi::io::scenarios
