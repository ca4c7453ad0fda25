// SPDX-License-Identifier: Apache-2.0
#include "io/report_json.h"

#include <array>
#include <stdexcept>

#include "io/brief_json.h"
#include "io/diff_json.h"
#include "io/house_json.h"
#include "io/lookup_json.h"
#include "io/show_json.h"
#include "io/why_json.h"

namespace nemawashi::io {
namespace {

/// Where the template leaves room.
constexpr std::string_view kRoom = "{\"nemawashi_report\":0}";

std::string kind_word(ask::ReportColumn::Kind kind) {
  static constexpr std::array kWords = {"unchanged", "chosen", "named", "nearest", "step"};
  return kWords.at(static_cast<std::size_t>(kind));
}

Json columns_json(const model::Case& a_case, const std::vector<ask::ReportColumn>& columns) {
  Json json = Json::array();
  for (const ask::ReportColumn& column : columns) {
    Json entry;
    entry["kind"] = kind_word(column.kind);
    entry["name"] = text_or_null(column.name);
    entry["package"] = package_json(a_case, column.package);
    json.push_back(std::move(entry));
  }
  return json;
}

Json points_json(const model::Case& a_case, const agree::Frontier& frontier) {
  Json json = Json::array();
  for (const agree::WorthPoint& point : frontier.points) {
    Json entry;
    Json& worth = entry["worth"] = Json::array();
    for (const auto& value : point.worth) worth.push_back(base::approximate(value));
    entry["packages"] = point.packages.get_str();
    Json& members = entry["members"] = Json::array();
    for (const auto& member : point.members) members.push_back(package_json(a_case, member));
    json.push_back(std::move(entry));
  }
  return json;
}

Json frontier_json(const model::Case& a_case, const ask::PairFrontier& pair) {
  Json json;
  json["between"] = ids_json(a_case, pair.question.between);
  json["over"] = pair.question.over == agree::Over::feasible ? "feasible" : "ratifiable";
  json["certainty"] = certainty_word(pair.question.certainty);
  json["proved"] = pair.frontier.unvisited == 0;
  json["count"] = pair.points;
  json["points"] = points_json(a_case, pair.frontier);
  Json& reservations = json["reservations"] = Json::array();
  for (const auto& least : pair.least_worth) {
    reservations.push_back(least ? Json(base::approximate(*least)) : Json(nullptr));
  }
  return json;
}

constexpr std::string_view kLetters =
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// How many letters tell so many options apart.
std::size_t letters_for(std::size_t options) {
  std::size_t letters = 1;
  for (std::size_t reach = kLetters.size(); reach < options; reach *= kLetters.size()) ++letters;
  return letters;
}

std::string letters_of(const model::Case& a_case, const model::Package& package) {
  std::string text;
  for (std::size_t i = 0; i < package.size(); ++i) {
    std::string letters(letters_for(a_case.issues[i].options.size()), '0');
    std::size_t rest = package[i].value;
    for (std::size_t place = letters.size(); rest > 0; rest /= kLetters.size()) {
      letters[--place] = kLetters[rest % kLetters.size()];
    }
    text += letters;
  }
  return text;
}

Json passing_json(const model::Case& a_case, const ask::Passing& passing) {
  Json json;
  json["count"] = passing.count.least.get_str();
  json["exact"] = passing.count.exact();
  if (!passing.count.exact()) json["count_at_most"] = passing.count.most.get_str();
  Json& letters = json["letters"] = Json::array();
  for (const auto& issue : a_case.issues) letters.push_back(letters_for(issue.options.size()));
  Json& packages = json["packages"] = Json::array();
  for (const auto& package : passing.packages) packages.push_back(letters_of(a_case, package));
  json["inside_question"] = passing.inside_question;
  return json;
}

Json missing_json(const std::vector<ask::Missing>& missing) {
  static constexpr std::array kParts = {"counts", "hinges", "columns",   "passing",
                                        "lookup", "why",    "frontiers", "house"};
  Json json = Json::array();
  for (const ask::Missing& one : missing) {
    const bool stopped = one.reason == ask::Missing::Reason::stopped;
    json.push_back({{"part", kParts.at(static_cast<std::size_t>(one.part))},
                    {"reason", stopped ? "stopped" : "too_large"}});
  }
  return json;
}

Json framing_json(const model::Case& a_case, const std::vector<ask::Subject>& framing) {
  Json json = Json::array();
  for (const ask::Subject& subject : framing) {
    Json entry;
    entry["subject"] = subject.name;
    entry["issues"] = ids_json(a_case, subject.issues);
    entry["measures"] = ids_json(a_case, subject.measures);
    entry["gates"] = ids_json(a_case, subject.gates);
    json.push_back(std::move(entry));
  }
  return json;
}

Json dated_json(const ask::DatedReport& dated, double seconds) {
  const model::Case& a_case = *dated.brief->a_case;
  Json json;
  json["as_of"] = text_or_null(a_case.as_of);
  json["chosen"] = dated.chosen ? package_json(a_case, *dated.chosen) : Json(nullptr);
  json["incomplete"] = missing_json(dated.missing);
  json["case"] = show_json(a_case);
  json["brief"] = dated_brief_json(*dated.brief);
  json["why"] = why_json(a_case, dated.why, nullptr);
  Json& changes = json["smallest_changes"] = Json::array();
  for (const ask::ChangesFrom& of : dated.smallest_changes) {
    Json entry;
    entry["from"] = package_json(a_case, of.from);
    entry["changes"] = smallest_changes_json(a_case, of.from, of.changes);
    changes.push_back(std::move(entry));
  }
  json["columns"] = columns_json(a_case, dated.columns);
  Json& frontiers = json["frontiers"] = Json::array();
  for (const auto& pair : dated.frontiers) frontiers.push_back(frontier_json(a_case, pair));
  json["frontier_pairs_left_out"] = dated.pairs_left_out;
  json["passing"] = passing_json(a_case, dated.passing);
  json["lookup"] = lookup_json(a_case, dated.lookup);
  json["framing"] = framing_json(a_case, dated.framing);
  json["house"] = dated.house ? house_json(a_case, *dated.house, seconds) : Json(nullptr);
  return json;
}

}  // namespace

Json report_json(const ask::Report& report, const ReportFacts& facts) {
  Json json;
  json["nemawashi_report"] = 1;
  json["version"] = facts.version;
  json["language"] = facts.language == Language::english ? "en" : "ja";
  json["complete"] = report.complete();
  Json& dates = json["dates"] = Json::array();
  for (const auto& dated : report.dates) dates.push_back(dated_json(dated, facts.seconds));
  Json& changes = json["changes"] = Json::array();
  for (const auto& change : report.changes) changes.push_back(diff_json(change, nullptr));
  json["seconds"] = facts.seconds;
  return json;
}

std::string report_page(std::string_view page_template, const Json& answers) {
  const std::size_t at = page_template.find(kRoom);
  if (at == std::string_view::npos) throw std::logic_error("the page has no room for answers");
  // In JSON every `<` stands in a string, where \u003c means the same and ends no element.
  std::string text;
  for (const char c : answers.dump(-1, ' ', false, Json::error_handler_t::replace)) {
    if (c == '<') {
      text += "\\u003c";
    } else {
      text += c;
    }
  }
  return std::string(page_template.substr(0, at)) + text +
         std::string(page_template.substr(at + kRoom.size()));
}

}  // namespace nemawashi::io
