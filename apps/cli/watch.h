// SPDX-License-Identifier: Apache-2.0
// The clock, Ctrl-C and the progress line: what the engine must not know itself.
#pragma once

#include <chrono>
#include <mutex>
#include <optional>
#include <string>

#include "engine/agree/search.h"

namespace nemawashi::cli {

/// How much of the machine a command may use.
struct WorkLimits {
  std::optional<double> seconds;
  std::optional<std::size_t> megabytes;  ///< of what searches keep; about, and beside the rest
  std::optional<std::size_t> threads;    ///< nothing: as many as the machine has
};

/// How many nodes of decision diagrams find room in so many megabytes for each of so many searches;
/// 1,000 at least.
std::size_t nodes_within(std::size_t megabytes, std::size_t bytes_per_node, std::size_t searches);

/// "37 % done, so far 1200, at most 9e+12, ": what of it is known.
std::string progress_text(const base::Progress& reached);

/// Watches one command. The first Ctrl-C asks the work to stop and keep what is proved; a second
/// one ends the program. Progress is shown on standard error, only if it is a terminal.
class Watch {
 public:
  explicit Watch(const WorkLimits& limits);
  ~Watch();
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;
  Watch(Watch&&) = delete;
  Watch& operator=(Watch&&) = delete;

  base::Control control();
  /// With the control, the threads and the memory that each of their searches may use.
  agree::SearchOptions search_options();
  double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;
  base::Control control_until(std::optional<Clock::time_point> deadline);
  void show(const base::Progress& reached);

  WorkLimits limits_;
  Clock::time_point start_;
  std::optional<Clock::time_point> deadline_;
  bool terminal_;
  std::mutex showing_;  ///< for shown_ and line_open_: several threads report
  Clock::time_point shown_;
  bool line_open_ = false;
};

}  // namespace nemawashi::cli
