// SPDX-License-Identifier: Apache-2.0
#include "engine/model/template.h"

#include <algorithm>
#include <map>
#include <vector>

#include "engine/model/schema.h"
#include "engine/model/steps.h"

namespace nemawashi::model {
namespace {

using Cells = std::map<std::string, std::string>;

/// One or more example rows a table, as people would write them.
const std::map<std::string, std::vector<Cells>>& examples() {
  static const std::map<std::string, std::vector<Cells>> rows = {
      {"case",
       {{{"id", "waterworks"},
         {"title", "Two towns and a reservoir"},
         {"question", "Which packages secure water for both towns, as known on 1 April 2024?"},
         {"asked_by", "joint commission"},
         {"as_of", "2024-04-01"},
         {"wants", "site = upper | lower"},
         {"prepared", "two analysts, March 2024, from public minutes"}}}},
      {"parties",
       {{{"id", "town_a"},
         {"name", "Town of A"},
         {"kind", "office"},
         {"interests_by", "analyst"},
         {"source", "minutes"}}}},
      {"places", {{{"id", "valley"}, {"name", "Lower valley"}, {"source", "minutes"}}}},
      {"gates",
       {{{"id", "permit"},
         {"party", "town_a"},
         {"act", "permit under the water act"},
         {"when", "site != none"},
         {"kind", "legal"},
         {"date", "2024-09-30"},
         {"source", "minutes"}}}},
      {"refusals",
       {{{"id", "no_upper"},
         {"party", "town_a"},
         {"when", "site = upper"},
         {"words", "Not above our houses."},
         {"date", "2024-02-10"},
         {"source", "minutes"}}}},
      {"baselines",
       {{{"id", "drift"},
         {"text", "Rationing every second summer; no reservoir."},
         {"probability", "1"},
         {"basis", "assumed"},
         {"note", "as in the last ten years"}}}},
      {"issues",
       {{{"id", "site"}, {"name", "Where the reservoir is built"}, {"default", "none"}},
        {{"id", "site=none"}, {"name", "nowhere"}},
        {{"id", "site=upper"}, {"name", "upper valley"}, {"source", "minutes"}},
        {{"id", "site=lower"}, {"name", "lower valley"}, {"source", "minutes"}}}},
      {"measures",
       {{{"id", "water"},
         {"name", "Water secured in a dry year"},
         {"unit", "thousand m3"},
         {"category", "supply"},
         {"better", "more"}}}},
      {"levels",
       {{{"id", "water_today"},
         {"measure", "water"},
         {"bearer", "valley"},
         {"low", "90"},
         {"likely", "100"},
         {"high", "110"},
         {"year", "2023"},
         {"source", "minutes"}}}},
      {"effects",
       {{{"id", "lower_water"},
         {"when", "site = lower"},
         {"measure", "water"},
         {"bearer", "valley"},
         {"low", "40"},
         {"likely", "60"},
         {"high", "70"},
         {"source", "minutes"}}}},
      {"limits",
       {{{"id", "enough"},
         {"measure", "water"},
         {"bearer", "valley"},
         {"at_least", "95"},
         {"source", "minutes"}}}},
      {"claims",
       {{{"id", "safe_slope"},
         {"text", "The upper slope is stable."},
         {"claimant", "builder"},
         {"settled_by", "a geologist named by both towns"},
         {"status", "contested"},
         {"source", "minutes"}}}},
      {"functions", {{{"id", "fire"}, {"name", "help in a fire"}}}},
      {"arrangements",
       {{{"id", "pact"},
         {"name", "Fire pact of the valley"},
         {"floor", "1"},
         {"members", "town_a | valley"},
         {"functions", "fire"},
         {"founded", "1998"},
         {"first_acted", "2003-08-14"},
         {"strength", "has_acted"},
         {"why", "Engines crossed the river in August 2003."},
         {"source", "minutes"}},
        {{"id", "staff"},
         {"name", "Joint fire staff"},
         {"floor", "2"},
         {"members", "town_a | valley"},
         {"functions", "fire"},
         {"strength", "acts"},
         {"why", "It is meant to drill twice a year."},
         {"status", "proposed"},
         {"exists_if", "site = lower"},
         {"source", "minutes"}}}},
      {"rests_on",
       {{{"id", "staff_pact"}, {"arrangement", "staff"}, {"rule", "pact"}, {"source", "minutes"}}}},
      {"common_causes",
       {{{"id", "strike"},
         {"name", "The fire brigades strike"},
         {"arrangements", "pact | staff"},
         {"basis", "assumed"},
         {"note", "they have one union"}}}},
      {"contingencies",
       {{{"id", "fire_2003"},
         {"name", "Forest fire of August 2003"},
         {"function", "fire"},
         {"place", "valley"},
         {"date", "2003-08-14"},
         {"toll", "40 houses"},
         {"source", "minutes"}}}},
      {"reach",
       {{{"id", "pact_valley"},
         {"arrangement", "pact"},
         {"function", "fire"},
         {"place", "valley"},
         {"hours", "2"},
         {"source", "minutes"}}}},
      {"interests",
       {{{"id", "a_water"},
         {"party", "town_a"},
         {"measure", "water"},
         {"bearer", "valley"},
         {"worst", "80"},
         {"best", "180"},
         {"rank", "1"},
         {"basis", "assumed"},
         {"note", "reading of the minutes"}}}},
      {"positions",
       {{{"id", "a_wish"},
         {"party", "town_a"},
         {"date", "2024-02-10"},
         {"kind", "wish"},
         {"words", "Water without a wall above our houses."},
         {"source", "minutes"}}}},
      {"expectations",
       {{{"id", "status_quo_a"},
         {"name", "status quo"},
         {"package", "site = none"},
         {"party", "town_a"},
         {"expected", "no_objection"},
         {"why", "It has lived with rationing for ten years."}}}},
      {"sources",
       {{{"id", "minutes"},
         {"title", "Minutes of the council"},
         {"address", "https://example.org/minutes"},
         {"date", "2024-02-12"},
         {"known_from", "2024-02-12"}}}},
      {"translations", {{{"id", "ja_town_a"}, {"of", "parties.town_a.name"}, {"ja", "A町"}}}},
  };
  return rows;
}

TableRow comment(std::string text, std::size_t columns) {
  TableRow row;
  row.cells.assign(columns, "");
  row.cells.front() = "# " + std::move(text);
  return row;
}

/// A row with its cells at their columns; the first begins with `mark`.
TableRow row_of(const TableSchema& schema, const Cells& cells, const std::string& mark) {
  TableRow row;
  for (const ColumnSchema& column : schema.columns) {
    const auto found = cells.find(column.name);
    row.cells.push_back(found == cells.end() ? "" : found->second);
  }
  row.cells.front() = mark + row.cells.front();
  return row;
}

std::string step_of(const std::string& table) {
  for (const CaseStep& step : case_steps()) {
    if (std::find(step.tables.begin(), step.tables.end(), table) != step.tables.end()) {
      return step_name(step) + ". " + step.advice;
    }
  }
  return {};
}

Table template_table(const TableSchema& schema) {
  Table table;
  table.columns = column_names(schema);
  const std::size_t width = table.columns.size();
  table.rows.push_back(comment("STEP " + step_of(schema.name), width));
  table.rows.push_back(comment("This table: " + schema.purpose, width));
  for (const ColumnSchema& column : schema.columns) {
    const std::string need = column.need == Need::required ? "; must be filled in" : "";
    table.rows.push_back(
        comment(column.name + ": " + column.help + " [" + kind_text(column) + need + "]", width));
  }
  table.rows.push_back(comment("Example (take away the # to use it):", width));
  for (const Cells& cells : examples().at(schema.name)) {
    table.rows.push_back(row_of(schema, cells, "# "));
  }
  if (schema.name == "case") table.rows.push_back(row_of(schema, {{"id", "my_case"}}, ""));
  std::size_t number = 2;
  for (TableRow& row : table.rows) row.number = number++;
  return table;
}

}  // namespace

Workbook template_workbook() {
  Workbook workbook;
  for (const TableSchema& one : schema()) workbook.tables.emplace(one.name, template_table(one));
  return workbook;
}

std::string template_readme() {
  std::string text =
      "A CASE FOR JOINT CONSULTATION\n\n"
      "One file a table, in CSV (UTF-8). The first row names the columns; rows that begin with # "
      "are comments.\nAfter each step run `nema check` on this folder: it says what is wrong, "
      "where, how to mend it, and what comes next.\nA case runs with parties, gates, issues and "
      "refusals alone; numbers come later.\n";
  for (const CaseStep& step : case_steps()) {
    text += "\n" + step_name(step) + "\n   " + step.advice + "\n   Files:";
    for (const std::string& table : step.tables) text += " " + table + ".csv";
    text += "\n";
  }
  return text +
         "\n10 Run\n   nema agree on this folder. Read first what hinges on which assumption.\n";
}

}  // namespace nemawashi::model
