// SPDX-License-Identifier: Apache-2.0
#include "io/xlsx/read.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "io/xlsx/small_spreadsheet.h"

namespace nemawashi::io::xlsx {
namespace {

using Cells = std::vector<std::string>;

model::Workbook read(const PartTexts& parts) {
  WorkbookReading reading = read_xlsx_parts(parts);
  EXPECT_TRUE(reading.workbook.has_value())
      << (reading.diagnostics.empty() ? "" : reading.diagnostics.front().message);
  return reading.workbook.value_or(model::Workbook());
}

/// The places and codes of all findings, as in `effects:3:likely formula-cell`. Every finding says
/// what is wrong and how to mend it, and only errors come without a workbook.
std::string codes(const WorkbookReading& reading) {
  EXPECT_TRUE(reading.workbook.has_value() || base::has_errors(reading.diagnostics));
  std::string text;
  for (const base::Diagnostic& one : reading.diagnostics) {
    EXPECT_FALSE(one.message.empty());
    EXPECT_FALSE(one.mend.empty());
    text += (text.empty() ? "" : ", ") + one.table + ":" + std::to_string(one.row) + ":" +
            one.column + " " + one.code;
  }
  return text;
}

std::string codes_of(const PartTexts& parts, const Limits& limits = {}) {
  return codes(read_xlsx_parts(parts, limits));
}

std::string codes_of(const std::string& sheet, const std::string& data) {
  return codes_of(with_sheet({sheet, data}));
}

std::string message_of(const PartTexts& parts) {
  const WorkbookReading reading = read_xlsx_parts(parts);
  return reading.diagnostics.empty() ? "" : reading.diagnostics.front().message;
}

Cells row_of(const std::string& sheet, const std::string& data) {
  const model::Workbook workbook = read(with_sheet({sheet, data}));
  const auto table = workbook.tables.find(sheet);
  return table == workbook.tables.end() || table->second.rows.empty() ? Cells()
                                                                      : table->second.rows[0].cells;
}

TEST(ReadXlsx, TakesColumnsRowsAndTheirNumbers) {
  const model::Workbook workbook = read(
      with_sheet({"parties", "name;id\nTown;a\n;\n# note;<c r=\"@\"><f>1</f><v>1</v></c>;x\n;b"}));
  const model::Table& table = workbook.tables.at("parties");
  EXPECT_EQ(table.columns, (Cells{"name", "id"}));
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].cells, (Cells{"Town", "a"}));
  EXPECT_EQ(table.rows[0].number, 2U);
  EXPECT_EQ(table.rows[1].cells, (Cells{"", "b"}));
  EXPECT_EQ(table.rows[1].number, 5U);
  EXPECT_EQ(workbook.tables.at("case").rows.size(), 1U);
}

TEST(ReadXlsx, RowsAndCellsMayLeaveTheirNamesOut) {
  PartTexts parts = with_sheet({"parties", "id"});
  parts["xl/worksheets/sheet2.xml"] = worksheet(
      "<sheetData><row><c t=\"str\"><v>id</v></c><c t=\"str\"><v>name</v></c></row>"
      "<row r=\"9\"><c r=\"B9\"><v>5</v></c></row></sheetData>");
  const model::Table table = read(parts).tables.at("parties");
  EXPECT_EQ(table.columns, (Cells{"id", "name"}));
  EXPECT_EQ(table.rows[0].cells, (Cells{"", "5"}));
  EXPECT_EQ(table.rows[0].number, 9U);
}

TEST(ReadXlsx, PrefixesAndNamesOfPartsAreNotTakenForGranted) {
  PartTexts parts;
  parts["_rels/.rels"] =
      "<p:Relationships><p:Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"/Book/"
      "W.xml\"/></p:Relationships>";
  parts["Book/_rels/W.xml.rels"] =
      "<Relationships><Relationship Id=\"q\" Type=\"y/worksheet\" Target=\"../Other/S.XML\"/>"
      "</Relationships>";
  parts["Book/W.xml"] =
      "<x:workbook><x:sheets><x:sheet name=\"case\" rel:id=\"q\"/></x:sheets></x:workbook>";
  parts["other/s.xml"] =
      "<x:worksheet><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"str\"><x:v>id</x:v></x:c>"
      "</x:row></x:sheetData></x:worksheet>";
  EXPECT_EQ(read(parts).tables.at("case").columns, (Cells{"id"}));
}

