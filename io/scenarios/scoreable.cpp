// SPDX-License-Identifier: Apache-2.0
#include "io/scenarios/scoreable.h"

#include <algorithm>
#include <map>

#include "io/scenarios/text_lines.h"

namespace nemawashi::io::scenarios {
namespace {

constexpr const char* kConfig = "config.txt";
constexpr std::string_view kScores = "scores_files/";

/// A, B, .., Z, AA, AB, ..
std::string letters(std::size_t position) {
  std::string text;
  for (std::size_t rest = position + 1; rest > 0; rest = (rest - 1) / 26) {
    text.insert(text.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return text;
}

/// The party's scores, by issue and option, and its minimum.
struct Scores {
  std::vector<std::vector<Rational>> by_issue;
  Rational minimum;
};

Scores scores_of(const std::string& file, std::string_view bytes, FileFindings& findings) {
  Scores scores;
  const std::vector<TextLine> lines = lines_of(bytes);
  ScenarioSize size;
  for (const TextLine& line : lines) {
    const auto commas = std::count(line.text.begin(), line.text.end(), ',');
    const std::size_t fields = 1 + static_cast<std::size_t>(commas);
    if (!size.add_issue({file, line.number}, fields, findings)) return scores;
  }
  for (const TextLine& line : lines) {
    scores.by_issue.emplace_back();
    for (const std::string_view field : fields_of(line.text, ',')) {
      scores.by_issue.back().push_back(findings.number({file, line.number}, "A score", field));
    }
  }
  if (scores.by_issue.size() < 2 || scores.by_issue.back().size() != 1) {
    findings.error({file, lines.empty() ? 0 : lines.back().number}, "missing-part",
                   "The file does not end with a line that holds the party's minimum alone.",
                   "Write a line of scores for each issue, then the minimum.");
    return scores;
  }
  scores.minimum = scores.by_issue.back().front();
  scores.by_issue.pop_back();
  return scores;
}

Rational greatest_total(const Scores& scores) {
  Rational total = 0;
  for (const auto& issue : scores.by_issue) {
    if (!issue.empty()) total += *std::max_element(issue.begin(), issue.end());
  }
  return total;
}

class ScoreableReader {
 public:
  explicit ScoreableReader(const FileSet& files) : files_(files) {
    scenario_.format = "scoreable game";
    scenario_.unit = "points";
    scenario_.semantics = Semantics::raw;
    scenario_.best = 0;
    scenario_.quorum.emplace();
  }

  ScenarioReading reading() {
    for (const TextLine& line : lines_of(files_.at(kConfig))) {
      if (!read_party(line)) return concluded({}, findings_);
    }
    const std::size_t parties = scenario_.profiles.size();
    if (parties < 2) {
      findings_.error({kConfig, 0}, "no-profiles", "Fewer than two parties are named.",
                      "Write a line name,file,role for each party.");
    } else {
      scenario_.quorum->at_least = parties - 1;
    }
    if (scenario_.best <= 0) scenario_.best = 1;
    is_small_enough(scenario_, kConfig, findings_);
    return concluded(std::move(scenario_), findings_);
  }

 private:
  /// False if there is no room for more parties.
  bool read_party(const TextLine& line) {
    const FilePlace place{kConfig, line.number};
    const auto fields = fields_of(line.text, ',');
    if (fields.size() < 3) {
      findings_.error(place, "missing-part", "The line has fewer than three fields.",
                      "Write name,file,role, the role being p1, p2 or player.");
      return true;
    }
    if (fields[2] == "p1" || fields[2] == "p2") {
      scenario_.quorum->must.push_back(scenario_.profiles.size());
    } else if (fields[2] != "player") {
      findings_.error(place, "unknown-part", "'" + std::string(fields[2]) + "' is no role.",
                      "Write p1, p2 or player.");
    }
    const std::string file = std::string(kScores) + std::string(fields[1]) + ".txt";
    const auto found = files_.find(file);
    if (found == files_.end()) {
      findings_.error(place, "missing-part", "There is no file '" + file + "'.",
                      "Put it there, or correct the name.");
      return true;
    }
    // Parties may share a file, which is then read once.
    if (!read_.contains(file)) read_.emplace(file, scores_of(file, found->second, findings_));
    const Scores& scores = read_.at(file);
    std::size_t numbers = 0;
    for (const auto& issue : scores.by_issue) numbers += issue.size();
    if (!size_.add_profile(place, numbers, findings_)) return false;
    if (scenario_.issues.empty()) {
      name_issues(scores);
    } else if (!has_the_same_shape(scores)) {
      findings_.error({file, 0}, "missing-part",
                      "The file has other numbers of issues or options than the first party's.",
                      "Give every party a score for every option.");
    }
    scenario_.best = std::max(scenario_.best, greatest_total(scores));
    Profile profile;
    profile.name = std::string(fields[0]);
    profile.weights.assign(scores.by_issue.size(), 1);
    profile.evaluations = scores.by_issue;
    profile.reservation = scores.minimum;
    profile.states_reservation = true;
    scenario_.profiles.push_back(std::move(profile));
    return true;
  }

  void name_issues(const Scores& scores) {
    for (std::size_t i = 0; i < scores.by_issue.size(); ++i) {
      Issue issue{letters(i), {}};
      for (std::size_t o = 0; o < scores.by_issue[i].size(); ++o) {
        issue.options.push_back(issue.name + std::to_string(o + 1));
      }
      scenario_.issues.push_back(std::move(issue));
    }
  }

  bool has_the_same_shape(const Scores& scores) const {
    return std::equal(scores.by_issue.begin(), scores.by_issue.end(), scenario_.issues.begin(),
                      scenario_.issues.end(), [](const auto& line, const Issue& issue) {
                        return line.size() == issue.options.size();
                      });
  }

  const FileSet& files_;
  FileFindings findings_;
  Scenario scenario_;
  ScenarioSize size_;
  std::map<std::string, Scores> read_;  ///< by file
};

}  // namespace

bool is_scoreable(const FileSet& files) {
  return files.contains(kConfig) && std::any_of(files.begin(), files.end(), [](const auto& file) {
           return file.first.starts_with(kScores);
         });
}

ScenarioReading read_scoreable(const FileSet& files, const ScenarioOptions& /*options*/) {
  if (!files.contains(kConfig)) {
    FileFindings findings;
    findings.error({}, "missing-part", "There is no file 'config.txt'.",
                   "Name the parties in it, a line name,file,role each.");
    return concluded({}, findings);
  }
  return ScoreableReader(files).reading();
}

}  // namespace nemawashi::io::scenarios
