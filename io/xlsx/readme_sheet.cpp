// SPDX-License-Identifier: Apache-2.0
#include "io/xlsx/readme_sheet.h"

#include <algorithm>
#include <array>

namespace nemawashi::io::xlsx {
namespace {

constexpr std::size_t kNameWidth = 16;
constexpr std::size_t kTextWidth = 62;

struct Paragraph {
  const char* english;
  const char* japanese;
};

constexpr const char* kTitle = "A negotiation case for nema (Nemawashi) — 根回しの事例ファイル";

constexpr std::array<Paragraph, 6> kParagraphs = {
    Paragraph{
        "This workbook is one case: who must say yes, what can be chosen, what it changes and "
        "for whom. `nema check FILE.xlsx` says what is wrong or missing, `nema agree "
        "FILE.xlsx` which packages of decisions could pass every gate.",
        "このブックは一つの事例である。誰の同意が要るか、何を選べるか、それが誰にとって何を"
        "変えるかを表にしてある。「nema check ファイル名.xlsx」で誤りと不足が、「nema agree "
        "ファイル名.xlsx」ですべての関門を通り得る案の組合せが分かる。"},
    Paragraph{
        "Read are the sheets listed below, by their names, which must stay as they are. This "
        "sheet README, the sheets findings (what the last check found) and ids (lists) are "
        "ignored when the file is read; write here what you like.",
        "読み込まれるのは下に挙げたシートだけで、シート名は変えないこと。このREADMEシートと、"
        "findings（前回の点検結果）・ids（選択肢の一覧）は読み込み時に無視される。ここには何を"
        "書いてもよい。"},
    Paragraph{
        "Row 1 of each sheet names the columns; put no title above it. Point at a column's "
        "name to see what it means. Columns with grey names are blank so far: fill them in "
        "where they help.",
        "各シートの1行目は列名である。その上に表題を置かないこと。列名にポインタを置くと意味が"
        "表示される。列名が灰色の列はまだ空欄で、必要な所だけ記入すればよい。"},
    Paragraph{
        "Write values, not formulas; do not merge cells. Begin fractions with an apostrophe "
        "('1/3), days as 2010-02-08. A row whose first cell begins with # is a remark.",
        "数式ではなく値を書き、セルは結合しない。分数は先頭に ' を付けて '1/3、日付は2010-02-08"
        "のように書く。最初のセルが # で始まる行は注記とみなされる。"},
    Paragraph{
        "An id is a short name by which other sheets refer to a row: letters, digits, _ - and "
        "a point. Every effect names its source.",
        "idは他のシートから行を指すための短い名前で、英数字と _ - . を使う。影響（effects）には"
        "必ず出典を付ける。"},
    Paragraph{
        "A blank value is unknown, not zero. The answer informs consent; it does not give it.",
        "空欄の値は「不明」であり、ゼロではない。答えは同意の判断材料であって、同意そのものでは"
        "ない。"}};

}  // namespace

void write_readme_sheet(Book& book, const std::vector<TableLayout>& layouts) {
  lxw_worksheet* sheet = book.add_sheet("README");
  lxw_format* text = book.format(Look::wrapped_text, Fill::none);
  worksheet_set_column(sheet, 0, 0, static_cast<double>(kNameWidth), text);
  worksheet_set_column(sheet, 1, 2, static_cast<double>(kTextWidth), text);
  worksheet_write_string(sheet, 0, 0, kTitle, book.format(Look::title, Fill::none));
  std::size_t row = 1;
  const auto write = [&](const std::string& english, const std::string& japanese) {
    worksheet_write_string(sheet, row_number(row), 1, english.c_str(), text);
    worksheet_write_string(sheet, row_number(row), 2, japanese.c_str(), text);
    set_lines(sheet, row,
              std::max(line_count(english, kTextWidth), line_count(japanese, kTextWidth)));
    ++row;
  };
  for (const Paragraph& paragraph : kParagraphs) write(paragraph.english, paragraph.japanese);
  ++row;
  lxw_format* header = book.format(Look::header, Fill::none);
  worksheet_write_string(sheet, row_number(row), 0, "sheet シート", header);
  worksheet_write_string(sheet, row_number(row), 1, "what it holds", header);
  worksheet_write_string(sheet, row_number(row), 2, "内容", header);
  ++row;
  for (const TableLayout& layout : layouts) {
    const std::string& name = layout.schema->name;
    worksheet_write_url_opt(sheet, row_number(row), 0, ("internal:'" + name + "'!A1").c_str(),
                            book.format(Look::link, Fill::none), name.c_str(), nullptr);
    write(layout.schema->purpose, layout.schema->purpose_ja);
  }
}

}  // namespace nemawashi::io::xlsx
