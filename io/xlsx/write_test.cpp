// SPDX-License-Identifier: Apache-2.0
#include "io/xlsx/write.h"

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "engine/base/number.h"
#include "engine/model/schema.h"
#include "io/workbook_folder.h"
#include "io/xlsx/archive.h"
#include "io/xlsx/read.h"
#include "io/xlsx/table_sheet.h"

namespace nemawashi::io::xlsx {
namespace {

using base::Severity;
using Cells = std::vector<std::string>;

std::string bytes_of(const model::Workbook& workbook, const base::Diagnostics& findings = {}) {
  Writing writing = written_xlsx(workbook, findings);
  EXPECT_TRUE(writing.bytes.has_value());
  EXPECT_TRUE(writing.diagnostics.empty());
  return writing.bytes.value_or("");
}

model::Workbook read_again(const std::string& bytes) {
  WorkbookReading reading = read_xlsx(bytes);
  for (const base::Diagnostic& one : reading.diagnostics) ADD_FAILURE() << one.message;
  return reading.workbook.value_or(model::Workbook());
}

/// The text of a part of a file.
std::string part_of(const std::string& bytes, const std::string& key) {
  const Limits limits;
  const auto opened = opened_archive(bytes, limits);
  const auto* package = std::get_if<Package>(&opened);
  return package == nullptr ? "" : package->part(key).bytes.value_or("");
}

bool has(const std::string& text, const std::string& piece) {
  return text.find(piece) != std::string::npos;
}

model::Workbook workbook_of(const std::string& table, Cells columns,
                            const std::vector<Cells>& rows) {
  model::Workbook workbook;
  model::Table& one = workbook.tables[table];
  one.columns = std::move(columns);
  for (const Cells& cells : rows) one.rows.push_back({one.rows.size() + 2, cells});
  return workbook;
}

/// Whether the first columns are those read again, and no cell stands in the others.
bool are_columns_kept(const model::Table& table, const Cells& again) {
  if (again.size() > table.columns.size()) return false;
  if (!std::equal(again.begin(), again.end(), table.columns.begin())) return false;
  return std::all_of(table.rows.begin(), table.rows.end(), [&](const model::TableRow& row) {
    return std::all_of(row.cells.begin() + static_cast<std::ptrdiff_t>(again.size()),
                       row.cells.end(), [](const std::string& cell) { return cell.empty(); });
  });
}

/// Cells are the same text, or the same number where the column holds numbers.
void expect_same(const model::Workbook& one, const model::Workbook& other) {
  ASSERT_EQ(one.tables.size(), other.tables.size());
  for (const auto& [name, table] : one.tables) {
    const auto found = other.tables.find(name);
    ASSERT_NE(found, other.tables.end()) << name;
    ASSERT_TRUE(are_columns_kept(table, found->second.columns)) << name;
    ASSERT_EQ(table.rows.size(), found->second.rows.size()) << name;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      for (std::size_t j = 0; j < found->second.columns.size(); ++j) {
        const std::string& text = table.rows[i].cells[j];
        const std::string& again = found->second.rows[i].cells[j];
        const auto number = base::parse_rational(text);
        if (text != again) {
          EXPECT_TRUE(number && number == base::parse_rational(again))
              << name << ", row " << table.rows[i].number << ", " << table.columns[j] << ": "
              << text << " became " << again;
        }
      }
    }
  }
}

TEST(WriteXlsx, EveryCaseIsReadAgainUnchanged) {
  for (const char* name : {"port-game", "us-japan-2010", "waterworks"}) {
    const auto reading = read_workbook_folder(std::string(NEMAWASHI_ROOT "/cases/") + name);
    ASSERT_TRUE(reading.workbook.has_value()) << name;
    const model::Workbook again = read_again(bytes_of(*reading.workbook));
    expect_same(*reading.workbook, again);
    // And from there on nothing changes at all.
    const model::Workbook third = read_again(bytes_of(again));
    for (const auto& [table, content] : again.tables) {
      for (std::size_t i = 0; i < content.rows.size(); ++i) {
        EXPECT_EQ(content.rows[i].cells, third.tables.at(table).rows[i].cells);
      }
    }
  }
}

TEST(WriteXlsx, TheSameCaseGivesTheSameBytes) {
  const auto reading = read_workbook_folder(NEMAWASHI_ROOT "/cases/waterworks");
  const base::Diagnostics findings = {
      {Severity::error, "unknown-id", "gates", 3, "party", "No such party.", "correct it"}};
  EXPECT_EQ(bytes_of(*reading.workbook, findings), bytes_of(*reading.workbook, findings));
}

TEST(WriteXlsx, TextIsKeptLiterally) {
  const Cells texts = {"=1+1",   "007",        "1e5",      "1/3",    "TRUE",     " x ",
                       "a\r\nb", "_x000D_",    "a_x005F_", "<&>\"'", "根回し　", "2010-02-08",
                       "\t",     "http://x.y", "'q",       "@",      "{=x}"};
  model::Workbook workbook = workbook_of("claims", {"id", "text"}, {});
  for (const std::string& text : texts) {
    workbook.tables["claims"].rows.push_back(
        {workbook.tables["claims"].rows.size() + 2, {"a", text}});
  }
  const model::Workbook again = read_again(bytes_of(workbook));
  for (std::size_t i = 0; i < texts.size(); ++i) {
    EXPECT_EQ(again.tables.at("claims").rows[i].cells[1], texts[i]);
  }
}

TEST(WriteXlsx, NumbersAreNumbersWhereASheetKeepsThem) {
  for (const char* kept : {"1", "-12.5", "0.1", "123456789012345", "1.50", ".5", "0", "-0", "+3",
                           "1000000000000000000000", "0.000000001", "99999.9999999999"}) {
    EXPECT_TRUE(is_kept_by_sheets(kept)) << kept;
  }
  for (const char* changed : {"1/3", "0.1234567890123456", "1234567890123456", "", "x", "1e5",
                              "1,5", "10000000000000000000000000000000000000000000"}) {
    EXPECT_FALSE(is_kept_by_sheets(changed)) << changed;
  }
  const model::Workbook workbook = workbook_of(
      "limits", {"id", "at_least", "at_most"},
      {{"a", "0.1", "1/3"}, {"b", "99999.9999999999", "1234567890123456"}, {"c", "1.50", ""}});
  const std::string bytes = bytes_of(workbook);
  const std::string sheet = part_of(bytes, "xl/worksheets/sheet2.xml");
  EXPECT_TRUE(has(sheet, "<v>0.1</v>"));
  const model::Table table = read_again(bytes).tables.at("limits");
  EXPECT_EQ(table.rows[0].cells, (Cells{"a", "0.1", "1/3"}));
  EXPECT_EQ(table.rows[1].cells, (Cells{"b", "99999.9999999999", "1234567890123456"}));
  EXPECT_EQ(table.rows[2].cells, (Cells{"c", "1.5", ""}));
}

/// Every decimal of 15 digits comes back through the nearest double.
TEST(WriteXlsx, FifteenDigitsComeBack) {
  model::Workbook workbook = workbook_of("limits", {"id", "at_least"}, {});
  std::uint64_t state = 1;
  for (int i = 0; i < 3000; ++i) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    std::string digits =
        std::to_string(100'000'000'000'000U + (state >> 1U) % 900'000'000'000'000U);
    digits.insert(static_cast<std::size_t>(i) % 15 + 1, ".");
    if (digits.ends_with('.')) digits.pop_back();
    if (i % 3 == 0) digits = "0.000" + digits.substr(0, 1) + digits.substr(digits.find('.') + 1);
    ASSERT_TRUE(is_kept_by_sheets(digits)) << digits;
    workbook.tables["limits"].rows.push_back({static_cast<std::size_t>(i) + 2, {"a", digits}});
  }
  expect_same(workbook, read_again(bytes_of(workbook)));
}

