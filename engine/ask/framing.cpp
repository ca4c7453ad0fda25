// SPDX-License-Identifier: Apache-2.0
// What share of a case one subject takes; declared in report.h.
#include <algorithm>
#include <map>
#include <set>

#include "engine/ask/report.h"

namespace nemawashi::ask {
namespace {

using Position = std::size_t;

/// Of a measure: how many of the effects on it name issues of a subject, by subject.
using Touches = std::map<Position, std::size_t>;

std::set<Position> subjects_of(const model::Condition& condition,
                               const std::map<std::size_t, Position>& subject_of) {
  std::set<Position> result;
  for (const auto& term : condition.terms) {
    const auto found = subject_of.find(term.issue.value);
    if (found != subject_of.end()) result.insert(found->second);
  }
  return result;
}

}  // namespace

std::vector<Subject> framing(const model::Case& a_case) {
  std::vector<Subject> result;
  std::map<std::size_t, Position> subject_of;  // By issue.
  for (std::size_t i = 0; i < a_case.issues.size(); ++i) {
    const std::string& name = a_case.issues[i].subject;
    if (name.empty()) continue;
    auto found = std::find_if(result.begin(), result.end(),
                              [&](const Subject& subject) { return subject.name == name; });
    if (found == result.end()) found = result.insert(result.end(), {name, {}, {}, {}});
    found->issues.emplace_back(i);
    subject_of[i] = static_cast<Position>(found - result.begin());
  }
  std::map<std::size_t, Touches> touches;  // By measure.
  for (const model::Effect& effect : a_case.effects) {
    for (const Position subject : subjects_of(effect.when, subject_of)) {
      ++touches[a_case.at(effect.level).measure.value][subject];
    }
  }
  for (const auto& [measure, by_subject] : touches) {
    const auto most =
        std::max_element(by_subject.begin(), by_subject.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    result[most->first].measures.emplace_back(measure);
  }
  for (std::size_t g = 0; g < a_case.gates.size(); ++g) {
    const auto subjects = subjects_of(a_case.gates[g].when, subject_of);
    if (subjects.size() == 1) result[*subjects.begin()].gates.emplace_back(g);
  }
  return result;
}

}  // namespace nemawashi::ask
