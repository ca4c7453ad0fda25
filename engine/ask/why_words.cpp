// SPDX-License-Identifier: Apache-2.0
#include "engine/ask/why_words.h"

#include <algorithm>

#include "engine/ask/words.h"
#include "engine/base/text.h"

namespace nemawashi::ask {
namespace {

using base::Rational;
using model::Certainty;

/// "City of Nago (permit, vote)": the office and its acts, of a package those that it asks.
std::string office_words(const model::Case& a_case, model::PartyIndex party,
                         const model::Package* asked_by = nullptr) {
  std::vector<std::string> acts;
  for (const model::Gate& gate : a_case.gates) {
    if (gate.party != party) continue;
    if (asked_by != nullptr && !model::is_asked(gate, *asked_by)) continue;
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

/// What a party's worth test or refusal says, after the party.
std::string objection_words(const model::Case& a_case, const agree::Element& element) {
  if (const auto* index = std::get_if<model::RefusalIndex>(&element)) {
    const model::Refusal& refusal = a_case.at(*index);
    return "refuses " + condition_words(a_case, refusal.when) + ", whatever else it gets" +
           statement_words(refusal) + claim_words(a_case, refusal.if_claim);
  }
  const Rational& margin = a_case.at(std::get<model::PartyIndex>(element)).margin;
  return margin == 0
             ? "would be worse off than it expects to be without agreement"
             : "would not gain " + margin_words(margin) + " over what it expects without agreement";
}

/// An amount of a party's scale, rounded up: with so much the test is passed.
std::string scale_amount(const Rational& amount) {
  return amount == 0 ? "0" : scale_words(amount) + " of its scale";
}

/// The least amount, and that of the package named, if that is another.
template <class Words>
std::string at_least_in_witness(const Words& words, const agree::LeastAmount& missing) {
  const std::string least = words(*missing.amount);
  const std::string there = missing.in_witness ? words(*missing.in_witness) : least;
  return there == least ? least : "at least " + least + ", in that package by " + there;
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

/// How the package stands after the smallest change.
std::string afterwards_words(const model::Case& a_case, const agree::SmallestChange& change) {
  std::vector<std::string> parts;
  if (!change.still_asked) parts.push_back("the party is no longer asked");
  if (!change.answers_question) parts.push_back("the package does not answer the question");
  if (!change.still_objecting.empty()) {
    parts.push_back("objections are still found of " + party_names(a_case, change.still_objecting));
  }
  if (!change.still_broken.empty()) {
    std::vector<std::string> limits;
    for (const auto limit : change.still_broken) limits.push_back(a_case.at(limit).origin.id);
    parts.push_back("it still breaks the limit" + std::string(limits.size() == 1 ? " " : "s ") +
                    listed(limits));
  }
  return parts.empty() ? "Then no objection is found and no limit is broken."
                       : "Then " + listed(parts) + ".";
}

}  // namespace

std::string step_code(const model::Case& a_case, const agree::Step& step) {
  const model::Issue& issue = a_case.at(step.issue);
  return issue.origin.id + "=" + issue.options[step.option.value].id;
}

std::string element_words(const model::Case& a_case, const agree::Element& element) {
  if (const auto* party = std::get_if<model::PartyIndex>(&element)) {
    return office_words(a_case, *party) + " " + objection_words(a_case, element);
  }
  if (const auto* index = std::get_if<model::RefusalIndex>(&element)) {
    return office_words(a_case, a_case.at(*index).party) + " " + objection_words(a_case, element);
  }
  const model::Limit& limit = a_case.at(std::get<model::LimitIndex>(element));
  return limit_words(a_case, limit) + claim_words(a_case, limit.if_claim);
}

std::string amount_missing_words(const model::Case& a_case, const agree::Element& element,
                                 const agree::LeastAmount& missing) {
  if (std::holds_alternative<model::RefusalIndex>(element)) return "a refusal has no amount";
  if (const auto* limit = std::get_if<model::LimitIndex>(&element)) {
    const auto* bound = std::get_if<model::LevelBound>(&a_case.at(*limit).forbids);
    if (bound == nullptr || !missing.amount) return "it has no amount";
    const auto words = [&](const Rational& amount) {
      return amount_words(a_case, bound->level, amount);
    };
    return "the bound would move " +
           std::string(missing.bound == agree::LeastAmount::Bound::at_least ? "down" : "up") +
           " by " + at_least_in_witness(words, missing);
  }
  if (missing.refuses) return "no amount would do: it also refuses";
  return missing.amount ? "short by " + at_least_in_witness(scale_amount, missing)
                        : "by how much it falls short is not known";
}

std::vector<std::size_t> common_elements(const agree::Conflicts& conflicts) {
  if (conflicts.conflicts.size() < 2) return {};
  std::vector<std::size_t> common = conflicts.conflicts.front();
  std::erase_if(common, [&](std::size_t element) {
    return !std::all_of(
        conflicts.conflicts.begin(), conflicts.conflicts.end(), [&](const auto& conflict) {
          return std::find(conflict.begin(), conflict.end(), element) != conflict.end();
        });
  });
  return common;
}

std::string elements_words(const model::Case& a_case, const agree::Conflicts& conflicts,
                           const std::vector<std::size_t>& elements) {
  std::string text;
  for (const std::size_t element : elements) {
    text += (text.empty() ? "" : "; ") + element_words(a_case, conflicts.elements[element]);
  }
  return base::ended(text);
}

std::string conflict_sentence(const model::Case& a_case, const agree::Conflicts& conflicts,
                              const std::vector<std::size_t>& conflict) {
  if (conflict.empty()) {
    return "No package that is asked about answers the question, whatever is given up.";
  }
  const std::string answering = a_case.wants.empty()
                                    ? "Whatever is chosen"
                                    : "Whatever is chosen as an answer to the question";
  return answering + ", and whatever else is set aside, " +
         (conflict.size() == 1 ? "this is" : "one of these is") +
         " in the way: " + elements_words(a_case, conflicts, conflict);
}

std::string relaxation_sentence(const model::Case& a_case, const agree::Conflicts& conflicts,
                                const agree::Relaxation& relaxation) {
  std::string text = counted(relaxation.packages, "package", "packages") + inside_words(a_case) +
                     " " + would_words(conflicts.certainty) + " if " +
                     (relaxation.elements.size() == 1 ? "this" : "these") +
                     " did not stand in the way, the first " +
                     package_code(a_case, relaxation.witness) + ": ";
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
           ": nothing is missing.";
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
  std::vector<std::string> objections;
  for (const auto& objection : change.objections) {
    objections.push_back(objection_words(a_case, objection));
  }
  const std::string who =
      office_words(a_case, change.party, &from) + " " + listed(objections) + ". ";
  const auto& nearest = change.nearest;
  if (!nearest.changed_issues) {
    return who + "No change was found that meets this and raises no new objection" +
           (nearest.unvisited > 0 ? " before the search was stopped." : ".");
  }
  const bool stopped = nearest.unvisited > 0;
  std::string text = who + "The smallest change " +
                     (stopped ? "found before the search was stopped " : "") +
                     "that meets this and raises no new objection changes " +
                     counted(*nearest.changed_issues, "issue", "issues");
  if (nearest.packages > 1) text += ", in " + base::grouped_text(nearest.packages) + " ways";
  if (!nearest.members.empty()) {
    text += (nearest.packages > 1 ? ", the first: " : ": ") +
            changes_code(a_case, from, nearest.members.front());
  }
  if (nearest.members.empty()) return base::ended(text);
  return text + ". " + afterwards_words(a_case, change);
}

std::string missing_option_sentence(const model::Case& a_case,
                                    const agree::MissingOption& missing) {
  std::string unasked;
  if (!missing.unasked.empty()) {
    std::vector<model::PartyIndex> offices;
    for (const auto gate : missing.unasked) {
      const auto party = a_case.at(gate).party;
      if (std::find(offices.begin(), offices.end(), party) == offices.end()) {
        offices.push_back(party);
      }
    }
    unasked = "it asked nothing of those whom other options of the issue ask (" +
              party_names(a_case, offices) + ")";
  }
  if (missing.opens) {
    return "a new option without any effects of its own would be enough" +
           (unasked.empty() ? "" : " if " + unasked) + ", with " +
           rest_code(a_case, missing.witness, missing.issue) + ".";
  }
  if (missing.sets.empty()) {
    return missing.complete ? "no new option of it alone would be enough, whatever its effects."
                            : "nothing was found before the search was stopped.";
  }
  std::string text = "a new option would be enough if " +
                     (unasked.empty() ? "" : unasked + " and if ") +
                     "its effects made good what is missing: ";
  const std::size_t shown = std::min<std::size_t>(3, missing.sets.size());
  for (std::size_t s = 0; s < shown; ++s) {
    const agree::MissingSet& set = missing.sets[s];
    text += s > 0 ? "; or " : "";
    for (std::size_t i = 0; i < set.relaxation.elements.size(); ++i) {
      const auto& element = missing.elements[set.relaxation.elements[i]];
      const auto* party = std::get_if<model::PartyIndex>(&element);
      std::optional<Rational> amount;
      if (!set.least.empty()) {
        amount = set.least.front().amounts[i];
      } else {
        amount = set.relaxation.amounts[i].amount;
      }
      if (i > 0) text += i + 1 == set.relaxation.elements.size() ? " and " : ", ";
      if (party != nullptr) {
        text += a_case.at(*party).name + " " +
                (amount ? scale_amount(*amount) : "an amount that is not known");
      } else {
        const auto& limit = a_case.at(std::get<model::LimitIndex>(element));
        const auto level = std::get<model::LevelBound>(limit.forbids).level;
        text += "of " + level_words(a_case, level) + " (limit " + limit.origin.id + ") " +
                (amount ? amount_words(a_case, level, *amount) : "an amount that is not known");
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
         (answer.payments.payments.empty() ? " None could open anything: each relaxation holds a "
                                             "refusal, a limit or the worth test "
                                             "of a party that does not care for it."
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
      (linking.harmful.packages == 0   ? std::string("all do")
       : linking.harmful.packages == 1 ? std::string("1 does not")
                                       : base::grouped_text(linking.harmful.packages) + " do not") +
      example(linking.harmful) + ".";
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
  const std::string name =
      a_case.at(extremes.party).name + (extremes.asked ? "" : ", which none of them asks");
  if (!extremes.gain) return name + ": its gain is not known in any of them.";
  const std::string least = scale_words(extremes.gain->least);
  const std::string greatest = scale_words(extremes.gain->greatest);
  if (least == greatest) return name + ": gain of " + least + " of its scale in all of them.";
  return name + ": gain from " + least + " (" + package_code(a_case, extremes.least_in) + ") to " +
         greatest + " of its scale (" + package_code(a_case, extremes.greatest_in) + ").";
}

}  // namespace nemawashi::ask
