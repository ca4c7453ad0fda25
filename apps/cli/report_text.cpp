// SPDX-License-Identifier: Apache-2.0
#include "apps/cli/report_text.h"

#include <algorithm>
#include <map>

#include "apps/cli/package_text.h"
#include "apps/cli/solutions_text.h"
#include "engine/agree/bargaining.h"
#include "engine/ask/solution_words.h"
#include "engine/ask/words.h"
#include "engine/base/text.h"
#include "engine/model/levels.h"

namespace nemawashi::cli {
namespace {

using agree::Counts;
using model::Certainty;

std::string region_line(const std::string& what, const agree::RegionCount& region) {
  return what + ask::count_words(region.all) + "; inside the question " +
         ask::count_words(region.inside_question) + "\n";
}

std::string counts_text(const Counts& counts) {
  return region_line("  packages                     ", counts.packages) +
         region_line("  break no limit (feasible)    ", counts.feasible) +
         region_line("  pass for all weights         ", counts.under(Certainty::necessary)) +
         region_line("  pass at central weights      ", counts.under(Certainty::central)) +
         region_line("  may pass, for some weights   ", counts.under(Certainty::possible));
}

/// Where nothing inside the question may pass: that there are reasons, and where they stand.
std::string why_line(const ask::AgreeAnswer& answer) {
  if (!answer.why || answer.why->open) return {};
  if (answer.why->conflicts.empty() && !answer.why->complete) {
    return "\nWhy nothing inside the question may pass was " + ask::not_found_out_words() + ".\n";
  }
  return "\nWhy nothing inside the question may pass: " +
         ask::counted(answer.why->conflicts.size(), "conflict", "conflicts") +
         (answer.why->complete ? "" : " or more") + " between tests, in full with `nema why`.\n";
}

/// How the counts differ from those as read; where that is not known, within which bounds they lie.
std::string changed_counts_words(const Counts& as_read, const Counts& otherwise) {
  const std::optional<bool> any = agree::differ(as_read, otherwise);
  if (any == false) return "no count changes";
  const auto& now = as_read.under(Certainty::possible);
  const auto& then = otherwise.under(Certainty::possible);
  const auto all = agree::differ(now.all, then.all);
  const auto inside = agree::differ(now.inside_question, then.inside_question);
  if (all == false && inside == false) {
    return std::string("as many may pass; ") +
           (any ? "other counts change"
                : "whether other counts change was " + ask::not_found_out_words());
  }
  return (all == true || inside == true ? "" : ask::not_found_out_words() + ": ") + "may pass " +
         ask::count_words(then.all) + ", inside the question " +
         ask::count_words(then.inside_question);
}

std::string claims_text(const model::Case& a_case, const ask::AgreeAnswer& answer) {
  std::string text;
  for (const auto& variation : answer.claims) {
    const bool value = answer.question.reading[variation.claim.value];
    const Counts& otherwise = value ? variation.if_false : variation.if_true;
    text += "  " + a_case.at(variation.claim).origin.id + "=" + (value ? "false" : "true") + ": ";
    text += changed_counts_words(answer.without.counts, otherwise) + "\n";
  }
  return text.empty() ? text : "\nWith one contested claim the other way:\n" + text;
}

std::string frontier_text(const model::Case& a_case, const ask::AgreeQuestion& question,
                          const ask::ScopeAnswer& answer) {
  if (!answer.frontier) return {};
  base::Integer packages = 0;
  for (const auto& point : answer.frontier->points) packages += point.packages;
  const bool feasible = question.frontier.over == agree::Over::feasible;
  const bool alone = question.frontier.between.size() == 1;
  const std::string names = ask::party_names(a_case, question.frontier.between);
  std::string text = alone ? "\nThe best for " + names + ": "
                           : "\nFrontier between " + names + ": " +
                                 ask::counted(answer.frontier->points.size(), "point", "points") +
                                 ", ";
  text += ask::counted(packages, "package", "packages") +
          (answer.frontier->unvisited > 0 ? " (bounded: the search was stopped)" : "") + "\n";
  text += "  among the packages that " +
          (feasible ? std::string("break no limit; whether anybody objects is not asked")
                    : ask::certainty_phrase(question.frontier.certainty)) +
          "\n  worth" + (alone ? "" : " of each") +
          " at central weights, on its own scale; packages; one of them\n";
  std::vector<std::string> expected;
  for (const auto party : question.frontier.between) {
    const auto reservation = model::central_reservation(a_case, question.reading, party);
    expected.push_back(a_case.at(party).name + " " +
                       (reservation ? base::decimal_text(*reservation, 3) : "unknown"));
  }
  text += "  expected without agreement: " + ask::listed(expected) + "\n";
  if (answer.frontier->points.size() > question.list) {
    text += "  " +
            (question.list == 0 ? "none is shown"
                                : ask::first_words(question.list) + ", by falling worth of " +
                                      a_case.at(question.frontier.between.front()).name) +
            " (--list for more)\n";
  }
  std::size_t shown = 0;
  for (const auto& point : answer.frontier->points) {
    if (shown++ == question.list) break;
    text += "  ";
    for (const auto& worth : point.worth) text += base::decimal_text(worth, 3) + "  ";
    text += "x" + base::grouped_text(point.packages);
    if (!point.members.empty()) text += "  " + ask::package_code(a_case, point.members.front());
    text += "\n";
  }
  return text;
}

std::string nash_text(const model::Case& a_case, const ask::ScopeAnswer& answer) {
  if (!answer.nash) return {};
  const agree::NashSolution& nash = *answer.nash;
  std::string text = "\nNash solution over R0";
  const bool stopped = nash.unvisited > 0;
  if (nash.sets.empty()) {
    return text + (stopped ? ": none found, " : ": none, ") + ask::no_nash_words(nash) +
           (stopped && answer.optima ? "; what bounds alone tell stands below" : "") + ".\n";
  }
  text += std::string(": over ") + (stopped ? "at least " : "") +
          ask::counted(nash.r0_packages, "package", "packages") +
          " that pass at central weights and in which none of the " +
          ask::counted(nash.bargaining.parties.size(), "bargaining party", "bargaining parties") +
          " loses";
  if (stopped) text += " (bounded: the search was stopped)";
  text += "\n";
  if (!nash.bargaining.left_out.empty()) {
    text += "  not bargaining themselves, since a party under them bargains: " +
            ask::party_names(a_case, nash.bargaining.left_out) + "\n";
  }
  std::vector<model::PartyIndex> unasked;
  for (const auto party : agree::parties_with_interests(a_case)) {
    const auto among = [&](const auto& parties) {
      return std::find(parties.begin(), parties.end(), party) != parties.end();
    };
    if (!among(nash.bargaining.parties) && !among(nash.bargaining.left_out)) {
      unasked.push_back(party);
    }
  }
  if (!unasked.empty() && !stopped) {
    text +=
        "  not bargaining, since no package that passes at central weights asks them; they may "
        "lose: " +
        ask::party_names(a_case, unasked) + "\n";
  }
  for (const agree::NashSet& set : nash.sets) {
    std::vector<std::string> gaining;
    for (const auto party : set.gaining) gaining.push_back(a_case.at(party).name);
    if (gaining.empty()) {
      text += "  nobody gains in any of them\n";
      continue;
    }
    text += "  product of the gains of " + ask::listed(gaining) + ": " +
            ask::product_words(set.product) + ", attained by " +
            ask::counted(set.packages, "package", "packages") + "\n";
    for (std::size_t i = 0; i < set.ranked.size() && set.ranked_products[i] == set.product; ++i) {
      text += "    " + solution_package_text(a_case, set.ranked[i]) + "\n";
    }
  }
  return text;
}

/// "all of 'us'", or "2/15 of 'us' and 13/15 of 'panama'".
std::string shares_words(const model::Issue& issue, const std::vector<base::Rational>& shares) {
  std::vector<std::string> parts;
  for (std::size_t o = 0; o < shares.size(); ++o) {
    if (shares[o] == 0) continue;
    parts.push_back((shares[o] == 1 ? "all of" : base::exact_text(shares[o]) + " of") +
                    std::string(" ") + issue.options[o].id);
  }
  return ask::listed(parts);
}

std::string adjusted_winner_text(const model::Case& a_case, const ask::ScopeAnswer& answer) {
  if (!answer.adjusted_winner) return {};
  const auto& [parties, division] = *answer.adjusted_winner;
  std::string text = "\nAdjusted winner between " +
                     ask::party_names(a_case, {parties[0], parties[1]}) +
                     ", if every issue can be settled by shares of its options:\n";
  for (std::size_t i = 0; i < division.shares.size(); ++i) {
    const model::Issue& issue = a_case.issues[i];
    text += "  " + issue.origin.id + ": " + shares_words(issue, division.shares[i]) + "\n";
  }
  for (std::size_t i = 0; i < parties.size(); ++i) {
    text += "  worth to " + a_case.at(parties[i]).name + ": " +
            base::decimal_text(division.worth[i], 4) + "\n";
  }
  text += division.split_issue
              ? "  One issue is split: " + a_case.issues[*division.split_issue].origin.id + ".\n"
              : "  No issue is split.\n";
  text += division.equal ? "  Both have equal worth, and no division is better for one of them "
                           "without costing the other.\n"
                         : "  No efficient division gives both equal worth; here the worse off has "
                           "as much as it can have.\n";
  return text +
         "  This compares the scales of the two parties, as if 1 were as much to one as to the "
         "other. That is a\n  convention, and shares have a meaning only where options can be "
         "mixed "
         "in practice.\n";
}

/// What the numbers of an ordered list are.
std::string order_words(const model::Case& a_case, const ask::AgreeQuestion& question) {
  if (const auto* party = std::get_if<model::PartyIndex>(&question.order)) {
    return "the gain of " + a_case.at(*party).name + " at central weights";
  }
  return std::holds_alternative<ask::ByNash>(question.order)
             ? "the product of the gains of the bargaining parties"
             : "the sum of the gains of the parties that bargain over R0 (outside it one of them "
               "may lose)";
}

std::string list_text(const model::Case& a_case, const ask::AgreeQuestion& question,
                      const ask::ScopeAnswer& answer) {
  if (answer.list.empty() && !answer.list_proved && question.list > 0) {
    return "\nPackages that " + ask::certainty_phrase(question.frontier.certainty) +
           ": none was found to list before the search was stopped.\n";
  }
  if (answer.list.empty()) return {};
  const bool ordered = answer.list.front().rank.has_value();
  const bool by_sum = std::holds_alternative<ask::ByUtilitarian>(question.order);
  const std::string as_ordered = ordered ? ", by " + order_words(a_case, question) + ":\n"
                                         : " as the options are written, in no order of merit:\n";
  std::string text = "\nPackages that " + ask::certainty_phrase(question.frontier.certainty) +
                     (by_sum ? ", in R0 or not" : "") +
                     (answer.list_proved ? ", " + ask::first_words(answer.list.size()) + as_ordered
                                         : ": " + std::to_string(answer.list.size()) +
                                               " found before the search was stopped" +
                                               (ordered ? "" : ",") + as_ordered);
  for (const auto& listed : answer.list) {
    text += "  ";
    if (listed.rank) text += ask::product_words(*listed.rank) + "  ";
    text += ask::package_code(a_case, listed.package) + "\n";
  }
  if (answer.list_cut_in_tie) {
    text += "  More packages have the last of these values (--list for more).\n";
  }
  if (!answer.list_proved) {
    text += "  These are not proved to be the " + std::string(ordered ? "best" : "first") +
            ": other packages may belong before or among them.\n";
  }
  return text;
}

std::string scope_text(const model::Case& a_case, const ask::AgreeQuestion& question,
                       const ask::ScopeAnswer& answer) {
  return nearest_text(a_case, question, answer.nearest) + frontier_text(a_case, question, answer) +
         nash_text(a_case, answer) + solutions_text(a_case, answer) + optima_text(a_case, answer) +
         adjusted_winner_text(a_case, answer) + list_text(a_case, question, answer) +
         sample_text(a_case, answer);
}

/// What the date leaves out, so that an answer about another day is not taken for one about today.
std::string left_out_text(const model::Case& a_case) {
  if (a_case.left_out.empty()) return {};
  std::map<std::string, std::size_t> rows;
  for (const model::LeftOut& row : a_case.left_out) ++rows[row.table];
  std::vector<std::string> parts;
  for (const char* table : {"gates", "refusals", "claims", "limits", "effects", "interests"}) {
    if (rows[table] > 0) parts.push_back(std::to_string(rows[table]) + " of " + table);
  }
  return "Left out, as not known on this date or replaced: " +
         ask::counted(a_case.left_out.size(), "row", "rows") +
         (parts.empty() ? "" : ", among them " + ask::listed(parts)) + ".\n";
}

std::string scope_words(const model::Case& a_case, const ask::AgreeQuestion& question) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < question.scope.size(); ++i) {
    const model::OptionSet& asked = question.scope[i];
    if (std::find(asked.begin(), asked.end(), false) == asked.end()) continue;
    std::string options;
    for (std::size_t o = 0; o < asked.size(); ++o) {
      if (asked[o]) options += (options.empty() ? "" : "|") + a_case.issues[i].options[o].id;
    }
    parts.push_back(a_case.issues[i].origin.id + "=" + options);
  }
  return parts.empty() ? "" : "Counted: only packages with " + ask::listed(parts) + ".\n";
}

}  // namespace

