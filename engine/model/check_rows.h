// SPDX-License-Identifier: Apache-2.0
// Errors of several cells of one row together, and of numbers out of their range: what a row's own
// cells decide. After the date has left rows out; before the case is built.
#pragma once

#include "engine/model/written_case.h"

namespace nemawashi::model {

/// Examines all rows but those left out; also such as have another error or rest on one, so that
/// all errors of a row come together. A cell that is no number, or was refused, says nothing here.
/// Cost: linear in the cells.
void check_rows(const WrittenCase& written, Findings& findings);

}  // namespace nemawashi::model
