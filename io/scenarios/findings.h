// SPDX-License-Identifier: Apache-2.0
// What the readers of scenarios share: their options, their result, and how they say what is wrong.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/model/cells.h"
#include "engine/scenarios/scenario.h"

namespace nemawashi::io::scenarios {

using base::Rational;
using nemawashi::scenarios::Issue;
using nemawashi::scenarios::Profile;
using nemawashi::scenarios::Scenario;
using nemawashi::scenarios::Semantics;

struct ScenarioOptions {
  Semantics semantics = Semantics::genius;
  std::vector<std::string> seats;  ///< files of the profiles to read; none: all there are
  std::optional<std::size_t>
      grid;  ///< values of each continuous issue; nothing: as the format says
};

struct ScenarioReading {
  std::optional<Scenario> scenario;  ///< present exactly if there is no error
  base::Diagnostics diagnostics;
};

/// A line of a file; 0: the file as a whole.
struct FilePlace {
  std::string file;
  std::size_t line = 0;
};

/// Collects errors and warnings, at most kMostFindings of each; what follows is dropped, after a
/// line that says so.
class FileFindings {
 public:
  static constexpr std::size_t kMostFindings = 1000;

  void error(const FilePlace& place, std::string code, std::string message, std::string mend);
  void warning(const FilePlace& place, std::string code, std::string message, std::string mend);
  /// Error `missing-part`: the file lacks `what`.
  void missing(const std::string& file, const std::string& what) {
    error({file, 0}, "missing-part", "The file lacks " + what + ".", "Add it.");
  }
  bool has_errors() const { return errors_ > 0; }
  base::Diagnostics taken() { return std::move(diagnostics_); }

  /// The number in the text (base::parse_scientific, at most 60 characters), or 0 and an error
  /// `invalid-number` that calls it `what`.
  Rational number(const FilePlace& place, std::string_view what, std::string_view text);

 private:
  void add(base::Severity severity, const FilePlace& place, std::string code, std::string message,
           std::string mend);

  base::Diagnostics diagnostics_;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
};

/// The scenario if there was no error.
ScenarioReading concluded(Scenario scenario, FileFindings& findings);

/// The number of values of a continuous issue: as asked for, else `otherwise`. Below 2 or above
/// 1000 is an error.
std::size_t grid_points(const ScenarioOptions& options, std::size_t otherwise,
                        FileFindings& findings);

/// Parties beyond which a scenario is refused; issues and options as for every case.
inline constexpr std::size_t kMostParties = 1000;
using model::kMostIssues;
using model::kMostOptions;

/// Whether the counts are within these limits; else an error.
bool is_small_enough(const Scenario& scenario, const std::string& file, FileFindings& findings);

}  // namespace nemawashi::io::scenarios
