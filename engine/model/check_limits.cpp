// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <set>

#include "engine/model/check.h"
#include "engine/model/levels.h"
#include "engine/model/reach.h"

namespace nemawashi::model {
namespace {

/// Options of terms that may be looked at while limits are compared with bounds: some seconds.
constexpr std::size_t kBudget = 200'000'000;

enum class Standing { always_kept, never_kept, open };

/// Whether packages within the box keep the limit, as far as bounds decide.
Standing standing(const Case& a_case, const Reading& reading, const Limit& limit,
                  const Condition& box) {
  if (const auto* forbidden = std::get_if<Condition>(&limit.forbids)) {
    if (excludes(box, *forbidden)) return Standing::always_kept;
    return implies(box, *forbidden) ? Standing::never_kept : Standing::open;
  }
  const auto& bound = std::get<LevelBound>(limit.forbids);
  const auto range = reach(a_case, reading, bound.level, box);
  if (!range) return Standing::open;
  const auto& [level, at_least, at_most] = bound;
  if ((at_least && range->most < *at_least) || (at_most && range->least > *at_most)) {
    return Standing::never_kept;
  }
  const bool above = !at_least || range->least >= *at_least;
  const bool below = !at_most || range->most <= *at_most;
  return above && below ? Standing::always_kept : Standing::open;
}

std::string claim_text(const Case& a_case, const Limit& limit) {
  if (!limit.if_claim) return {};
  return " while the claim '" + a_case.at(*limit.if_claim).origin.id + "' is taken as stated";
}

CellPlace place_of(const Limit& limit) {
  const bool forbids = std::holds_alternative<Condition>(limit.forbids);
  return {"limits", limit.origin.row, forbids ? "forbid" : "measure"};
}

/// Issues whose options may decide a limit, and the work of looking at it once.
struct Scope {
  std::set<IssueIndex> issues;
  std::size_t work = 1;

  void add(const Condition& condition) {
    ++work;
    for (const ConditionTerm& term : condition.terms) {
      issues.insert(term.issue);
      work += term.options.size();
    }
  }
};

/// Compares limits with boxes as long as the budget lasts.
class LimitCheck {
 public:
  LimitCheck(const Case& a_case, Findings& findings)
      : a_case_(a_case), reading_(default_reading(a_case)), findings_(findings) {
    for (const Issue& issue : a_case.issues) said_.emplace_back(issue.options.size());
  }

  void check_limit(const Limit& limit);
  void check_wants();

  Coverage coverage() const { return spent_ > kBudget ? Coverage::budget_spent : Coverage::full; }

 private:
  const Scope& scope_of(const Limit& limit);
  void check_option(const Limit& limit, IssueIndex issue, std::size_t option);
  bool is_in_force(const Limit& limit) const { return in_force(limit.if_claim, reading_); }

  /// `open` once the budget is spent.
  Standing within_budget(const Limit& limit, const Condition& box) {
    spent_ += scope_of(limit).work;
    return spent_ > kBudget ? Standing::open : standing(a_case_, reading_, limit, box);
  }

  const Case& a_case_;
  Reading reading_;
  Findings& findings_;
  std::vector<std::vector<bool>> said_;  ///< by issue and option
  std::map<LevelIndex, Scope> scopes_;
  Scope forbidden_scope_;
  std::size_t spent_ = 0;
};

const Scope& LimitCheck::scope_of(const Limit& limit) {
  if (const auto* forbidden = std::get_if<Condition>(&limit.forbids)) {
    forbidden_scope_ = {};
    forbidden_scope_.add(*forbidden);
    return forbidden_scope_;
  }
  const LevelIndex level = std::get<LevelBound>(limit.forbids).level;
  const auto [scope, is_new] = scopes_.try_emplace(level);
  if (is_new) {
    for (const EffectIndex i : a_case_.at(level).effects) scope->second.add(a_case_.at(i).when);
  }
  return scope->second;
}

void LimitCheck::check_option(const Limit& limit, IssueIndex issue, std::size_t option) {
  if (said_[issue.value][option]) return;
  Condition box;
  box.terms.push_back({issue, OptionSet(a_case_.at(issue).options.size())});
  box.terms.front().options[option] = true;
  if (within_budget(limit, box) != Standing::never_kept) return;
  said_[issue.value][option] = true;
  const Option& one = a_case_.at(issue).options[option];
  findings_.warning(
      {"issues", one.origin.row, "id"},
      {"option-forbidden",
       "Every package with '" + a_case_.at(issue).origin.id + " = " + one.id +
           "' breaks the limit '" + limit.origin.id + "'" + claim_text(a_case_, limit) + ".",
       "Correct the limit or the effects, or keep it if that is the point."});
}

void LimitCheck::check_limit(const Limit& limit) {
  const auto* forbidden = std::get_if<Condition>(&limit.forbids);
  if (!is_in_force(limit) || (forbidden != nullptr && never_holds(*forbidden))) return;
  switch (within_budget(limit, {})) {
    case Standing::always_kept:
      findings_.warning(place_of(limit),
                        {"limit-idle", "Every package keeps the limit: it decides nothing.",
                         "Check the bound and the effects, or remove the limit."});
      return;
    case Standing::never_kept:
      findings_.warning(
          place_of(limit),
          {"limit-never-kept", "No package keeps the limit" + claim_text(a_case_, limit) + ".",
           "Check the bound, the value today and the effects."});
      return;
    case Standing::open:
      break;
  }
  const std::set<IssueIndex> issues = scope_of(limit).issues;
  for (const IssueIndex issue : issues) {
    const std::size_t options = a_case_.at(issue).options.size();
    for (std::size_t option = 0; option < options && spent_ <= kBudget; ++option) {
      check_option(limit, issue, option);
    }
  }
}

void LimitCheck::check_wants() {
  for (std::size_t i = 0; i < a_case_.wants.size(); ++i) {
    if (never_holds(a_case_.wants[i])) continue;
    for (const Limit& limit : a_case_.limits) {
      if (!is_in_force(limit)) continue;
      if (within_budget(limit, a_case_.wants[i]) != Standing::never_kept) continue;
      findings_.warning({"case", 0, "wants"},
                        {"wants-never-met",
                         "Every package that meets condition " + std::to_string(i + 1) +
                             " of wants breaks the limit '" + limit.origin.id + "'" +
                             claim_text(a_case_, limit) + ".",
                         "Correct one of them, or keep it if that is the point."});
      break;
    }
  }
}

}  // namespace

Coverage check_limits(const Case& a_case, Findings& findings) {
  LimitCheck all(a_case, findings);
  all.check_wants();
  for (const Limit& limit : a_case.limits) all.check_limit(limit);
  return all.coverage();
}

}  // namespace nemawashi::model
