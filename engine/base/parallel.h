// SPDX-License-Identifier: Apache-2.0
// Independent pieces of work on several threads.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace nemawashi::base {

/// Runs every task once, in their order as threads become free, at most `threads` at a time (0 and
/// 1: on this thread). Returns when all have ended; then the exception of the first task that threw
/// is thrown, if one did. Each task writes only what is its own, so that the result does not depend
/// on the threads.
void run_all(const std::vector<std::function<void()>>& tasks, std::size_t threads);

}  // namespace nemawashi::base
