// SPDX-License-Identifier: Apache-2.0
// Which rows are known at a date. Third of the steps of read_case.
//
// A row is left out when it is not known yet or no longer known, and with it every row that refers
// to it by id, in turn: to a source, a party, an issue named in a condition, an option named in a
// package. An option in a condition and a member of a rule are dropped alone. An issue none of
// whose options is left is left out. A hypothetical option is exempt: neither its own dates nor
// those of its sources leave it out, only its issue does.
#pragma once

#include <string>

#include "engine/model/case.h"
#include "engine/model/written_case.h"

namespace nemawashi::model {

/// Marks the rows; broken rows break what needs them. One information a table says how many rows
/// are left out and why. An empty date leaves nothing out. Cost: linear in rows and references.
void leave_out(WrittenCase& written, std::string_view as_of, Findings& findings);

/// How much of the case is known at the date. A row that is no longer known is not counted, nor one
/// that is not known yet and has a later version (a row of its table that is known from the day of
/// its `known_until`). Cost: linear in the rows, up to a logarithm.
KnownSoFar known_so_far(const WrittenCase& written);

/// The rows that are left out, in the order of tables and rows.
std::vector<LeftOut> left_out_rows(const WrittenCase& written);

}  // namespace nemawashi::model
