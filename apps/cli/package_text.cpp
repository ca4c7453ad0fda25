// SPDX-License-Identifier: Apache-2.0
#include "apps/cli/package_text.h"

#include <algorithm>

#include "engine/agree/elements.h"
#include "engine/ask/consent_words.h"
#include "engine/ask/words.h"
#include "engine/base/text.h"
#include "engine/model/levels.h"

namespace nemawashi::cli {
namespace {

using model::Certainty;

std::string readings_text(const model::Case& a_case, const agree::PackageReport& report) {
  const auto& readings = report.readings;
  if (readings.claims.empty()) return "No claim touches this package.\n";
  std::vector<std::string> ids;
  for (const auto claim : readings.claims) ids.push_back(a_case.at(claim).origin.id);
  const std::size_t passing = readings.ratifiable[static_cast<std::size_t>(Certainty::possible)];
  const std::string word = passing == 0                   ? "no reading"
                           : passing == readings.readings ? "every reading tried"
                                                          : "some readings";
  return "Over all readings of the claims that touch it (" + ask::listed(ids) +
         "): it may pass in " + word + ", " + std::to_string(passing) + " of " +
         std::to_string(readings.readings) +
         (readings.bounded ? " (bounded: more claims touch it than were varied)" : "") + ".\n";
}

/// Whom no gate asks, though for all its weights it would be worse off.
std::string unasked_text(const model::Case& a_case, const agree::PackageReport& report) {
  const auto asked = agree::parties_asked(a_case, report.package);
  std::vector<model::PartyIndex> losing;
  for (std::size_t p = 0; p < report.answers.size(); ++p) {
    const auto& gain = report.answers[p].gain;
    const bool is_asked =
        std::find(asked.begin(), asked.end(), model::PartyIndex(p)) != asked.end();
    if (!is_asked && gain && gain->greatest.value + a_case.parties[p].margin < 0) {
      losing.emplace_back(p);
    }
  }
  if (losing.empty()) return {};
  return "No gate asks " + ask::party_names(a_case, losing) + ": for all " +
         (losing.size() == 1 ? "its" : "their") +
         " weights worse off than expected without agreement.\n";
}

std::string gains_text(const model::Case& a_case, const agree::PackageReport& report) {
  if (a_case.interests.empty()) return {};
  std::string text =
      "\nGain of each party over what it expects without agreement, on its own scale\n"
      "(least / central / greatest over its weights; never compare between parties):\n";
  for (std::size_t p = 0; p < a_case.parties.size(); ++p) {
    if (a_case.interests_of[p].empty()) continue;
    const model::Party& party = a_case.parties[p];
    const bool margin = report.answers[p].gain && party.margin > 0;
    text += "  " + party.name + ": " + ask::gain_words(report.answers[p]) +
            (margin ? " (" + ask::margin_words(party.margin) + " taken off)" : "") + "\n";
  }
  return text;
}

/// What nema floors asks of: rooms by floor.
std::string house_text(const model::Case& a_case) {
  if (a_case.house.arrangements.empty()) return "";
  std::string text = "\nArrangements (what they rest on: nema floors):\n";
  for (const auto& one : a_case.house.arrangements) {
    text += "  " + one.origin.id + ": " + one.name + ", floor " + std::to_string(one.floor) +
            (one.proposed ? ", proposed" : "") + "\n";
  }
  return text;
}

}  // namespace

std::string early_text(const model::Case& a_case) {
  const std::string words = ask::not_known_yet_words(a_case);
  return words.empty() ? "" : "Note: " + words + "\n";
}

std::string reading_text(const model::Case& a_case, const model::Reading& reading) {
  std::vector<std::string> refuted;
  for (std::size_t i = 0; i < reading.size(); ++i) {
    if (!reading[i]) refuted.push_back(a_case.claims[i].origin.id);
  }
  if (a_case.claims.empty()) return {};
  if (refuted.empty()) return "Reading: every claim is taken as stated.\n";
  return "Reading: every claim is taken as stated, but not " + ask::listed(refuted) + ".\n";
}

std::string case_text(const model::Case& a_case) {
  const bool any_stands = std::any_of(a_case.issues.begin(), a_case.issues.end(),
                                      [](const auto& issue) { return issue.standing.has_value(); });
  std::string text = ask::dated_title(a_case) + "\n" + a_case.question + "\n" + early_text(a_case) +
                     "\nIssues and options" +
                     (any_stands ? " (* holds if nothing is changed)" : "") + ":\n";
  for (const auto& issue : a_case.issues) {
    text += "  " + issue.origin.id + ": " + issue.name;
    if (issue.overrides) text += " (overrides " + a_case.at(*issue.overrides).origin.id + ")";
    text += "\n";
    for (std::size_t o = 0; o < issue.options.size(); ++o) {
      const bool stands = issue.standing == model::OptionIndex(o);
      text += std::string(stands ? "   * " : "     ") + issue.options[o].id + ": " +
              issue.options[o].name + "\n";
    }
  }
  text += "\nGates:\n";
  for (const auto& gate : a_case.gates) {
    text += "  " + gate.origin.id + ": " + a_case.at(gate.party).name + ", " + gate.act +
            (gate.date.empty() ? "" : ", " + gate.date) +
            (model::is_modelled(a_case, gate.party) ? "" : " (not modelled, counts as yes)") + "\n";
  }
  text += "\nClaims:\n";
  for (const auto& claim : a_case.claims) {
    text += "  " + claim.origin.id + ": " + claim.text + " (" + claim.claimant + ")\n";
  }
  text += house_text(a_case);
  return text + "\n" + ask::not_asked_words(a_case) + ask::not_modelled_words(a_case) + "\n";
}

std::string package_text(const model::Case& a_case, const model::Reading& reading,
                         const agree::PackageReport& report) {
  std::string text =
      "Package " + ask::package_code(a_case, report.package) + "\n" +
      ask::package_words(a_case, report.package) + "\n" + reading_text(a_case, reading) +
      (report.inside_question ? "It answers the question.\n" : "It leaves the question open.\n");
  for (const auto limit : report.broken_limits) {
    const auto& origin = a_case.at(limit).origin;
    text +=
        "It breaks the limit " + origin.id + (origin.note.empty() ? "" : ": " + origin.note) + "\n";
  }
  text += "Gates: " + ask::consent_words(a_case, report) + ".\n";
  text += readings_text(a_case, report);
  for (const auto& objection : report.objections) {
    const auto& gate = a_case.at(objection.gate);
    text += "- " + a_case.at(objection.party).name + " (" + gate.act + "), " +
            ask::verdict_words(objection.verdict) +
            (objection.overridden ? ", overridden by this package: " : ": ") +
            base::ended(ask::because(a_case, report, objection)) + "\n";
  }
  text += unasked_text(a_case, report) + gains_text(a_case, report);
  if (a_case.levels.empty()) return text;
  const model::Package standing = model::standing_package(a_case);
  const bool beside_standing = model::everything_stands(a_case) && report.package != standing;
  text += std::string("\nLevels (before any decision -> ") +
          (beside_standing ? "if nothing is changed -> " : "") + "with this package):\n";
  const auto shown = [](const std::optional<base::Rational>& level) {
    return level ? base::decimal_text(*level, 2) : std::string("unknown");
  };
  for (std::size_t i = 0; i < a_case.levels.size(); ++i) {
    const model::LevelIndex level(i);
    const auto then = model::level_in_package(a_case, reading, level, report.package);
    text +=
        "  " + ask::level_words(a_case, level) + ": " + shown(model::level_today(a_case, level)) +
        " -> " +
        (beside_standing ? shown(model::level_in_package(a_case, reading, level, standing)) + " -> "
                         : "") +
        (then ? ask::amount_words(a_case, level, *then) : "unknown") + "\n";
  }
  return text;
}

}  // namespace nemawashi::cli
