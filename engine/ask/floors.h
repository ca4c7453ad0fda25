// SPDX-License-Identifier: Apache-2.0
// What a case rests on, as a person asks it: options, claims, arrangements by their ids.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/house/answer.h"

namespace nemawashi::ask {

struct FloorsRequest {
  std::vector<std::string> options;  ///< `issue=option`; issues left out stand at their default
  std::vector<std::string> claims;   ///< `ID=true` or `ID=false`
  std::vector<std::string> with;     ///< arrangements taken to exist
  std::vector<std::string> without;  ///< arrangements and common causes: they fail together
  std::string budget = "2";
  house::StructureOptions structure = {};
};

struct FloorsQuestion {
  house::HouseQuestion question;
  base::Diagnostics diagnostics;  ///< the question is meaningful only without errors
};

FloorsQuestion resolve(const model::Case& a_case, const FloorsRequest& request);

}  // namespace nemawashi::ask
