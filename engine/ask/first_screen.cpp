// SPDX-License-Identifier: Apache-2.0
#include "engine/ask/first_screen.h"

#include <algorithm>

#include "engine/ask/consent_words.h"
#include "engine/ask/hinge_words.h"
#include "engine/ask/words.h"
#include "engine/base/text.h"

namespace nemawashi::ask {
namespace {

using agree::BoundedCount;
using agree::Counts;
using model::Certainty;
using model::PartyIndex;
using Parties = std::vector<PartyIndex>;
constexpr std::size_t kStepsShown = 5;

const BoundedCount& inside(const Counts& counts, Certainty certainty) {
  return counts.under(certainty).inside_question;
}

std::string outside_words(const Counts& counts, Certainty certainty) {
  const auto& region = counts.under(certainty);
  const base::Integer outside = region.all.least - region.inside_question.least;
  return count_words({outside, outside});
}

Parties without(const Parties& from, const Parties& those) {
  Parties rest;
  for (const auto party : from) {
    if (std::find(those.begin(), those.end(), party) == those.end()) rest.push_back(party);
  }
  return rest;
}

std::string counts_words(const DatedBrief& brief) {
  const std::string bold = brief.a_case->known_so_far.too_little() ? "" : "**";
  const Counts& counts = brief.agree.without.counts;
  std::string text = "Of " + count_words(counts.packages.all) + " packages, " +
                     count_words(counts.feasible.all) + " break no limit";
  if (!brief.a_case->wants.empty()) {
    text += ", and " + count_words(counts.feasible.inside_question) +
            " of these would answer the question";
  }
  text += ". ";
  const BoundedCount& possible = inside(counts, Certainty::possible);
  const std::string passed = passed_words(*brief.a_case);
  if (possible.most == 0) {
    text += bold + "None of them passes " + passed + bold +
            ", for any weights allowed here, with the claims read "
            "as stated.";
  } else {
    const BoundedCount& necessary = inside(counts, Certainty::necessary);
    text +=
        necessary.most == 0
            ? bold + "None of them passes " + passed + " for all weights" + bold + " allowed here; "
            : bold + base::capitalised(count_words(necessary)) +
                  (necessary.exact() && necessary.least == 1 ? " passes" : " pass") + " " + passed +
                  " for all weights" + bold + " allowed here; ";
    text += count_words(possible) + " may, depending on weights (at central weights: " +
            count_words(inside(counts, Certainty::central)) + ").";
  }
  text += consent_rule_words(*brief.a_case);
  if (!counts.exact()) return text + " The search was stopped early: these are bounds.";
  if (brief.a_case->wants.empty()) return text;
  return text + " Of the packages that settle other things and leave the question open, " +
         outside_words(counts, Certainty::necessary) + " pass for all weights and " +
         outside_words(counts, Certainty::possible) + " may.";
}

std::string never_certain_words(const DatedBrief& brief) {
  const model::Case& a_case = *brief.a_case;
  std::vector<std::string> parts;
  for (const auto& found : brief.agree.never_certain) {
    std::string part = a_case.at(found.party).name;
    const base::Rational& margin = a_case.at(found.party).margin;
    std::string how;
    if (found.weights) how = "weight on " + weight_words(a_case, found.party, *found.weights);
    if (margin > 0) how += (how.empty() ? "" : "; ") + margin_words(margin) + " included";
    if (!how.empty()) part += " (" + how + ")";
    parts.push_back(std::move(part));
  }
  if (parts.empty()) return {};
  return "\n>\n> Nothing passes for all weights, and no package that needs their yes is sure to "
         "leave these no worse off than they expect to be without agreement, whichever weights "
         "they have: " +
         listed(parts) + ".";
}

std::string override_words(const DatedBrief& brief) {
  const model::Case& a_case = *brief.a_case;
  if (brief.overrides_alone.empty()) return {};
  std::vector<std::string> alone;
  for (const OverrideAlone& single : brief.overrides_alone) {
    const PartyIndex party = a_case.at(*a_case.at(single.issue).overrides).party;
    alone.push_back(a_case.at(party).name +
                    " alone: " + count_words(inside(single.counts, Certainty::possible)));
  }
  return "\n>\n> **Setting gates aside** is shown, not proposed; the objections remain. Packages "
         "that may then pass" +
         inside_words(a_case) + ": " + listed(alone) + "; all of them: " +
         count_words(inside(brief.agree.with_overrides->counts, Certainty::possible)) + " (" +
         count_words(inside(brief.agree.with_overrides->counts, Certainty::necessary)) +
         " for all weights).";
}

/// Those whose objection does not stand in every reading of the claims that touch the package.
Parties depending_on_claims(const agree::PackageReport& report, const Parties& against) {
  const auto& readings = report.readings;
  Parties result;
  for (const auto party : against) {
    const bool every = readings.objection_found[party.value] == readings.readings;
    if (!every || readings.bounded) result.push_back(party);
  }
  return result;
}

std::string reading_words(const model::Case& a_case, const agree::PackageReport& report,
                          const Parties& parties) {
  std::vector<std::string> parts;
  for (const auto party : parties) {
    const auto& decider = report.readings.decided_by[party.value];
    std::string part = a_case.at(party).name;
    if (decider && !report.readings.bounded) {
      part += " (only if `" + a_case.at(decider->claim).origin.id + "` is " +
              (decider->value ? "so)" : "not so)");
    } else {
      part += " (in " + std::to_string(report.readings.objection_found[party.value]) + " of " +
              std::to_string(report.readings.readings) + " readings of the claims)";
    }
    parts.push_back(std::move(part));
  }
  return listed(parts);
}

/// Names; those whose objection depends on claims say in how many readings it stands.
std::string names_with_readings(const model::Case& a_case, const agree::PackageReport& report,
                                const Parties& parties) {
  const Parties sometimes = depending_on_claims(report, parties);
  std::vector<std::string> parts;
  for (const auto party : parties) {
    const bool depends = std::find(sometimes.begin(), sometimes.end(), party) != sometimes.end();
    parts.push_back(depends ? reading_words(a_case, report, {party}) : a_case.at(party).name);
  }
  return listed(parts);
}

/// Who objects, and how firmly: in every reading of the claims that touch the package, or in some.
std::string firmness_words(const model::Case& a_case, const agree::PackageReport& report,
                           const Parties& against) {
  const Parties sometimes = depending_on_claims(report, against);
  const Parties always = without(against, sometimes);
  std::vector<std::string> parts;
  if (!always.empty()) {
    parts.push_back(party_names(a_case, always) +
                    " for all weights and in every reading of the claims");
  }
  if (!sometimes.empty()) parts.push_back(reading_words(a_case, report, sometimes));
  return listed(parts);
}

std::string limits_words(const model::Case& a_case, const agree::PackageReport& report) {
  if (report.broken_limits.empty()) return {};
  std::vector<std::string> limits;
  for (const auto index : report.broken_limits) {
    const model::Limit& limit = a_case.at(index);
    limits.push_back(limit.if_claim ? "if `" + a_case.at(*limit.if_claim).origin.id + "` is so"
                                    : "by the limit `" + limit.origin.id + "`");
  }
  return "excluded " + listed(limits) + "; ";
}

/// The parties without a certain yes, once each.
Parties unsure(const agree::PackageReport& report) {
  Parties result;
  for (const auto& objection : report.objections) {
    if (std::find(result.begin(), result.end(), objection.party) == result.end()) {
      result.push_back(objection.party);
    }
  }
  return result;
}

/// A package against the first one: which objections stay, go and come.
std::string moved_words(const model::Case& a_case, const agree::PackageReport& report,
                        const Parties& before, const Parties& after) {
  const Parties sometimes = depending_on_claims(report, after);
  if (before == after && sometimes.empty()) return "the same objections";
  if (before == after) {
    return "the same objections, but now of " + reading_words(a_case, report, sometimes);
  }
  const Parties stay = without(before, without(before, after));
  const Parties gone = without(before, after);
  const Parties come = without(after, before);
  std::vector<std::string> parts;
  if (!come.empty()) {
    parts.push_back("new objection from " + names_with_readings(a_case, report, come));
  }
  if (!stay.empty()) {
    parts.push_back("still from " + names_with_readings(a_case, report, stay));
  }
  if (!gone.empty()) parts.push_back("no longer from " + party_names(a_case, gone));
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : "; ") + part;
  return text;
}

/// A package by itself, or (where it answers the question) against the objections to the first.
std::string package_line(const model::Case& a_case, const NamedPackage& named,
                         const Parties& before) {
  const Parties against = objecting(a_case, named.report);
  std::string text = "\n> - *" + named.name + "*: " + limits_words(a_case, named.report);
  if (!against.empty() && !named.report.consent.possible) {
    return text +
           (named.report.inside_question
                ? moved_words(a_case, named.report, before, against)
                : "objection found from " + names_with_readings(a_case, named.report, against)) +
           ".";
  }
  text += consent_words(a_case, named.report);
  if (model::verdict(named.report.consent) == model::Verdict::cannot_tell) {
    text += " (it depends on " + party_names(a_case, unsure(named.report)) + ")";
  }
  return text + ".";
}

std::string packages_words(const DatedBrief& brief) {
  if (brief.packages.empty()) return {};
  const model::Case& a_case = *brief.a_case;
  const NamedPackage& first = brief.packages.front();
  const Parties against = objecting(a_case, first.report);
  std::string text = "\n>\n> *" + first.name + "*: " + limits_words(a_case, first.report);
  text += against.empty() || first.report.consent.possible
              ? consent_words(a_case, first.report) + "."
              : "objection found from " + firmness_words(a_case, first.report, against) + ".";
  if (brief.packages.size() == 1) return text;
  text += " Where the objection moves with other packages:\n>";
  for (std::size_t i = 1; i < brief.packages.size(); ++i) {
    if (!brief.packages[i].report.inside_question) continue;
    text += package_line(a_case, brief.packages[i], against);
  }
  std::string open;
  for (std::size_t i = 1; i < brief.packages.size(); ++i) {
    if (brief.packages[i].report.inside_question) continue;
    open += package_line(a_case, brief.packages[i], against);
  }
  if (!open.empty()) text += "\n>\n> Packages that leave the question open:\n>" + open;
  return text;
}

std::string steps_words(const DatedBrief& brief) {
  if (brief.steps_tried == 0) return {};
  const model::Case& a_case = *brief.a_case;
  std::string text = "\n>\n> **Early steps by themselves** Of " +
                     counted(brief.steps_tried, "single step", "single steps") +
                     ", everything else left as it is, " + std::to_string(brief.steps.size()) +
                     (brief.steps.size() == 1 ? " stands" : " stand") +
                     " at \"no objection found\" or \"cannot tell\"" +
                     (brief.steps.empty()                ? "."
                      : brief.steps.size() > kStepsShown ? ", among them:"
                                                         : ":");
  std::vector<std::pair<Parties, std::vector<std::string>>> groups;  // By who cannot be told.
  for (std::size_t i = 0; i < std::min(kStepsShown, brief.steps.size()); ++i) {
    const Step& step = brief.steps[i];
    const Parties who = unsure(step.report);
    if (groups.empty() || groups.back().first != who) groups.push_back({who, {}});
    const model::Issue& issue = a_case.at(step.issue);
    groups.back().second.push_back("*" + issue.options[step.option.value].name + "*");
  }
  for (const auto& [who, names] : groups) {
    text += " " + listed(names) +
            (who.empty() ? " (no objection found)."
                         : " (cannot tell: it depends on " + party_names(a_case, who) + ").");
  }
  return text;
}

/// The text of every claim that the screen names by its id alone.
std::string claims_named(const model::Case& a_case, const std::string& screen) {
  std::string text;
  for (const model::Claim& claim : a_case.claims) {
    const std::string id = "`" + claim.origin.id + "`";
    if (screen.find(id) == std::string::npos || screen.find(id + ": *") != std::string::npos) {
      continue;
    }
    text += "\n> - " + id + ": " + base::ended(claim.text);
  }
  return text.empty() ? text : "\n>\n> Claims named above:\n>" + text;
}

}  // namespace

Parties objecting(const model::Case& a_case, const agree::PackageReport& report) {
  Parties result;
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
  const std::string answer = counts_words(brief) + packages_words(brief) + steps_words(brief) +
                             never_certain_words(brief) + hinges_words(brief) +
                             override_words(brief);
  const std::string early = not_known_yet_words(a_case);
  const std::string nothing = nothing_matters_words(a_case);
  return (a_case.as_of == model::kUndated ? "## The answer" : "## As known on " + a_case.as_of) +
         "\n\n> **Question** " + a_case.question + "\n>\n> **Answer** " +
         (early.empty() ? "" : "**" + early + "** ") +
         (nothing.empty() ? "" : "**" + nothing + "** ") + answer + claims_named(a_case, answer) +
         "\n>\n> **Who has not been asked** " + not_asked_words(a_case) +
         not_modelled_words(a_case) + " " + a_case.prepared +
         "\n>\n> **What this is not** Consent of anyone; a forecast; a military assessment.\n";
}

}  // namespace nemawashi::ask