TEST(ReadXlsx, JoinsRunsAndLeavesReadingsOut) {
  EXPECT_EQ(row_of("parties", "id;name\na;<c r=\"@\" t=\"s\"><v>0</v></c>"), (Cells{"a", "東 京"}));
  EXPECT_EQ(row_of("parties",
                   "id;name\na;<c r=\"@\" t=\"inlineStr\"><is><r><t>a</t></r><rPh><t>x</t></rPh>"
                   "<r><t>b<!-- c -->c</t></r></is></c>"),
            (Cells{"a", "abc"}));
}

TEST(ReadXlsx, DecodesEscapesAndKeepsSpaces) {
  EXPECT_EQ(row_of("parties", "id;name\na;<c r=\"@\" t=\"s\"><v>1</v></c>"),
            (Cells{"a", "a\r\nb_x000D_ <é"}));
  EXPECT_EQ(row_of("parties", "id;name;note\na;<c r=\"@\" t=\"str\"><v>  b </v></c>;c"),
            (Cells{"a", "  b ", "c"}));
}

TEST(ReadXlsx, NumbersAreDecimalsAndTruthValuesWords) {
  EXPECT_EQ(row_of("limits",
                   "id;at_least;at_most;note\na;<c r=\"@\"><v>0.30000000000000004</v></c>;"
                   "<c r=\"@\" s=\"4\" t=\"n\"><v>1.5E3</v></c>;<c r=\"@\" t=\"b\"><v>1</v></c>"),
            (Cells{"a", "0.3", "1500", "TRUE"}));
}

TEST(ReadXlsx, DaysInColumnsOfDays) {
  EXPECT_EQ(row_of("parties",
                   "id;known_from;known_until\na;<c r=\"@\" s=\"1\"><v>40217</v></c>;"
                   "<c r=\"@\" s=\"2\"><v>40218</v></c>"),
            (Cells{"a", "2010-02-08", "2010-02-09"}));
  EXPECT_EQ(row_of("parties",
                   "id;known_from;known_until\na;<c r=\"@\" s=\"6\"><v>40217</v></c>;"
                   "<c r=\"@\" t=\"d\"><v>2010-02-09</v></c>"),
            (Cells{"a", "2010-02-08", "2010-02-09"}));
}

TEST(ReadXlsx, DaysCountedFrom1904) {
  PartTexts parts = with_sheet({"parties", "id;known_from\na;<c r=\"@\" s=\"1\"><v>38755</v></c>"});
  parts["xl/workbook.xml"].insert(std::string("<workbook>").size(), "<workbookPr date1904=\"1\"/>");
  EXPECT_EQ(read(parts).tables.at("parties").rows[0].cells[1], "2010-02-08");
}

TEST(ReadXlsx, RefusesNumbersAndTruthValuesWhereIdsStand) {
  const std::string number = "<c r=\"@\"><v>7</v></c>";
  EXPECT_EQ(codes_of("parties", "id;name\n" + number + ";" + number), "parties:2:id number-for-id");
  EXPECT_EQ(codes_of("parties", "id;parent;rule;source\na;" + number + ";" + number + ";" + number),
            "parties:2:parent number-for-id, parties:2:rule number-for-id, parties:2:source "
            "number-for-id");
  EXPECT_EQ(codes_of("effects", "id;when;bearer\na;" + number + ";" + number),
            "effects:2:when number-for-id, effects:2:bearer number-for-id");
  EXPECT_EQ(codes_of("issues", "id;default\na;<c r=\"@\" t=\"b\"><v>0</v></c>"),
            "issues:2:default number-for-id");
  EXPECT_EQ(codes_of("expectations", "id;package\na;" + number),
            "expectations:2:package number-for-id");
  const std::string message = message_of(with_sheet({"parties", "id\na\n" + number}));
  EXPECT_TRUE(message.starts_with("The cell is stored as the number 7, while 'id' holds text."))
      << message;
}

TEST(ReadXlsx, RefusesDaysElsewhereAndTimes) {
  const std::string day = "<c r=\"@\" s=\"1\"><v>40217</v></c>";
  EXPECT_EQ(codes_of("limits", "id;at_least;note\na;" + day + ";" + day),
            "limits:2:at_least date-cell, limits:2:note date-cell");
  EXPECT_EQ(codes_of("parties", "id\n" + day), "parties:2:id date-cell");
  EXPECT_EQ(codes_of("interests", "id;points\na;<c r=\"@\" s=\"3\"><v>0.04</v></c>"),
            "interests:2:points date-cell");
  EXPECT_EQ(codes_of("parties", "id;known_from\na;<c r=\"@\" s=\"1\"><v>40217.25</v></c>"),
            "parties:2:known_from date-with-time");
  EXPECT_EQ(codes_of("parties", "id;known_from\na;<c r=\"@\" s=\"1\"><v>60</v></c>"),
            "parties:2:known_from invalid-date");
  EXPECT_EQ(codes_of("parties", "id;" + day + "\na"), "parties:1: date-cell");
}