TEST(WriteXlsx, TablesComeInTheOrderOfTheSchemaAndEmptyOnesKeepTheirHeaders) {
  model::Workbook workbook;
  for (const model::TableSchema& schema : model::schema()) workbook.tables[schema.name];
  workbook.tables["unheard"].columns = {"id"};
  const std::string bytes = bytes_of(workbook);
  const std::string list = part_of(bytes, "xl/workbook.xml");
  std::size_t place = 0;
  for (const std::string& name : model::table_names()) {
    const std::size_t next = list.find("<sheet name=\"" + name + "\"");
    EXPECT_NE(next, std::string::npos) << name;
    EXPECT_GT(next, place) << name;
    place = next;
  }
  EXPECT_GT(list.find("name=\"ids\""), place);
  EXPECT_FALSE(has(list, "unheard"));
  const std::string texts = part_of(bytes, "xl/sharedstrings.xml");
  const model::Workbook again = read_again(bytes);
  for (const model::TableSchema& schema : model::schema()) {
    EXPECT_TRUE(again.tables.contains(schema.name));
    for (const std::string& name : model::column_names(schema)) {
      EXPECT_TRUE(has(texts, ">" + name + "</t>")) << name;
    }
  }
}

TEST(WriteXlsx, HeadersExplainThemselvesInBothLanguages) {
  const std::string bytes = bytes_of(workbook_of("gates", {"id", "party", "when"}, {}));
  const std::string notes = part_of(bytes, "xl/comments1.xml");
  for (const char* text : {"Points where a party's yes is needed.", "当事者の同意が必要な手続",
                           "party: whose yes is needed", "同意を要する当事者のid",
                           "an id of parties", "Never blank 必須", "issue != option"}) {
    EXPECT_TRUE(has(notes, text)) << text;
  }
  const std::string sheet = part_of(bytes, "xl/worksheets/sheet2.xml");
  EXPECT_TRUE(has(sheet, "state=\"frozen\""));
  EXPECT_TRUE(has(sheet, "<autoFilter"));
}

