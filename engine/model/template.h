// SPDX-License-Identifier: Apache-2.0
// What `nema new DIR` begins with: every table with its header, the step in which it is filled in,
// each column explained and an example, as comment rows that the reader skips.
#pragma once

#include <string>

#include "engine/model/workbook.h"

namespace nemawashi::model {

/// All tables of the schema. The only row that is read is the one of `case`; its date is blank, so
/// that reading the template says what must be filled in first.
Workbook template_workbook();

/// README.txt: the steps in their order, and what each fills in.
std::string template_readme();

}  // namespace nemawashi::model
