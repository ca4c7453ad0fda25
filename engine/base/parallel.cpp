// SPDX-License-Identifier: Apache-2.0
#include "engine/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>

namespace nemawashi::base {

void run_all(const std::vector<std::function<void()>>& tasks, std::size_t threads) {
  std::vector<std::exception_ptr> thrown(tasks.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < tasks.size(); i = next++) {
      try {
        tasks[i]();
      } catch (...) {
        thrown[i] = std::current_exception();
      }
    }
  };
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < std::min(threads, tasks.size()); ++i) others.emplace_back(work);
  work();
  others.clear();  // Waits for them.
  for (const std::exception_ptr& exception : thrown) {
    if (exception) std::rethrow_exception(exception);
  }
}

}  // namespace nemawashi::base
