// SPDX-License-Identifier: Apache-2.0
#include "io/diff_json.h"

#include <array>

namespace nemawashi::io {
namespace {

Json side_json(const ask::Difference::Side& side) {
  return {{"case", side.id}, {"as_of", text_or_null(side.as_of)}};
}

std::string kind_word(ask::RowChange::Kind kind) {
  return kind == ask::RowChange::Kind::added     ? "added"
         : kind == ask::RowChange::Kind::removed ? "removed"
                                                 : "changed";
}

Json row_json(const ask::RowChange& change) {
  Json json;
  json["table"] = change.table;
  json["id"] = change.id;
  json["kind"] = kind_word(change.kind);
  json["words"] = change.words;
  json["party"] = text_or_null(change.party);
  Json& cells = json["cells"] = Json::array();
  for (const ask::CellChange& cell : change.cells) {
    cells.push_back({{"column", cell.column}, {"before", cell.before}, {"after", cell.after}});
  }
  return json;
}

Json by_party(const std::vector<std::pair<std::string, std::optional<model::Verdict>>>& verdicts) {
  Json json = Json::object();
  for (const auto& [party, verdict] : verdicts) {
    json[party] = verdict ? Json(verdict_word(*verdict)) : Json(nullptr);
  }
  return json;
}

Json verdicts_json(const ask::PackageVerdicts& verdicts) {
  Json json;
  json["feasible"] = verdicts.feasible;
  json["consent"] = verdict_word(verdicts.consent);
  json["parties"] = by_party(verdicts.parties);
  json["overridden"] = by_party(verdicts.overridden);
  return json;
}

Json step_change_json(const ask::StepChange& change) {
  static constexpr std::array kFound = {"objection", "excluded", "stands", "not_there"};
  return {{"step", change.step},
          {"may_pass", change.before ? "before" : "after"},
          {"found", kFound.at(static_cast<std::size_t>(change.found))},
          {"parties", change.parties},
          {"limits", change.limits}};
}

}  // namespace

Json diff_json(const ask::Difference& difference, const Json& seconds) {
  Json json;
  json["before"] = side_json(difference.before);
  json["after"] = side_json(difference.after);
  Json& rows = json["rows"] = Json::array();
  for (const ask::RowChange& change : difference.rows) rows.push_back(row_json(change));
  json["counts"] = {{"before", counts_json(difference.before.counts)},
                    {"after", counts_json(difference.after.counts)}};
  Json& packages = json["packages"] = Json::array();
  for (const ask::PackageChange& change : difference.packages) {
    packages.push_back({{"name", change.name},
                        {"before", verdicts_json(change.before)},
                        {"after", verdicts_json(change.after)},
                        {"same", change.same}});
  }
  json["steps"] = {{"before", difference.before.steps}, {"after", difference.after.steps}};
  Json& steps = json["step_changes"] = Json::array();
  for (const ask::StepChange& change : difference.steps) steps.push_back(step_change_json(change));
  json["complete"] = difference.before.counts.exact() && difference.after.counts.exact();
  json["seconds"] = seconds;
  return json;
}

}  // namespace nemawashi::io
