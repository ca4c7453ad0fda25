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
#include "engine/scenarios/case_tables.h"
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
  std::string domain;              ///< the domain's file, of several; blank: the only one
  std::optional<std::size_t>
      grid;  ///< values of each continuous issue; nothing: as the format says
};

struct ScenarioReading {
  std::optional<Scenario> scenario;  ///< present exactly if there is no error
  base::Diagnostics diagnostics;
};

/// A line of a file; 0: the file as a whole, or what `key` says.
struct FilePlace {
  std::string file;
  std::size_t line = 0;
  std::string key = {};  ///< in JSON: the pointer to the value (RFC 6901)
};

/// Collects errors and warnings, at most kMostFindings of each; what follows is dropped, after a
/// line that says so.
class FileFindings {
 public:
  static constexpr std::size_t kMostFindings = 1000;

  void error(const FilePlace& place, std::string code, std::string message, std::string mend);
  void warning(const FilePlace& place, std::string code, std::string message, std::string mend);
  /// Error `missing-part`: the file lacks `what`.
  void missing(const FilePlace& place, const std::string& what) {
    error(place, "missing-part", "The file lacks " + what + ".", "Add it.");
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
using nemawashi::scenarios::kMostEffects;

/// Whether the counts are within these limits; else an error.
bool is_small_enough(const Scenario& scenario, const std::string& file, FileFindings& findings);

/// Counts a scenario while it is read, so that one that is too large is refused before it is made:
/// a short file can ask for a range of many values again and again.
class ScenarioSize {
 public:
  /// Whether there is room for one more issue of so many options, or for one more profile of so
  /// many numbers; else an error `scenario-too-large`, the first time.
  bool add_issue(const FilePlace& place, std::size_t options, FileFindings& findings);
  bool add_profile(const FilePlace& place, std::size_t numbers, FileFindings& findings);
  /// The same for options that the sides of rectangles name.
  bool add_sides(const FilePlace& place, std::size_t options, FileFindings& findings);

  std::size_t options() const { return options_; }

 private:
  bool has_room(const FilePlace& place, FileFindings& findings);

  std::size_t issues_ = 0;
  std::size_t widest_ = 0;  ///< options of one issue
  std::size_t options_ = 0;
  std::size_t profiles_ = 0;
  std::size_t numbers_ = 0;
  std::size_t sides_ = 0;
  bool refused_ = false;
};

}  // namespace nemawashi::io::scenarios
