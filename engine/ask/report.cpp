// SPDX-License-Identifier: Apache-2.0
#include "engine/ask/report.h"

#include <algorithm>
#include <functional>
#include <set>

#include "engine/base/parallel.h"
#include "engine/model/levels.h"

namespace nemawashi::ask {
namespace {

using agree::Question;
using model::Certainty;
using model::PartyIndex;
using model::Verdict;

constexpr std::size_t kStepsShown = 4;
constexpr std::size_t kNearestShown = 2;

/// Of one date, all that its parts read.
struct Asked {
  const DatedBrief& brief;
  const ReportRequest& request;
  std::optional<model::Package> chosen;
  const agree::SearchOptions& options;

  const model::Case& a_case() const { return *brief.a_case; }
  agree::Problem problem() const {
    return {a_case(), brief.agree.question.reading,
            agree::whole_scope(a_case(), agree::Overrides::fixed_at_no)};
  }
};

/// Adds a package unless it is there already.
void add_column(std::vector<ReportColumn>& columns, ReportColumn::Kind kind, std::string name,
                const model::Package& package) {
  const bool known = std::any_of(columns.begin(), columns.end(), [&](const ReportColumn& column) {
    return column.package == package && column.kind != ReportColumn::Kind::today;
  });
  if (!known) columns.push_back({kind, std::move(name), package});
}

/// The packages nearest to one that the case names which may pass: inside the question, or
/// anywhere where none does.
std::vector<model::Package> nearest_to(const Asked& asked, const model::Package& from) {
  for (const auto question : {Question::inside, Question::anywhere}) {
    const agree::Nearest found = agree::nearest(
        asked.problem(), from, {Certainty::possible, question}, kNearestShown, asked.options);
    if (!found.members.empty()) return found.members;
  }
  return {};
}

std::vector<ReportColumn> columns_of(const Asked& asked) {
  using Kind = ReportColumn::Kind;
  std::vector<ReportColumn> columns;
  const model::Case& a_case = asked.a_case();
  const model::Package standing = model::standing_package(a_case);
  if (model::everything_stands(a_case)) columns.push_back({Kind::today, {}, standing});
  if (asked.chosen) add_column(columns, Kind::chosen, {}, *asked.chosen);
  for (const NamedPackage& named : asked.brief.packages) {
    add_column(columns, Kind::named, named.name, named.report.package);
  }
  if (!asked.brief.packages.empty()) {
    const NamedPackage& first = asked.brief.packages.front();
    for (const auto& package : nearest_to(asked, first.report.package)) {
      add_column(columns, Kind::nearest, first.name, package);
    }
  }
  for (std::size_t i = 0; i < std::min(kStepsShown, asked.brief.steps.size()); ++i) {
    const Step& step = asked.brief.steps[i];
    const model::Issue& issue = a_case.at(step.issue);
    add_column(columns, Kind::step, issue.options[step.option.value].name, step.report.package);
  }
  return columns;
}

/// Parties of gates with interests: those on whom most named packages hang first.
std::vector<PartyIndex> parties_for_pairs(const Asked& asked) {
  const model::Case& a_case = asked.a_case();
  std::vector<std::size_t> doubts(a_case.parties.size(), 0);
  for (const NamedPackage& named : asked.brief.packages) {
    for (const auto party : agree::parties_asked(a_case, named.report.package)) {
      const auto& yes = named.report.answers[party.value].yes;
      if (model::verdict(yes) != Verdict::no_objection) ++doubts[party.value];
    }
  }
  std::set<PartyIndex> found;
  for (const model::Gate& gate : a_case.gates) {
    if (!a_case.interests_of[gate.party.value].empty()) found.insert(gate.party);
  }
  std::vector<PartyIndex> parties(found.begin(), found.end());
  std::stable_sort(parties.begin(), parties.end(),
                   [&](PartyIndex a, PartyIndex b) { return doubts[a.value] > doubts[b.value]; });
  return parties;
}

/// Of feasible packages, and of those that may pass, and that pass for certain where any does.
std::vector<agree::FrontierQuestion> questions_between(const Asked& asked, PartyIndex a,
                                                       PartyIndex b) {
  std::vector<agree::FrontierQuestion> questions;
  questions.push_back({{a, b}, agree::Over::feasible, Certainty::possible, 1});
  for (const auto certainty : {Certainty::possible, Certainty::necessary}) {
    const auto& counts = asked.brief.agree.without.counts.under(certainty).all;
    if (counts.most > 0) questions.push_back({{a, b}, agree::Over::ratifiable, certainty, 1});
  }
  return questions;
}

/// Pairs of the first parties, as many as asked for.
void take_frontiers(const Asked& asked, DatedReport& report) {
  const std::vector<PartyIndex> parties = parties_for_pairs(asked);
  std::vector<agree::FrontierQuestion> questions;
  std::size_t pairs = 0;
  for (std::size_t later = 1; later < parties.size(); ++later) {
    for (std::size_t first = 0; first < later; ++first) {
      if (pairs == asked.request.pairs) {
        ++report.pairs_left_out;
        continue;
      }
      ++pairs;
      for (auto& question : questions_between(asked, parties[first], parties[later])) {
        questions.push_back(std::move(question));
      }
    }
  }
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const double share = 1 / static_cast<double>(questions.size() - i);
    report.frontiers.push_back(
        {questions[i], agree::frontier(asked.problem(), questions[i], asked.options.part(share))});
    auto& points = report.frontiers.back().frontier.points;
    report.frontiers.back().points = points.size();
    if (points.size() > asked.request.points) points.resize(asked.request.points);
  }
}

Passing passing_of(const Asked& asked) {
  Passing result;
  const auto& counts = asked.brief.agree.without.counts.under(Certainty::possible);
  result.count = counts.all.least;
  const agree::Problem problem = asked.problem();
  const auto take = [&](Question question) {
    return agree::first_packages(problem, {Certainty::possible, question}, asked.request.list,
                                 asked.options);
  };
  if (counts.inside_question.most > 0) result.packages = take(Question::inside);
  result.inside_question = result.packages.size();
  if (counts.inside_question.least == counts.all.least) return result;
  for (model::Package& package : take(Question::anywhere)) {
    if (result.packages.size() >= asked.request.list) break;
    if (!model::is_wanted(asked.a_case(), package)) result.packages.push_back(std::move(package));
  }
  return result;
}

WhyAnswer why_of(const Asked& asked) {
  constexpr std::size_t kSets = 200;
  WhyRequest request;
  if (asked.chosen) {
    request.asked.options = asked.request.options;
  } else if (!asked.brief.packages.empty()) {
    request.asked.options = {asked.brief.packages.front().name};
  }
  const ResolvedQuestion resolved = resolve(asked.a_case(), request.asked);
  return why(asked.a_case(), resolved.question, kSets, asked.options);
}

DatedReport dated_report(const Asked& asked) {
  DatedReport result;
  result.brief = &asked.brief;
  result.why = why_of(asked);
  result.columns = columns_of(asked);
  result.passing = passing_of(asked);
  result.framing = framing(asked.a_case());
  agree::LookupOptions lookup_options;
  lookup_options.search = asked.options.part(0.3);
  result.lookup = agree::lookup(asked.a_case(), asked.brief.agree.question.reading, lookup_options);
  take_frontiers(asked, result);
  return result;
}

/// The package that the request names, at one date; an error where it cannot be found.
std::optional<model::Package> chosen_package(const model::Case& a_case,
                                             const ReportRequest& request,
                                             base::Diagnostics& diagnostics) {
  if (request.options.empty()) return std::nullopt;
  AgreeRequest asked;
  asked.options = request.options;
  ResolvedQuestion resolved = resolve(a_case, asked);
  base::append(diagnostics, std::move(resolved.diagnostics));
  if (base::has_errors(diagnostics)) return std::nullopt;
  if (!resolved.question.is_named) {
    diagnostics.push_back({base::Severity::error, "several-options", "", 0, "",
                           "The report was given several options of one issue.",
                           "Name one option an issue: a report begins with one package."});
    return std::nullopt;
  }
  return resolved.question.named;
}

Version version_of(const model::Workbook& workbook, const DatedBrief& brief) {
  return {workbook, *brief.a_case, brief.agree.without.counts, brief.packages, brief.steps};
}

}  // namespace

