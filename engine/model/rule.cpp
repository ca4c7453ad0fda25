// SPDX-License-Identifier: Apache-2.0
#include "engine/model/rule.h"

#include <optional>

#include "engine/model/scanner.h"

namespace nemawashi::model {
namespace {

using Parsed = std::variant<WrittenRule, GrammarError>;

Parsed parse_part(Scanner& scanner, std::size_t depth);

/// The parts up to the closing bracket; for votes each is followed by `:weight`.
std::optional<GrammarError> parse_parts(Scanner& scanner, std::size_t depth, WrittenRule& rule) {
  const bool votes = rule.kind == WrittenRule::Kind::votes;
  while (scanner.accept(",")) {
    Parsed part = parse_part(scanner, depth + 1);
    if (auto* error = std::get_if<GrammarError>(&part)) return *error;
    rule.parts.push_back(std::get<WrittenRule>(std::move(part)));
    if (!votes) continue;
    if (!scanner.accept(":")) return scanner.error("':' and the weight of the vote are expected");
    const auto weight = base::parse_rational(scanner.word());
    if (!weight || *weight < 0) return scanner.error("a weight of at least 0 is expected here");
    rule.weights.push_back(*weight);
  }
  if (!scanner.accept(")")) return scanner.error("',' or ')' is expected here");
  return std::nullopt;
}

Parsed parse_operator(Scanner& scanner, std::size_t depth, WrittenRule rule) {
  using Kind = WrittenRule::Kind;
  if (rule.kind == Kind::at_least || rule.kind == Kind::votes) {
    const auto threshold = base::parse_rational(scanner.word());
    if (!threshold || *threshold < 0) {
      return scanner.error("a threshold of at least 0 is expected first");
    }
    rule.threshold = *threshold;
  } else {
    Parsed first = parse_part(scanner, depth + 1);
    if (std::holds_alternative<GrammarError>(first)) return first;
    rule.parts.push_back(std::get<WrittenRule>(std::move(first)));
  }
  if (auto error = parse_parts(scanner, depth, rule)) return *error;
  if (rule.parts.empty()) return scanner.error("at least one member is expected");
  return rule;
}

Parsed parse_part(Scanner& scanner, std::size_t depth) {
  using Kind = WrittenRule::Kind;
  if (depth > kDeepestRule) return scanner.error("the rule is nested too deeply");
  WrittenRule rule;
  const std::string name = scanner.id();
  if (name.empty()) return scanner.error("an id, all, any, at_least or votes is expected here");
  if (!scanner.accept("(")) {
    rule.kind = Kind::member;
    rule.member = name;
    return rule;
  }
  if (name == "all") {
    rule.kind = Kind::all;
  } else if (name == "any") {
    rule.kind = Kind::any;
  } else if (name == "at_least") {
    rule.kind = Kind::at_least;
  } else if (name == "votes") {
    rule.kind = Kind::votes;
  } else {
    return scanner.error("'" + name + "' is no operator; use all, any, at_least or votes");
  }
  return parse_operator(scanner, depth, std::move(rule));
}

}  // namespace

std::variant<WrittenRule, GrammarError> parse_rule(std::string_view text) {
  Scanner scanner(text);
  Parsed rule = parse_part(scanner, 0);
  if (std::holds_alternative<WrittenRule>(rule) && !scanner.at_end()) {
    return scanner.error("the end is expected here");
  }
  return rule;
}

}  // namespace nemawashi::model
