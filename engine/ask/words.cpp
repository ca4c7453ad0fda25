// SPDX-License-Identifier: Apache-2.0
#include "engine/ask/words.h"

#include <algorithm>

#include "engine/model/check.h"
#include "engine/model/levels.h"

namespace nemawashi::ask {
namespace {

using base::Rational;
using model::Verdict;

constexpr std::size_t kMeasuresNamed = 2;

std::string joined(const std::vector<std::string>& parts, const std::string& separator) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : separator) + part;
  return text;
}

/// The levels over which a party loses, the heaviest first, with what they come to.
std::string losses_words(const model::Case& a_case, const agree::PackageReport& report,
                         const agree::Objection& objection) {
  const auto& interests = a_case.interests_of[objection.party.value];
  const model::Gain& gain = *report.answers[objection.party.value].gain;
  std::vector<std::string> parts;
  for (const auto interest : objection.over) {
    if (parts.size() == kMeasuresNamed) break;
    const auto place = std::find(interests.begin(), interests.end(), interest);
    const auto level = a_case.at(interest).level;
    const auto& amount = gain.levels[static_cast<std::size_t>(place - interests.begin())];
    parts.push_back(level_words(a_case, level) + " (" + amount_words(a_case, level, amount) + ")");
  }
  return listed(parts);
}

std::string basis_word(model::Basis basis) {
  return basis == model::Basis::sourced   ? "sourced"
         : basis == model::Basis::derived ? "derived"
                                          : "assumed";
}

std::string refusal_words(const model::Case& a_case, const model::Refusal& refusal) {
  std::string text = "it refuses this whatever else it gets" + statement_words(refusal);
  if (refusal.if_claim) {
    text += ", if this claim holds: " + a_case.at(*refusal.if_claim).text;
  }
  return text;
}

/// "by at least 0.25 of its scale": cut, not rounded, so that "at least" stays true.
std::string at_least_words(const Rational& amount) {
  const base::Integer hundredths = base::rounded_down(amount * 100);
  const std::string text = base::decimal_text(base::fraction(hundredths, 100), 2);
  return text == "0" ? "a little (less than 0.01 of its scale)"
                     : "at least " + text + " of its scale";
}

/// Of a party whose greatest gain is below 0: whether it loses, or gains less than its margin.
std::string shortfall_words(const Rational& margin, const Rational& greatest) {
  const std::string worse = "be worse off than it expects to be without agreement";
  const std::string amount = at_least_words(-greatest);
  if (margin == 0) return worse + ", by " + amount;
  if (greatest + margin < 0) return worse + ", and miss " + margin_words(margin) + " by " + amount;
  return "gain less than " + margin_words(margin) +
         " over what it expects without agreement, short by " + amount;
}

std::string worth_words(const model::Case& a_case, const agree::PackageReport& report,
                        const agree::Objection& objection) {
  const model::PartyAnswer& answer = report.answers[objection.party.value];
  if (!answer.gain) {
    std::vector<std::string> parts;
    for (const auto level : objection.unknown) parts.push_back(level_words(a_case, level));
    return "it depends on what is not known: " + joined(parts, "; ");
  }
  const std::string over = losses_words(a_case, report, objection);
  const std::string over_what = over.empty() ? "" : ", over " + over;
  const Rational& margin = a_case.at(objection.party).margin;
  if (objection.verdict == Verdict::objection) {
    return "for all its weights allowed here it would " +
           shortfall_words(margin, answer.gain->greatest.value) + over_what;
  }
  std::string text = "its gain" + (margin > 0 ? " beyond " + margin_words(margin) : "") +
                     " lies between " + scale_words(answer.gain->least.value) + " and " +
                     scale_words(answer.gain->greatest.value) +
                     " of its scale; it falls short with the weight on " +
                     weight_words(a_case, objection.party, answer.gain->least.weights) + over_what;
  if (answer.only_at_boundary) text += "; it agrees only at the very boundary of its weights";
  return text;
}

/// Who of those that the party's rule names does not say yes, or not for certain.
std::string rule_objection_words(const model::Case& a_case, const agree::PackageReport& report,
                                 const agree::Objection& objection) {
  std::vector<model::PartyIndex> missing;
  model::for_each_member(*a_case.at(objection.party).rule, [&](model::PartyIndex member) {
    const model::Yes& yes = report.answers[member.value].yes;
    const bool says = objection.verdict == Verdict::objection ? yes.possible : yes.necessary;
    const bool known = std::find(missing.begin(), missing.end(), member) != missing.end();
    if (!says && !known) missing.push_back(member);
  });
  return "it depends on others, of whom " + party_names(a_case, missing) +
         (missing.size() == 1 ? " does" : " do") + " not say yes" +
         (objection.verdict == Verdict::objection ? "" : " for certain");
}

}  // namespace

