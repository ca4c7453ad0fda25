// SPDX-License-Identifier: Apache-2.0
#include "engine/ask/first_screen.h"

#include <algorithm>

#include "engine/ask/words.h"

namespace nemawashi::ask {
namespace {

using agree::BoundedCount;
using agree::Counts;
using model::Certainty;
using model::Verdict;

constexpr std::size_t kStepsShown = 5;
constexpr std::size_t kHingesShown = 5;
constexpr std::size_t kChangesShown = 3;

const BoundedCount& inside(const Counts& counts, Certainty certainty) {
  return counts.under(certainty).inside_question;
}

/// What passes outside the question: all that pass less those inside. Exact counts only.
base::Integer outside(const Counts& counts, Certainty certainty) {
  const auto& region = counts.under(certainty);
  return region.all.least - region.inside_question.least;
}

std::string name(const model::Case& a_case, model::PartyIndex party) {
  return a_case.at(party).name;
}

std::string names(const model::Case& a_case, const std::vector<model::PartyIndex>& parties) {
  std::vector<std::string> parts;
  for (const auto party : parties) parts.push_back(name(a_case, party));
  return listed(parts);
}

std::string passing_words(const Counts& counts) {
  const BoundedCount& necessary = inside(counts, Certainty::necessary);
  const BoundedCount& central = inside(counts, Certainty::central);
  const BoundedCount& possible = inside(counts, Certainty::possible);
  if (possible.most == 0) {
    return "None of them passes every gate, for any weights allowed here, with the claims read as "
           "they are here.";
  }
  const std::string certain = necessary.most == 0
                                  ? std::string("None of them passes every gate for all weights "
                                                "allowed here")
                                  : "For all weights allowed here, " + count_words(necessary) +
                                        " of them pass every gate";
  return certain + "; " + count_words(possible) + " may, depending on weights (at central weights: " +
         count_words(central) + ").";
}

std::string outside_words(const DatedBrief& brief) {
  const Counts& counts = brief.agree.counts;
  if (brief.a_case->wants.empty() || !counts.exact()) return {};
  return "\n> Packages that settle other things and leave the question open: " +
         count_words({outside(counts, Certainty::necessary), outside(counts, Certainty::necessary)}) +
         " pass every gate for all weights, " +
         count_words({outside(counts, Certainty::possible), outside(counts, Certainty::possible)}) +
         " may.";
}

std::string override_words(const DatedBrief& brief) {
  const model::Case& a_case = *brief.a_case;
  std::vector<std::string> overridden;
  for (const auto& issue : a_case.issues) {
    if (issue.overrides) overridden.push_back(name(a_case, a_case.at(*issue.overrides).party));
  }
  if (overridden.empty()) return {};
  std::sort(overridden.begin(), overridden.end());
  overridden.erase(std::unique(overridden.begin(), overridden.end()), overridden.end());
  return "\n> If the yes of " + listed(overridden) +
         " could be set aside, with what that would cost them and the rest: " +
         count_words(inside(brief.with_overrides, Certainty::possible)) +
         " may pass inside the question (" +
         count_words(inside(brief.with_overrides, Certainty::necessary)) +
         " for all weights). The objections remain and are shown.";
}

/// "City of Nago (for all its weights, in every reading of the claims that touch it)".
std::string firmness_words(const model::Case& a_case, const agree::PackageReport& report,
                           model::PartyIndex party) {
  const auto& readings = report.readings;
  const std::size_t found = readings.objection_found[party.value];
  std::string text = name(a_case, party) + " (for all its weights";
  if (found == readings.readings && !readings.bounded) {
    text += ", in every reading of the claims";
  } else {
    text += ", in " + std::to_string(found) + " of " + std::to_string(readings.readings) +
            " readings of the claims";
  }
  return text + ")";
}

std::string package_line(const DatedBrief& brief, const NamedPackage& named) {
  const model::Case& a_case = *brief.a_case;
  const auto against = objecting(a_case, named.report);
  std::string text = "\n> - *" + named.name + "*";
  if (!named.report.inside_question) text += " (leaves the question open)";
  if (!named.report.broken_limits.empty()) {
    std::vector<std::string> limits;
    for (const auto limit : named.report.broken_limits) {
      limits.push_back(a_case.at(limit).origin.id);
    }
    text += ": breaks the limit " + listed(limits) + "; ";
  } else {
    text += ": ";
  }
  std::vector<std::string> parts;
  for (const auto party : against) parts.push_back(firmness_words(a_case, named.report, party));
  if (!parts.empty()) return text + "objection found from " + listed(parts) + ".";
  const Verdict verdict = model::verdict(named.report.consent);
  if (verdict == Verdict::no_objection) return text + "no objection found.";
  std::vector<model::PartyIndex> unsure;
  for (const auto& objection : named.report.objections) {
    if (std::find(unsure.begin(), unsure.end(), objection.party) == unsure.end()) {
      unsure.push_back(objection.party);
    }
  }
  return text + "cannot tell: it depends on the weights of " + names(a_case, unsure) + ".";
}

/// Whose objection goes and whose comes, against the first named package.
std::string moved_words(const DatedBrief& brief, const NamedPackage& first,
                        const NamedPackage& other) {
  const auto before = objecting(*brief.a_case, first.report);
  const auto after = objecting(*brief.a_case, other.report);
  const auto without = [](const auto& from, const auto& those) {
    std::vector<model::PartyIndex> rest;
    for (const auto party : from) {
      if (std::find(those.begin(), those.end(), party) == those.end()) rest.push_back(party);
    }
    return rest;
  };
  const auto gone = without(before, after);
  const auto come = without(after, before);
  if (gone.empty() && come.empty()) return {};
  std::string text = " Against the first package here,";
  if (!gone.empty()) text += " the objection of " + names(*brief.a_case, gone) + " falls away";
  if (!gone.empty() && !come.empty()) text += " and";
  if (!come.empty()) text += " that of " + names(*brief.a_case, come) + " is new";
  return text + ".";
}

std::string packages_words(const DatedBrief& brief) {
  if (brief.packages.empty()) return {};
  std::string text = "\n>\n> Packages that the case names:\n>";
  const NamedPackage& first = brief.packages.front();
  for (const NamedPackage& named : brief.packages) {
    text += package_line(brief, named);
    if (&named != &first) text += moved_words(brief, first, named);
  }
  return text;
}

std::string steps_words(const DatedBrief& brief) {
  if (brief.steps_tried == 0) return {};
  const model::Case& a_case = *brief.a_case;
  std::string text = "\n>\n> Single steps from what stands today, all else left as it is: of " +
                     std::to_string(brief.steps_tried) + ", " +
                     std::to_string(brief.steps.size()) + " meet no certain objection.";
  const std::size_t shown = std::min(kStepsShown, brief.steps.size());
  if (shown > 0) text += "\n>";
  for (std::size_t i = 0; i < shown; ++i) {
    const Step& step = brief.steps[i];
    const model::Issue& issue = a_case.at(step.issue);
    text += "\n> - " + issue.name + ": " + issue.options[step.option.value].name + " (" +
            verdict_words(model::verdict(step.report.consent));
    std::vector<std::string> unsure;
    for (const auto& objection : step.report.objections) {
      const std::string party = name(a_case, objection.party);
      if (std::find(unsure.begin(), unsure.end(), party) == unsure.end()) unsure.push_back(party);
    }
    if (!unsure.empty()) text += " for " + listed(unsure);
    text += ")";
  }
  return text;
}

std::string hinge_line(const DatedBrief& brief, const Hinge& hinge) {
  const model::Case& a_case = *brief.a_case;
  const Counts& as_read = brief.agree.counts;
  const bool read_true = brief.agree.question.reading[hinge.claim.value];
  std::string text = "whether " + a_case.at(hinge.claim).text + " (" +
                     a_case.at(hinge.claim).claimant + "). If " + (read_true ? "not" : "so") + ", ";
  const auto& now = inside(as_read, Certainty::possible);
  const auto& then = inside(hinge.otherwise, Certainty::possible);
  if (!(now == then)) {
    text += count_words(then) + " may pass inside the question, where now " + count_words(now) +
            " may";
  } else if (hinge.counts_change) {
    text += "still " + count_words(then) + " may pass inside the question, but " +
            count_words(hinge.otherwise.under(Certainty::possible).all) + " in all, where now " +
            count_words(as_read.under(Certainty::possible).all) + " may";
  } else {
    text += "no count changes";
  }
  for (std::size_t i = 0; i < std::min(kChangesShown, hinge.verdicts.size()); ++i) {
    const auto& change = hinge.verdicts[i];
    text += "; " + name(a_case, change.party) + " on *" +
            brief.packages[change.named_package].name + "*: " + verdict_words(change.to) +
            " instead of " + verdict_words(change.from);
  }
  if (hinge.verdicts.size() > kChangesShown) {
    text += "; and " + std::to_string(hinge.verdicts.size() - kChangesShown) + " more verdicts";
  }
  return text + ".";
}

std::string hinges_words(const DatedBrief& brief) {
  std::string text = "\n>\n> **It hinges on**";
  if (brief.agree.claims.empty()) return text + " no contested claim.";
  if (brief.hinges.empty()) {
    return text + " none of the " + std::to_string(brief.agree.claims.size()) +
           " contested claims by itself: no count and no verdict on a named package changes.";
  }
  text += "\n>";
  const std::size_t shown = std::min(kHingesShown, brief.hinges.size());
  for (std::size_t i = 0; i < shown; ++i) {
    text += "\n> " + std::to_string(i + 1) + ". " + hinge_line(brief, brief.hinges[i]);
  }
  if (brief.hinges.size() > shown) {
    text += "\n>\n> " + std::to_string(brief.hinges.size() - shown) +
            " more claims alter a count or a verdict.";
  }
  const model::Case& a_case = *brief.a_case;
  for (const JointHinge& joint : brief.joint_hinges) {
    text += "\n>\n> Together: were it otherwise both that " + a_case.at(joint.first).text +
            " and that " + a_case.at(joint.second).text + ", " +
            count_words(inside(joint.otherwise, Certainty::possible)) +
            " may pass inside the question.";
  }
  const auto& all = inside(brief.all_claims_otherwise, Certainty::possible);
  text += "\n>\n> With every contested claim the other way at once: " + count_words(all) +
          " may pass inside the question.";
  return text;
}

}  // namespace

std::string listed(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += i + 1 == parts.size() ? " and " : ", ";
    text += parts[i];
  }
  return text;
}

