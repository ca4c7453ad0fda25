// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "apps/cli/commands.h"
#include "apps/cli/report_text.h"
#include "apps/cli/watch.h"
#include "io/answers_json.h"

namespace nemawashi::cli {

ExitCode run_agree(const CaseArguments& arguments, const ask::AgreeRequest& request,
                   const WorkLimits& limits) {
  const CaseInput input = case_input(arguments);
  if (!input.a_case) return refuse(input.source, arguments.format, input.failure);
  const ask::ResolvedQuestion resolved = ask::resolve(*input.a_case, request);
  if (base::has_errors(resolved.diagnostics)) {
    return refuse(resolved.diagnostics, arguments.format, ExitCode::wrong_usage);
  }
  announce(input.source, arguments.format);
  Watch watch(limits);
  const ask::AgreeAnswer answer =
      ask::answer(*input.a_case, resolved.question, watch.search_options());
  if (arguments.format == Format::json) {
    std::cout << io::written_json(io::agree_json(*input.a_case, answer, watch.seconds()));
  } else {
    print(agree_text(*input.a_case, answer));
  }
  return answer.complete ? ExitCode::answered : ExitCode::stopped_early;
}

}  // namespace nemawashi::cli
