// SPDX-License-Identifier: Apache-2.0
// Small spreadsheets for tests, made from text: their parts, and archives of parts.
#pragma once

#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <zip.h>

#include "engine/base/text.h"
#include "io/xlsx/cell_name.h"

namespace nemawashi::io::xlsx {

using PartTexts = std::map<std::string, std::string>;

/// Rows on lines, cells separated by `;`. A cell is text, or begins with `<`: then it is XML, in
/// which `@` stands for its name.
inline std::string sheet_data(std::string_view text) {
  std::string xml = "<sheetData>";
  std::size_t number = 0;
  for (const std::string_view line : base::split(text, '\n')) {
    xml += "<row r=\"" + std::to_string(++number) + "\">";
    std::size_t column = 0;
    for (const std::string_view cell : base::split(line, ';')) {
      const std::string name = cell_name({column++, number});
      if (cell.starts_with('<')) {
        const std::size_t mark = cell.find('@');
        xml += std::string(cell.substr(0, mark)) + name + std::string(cell.substr(mark + 1));
      } else if (!cell.empty()) {
        xml += "<c r=\"" + name + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" +
               std::string(cell) + "</t></is></c>";
      }
    }
    xml += "</row>";
  }
  return xml + "</sheetData>";
}

inline std::string worksheet(std::string_view inner) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet>" + std::string(inner) +
         "</worksheet>";
}

struct SmallSheet {
  std::string name;
  std::string data;             ///< as sheet_data() takes it
  std::string after = {};       ///< XML after the rows
  std::string before = {};      ///< XML before the rows
  std::string attributes = {};  ///< of the sheet in the list of sheets
};

/// Number formats of cells with s="1" to s="7": a built-in day, a day with a Japanese era, a time,
/// a number with a currency, a fraction, a Japanese built-in day, text.
inline constexpr std::string_view kStyles =
    "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-411]ggge&quot;年&quot;m&quot;"
    "月&quot;d&quot;日&quot;\"/><numFmt numFmtId=\"165\" formatCode=\"[h]:mm\"/><numFmt "
    "numFmtId=\"166\" formatCode=\"[Red][$¥-411]#,##0.00E+00;&quot;dry&quot;\\y General\"/>"
    "</numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf "
    "numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"12\"/><xf numFmtId=\"31\"/><xf "
    "numFmtId=\"49\"/></cellXfs></styleSheet>";

inline PartTexts parts_of(const std::vector<SmallSheet>& sheets) {
  PartTexts parts;
  const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  parts["_rels/.rels"] = "<Relationships><Relationship Id=\"rId1\" Type=\"" + types +
                         "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
  std::string list;
  std::string links;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    list += "<sheet name=\"" + sheets[i].name + "\" sheetId=\"" + number + "\" r:id=\"rId" +
            number + "\" " + sheets[i].attributes + "/>";
    links += "<Relationship Id=\"rId" + number + "\" Type=\"" + types +
             "worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>";
    parts["xl/worksheets/sheet" + number + ".xml"] =
        worksheet(sheets[i].before + sheet_data(sheets[i].data) + sheets[i].after);
  }
  parts["xl/workbook.xml"] = "<workbook><sheets>" + list + "</sheets></workbook>";
  parts["xl/_rels/workbook.xml.rels"] =
      "<Relationships>" + links + "<Relationship Id=\"s\" Type=\"" + types +
      "styles\" Target=\"/xl/styles.xml\"/><Relationship Id=\"t\" Type=\"" + types +
      "sharedStrings\" Target=\"../xl/./sharedStrings.xml\"/></Relationships>";
  parts["xl/styles.xml"] = kStyles;
  parts["xl/sharedStrings.xml"] =
      "<sst><si><r><t>東</t></r><r><t xml:space=\"preserve\"> </t></r><r><rPr/><t>京</t></r>"
      "<rPh sb=\"0\" eb=\"1\"><t>トウ</t></rPh><phoneticPr/></si>"
      "<si><t>a_x000D_\nb_x005F_x000D_ &lt;&#233;</t></si><si><t>bad_x0007_</t></si></sst>";
  return parts;
}

inline PartTexts with_sheet(SmallSheet sheet) {
  return parts_of({{"case", "id;as_of\nsmall;2020-01-01"}, std::move(sheet)});
}

/// An archive in memory of the parts.
inline std::string zipped(const PartTexts& parts, zip_int32_t method = ZIP_CM_DEFLATE) {
  const auto must = [](const auto& done) {
    if (!done) std::abort();
  };
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  must(target != nullptr);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
  must(archive != nullptr);
  zip_source_keep(target);
  for (const auto& [name, bytes] : parts) {
    zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    must(index >= 0);
    must(zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), method, 0) == 0);
  }
  must(zip_close(archive) == 0);
  std::string result;
  zip_stat_t stat;
  must(zip_source_stat(target, &stat) == 0);
  result.resize(stat.size);
  must(zip_source_open(target) == 0);
  must(zip_source_read(target, result.data(), result.size()) ==
       static_cast<zip_int64_t>(result.size()));
  zip_source_close(target);
  zip_source_free(target);
  return result;
}

}  // namespace nemawashi::io::xlsx
