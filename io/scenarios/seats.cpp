// SPDX-License-Identifier: Apache-2.0
#include "io/scenarios/seats.h"

#include <algorithm>

#include "engine/base/text.h"

namespace nemawashi::io::scenarios {

std::vector<std::string> seated(const std::vector<std::string>& profiles,
                                const ScenarioOptions& options, FileFindings& findings) {
  if (profiles.empty()) {
    findings.error({}, "no-profiles", "There is a domain, but no profile of a party.",
                   "Put the profiles into the same folder.");
  }
  if (options.seats.empty()) return profiles;
  std::vector<std::string> chosen;
  for (const std::string& written : options.seats) {
    const auto found = std::find_if(profiles.begin(), profiles.end(), [&](const auto& profile) {
      return profile == written || profile.substr(0, profile.rfind('.')) == written;
    });
    const bool known = found != profiles.end();
    const std::string& seat = known ? *found : written;
    const bool twice = std::find(chosen.begin(), chosen.end(), seat) != chosen.end();
    if (known && !twice) {
      chosen.push_back(seat);
      continue;
    }
    const auto nearest = base::nearest_name(seat, profiles);
    findings.error({}, "unknown-seat",
                   twice ? "The profile '" + seat + "' is seated twice."
                         : "There is no profile '" + seat + "'." +
                               (nearest ? " Did you mean '" + *nearest + "'?" : ""),
                   "Name each file once, as it is called in the folder.");
  }
  return chosen;
}

}  // namespace nemawashi::io::scenarios
