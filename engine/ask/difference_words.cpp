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
  const std::optional<bool> differs = agree::differ(before, after);
  std::string text = "  " + what + ": " + count_words(before);
  if (differs == false) return text + " in both\n";
  text += ", then " + count_words(after);
  return text + (differs ? "\n" : "; whether this changes was " + not_found_out_words() + "\n");
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

using Names = std::map<std::string, std::string>;

std::string name_of(const Names& names, const std::string& id) {
  const auto found = names.find(id);
  return found == names.end() || found->second.empty() ? id : found->second;
}

std::string names_of(const Names& names, const std::vector<std::string>& ids) {
  std::vector<std::string> parts;
  for (const std::string& id : ids) parts.push_back(name_of(names, id));
  return listed(parts);
}

/// Those whose gates are set aside though this is found of them, after a colon.
std::string overridden_text(const PackageVerdicts& verdicts, model::Verdict found,
                            const std::string& before, const Names& names) {
  std::vector<std::string> ids;
  for (const auto& [party, verdict] : verdicts.overridden) {
    if (verdict == found) ids.push_back(party);
  }
  return ids.empty() ? "" : before + names_of(names, ids);
}

/// An objection is not lost where the rule of consent does without the party, nor where its gate is
/// set aside.
std::string consent_text(const PackageVerdicts& verdicts, const Names& names) {
  using model::Verdict;
  if (!verdicts.feasible) return "excluded by a limit";
  const std::string aside =
      overridden_text(verdicts, Verdict::objection, "; the objection remains: ", names) +
      overridden_text(verdicts, Verdict::cannot_tell, "; cannot tell of ", names);
  if (verdicts.parties.empty() && aside.empty()) return "no gate asks anything of it";
  const auto any = [&](Verdict verdict) {
    return std::any_of(verdicts.parties.begin(), verdicts.parties.end(),
                       [&](const auto& party) { return party.second == verdict; });
  };
  const bool sure = verdicts.consent == Verdict::no_objection;
  const bool over = any(Verdict::objection) || (sure && any(Verdict::cannot_tell));
  if (verdicts.consent == Verdict::objection || (!over && aside.empty())) {
    return verdict_words(verdicts.consent);
  }
  std::string text = sure ? "passes" : "may pass";
  if (over) text += " under the consent rule, not at every gate";
  if (aside.empty()) return text;
  return text + (over ? "," : "") + " with gates set aside (" + aside.substr(2) + ")";
}

std::string said(const std::optional<model::Verdict>& verdict) {
  return verdict ? verdict_words(*verdict) : "not modelled";
}

using Verdicts = std::map<std::string, std::optional<model::Verdict>>;

/// Whose gates are asked, or set aside, otherwise than before, and whose verdict is another.
std::vector<std::string> moves_of(const PackageChange& change, const Names& names) {
  const auto by_party = [](const auto& pairs) { return Verdicts(pairs.begin(), pairs.end()); };
  const Verdicts asked_before = by_party(change.before.parties);
  const Verdicts asked_after = by_party(change.after.parties);
  const Verdicts aside_before = by_party(change.before.overridden);
  const Verdicts aside_after = by_party(change.after.overridden);
  std::vector<std::string> moves;
  for (const auto& [party, verdict] : change.after.parties) {
    const auto old = asked_before.find(party);
    if (old == asked_before.end()) {
      moves.push_back(name_of(names, party) +
                      (aside_before.contains(party) ? " is asked and was set aside: "
                                                    : " is asked and was not: ") +
                      said(verdict));
    } else if (old->second != verdict) {
      moves.push_back(name_of(names, party) + ": " + said(old->second) + ", then " + said(verdict));
    }
  }
  for (const auto& [party, verdict] : change.after.overridden) {
    const auto old = aside_before.find(party);
    if (old == aside_before.end()) {
      moves.push_back(name_of(names, party) +
                      " is set aside at a gate and was not: " + said(verdict));
    } else if (old->second != verdict) {
      moves.push_back(name_of(names, party) + ", set aside: " + said(old->second) + ", then " +
                      said(verdict));
    }
  }
  for (const auto& [party, verdict] : change.before.parties) {
    if (asked_after.contains(party) || aside_after.contains(party)) continue;
    moves.push_back(name_of(names, party) + " is no longer asked");
  }
  for (const auto& [party, verdict] : change.before.overridden) {
    if (asked_after.contains(party) || aside_after.contains(party)) continue;
    moves.push_back(name_of(names, party) + " is no longer set aside");
  }
  return moves;
}

/// Which verdicts moved, or nothing where none did.
std::string package_text(const PackageChange& change, const Names& names) {
  const std::vector<std::string> moves = moves_of(change, names);
  const std::string old_consent = consent_text(change.before, names);
  const std::string new_consent = consent_text(change.after, names);
  if (moves.empty() && old_consent == new_consent) return {};
  std::string text = "  " + change.name + ": " +
                     (old_consent == new_consent ? old_consent + " in both"
                                                 : old_consent + ", then " + new_consent) +
                     (change.same ? "" : " (not the same options)") + "\n";
  for (const std::string& move : moves) text += "    " + move + "\n";
  return text;
}

std::string found_words(const StepChange& change, const Names& names) {
  using Found = StepChange::Found;
  if (change.found == Found::not_there) return "not there as a step";
  if (change.found == Found::stands) return "what holds if nothing is changed";
  std::string text;
  if (change.found == Found::excluded) {
    text = "excluded by the limit" + std::string(change.limits.size() == 1 ? " " : "s ") +
           listed(change.limits);
  }
  if (change.parties.empty()) return text.empty() ? "objection found" : text;
  return text + (text.empty() ? "" : ", and ") + "objection found from " +
         names_of(names, change.parties);
}

/// Steps that are found alike stand together.
std::string steps_text(const Difference& difference) {
  std::string text;
  for (const bool before : {true, false}) {
    std::vector<std::pair<std::string, std::vector<std::string>>> groups;
    for (const StepChange& change : difference.steps) {
      if (change.before != before) continue;
      const std::string words = found_words(change, difference.names);
      auto group = std::find_if(groups.begin(), groups.end(),
                                [&](const auto& known) { return known.first == words; });
      if (group == groups.end()) group = groups.insert(groups.end(), {words, {}});
      group->second.push_back("\"" + name_of(difference.names, change.step) + "\"");
    }
    for (const auto& [words, steps] : groups) {
      text += std::string(before ? "  may pass before, then " : "  may pass now, before ") + words +
              ": " + listed(steps) + "\n";
    }
  }
  return text;
}

std::string row_text(const RowChange& change, const Names& names) {
  const bool replaces = !change.cells.empty() && change.cells.front().column == "id";
  const char* sign = change.kind == RowChange::Kind::added     ? "+ "
                     : change.kind == RowChange::Kind::removed ? "- "
                                                               : "~ ";
  std::string text = "  " + std::string(sign) + change.id;
  if (replaces) text += " (replaces " + change.cells.front().before + ")";
  if (!change.party.empty()) text += ", " + name_of(names, change.party);
  if (!change.words.empty()) text += ": " + change.words;
  text += "\n";
  for (const CellChange& cell : change.cells) {
    if (cell.column == "id") continue;
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
