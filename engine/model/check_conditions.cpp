// SPDX-License-Identifier: Apache-2.0
#include "engine/model/check.h"

namespace nemawashi::model {

void check_conditions(const Case& a_case, Findings& findings) {
  const auto look_at = [&](const CellPlace& place, const Condition& when, std::string meaning) {
    if (!never_holds(when)) return;
    findings.warning(
        place, {"condition-never-holds", "The condition never holds: " + std::move(meaning) + ".",
                "Check the options it names, and which are left out at the date."});
  };
  for (const Gate& gate : a_case.gates) {
    look_at({"gates", gate.origin.row, "when"}, gate.when, "the gate is always open");
  }
  for (const Refusal& refusal : a_case.refusals) {
    look_at({"refusals", refusal.origin.row, "when"}, refusal.when, "nothing is ever refused");
  }
  for (const Effect& effect : a_case.effects) {
    look_at({"effects", effect.origin.row, "when"}, effect.when, "the effect changes nothing");
  }
  for (const Limit& limit : a_case.limits) {
    if (const auto* forbidden = std::get_if<Condition>(&limit.forbids)) {
      look_at({"limits", limit.origin.row, "forbid"}, *forbidden, "the limit forbids nothing");
    }
  }
  for (const Arrangement& arrangement : a_case.house.arrangements) {
    if (!arrangement.exists_if) continue;
    look_at({"arrangements", arrangement.origin.row, "exists_if"}, *arrangement.exists_if,
            "the arrangement never exists");
  }
  for (const Condition& condition : a_case.wants) {
    if (!never_holds(condition)) continue;
    findings.warning({"case", 0, "wants"},
                     {"wants-never-met", "A condition of wants is met by no package.",
                      "Check the options it names, and which are left out at the date."});
  }
}

}  // namespace nemawashi::model