TEST(WriteXlsx, ColumnsThatTheCaseLacksAreThereToBeFilledIn) {
  const std::string bytes =
      bytes_of(workbook_of("gates", {"when", "id", "mine"}, {{"", "g", "x"}}));
  const std::string sheet = part_of(bytes, "xl/worksheets/sheet2.xml");
  const auto style = [&](const std::string& cell) {
    const std::size_t at = sheet.find("<c r=\"" + cell + "\" s=\"");
    return at == std::string::npos ? "" : sheet.substr(at + cell.size() + 11, 1);
  };
  EXPECT_EQ(style("A1"), style("C1"));
  EXPECT_NE(style("C1"), style("D1"));
  EXPECT_EQ(style("D1"), style("K1"));
  EXPECT_EQ(style("N1"), "");  // Three of its own, and ten of the schema's twelve.
  EXPECT_EQ(read_again(bytes).tables.at("gates").columns, (Cells{"when", "id", "mine", "party"}));
  EXPECT_TRUE(has(sheet, "orientation=\"landscape\""));
  EXPECT_TRUE(has(sheet, "<pageSetUpPr fitToPage=\"1\"/>"));
  EXPECT_TRUE(has(sheet, "fitToHeight=\"0\""));
  EXPECT_TRUE(has(sheet, "<oddFooter>&amp;L&amp;A&amp;R"));
  EXPECT_TRUE(has(part_of(bytes, "xl/workbook.xml"), "'gates'!$1:$1") ||
              has(part_of(bytes, "xl/workbook.xml"), "gates!$1:$1"));
}

TEST(WriteXlsx, AFirstSheetSaysWhatTheFileIs) {
  const std::string bytes = bytes_of(workbook_of("gates", {"id"}, {}));
  EXPECT_TRUE(has(part_of(bytes, "xl/workbook.xml"), "<sheets><sheet name=\"README\""));
  const std::string texts = part_of(bytes, "xl/sharedstrings.xml");
  EXPECT_TRUE(has(texts, "are ignored when the file is read"));
  EXPECT_TRUE(has(texts, "読み込み時に無視される"));
  EXPECT_TRUE(has(texts, "Points where a party's yes is needed."));
  EXPECT_EQ(read_again(bytes).tables.size(), 1U);
}

TEST(WriteXlsx, WordsAndIdsAreOffered) {
  model::Workbook workbook = workbook_of("effects", {"id", "measure", "bearer", "basis", "source"},
                                         {{"e", "m", "b", "", ""}});
  workbook.tables.merge(workbook_of("measures", {"name", "id"}, {{"M", "m"}, {"N", "n"}}).tables);
  workbook.tables.merge(workbook_of("parties", {"id"}, {{"a"}}).tables);
  workbook.tables.merge(workbook_of("places", {"id"}, {{"b"}}).tables);
  const std::string bytes = bytes_of(workbook);
  const std::string effects = part_of(bytes, "xl/worksheets/sheet5.xml");
  EXPECT_TRUE(has(effects, "\"sourced,derived,assumed\"")) << effects;
  EXPECT_TRUE(has(effects, "'measures'!$B$2:$B$203")) << effects;
  EXPECT_TRUE(has(effects, "'ids'!$A$2:$A$403")) << effects;
  EXPECT_TRUE(has(effects, "type=\"list\" errorStyle=\"warning\"")) << effects;
  EXPECT_TRUE(has(effects, "sqref=\"E2:E202\""));
  const std::string ids = part_of(bytes, "xl/worksheets/sheet6.xml");
  EXPECT_TRUE(has(ids, "COUNTA('parties'!$A$2:$A$202)")) << ids;
  EXPECT_TRUE(has(ids, "<v>a</v>"));
  EXPECT_TRUE(has(ids, "<v>b</v>"));
}

