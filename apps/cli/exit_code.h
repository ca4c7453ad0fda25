// SPDX-License-Identifier: Apache-2.0
// How the program ends, by class of error; the same numbers stand in `nema --help`.
#pragma once

namespace nemawashi::cli {

enum class ExitCode {
  answered = 0,
  case_has_errors = 1,  ///< the workbook is read, but something in it must be mended
  wrong_usage = 2,      ///< an unknown option, or an id that the case does not have
  file_problem = 3,     ///< a file or folder cannot be read or written
  stopped_early = 4,    ///< answered with bounds: the time limit or Ctrl-C came first
  own_mistake = 70,     ///< a fault of the program
};

}  // namespace nemawashi::cli
