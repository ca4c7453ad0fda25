// SPDX-License-Identifier: Apache-2.0
// Everything that a report shows, at each date of a case: the brief, why nothing passes, the
// packages of the consequence table, frontiers between pairs of parties, and the lookups by which
// a page says of any package what the engine would say.
#pragma once

#include "engine/agree/lookup.h"
#include "engine/ask/brief.h"
#include "engine/ask/difference.h"
#include "engine/ask/why.h"
#include "engine/house/answer.h"

namespace nemawashi::ask {

struct ReportRequest {
  /// `issue=option` each, or the name of a package: a column of its own, and what is composed
  /// first. Issues left out stand at their default.
  std::vector<std::string> options;
  std::optional<std::string> as_of;  ///< nothing: every date of the case
  std::size_t list = 2000;           ///< packages that may pass, listed at most
  std::size_t pairs = 200;           ///< of parties, between which frontiers are looked for at most
  std::size_t points = 300;          ///< of one frontier, kept at most
};

/// A package of the consequence table.
struct ReportColumn {
  enum class Kind { unchanged, chosen, named, nearest, step };
  Kind kind = Kind::unchanged;
  std::string
      name;  ///< its own (of the case, where nothing is changed), or of the one it is nearest to
  model::Package package;
};

/// The smallest changes of a package that has a name, for some weights.
struct ChangesFrom {
  model::Package from;
  std::vector<agree::SmallestChange> changes;
};

struct PairFrontier {
  agree::FrontierQuestion question;
  agree::Frontier frontier;
  std::size_t points = 0;  ///< how many there are; fewer may be kept
  /// By party: what it expects without agreement at central weights, with its margin; nothing where
  /// that is unknown.
  std::vector<std::optional<base::Rational>> least_worth;
};

/// Packages that may pass every gate; those that answer the question first.
struct Passing {
  agree::BoundedCount count;  ///< never below what is listed
  std::vector<model::Package> packages;
  std::size_t inside_question = 0;  ///< of `packages`
};

/// What belongs to one subject of the case.
struct Subject {
  std::string name;
  std::vector<model::IssueIndex> issues;
  std::vector<model::MeasureIndex> measures;  ///< which its issues change most often
  std::vector<model::GateIndex> gates;        ///< whose conditions name issues of it alone
};

/// A part of a report of which something is not there, or only bounded.
struct Missing {
  enum class Part { counts, hinges, columns, passing, lookup, why, frontiers, house };
  enum class Reason { stopped, too_large };
  Part part = Part::counts;
  Reason reason = Reason::stopped;
};

struct DatedReport {
  const DatedBrief* brief = nullptr;
  std::optional<model::Package> chosen;  ///< by the request: a name may mean another at each date
  WhyAnswer why;  ///< of the first package that the case names, for some weights
  std::vector<ReportColumn> columns;
  std::vector<ChangesFrom> smallest_changes;  ///< of columns but the nearest packages and steps
  std::vector<PairFrontier> frontiers;
  std::size_t pairs_left_out = 0;
  Passing passing;
  agree::Lookup lookup;
  std::vector<Subject> framing;
  std::optional<house::HouseAnswer> house;  ///< at the defaults; nothing where no arrangement is
  std::vector<Missing> missing;  ///< in the order of the parts; bounds that were asked for
                                 ///< (ReportRequest) are none
};

struct Report {
  Brief brief;
  std::vector<DatedReport> dates;
  std::vector<Difference> changes;  ///< of each date but the first, from the one before it
  base::Diagnostics diagnostics;    ///< errors: there is no report

  bool complete() const;  ///< nothing is missing at any date
  bool stopped() const;   ///< something is, since the work was stopped
};

/// Cost: the brief, and per date ten searches and a frontier for each pair. Of the time that there
/// is, each part may use a share of what is left, what other parts of a page rest on first.
Report report(const model::Workbook& workbook, const ReportRequest& request,
              const agree::SearchOptions& options);

/// What is missing of a report, a sentence for each date; empty where nothing is.
std::string missing_words(const Report& report);

/// By subject, in the order in which the issues name them; issues without one are left out.
std::vector<Subject> framing(const model::Case& a_case);

}  // namespace nemawashi::ask