std::vector<model::PartyIndex> objecting(const model::Case& a_case,
                                         const agree::PackageReport& report) {
  std::vector<model::PartyIndex> result;
  for (const model::Gate& gate : a_case.gates) {
    if (!model::is_asked(gate, report.package)) continue;
    if (report.answers[gate.party.value].yes.possible) continue;
    if (std::find(result.begin(), result.end(), gate.party) == result.end()) {
      result.push_back(gate.party);
    }
  }
  return result;
}

std::string first_screen(const DatedBrief& brief) {
  const model::Case& a_case = *brief.a_case;
  const Counts& counts = brief.agree.counts;
  std::string text = "## As known on " + a_case.as_of + "\n\n> **Question** " + a_case.question +
                     "\n>\n> **Answer** Of " + count_words(counts.packages.all) + " packages, " +
                     count_words(counts.feasible.all) + " break no limit; " +
                     count_words(counts.feasible.inside_question) +
                     " of these would answer the question. " + passing_words(counts);
  if (!counts.exact()) text += " The search was stopped early: these are bounds.";
  text += outside_words(brief) + override_words(brief) + packages_words(brief) +
          steps_words(brief) + hinges_words(brief);
  text += "\n>\n> **Who has not been asked** " + not_asked_words(a_case) + " " + a_case.prepared;
  text += "\n>\n> **What this is not** Consent of anyone; a forecast; a military assessment.\n";
  return text;
}

}  // namespace nemawashi::ask
