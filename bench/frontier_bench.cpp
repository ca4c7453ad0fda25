// SPDX-License-Identifier: Apache-2.0
// How long the frontier of all parties of a case takes, in memory: one line of JSON a case, for
// bench/frontiers.py, which times other programs on the same packages. Protocol: README.md beside
// this.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <string>

#include "engine/agree/bargaining.h"
#include "engine/agree/frontier.h"
#include "engine/model/read_case.h"
#include "io/cases/read_case_files.h"

namespace {

using namespace nemawashi;

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// A quick frontier is repeated until it has used so many seconds of the processor.
constexpr double kBudget = 0.5;
constexpr int kMostRuns = 1000;

/// Of the processor, by this process: what other programs do beside it does not count.
double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// Among all packages, as the peers do: consent is not asked.
int timed_frontier(const std::string& path) {
  const auto read_start = std::chrono::steady_clock::now();
  const auto files = io::cases::read_case_files(path, {});
  if (!files.workbook) {
    std::fprintf(stderr, "%s cannot be read\n", path.c_str());
    return 1;
  }
  const auto reading = model::read_case(*files.workbook);
  if (!reading.a_case) {
    std::fprintf(stderr, "%s is no case\n", path.c_str());
    return 1;
  }
  const model::Case& a_case = *reading.a_case;
  const double read_seconds = seconds_since(read_start);
  agree::FrontierQuestion question;
  question.over = agree::Over::feasible;
  question.members = 1;
  question.between = agree::parties_with_interests(a_case);
  const agree::Problem problem{a_case, model::default_reading(a_case),
                               agree::whole_scope(a_case, agree::Overrides::fixed_at_no)};
  // Of the wall clock the fastest run counts, of the processor the mean: its clock may tick slowly.
  double fastest = 0;
  double cpu = 0;
  int runs = 0;
  agree::Frontier frontier;
  const double cpu_start = cpu_seconds();
  while (runs == 0 || (cpu < kBudget && runs < kMostRuns)) {
    const auto start = std::chrono::steady_clock::now();
    auto found = agree::frontier(problem, question, {});
    const double seconds = seconds_since(start);
    frontier = std::move(found);
    cpu = cpu_seconds() - cpu_start;
    fastest = runs == 0 ? seconds : std::min(fastest, seconds);
    ++runs;
  }
  agree::Integer packages = 0;
  for (const auto& point : frontier.points) packages += point.packages;
  std::printf(
      "{\"case\": \"%s\", \"parties\": %zu, \"packages\": %s, \"points\": %zu, "
      "\"frontier_packages\": %s, \"read_seconds\": %.6f, \"seconds\": %.6f, "
      "\"cpu_seconds\": %.6f}\n",
      path.c_str(), question.between.size(),
      agree::packages(agree::space_of(a_case, problem.scope)).get_str().c_str(),
      frontier.points.size(), packages.get_str().c_str(), read_seconds, fastest, cpu / runs);
  std::fflush(stdout);
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  int status = 0;
  for (int i = 1; i < count; ++i) status = std::max(status, timed_frontier(arguments[i]));
  return status;
}
