// SPDX-License-Identifier: Apache-2.0
#include "io/answers_json.h"

namespace nemawashi::io {

Json errors_json(const base::Diagnostics& diagnostics) {
  Json json;
  json["errors"] = check_json(diagnostics)["errors"];
  return json;
}

std::string written_json(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string written_json_line(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace nemawashi::io
