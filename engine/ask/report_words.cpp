// SPDX-License-Identifier: Apache-2.0
// What of a report is not there, in words; declared in report.h.
#include <array>

#include "engine/ask/report.h"

namespace nemawashi::ask {

std::string missing_words(const Report& report) {
  static constexpr std::array kParts = {
      "the counts",
      "what it hinges on",
      "the nearest packages of the table",
      "the list of packages that may pass",
      "what can be looked up of any package",
      "what would have to be otherwise",
      "what two parties can have at once",
      "what rests on what",
  };
  std::string text;
  for (const DatedReport& dated : report.dates) {
    if (dated.missing.empty()) continue;
    const std::string& as_of = dated.brief->a_case->as_of;
    text += "Something is missing, or only bounded" +
            (as_of.empty() ? "" : ", as known on " + as_of) + ":";
    for (const Missing& one : dated.missing) {
      const bool stopped = one.reason == Missing::Reason::stopped;
      text += std::string(&one == &dated.missing.front() ? " " : ", ") +
              kParts.at(static_cast<std::size_t>(one.part)) +
              (stopped ? " (stopped)" : " (too large)");
    }
    text += ".\n";
  }
  return text;
}

}  // namespace nemawashi::ask
