// SPDX-License-Identifier: Apache-2.0
// The tables of the house: arrangements, what each rests on, and what they are for.
#include "engine/model/schema_columns.h"

namespace nemawashi::model {

using namespace columns;  // NOLINT(google-build-using-namespace): the words of this file

namespace {

ColumnSchema list(std::string name, std::string of, std::string help) {
  return {std::move(name), CellKind::references, Need::optional, std::move(of), {},
          std::move(help)};
}

}  // namespace

std::vector<TableSchema> house_tables() {
  return {
      table("functions", "What arrangements between states or offices are for.",
            {text("name", "the function in a few words")}),
      table(
          "arrangements", "Institutions, each on its floor: treaties, forums, working groups.",
          {text("name", "its name"),
           required(column("floor", CellKind::rank, "the floor it stands on, 1 is the lowest")),
           required(column("members", CellKind::bearers, "its members: places or parties")),
           required(list("functions", "functions", "what it is for")),
           text("founded", "the year or day it was founded"),
           text("first_acted", "the year or day it first acted; blank: it has not, or unknown"),
           required(words("strength", {"paper", "meets", "acts", "has_acted"},
                          "paper, meets, acts (is made to act, and drills) or has_acted; of a "
                          "proposed one: as it is meant to be")),
           required(text("why", "the reason for the strength")),
           words("status", {"exists", "proposed"},
                 "exists (default), or proposed: exists only by exists_if or when asked for"),
           condition("exists_if", "condition on the package under which it exists; blank: status"),
           number("probability", "that it fails by itself, 0..1; optional"),
           number("cost", "of founding it, or of making it act, in any one unit; optional"),
           sources(), basis()}),
      table("rests_on", "What an arrangement needs in order to stand; several rows: all of them.",
            {required(reference("arrangement", "arrangements", "which arrangement")),
             required(rule("rule", "arrangements", "on what: a rule over other arrangements")),
             claim(), sources(), basis()}),
      table("common_causes", "What makes several arrangements fall together.",
            {text("name", "what happens"),
             required(list("arrangements", "arrangements", "those that fall with it")),
             number("probability", "that it occurs, 0..1; optional"), sources(), basis()}),
      table("contingencies", "Cases in which a function is asked for, past or thought of.",
            {text("name", "what happened, or might"),
             required(reference("function", "functions", "the function asked for")),
             reference("place", "places", "where; or:"),
             column("members", CellKind::bearers, "between whom: places or parties together"),
             number("hours", "within how many hours; blank: no bound"),
             text("date", "the year or day it happened; blank: it has not"),
             text("toll", "what it cost, in words"), sources(), basis()}),
      table("reach", "Where an arrangement provides a function beyond its members' own places.",
            {required(reference("arrangement", "arrangements", "which arrangement")),
             required(reference("function", "functions", "which of its functions")),
             required(reference("place", "places", "where")),
             number("hours", "within how many hours; blank: unknown"), sources(), basis()}),
  };
}

}  // namespace nemawashi::model
