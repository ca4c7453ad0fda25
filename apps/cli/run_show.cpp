// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "apps/cli/commands.h"
#include "apps/cli/package_text.h"
#include "apps/cli/report_text.h"
#include "engine/ask/words.h"
#include "io/answers_json.h"

namespace nemawashi::cli {

ExitCode run_show(const CaseArguments& arguments, const ask::AgreeRequest& request) {
  const CaseInput input = case_input(arguments);
  if (!input.a_case) return refuse(input.source, arguments.format, input.failure);
  announce(input.source, arguments.format);
  const model::Case& a_case = *input.a_case;
  ask::AgreeRequest any = request;  // One package is shown whatever it sets aside.
  any.overrides = agree::Overrides::considered;
  const ask::ResolvedQuestion resolved = ask::resolve(a_case, any);
  if (base::has_errors(resolved.diagnostics)) {
    return refuse(resolved.diagnostics, arguments.format, ExitCode::wrong_usage);
  }
  const ask::AgreeQuestion& question = resolved.question;
  const bool json = arguments.format == Format::json;
  if (!question.is_named && !request.options.empty()) {
    return refuse({{base::Severity::error, "invalid-argument", "arguments", 0, "",
                    "Several options of an issue name no single package.",
                    "Name one option for each issue; others stand at their default."}},
                  arguments.format, ExitCode::wrong_usage);
  }
  if (!question.is_named) {
    if (json) {
      std::cout << io::written_json(io::show_json(a_case));
    } else {
      print(case_text(a_case));
    }
    return ExitCode::answered;
  }
  const auto report = agree::package_report(a_case, question.reading, question.named);
  if (json) {
    std::cout << io::written_json(io::show_json(a_case, question.reading, report));
  } else {
    print(ask::dated_title(a_case) + "\n" + early_text(a_case) + "\n" +
          package_text(a_case, question.reading, report) + "\n" + closing_text(a_case));
  }
  return ExitCode::answered;
}

}  // namespace nemawashi::cli
