// SPDX-License-Identifier: Apache-2.0
// The order in which a case is made, as data for the template and for `check`.
#pragma once

#include <string>
#include <vector>

namespace nemawashi::model {

/// One step of making a case. `tables` are those that it fills in.
struct CaseStep {
  int number = 0;
  std::string title;
  std::string advice;
  std::vector<std::string> tables;
};

const std::vector<CaseStep>& case_steps();

/// `02 Gate map`
std::string step_name(const CaseStep& step);

}  // namespace nemawashi::model
