// SPDX-License-Identifier: Apache-2.0
// What is read as a rule is sound and monotone: one weight a vote, and the yes of all does not
// close what the yes of some opened.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/model/rule.h"

namespace {

using nemawashi::model::WrittenRule;

bool is_sound(const WrittenRule& rule) {
  if (rule.kind == WrittenRule::Kind::member) return !rule.member.empty() && rule.parts.empty();
  if (rule.parts.empty()) return false;
  if (rule.kind == WrittenRule::Kind::votes && rule.weights.size() != rule.parts.size()) {
    return false;
  }
  for (const WrittenRule& part : rule.parts) {
    if (!is_sound(part)) return false;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nemawashi::model;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto parsed = parse_rule(text);
  if (const auto* error = std::get_if<GrammarError>(&parsed)) {
    if (error->position > size || error->message.empty()) std::abort();
    return 0;
  }
  const auto& rule = std::get<WrittenRule>(parsed);
  if (!is_sound(rule)) std::abort();
  const bool by_none = rule_holds(rule, [](const std::string&) { return false; });
  const bool by_some = rule_holds(rule, [](const std::string& id) { return id.size() % 2 == 1; });
  const bool by_all = rule_holds(rule, [](const std::string&) { return true; });
  if ((by_none && !by_some) || (by_some && !by_all)) std::abort();
  return 0;
}
