// SPDX-License-Identifier: Apache-2.0
#include "engine/scenarios/case_tables.h"

#include <initializer_list>
#include <unordered_set>

#include "engine/model/case.h"
#include "engine/scenarios/names.h"

namespace nemawashi::scenarios {
namespace {

using base::Severity;

constexpr const char* kSource = "scenario";
constexpr const char* kBaseline = "no_agreement";

class TableMaker {
 public:
  explicit TableMaker(const Scenario& scenario) : scenario_(scenario) {
    IdMaker parties;
    for (const Profile& profile : scenario.profiles) {
      parties_.push_back(parties.id_of(profile.name, "party"));
    }
    IdMaker issues;
    for (const Issue& issue : scenario.issues) {
      issues_.push_back(issues.id_of(issue.name, "issue"));
      IdMaker options;
      options_.emplace_back();
      for (const std::string& option : issue.options) {
        options_.back().push_back(options.id_of(option, "option"));
      }
    }
  }

  CaseTables tables() {
    if (!is_small_enough()) return std::move(result_);
    write_case();
    write_issues();
    start("parties", {"id", "name", "kind", "discount", "source", "note"});
    start("gates", {"id", "party", "act", "source"});
    start("measures", {"id", "name", "unit", "category", "better", "combine", "source"});
    start("levels", {"id", "measure", "bearer", "likely", "source", "basis", "note"});
    start("baselines", {"id", "text", "probability", "source"});
    row("baselines", {kBaseline, "There is no agreement: each party has its reservation utility.",
                      "1", kSource});
    start("effects", {"id", "when", "baseline", "measure", "bearer", "likely", "source", "note"});
    start("interests",
          {"id", "party", "measure", "bearer", "worst", "best", "shape", "weight", "source"});
    start("positions", {"id", "party", "kind", "words", "source"});
    for (std::size_t p = 0; p < parties_.size(); ++p) write_party(p);
    if (result_.workbook->tables["positions"].rows.empty()) {
      result_.workbook->tables.erase("positions");
    }
    if (base::has_errors(result_.diagnostics)) result_.workbook.reset();
    return std::move(result_);
  }

 private:
  bool is_small_enough() {
    std::size_t effects = 0;
    for (const Profile& profile : scenario_.profiles) {
      effects += 1 + profile.rectangles.size();
      if (profile.weights.empty()) continue;
      for (const Issue& issue : scenario_.issues) effects += issue.options.size();
    }
    result_.workbook.emplace();
    if (effects <= kMostEffects) return true;
    result_.workbook.reset();
    result_.diagnostics.push_back({Severity::error, "scenario-too-large", "", 0, "",
                                   "The scenario has " + std::to_string(effects) +
                                       " options and rectangles over all parties; a case holds " +
                                       std::to_string(kMostEffects) + ".",
                                   "Read fewer profiles (--seats), or a coarser grid (--grid)."});
    return false;
  }

  void start(const std::string& table, std::initializer_list<std::string> columns) {
    result_.workbook->tables[table].columns = columns;
  }

  void row(const std::string& table, std::vector<std::string> cells) {
    auto& rows = result_.workbook->tables[table].rows;
    rows.push_back({rows.size() + 2, std::move(cells)});
  }

  /// The number as text; too long for a cell is an error.
  std::string number(const Rational& value, const std::string& party) {
    std::string text = base::literal_text(value);
    if (text.size() <= base::kLongestNumber) return text;
    result_.diagnostics.push_back({Severity::error, "number-too-long", "", 0, "",
                                   "A utility of " + party + " has more than " +
                                       std::to_string(base::kLongestNumber) +
                                       " digits when written exactly.",
                                   "Give weights and evaluations with fewer digits."});
    return "0";
  }

  std::string gate(std::size_t party) const { return "yes_" + parties_[party]; }

  std::string consent() const {
    if (!scenario_.quorum) return "";
    std::string rule = "all(";
    for (const std::size_t party : scenario_.quorum->must) rule += gate(party) + ", ";
    rule += "at_least(" + std::to_string(scenario_.quorum->at_least);
    for (std::size_t p = 0; p < parties_.size(); ++p) rule += ", " + gate(p);
    return rule + "))";
  }

  /// Of whom the scenario states no reservation utility, so that 0 is taken.
  std::string assumed_reservations() const {
    std::string names;
    bool all = true;
    for (const Profile& profile : scenario_.profiles) {
      if (profile.states_reservation) {
        all = false;
      } else {
        names += (names.empty() ? "" : ", ") + profile.name;
      }
    }
    if (names.empty()) return "";
    return " No reservation utility is stated" + (all ? "" : " for " + names) +
           ": 0 is taken, so that no package is worse for " + (all ? "any party" : "them") +
           " than no agreement unless its utility is below 0.";
  }

