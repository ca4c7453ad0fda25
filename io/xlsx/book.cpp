// SPDX-License-Identifier: Apache-2.0
#include "io/xlsx/book.h"

#include <algorithm>
#include <utility>

#include "io/utf8.h"

namespace nemawashi::io::xlsx {
namespace {

constexpr std::uint8_t kTextFormat = 49;  // `@`, ECMA-376 part 1, 18.8.30
constexpr lxw_color_t kErrorColour = 0xF4B6B6;
constexpr lxw_color_t kWarningColour = 0xFFE0A3;
constexpr lxw_color_t kHeaderColour = 0xE4E9F0;
constexpr lxw_color_t kSpareColour = 0x808080;
constexpr double kTitleSize = 14;
constexpr lxw_color_t kLinkColour = 0x0B4FA8;
/// Every file says that it was made at this moment, so that the same case gives the same bytes.
constexpr time_t kMadeAt = 946684800;  // 2000-01-01

void set_look(lxw_format* format, Look look) {
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  switch (look) {
    case Look::text:
      format_set_num_format_index(format, kTextFormat);
      break;
    case Look::wrapped_text:
      format_set_num_format_index(format, kTextFormat);
      format_set_text_wrap(format);
      break;
    case Look::number:
      format_set_align(format, LXW_ALIGN_RIGHT);
      format_set_indent(format, 1);
      break;
    case Look::header:
      format_set_num_format_index(format, kTextFormat);
      format_set_bold(format);
      format_set_bottom(format, LXW_BORDER_THIN);
      format_set_bg_color(format, kHeaderColour);
      break;
    case Look::spare_header:
      format_set_num_format_index(format, kTextFormat);
      format_set_italic(format);
      format_set_font_color(format, kSpareColour);
      format_set_bottom(format, LXW_BORDER_THIN);
      break;
    case Look::title:
      format_set_num_format_index(format, kTextFormat);
      format_set_bold(format);
      format_set_font_size(format, kTitleSize);
      break;
    case Look::link:
      format_set_font_color(format, kLinkColour);
      format_set_underline(format, LXW_UNDERLINE_SINGLE);
      break;
  }
}

}  // namespace

Book::Book(const std::string& path) : workbook_(workbook_new(path.c_str())) {
  lxw_doc_properties properties = {};
  properties.created = kMadeAt;
  workbook_set_properties(workbook_, &properties);
  for (std::size_t look = 0; look < formats_.size(); ++look) {
    for (std::size_t fill = 0; fill < formats_.at(look).size(); ++fill) {
      lxw_format* format = workbook_add_format(workbook_);
      set_look(format, static_cast<Look>(look));
      if (fill > 0) {
        const bool error = static_cast<Fill>(fill) == Fill::error;
        format_set_bg_color(format, error ? kErrorColour : kWarningColour);
      }
      formats_.at(look).at(fill) = format;
    }
  }
}

Book::~Book() {
  if (workbook_ != nullptr) lxw_workbook_free(workbook_);
}

lxw_worksheet* Book::add_sheet(const std::string& name) {
  lxw_worksheet* sheet = workbook_add_worksheet(workbook_, name.c_str());
  // Ids may look like numbers; no green corner shall ask people to turn them into numbers.
  worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
  worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, 9);  // A4
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_repeat_rows(sheet, 0, 0);
  worksheet_set_footer(sheet, "&L&A&R&P / &N");
  worksheet_set_row(sheet, 0, 20, nullptr);
  return sheet;
}

lxw_format* Book::format(Look look, Fill fill) const {
  return formats_.at(static_cast<std::size_t>(look)).at(static_cast<std::size_t>(fill));
}

bool Book::close() { return workbook_close(std::exchange(workbook_, nullptr)) == LXW_NO_ERROR; }

void write_note(lxw_worksheet* sheet, std::size_t row, std::size_t column,
                const std::string& text) {
  constexpr std::size_t kWidth = 360;          // pixels
  constexpr std::size_t kColumnsInALine = 52;  // of the font of notes
  constexpr std::size_t kLineHeight = 16;
  const std::size_t lines = 1 + line_count(text, kColumnsInALine);
  lxw_comment_options options = {};
  options.width = kWidth;
  options.height = static_cast<std::uint16_t>(std::min<std::size_t>(lines, 30) * kLineHeight);
  worksheet_write_comment_opt(sheet, row_number(row), column_number(column), text.c_str(),
                              &options);
}

std::size_t line_count(const std::string& text, std::size_t width) {
  std::size_t lines = 0;
  for (std::size_t place = 0; place <= text.size();) {
    const std::size_t end = std::min(text.find('\n', place), text.size());
    // Words are not broken, so lines are not full.
    const std::size_t columns = display_width(text.substr(place, end - place)) * 11 / 10;
    lines += std::max<std::size_t>(1, (columns + width - 1) / width);
    place = end + 1;
  }
  return lines;
}

void set_lines(lxw_worksheet* sheet, std::size_t row, std::size_t lines) {
  constexpr std::size_t kMostLines = 25;  // A row is at most 409 points high.
  constexpr double kPointsOfALine = 15;
  if (lines < 2) return;
  worksheet_set_row(sheet, row_number(row),
                    static_cast<double>(std::min(lines, kMostLines)) * kPointsOfALine, nullptr);
}

std::string shortened(std::string text, std::size_t most) {
  if (text.size() <= most) return text;
  text.resize(most);
  text.resize(valid_utf8_prefix(text));
  return text + " ..";
}

std::size_t display_width(const std::string& text) {
  std::size_t widest = 0;
  std::size_t width = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\n') width = 0;
    if (byte >= 0x20 && (byte < 0x80 || byte >= 0xC0)) width += byte >= 0xE1 ? 2 : 1;
    widest = std::max(widest, width);
  }
  return widest;
}

}  // namespace nemawashi::io::xlsx
