// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "apps/cli/commands.h"
#include "engine/model/template.h"
#include "io/files.h"
#include "io/workbook_folder.h"

namespace nemawashi::cli {

ExitCode run_new(const std::string& folder) {
  auto files = io::csv_files(model::template_workbook());
  files["README.txt"] = model::template_readme();
  if (const auto wrong = io::write_folder(files, folder)) {
    std::cerr << line_of(*wrong) << "\n";
    return ExitCode::file_problem;
  }
  std::cout << "A template is in " << folder << ", in the order in which a case is made.\n"
            << "Begin with README.txt, fill in case.csv, then ask: nema check " << folder << "\n";
  return ExitCode::answered;
}

}  // namespace nemawashi::cli