std::string closing_text(const model::Case& a_case) {
  return ask::not_asked_words(a_case) + ask::not_modelled_words(a_case) +
         "\nThis is not consent of anyone, no forecast and no military assessment.\n";
}

std::string heading_text(const model::Case& a_case, const ask::AgreeQuestion& question) {
  const std::string nothing = ask::nothing_matters_words(a_case);
  return ask::dated_title(a_case) + "\n" + a_case.question + "\n" + early_text(a_case) +
         reading_text(a_case, question.reading) + left_out_text(a_case) +
         scope_words(a_case, question) + (nothing.empty() ? "" : "Note: " + nothing + "\n");
}

std::string nearest_text(const model::Case& a_case, const ask::AgreeQuestion& question,
                         const std::vector<ask::NearestAnswer>& answers) {
  if (answers.empty()) return "";
  std::string text = "\nNearest among all packages to " +
                     (question.is_named ? ask::package_code(a_case, question.named)
                                        : std::string("the one in which nothing is changed")) +
                     (model::everything_stands(a_case)
                          ? ""
                          : " (an issue without default that is not named at its first option)") +
                     ", as changes to it:\n";
  for (const auto& [set, nearest] : answers) {
    text +=
        "  that " +
        std::string(set.certainty == Certainty::possible ? "may pass" : "pass for all weights") +
        (set.question == agree::Question::inside ? " and answer the question: " : ": ");
    if (!nearest.changed_issues) {
      text += nearest.unvisited > 0 ? "none found before the search was stopped\n" : "none\n";
      continue;
    }
    if (*nearest.changed_issues == 0) {
      text += "that one itself\n";
      continue;
    }
    const std::size_t shown = std::min<std::size_t>(3, nearest.members.size());
    const bool stopped = nearest.unvisited > 0;
    text +=
        (stopped ? "at least " : "") + base::grouped_text(nearest.packages) + " with " +
        ask::counted(*nearest.changed_issues, "changed issue", "changed issues") +
        (stopped ? ", found before the search was stopped and not proved to be the nearest" : "") +
        (shown > 0 && nearest.packages > shown ? ", " + ask::first_words(shown) : "") +
        (shown > 0 ? ":\n" : "\n");
    for (std::size_t i = 0; i < shown; ++i) {
      text += "    " + ask::changes_code(a_case, question.named, nearest.members[i]) + "\n";
    }
  }
  return text;
}

std::string agree_text(const model::Case& a_case, const ask::AgreeAnswer& answer) {
  std::string text = heading_text(a_case, answer.question) + "\n" +
                     counts_text(answer.without.counts) + why_line(answer) +
                     claims_text(a_case, answer);
  if (answer.named) {
    text += "\n" + package_text(a_case, answer.question.reading, *answer.named);
  }
  text += scope_text(a_case, answer.question, answer.without);
  if (answer.with_overrides) {
    text +=
        "\nWith overrides (`nema show` with a package names who is overridden, and over "
        "what).\nPackages without any are among them, and a package counts again where an override "
        "overrides nothing:\n\n" +
        counts_text(answer.with_overrides->counts) +
        scope_text(a_case, answer.question, *answer.with_overrides);
  }
  if (!answer.complete) {
    text += text.find("(bounded") == std::string::npos
                ? "\nStopped early: what was not found out is said to be so.\n"
                : "\nStopped early: numbers marked as bounded are bounds.\n";
  }
  return text + "\n" + closing_text(a_case);
}

}  // namespace nemawashi::cli
