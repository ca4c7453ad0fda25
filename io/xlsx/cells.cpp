// SPDX-License-Identifier: Apache-2.0
#include "io/xlsx/cells.h"

#include <optional>
#include <string_view>
#include <utility>

#include "engine/base/text.h"
#include "io/xlsx/cell_text.h"
#include "io/xlsx/xml.h"

namespace nemawashi::io::xlsx {
namespace {

/// A decimal of this many digits may be a fraction that was cut off.
constexpr std::size_t kDigitsOfARoundedFraction = 14;

void take_text(StoredCell& cell, std::string_view written, CellSource& source) {
  if (written.size() > source.longest_text || written.size() > source.text_left) {
    cell.form = written.size() > source.longest_text ? CellForm::too_large : CellForm::exhausted;
    return;
  }
  source.text_left -= written.size();
  cell.text = unescaped(written);
  const TextFault fault = fault_of(cell.text);
  if (fault != TextFault::none) {
    cell.form = fault == TextFault::not_utf8 ? CellForm::not_utf8 : CellForm::control_character;
    cell.text.clear();
  } else if (!base::trimmed(cell.text).empty()) {
    cell.form = CellForm::text;
  }
}

void take_day(StoredCell& cell, Day day) {
  cell.form = day.fault == DayFault::none          ? CellForm::day
              : day.fault == DayFault::time_of_day ? CellForm::time
                                                   : CellForm::no_day;
  cell.text = std::move(day.text);
}

void take_number(StoredCell& cell, std::string_view written, NumberStyle style,
                 DateSystem date_system) {
  auto decimal = number_text(written);
  if (!decimal) {
    cell.form = CellForm::damaged;
    return;
  }
  if (style == NumberStyle::date) return take_day(cell, day_of_serial(*decimal, date_system));
  const bool rounded =
      style == NumberStyle::fraction && digit_count(*decimal) >= kDigitsOfARoundedFraction;
  cell.form = rounded ? CellForm::rounded_fraction : CellForm::number;
  cell.text = *std::move(decimal);
}

NumberStyle style_of(const pugi::xml_node& node, const WorkbookParts& parts) {
  const std::size_t index = parse_count(node.attribute("s").value()).value_or(0);
  return index < parts.styles.size() ? parts.styles[index] : NumberStyle::plain;
}

void take_shared(StoredCell& cell, std::string_view written, CellSource& source) {
  const auto index = parse_count(base::trimmed(written));
  if (index && *index < source.parts.shared_strings.size()) {
    take_text(cell, source.parts.shared_strings[*index], source);
  } else {
    cell.form = CellForm::damaged;
  }
}

void take_error(StoredCell& cell, std::string_view written) {
  constexpr std::size_t kLongestError = 40;
  const bool known = written.size() <= kLongestError && fault_of(written) == TextFault::none;
  cell.text = known ? written : "#ERROR";
  cell.form = CellForm::error_value;
}

/// What a cell with a value holds, by the type that it states.
void take_value(StoredCell& cell, std::string_view type, std::string_view value,
                const pugi::xml_node& node, CellSource& source) {
  if (type == "s") {
    take_shared(cell, value, source);
  } else if (type == "str") {
    take_text(cell, value, source);
  } else if (type == "b") {
    const bool known = value == "0" || value == "1";
    cell.form = known ? CellForm::boolean : CellForm::damaged;
    cell.text = value == "1" ? "TRUE" : "FALSE";
  } else if (type == "e") {
    take_error(cell, value);
  } else if (type == "d") {
    take_day(cell, day_of_text(base::trimmed(value)));
  } else if (type.empty() || type == "n") {
    take_number(cell, value, style_of(node, source.parts), source.parts.date_system);
  } else {
    cell.form = CellForm::damaged;
  }
}

}  // namespace

std::string joined_runs(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node& child : node.children()) {
    if (is_named(child, "t")) {
      text += text_of(child);
    } else if (is_named(child, "r")) {
      for (const pugi::xml_node& inner : child.children()) {
        if (is_named(inner, "t")) text += text_of(inner);
      }
    }
  }
  return text;
}

StoredCell stored_cell(const pugi::xml_node& node, CellSource& source) {
  StoredCell cell;
  const std::string_view type = node.attribute("t").value();
  pugi::xml_node value;
  for (const pugi::xml_node& child : node.children()) {
    const std::string_view name = local_name(child.name());
    if (name == "f") {
      cell.origin = Origin::formula;
    } else if (name == "v") {
      value = child;
    } else if (name == "is" && type == "inlineStr") {
      take_text(cell, joined_runs(child), source);
    }
  }
  if (!value || type == "inlineStr") return cell;
  const std::string written = text_of(value);
  // Some programs write an empty value for a blank cell.
  if (!written.empty() || type == "s") take_value(cell, type, written, node, source);
  return cell;
}

}  // namespace nemawashi::io::xlsx
