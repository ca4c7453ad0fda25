// SPDX-License-Identifier: Apache-2.0
#include "engine/model/condition.h"

#include <algorithm>

#include "engine/base/text.h"
#include "engine/model/scanner.h"

namespace nemawashi::model {

bool holds(const Condition& condition, const Package& package) {
  return std::all_of(condition.terms.begin(), condition.terms.end(), [&](const ConditionTerm& t) {
    return t.options[package[t.issue.value].value];
  });
}

bool never_holds(const Condition& condition) {
  return std::any_of(condition.terms.begin(), condition.terms.end(), [](const ConditionTerm& t) {
    return std::find(t.options.begin(), t.options.end(), true) == t.options.end();
  });
}

std::variant<WrittenCondition, GrammarError> parse_condition(std::string_view text) {
  WrittenCondition condition;
  if (base::trimmed(text).empty()) return condition;
  Scanner scanner(text);
  do {
    WrittenTerm term;
    term.issue = scanner.id();
    if (term.issue.empty()) return scanner.error("an issue id is expected here");
    if (scanner.accept("!=")) {
      term.excluded = true;
    } else if (!scanner.accept("=")) {
      return scanner.error("'=' or '!=' is expected after the issue '" + term.issue + "'");
    }
    do {
      term.options.push_back(scanner.id());
      if (term.options.back().empty()) return scanner.error("an option id is expected here");
    } while (scanner.accept("|"));
    condition.push_back(std::move(term));
  } while (scanner.accept("&"));
  if (!scanner.at_end()) return scanner.error("'&', '|' or the end is expected here");
  return condition;
}

std::string written(const WrittenCondition& condition) {
  std::string text;
  for (const WrittenTerm& term : condition) {
    if (!text.empty()) text += " & ";
    text += term.issue + (term.excluded ? " != " : " = ");
    for (std::size_t i = 0; i < term.options.size(); ++i) {
      text += (i == 0 ? "" : " | ") + term.options[i];
    }
  }
  return text;
}

}  // namespace nemawashi::model
