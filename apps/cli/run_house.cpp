// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <iostream>

#include "apps/cli/commands.h"
#include "engine/ask/floors_words.h"
#include "engine/ask/words.h"
#include "io/answers_json.h"

namespace nemawashi::cli {

bool names_a_case(const std::string& path) {
  std::error_code problem;
  return path.ends_with(".xlsx") || path.ends_with(".json") ||
         std::filesystem::is_directory(path, problem);
}

ExitCode run_house(const CaseArguments& arguments, ask::FloorsRequest request,
                   const WorkLimits& limits) {
  constexpr std::size_t kBytesPerNode = 40;
  const CaseInput input = case_input(arguments);
  if (!input.a_case) return refuse(input.source, arguments.format, input.failure);
  announce(input.source, arguments.format);
  const model::Case& a_case = *input.a_case;
  Watch watch(limits);
  request.structure.control = watch.control();
  if (limits.megabytes) request.structure.nodes = nodes_within(*limits.megabytes, kBytesPerNode, 1);
  const ask::FloorsQuestion resolved = ask::resolve(a_case, request);
  if (base::has_errors(resolved.diagnostics)) {
    return refuse(resolved.diagnostics, arguments.format, ExitCode::wrong_usage);
  }
  const house::HouseAnswer answer = house::house_answer(a_case, resolved.question);
  if (arguments.format == Format::json) {
    std::cout << io::written_json(io::house_json(a_case, answer, watch.seconds()));
  } else {
    print(ask::dated_title(a_case) + "\n\n" + ask::floors_words(a_case, answer));
  }
  return answer.is_complete() ? ExitCode::answered : ExitCode::stopped_early;
}

}  // namespace nemawashi::cli