  void write_case() {
    std::string note = "The scenario has no date; as_of is only a label.";
    for (const std::string& remark : scenario_.remarks) note += " " + remark;
    start("case",
          {"id", "title", "question", "as_of", "consent", "reservation", "prepared", "note"});
    row("case", {IdMaker().id_of(scenario_.name, "scenario"), scenario_.name,
                 "Which packages leave no party whose yes is needed below its reservation utility?",
                 std::string(model::kUndated), consent(), "baselines",
                 "Read by nema from a scenario in the format " + scenario_.format +
                     "; no number was changed but by the arithmetic that the format asks for." +
                     assumed_reservations(),
                 note});
    start("sources", {"id", "title", "address", "access", "note"});
    row("sources", {kSource, scenario_.provenance.title, scenario_.provenance.address, "public",
                    scenario_.provenance.note});
    for (const std::string& remark : scenario_.remarks) {
      result_.diagnostics.push_back({Severity::information, "scenario-reading", "", 0, "", remark,
                                     "Nothing, if this is what you mean."});
    }
  }

  void write_issues() {
    start("issues", {"id", "name", "source"});
    for (std::size_t i = 0; i < issues_.size(); ++i) {
      row("issues", {issues_[i], scenario_.issues[i].name, kSource});
      for (std::size_t o = 0; o < options_[i].size(); ++o) {
        row("issues", {issues_[i] + "=" + options_[i][o], scenario_.issues[i].options[o], kSource});
      }
    }
  }

  void write_party(std::size_t p) {
    const Profile& profile = scenario_.profiles[p];
    const std::string& id = parties_[p];
    const std::string measure = "utility_" + id;
    row("parties",
        {id, profile.name, "office",
         profile.discount ? number(*profile.discount, profile.name) : "", kSource, profile.note});
    row("gates", {gate(p), id, profile.name + " agrees to the package", kSource});
    row("measures", {measure, "Utility of " + profile.name, scenario_.unit, scenario_.unit, "more",
                     "sum", kSource});
    row("levels", {"base_" + id, measure, id, "0", kSource, "derived",
                   "a package's utility is counted from 0"});
    row("interests",
        {"in_" + id, id, measure, id, "0", number(scenario_.best, profile.name),
         scenario_.semantics == Semantics::genius ? "capped" : "linear", "1", kSource});
    const auto effect = [&](const std::string& suffix, const std::string& when,
                            const std::string& baseline, const Rational& amount,
                            const std::string& note) {
      std::string name = id + "." + suffix;  // Names with dots may join to the same.
      for (std::size_t next = 2; !effect_ids_.insert(name).second; ++next) {
        name = id + "." + suffix + "_" + std::to_string(next);
      }
      row("effects",
          {name, when, baseline, measure, id, number(amount, profile.name), kSource, note});
    };
    effect("reservation", "", kBaseline, profile.reservation,
           profile.states_reservation ? "" : "the scenario states none; 0 is taken");
    for (std::size_t i = 0; i < profile.weights.size(); ++i) {
      for (std::size_t o = 0; o < options_[i].size(); ++o) {
        const std::string option = issues_[i] + "=" + options_[i][o];
        effect(issues_[i] + "." + options_[i][o], option, "",
               profile.weights[i] * profile.evaluations[i][o], "");
      }
    }
    for (std::size_t r = 0; r < profile.rectangles.size(); ++r) {
      effect("rectangle_" + std::to_string(r + 1), condition(profile.rectangles[r]), "",
             profile.rectangles[r].amount, "");
    }
    for (std::size_t k = 0; k < profile.positions.size(); ++k) {
      row("positions",
          {id + ".position_" + std::to_string(k + 1), id, "wish", profile.positions[k], kSource});
    }
  }

  std::string condition(const Rectangle& rectangle) const {
    std::string text;
    for (const Side& side : rectangle.sides) {
      text += (text.empty() ? "" : " & ") + issues_[side.issue] + " = ";
      for (std::size_t k = 0; k < side.options.size(); ++k) {
        text += (k == 0 ? "" : "|") + options_[side.issue][side.options[k]];
      }
    }
    return text;
  }

  const Scenario& scenario_;
  std::vector<std::string> parties_;
  std::vector<std::string> issues_;
  std::vector<std::vector<std::string>> options_;
  std::unordered_set<std::string> effect_ids_;
  CaseTables result_;
};

}  // namespace

CaseTables case_tables(const Scenario& scenario) { return TableMaker(scenario).tables(); }

}  // namespace nemawashi::scenarios
