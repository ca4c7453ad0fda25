// SPDX-License-Identifier: Apache-2.0
#include "apps/cli/watch.h"

#include <csignal>
#include <cstdio>

#include <unistd.h>

namespace nemawashi::cli {
namespace {

volatile std::sig_atomic_t interrupted = 0;

extern "C" void on_interrupt(int signal) {
  interrupted = 1;
  static_cast<void>(std::signal(signal, SIG_DFL));
}

}  // namespace

Watch::Watch(std::optional<double> seconds_limit)
    : start_(std::chrono::steady_clock::now()),
      limit_(seconds_limit),
      terminal_(isatty(STDERR_FILENO) == 1),
      shown_(start_) {
  interrupted = 0;
  static_cast<void>(std::signal(SIGINT, on_interrupt));
}

Watch::~Watch() {
  if (line_open_) static_cast<void>(std::fputs("\r\033[K", stderr));
  static_cast<void>(std::signal(SIGINT, SIG_DFL));
}

double Watch::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

base::Control Watch::control() {
  base::Control control;
  control.stop = [this] { return interrupted != 0 || (limit_ && seconds() >= *limit_); };
  if (terminal_) control.progress = [this](double share) { show(share); };
  return control;
}

void Watch::show(double share) {
  const auto now = std::chrono::steady_clock::now();
  if (now - shown_ < std::chrono::milliseconds(200)) return;
  shown_ = now;
  line_open_ = true;
  static_cast<void>(
      std::fprintf(stderr, "\r\033[K%3.0f %% of the packages, %.0f s (Ctrl-C keeps what is proved)",
                   share * 100, seconds()));
  static_cast<void>(std::fflush(stderr));
}

}  // namespace nemawashi::cli
