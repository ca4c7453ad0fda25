// SPDX-License-Identifier: Apache-2.0
#include "engine/model/check_rows.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "engine/base/number.h"

namespace nemawashi::model {
namespace {

using base::Rational;

/// One row; cells are named by their columns, which the table has.
class RowUnderCheck {
 public:
  RowUnderCheck(const WrittenTable& table, const WrittenRow& row, Findings& findings)
      : table_(table), row_(row), findings_(findings) {}

  std::string_view cell(std::string_view column) const { return model::cell(table_, row_, column); }
  bool is_blank(std::string_view column) const { return cell(column).empty(); }

  /// Whether a reader refused one of these cells: what it holds is not known.
  bool any_refused(std::initializer_list<std::string_view> columns) const {
    return std::any_of(columns.begin(), columns.end(), [&](std::string_view column) {
      return !row_.refused.empty() && row_.refused[*find_column(*table_.schema, column)];
    });
  }

  std::optional<Rational> number(std::string_view column) const {
    return any_refused({column}) ? std::nullopt : base::parse_rational(cell(column));
  }

  /// Whether the number of one cell is above that of another; no if either is none.
  bool crossed(std::string_view lower, std::string_view upper) const {
    const auto low = number(lower);
    const auto high = number(upper);
    return low && high && *low > *high;
  }

  void error(std::string_view column, Finding finding) const {
    findings_.error({table_.schema->name, row_.number, column}, std::move(finding));
  }

 private:
  const WrittenTable& table_;
  const WrittenRow& row_;
  Findings& findings_;
};

void check_probability(const RowUnderCheck& row) {
  const auto probability = row.number("probability");
  if (!probability || (*probability >= 0 && *probability <= 1)) return;
  row.error("probability", {"probability-range", "The probability is not within 0..1.",
                            "Write a number from 0 to 1, such as 0.25 or 1/4."});
}

void check_estimate(const RowUnderCheck& row) {
  if (!row.crossed("low", "likely") && !row.crossed("likely", "high") &&
      !row.crossed("low", "high")) {
    return;
  }
  row.error("likely",
            {"crossed-estimate", "low, likely and high do not rise.",
             "low is at most likely, likely at most high; for negative changes -10 is lower than "
             "-5."});
}

void check_effect(const RowUnderCheck& row) {
  check_estimate(row);
  if (!row.is_blank("baseline") && !row.is_blank("when")) {
    row.error("when", {"effect-twice", "The effect has a condition and a baseline.",
                       "Write two rows: one for packages, one for the baseline."});
  }
  if (row.crossed("from", "until")) {
    row.error("until",
              {"crossed-years", "The effect ends before it begins.", "until is not before from."});
  }
}

void check_measure(const RowUnderCheck& row) {
  if (!row.crossed("least", "most")) return;
  row.error("most",
            {"crossed-bounds", "least is above most.", "No level can meet both: correct one."});
}

void check_limit(const RowUnderCheck& row) {
  if (row.any_refused({"forbid", "measure", "bearer", "at_least", "at_most"})) return;
  if (!row.is_blank("forbid")) {
    for (const std::string_view column : {"measure", "bearer", "at_least", "at_most"}) {
      if (row.is_blank(column)) continue;
      row.error(column, {"limit-twice", "The limit has a forbidden condition and a bound.",
                         "Write two rows."});
      return;
    }
    return;
  }
  if (row.is_blank("measure") || row.is_blank("bearer") ||
      (row.is_blank("at_least") && row.is_blank("at_most"))) {
    row.error("forbid", {"incomplete-limit",
                         "The limit is neither a forbidden condition nor a bound on a level.",
                         "Fill in forbid; or measure, bearer and at_least or at_most."});
  } else if (row.crossed("at_least", "at_most")) {
    row.error("at_most", {"crossed-bounds", "at_least is above at_most.",
                          "No level can meet both: correct one."});
  }
}

void check_interest(const RowUnderCheck& row) {
  if (row.any_refused({"shape", "points", "worst", "best"})) return;
  const bool by_points = row.cell("shape") == "points";
  const bool has_points = !row.is_blank("points");
  const bool worst = !row.is_blank("worst");
  const bool best = !row.is_blank("best");
  if (by_points != has_points || (by_points ? worst || best : !worst || !best)) {
    const bool points = by_points || has_points;
    row.error(points  ? "points"
              : worst ? "best"
                      : "worst",
              {"incomplete-value",
               points ? "Points and the shape points go together, and replace worst and best."
                      : "The levels worst and best are not both given.",
               points ? "Write shape points, the points, and leave worst and best blank."
                      : "Write the level worth 0 and the level worth 1."});
    return;
  }
  const auto from = row.number("worst");
  const auto to = row.number("best");
  if (!from || !to || *from != *to) return;
  row.error("best", {"worst-is-best", "worst and best are the same level.",
                     "Write two levels between which the party sees a difference."});
}

using Check = void (*)(const RowUnderCheck&);

struct TableCheck {
  std::string_view table;
  Check check;
};

constexpr TableCheck kChecks[] = {
    {"baselines", check_probability}, {"claims", check_probability}, {"measures", check_measure},
    {"levels", check_estimate},       {"effects", check_effect},     {"limits", check_limit},
    {"interests", check_interest},
};

}  // namespace

void check_rows(const WrittenCase& written, Findings& findings) {
  for (const TableCheck& one : kChecks) {
    const WrittenTable& table = table_of(written, one.table);
    for (const WrittenRow& row : table.rows) {
      if (row.state != RowState::left_out) one.check(RowUnderCheck(table, row, findings));
    }
  }
}

}  // namespace nemawashi::model
