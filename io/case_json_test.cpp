// SPDX-License-Identifier: Apache-2.0
#include "io/case_json.h"

#include <filesystem>
#include <map>
#include <vector>

#include <gtest/gtest.h>

#include "engine/model/schema.h"
#include "io/workbook_folder.h"

namespace nemawashi::io {
namespace {

using Cells = std::vector<std::string>;
using namespace std::string_literals;

/// A document with these tables, written as JSON.
std::string document(const std::string& tables) {
  return "{\"nemawashi_case\": 1, \"tables\": {" + tables + "}}";
}

model::Workbook workbook_of_json(const std::string& bytes) {
  WorkbookReading reading = read_case_json(bytes);
  EXPECT_TRUE(reading.workbook.has_value())
      << (reading.diagnostics.empty() ? "" : reading.diagnostics[0].message);
  return reading.workbook.value_or(model::Workbook());
}

model::Table read_table(const std::string& rows) {
  return workbook_of_json(document("\"places\": [" + rows + "]")).tables["places"];
}

/// `code table:row column` of every finding, in one line.
std::string findings(const std::string& bytes, const CsvLimits& limits = {}) {
  const WorkbookReading reading = read_case_json(bytes, limits);
  EXPECT_EQ(reading.workbook.has_value(), !base::has_errors(reading.diagnostics));
  std::string text;
  for (const base::Diagnostic& d : reading.diagnostics) {
    EXPECT_FALSE(d.message.empty() || d.mend.empty()) << d.code;
    text += (text.empty() ? "" : "; ") + d.code + " " + d.table + ":" + std::to_string(d.row) +
            (d.column.empty() ? "" : " " + d.column);
  }
  return text;
}

std::string findings_in(const std::string& rows) {
  return findings(document("\"places\": [" + rows + "]"));
}

TEST(ReadCaseJson, TakesTablesRowsAndCells) {
  const model::Workbook workbook = workbook_of_json(document(
      R"("parties": [{"id": "town", "name": "Town"}, {"id": "hill", "note": "x"}], "places": [])"));
  ASSERT_EQ(workbook.tables.size(), 2U);
  const model::Table& parties = workbook.tables.at("parties");
  EXPECT_EQ(parties.columns, (Cells{"id", "name", "note"}));
  ASSERT_EQ(parties.rows.size(), 2U);
  EXPECT_EQ(parties.rows[0].cells, (Cells{"town", "Town", ""}));
  EXPECT_EQ(parties.rows[1].cells, (Cells{"hill", "", "x"}));
  EXPECT_EQ(parties.rows[0].number, 2U);
  EXPECT_EQ(parties.rows[1].number, 3U);
}

TEST(ReadCaseJson, ColumnsComeInTheOrderOfTheirFirstCellAndIdFirst) {
  EXPECT_EQ(
      read_table(R"({"name": "A", "id": "a"}, {"id": "b", "parent": "a", "name": "B"})").columns,
      (Cells{"id", "name", "parent"}));
}

TEST(ReadCaseJson, ATableWithoutRowsHasAllItsColumns) {
  EXPECT_EQ(read_table("").columns, model::column_names(*model::find_table("places")));
  EXPECT_EQ(read_table(R"({"name": ""})").columns.front(), "id");
  EXPECT_EQ(read_table(R"({"name": ""})").columns.size(),
            model::find_table("places")->columns.size());
}

TEST(ReadCaseJson, NumbersKeepTheirDigits) {
  const model::Table table = read_table(
      R"({"id": "7", "a": 0.10, "b": -12, "c": 12345678901234567890123456789, "d": 1e-7, "e": null,
          "f": 18446744073709551615, "g": -9223372036854775808, "h": 0.1000000000000000055511})");
  EXPECT_EQ(table.rows.at(0).cells,
            (Cells{"7", "0.1", "-12", "12345678901234567890123456789", "0.0000001", "",
                   "18446744073709551615", "-9223372036854775808", "0.1000000000000000055511"}));
}

TEST(ReadCaseJson, SkipsBlankRowsAndKeepsPlaces) {
  const model::Table table = read_table(R"({}, {"id": " ", "name": null}, {"id": "a"})");
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(table.rows[0].number, 4U);
}

TEST(ReadCaseJson, TakesEscapesLineEndsTabsAndAByteOrderMark) {
  const model::Workbook workbook = workbook_of_json(
      "\xEF\xBB\xBF" + document(R"("places": [{"id": "a", "note": "\u6839\t\"x\"\r\ny"}])"));
  EXPECT_EQ(workbook.tables.at("places").rows[0].cells[1], "\u6839\t\"x\"\r\ny");
}

TEST(ReadCaseJson, PassesOverAnUnknownTable) {
  EXPECT_EQ(findings(document(R"("partys": [[{"a": {}}]], "other": 5, "places": [])")),
            "unknown-table partys:0; unknown-table other:0");
  const auto reading = read_case_json(document(R"("partys": [])"));
  EXPECT_EQ(reading.diagnostics.at(0).message,
            "'partys' is no table of a case and is not read. Did you mean 'parties'?");
}

