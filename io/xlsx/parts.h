// SPDX-License-Identifier: Apache-2.0
// What a workbook holds beside its cells: the list of sheets, the shared strings, the styles.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/model/findings.h"
#include "io/xlsx/package.h"
#include "io/xlsx/styles.h"

namespace nemawashi::io::xlsx {

enum class Visibility { visible, hidden };

struct SheetEntry {
  std::string name;
  std::string part;  ///< key of its part; empty if the workbook does not say where it is
  Visibility visibility = Visibility::visible;
};

struct WorkbookParts {
  std::vector<SheetEntry> sheets;           ///< in the order of the file
  std::vector<std::string> shared_strings;  ///< runs joined, readings (furigana) left out
  std::vector<NumberStyle> styles;          ///< by the number that cells carry
  DateSystem date_system = DateSystem::from_1900;
};

/// Reads all but the sheets, or says why not. Where parts lie is read from the relationships; no
/// name is taken for granted. Cost: linear in the parts.
std::optional<model::Finding> read_workbook_parts(const Package& package, WorkbookParts& parts);

}  // namespace nemawashi::io::xlsx