std::string verdict_words(Verdict verdict) {
  return verdict == Verdict::no_objection ? "no objection found"
         : verdict == Verdict::objection  ? "objection found"
                                          : "cannot tell";
}

std::string certainty_words(model::Certainty certainty) {
  return certainty == model::Certainty::necessary ? "necessary"
         : certainty == model::Certainty::central ? "central"
                                                  : "possible";
}

std::string certainty_phrase(model::Certainty certainty) {
  return certainty == model::Certainty::necessary ? "pass for all weights"
         : certainty == model::Certainty::central ? "pass at central weights"
                                                  : "may pass";
}

std::string count_words(const agree::BoundedCount& count) {
  if (!count.exact()) {
    return "between " + base::grouped_text(count.least) + " and " + base::grouped_text(count.most) +
           " (bounded)";
  }
  return count.least == 0 ? "none" : base::grouped_text(count.least);
}

std::string not_found_out_words() { return "not found out before the search was stopped"; }

std::string level_words(const model::Case& a_case, model::LevelIndex index) {
  const model::Level& level = a_case.at(index);
  return a_case.at(level.measure).name + " at " + model::bearer_name(a_case, level.bearer);
}

std::string amount_words(const model::Case& a_case, model::LevelIndex index,
                         const Rational& amount) {
  const std::string& unit = a_case.at(a_case.at(index).measure).unit;
  return base::decimal_text(amount, 2) + (unit.empty() ? "" : " " + unit);
}

std::string package_code(const model::Case& a_case, const model::Package& package) {
  const model::Package standing = model::standing_package(a_case);
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < package.size(); ++i) {
    const model::Issue& issue = a_case.issues[i];
    if (issue.standing && package[i] == standing[i]) continue;
    parts.push_back(issue.origin.id + "=" + issue.options[package[i].value].id);
  }
  return parts.empty() ? "nothing is changed" : joined(parts, " ");
}

std::string changes_code(const model::Case& a_case, const model::Package& from,
                         const model::Package& to) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < to.size(); ++i) {
    if (to[i] == from[i]) continue;
    const model::Issue& issue = a_case.issues[i];
    parts.push_back(issue.origin.id + "=" + issue.options[to[i].value].id);
  }
  return parts.empty() ? "no change" : joined(parts, " ");
}

std::string package_words(const model::Case& a_case, const model::Package& package) {
  const model::Package standing = model::standing_package(a_case);
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < package.size(); ++i) {
    const model::Issue& issue = a_case.issues[i];
    if (issue.standing && package[i] == standing[i]) continue;
    const model::Option& option = issue.options[package[i].value];
    parts.push_back(issue.overrides && option.id == "yes" ? issue.name : option.name);
  }
  return parts.empty() ? "nothing is changed" : joined(parts, "; ");
}

std::string condition_words(const model::Case& a_case, const model::Condition& condition) {
  std::string text;
  for (const model::ConditionTerm& term : condition.terms) {
    const auto& options = a_case.at(term.issue).options;
    const auto wanted =
        static_cast<std::size_t>(std::count(term.options.begin(), term.options.end(), true));
    const bool but = wanted > 1 && 2 * wanted > options.size();
    std::string names;
    for (std::size_t o = 0; o < options.size(); ++o) {
      if (term.options[o] == but) continue;
      names += (names.empty() ? "\"" : " or \"") + options[o].name + "\"";
    }
    text += (text.empty() ? "" : " with ") + std::string(but ? "anything but " : "") + names;
  }
  return text.empty() ? "everything" : text;
}

std::string statement_words(const model::Refusal& refusal) {
  std::string text;
  if (refusal.origin.basis != model::Basis::sourced) {
    text = ", " + basis_word(refusal.origin.basis) + " by the authors of this case";
  }
  if (!refusal.words.empty()) text += ": " + refusal.words;
  if (!refusal.date.empty()) text += " (" + refusal.date + ")";
  return text;
}

std::string because(const model::Case& a_case, const agree::PackageReport& report,
                    const agree::Objection& objection) {
  if (objection.refusal) return refusal_words(a_case, a_case.at(*objection.refusal));
  if (objection.by_rule) return rule_objection_words(a_case, report, objection);
  return worth_words(a_case, report, objection);
}

std::string gain_words(const model::PartyAnswer& answer) {
  if (!answer.gain) return answer.unknown.empty() ? "no interests stated" : "unknown";
  return scale_words(answer.gain->least.value) + " / " + scale_words(answer.gain->central.value) +
         " / " + scale_words(answer.gain->greatest.value);
}

std::string weight_words(const model::Case& a_case, model::PartyIndex party,
                         const model::WeightVector& weights) {
  const auto& interests = a_case.interests_of[party.value];
  const Rational most = *std::max_element(weights.begin(), weights.end());
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] == most) parts.push_back(level_words(a_case, a_case.at(interests[i]).level));
  }
  return listed(parts);
}

