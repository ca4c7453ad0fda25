// SPDX-License-Identifier: Apache-2.0
// The case that a scenario is: the tables of a workbook.
//
// Each party becomes a gate; its utility one measure, borne by it, with one effect an option (the
// exact product of weight and evaluation) and one a rectangle (a link); one interest of weight 1
// over it, shape `capped` under genius and `linear` under raw semantics; its reservation a level
// of the one baseline. A discount is kept in `parties.discount`.
#pragma once

#include <optional>

#include "engine/base/diagnostic.h"
#include "engine/model/workbook.h"
#include "engine/scenarios/scenario.h"

namespace nemawashi::scenarios {

/// More effects than this are refused, as a table with so many rows would be.
inline constexpr std::size_t kMostEffects = 200'000;

struct CaseTables {
  std::optional<model::Workbook> workbook;  ///< present exactly if there is no error
  base::Diagnostics diagnostics;            ///< also what the reading had to settle
};

/// The date of the case is only a label, since scenarios have none. Cost: linear in the scenario.
CaseTables case_tables(const Scenario& scenario);

}  // namespace nemawashi::scenarios
