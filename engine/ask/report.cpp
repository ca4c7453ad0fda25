// SPDX-License-Identifier: Apache-2.0
#include "engine/ask/report.h"

#include <algorithm>
#include <functional>

#include "engine/base/parallel.h"
#include "engine/model/levels.h"

namespace nemawashi::ask {
namespace {

using agree::Question;
using model::Certainty;
using model::PartyIndex;
using model::Verdict;

constexpr std::size_t kStepColumns = 4;
constexpr std::size_t kNearestShown = 2;

/// Of one date, all that its parts read.
struct Asked {
  const DatedBrief& brief;
  const ReportRequest& request;
  AgreeQuestion question;  ///< about the package that the request names, else the case's first

  const model::Case& a_case() const { return *brief.a_case; }
  const model::Package* chosen() const {
    return request.options.empty() ? nullptr : &question.named;
  }
  agree::Problem problem() const {
    return {a_case(), brief.agree.question.reading,
            agree::whole_scope(a_case(), agree::Overrides::fixed_at_no)};
  }
};

void add_missing(DatedReport& report, Missing::Part part, Missing::Reason reason) {
  report.missing.push_back({part, reason});
}

/// Adds a package unless it is there already; that without changes takes the name that the case has
/// for it.
void add_column(std::vector<ReportColumn>& columns, ReportColumn::Kind kind, std::string name,
                const model::Package& package) {
  const auto known = std::find_if(columns.begin(), columns.end(), [&](const ReportColumn& column) {
    return column.package == package;
  });
  if (known == columns.end()) {
    columns.push_back({kind, std::move(name), package});
  } else if (known->kind == ReportColumn::Kind::unchanged && kind == ReportColumn::Kind::named) {
    known->name = std::move(name);
  }
}

/// The packages nearest to one that the case names which may pass: inside the question, or
/// anywhere where none does.
std::vector<model::Package> nearest_to(const Asked& asked, const model::Package& from,
                                       const agree::SearchOptions& options, DatedReport& report) {
  for (const auto question : {Question::inside, Question::anywhere}) {
    const agree::Nearest found = agree::nearest(
        asked.problem(), from, {Certainty::possible, question}, kNearestShown, options);
    if (found.unvisited > 0) {
      add_missing(report, Missing::Part::columns, Missing::Reason::stopped);
      return found.members;
    }
    if (!found.members.empty()) return found.members;
  }
  return {};
}

void take_columns(const Asked& asked, const agree::SearchOptions& options, DatedReport& report) {
  using Kind = ReportColumn::Kind;
  std::vector<ReportColumn>& columns = report.columns;
  const model::Case& a_case = asked.a_case();
  const model::Package standing = model::standing_package(a_case);
  if (model::everything_stands(a_case)) columns.push_back({Kind::unchanged, {}, standing});
  if (asked.chosen() != nullptr) add_column(columns, Kind::chosen, {}, *asked.chosen());
  for (const NamedPackage& named : asked.brief.packages) {
    add_column(columns, Kind::named, named.name, named.report.package);
  }
  if (!asked.brief.packages.empty()) {
    const NamedPackage& first = asked.brief.packages.front();
    for (const auto& package : nearest_to(asked, first.report.package, options, report)) {
      add_column(columns, Kind::nearest, first.name, package);
    }
  }
  // Where some issue has no default, nothing stands from which a package is one step away.
  if (!model::everything_stands(a_case)) return;
  for (std::size_t i = 0; i < std::min(kStepColumns, asked.brief.steps.size()); ++i) {
    const Step& step = asked.brief.steps[i];
    const model::Issue& issue = a_case.at(step.issue);
    add_column(columns, Kind::step, issue.options[step.option.value].name, step.report.package);
  }
}

/// Parties with interests: those on whom most named packages hang first, who is asked by no gate
/// last.
std::vector<PartyIndex> parties_for_pairs(const Asked& asked) {
  const model::Case& a_case = asked.a_case();
  std::vector<std::size_t> rank(a_case.parties.size(), 0);
  for (const model::Gate& gate : a_case.gates) rank[gate.party.value] = 1;
  for (const NamedPackage& named : asked.brief.packages) {
    for (const auto party : agree::parties_asked(a_case, named.report.package)) {
      const auto& yes = named.report.answers[party.value].yes;
      if (model::verdict(yes) != Verdict::no_objection) ++rank[party.value];
    }
  }
  std::vector<PartyIndex> parties;
  for (std::size_t p = 0; p < a_case.parties.size(); ++p) {
    if (!a_case.interests_of[p].empty()) parties.emplace_back(p);
  }
  std::stable_sort(parties.begin(), parties.end(),
                   [&](PartyIndex a, PartyIndex b) { return rank[a.value] > rank[b.value]; });
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

/// Both ends of a list and evenly spread ones between, so many at most.
void keep_some(std::vector<agree::WorthPoint>& points, std::size_t most) {
  if (points.size() <= most) return;
  const std::size_t last = points.size() - 1;
  for (std::size_t i = 1; i < most; ++i) std::swap(points[i], points[i * last / (most - 1)]);
  points.resize(most);
}

/// Pairs of the first parties, as many as asked for.
void take_frontiers(const Asked& asked, const agree::SearchOptions& options, DatedReport& report) {
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
  bool stopped = false;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    agree::SearchOptions part = options.part(1 / static_cast<double>(questions.size() - i));
    part.kept = options.kept;
    report.frontiers.push_back(
        {questions[i], agree::frontier(asked.problem(), questions[i], part), 0, {}});
    agree::Frontier& frontier = report.frontiers.back().frontier;
    report.frontiers.back().points = frontier.points.size();
    for (const auto party : questions[i].between) {
      auto least = model::central_reservation(asked.a_case(), asked.question.reading, party);
      if (least) *least += asked.a_case().at(party).margin;
      report.frontiers.back().least_worth.push_back(std::move(least));
    }
    keep_some(frontier.points, asked.request.points);
    stopped = stopped || frontier.unvisited > 0;
  }
  if (stopped) add_missing(report, Missing::Part::frontiers, Missing::Reason::stopped);
}

Passing passing_of(const Asked& asked, const agree::SearchOptions& options) {
  Passing result;
  const auto& counts = asked.brief.agree.without.counts.under(Certainty::possible);
  result.count = counts.all;
  const agree::Problem problem = asked.problem();
  const auto take = [&](Question question) {
    return agree::first_packages(problem, {Certainty::possible, question}, asked.request.list,
                                 options)
        .members;
  };
  if (counts.inside_question.most > 0) result.packages = take(Question::inside);
  result.inside_question = result.packages.size();
  if (counts.inside_question.least == counts.all.least && counts.all.exact()) return result;
  for (model::Package& package : take(Question::anywhere)) {
    if (result.packages.size() >= asked.request.list) break;
    if (!model::is_wanted(asked.a_case(), package)) result.packages.push_back(std::move(package));
  }
  return result;
}

void take_passing(const Asked& asked, const agree::SearchOptions& options, DatedReport& report) {
  report.passing = passing_of(asked, options);
  // A search that was stopped early may have counted fewer than were then listed.
  agree::BoundedCount& counts = report.passing.count;
  counts.least = std::max(counts.least, base::Integer(report.passing.packages.size()));
  const bool listed = report.passing.packages.size() >= asked.request.list ||
                      counts.most == report.passing.packages.size();
  if (!listed) add_missing(report, Missing::Part::passing, Missing::Reason::stopped);
}

void take_lookup(const Asked& asked, const agree::SearchOptions& options, DatedReport& report) {
  agree::LookupOptions lookup_options;
  lookup_options.search = options;
  report.lookup = agree::lookup(asked.a_case(), asked.brief.agree.question.reading, lookup_options);
  if (report.lookup.stopped) {
    add_missing(report, Missing::Part::lookup, Missing::Reason::stopped);
  } else if (report.lookup.too_large) {
    add_missing(report, Missing::Part::lookup, Missing::Reason::too_large);
  }
}

void take_why(const Asked& asked, const agree::SearchOptions& options, DatedReport& report) {
  constexpr std::size_t kSets = 200;
  report.why = why(asked.a_case(), asked.question, kSets, options);
  if (report.why.complete) return;
  add_missing(report, Missing::Part::why,
              options.control.stopped() ? Missing::Reason::stopped : Missing::Reason::too_large);
}

/// Of each package that has a name.
void take_smallest_changes(const Asked& asked, const agree::SearchOptions& options,
                           DatedReport& report) {
  constexpr std::size_t kMembers = 10;
  std::vector<const ReportColumn*> columns;
  for (const ReportColumn& column : report.columns) {
    const bool found = column.kind == ReportColumn::Kind::nearest;
    if (!found && column.kind != ReportColumn::Kind::step) columns.push_back(&column);
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    agree::SearchOptions part = options.part(1 / static_cast<double>(columns.size() - i));
    part.kept = options.kept;
    report.smallest_changes.push_back(
        {columns[i]->package, agree::smallest_changes(asked.problem(), columns[i]->package,
                                                      Certainty::possible, kMembers, part)});
  }
  const auto unfinished = [](const ChangesFrom& of) {
    return std::any_of(of.changes.begin(), of.changes.end(),
                       [](const auto& change) { return change.nearest.unvisited > 0; });
  };
  const std::vector<ChangesFrom>& all = report.smallest_changes;
  if (report.why.complete && std::any_of(all.begin(), all.end(), unfinished)) {
    add_missing(report, Missing::Part::why, Missing::Reason::stopped);
  }
}

/// What the brief itself could not finish, of what a report shows of it.
void take_brief(const DatedBrief& brief, DatedReport& report) {
  report.brief = &brief;
  const auto& aside = brief.agree.with_overrides;
  if (!brief.agree.without.counts.exact()) {
    add_missing(report, Missing::Part::counts, Missing::Reason::stopped);
  }
  if (!brief.variations_complete || (aside && !aside->counts.exact())) {
    add_missing(report, Missing::Part::hinges, Missing::Reason::stopped);
  }
}

void take_house(const Asked& asked, const agree::SearchOptions& options, DatedReport& report) {
  const model::Case& a_case = asked.a_case();
  if (a_case.house.arrangements.empty()) return;
  house::HouseQuestion question{model::standing_package(a_case), asked.question.reading, {}, {}};
  question.structure.control = options.control;
  question.structure.nodes = options.nodes_per_block;
  report.house = house::house_answer(a_case, question);
  if (report.house->is_complete()) return;
  add_missing(report, Missing::Part::house,
              options.control.stopped() ? Missing::Reason::stopped : Missing::Reason::too_large);
}

/// What a page cannot do without comes first; each part may use a share of the time that is left.
DatedReport dated_report(const Asked& asked, const agree::SearchOptions& options) {
  DatedReport result;
  agree::KeptDiagrams kept(asked.problem());
  const auto with_kept = [&](double share) {
    agree::SearchOptions part = options.part(share);
    part.kept = &kept;
    return part;
  };
  take_brief(asked.brief, result);
  if (const model::Package* chosen = asked.chosen()) result.chosen = *chosen;
  take_lookup(asked, options.part(0.4), result);
  take_columns(asked, with_kept(0.3), result);
  take_passing(asked, with_kept(0.3), result);
  take_why(asked, options.part(0.5), result);
  take_smallest_changes(asked, with_kept(0.3), result);
  take_frontiers(asked, with_kept(1), result);
  result.framing = framing(asked.a_case());
  take_house(asked, options.part(1), result);
  std::stable_sort(result.missing.begin(), result.missing.end(),
                   [](const Missing& a, const Missing& b) { return a.part < b.part; });
  return result;
}

/// What is asked at one date: about the package that the request names, an error where it cannot be
/// found; else about the first that the case names.
AgreeQuestion question_of(const DatedBrief& brief, const ReportRequest& request,
                          base::Diagnostics& diagnostics) {
  AgreeRequest asked = WhyRequest().asked;
  if (!request.options.empty()) {
    asked.options = request.options;
  } else if (!brief.packages.empty()) {
    asked.options = {brief.packages.front().name};
  }
  ResolvedQuestion resolved = resolve(*brief.a_case, asked);
  base::append(diagnostics, std::move(resolved.diagnostics));
  if (!request.options.empty() && !base::has_errors(diagnostics) && !resolved.question.is_named) {
    diagnostics.push_back({base::Severity::error, "several-options", "", 0, "",
                           "The report was given several options of one issue.",
                           "Name one option an issue: a report begins with one package."});
  }
  return std::move(resolved.question);
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
  for (const DatedBrief& dated : result.brief.dates) {
    base::Diagnostics found;
    AgreeQuestion question = question_of(dated, request, found);
    if (base::has_errors(found)) {
      result.diagnostics = std::move(found);
      return result;
    }
    asked.push_back({dated, request, std::move(question)});
  }
  // As in a brief: side by side where there are threads for it, else each with its share.
  result.dates.resize(asked.size());
  const bool side_by_side = options.threads >= asked.size();
  std::vector<std::function<void()>> tasks;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    tasks.emplace_back([&, i] {
      const auto later = static_cast<double>(asked.size() - i);
      agree::SearchOptions part = options.part(side_by_side ? 1 : 1 / later);
      if (asked.size() > 1) part.threads = 1;
      result.dates[i] = dated_report(asked[i], part);
    });
  }
  base::run_all(tasks, options.threads);
  for (std::size_t i = 1; i < asked.size(); ++i) {
    result.changes.push_back(difference(version_of(workbook, result.brief.dates[i - 1]),
                                        version_of(workbook, result.brief.dates[i])));
  }
  return result;
}

bool Report::complete() const {
  return std::all_of(dates.begin(), dates.end(),
                     [](const DatedReport& dated) { return dated.missing.empty(); });
}

bool Report::stopped() const {
  return std::any_of(dates.begin(), dates.end(), [](const DatedReport& dated) {
    return std::any_of(dated.missing.begin(), dated.missing.end(), [](const Missing& missing) {
      return missing.reason == Missing::Reason::stopped;
    });
  });
}

}  // namespace nemawashi::ask
