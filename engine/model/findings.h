// SPDX-License-Identifier: Apache-2.0
// Collects diagnostics, up to a bound, so that a file with a million errors is answered in bounded
// time and memory.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"

namespace nemawashi::model {

/// Findings of one severity that are kept; the rest are counted.
inline constexpr std::size_t kMostFindings = 1000;

/// Where a finding is; `row` 0 and an empty `column` mean the table, an empty `table` the case.
struct CellPlace {
  std::string_view table;
  std::size_t row = 0;
  std::string_view column;
};

/// What a finding says and how to mend it. `code` is stable and kebab-case.
struct Finding {
  std::string_view code;
  std::string message;
  std::string mend;
};

/// The text in quotes, cut where it is long.
std::string quoted(std::string_view text);

class Findings {
 public:
  void error(const CellPlace& place, Finding finding);
  void warning(const CellPlace& place, Finding finding);
  void information(const CellPlace& place, Finding finding);

  bool any_error() const { return counts_[0] > 0; }
  /// False once further errors are only counted, so that nobody need word them.
  bool has_room() const { return counts_[0] < kMostFindings; }

  /// The candidate nearest to `text`, or nothing. The work of all calls together is bounded; beyond
  /// it nothing is found.
  std::optional<std::string> nearest(std::string_view text,
                                     const std::vector<std::string>& candidates);
  /// The same as ` Did you mean 'x'?`, or nothing.
  std::string suggestion(std::string_view text, const std::vector<std::string>& candidates);

  /// All findings, by table in the order of the schema and by row, but missing tables first; a last
  /// one `too-many-findings` says how many were dropped.
  base::Diagnostics taken();

 private:
  void add(base::Severity severity, const CellPlace& place, Finding finding);

  base::Diagnostics diagnostics_;
  std::array<std::size_t, 3> counts_ = {};
  std::size_t work_left_ = 200'000'000;
};

}  // namespace nemawashi::model
