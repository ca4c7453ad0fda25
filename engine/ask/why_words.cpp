// SPDX-License-Identifier: Apache-2.0
#include "engine/ask/why_words.h"

#include <algorithm>

#include "engine/ask/words.h"
#include "engine/base/text.h"

namespace nemawashi::ask {
namespace {

using base::Rational;
using model::Certainty;

/// "City of Nago (permit, vote)": the office and its acts.
std::string office_words(const model::Case& a_case, model::PartyIndex party) {
  std::vector<std::string> acts;
  for (const model::Gate& gate : a_case.gates) {
    if (gate.party != party) continue;
    const std::string& act = gate.act.empty() ? gate.origin.id : gate.act;
    if (std::find(acts.begin(), acts.end(), act) == acts.end()) acts.push_back(act);
  }
  const std::string& name = a_case.at(party).name;
  if (acts.size() > 3) {
    const std::string more = std::to_string(acts.size() - 2);
    acts.resize(2);
    acts.push_back(more + " more acts");
  }
  return acts.empty() ? name : name + " (" + listed(acts) + ")";
}

std::string claim_words(const model::Case& a_case, const std::optional<model::ClaimIndex>& claim) {
  return claim ? " [if the claim " + a_case.at(*claim).origin.id + " holds]" : "";
}

std::string limit_words(const model::Case& a_case, const model::Limit& limit) {
  std::string text = "the limit " + limit.origin.id;
  if (const auto* bound = std::get_if<model::LevelBound>(&limit.forbids)) {
    text += ", " + level_words(a_case, bound->level);
    if (bound->at_least) {
      text += ", at least " + amount_words(a_case, bound->level, *bound->at_least);
    }
    if (bound->at_most) text += ", at most " + amount_words(a_case, bound->level, *bound->at_most);
  } else {
    text += ", which forbids a combination";
  }
  std::string note = limit.origin.note;  // Without its full stop: the sentence may go on.
  if (!note.empty() && note.back() == '.') note.pop_back();
  return text + (note.empty() ? "" : ": " + note);
}

/// An amount of a party's scale, rounded up: with so much the test is passed.
std::string scale_amount(const Rational& amount) {
  return amount == 0 ? "0" : scale_words(amount) + " of its scale";
}

std::string would_words(Certainty certainty) {
  return certainty == Certainty::possible ? "might pass" : "would " + certainty_phrase(certainty);
}

/// The package without one issue.
std::string rest_code(const model::Case& a_case, model::Package package, model::IssueIndex issue) {
  package[issue.value] = a_case.at(issue).standing.value_or(model::OptionIndex(0));
  std::string text;
  for (std::size_t i = 0; i < package.size(); ++i) {
    const model::Issue& of = a_case.issues[i];
    if (i == issue.value || package[i] == of.standing) continue;
    text += " " + of.origin.id + "=" + of.options[package[i].value].id;
  }
  return text.empty() ? "all else as it stands" : text.substr(1);
}

}  // namespace

std::string step_code(const model::Case& a_case, const agree::Step& step) {
  const model::Issue& issue = a_case.at(step.issue);
  return issue.origin.id + "=" + issue.options[step.option.value].id;
}

std::string element_words(const model::Case& a_case, const agree::Element& element) {
  std::string text;
  if (const auto* party = std::get_if<model::PartyIndex>(&element)) {
    const Rational& margin = a_case.at(*party).margin;
    text = office_words(a_case, *party) +
           (margin == 0 ? " would be worse off than it expects to be without agreement"
                        : " would not gain " + margin_words(margin) +
                              " over what it expects without agreement");
  } else if (const auto* index = std::get_if<model::RefusalIndex>(&element)) {
    const model::Refusal& refusal = a_case.at(*index);
    text = office_words(a_case, refusal.party) + " refuses this whatever else it gets" +
           statement_words(refusal);
    text += claim_words(a_case, refusal.if_claim);
  } else {
    const model::Limit& limit = a_case.at(std::get<model::LimitIndex>(element));
    text = limit_words(a_case, limit) + claim_words(a_case, limit.if_claim);
  }
  return text;
}

std::string amount_missing_words(const model::Case& a_case, const agree::Element& element,
                                 const agree::LeastAmount& missing) {
  if (std::holds_alternative<model::RefusalIndex>(element)) return "a refusal has no amount";
  if (const auto* limit = std::get_if<model::LimitIndex>(&element)) {
    const auto* bound = std::get_if<model::LevelBound>(&a_case.at(*limit).forbids);
    if (bound == nullptr || !missing.amount) return "it has no amount";
    return "the bound would move " +
           std::string(missing.bound == agree::LeastAmount::Bound::at_least ? "down" : "up") +
           " by " + amount_words(a_case, bound->level, *missing.amount);
  }
  if (missing.refuses) return "no amount would do: it also refuses";
  return missing.amount ? "short by " + scale_amount(*missing.amount)
                        : "by how much it falls short is not known";
}

std::string conflict_sentence(const model::Case& a_case, const agree::Conflicts& conflicts,
                              const std::vector<std::size_t>& conflict) {
  if (conflict.empty()) {
    return "No package that is asked about answers the question, whatever is given up.";
  }
  std::string text =
      conflict.size() == 1
          ? "Whatever is chosen, and whatever else is set aside, this is in the way: "
          : "Whatever is chosen, and whatever else is set aside, one of these is in "
            "the way: ";
  for (std::size_t i = 0; i < conflict.size(); ++i) {
    text += (i > 0 ? "; " : "") + element_words(a_case, conflicts.elements[conflict[i]]);
  }
  return base::ended(text);
}

std::string relaxation_sentence(const model::Case& a_case, const agree::Conflicts& conflicts,
                                const agree::Relaxation& relaxation) {
  std::string text =
      counted(relaxation.packages, "package", "packages") + " " + would_words(conflicts.certainty) +
      " if " + (relaxation.elements.size() == 1 ? "this" : "these") +
      " did not stand in the way, the first " + package_code(a_case, relaxation.witness) + ": ";
  for (std::size_t i = 0; i < relaxation.elements.size(); ++i) {
    const auto& element = conflicts.elements[relaxation.elements[i]];
    text += (i > 0 ? "; " : "") + element_words(a_case, element) + " (" +
            amount_missing_words(a_case, element, relaxation.amounts[i]) + ")";
  }
  return base::ended(text);
}

std::string conflicts_summary(const agree::Conflicts& conflicts) {
  if (conflicts.open) {
    return "Packages inside the question " + certainty_phrase(conflicts.certainty) +
           ": nothing is missing." +
           (conflicts.certainty == Certainty::possible
                ? " What keeps them from passing for all weights: --certainty necessary."
                : "");
  }
  if (!conflicts.complete && conflicts.conflicts.empty() && conflicts.relaxations.empty()) {
    return "The search was stopped before it was found out whether packages inside the question " +
           certainty_phrase(conflicts.certainty) + ".";
  }
  return counted(conflicts.conflicts.size(), "conflict", "conflicts") + " and " +
         counted(conflicts.relaxations.size(), "relaxation", "relaxations") +
         (conflicts.complete ? "." : " found before a bound was reached; there may be more.");
}

std::string smallest_change_sentence(const model::Case& a_case, const model::Package& from,
                                     const agree::SmallestChange& change) {
  const std::string who = office_words(a_case, change.party);
  const auto& nearest = change.nearest;
  if (!nearest.changed_issues) {
    return who + ": no change was found that meets its stated objections and raises no new one" +
           (nearest.unvisited > 0 ? " before the search was stopped." : ".");
  }
  const bool stopped = nearest.unvisited > 0;
  std::string text = who + ": the smallest change " +
                     (stopped ? "found before the search was stopped " : "") +
                     "that meets its stated objections and raises no new one changes " +
                     counted(*nearest.changed_issues, "issue", "issues");
  if (nearest.packages > 1) text += ", in " + base::grouped_text(nearest.packages) + " ways";
  if (!nearest.members.empty()) {
    text += (nearest.packages > 1 ? ", the first: " : ": ") +
            changes_code(a_case, from, nearest.members.front());
  }
  if (!change.still_broken.empty()) {
    std::vector<std::string> limits;
    for (const auto limit : change.still_broken) limits.push_back(a_case.at(limit).origin.id);
    text += ", which still breaks the limit" + std::string(limits.size() == 1 ? " " : "s ") +
            listed(limits);
  }
  return base::ended(text);
}

std::string missing_option_sentence(const model::Case& a_case,
                                    const agree::MissingOption& missing) {
  const std::string issue = a_case.at(missing.issue).origin.id;
  std::string unasked;
  if (!missing.unasked.empty()) {
    std::vector<std::string> acts;
    for (const auto gate : missing.unasked) acts.push_back(a_case.at(gate).origin.id);
    unasked = " (taking it that it asks nothing at " + listed(acts) + ")";
  }
  if (missing.opens) {
    return issue + ": a new option without any effects would be enough" + unasked + ", with " +
           rest_code(a_case, missing.witness, missing.issue) + ".";
  }
  if (missing.sets.empty()) {
    return issue + (missing.complete
                        ? ": no new option of it alone would be enough, whatever its effects."
                        : ": nothing was found before the search was stopped.");
  }
  std::string text = issue + ": a new option would be enough" + unasked + " if its effects made up";
  const std::size_t shown = std::min<std::size_t>(3, missing.sets.size());
  for (std::size_t s = 0; s < shown; ++s) {
    const agree::MissingSet& set = missing.sets[s];
    text += s > 0 ? "; or" : "";
    for (std::size_t i = 0; i < set.relaxation.elements.size(); ++i) {
      const auto& element = missing.elements[set.relaxation.elements[i]];
      const auto* party = std::get_if<model::PartyIndex>(&element);
      std::optional<Rational> amount;
      if (!set.least.empty()) {
        amount = set.least.front().amounts[i];
      } else {
        amount = set.relaxation.amounts[i].amount;
      }
      text += i > 0 ? " and " : " ";
      if (party != nullptr) {
        text += (amount ? scale_amount(*amount) : "what nobody knows") + " for " +
                a_case.at(*party).name;
      } else {
        const auto& limit = a_case.at(std::get<model::LimitIndex>(element));
        text += (amount ? amount_words(a_case, std::get<model::LevelBound>(limit.forbids).level,
                                       *amount)
                        : "what nobody knows") +
                " on the limit " + limit.origin.id;
      }
    }
  }
  if (missing.sets.size() > shown) {
    text += "; and " + counted(missing.sets.size() - shown, "other way", "other ways");
  }
  return base::ended(text);
}

std::string payment_sentence(const model::Case& a_case, const agree::Payment& payment) {
  const model::Party& party = a_case.at(payment.party);
  std::string text = party.name +
                     (party.margin == 0 ? " would not be worse off with "
                                        : " would gain " + margin_words(party.margin) + " with ") +
                     amount_words(a_case, payment.level, payment.amount) + " more or less of " +
                     level_words(a_case, payment.level) + ", in " +
                     package_code(a_case, payment.package) + "; ";
  if (payment.bearers.empty()) return text + "no party that gains there could bear it alone.";
  std::vector<std::string> names;
  for (const auto& bearer : payment.bearers) names.push_back(a_case.at(bearer.party).name);
  return text + "it could be borne, and still not lose by it, by " + listed(names) + ".";
}

std::string payments_summary(const model::Case& a_case, const WhyAnswer& answer) {
  if (answer.conflicts.open) return "Nothing is missing that a payment could make up.";
  if (answer.payments.transferable.empty()) return "No measure of the case is marked transferable.";
  std::vector<std::string> names;
  for (const auto measure : answer.payments.transferable) names.push_back(a_case.at(measure).name);
  return "Transferable: " + listed(names) + "." +
         (answer.payments.payments.empty()
              ? " No relaxation is of worth tests only with a party that cares for it."
              : "");
}

std::string linking_sentence(const model::Case& a_case, const agree::Linking& linking) {
  if (!linking.without_default.empty()) {
    std::vector<std::string> ids;
    for (const auto issue : linking.without_default) ids.push_back(a_case.at(issue).origin.id);
    return "No issue can be settled alone: " + listed(ids) + (ids.size() == 1 ? " has" : " have") +
           " no default, so something must be settled with it.";
  }
  const auto example = [&](const agree::LinkedSet& set) -> std::string {
    const auto& nearest = set.nearest_inside.members.empty() ? set.nearest : set.nearest_inside;
    return nearest.members.empty() ? ""
                                   : ", such as " + package_code(a_case, nearest.members.front());
  };
  const std::string alone = counted(linking.alone.size(), "step", "steps") +
                            " taken alone, everything else as it stands, " +
                            certainty_phrase(linking.certainty) + ".";
  if (linking.unvisited > 0) {
    return alone +
           " What settling them together changes was not found out: the search was stopped.";
  }
  std::string text =
      alone + " Settled together, " + counted(linking.helpful.packages, "package", "packages") +
      " more pass than these steps make up (" +
      base::grouped_text(linking.helpful.inside_question) + " inside the question)" +
      example(linking.helpful) + "; " + "of the " +
      counted(linking.separate, "package", "packages") +
      " that only such steps and what stands make up, " +
      (linking.harmful.packages == 0   ? std::string("none does")
       : linking.harmful.packages == 1 ? std::string("1 does")
                                       : base::grouped_text(linking.harmful.packages) + " do") +
      " not pass" + example(linking.harmful) + ".";
  return text;
}

std::string synergy_sentence(const model::Case& a_case, model::PartyIndex party,
                             const agree::StepPair& pair) {
  const bool complements = pair.together > 0;
  return a_case.at(party).name + ": " + step_code(a_case, pair.first) + " and " +
         step_code(a_case, pair.second) + " are " + (complements ? "complements" : "substitutes") +
         ", together worth " + scale_words(abs(pair.together)) + " of its scale " +
         (complements ? "more" : "less") + " than one by one.";
}

std::string extremes_set_words(const agree::Extremes& extremes) {
  return std::string("packages ") +
         (extremes.over.question == agree::Question::inside ? "inside the question "
                                                            : "inside or outside the question ") +
         "that " + certainty_phrase(extremes.over.certainty);
}

std::string extremes_sentence(const model::Case& a_case, const agree::PartyExtremes& extremes) {
  const std::string& name = a_case.at(extremes.party).name;
  if (!extremes.gain) return name + ": its gain is not known in any of them.";
  return name + ": gain from " + scale_words(extremes.gain->least) + " to " +
         scale_words(extremes.gain->greatest) + " of its scale.";
}

}  // namespace nemawashi::ask
