// SPDX-License-Identifier: Apache-2.0
#include "io/scenarios/decide.h"

#include <algorithm>
#include <map>

#include "io/scenarios/spatial.h"
#include "io/scenarios/text_lines.h"

namespace nemawashi::io::scenarios {
namespace {

constexpr char kQuote = '\'';

class DecideReader {
 public:
  explicit DecideReader(std::string file) : file_(std::move(file)) {
    model_.name = file_.substr(0, file_.rfind('.'));
    model_.format = "DECIDE table";
  }

  void read(const TextLine& line) {
    std::vector<std::string> fields;
    for (const std::string_view field : fields_of(line.text, '\t')) {
      fields.push_back(unquoted(field, kQuote));
    }
    const FilePlace place{file_, line.number};
    const std::string kind = fields.empty() ? "" : fields[0];
    const std::size_t needed = kind == "#A" || kind == "#P" ? 2 : kind == "#M" ? 3 : 6;
    const std::size_t most = std::max<std::size_t>(needed, kind == "#A" || kind == "#P" ? 4 : 0);
    if (kind != "#A" && kind != "#P" && kind != "#M" && kind != "#D") {
      findings_.error(place, "unknown-part", "The line does not begin with #A, #P, #M or #D.",
                      "Begin it with one of them, and separate fields by tabs.");
    } else if (fields.size() < needed) {
      findings_.error(place, "missing-part",
                      "A line " + kind + " has " + std::to_string(needed) + " fields, this one " +
                          std::to_string(fields.size()) + ".",
                      "Separate fields by tabs.");
    } else if (fields.size() > most) {
      findings_.error(place, "cell-count",
                      "A line " + kind + " has at most " + std::to_string(most) +
                          " fields, this one " + std::to_string(fields.size()) + ".",
                      "Take the others out; look for a tab inside a text.");
    } else if (kind == "#A") {
      add_actor(place, fields);
    } else if (kind == "#P") {
      add_issue(place, fields);
    } else if (kind == "#M") {
      add_bound(place, fields);
    } else {
      stances_.push_back({place, fields});
    }
  }

  /// Whether what was read so far can be part of a case.
  bool has_room() const {
    return model_.actors.size() <= kMostParties && model_.issues.size() <= kMostIssues &&
           stances_.size() <= kMostEffects;
  }

  ScenarioReading reading(const ScenarioOptions& options) {
    ScenarioSize size;
    if (!is_small_enough(model_, file_, findings_) ||
        !size.add_profile({file_}, stances_.size(), findings_)) {
      return concluded({}, findings_);
    }
    for (SpatialActor& actor : model_.actors) actor.stances.resize(model_.issues.size());
    for (const auto& [place, fields] : stances_) add_stance(place, fields);
    if (findings_.has_errors()) return concluded({}, findings_);
    Scenario scenario = scenario_of(model_, file_, options, findings_);
    return concluded(std::move(scenario), findings_);
  }

 private:
  void repeated(const FilePlace& place, const std::string& name) {
    findings_.error(place, "repeated-part", "'" + name + "' is named twice.", "Keep one.");
  }

  void add_actor(const FilePlace& place, const std::vector<std::string>& fields) {
    if (!actors_.emplace(fields[1], model_.actors.size()).second) repeated(place, fields[1]);
    const bool named = fields.size() > 2 && !fields[2].empty();
    model_.actors.push_back(
        {named ? fields[2] : fields[1], fields.size() > 3 ? fields[3] : "", {}, place.line});
  }

  void add_issue(const FilePlace& place, const std::vector<std::string>& fields) {
    if (!issues_.emplace(fields[1], model_.issues.size()).second) repeated(place, fields[1]);
    const bool named = fields.size() > 2 && !fields[2].empty();
    model_.issues.push_back({named ? fields[2] : fields[1], 0, 0, place.line});
    bounded_.push_back(false);
  }

  void add_bound(const FilePlace& place, const std::vector<std::string>& fields) {
    const auto issue = found(place, issues_, fields[1], "issue");
    if (!issue) return;
    const Rational bound = findings_.number(place, "The bound", fields[2]);
    SpatialIssue& about = model_.issues[*issue];
    about.least = bounded_[*issue] ? std::min(about.least, bound) : bound;
    about.greatest = bounded_[*issue] ? std::max(about.greatest, bound) : bound;
    bounded_[*issue] = true;
  }

  void add_stance(const FilePlace& place, const std::vector<std::string>& fields) {
    const auto actor = found(place, actors_, fields[1], "actor");
    const auto issue = found(place, issues_, fields[2], "issue");
    if (!actor || !issue) return;
    auto& stance = model_.actors[*actor].stances[*issue];
    if (stance) repeated(place, fields[1] + "' on '" + fields[2]);
    stance =
        SpatialStance{findings_.number(place, "The position", fields[3]),
                      findings_.number(place, "The salience", fields[4]), fields[5], place.line};
  }

  std::optional<std::size_t> found(const FilePlace& place,
                                   const std::map<std::string, std::size_t>& names,
                                   const std::string& name, const std::string& what) {
    const auto position = names.find(name);
    if (position != names.end()) return position->second;
    findings_.error(place, "unknown-part", "'" + name + "' is no " + what + " of the file.",
                    "Name it in a line " + std::string(what == "actor" ? "#A" : "#P") + " before.");
    return std::nullopt;
  }

  std::string file_;
  SpatialModel model_;
  FileFindings findings_;
  std::map<std::string, std::size_t> actors_;
  std::map<std::string, std::size_t> issues_;
  std::vector<bool> bounded_;
  std::vector<std::pair<FilePlace, std::vector<std::string>>> stances_;
};

}  // namespace

bool is_decide(std::string_view bytes) {
  const auto lines = lines_of(bytes.substr(0, 2000));
  if (lines.empty()) return false;
  const auto fields = fields_of(lines.front().text, '\t');
  const std::string kind = fields.size() < 2 ? "" : unquoted(fields.front(), kQuote);
  return kind == "#A" || kind == "#P";
}

ScenarioReading read_decide(const std::string& file, std::string_view bytes,
                            const ScenarioOptions& options) {
  DecideReader reader(file);
  for (const TextLine& line : lines_of(bytes)) {
    if (reader.has_room()) reader.read(line);
  }
  return reader.reading(options);
}

}  // namespace nemawashi::io::scenarios
