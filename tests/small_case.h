// SPDX-License-Identifier: Apache-2.0
// A small sound case for tests, as text that a test may change table by table.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "engine/base/diagnostic.h"
#include "engine/base/text.h"
#include "engine/model/workbook.h"

namespace nemawashi::tests {

/// Table name to its text: rows on lines, the header first, cells separated by `;`.
using TableTexts = std::map<std::string, std::string>;

inline model::Table table_of_text(std::string_view text) {
  model::Table table;
  std::size_t number = 0;
  for (const std::string_view line : base::split(text, '\n')) {
    model::TableRow row;
    row.number = ++number;
    for (const std::string_view cell : base::split(line, ';')) row.cells.emplace_back(cell);
    if (number == 1) {
      table.columns = std::move(row.cells);
    } else {
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

inline model::Workbook workbook_of(const TableTexts& texts) {
  model::Workbook workbook;
  for (const auto& [name, text] : texts) workbook.tables.emplace(name, table_of_text(text));
  return workbook;
}

/// Two issues (3 x 2 options), two parties, one gate; read and checked without error or warning.
inline TableTexts small_case() {
  return {
      {"case",
       "id;question;as_of;wants\n"
       "reservoir;Where?;2020-01-01;site = north | south"},
      {"parties",
       "id;name;parent;interests_by;rule\n"
       "town;Town;;analyst;\n"
       "council;Council;town;;"},
      {"places",
       "id;name;parent\n"
       "valley;Valley;\n"
       "hill;Hill;valley"},
      {"gates",
       "id;party;when;source\n"
       "permit;town;site != none;paper\n"
       "vote;council;;paper"},
      {"refusals",
       "id;party;when;status;if_claim;source\n"
       "never;council;site = south;stated;;paper"},
      {"baselines",
       "id;text;probability;source\n"
       "drift;Drift;1;paper"},
      {"issues",
       "id;name;default;overrides;hypothetical\n"
       "site;Site;none;;\n"
       "site=none;None;;;\n"
       "site=north;North;;;\n"
       "site=south;South;;;\n"
       "pay;Pay;;;\n"
       "pay=low;Low;;;\n"
       "pay=high;High;;;"},
      {"measures",
       "id;name;better;combine;end\n"
       "water;Water;more;;\n"
       "noise;Noise;less;;"},
      {"levels",
       "id;measure;bearer;low;likely;high;source\n"
       "w;water;valley;90;100;110;paper\n"
       "n;noise;hill;;0;;paper"},
      {"effects",
       "id;when;baseline;measure;bearer;likely;if_claim;source\n"
       "e1;site = north;;water;valley;50;;paper\n"
       "e2;site = south;;water;valley;80;;paper\n"
       "e3;site = north & pay = high;;noise;hill;5;;paper"},
      {"limits",
       "id;forbid;measure;bearer;at_least;at_most;if_claim;source\n"
       "l1;site = south & pay = low;;;;;slope;paper"},
      {"claims",
       "id;text;status;source\n"
       "slope;The slope is stable;contested;paper"},
      {"interests",
       "id;party;measure;bearer;worst;best;shape;points;rank;weight;weight_low;weight_high;source\n"
       "i1;town;water;valley;100;180;;;1;;;;paper\n"
       "i2;town;noise;hill;10;0;;;2;;;;paper"},
      {"positions",
       "id;party;kind;words;source\n"
       "p1;town;wish;Water!;paper"},
      {"expectations",
       "id;name;package;party;expected\n"
       "x1;plan;site = north & pay = low;town;no_objection"},
      {"sources",
       "id;title;access;known_from\n"
       "paper;The paper;public;2019-01-01"},
  };
}

/// The small case with one table's text in which `from` is replaced by `to`, once.
inline TableTexts changed(const std::string& table, const std::string& from,
                          const std::string& to) {
  TableTexts texts = small_case();
  std::string& text = texts[table];
  const std::size_t place = text.find(from);
  if (place == std::string::npos) {
    text = "the test replaces a text that is not there: " + from;
  } else {
    text.replace(place, from.size(), to);
  }
  return texts;
}

/// `error cell-count effects:3 when`, one a line, for messages and comparisons.
inline std::string codes(const base::Diagnostics& diagnostics) {
  std::string text;
  for (const base::Diagnostic& d : diagnostics) {
    text += d.severity == base::Severity::error     ? "error "
            : d.severity == base::Severity::warning ? "warning "
                                                    : "information ";
    text += d.code + " " + d.table + ":" + std::to_string(d.row) + " " + d.column + "\n";
  }
  return text;
}

}  // namespace nemawashi::tests
