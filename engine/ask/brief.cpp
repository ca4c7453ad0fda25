// SPDX-License-Identifier: Apache-2.0
#include "engine/ask/brief.h"

#include <algorithm>
#include <functional>
#include <tuple>

#include "engine/base/parallel.h"
#include "engine/model/levels.h"

namespace nemawashi::ask {
namespace {

using base::Integer;
using model::Verdict;

const agree::BoundedCount& opened(const agree::Counts& counts) {
  return counts.under(model::Certainty::possible).inside_question;
}

/// Verdicts of asked parties that a reading changes, over the named packages.
std::vector<Hinge::Change> verdict_changes(const DatedBrief& brief, const model::Reading& reading) {
  const model::Case& a_case = *brief.a_case;
  std::vector<Hinge::Change> changes;
  for (std::size_t i = 0; i < brief.packages.size(); ++i) {
    const agree::PackageReport& report = brief.packages[i].report;
    const auto answers = model::party_answers(a_case, reading, report.package);
    for (std::size_t p = 0; p < answers.size(); ++p) {
      const bool asked =
          std::any_of(a_case.gates.begin(), a_case.gates.end(), [&](const model::Gate& gate) {
            return gate.party.value == p && model::is_asked(gate, report.package);
          });
      const Verdict from = model::verdict(report.answers[p].yes);
      const Verdict to = model::verdict(answers[p].yes);
      if (asked && from != to) changes.push_back({i, model::PartyIndex(p), from, to});
    }
  }
  return changes;
}

/// What all packages have in common that may pass inside the question under the reading.
std::vector<agree::SharedOption> opened_with(const DatedBrief& brief, const model::Reading& reading,
                                             const agree::SearchOptions& options) {
  const agree::Problem problem{*brief.a_case, reading,
                               agree::whole_scope(*brief.a_case, agree::Overrides::fixed_at_no)};
  return agree::shared_options(problem, {model::Certainty::possible, agree::Question::inside},
                               options);
}

void take_hinges(DatedBrief& brief, const agree::SearchOptions& options) {
  const agree::Counts& as_read = brief.agree.without.counts;
  for (const ClaimVariation& variation : brief.agree.claims) {
    model::Reading reading = brief.agree.question.reading;
    const bool value = reading[variation.claim.value];
    reading[variation.claim.value] = !value;
    Hinge hinge{variation.claim, value ? variation.if_false : variation.if_true, {}, {}, {}};
    hinge.counts_change = agree::differ(hinge.otherwise, as_read);
    if (!hinge.counts_change) brief.not_found_out.push_back(hinge.claim);
    if (!hinge.otherwise.exact()) brief.variations_complete = false;
    hinge.verdicts = verdict_changes(brief, reading);
    if (opened(as_read).most == 0 && opened(hinge.otherwise).least > 0) {
      hinge.opened_with = opened_with(brief, reading, options);
    }
    if (hinge.counts_change.value_or(false) || !hinge.verdicts.empty()) {
      brief.hinges.push_back(std::move(hinge));
    }
  }
  const auto measured =
      std::stable_partition(brief.hinges.begin(), brief.hinges.end(),
                            [&](const Hinge& hinge) { return is_measured(hinge, as_read); });
  const Integer& possible = as_read.under(model::Certainty::possible).all.least;
  const auto weight = [&](const Hinge& hinge) {
    const Integer& other = hinge.otherwise.under(model::Certainty::possible).all.least;
    return std::tuple(Integer(abs(opened(hinge.otherwise).least - opened(as_read).least)),
                      Integer(abs(other - possible)), hinge.verdicts.size());
  };
  std::stable_sort(brief.hinges.begin(), measured,
                   [&](const Hinge& a, const Hinge& b) { return weight(a) > weight(b); });
}

/// Where no claim alone opens the question: pairs of claims, and all at once.
void take_joint_hinges(DatedBrief& brief, const agree::SearchOptions& options) {
  const model::Case& a_case = *brief.a_case;
  agree::Problem problem{a_case, brief.agree.question.reading,
                         agree::whole_scope(a_case, agree::Overrides::fixed_at_no)};
  const auto turn = [&](model::ClaimIndex claim) {
    problem.reading[claim.value] = !problem.reading[claim.value];
  };
  const auto& claims = brief.agree.claims;
  for (const auto& variation : claims) turn(variation.claim);
  brief.all_claims_otherwise = agree::counts(problem, options);
  if (!brief.all_claims_otherwise.exact()) brief.variations_complete = false;
  problem.reading = brief.agree.question.reading;
  const bool one_may_open = std::any_of(claims.begin(), claims.end(), [](const auto& variation) {
    return opened(variation.if_true).most > 0 || opened(variation.if_false).most > 0;
  });
  if (one_may_open) return;
  std::vector<std::pair<model::ClaimIndex, model::ClaimIndex>> pairs;
  std::vector<model::Reading> readings;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    for (std::size_t j = i + 1; j < claims.size(); ++j) {
      turn(claims[i].claim);
      turn(claims[j].claim);
      pairs.emplace_back(claims[i].claim, claims[j].claim);
      readings.push_back(problem.reading);
      turn(claims[i].claim);
      turn(claims[j].claim);
    }
  }
  auto otherwise = agree::counts_by_reading(problem, readings, options);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (!otherwise[i].exact()) brief.variations_complete = false;
    if (opened(otherwise[i]).least == 0) continue;
    brief.joint_hinges.push_back({pairs[i].first, pairs[i].second, std::move(otherwise[i])});
  }
}

