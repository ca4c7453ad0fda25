// SPDX-License-Identifier: Apache-2.0
// The first screen: what a case answers at each of its dates, in the order that practice asks for.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/agree/shared_options.h"
#include "engine/ask/agree.h"
#include "engine/model/read_case.h"

namespace nemawashi::ask {

/// An expectation beside the model's answer.
struct ComparedExpectation {
  const model::Expectation* expectation = nullptr;
  model::Verdict found = model::Verdict::cannot_tell;
  bool is_modelled = true;  ///< a party without interests, refusals or rule counts as yes
  bool agrees() const { return is_modelled && found == expectation->expected; }
};

/// A package that the case names in its expectations, with all expectations about it.
struct NamedPackage {
  std::string name;
  agree::PackageReport report;
  std::vector<ComparedExpectation> expectations;
};

/// One option changed from what stands, by itself.
struct Step {
  model::IssueIndex issue;
  model::OptionIndex option;
  agree::PackageReport report;
};

/// What one contested claim, taken the other way, would alter.
struct Hinge {
  model::ClaimIndex claim;
  agree::Counts otherwise;            ///< with the claim the other way
  std::optional<bool> counts_change;  ///< nothing: not found out before the search was stopped
  std::vector<agree::SharedOption> opened_with;  ///< if it opens the question: what all that then
                                                 ///< may pass inside it have in common
  struct Change {
    std::size_t named_package = 0;  ///< position in DatedBrief::packages
    model::PartyIndex party;
    model::Verdict from = model::Verdict::cannot_tell;
    model::Verdict to = model::Verdict::cannot_tell;
  };
  std::vector<Change> verdicts;  ///< of parties whose gate the package meets
};

/// Two claims that together open what neither opens alone.
struct JointHinge {
  model::ClaimIndex first;
  model::ClaimIndex second;
  agree::Counts otherwise;
};

/// The counts with one overriding issue free and every other at `no`.
struct OverrideAlone {
  model::IssueIndex issue;
  agree::Counts counts;
};

/// Whether it is known how many packages may pass with the claim as it is read and the other way:
/// only then do hinges have an order.
bool is_measured(const Hinge& hinge, const agree::Counts& as_read);

struct DatedBrief {
  std::unique_ptr<const model::Case> a_case;  ///< as of this date; what the rest points into
  AgreeAnswer agree;
  std::vector<OverrideAlone> overrides_alone;
  std::vector<NamedPackage> packages;
  std::vector<Step> steps;  ///< feasible single steps to which no objection is found
                            ///< for certain, or that may pass; certain ones first
  std::size_t steps_tried = 0;
  /// Those that alter something, the widest first; then, in the order of the claims, those that
  /// alter a verdict and of which it was not found out how many packages may pass.
  std::vector<Hinge> hinges;
  /// Contested claims in use of which the search was stopped before it was known whether they alter
  /// a count.
  std::vector<model::ClaimIndex> not_found_out;
  std::vector<JointHinge> joint_hinges;  ///< only where no single claim opens the question
  agree::Counts all_claims_otherwise;    ///< every contested claim the other way at once
  bool variations_complete = true;       ///< false: some counts of hinges or of overrides alone are
                                         ///< bounds, or hinges are not known
};

struct Brief {
  std::vector<DatedBrief> dates;
  base::Diagnostics diagnostics;  ///< of reading the case at each date
};

/// Reads the workbook at each of its dates (or at `as_of` alone) and answers. Cost: per date, a
/// search for each contested claim, and for pairs of them where none alone opens the question.
Brief brief(const model::Workbook& workbook, const std::optional<std::string>& as_of,
            const agree::SearchOptions& options);

/// Feasible single steps from what stands that may pass, certain ones first; and how many were
/// looked at.
struct EarlySteps {
  std::vector<Step> steps;
  std::size_t tried = 0;
};
EarlySteps early_steps(const model::Case& a_case, const model::Reading& reading);

/// Each expectation of the case beside the answer, by package in the order of the table.
std::vector<NamedPackage> named_packages(const model::Case& a_case, const model::Reading& reading);

}  // namespace nemawashi::ask