Report report(const model::Workbook& workbook, const ReportRequest& request,
              const agree::SearchOptions& options) {
  Report result;
  result.brief = brief(workbook, request.as_of, options.reporting_part(0.4));
  result.diagnostics = result.brief.diagnostics;
  if (result.brief.dates.empty()) return result;
  std::vector<Asked> asked;
  const agree::SearchOptions rest = options.part(1);
  for (const DatedBrief& dated : result.brief.dates) {
    base::Diagnostics found;
    auto chosen = chosen_package(*dated.a_case, request, found);
    if (base::has_errors(found)) {
      result.diagnostics = std::move(found);
      return result;
    }
    if (asked.empty()) result.chosen = chosen;
    asked.push_back({dated, request, std::move(chosen), rest});
  }
  result.dates.resize(asked.size());
  std::vector<std::function<void()>> tasks;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    tasks.emplace_back([&, i] { result.dates[i] = dated_report(asked[i]); });
  }
  base::run_all(tasks, options.threads);
  for (std::size_t i = 1; i < asked.size(); ++i) {
    result.changes.push_back(difference(version_of(workbook, result.brief.dates[i - 1]),
                                        version_of(workbook, result.brief.dates[i])));
  }
  for (const DatedBrief& dated : result.brief.dates) {
    result.complete = result.complete && dated.agree.complete;
  }
  result.complete = result.complete && !options.control.stopped();
  return result;
}

}  // namespace nemawashi::ask
