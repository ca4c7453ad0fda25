// SPDX-License-Identifier: Apache-2.0
#include "io/xlsx/read.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "engine/model/findings.h"
#include "engine/model/schema.h"
#include "io/xlsx/archive.h"
#include "io/xlsx/parts.h"
#include "io/xlsx/sheet.h"
#include "io/xlsx/xml.h"

namespace nemawashi::io::xlsx {
namespace {

/// Sheets that the writer makes beside the tables, and one for people. They are not tables.
bool is_passed_over(std::string_view name) {
  const std::string key = part_key(name);
  return key == "ids" || key == "findings" || key == "readme";
}

void warn_of_macros(const Package& package, model::Findings& findings) {
  const bool macros = std::any_of(package.keys.begin(), package.keys.end(),
                                  [](const auto& key) { return key.ends_with("vbaproject.bin"); });
  if (!macros) return;
  findings.warning(
      {}, {"unread-macros", "The file holds macros. They are neither run nor read nor kept.",
           "Save it as .xlsx without macros, or ignore this."});
}

/// The table that such names as `Effects` and `effects (2)` are written for; or null.
const model::TableSchema* meant_table(std::string_view name) {
  const std::string key = part_key(name);
  const std::size_t end = key.find_first_not_of("abcdefghijklmnopqrstuvwxyz_");
  return model::find_table(key.substr(0, end));
}

/// A sheet that is no table is only warned of, unless it seems to be one that is missing: what a
/// case loses silently changes its answer.
void report_unknown(const SheetEntry& sheet, const std::vector<SheetEntry>& sheets,
                    model::Findings& findings) {
  if (sheet.visibility == Visibility::hidden || is_passed_over(sheet.name)) return;
  const model::TableSchema* meant = meant_table(sheet.name);
  const bool missing =
      meant != nullptr && std::none_of(sheets.begin(), sheets.end(), [&](const SheetEntry& other) {
        return other.name == meant->name;
      });
  if (missing) {
    findings.error({meant->name, 0, {}},
                   {"misnamed-sheet",
                    "The sheet '" + sheet.name + "' seems to be the table '" + meant->name +
                        "', which is missing.",
                    "Name it '" + meant->name + "'; if it is something else, name it otherwise."});
    return;
  }
  if (model::find_table(part_key(sheet.name)) != nullptr) return;  // Said with the duplicates.
  findings.warning({sheet.name, 0, {}},
                   {"unknown-table",
                    "The sheet '" + sheet.name + "' is no table of a case and is not read." +
                        findings.suggestion(sheet.name, model::table_names()),
                    "Rename it, or keep it outside the case."});
}

/// Reports sheets that claim to be one table. Programs do not tell names apart by case.
void report_duplicates(const std::vector<SheetEntry>& sheets, model::Findings& findings) {
  std::map<std::string, std::string> by_key;
  for (const SheetEntry& sheet : sheets) {
    const std::string key = part_key(sheet.name);
    if (model::find_table(key) == nullptr) continue;
    const auto [first, is_new] = by_key.emplace(key, sheet.name);
    if (is_new) continue;
    findings.error({key, 0, {}}, {"duplicate-sheet",
                                  "The sheets '" + first->second + "' and '" + sheet.name +
                                      "' have one name but for small and capital letters.",
                                  "Keep one of them, named " + key + "."});
  }
}

class WorkbookReader {
 public:
  WorkbookReader(const Package& package, const Limits& limits)
      : package_(package), limits_(limits) {}

  WorkbookReading reading() {
    WorkbookParts parts;
    if (auto refusal = read_workbook_parts(package_, parts)) {
      findings_.error({}, *std::move(refusal));
      return finished();
    }
    warn_of_macros(package_, findings_);
    is_opened_ = true;
    report_duplicates(parts.sheets, findings_);
    CellSource source{parts, limits_.tables.cell_bytes, limits_.all_bytes};
    for (const SheetEntry& sheet : parts.sheets) {
      const model::TableSchema* schema = model::find_table(sheet.name);
      if (schema == nullptr) {
        report_unknown(sheet, parts.sheets, findings_);
      } else {
        read_sheet(sheet, *schema, source);
      }
    }
    return finished();
  }

 private:
  void read_sheet(const SheetEntry& sheet, const model::TableSchema& schema, CellSource& source) {
    if (sheet.visibility == Visibility::hidden) {
      findings_.error({schema.name, 0, {}},
                      {"hidden-sheet", "The sheet '" + schema.name + "' is hidden.",
                       "Show it, or delete it; what is hidden cannot be checked by readers."});
      return;
    }
    XmlPart xml;
    model::Finding refusal;
    if (!read_xml(package_, sheet.part, "the sheet '" + schema.name + "'", xml, refusal)) {
      findings_.error({schema.name, 0, {}}, std::move(refusal));
      is_opened_ = false;
      return;
    }
    workbook_.tables[schema.name] =
        table_of_sheet(root_named(xml, "worksheet"), schema, source, limits_.tables, findings_);
  }

  WorkbookReading finished() {
    WorkbookReading result;
    if (is_opened_) result.workbook = std::move(workbook_);
    result.diagnostics = findings_.taken();
    return result;
  }

  const Package& package_;
  const Limits& limits_;
  model::Findings findings_;
  model::Workbook workbook_;
  bool is_opened_ = false;  ///< and every part of a table can be read
};

}  // namespace

WorkbookReading read_xlsx(std::string_view bytes, const Limits& limits) {
  const auto opened = opened_archive(bytes, limits);
  if (const auto* package = std::get_if<Package>(&opened)) {
    return WorkbookReader(*package, limits).reading();
  }
  model::Findings findings;
  findings.error({}, std::get<model::Finding>(opened));
  return {std::nullopt, findings.taken()};
}

WorkbookReading read_xlsx_parts(const std::map<std::string, std::string>& parts,
                                const Limits& limits) {
  Package package;
  std::map<std::string, const std::string*> by_key;
  for (const auto& [name, bytes] : parts) {
    package.keys.insert(part_key(name));
    by_key.emplace(part_key(name), &bytes);
  }
  package.part = [&](const std::string& key) -> PartReading {
    const auto found = by_key.find(key);
    return found == by_key.end() ? PartReading() : PartReading{*found->second, std::nullopt};
  };
  return WorkbookReader(package, limits).reading();
}

}  // namespace nemawashi::io::xlsx
