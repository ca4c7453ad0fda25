// SPDX-License-Identifier: Apache-2.0
// Any bytes, cut into files at lines `=== NAME`, are fault trees or are refused with a reason; what
// was read is answered, if it is small enough, with a probability that is one.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "engine/floors/answer.h"
#include "io/fault_trees/read.h"
#include "tests/fuzz/file_parts.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nemawashi;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  std::vector<io::fault_trees::NamedBytes> files;
  for (const auto& [name, part] : fuzz::file_parts(bytes)) files.push_back({name, part});
  if (files.empty()) files.push_back({"f.xml", std::string(bytes)});
  const auto reading = io::fault_trees::read_fault_trees(files);
  if (reading.trees.has_value() == base::has_errors(reading.diagnostics)) std::abort();
  for (const base::Diagnostic& finding : reading.diagnostics) {
    if (finding.code.empty() || finding.message.empty() || finding.mend.empty()) std::abort();
  }
  if (!reading.trees) return 0;
  floors::FloorsOptions options;
  options.nodes = 5'000;
  options.list = 5;
  if (size % 2 == 0) options.common_causes = floors::CommonCauses::written_out;
  const floors::FloorsAnswer answer = floors::floors(*reading.trees, options);
  for (const floors::FunctionAnswer& function : answer.functions) {
    if (function.probability &&
        !(*function.probability >= -1e-9 && *function.probability <= 1 + 1e-9)) {
      std::abort();
    }
  }
  return 0;
}
