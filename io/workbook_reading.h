// SPDX-License-Identifier: Apache-2.0
// What every reader of a case's files gives back, whatever the format.
#pragma once

#include <optional>

#include "engine/base/diagnostic.h"
#include "engine/model/workbook.h"

namespace nemawashi::io {

struct WorkbookReading {
  std::optional<model::Workbook> workbook;  ///< present exactly if there is no error
  base::Diagnostics diagnostics;
};

}  // namespace nemawashi::io
