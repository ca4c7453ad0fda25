// SPDX-License-Identifier: Apache-2.0
// What every reader of a case's files gives back, whatever the format.
#pragma once

#include <optional>

#include "engine/base/diagnostic.h"
#include "engine/model/workbook.h"

namespace nemawashi::io {

struct WorkbookReading {
  /// Present if there is no error. A spreadsheet has one beside errors of cells too (xlsx/read.h),
  /// for checking alone.
  std::optional<model::Workbook> workbook;
  base::Diagnostics diagnostics;
};

}  // namespace nemawashi::io
