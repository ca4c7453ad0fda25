// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "apps/cli/commands.h"
#include "apps/cli/watch.h"
#include "engine/base/text.h"
#include "io/answers_json.h"

namespace nemawashi::cli {
namespace {

/// What `nema diff` answers of one of its two cases.
struct Side {
  CaseInput input;
  agree::Counts counts;
  std::vector<ask::NamedPackage> packages;
  ask::EarlySteps early;

  ask::Version version() const {
    return {*input.source.workbook, *input.a_case, counts, packages, early.steps};
  }
};

/// `CASE@DATE` cut at the last `@`, where a date follows it.
CaseArguments dated(CaseArguments arguments, const std::string& path) {
  arguments.path = path;
  const std::size_t at = path.rfind('@');
  if (at == std::string::npos || !base::is_date(path.substr(at + 1))) return arguments;
  arguments.path = path.substr(0, at);
  arguments.as_of = path.substr(at + 1);
  return arguments;
}

void answer(Side& side, const agree::SearchOptions& options) {
  const model::Case& a_case = *side.input.a_case;
  const model::Reading reading = model::default_reading(a_case);
  side.counts = agree::counts(
      {a_case, reading, agree::whole_scope(a_case, agree::Overrides::fixed_at_no)}, options);
  side.packages = ask::named_packages(a_case, reading);
  side.early = ask::early_steps(a_case, reading);
}

}  // namespace

ExitCode run_diff(const CaseArguments& arguments, const std::string& other,
                  const WorkLimits& limits) {
  Side before{case_input(dated(arguments, arguments.path)), {}, {}, {}};
  Side after{case_input(dated(arguments, other)), {}, {}, {}};
  for (const Side* side : {&before, &after}) {
    const CaseInput& input = side->input;
    if (!input.a_case) return refuse(input.source, arguments.format, input.failure);
  }
  Watch watch(limits);
  const agree::SearchOptions options = watch.search_options();
  answer(before, options.part(0.5));
  answer(after, options.part(1));
  const ask::Difference difference = ask::difference(before.version(), after.version());
  if (arguments.format == Format::json) {
    std::cout << io::written_json(io::diff_json(difference, watch.seconds()));
  } else {
    print(ask::difference_words(difference));
  }
  const bool complete = before.counts.exact() && after.counts.exact();
  return complete ? ExitCode::answered : ExitCode::stopped_early;
}

}  // namespace nemawashi::cli
