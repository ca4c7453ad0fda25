// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <iostream>

#include "apps/cli/commands.h"
#include "apps/cli/floors_text.h"
#include "io/answers_json.h"
#include "io/fault_trees/read.h"
#include "io/files.h"
#include "io/floors_json.h"

namespace nemawashi::cli {
namespace {

/// The files' bytes, under the last part of their names; or why not.
base::Diagnostics read_all(const std::vector<std::string>& paths,
                           std::vector<io::fault_trees::NamedBytes>& files) {
  base::Diagnostics problems;
  for (const std::string& path : paths) {
    io::fault_trees::NamedBytes file{std::filesystem::path(path).filename().string(), ""};
    if (auto problem = io::read_file(path, io::kMostBytes, file.bytes)) {
      problems.push_back(*std::move(problem));
    } else {
      files.push_back(std::move(file));
    }
  }
  return problems;
}

}  // namespace

ExitCode run_floors(const std::vector<std::string>& paths, floors::FloorsOptions options,
                    const WorkLimits& limits, Format format) {
  constexpr std::size_t kBytesPerNode = 40;
  std::vector<io::fault_trees::NamedBytes> files;
  const base::Diagnostics problems = read_all(paths, files);
  if (!problems.empty()) return refuse(problems, format, ExitCode::file_problem);
  const io::fault_trees::FaultTreesReading reading = io::fault_trees::read_fault_trees(files);
  if (!reading.trees) return refuse(reading.diagnostics, format, ExitCode::case_has_errors);
  if (format == Format::text) {
    for (const base::Diagnostic& warning : reading.diagnostics)
      std::cerr << line_of(warning) + "\n";
  }
  Watch watch(limits);
  options.control = watch.control();
  if (limits.megabytes) {
    options.nodes = nodes_within(*limits.megabytes, kBytesPerNode, 1);
  }
  const floors::FloorsAnswer answer = floors::floors(*reading.trees, options);
  if (base::has_errors(answer.diagnostics)) {
    return refuse(answer.diagnostics, format, ExitCode::case_has_errors);
  }
  if (format == Format::json) {
    std::cout << io::written_json(
        io::floors_json(answer, options, reading.diagnostics, watch.seconds()));
  } else {
    print(floors_text(answer, options));
  }
  return answer.is_complete() ? ExitCode::answered : ExitCode::stopped_early;
}

}  // namespace nemawashi::cli
