// SPDX-License-Identifier: Apache-2.0
#include "engine/ask/consent_words.h"

#include <algorithm>

#include "engine/ask/words.h"

namespace nemawashi::ask {
namespace {

using model::PartyIndex;
using model::Verdict;
using Parties = std::vector<PartyIndex>;

std::string gate_rule_words(const model::Case& a_case, const model::GateRule& rule) {
  using Kind = model::GateRule::Kind;
  if (rule.kind == Kind::member) return a_case.at(a_case.at(rule.member).party).name;
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < rule.parts.size(); ++i) {
    parts.push_back(
        gate_rule_words(a_case, rule.parts[i]) +
        (rule.kind == Kind::votes ? " (" + base::decimal_text(rule.weights[i], 2) + ")" : ""));
  }
  if (rule.kind == Kind::all) return listed(parts);
  const std::string of = " of these " + std::to_string(parts.size()) + ": " + listed(parts);
  if (rule.kind == Kind::any) return "one" + of;
  const std::string threshold = base::decimal_text(rule.threshold, 2);
  return rule.kind == Kind::votes ? "at least " + threshold + " votes" + of
                                  : "at least " + threshold + of;
}

/// Whose objections the report has, of this verdict or of any; each once.
Parties parties_of(const agree::PackageReport& report, bool overridden, bool doubts) {
  Parties result;
  for (const agree::Objection& objection : report.objections) {
    if (objection.overridden != overridden) continue;
    const Verdict verdict = model::verdict(report.answers[objection.party.value].yes);
    if ((verdict == Verdict::objection) == doubts) continue;
    if (std::find(result.begin(), result.end(), objection.party) == result.end()) {
      result.push_back(objection.party);
    }
  }
  return result;
}

std::string who_words(const std::string& before, const model::Case& a_case,
                      const Parties& parties) {
  return parties.empty() ? "" : before + party_names(a_case, parties);
}

}  // namespace

std::string passed_words(const model::Case& a_case) {
  return model::every_gate_must_pass(a_case) ? "every gate" : "under the rule of consent";
}

std::string consent_rule_words(const model::Case& a_case) {
  if (model::every_gate_must_pass(a_case)) return {};
  return " The rule of consent: " + gate_rule_words(a_case, a_case.consent) + ".";
}

std::string consent_words(const model::Case& a_case, const agree::PackageReport& report) {
  const bool asked =
      std::any_of(a_case.gates.begin(), a_case.gates.end(),
                  [&](const model::Gate& gate) { return model::is_asked(gate, report.package); });
  const bool aside = std::any_of(report.objections.begin(), report.objections.end(),
                                 [](const agree::Objection& one) { return one.overridden; });
  if (!asked && !aside) return "no gate asks anything of it";
  const Verdict verdict = model::verdict(report.consent);
  if (verdict == Verdict::objection) return verdict_words(verdict);
  const bool sure = verdict == Verdict::no_objection;
  const Parties against = parties_of(report, false, false);
  const Parties doubtful = sure ? parties_of(report, false, true) : Parties{};
  if (!aside && against.empty() && doubtful.empty()) return verdict_words(verdict);
  std::string text = sure ? "passes" : "may pass";
  if (!against.empty() || !doubtful.empty()) text += " under the rule of consent";
  if (aside) text += " with gates set aside";
  return text + who_words("; objection found all the same from ", a_case, against) +
         who_words("; cannot tell of ", a_case, doubtful) +
         who_words("; set aside, the objection remains: ", a_case,
                   parties_of(report, true, false)) +
         who_words("; set aside, cannot tell of ", a_case, parties_of(report, true, true));
}

}  // namespace nemawashi::ask
