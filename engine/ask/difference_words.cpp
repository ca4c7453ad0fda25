// SPDX-License-Identifier: Apache-2.0
// The half of difference.h that says it in words.
#include <algorithm>
#include <map>

#include "engine/ask/difference.h"
#include "engine/ask/words.h"

namespace nemawashi::ask {
namespace {

using model::Certainty;

std::string side_name(const Difference::Side& side, const Difference::Side& other) {
  if (side.as_of != other.as_of) return "on " + side.as_of;
  return side.id;
}

std::string count_line(const std::string& what, const agree::BoundedCount& before,
                       const agree::BoundedCount& after) {
  const std::string old_words = count_words(before);
  const std::string new_words = count_words(after);
  return "  " + what + ": " +
         (old_words == new_words ? old_words + " in both" : old_words + ", then " + new_words) +
         "\n";
}

std::string counts_text(const agree::Counts& before, const agree::Counts& after) {
  std::string text = "Packages\n";
  text += count_line("in all", before.packages.all, after.packages.all);
  text += count_line("that break no limit", before.feasible.all, after.feasible.all);
  for (const auto certainty : {Certainty::necessary, Certainty::possible}) {
    const std::string words =
        certainty == Certainty::necessary ? "that pass for all weights" : "that may pass";
    const auto& old_counts = before.under(certainty);
    const auto& new_counts = after.under(certainty);
    text += count_line(words, old_counts.all, new_counts.all);
    text += count_line(words + " and answer the question", old_counts.inside_question,
                       new_counts.inside_question);
  }
  return text;
}

/// An objection is not lost where the rule of consent does without the party.
std::string consent_text(const PackageVerdicts& verdicts) {
  using model::Verdict;
  if (!verdicts.feasible) return "excluded by a limit";
  if (verdicts.parties.empty()) return "no gate asks anything of it";
  const auto any = [&](Verdict verdict) {
    return std::any_of(verdicts.parties.begin(), verdicts.parties.end(),
                       [&](const auto& party) { return party.second == verdict; });
  };
  const bool sure = verdicts.consent == Verdict::no_objection;
  const bool over = any(Verdict::objection) || (sure && any(Verdict::cannot_tell));
  if (verdicts.consent == Verdict::objection || !over) return verdict_words(verdicts.consent);
  return std::string(sure ? "passes" : "may pass") + " under the consent rule, not at every gate";
}

std::string said(const std::optional<model::Verdict>& verdict) {
  return verdict ? verdict_words(*verdict) : "not modelled";
}

using Names = std::map<std::string, std::string>;

std::string name_of(const Names& names, const std::string& id) {
  const auto found = names.find(id);
  return found == names.end() || found->second.empty() ? id : found->second;
}

/// Which verdicts moved, or nothing where none did.
std::string package_text(const PackageChange& change, const Names& names) {
  std::vector<std::string> moves;
  const std::map<std::string, std::optional<model::Verdict>> before(change.before.parties.begin(),
                                                                    change.before.parties.end());
  for (const auto& [party, verdict] : change.after.parties) {
    const auto old = before.find(party);
    if (old == before.end()) {
      moves.push_back(name_of(names, party) + " is asked and was not: " + said(verdict));
    } else if (old->second != verdict) {
      moves.push_back(name_of(names, party) + ": " + said(old->second) + ", then " + said(verdict));
    }
  }
  const std::map<std::string, std::optional<model::Verdict>> after(change.after.parties.begin(),
                                                                   change.after.parties.end());
  for (const auto& [party, verdict] : change.before.parties) {
    if (!after.contains(party)) moves.push_back(name_of(names, party) + " is no longer asked");
  }
  const std::string old_consent = consent_text(change.before);
  const std::string new_consent = consent_text(change.after);
  if (moves.empty() && old_consent == new_consent) return {};
  std::string text = "  " + change.name + ": " +
                     (old_consent == new_consent ? old_consent + " in both"
                                                 : old_consent + ", then " + new_consent) +
                     (change.same ? "" : " (not the same options)") + "\n";
  for (const std::string& move : moves) text += "    " + move + "\n";
  return text;
}

std::string steps_text(const Difference& difference) {
  std::vector<std::string> gone;
  std::vector<std::string> come;
  const auto& before = difference.before.steps;
  const auto& after = difference.after.steps;
  std::set_difference(before.begin(), before.end(), after.begin(), after.end(),
                      std::back_inserter(gone));
  std::set_difference(after.begin(), after.end(), before.begin(), before.end(),
                      std::back_inserter(come));
  for (auto* steps : {&gone, &come}) {
    for (std::string& step : *steps) step = "\"" + name_of(difference.names, step) + "\"";
  }
  std::string text;
  if (!gone.empty()) text += "  now at \"objection found\": " + listed(gone) + "\n";
  if (!come.empty()) text += "  no longer at \"objection found\": " + listed(come) + "\n";
  return text;
}

std::string row_text(const RowChange& change, const Names& names) {
  const char* sign = change.kind == RowChange::Kind::added     ? "+ "
                     : change.kind == RowChange::Kind::removed ? "- "
                                                               : "~ ";
  std::string text = "  " + std::string(sign) + change.id;
  if (!change.party.empty()) text += ", " + name_of(names, change.party);
  if (!change.words.empty()) text += ": " + change.words;
  text += "\n";
  for (const CellChange& cell : change.cells) {
    text += "      " + cell.column + ": " + (cell.before.empty() ? "(blank)" : cell.before) +
            " -> " + (cell.after.empty() ? "(blank)" : cell.after) + "\n";
  }
  return text;
}

}  // namespace

std::string difference_words(const Difference& difference) {
  const auto& before = difference.before;
  const auto& after = difference.after;
  std::string text = "First " + side_name(before, after) + ", then " + side_name(after, before) +
                     ".\n\n" + counts_text(before.counts, after.counts);
  std::string packages;
  for (const PackageChange& change : difference.packages)
    packages += package_text(change, difference.names);
  text += packages.empty() ? "No verdict on a package that both name changes.\n"
                           : "\nPackages that both name\n" + packages;
  const std::string steps = steps_text(difference);
  if (!steps.empty()) text += "\nSingle steps from what stands\n" + steps;
  if (difference.rows.empty()) return text + "\nNo row differs.\n";
  std::string table;
  for (const RowChange& change : difference.rows) {
    if (change.table != table) text += "\nRows of " + change.table + "\n";
    table = change.table;
    text += row_text(change, difference.names);
  }
  return text;
}

}  // namespace nemawashi::ask
