// SPDX-License-Identifier: Apache-2.0
// What is read as a condition is written and read again unchanged; an error has a place in the
// text.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "engine/model/condition.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nemawashi::model;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto parsed = parse_condition(text);
  if (const auto* error = std::get_if<GrammarError>(&parsed)) {
    if (error->position > size || error->message.empty()) std::abort();
    return 0;
  }
  const auto& condition = std::get<WrittenCondition>(parsed);
  const auto again = parse_condition(written(condition));
  if (!std::holds_alternative<WrittenCondition>(again)) std::abort();
  if (std::get<WrittenCondition>(again) != condition) std::abort();
  return 0;
}
