// SPDX-License-Identifier: Apache-2.0
#include "engine/model/reach.h"

#include <algorithm>
#include <map>

#include "engine/model/levels.h"

namespace nemawashi::model {
namespace {

using Terms = std::vector<ConditionTerm>;

/// The options that the box allows for an issue; null where it says nothing.
const OptionSet* allowed_options(const Condition& box, IssueIndex issue) {
  const auto found =
      std::lower_bound(box.terms.begin(), box.terms.end(), issue,
                       [](const ConditionTerm& t, IssueIndex wanted) { return t.issue < wanted; });
  return found != box.terms.end() && found->issue == issue ? &found->options : nullptr;
}

bool allows(const OptionSet* allowed, std::size_t option) {
  return allowed == nullptr || (*allowed)[option];
}

bool term_implied(const ConditionTerm& term, const OptionSet* allowed) {
  for (std::size_t i = 0; i < term.options.size(); ++i) {
    if (allows(allowed, i) && !term.options[i]) return false;
  }
  return true;
}

bool term_excluded(const ConditionTerm& term, const OptionSet* allowed) {
  for (std::size_t i = 0; i < term.options.size(); ++i) {
    if (allows(allowed, i) && term.options[i]) return false;
  }
  return true;
}

/// What one issue may contribute, by option; nothing where no effect holds.
using ByOption = std::vector<std::optional<Rational>>;

/// Effects sorted by how many issues decide whether they hold within the box.
struct Contributions {
  std::vector<Rational> certain;
  std::map<IssueIndex, ByOption> by_issue;
  std::vector<Rational> linked;
};

void gather(Combine combine, std::optional<Rational>& sum, const Rational& change) {
  if (!sum) {
    sum = change;
  } else if (combine == Combine::sum) {
    *sum += change;
  } else {
    *sum = combine == Combine::max ? std::max(*sum, change) : std::min(*sum, change);
  }
}

void add(Contributions& all, Combine combine, const Effect& effect, const Condition& box) {
  Terms open;
  for (const ConditionTerm& term : effect.when.terms) {
    if (!term_implied(term, allowed_options(box, term.issue))) open.push_back(term);
  }
  const Rational& change = *effect.change.likely;
  if (open.empty()) {
    all.certain.push_back(change);
  } else if (open.size() > 1) {
    all.linked.push_back(change);
  } else {
    const OptionSet& options = open.front().options;
    ByOption& values = all.by_issue.try_emplace(open.front().issue, options.size()).first->second;
    for (std::size_t i = 0; i < options.size(); ++i) {
      if (options[i]) gather(combine, values[i], change);
    }
  }
}

Reach sum_reach(const Contributions& all, const Rational& base, const Condition& box) {
  Reach result{base, base};
  for (const Rational& change : all.certain) {
    result.least += change;
    result.most += change;
  }
  for (const auto& [issue, values] : all.by_issue) {
    std::optional<Rational> least;
    std::optional<Rational> most;
    const OptionSet* allowed = allowed_options(box, issue);
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!allows(allowed, i)) continue;
      gather(Combine::min, least, values[i].value_or(0));
      gather(Combine::max, most, values[i].value_or(0));
    }
    result.least += least.value_or(0);
    result.most += most.value_or(0);
  }
  for (const Rational& change : all.linked) (change < 0 ? result.least : result.most) += change;
  return result;
}

/// For max: `most` is the largest value that may hold; `least` the largest that some option of
/// each issue cannot avoid.
Reach max_reach(const Contributions& all, const Rational& base, const Condition& box) {
  Reach result{base, base};
  for (const Rational& value : all.certain) result.least = std::max(result.least, value);
  result.most = result.least;
  for (const auto& [issue, values] : all.by_issue) {
    std::optional<Rational> unavoidable;
    bool avoidable = false;
    const OptionSet* allowed = allowed_options(box, issue);
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!allows(allowed, i)) continue;
      avoidable = avoidable || !values[i];
      if (!values[i]) continue;
      gather(Combine::min, unavoidable, *values[i]);
      result.most = std::max(result.most, *values[i]);
    }
    if (!avoidable && unavoidable) result.least = std::max(result.least, *unavoidable);
  }
  for (const Rational& value : all.linked) result.most = std::max(result.most, value);
  return result;
}

void negate(Contributions& all) {
  for (Rational& value : all.certain) value = -value;
  for (Rational& value : all.linked) value = -value;
  for (auto& [issue, values] : all.by_issue) {
    for (auto& value : values) {
      if (value) *value = -*value;
    }
  }
}

}  // namespace

std::optional<Reach> reach(const Case& a_case, const Reading& reading, LevelIndex index,
                           const Condition& box) {
  const Level& level = a_case.at(index);
  const auto base = level_today(a_case, index);
  if (!base) return std::nullopt;
  const Combine combine = a_case.at(level.measure).combine;
  Contributions all;
  for (const EffectIndex effect_index : level.effects) {
    const Effect& effect = a_case.at(effect_index);
    if (effect.baseline || !in_force(effect.if_claim, reading)) continue;
    if (excludes(box, effect.when)) continue;
    if (!effect.change.likely) return std::nullopt;
    add(all, combine, effect, box);
  }
  if (combine == Combine::sum) return sum_reach(all, *base, box);
  if (combine == Combine::max) return max_reach(all, *base, box);
  negate(all);  // The least is the negative of the greatest of the negatives.
  const Reach mirrored = max_reach(all, -*base, box);
  return Reach{-mirrored.most, -mirrored.least};
}

bool implies(const Condition& box, const Condition& condition) {
  return std::all_of(condition.terms.begin(), condition.terms.end(), [&](const ConditionTerm& t) {
    return term_implied(t, allowed_options(box, t.issue));
  });
}

bool excludes(const Condition& box, const Condition& condition) {
  return std::any_of(condition.terms.begin(), condition.terms.end(), [&](const ConditionTerm& t) {
    return term_excluded(t, allowed_options(box, t.issue));
  });
}

bool always_holds(const Condition& condition) { return implies({}, condition); }

}  // namespace nemawashi::model
