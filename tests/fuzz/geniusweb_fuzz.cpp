// SPDX-License-Identifier: Apache-2.0
// Any bytes, cut into files at lines `=== NAME`, are a scenario in this format or are refused.
#include "tests/fuzz/file_parts.h"
#include "tests/fuzz/scenario_property.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nemawashi;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto options = fuzz::options_from(bytes);
  fuzz::check_scenario(io::scenarios::ScenarioFormat::geniusweb, fuzz::file_parts(bytes), options);
  return 0;
}
