// SPDX-License-Identifier: Apache-2.0
// The commands of `nema`, one a function. Each prints its answer to standard output and says how
// it ended.
#pragma once

#include <string>
#include <vector>

#include "apps/cli/input.h"
#include "apps/cli/watch.h"
#include "engine/ask/floors.h"
#include "engine/ask/report.h"
#include "engine/ask/request.h"
#include "engine/ask/why.h"
#include "engine/floors/answer.h"
#include "io/report_json.h"

namespace nemawashi::cli {

/// Writes the case, from whatever holds it, in the format that the name `output` asks for.
ExitCode run_convert(const CaseArguments& arguments, const std::string& output);

ExitCode run_new(const std::string& folder);

enum class Depth { bounds, search };
ExitCode run_check(const CaseArguments& arguments, Depth depth, const WorkLimits& limits);

/// Without options the case itself, else the package they name.
ExitCode run_show(const CaseArguments& arguments, const ask::AgreeRequest& request);

ExitCode run_agree(const CaseArguments& arguments, const ask::AgreeRequest& request,
                   const WorkLimits& limits);

ExitCode run_why(const CaseArguments& arguments, const ask::WhyRequest& request,
                 const WorkLimits& limits);

/// Of fault trees, in the files of these paths together.
ExitCode run_floors(const std::vector<std::string>& paths, floors::FloorsOptions options,
                    const WorkLimits& limits, Format format);

/// Whether what floors is asked of is a case: a folder, a spreadsheet or a document in JSON; else
/// it is a fault tree.
bool names_a_case(const std::string& path);

/// What the arrangements of a case rest on.
ExitCode run_house(const CaseArguments& arguments, ask::FloorsRequest request,
                   const WorkLimits& limits);

/// `output` empty: the whole brief to standard output; else the first screens there and the whole
/// into the file.
ExitCode run_brief(const CaseArguments& arguments, const std::string& output,
                   const WorkLimits& limits);

/// Where the page goes, and in which language it opens.
struct ReportOutput {
  std::string file;  ///< empty: no page, the answers alone as JSON
  io::Language language = io::Language::english;
};
ExitCode run_report(const CaseArguments& arguments, ask::ReportRequest request,
                    const ReportOutput& output, const WorkLimits& limits);

/// The case of the arguments against another; each may be written `CASE@DATE`.
ExitCode run_diff(const CaseArguments& arguments, const std::string& other,
                  const WorkLimits& limits);

}  // namespace nemawashi::cli
