// SPDX-License-Identifier: Apache-2.0
// Rules: whose yes is enough. Monotone in the yes of their members: a further yes never closes
// what was open. `a`, `all(a, b)`, `any(a, b)`, `at_least(2, a, b, c)`, `votes(5, a:3, b:2, c:4)`,
// nested as needed; in `votes` the weights of the yes add up to at least the threshold.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/base/number.h"
#include "engine/model/condition.h"

namespace nemawashi::model {

/// `Member` is the id as written (std::string) or a strong index once looked up. Every operator is
/// a weighted threshold: all and any are at_least with the number of members and 1.
template <class Member>
struct BasicRule {
  enum class Kind { member, all, any, at_least, votes };

  Kind kind = Kind::all;
  Member member{};                      ///< for Kind::member
  base::Rational threshold;             ///< for at_least and votes
  std::vector<BasicRule> parts;         ///< for all others
  std::vector<base::Rational> weights;  ///< for votes, one a part, not negative
};

using WrittenRule = BasicRule<std::string>;

inline constexpr std::size_t kDeepestRule = 32;

/// Reads a rule; an empty text is an error. Cost: linear; nesting deeper than kDeepestRule is
/// refused.
std::variant<WrittenRule, GrammarError> parse_rule(std::string_view text);

/// The weights and the threshold that `kind` means: yes when the weights of the parts that hold
/// add up to at least the threshold. Not for Kind::member.
template <class Member>
base::Rational effective_threshold(const BasicRule<Member>& rule) {
  using Kind = typename BasicRule<Member>::Kind;
  if (rule.kind == Kind::all) return base::Rational(rule.parts.size());
  if (rule.kind == Kind::any) return base::Rational(1);
  return rule.threshold;
}
template <class Member>
base::Rational weight_of_part(const BasicRule<Member>& rule, std::size_t part) {
  using Kind = typename BasicRule<Member>::Kind;
  return rule.kind == Kind::votes ? rule.weights[part] : base::Rational(1);
}

/// Whether the rule holds when exactly the members for which `says_yes` is true say yes.
template <class Member, class SaysYes>
bool rule_holds(const BasicRule<Member>& rule, const SaysYes& says_yes) {
  if (rule.kind == BasicRule<Member>::Kind::member) return says_yes(rule.member);
  base::Rational sum = 0;
  for (std::size_t part = 0; part < rule.parts.size(); ++part) {
    if (rule_holds(rule.parts[part], says_yes)) sum += weight_of_part(rule, part);
  }
  return sum >= effective_threshold(rule);
}

/// Calls `visit(member)` for each member in written order, repeated ones again.
template <class Member, class Visit>
void for_each_member(const BasicRule<Member>& rule, const Visit& visit) {
  if (rule.kind == BasicRule<Member>::Kind::member) visit(rule.member);
  for (const auto& part : rule.parts) for_each_member(part, visit);
}

}  // namespace nemawashi::model
