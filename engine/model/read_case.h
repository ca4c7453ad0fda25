// SPDX-License-Identifier: Apache-2.0
// From a workbook of text to a validated case, or to all that is wrong with it at once.
#pragma once

#include <optional>
#include <string>

#include "engine/base/diagnostic.h"
#include "engine/model/case.h"
#include "engine/model/workbook.h"

namespace nemawashi::model {

struct CaseReading {
  std::optional<Case> a_case;  ///< present exactly if there is no error
  base::Diagnostics diagnostics;
};

/// Understands the workbook as of `as_of` (`YYYY-MM-DD`; nothing: the case's own date). References
/// are checked over all rows, also those the date leaves out; sums, weights and bases over the
/// rows that are left. Where `refused` has errors, a reader's, they are not repeated: what else is
/// wrong is found beside the cells that they name (written_case.h), and there is no case. Cost:
/// linear in the cells, times the logarithm of the ids.
CaseReading read_case(const Workbook& workbook, const std::optional<std::string>& as_of = {},
                      const base::Diagnostics& refused = {});

}  // namespace nemawashi::model