TEST(ReadXlsx, RefusesFormulasAndErrors) {
  EXPECT_EQ(codes_of("limits",
                     "id;at_least\na;<c r=\"@\"><f>1+1</f><v>2</v></c>\n"
                     "<c r=\"@\" t=\"str\"><f t=\"shared\" si=\"0\"/><v></v></c>"),
            "limits:2:at_least formula-cell, limits:3:id formula-cell");
  EXPECT_EQ(codes_of("limits", "id;at_least\na;<c r=\"@\" t=\"e\"><v>#REF!</v></c>"),
            "limits:2:at_least error-cell");
  EXPECT_EQ(message_of(with_sheet({"limits", "id\n<c r=\"@\" t=\"e\"><v>#REF!</v></c>"})),
            "The cell holds the error #REF!.");
}

TEST(ReadXlsx, RefusesMergedCells) {
  EXPECT_EQ(codes_of(with_sheet(
                {"parties", "id\na", "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>"})),
            "parties:0: merged-cells");
  EXPECT_EQ(
      codes_of(with_sheet({"ids", "x", "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>"})),
      "");
}

TEST(ReadXlsx, RefusesHiddenTables) {
  for (const char* state : {"state=\"hidden\"", "state=\"veryHidden\""}) {
    EXPECT_EQ(codes_of(with_sheet({"parties", "id", "", "", state})), "parties:0: hidden-sheet");
    EXPECT_EQ(codes_of(with_sheet({"lists", "id", "", "", state})), "");
  }
}

TEST(ReadXlsx, WarnsOfHiddenRowsAndColumns) {
  PartTexts parts = with_sheet({"parties", "id;name\na;b\nc;d", "",
                                "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"9\" "
                                "max=\"9\" hidden=\"1\"/></cols>"});
  std::string& sheet = parts["xl/worksheets/sheet2.xml"];
  sheet.replace(sheet.find("<row r=\"2\""), 10, "<row r=\"2\" hidden=\"1\"");
  EXPECT_EQ(codes_of(parts), "parties:1:name hidden-cells, parties:2: hidden-cells");
  EXPECT_EQ(read(parts).tables.at("parties").rows.size(), 2U);
}

TEST(ReadXlsx, WarnsOfFractionsThatWereCutOff) {
  const std::string row = "id;probability\na;<c r=\"@\" s=\"5\"><v>";
  EXPECT_EQ(codes_of("claims", row + "0.33333333333333331</v></c>"),
            "claims:2:probability rounded-fraction");
  EXPECT_EQ(codes_of("claims", row + "0.25</v></c>"), "");
}

TEST(ReadXlsx, WarnsOfSheetsThatAreNoTable) {
  EXPECT_EQ(codes_of("Party", "x"), "Party:0: unknown-table");
  EXPECT_NE(message_of(with_sheet({"efects", "x"})).find("Did you mean 'effects'?"),
            std::string::npos);
  for (const char* name : {"ids", "findings", "README"}) EXPECT_EQ(codes_of(name, "x"), "");
}

TEST(ReadXlsx, RefusesTablesUnderOtherNames) {
  EXPECT_EQ(codes_of("Effects", "x"), "effects:0: misnamed-sheet");
  EXPECT_EQ(codes_of("effects (2)", "x"), "effects:0: misnamed-sheet");
}

TEST(ReadXlsx, WarnsOfMacros) {
  PartTexts parts = with_sheet({"parties", "id"});
  parts["xl/vbaProject.bin"] = "x";
  EXPECT_EQ(codes_of(parts), ":0: unread-macros");
}

TEST(ReadXlsx, RefusesOneTableInTwoSheets) {
  EXPECT_EQ(codes_of(parts_of({{"parties", "id"}, {"Parties", "id"}})),
            "parties:0: duplicate-sheet");
}

TEST(ReadXlsx, RefusesHeadersThatNameNoColumns) {
  EXPECT_EQ(codes_of("parties", ""), "parties:1: missing-header");
  EXPECT_EQ(codes_of("parties", "# note\nid\na"), "parties:1: missing-header");
  EXPECT_EQ(codes_of("parties", ";\nid\na"), "parties:1: missing-header");
  EXPECT_EQ(message_of(with_sheet({"parties", "id;;name\na"})), "Column B has no name.");
  EXPECT_EQ(codes_of("parties", ";name"), "parties:1: blank-column");
  EXPECT_EQ(codes_of("parties", "id;;name\na"), "parties:1: blank-column");
  EXPECT_EQ(codes_of("parties", "id;name; id"), "parties:1:id duplicate-column");
}

