// SPDX-License-Identifier: Apache-2.0
#include "engine/base/parallel.h"

#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

namespace nemawashi::base {
namespace {

TEST(RunAll, EveryTaskOnceOnAnyNumberOfThreads) {
  for (const std::size_t threads : {0U, 1U, 2U, 7U}) {
    std::vector<int> runs(20);
    std::vector<std::function<void()>> tasks;
    for (int& run : runs) tasks.emplace_back([&run] { ++run; });
    run_all(tasks, threads);
    EXPECT_EQ(runs, std::vector<int>(20, 1));
  }
  run_all({}, 2);
}

TEST(RunAll, TheFirstExceptionInOrderIsThrownAfterAllHaveEnded) {
  for (const std::size_t threads : {1U, 3U}) {
    std::vector<int> runs(3);
    const std::vector<std::function<void()>> tasks = {
        [&] { ++runs[0]; },
        [&] {
          ++runs[1];
          throw std::runtime_error("second");
        },
        [&] {
          ++runs[2];
          throw std::runtime_error("third");
        },
    };
    try {
      run_all(tasks, threads);
      FAIL();
    } catch (const std::runtime_error& error) {
      EXPECT_EQ(std::string(error.what()), "second");
    }
    EXPECT_EQ(runs, std::vector<int>(3, 1));
  }
}

}  // namespace
}  // namespace nemawashi::base
