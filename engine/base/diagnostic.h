// SPDX-License-Identifier: Apache-2.0
// What is wrong with an input, where, and how to mend it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <vector>

namespace nemawashi::base {

enum class Severity { error, warning, information };

/// One finding about an input. `code` is stable and kebab-case. `table` is the name of a table, or
/// the name of a file with its ending where no table is meant; `row` is the line in that file, the
/// row in the sheet or the place in the list (1 is the header). They and `column` may be empty or 0
/// where the finding is wider than a cell.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;
  std::string table;
  std::size_t row = 0;
  std::string column;
  std::string message;
  std::string mend;

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

inline void append(Diagnostics& to, Diagnostics from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

inline bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

}  // namespace nemawashi::base