TEST(ReadXlsx, FindsAHeaderBelowATitle) {
  const std::string below = "Parties of the case\n\nid;name;nonsense\na;Town;x\nb;City;y";
  const WorkbookReading reading = read_xlsx_parts(
      with_sheet({"parties", below, "<mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>"}));
  EXPECT_EQ(codes(reading), "parties:3: header-below-title");
  const model::Table& table = reading.workbook->tables.at("parties");
  EXPECT_EQ(table.columns, (Cells{"id", "name", "nonsense"}));
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].number, 4U);
  // A row of data that says id is no header, nor is one far below.
  EXPECT_EQ(codes_of("parties", "name\nid"), "");
  EXPECT_EQ(codes_of("parties", "Title\n\n\n\n\n\n\n\n\nid;name"),
            "parties:10: header-below-title");
  EXPECT_EQ(codes_of("parties", "Title\n\n\n\n\n\n\n\n\n\nid;name"), "parties:11: cell-count");
}

TEST(ReadXlsx, WhatIsReadBesideErrorsIsThereToBeChecked) {
  const WorkbookReading reading = read_xlsx_parts(
      with_sheet({"limits",
                  "id;at_least;note\n<c r=\"@\"><v>7</v></c>;<c r=\"@\"><f>1</f><v>5</v></c>;b\n"
                  "<c r=\"@\" s=\"1\"><v>40217</v></c>;<c r=\"@\" t=\"e\"><v>#REF!</v></c>;d"}));
  ASSERT_TRUE(reading.workbook.has_value());
  const model::Table& table = reading.workbook->tables.at("limits");
  EXPECT_EQ(table.rows[0].cells, (Cells{"7", "5", "b"}));
  EXPECT_EQ(table.rows[1].cells, (Cells{"", "", "d"}));
}

TEST(ReadXlsx, ColumnsAtTheEndThatNoCellUsesAreLeftOut) {
  EXPECT_EQ(read(with_sheet({"parties", "id;name;note;rule\na;Town"})).tables.at("parties").columns,
            (Cells{"id", "name"}));
  EXPECT_EQ(read(with_sheet({"gates", "id;note;party;when\na;b"})).tables.at("gates").columns,
            (Cells{"id", "note", "party"}));
  EXPECT_EQ(read(with_sheet({"parties", "id;name;mine\na;Town"})).tables.at("parties").columns,
            (Cells{"id", "name", "mine"}));
}

TEST(ReadXlsx, RefusesCellsBeyondTheHeader) {
  EXPECT_EQ(codes_of("parties", "id;name\na;b;c\nd;e;;f\ng;h"),
            "parties:2: cell-count, parties:3: cell-count");
  EXPECT_EQ(codes_of("parties", "id;name\n<c r=\"@\"/>;;;<c r=\"@\" s=\"1\"/>"), "");
}

TEST(ReadXlsx, RefusesWhatIsTooLarge) {
  Limits limits;
  limits.tables.columns = 2;
  limits.tables.rows = 2;
  limits.tables.cell_bytes = 10;
  EXPECT_EQ(codes_of(with_sheet({"parties", "id;name;note"}), limits),
            "parties:0: too-many-columns");
  EXPECT_EQ(codes_of(with_sheet({"parties", "id\na\nb\nc\nd"}), limits),
            "parties:0: too-many-rows");
  EXPECT_EQ(codes_of(with_sheet({"parties", "id;note\na;12345678901"}), limits),
            "parties:2:note too-large-cell");
  limits = {};
  limits.all_bytes = 16;
  EXPECT_EQ(codes_of(with_sheet({"parties", "id;note\na;1234567890"}), limits),
            "case:0: too-large-spreadsheet, parties:0: too-large-spreadsheet");
}

TEST(ReadXlsx, RefusesNamesOfColumnsThatAreTooLong) {
  EXPECT_EQ(codes_of("parties", "id;" + std::string(1001, 'x')), "parties:1: too-large-cell");
}