TEST(WriteXlsx, FindingsColourTheirCellsAndAreListed) {
  model::Workbook workbook = workbook_of("gates", {"party", "id", "when"}, {{"p", "g", ""}});
  workbook.tables["gates"].rows[0].number = 17;
  const base::Diagnostics findings = {
      {Severity::error, "blank-cell", "gates", 17, "when", "Blank.", "fill it in"},
      {Severity::error, "invalid-id", "gates", 17, "when", "Again.", "mend it"},
      {Severity::warning, "left-row", "gates", 17, "", "Odd row.", "look"},
      {Severity::error, "missing-column", "gates", 1, "act", "No act.", "add it"},
      {Severity::information, "hint", "gates", 17, "party", "Only a hint.", "nothing"},
      {Severity::warning, "elsewhere", "", 0, "", "Wide.", "think"}};
  const std::string bytes = bytes_of(workbook, findings);
  const std::string list = part_of(bytes, "xl/worksheets/sheet2.xml");
  EXPECT_TRUE(has(list, "location=\"'gates'!C2\"")) << list;
  EXPECT_TRUE(has(list, "location=\"'gates'!B2\"")) << list;
  EXPECT_TRUE(has(list, "location=\"'gates'!D1\"")) << list;
  const std::string notes = part_of(bytes, "xl/comments1.xml");
  EXPECT_TRUE(has(notes, "Blank.\nFill it in. [blank-cell]\n\nAgain.")) << notes;
  EXPECT_TRUE(has(notes, "Odd row."));
  EXPECT_TRUE(has(notes, "No act."));
  EXPECT_FALSE(has(notes, "Only a hint."));
  const std::string texts = part_of(bytes, "xl/sharedstrings.xml");
  EXPECT_TRUE(has(texts, "Only a hint."));
  EXPECT_TRUE(has(texts, "Wide."));
  EXPECT_EQ(read_again(bytes).tables.at("gates").rows[0].cells, (Cells{"p", "g"}));
  EXPECT_FALSE(has(part_of(bytes_of(workbook), "xl/workbook.xml"), "findings"));
}

/// The code of the only finding.
std::string refusal(const model::Workbook& workbook) {
  const Writing writing = written_xlsx(workbook);
  EXPECT_FALSE(writing.bytes.has_value());
  EXPECT_EQ(writing.diagnostics.size(), 1U);
  return writing.diagnostics.empty() ? "" : writing.diagnostics[0].code;
}

TEST(WriteXlsx, NothingIsCutOff) {
  EXPECT_EQ(refusal(workbook_of("gates", {"id", "act"}, {{"g", std::string(32'768, 'x')}})),
            "too-long-cell");
  std::string wide;
  for (int i = 0; i < 16'384; ++i) wide += "\xF0\x9F\x98\x80";
  EXPECT_EQ(refusal(workbook_of("gates", {"id", "act"}, {{"g", wide}})), "too-long-cell");
  const model::Workbook longest =
      workbook_of("gates", {"id", "act"}, {{"g", std::string(32'767, 'x')}});
  EXPECT_EQ(read_again(bytes_of(longest)).tables.at("gates").rows[0].cells[1].size(), 32'767U);
}

TEST(WriteXlsx, WhatIsNoTextIsRefused) {
  EXPECT_EQ(refusal(workbook_of("gates", {"id"}, {{"a\x01"}})), "not-text");
  EXPECT_EQ(refusal(workbook_of("gates", {"id"}, {{"a\xFF"}})), "not-text");
  EXPECT_EQ(refusal(workbook_of("gates", {"i\xFF"}, {})), "not-text");
}

TEST(WriteXlsx, OddFindingsDoNoHarm) {
  const model::Workbook workbook = workbook_of("gates", {"id"}, {{"g"}});
  base::Diagnostics findings;
  for (int i = 0; i < 100; ++i) {
    findings.push_back({Severity::error, "long", "gates", 2, "id", std::string(50'000, 'x'), "m"});
  }
  findings.push_back({Severity::error, "odd", "ga\xFFtes", 2, "id", "\x01", "\xFF"});
  findings.push_back({Severity::error, "far", "gates", 999, "none", "Far.", ""});
  EXPECT_EQ(read_again(bytes_of(workbook, findings)).tables.size(), 1U);
}

}  // namespace
}  // namespace nemawashi::io::xlsx
