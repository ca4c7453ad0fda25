// SPDX-License-Identifier: Apache-2.0
#include "engine/model/read_case.h"

#include "engine/base/text.h"
#include "engine/model/as_of.h"
#include "engine/model/case_builder.h"
#include "engine/model/cells.h"
#include "engine/model/check_rows.h"
#include "engine/model/written_case.h"

namespace nemawashi::model {
namespace {

/// Says so unless there is exactly one row; further rows become broken.
void require_one_case(WrittenCase& written, Findings& findings) {
  WrittenTable& table = written.tables[table_position("case")];
  if (table.rows.empty() && !table.has_unread_ids) {
    findings.error({"case", 0, {}},
                   {"no-case", "The table case has no row.",
                    "Write one row with id, question and as_of; `nema new DIR` gives a template."});
  }
  for (std::size_t i = 1; i < table.rows.size(); ++i) {
    findings.error({"case", table.rows[i].number, {}},
                   {"several-cases", "The table case has more than one row.",
                    "Keep one; a second question is a second case."});
    table.rows[i].state = RowState::broken;
  }
}

/// The date asked for, else the case's own; empty where neither is a date.
std::string chosen_date(const WrittenCase& written, const std::optional<std::string>& as_of,
                        Findings& findings) {
  if (as_of && base::is_date(*as_of)) return *as_of;
  if (as_of) {
    findings.error({}, {"invalid-as-of", "The date asked for is no date.",
                        "Write a day of the calendar as YYYY-MM-DD, such as 2010-02-08."});
    return {};
  }
  const WrittenTable& table = table_of(written, "case");
  if (table.rows.empty()) return {};
  const std::string_view own = cell(table, table.rows.front(), "as_of");
  return base::is_date(own) ? std::string(own) : std::string();
}

}  // namespace

// Steps: 1 headers and ids; 2 every cell and reference, over all rows; 3 what the date leaves out;
// 4 what the cells of a row say together; 5 the case, with the errors of several rows together. A
// row with an error is set aside with what rests on it, so that the last step says only what is
// new.
CaseReading read_case(const Workbook& workbook, const std::optional<std::string>& as_of,
                      const base::Diagnostics& refused) {
  Findings findings;
  WrittenCase written = written_case(workbook, refused, findings);
  require_one_case(written, findings);
  check_cells(written, findings);
  const std::string date = chosen_date(written, as_of, findings);
  leave_out(written, date, findings);
  check_rows(written, findings);

  Case result;
  result.as_of = date;
  result.left_out = left_out_rows(written);
  result.known_so_far = known_so_far(written);
  CaseBuilder builder = case_builder(written, findings, result);
  build_case_row(builder);
  build_issues(builder);
  build_parties(builder);
  build_facts(builder);
  build_gates(builder);
  build_rules(builder);
  build_levels(builder);
  build_weights(builder);
  build_house(builder);
  build_words(builder);
  build_translations(builder);
  require_bases(builder);

  CaseReading reading;
  if (!findings.any_error() && !base::has_errors(refused)) reading.a_case = std::move(result);
  reading.diagnostics = findings.taken();
  return reading;
}

}  // namespace nemawashi::model