TEST(ReadXlsx, FarAwayCellsCostNothing) {
  PartTexts parts = with_sheet({"parties", "id"});
  parts["xl/worksheets/sheet2.xml"] = worksheet(
      "<cols><col min=\"1\" max=\"999999999\" hidden=\"0\"/></cols><sheetData><row r=\"1\">"
      "<c r=\"XFD1\" t=\"str\"><v>x</v></c></row></sheetData>");
  EXPECT_EQ(codes_of(parts), "parties:0: too-many-columns");
  parts["xl/worksheets/sheet2.xml"] = worksheet(
      "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>id</v></c></row><row r=\"1048576\">"
      "<c r=\"XFD1048576\" t=\"str\"><v>x</v></c></row></sheetData>");
  EXPECT_EQ(codes_of(parts), "parties:1048576: cell-count");
}

TEST(ReadXlsx, RefusesDamagedRowsAndCells) {
  const std::string header = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>id</v></c></row>";
  const auto refused = [&](const std::string& rows) {
    PartTexts parts = with_sheet({"parties", "id"});
    parts["xl/worksheets/sheet2.xml"] = worksheet("<sheetData>" + header + rows + "</sheetData>");
    return codes_of(parts);
  };
  for (const char* row :
       {"<row r=\"1\"/>", "<row r=\"x\"/>", "<row r=\"0\"/>", "<row r=\"1048577\"/>",
        "<row r=\"99999999999\"/>", "<row r=\"2\"><c r=\"A3\"/></row>",
        "<row r=\"2\"><c r=\"B2\"/><c r=\"A2\"/></row>",
        "<row r=\"2\"><c r=\"A2\"/><c r=\"A2\"/></row>", "<row r=\"2\"><c r=\"?\"/></row>",
        "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>3</v></c></row>",
        "<row r=\"2\"><c r=\"A2\" t=\"s\"><v/></c></row>",
        "<row r=\"2\"><c r=\"A2\"><v>x</v></c></row>",
        "<row r=\"2\"><c r=\"A2\"><v>1e999999999</v></c></row>",
        "<row r=\"2\"><c r=\"A2\" t=\"b\"><v>yes</v></c></row>",
        "<row r=\"2\"><c r=\"A2\" t=\"odd\"><v>1</v></c></row>"}) {
    EXPECT_NE(refused(row).find("damaged-cell"), std::string::npos) << row << refused(row);
  }
}

TEST(ReadXlsx, RefusesWhatIsNoText) {
  EXPECT_EQ(codes_of("parties", "id;name\na;<c r=\"@\" t=\"s\"><v>2</v></c>"),
            "parties:2:name not-text");
  EXPECT_EQ(codes_of("parties", "id;name\na;b\x07"), "parties:2:name not-text");
  EXPECT_EQ(codes_of("parties", "id;name\na;b\xFF"), "parties:2:name not-utf8");
  EXPECT_EQ(codes_of("parties", "id;na\xFFme"), "parties:1: not-utf8");
  EXPECT_EQ(codes_of("bad\xFFname", "x"), ":0: damaged-spreadsheet");
}

TEST(ReadXlsx, RefusesDamagedParts) {
  const PartTexts sound = with_sheet({"parties", "id"});
  for (const char* name : {"xl/worksheets/sheet2.xml", "xl/workbook.xml", "xl/styles.xml",
                           "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels"}) {
    for (const std::string& bytes : {std::string("<a><b></a>"), std::string("<a>\0</a>", 8)}) {
      PartTexts parts = sound;
      parts[name] = bytes;
      EXPECT_NE(codes_of(parts).find("damaged-spreadsheet"), std::string::npos) << name;
    }
  }
  for (const char* name : {"xl/worksheets/sheet2.xml", "xl/workbook.xml", "xl/styles.xml"}) {
    PartTexts parts = sound;
    parts.erase(name);
    EXPECT_NE(codes_of(parts).find("damaged-spreadsheet"), std::string::npos) << name;
  }
  PartTexts chart = sound;
  chart["xl/worksheets/sheet2.xml"] = "<chartsheet/>";
  EXPECT_EQ(codes_of(chart), "parties:1: missing-header");
}

TEST(ReadXlsx, AThousandErrorsAreEnough) {
  std::string data = "id";
  for (int i = 0; i < 1200; ++i) data += "\n<c r=\"@\"><v>1</v></c>";
  const WorkbookReading reading = read_xlsx_parts(with_sheet({"parties", data}));
  ASSERT_EQ(reading.diagnostics.size(), 1001U);
  EXPECT_EQ(reading.diagnostics.back().code, "too-many-findings");
}

TEST(ReadXlsx, DeepNestingIsNotFollowed) {
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += "<a>";
  for (int i = 0; i < 200'000; ++i) deep += "</a>";
  EXPECT_EQ(codes_of(with_sheet({"parties", "id", deep})), "");
}

}  // namespace
}  // namespace nemawashi::io::xlsx
