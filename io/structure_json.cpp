// SPDX-License-Identifier: Apache-2.0
#include "io/structure_json.h"

#include <array>

namespace nemawashi::io {

Json sets_json(const std::optional<base::Integer>& count, Json listed) {
  Json json;
  json["count"] = count ? count->get_str() : "0";
  json["exact"] = count.has_value();
  json["sets"] = std::move(listed);
  return json;
}

std::string ending_word(house::StructureAnswer::Ending ending) {
  static constexpr std::array kWords = {"complete", "stopped", "no_room"};
  return kWords.at(static_cast<std::size_t>(ending));
}

}  // namespace nemawashi::io
