// SPDX-License-Identifier: Apache-2.0
#include <vector>

#include "engine/model/check.h"

namespace nemawashi::model {
namespace {

void check_arrangement(const Arrangement& one, Findings& findings) {
  const bool acted = one.strength == Strength::has_acted;
  if (!one.first_acted.empty() && !acted) {
    findings.warning({"arrangements", one.origin.row, "strength"},
                     {"acted-but-weaker",
                      "The arrangement '" + one.origin.id +
                          "' has acted by first_acted, but its strength is less.",
                      "Write has_acted, or leave first_acted blank."});
  }
  if (one.proposed && (acted || !one.founded.empty() || !one.first_acted.empty())) {
    findings.warning(
        {"arrangements", one.origin.row, "status"},
        {"proposed-but-founded",
         "The arrangement '" + one.origin.id + "' is proposed, but was founded or has acted.",
         "Leave status blank, or leave founded and first_acted blank and write how it is meant."});
  }
}

}  // namespace

void check_house(const Case& a_case, Findings& findings) {
  const House& house = a_case.house;
  for (const Arrangement& one : house.arrangements) check_arrangement(one, findings);
  for (const RestsOn& row : house.rests_on) {
    for_each_member(row.rule, [&](ArrangementIndex lower) {
      const Arrangement& below = house.at(lower);
      const Arrangement& above = house.at(row.arrangement);
      if (below.floor <= above.floor) return;
      findings.warning(
          {"rests_on", row.origin.row, "rule"},
          {"rests-on-higher-floor",
           "'" + above.origin.id + "' on floor " + std::to_string(above.floor) + " rests on '" +
               below.origin.id + "' on floor " + std::to_string(below.floor) + ".",
           "Correct a floor, or turn the row round."});
    });
  }
  std::vector<bool> used(house.functions.size(), false);
  for (const Arrangement& one : house.arrangements) {
    for (const FunctionIndex function : one.functions) used[function.value] = true;
  }
  for (std::size_t i = 0; i < used.size(); ++i) {
    if (used[i]) continue;
    findings.warning({"functions", house.functions[i].origin.row, "id"},
                     {"function-without-arrangement",
                      "No arrangement has the function '" + house.functions[i].origin.id + "'.",
                      "Add it to the arrangements that have it, or remove the row."});
  }
}

}  // namespace nemawashi::model
