// SPDX-License-Identifier: Apache-2.0
// The clock, Ctrl-C and the progress line: what the engine must not know itself.
#pragma once

#include <chrono>
#include <optional>

#include "engine/base/control.h"

namespace nemawashi::cli {

/// Watches one command. The first Ctrl-C asks the work to stop and keep what is proved; a second
/// one ends the program. Progress is shown on standard error, only if it is a terminal.
class Watch {
 public:
  explicit Watch(std::optional<double> seconds_limit);
  ~Watch();
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;
  Watch(Watch&&) = delete;
  Watch& operator=(Watch&&) = delete;

  base::Control control();
  double seconds() const;

 private:
  void show(double share);

  std::chrono::steady_clock::time_point start_;
  std::optional<double> limit_;
  bool terminal_;
  std::chrono::steady_clock::time_point shown_;
  bool line_open_ = false;
};

}  // namespace nemawashi::cli
