// SPDX-License-Identifier: Apache-2.0
// Any bytes are a scenario in this format or are refused.
#include "tests/fuzz/scenario_property.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nemawashi;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto options = fuzz::options_from(bytes);
  fuzz::check_scenario(io::scenarios::ScenarioFormat::decide, {{"f.csv", std::string(bytes)}},
                       options);
  return 0;
}