void take_overrides_alone(DatedBrief& brief, const agree::SearchOptions& options) {
  const model::Case& a_case = *brief.a_case;
  const agree::Scope fixed = agree::whole_scope(a_case, agree::Overrides::fixed_at_no);
  for (std::size_t i = 0; i < a_case.issues.size(); ++i) {
    if (!a_case.issues[i].overrides) continue;
    agree::Scope scope = fixed;
    scope[i].assign(scope[i].size(), true);
    const agree::Problem problem{a_case, brief.agree.question.reading, scope};
    brief.overrides_alone.push_back({model::IssueIndex(i), agree::counts(problem, options)});
    if (!brief.overrides_alone.back().counts.exact()) brief.variations_complete = false;
  }
}

DatedBrief dated_brief(model::Case read, const agree::SearchOptions& options) {
  DatedBrief result;
  result.a_case = std::make_unique<const model::Case>(std::move(read));
  const model::Case& a_case = *result.a_case;
  AgreeRequest request;
  request.overrides = agree::Overrides::considered;
  const AgreeQuestion question = resolve(a_case, request).question;
  result.agree = answer(a_case, question, options.reporting_part(0.6));
  result.packages = named_packages(a_case, question.reading);
  take_overrides_alone(result, options.part(0.3));
  EarlySteps early = early_steps(a_case, question.reading);
  result.steps = std::move(early.steps);
  result.steps_tried = early.tried;
  take_hinges(result, options.part(0.5));
  take_joint_hinges(result, options.part(1));
  return result;
}

}  // namespace

bool is_measured(const Hinge& hinge, const agree::Counts& as_read) {
  const auto exact = [](const agree::RegionCount& region) {
    return region.all.exact() && region.inside_question.exact();
  };
  return exact(hinge.otherwise.under(model::Certainty::possible)) &&
         exact(as_read.under(model::Certainty::possible));
}

EarlySteps early_steps(const model::Case& a_case, const model::Reading& reading) {
  EarlySteps result;
  const model::Package standing = model::standing_package(a_case);
  for (std::size_t i = 0; i < a_case.issues.size(); ++i) {
    const model::Issue& issue = a_case.issues[i];
    if (issue.overrides || !issue.standing) continue;
    for (std::size_t o = 0; o < issue.options.size(); ++o) {
      if (model::OptionIndex(o) == *issue.standing) continue;
      model::Package package = standing;
      package[i] = model::OptionIndex(o);
      ++result.tried;
      auto report = agree::package_report(a_case, reading, package, agree::Readings::only_this);
      if (!agree::is_ratifiable(report, model::Certainty::possible)) continue;
      result.steps.push_back({model::IssueIndex(i), model::OptionIndex(o), std::move(report)});
    }
  }
  const auto doubts = [](const Step& step) {
    return std::pair(!step.report.consent.necessary, step.report.objections.size());
  };
  std::stable_sort(result.steps.begin(), result.steps.end(),
                   [&](const Step& a, const Step& b) { return doubts(a) < doubts(b); });
  return result;
}

std::vector<NamedPackage> named_packages(const model::Case& a_case, const model::Reading& reading) {
  std::vector<NamedPackage> result;
  for (const model::Expectation& expectation : a_case.expectations) {
    auto named = std::find_if(result.begin(), result.end(), [&](const NamedPackage& known) {
      return known.name == expectation.name && known.report.package == expectation.package;
    });
    if (named == result.end()) {
      result.push_back(
          {expectation.name, agree::package_report(a_case, reading, expectation.package), {}});
      named = result.end() - 1;
    }
    const model::Yes& yes = named->report.answers[expectation.party.value].yes;
    named->expectations.push_back(
        {&expectation, model::verdict(yes), model::is_modelled(a_case, expectation.party)});
  }
  return result;
}

Brief brief(const model::Workbook& workbook, const std::optional<std::string>& as_of,
            const agree::SearchOptions& options) {
  Brief result;
  model::CaseReading first = model::read_case(workbook, as_of);
  result.diagnostics = std::move(first.diagnostics);
  if (!first.a_case) return result;
  std::vector<std::string> dates;
  if (!as_of) dates = first.a_case->dates;
  if (dates.empty()) dates.push_back(first.a_case->as_of);
  std::vector<model::Case> cases;
  for (const std::string& date : dates) {
    model::CaseReading read = model::read_case(workbook, date);
    if (!read.a_case) {
      result.diagnostics = std::move(read.diagnostics);
      return result;
    }
    cases.push_back(std::move(*read.a_case));
  }
  // Dates are answered side by side where there are threads for it, else one after the other, each
  // with its share of the time.
  result.dates.resize(cases.size());
  const bool side_by_side = options.threads >= cases.size();
  std::vector<std::function<void()>> tasks;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    tasks.emplace_back([&, i] {
      const auto later = static_cast<double>(cases.size() - i);
      agree::SearchOptions part = options.reporting_part(side_by_side ? 1 : 1 / later);
      if (cases.size() > 1) part.threads = 1;
      result.dates[i] = dated_brief(std::move(cases[i]), part);
    });
  }
  base::run_all(tasks, options.threads);
  return result;
}

}  // namespace nemawashi::ask
