// SPDX-License-Identifier: Apache-2.0
// What is said of a cell that a table cannot take as it is stored.
#pragma once

#include <optional>
#include <string>

#include "engine/model/findings.h"
#include "engine/model/schema.h"
#include "io/xlsx/cells.h"

namespace nemawashi::io::xlsx {

/// Why a cell that is not blank cannot stand in the column (null: one that the schema does not
/// know, or the header), or nothing. `where` is what messages begin with, as in `The cell C17`.
std::optional<model::Finding> refusal_of(const StoredCell& cell, const model::ColumnSchema* column,
                                         const std::string& where);

}  // namespace nemawashi::io::xlsx