std::string counted(const base::Integer& number, const std::string& one, const std::string& many) {
  return base::grouped_text(number) + " " + (number == 1 ? one : many);
}

std::string first_words(std::size_t number) {
  return number == 1 ? "the first" : "the first " + std::to_string(number);
}

std::string all_words(std::size_t number, const std::string& one, const std::string& many) {
  return number == 1   ? "the only " + one
         : number == 2 ? "both " + many
                       : "all " + std::to_string(number) + " " + many;
}

std::string listed(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += i + 1 == parts.size() ? " and " : ", ";
    text += parts[i];
  }
  return text;
}

std::string party_names(const model::Case& a_case, const std::vector<model::PartyIndex>& parties) {
  std::vector<std::string> names;
  for (const auto party : parties) names.push_back(a_case.at(party).name);
  return listed(names);
}

std::string dated_title(const model::Case& a_case) {
  if (a_case.as_of == model::kUndated) return a_case.title;
  return a_case.title + ", as known on " + a_case.as_of;
}

std::string inside_words(const model::Case& a_case) {
  return a_case.wants.empty() ? "" : " inside the question";
}

std::string not_known_yet_words(const model::Case& a_case) {
  const model::KnownSoFar& rows = a_case.known_so_far;
  if (!rows.too_little()) return {};
  std::vector<std::string> parts;
  const auto add = [&](const model::KnownCount& count, const char* one, const char* many) {
    if (count.not_yet == 0) return;
    parts.push_back(std::to_string(count.not_yet) + " of " +
                    counted(count.known + count.not_yet, one, many));
  };
  add(rows.gates, "gate", "gates");
  add(rows.interests, "interest", "interests");
  const bool single = parts.size() == 1 && parts.front().starts_with("1 of ");
  return "At this date " + listed(parts) + (single ? " is" : " are") +
         " not known yet: who they belong to is not asked, so this is no answer to the question.";
}

std::string nothing_matters_words(const model::Case& a_case) {
  if (!model::no_option_matters(a_case)) return {};
  return "No option changes anything that an interest is in: every package is worth the same to a "
         "party, and the answer means nothing yet.";
}

std::string not_asked_words(const model::Case& a_case) {
  std::size_t parties = 0;
  std::size_t asked = 0;
  std::size_t unsaid = 0;
  for (std::size_t p = 0; p < a_case.parties.size(); ++p) {
    if (a_case.interests_of[p].empty()) continue;
    ++parties;
    unsaid += a_case.parties[p].interests_by ? 0U : 1U;
    const auto by = a_case.parties[p].interests_by;
    asked += by && by != model::InterestsBy::analyst ? 1U : 0U;
  }
  if (parties == 0) return "No interests are stated: only gates and refusals are known.";
  const std::string all = all_words(parties, "party", "parties") +
                          (parties == 1 ? " that has any here" : " that have any here");
  if (unsaid == parties) return "Who wrote the interests of " + all + " is not stated.";
  const std::string rest = unsaid == 0 ? "" : ", or it is not stated who wrote them";
  if (asked == 0) {
    return "The interests of " + all + " are an analyst's reading" + rest + "; none was elicited.";
  }
  return "Of the " + std::to_string(parties) + " parties with interests, " + std::to_string(asked) +
         " stated their own; the others' are an analyst's reading" + rest + ".";
}

std::string nothing_compared_words(const agree::Bargaining& bargaining,
                                   const base::Integer& r0_packages,
                                   const base::Integer& unvisited) {
  if (unvisited > 0) return "the search was stopped before it had compared the packages";
  if (!bargaining.parties.empty()) return {};
  return r0_packages == 0 ? "no package is ratifiable at the central weights"
                          : "no party with interests has a gate that a package ratifiable at the "
                            "central weights meets";
}

std::string no_nash_words(const agree::NashSolution& nash) {
  const std::string nothing =
      nothing_compared_words(nash.bargaining, nash.r0_packages, nash.unvisited);
  if (!nothing.empty()) return nothing;
  return "in every package that is ratifiable at the central weights, a bargaining party has a "
         "negative gain or one that is not known";
}

std::string not_modelled_words(const model::Case& a_case) {
  if (a_case.gates.empty()) return " No gate is stated: nobody is asked, so nothing can fail.";
  const auto silent = model::not_modelled(a_case);
  if (silent.empty()) return {};
  return " Counted as yes, since nothing is stated of them: " + party_names(a_case, silent) + ".";
}

std::string margin_words(const Rational& margin) {
  return "its margin of " + scale_words(margin) + " of its scale";
}

std::string scale_words(const Rational& worth) {
  const std::string text = base::decimal_text(worth, 2);
  if (text != "0" || worth == 0) return text;
  return worth > 0 ? "less than 0.01" : "a little less than 0";
}

}  // namespace nemawashi::ask