TEST(ReadCaseJson, RefusesWhatIsNoJson) {
  EXPECT_EQ(findings(""), "not-json :1");
  EXPECT_EQ(findings("id,name\n"), "not-json :1");
  EXPECT_EQ(findings(document("") + "\n{}"), "not-json :2");
  EXPECT_EQ(findings("{\n\"nemawashi_case\": 1,\n}"), "not-json :3");
  EXPECT_EQ(findings_in("{\"id\": \"a\nb\"}"), "not-json :1");
  EXPECT_EQ(findings_in(R"({"id": "\ud800"})"), "not-json :1");
  EXPECT_EQ(findings_in(R"({"name": 01})"), "not-json :1");
  EXPECT_EQ(read_case_json("{\n  \"nemawashi_case\" 1}").diagnostics.at(0).message,
            "The text is no JSON from line 2, byte 20 on: syntax error while parsing object "
            "separator - unexpected number literal; expected ':'.");
}

TEST(ReadCaseJson, RefusesWhatIsNoText) {
  EXPECT_EQ(findings(document("") + "\0"s), "not-text :1");
  EXPECT_EQ(findings("\n\n\xFF"), "not-utf8 :3");
  EXPECT_EQ(findings("PK\x03\x04 more"), "not-text :1");
  EXPECT_EQ(findings_in(R"({"id": "a\u0000"}, {"id": "b", "na\u0007me": ""})"),
            "not-text places:2 id; not-text places:3 na me");
  EXPECT_EQ(findings_in(R"({"id": "\u001b[31mred"}, {"id": "\u007f"})"),
            "not-text places:2 id; not-text places:3 id");
}

TEST(ReadCaseJson, RefusesADocumentThatIsNoCase) {
  EXPECT_EQ(findings("[{}]"), "no-case-json :0");
  EXPECT_EQ(findings("1"), "no-case-json :0");
  EXPECT_EQ(findings("{}"), "no-case-json :0; no-case-json :0");
  EXPECT_EQ(findings(R"({"tables": {}})"), "no-case-json :0");
  EXPECT_EQ(findings(R"({"nemawashi_case": 1})"), "no-case-json :0");
  EXPECT_EQ(findings(R"({"nemawashi_case": 1, "tables": [{}]})"), "no-case-json :0");
  EXPECT_EQ(findings(R"({"nemawashi_case": 1, "tables": "x"})"), "no-case-json :0");
}

TEST(ReadCaseJson, RefusesAnotherVersionAtOnce) {
  for (const char* version : {"2", "1.0", "\"1\"", "true", "null", "[1]", "{}"}) {
    EXPECT_EQ(findings("{\"nemawashi_case\": "s + version + ", \"x\": 1}"), "unknown-version :0");
  }
}

TEST(ReadCaseJson, RefusesKeysThatAreUnknownOrThereTwice) {
  EXPECT_EQ(findings(R"({"nemawashi_case": 1, "more": {"tables": []}, "tables": {}})"),
            "unknown-key :0");
  EXPECT_EQ(findings(R"({"nemawashi_case": 1, "tables": {}, "tables": {}, "nemawashi_case": 1})"),
            "duplicate-key :0; duplicate-key :0");
  EXPECT_EQ(findings(document(R"("places": [], "places": [{"id": {}}])")),
            "duplicate-key places:0");
  EXPECT_EQ(findings_in(R"({"id": "a", "name": "x", "name": "y", "id": []})"),
            "duplicate-key places:2 name; duplicate-key places:2 id");
}

TEST(ReadCaseJson, CollectsEveryWrongFormWithItsPlace) {
  EXPECT_EQ(findings(document(R"("places": {"id": []}, "parties": "x", "gates": null,
      "issues": ["a", {"id": true, "name": {"en": ["x"]}, "": "y"}, null, ["id"],
                 {"id": "b", "name": []}])")),
            "table-no-list places:0; table-no-list parties:0; table-no-list gates:0; "
            "row-no-object issues:2; invalid-cell issues:3 id; invalid-cell issues:3 name; "
            "blank-column issues:3; row-no-object issues:4; row-no-object issues:5; "
            "invalid-cell issues:6 name");
}

TEST(ReadCaseJson, RefusesNumbersOutOfRange) {
  EXPECT_EQ(findings_in(R"({"id": 1e201, "name": 1e-300})"),
            "number-range places:2 id; number-range places:2 name");
  EXPECT_EQ(findings_in(R"({"id": 1e400})"), "number-range places:2 id");
}

TEST(ReadCaseJson, RefusesNumbersWhereIdsStand) {
  EXPECT_EQ(findings_in(R"({"id": 1e3, "name": 7, "parent": 2})"),
            "number-for-id places:2 id; number-for-id places:2 parent");
}

TEST(ReadCaseJson, RefusesTooMuch) {
  CsvLimits limits;
  limits.bytes = 170;
  limits.cell_bytes = 10;
  limits.rows = 3;
  limits.columns = 4;
  limits.cells = 7;
  const auto refusal = [&](const std::string& tables) {
    return findings(document(tables), limits);
  };
  EXPECT_EQ(refusal(std::string(170, ' ')), "too-large-file :0");
  EXPECT_EQ(refusal(R"("places": [{"id": "01234567890"}, {"name": 0.123456789}])"),
            "too-large-cell places:2 id; too-large-cell places:3 name");
  EXPECT_EQ(refusal(R"("places": [{"id":"1"}, {"id":"2"}, {"id":"3"}, {"id":"4"}])"),
            "too-many-rows places:5");
  EXPECT_EQ(refusal(R"("places": [{}, {}, {}, {}])"), "too-many-rows places:5");
  EXPECT_EQ(refusal(R"("places": [{"id":"1","a":2,"b":3,"c":4,"d":5}])"),
            "too-many-columns places:2 d");
  EXPECT_EQ(refusal(R"("places": [{"id":"1","a":2,"b":3,"c":4}], "gates": [{"a":1},{"b":3}])"),
            "too-many-rows gates:3");
}

TEST(ReadCaseJson, StopsAfterAThousandErrors) {
  std::string rows = "1";
  for (int i = 0; i < 5000; ++i) rows += ",1";
  EXPECT_EQ(read_case_json(document("\"places\": [" + rows + "]")).diagnostics.size(), 1000U);
  std::string tables = "\"x\": 1";
  for (int i = 0; i < 5000; ++i) tables += ",\"x\": 1";
  const WorkbookReading reading = read_case_json(document(tables));
  EXPECT_EQ(reading.diagnostics.size(), 1000U);
  EXPECT_TRUE(reading.workbook.has_value());
}

TEST(ReadCaseJson, BearsHostileDepthAndSize) {
  EXPECT_EQ(findings_in("{\"id\": " + std::string(8'000'000, '[')),
            "invalid-cell places:2 id; not-json :1");
  EXPECT_EQ(findings(std::string(8'000'000, '[')), "no-case-json :0; not-json :1");
  const std::string name(8'000'000, 'n');
  const WorkbookReading reading = read_case_json(document("\"" + name + "\": []"));
  EXPECT_LT(reading.diagnostics.at(0).message.size(), 200U);
  // Few bytes that would be many cells: a wide row, then blank cells in all tables.
  std::string wide = "{\"id\": \"a\"";
  for (int i = 0; i < 199; ++i) wide += ", \"c" + std::to_string(i) + "\": \"\"";
  wide += "}";
  for (int i = 0; i < 30'000; ++i) wide += ",{\"c0\":1}";
  EXPECT_EQ(findings_in(wide), "too-many-rows places:25002");
}

TEST(WrittenCaseJson, IsOneRowALineInTheOrderOfTheSchema) {
  model::Workbook workbook;
  workbook.tables["parties"] = {{"name", "id"}, {{2, {"Town \"A\"", "town"}}, {3, {"", "hill"}}}};
  workbook.tables["case"] = {{"id", "title"}, {{2, {"c", "\u6839\n"}}}};
  workbook.tables["limits"] = {{"id", "forbid"}, {}};
  EXPECT_EQ(written_case_json(workbook), R"({
  "nemawashi_case": 1,
  "tables": {
    "case": [
      {"id": "c", "title": ")"
                                         "\u6839"
                                         R"(\n"}
    ],
    "parties": [
      {"name": "Town \"A\"", "id": "town"},
      {"id": "hill"}
    ],
    "limits": []
  }
}
)");
  EXPECT_EQ(written_case_json({}), "{\n  \"nemawashi_case\": 1,\n  \"tables\": {}\n}\n");
}

/// The cells that are not blank, by table, row and column.
std::map<std::string, std::string> cells_of(const model::Workbook& workbook) {
  std::map<std::string, std::string> cells;
  for (const auto& [name, table] : workbook.tables) {
    cells[name] = std::to_string(table.rows.size());
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const std::string& cell = table.rows[r].cells[c];
        if (!cell.empty()) cells[name + " " + std::to_string(r) + " " + table.columns[c]] = cell;
      }
    }
  }
  return cells;
}

TEST(WrittenCaseJson, KeepsEveryCellOfTheCases) {
  for (const char* name : {"us-japan-2010", "waterworks", "port-game"}) {
    SCOPED_TRACE(name);
    const auto folder =
        read_workbook_folder(std::filesystem::path(NEMAWASHI_ROOT) / "cases" / name);
    ASSERT_TRUE(folder.workbook.has_value());
    const std::string text = written_case_json(*folder.workbook);
    const model::Workbook again = workbook_of_json(text);
    EXPECT_EQ(cells_of(again), cells_of(*folder.workbook));
    EXPECT_EQ(cells_of(workbook_of_json(written_case_json(again))), cells_of(again));
  }
}

}  // namespace
}  // namespace nemawashi::io
