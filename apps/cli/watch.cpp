// SPDX-License-Identifier: Apache-2.0
#include "apps/cli/watch.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <sstream>
#include <thread>

#include <unistd.h>

namespace nemawashi::cli {
namespace {

/// Set by the handler, read by every thread that searches.
std::atomic<bool> interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free);

constexpr double kLongest = 1e9;  ///< seconds; longer limits are as good as this one

extern "C" void on_interrupt(int signal) {
  interrupted = true;
  static_cast<void>(std::signal(signal, SIG_DFL));
}

}  // namespace

std::size_t nodes_within(std::size_t megabytes, std::size_t bytes_per_node, std::size_t searches) {
  return std::max<std::size_t>(
      1000, megabytes * (1'000'000 / bytes_per_node) / std::max<std::size_t>(1, searches));
}

std::string progress_text(const base::Progress& reached) {
  std::ostringstream text;
  if (reached.share) text << std::lround(*reached.share * 100) << " % done, ";
  if (reached.found) text << "so far " << *reached.found << ", ";
  if (reached.bound) text << "at most " << *reached.bound << ", ";
  return text.str();
}

Watch::Watch(const WorkLimits& limits)
    : limits_(limits), start_(Clock::now()), terminal_(isatty(STDERR_FILENO) == 1), shown_(start_) {
  if (limits.seconds) {
    deadline_ = start_ + std::chrono::duration_cast<Clock::duration>(
                             std::chrono::duration<double>(std::min(*limits.seconds, kLongest)));
  }
  interrupted = false;
  static_cast<void>(std::signal(SIGINT, on_interrupt));
}

Watch::~Watch() {
  if (line_open_) static_cast<void>(std::fputs("\r\033[K", stderr));
  static_cast<void>(std::signal(SIGINT, SIG_DFL));
}

double Watch::seconds() const {
  return std::chrono::duration<double>(Clock::now() - start_).count();
}

agree::SearchOptions Watch::search_options() {
  agree::SearchOptions options;
  options.control = control();
  options.threads = limits_.threads.value_or(std::max(1U, std::thread::hardware_concurrency()));
  if (limits_.megabytes) {
    options.nodes_per_block =
        nodes_within(*limits_.megabytes, agree::kBytesPerNode, options.threads);
  }
  return options;
}

base::Control Watch::control() {
  base::Control control = control_until(deadline_);
  if (terminal_) control.progress = [this](const base::Progress& reached) { show(reached); };
  return control;
}

base::Control Watch::control_until(std::optional<Clock::time_point> deadline) {
  base::Control control;
  control.stop = [deadline] { return interrupted || (deadline && Clock::now() >= *deadline); };
  if (deadline) {
    control.with_share = [this, deadline](double share) {
      const auto now = Clock::now();
      const auto left = std::max(Clock::duration::zero(), *deadline - now);
      return control_until(now + std::chrono::duration_cast<Clock::duration>(left * share));
    };
  }
  return control;
}

void Watch::show(const base::Progress& reached) {
  const auto now = Clock::now();
  const std::lock_guard lock(showing_);
  if (now - shown_ < std::chrono::milliseconds(200)) return;
  shown_ = now;
  line_open_ = true;
  static_cast<void>(std::fprintf(stderr, "\r\033[K%s%.0f s (Ctrl-C keeps what is proved)",
                                 progress_text(reached).c_str(), seconds()));
  static_cast<void>(std::fflush(stderr));
}

}  // namespace nemawashi::cli
