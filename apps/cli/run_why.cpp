// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "apps/cli/commands.h"
#include "apps/cli/watch.h"
#include "apps/cli/why_text.h"
#include "io/answers_json.h"

namespace nemawashi::cli {

ExitCode run_why(const CaseArguments& arguments, const ask::WhyRequest& request,
                 const WorkLimits& limits) {
  const CaseInput input = case_input(arguments);
  if (!input.a_case) return refuse(input.source, arguments.format, input.failure);
  const ask::ResolvedQuestion resolved = ask::resolve(*input.a_case, request.asked);
  if (base::has_errors(resolved.diagnostics)) {
    return refuse(resolved.diagnostics, arguments.format, ExitCode::wrong_usage);
  }
  announce(input.source, arguments.format);
  Watch watch(limits);
  const ask::WhyAnswer answer =
      ask::why(*input.a_case, resolved.question, request.sets, watch.search_options());
  if (arguments.format == Format::json) {
    std::cout << io::written_json(io::why_json(*input.a_case, answer, watch.seconds()));
  } else {
    print(why_text(*input.a_case, answer));
  }
  return answer.complete ? ExitCode::answered : ExitCode::stopped_early;
}

}  // namespace nemawashi::cli
