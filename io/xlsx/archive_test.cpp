// SPDX-License-Identifier: Apache-2.0
#include "io/xlsx/archive.h"

#include <string>

#include <gtest/gtest.h>

#include "io/xlsx/read.h"
#include "io/xlsx/small_spreadsheet.h"

namespace nemawashi::io::xlsx {
namespace {

/// The code of the only finding, or of none.
std::string refusal(const std::string& bytes, const Limits& limits = {}) {
  const WorkbookReading reading = read_xlsx(bytes, limits);
  EXPECT_TRUE(reading.workbook.has_value() || base::has_errors(reading.diagnostics));
  if (reading.diagnostics.empty()) return "";
  EXPECT_EQ(reading.diagnostics.size(), 1U);
  EXPECT_FALSE(reading.diagnostics[0].mend.empty());
  return reading.diagnostics[0].code;
}

std::string message(const std::string& bytes) {
  const WorkbookReading reading = read_xlsx(bytes);
  return reading.diagnostics.empty() ? "" : reading.diagnostics[0].message;
}

PartTexts small() { return with_sheet({"parties", "id;name\na;Town"}); }

TEST(Archive, IsReadAsItsPartsAre) {
  const WorkbookReading reading = read_xlsx(zipped(small()));
  ASSERT_TRUE(reading.workbook.has_value());
  EXPECT_EQ(reading.workbook->tables.at("parties").rows[0].cells[1], "Town");
  EXPECT_EQ(refusal(zipped(small())), "");
}

TEST(Archive, OtherFormatsAreNamed) {
  EXPECT_EQ(refusal("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on"), "not-xlsx");
  EXPECT_NE(message("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").find("(.xls)"), std::string::npos);
  EXPECT_NE(message("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").find("password"), std::string::npos);
  EXPECT_EQ(refusal(""), "not-xlsx");
  EXPECT_EQ(refusal("id,name\n"), "not-xlsx");
  const std::string ods =
      zipped({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"x", "y"}});
  EXPECT_EQ(refusal(ods), "not-xlsx");
  EXPECT_NE(message(ods).find(".ods"), std::string::npos);
  EXPECT_NE(message(zipped({{"xl/workbook.bin", "x"}})).find(".xlsb"), std::string::npos);
  EXPECT_EQ(refusal(zipped({{"a.txt", "x"}})), "not-xlsx");
}

TEST(Archive, EveryTruncationIsRefused) {
  const std::string bytes = zipped(small());
  for (std::size_t size = 2; size < bytes.size(); size += 100) {
    EXPECT_EQ(refusal(bytes.substr(0, size)), "damaged-spreadsheet") << size;
  }
}

TEST(Archive, EveryChangedByteIsReadOrRefused) {
  const std::string bytes = zipped(small());
  for (std::size_t place = 0; place < bytes.size(); place += 3) {
    std::string changed = bytes;
    changed[place] = static_cast<char>(static_cast<unsigned char>(changed[place]) ^ 0x55U);
    const WorkbookReading reading = read_xlsx(changed);
    EXPECT_NE(reading.workbook.has_value(), base::has_errors(reading.diagnostics)) << place;
  }
}

TEST(Archive, LimitsHold) {
  Limits limits;
  limits.archive_bytes = 100;
  EXPECT_EQ(refusal(zipped(small()), limits), "too-large-file");
  limits = {};
  limits.entries = 3;
  EXPECT_EQ(refusal(zipped(small()), limits), "too-large-spreadsheet");
  limits = {};
  limits.part_bytes = 300;
  EXPECT_EQ(refusal(zipped(small()), limits), "too-large-spreadsheet");
  limits = {};
  limits.all_bytes = 1500;
  EXPECT_EQ(refusal(zipped(small()), limits), "too-large-spreadsheet");
}

/// 64 MiB of blanks in a part of about 64 KiB.
TEST(Archive, ABombIsNotInflated) {
  PartTexts parts = small();
  parts["xl/worksheets/sheet2.xml"] = std::string(std::size_t{64} << 20U, ' ');
  const std::string bytes = zipped(parts);
  EXPECT_LT(bytes.size(), std::size_t{1} << 20U);
  parts.clear();
  EXPECT_EQ(refusal(bytes), "too-large-spreadsheet");
}

TEST(Archive, OtherCompressionsAreRefused) {
  EXPECT_EQ(refusal(zipped(small(), ZIP_CM_STORE)), "");
  EXPECT_EQ(refusal(zipped(small(), ZIP_CM_BZIP2)), "damaged-spreadsheet");
}

/// A part that nobody asks for is never unpacked.
TEST(Archive, OtherPartsStayPacked) {
  PartTexts parts = small();
  parts["xl/media/picture.png"] = std::string(std::size_t{64} << 20U, ' ');
  EXPECT_EQ(refusal(zipped(parts)), "");
}

/// One long text in many cells would take more memory than the file has bytes.
TEST(Archive, SharedTextIsCountedInEachCell) {
  PartTexts parts = with_sheet({"parties", "id"});
  parts["xl/sharedStrings.xml"] = "<sst><si><t>id</t></si><si><t>" +
                                  std::string(std::size_t{1} << 20U, 'x') + "</t></si></sst>";
  const std::string header = "<row><c t=\"s\"><v>0</v></c></row>";
  std::string rows;
  std::string cells;
  for (int i = 0; i < 200; ++i) {
    rows += "<row><c t=\"s\"><v>1</v></c></row>";
    cells += "<c t=\"s\"><v>1</v></c>";
  }
  const std::string row = "<row>" + cells + "</row>";
  for (const std::string& data : {header + rows, header + row, row}) {
    parts["xl/worksheets/sheet2.xml"] = worksheet("<sheetData>" + data + "</sheetData>");
    EXPECT_EQ(refusal(zipped(parts)), "too-large-spreadsheet");
  }
}

}  // namespace
}  // namespace nemawashi::io::xlsx
