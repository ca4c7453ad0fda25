// SPDX-License-Identifier: Apache-2.0
// How long the frontier of all parties of a case takes, in memory, and how long our filter alone
// takes on the listed packages: one line of JSON a case, for bench/frontiers.py, which times other
// programs on the same packages. Protocol: README.md beside this.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <string>
#include <utility>
#include <vector>

#include "engine/agree/bargaining.h"
#include "engine/agree/frontier.h"
#include "engine/agree/sums.h"
#include "engine/model/read_case.h"
#include "engine/trees/layered_sum.h"
#include "engine/trees/nondominated.h"
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

/// Of the wall clock the fastest run counts, of the processor the mean: its clock may tick slowly.
struct Timed {
  double fastest = 0;
  double cpu = 0;
};

template <class Work>
Timed timed(const Work& work) {
  Timed result;
  double used = 0;
  int runs = 0;
  const double cpu_start = cpu_seconds();
  while (runs == 0 || (used < kBudget && runs < kMostRuns)) {
    const auto start = std::chrono::steady_clock::now();
    work();
    const double seconds = seconds_since(start);
    used = cpu_seconds() - cpu_start;
    result.fastest = runs == 0 ? seconds : std::min(result.fastest, seconds);
    ++runs;
  }
  result.cpu = used / runs;
  return result;
}

/// So many packages are listed, at most, to be filtered: listing takes memory.
constexpr unsigned long kListed = 20'000'000;

/// Writes the worths of each package, a row of exact integers each, the last variable fastest.
template <class Amount>
class Lister {
 public:
  Lister(const std::vector<std::uint32_t>& domains,
         const std::vector<trees::LayeredSum<Amount>>& sums)
      : domains_(domains), sums_(sums) {}

  std::vector<Amount> listed() {
    std::vector<trees::SumState<Amount>> states;
    std::vector<Amount> row;
    for (const auto& sum : sums_) {
      states.push_back(sum.start());
      row.push_back(sum.constant());
    }
    list(0, states, row);
    return std::move(rows_);
  }

 private:
  void list(std::uint32_t variable, const std::vector<trees::SumState<Amount>>& states,
            const std::vector<Amount>& row) {
    if (variable == domains_.size()) {
      rows_.insert(rows_.end(), row.begin(), row.end());
      return;
    }
    for (std::uint32_t value = 0; value < domains_[variable]; ++value) {
      std::vector<trees::SumState<Amount>> next = states;
      std::vector<Amount> sums = row;
      for (std::size_t i = 0; i < sums_.size(); ++i) {
        sums[i] += sums_[i].advance(variable, value, next[i]);
      }
      list(variable + 1, next, sums);
    }
  }

  const std::vector<std::uint32_t>& domains_;
  const std::vector<trees::LayeredSum<Amount>>& sums_;
  std::vector<Amount> rows_;
};

/// The filter alone, exact, on the listed packages, which are listed beforehand; and its points.
std::pair<Timed, std::size_t> timed_filter(const agree::Problem& problem,
                                           const std::vector<model::PartyIndex>& parties) {
  const agree::Space space = agree::space_of(problem.a_case, problem.scope);
  const std::vector<std::uint32_t> domains = agree::domains(space);
  std::vector<trees::WeightedSum> sums;
  for (const auto party : parties) {
    sums.push_back(agree::central_worth_sum(problem.a_case, problem.reading, space, party));
  }
  const trees::SumScales at = trees::scales_of(sums);
  return trees::with_amount(at, [&]<class Amount>(const Amount&) {
    std::vector<trees::LayeredSum<Amount>> layered;
    for (std::size_t i = 0; i < sums.size(); ++i) {
      layered.emplace_back(sums[i], domains, at.scales[i]);
    }
    const std::vector<Amount> rows = Lister<Amount>(domains, layered).listed();
    std::size_t points = 0;
    const Timed time =
        timed([&] { points = trees::nondominated(rows, sums.size(), [] {}).size(); });
    return std::pair(time, points);
  });
}

/// Among all packages, as the peers do: consent is not asked.
int timed_frontier(const std::string& path, bool with_filter) {
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
  agree::Frontier frontier;
  const Timed whole = timed([&] { frontier = agree::frontier(problem, question, {}); });
  agree::Integer packages = 0;
  for (const auto& point : frontier.points) packages += point.packages;
  const agree::Integer all = agree::packages(agree::space_of(a_case, problem.scope));
  std::printf(
      "{\"case\": \"%s\", \"parties\": %zu, \"packages\": %s, \"points\": %zu, "
      "\"frontier_packages\": %s, \"read_seconds\": %.6f, \"seconds\": %.6f, "
      "\"cpu_seconds\": %.6f",
      path.c_str(), question.between.size(), all.get_str().c_str(), frontier.points.size(),
      packages.get_str().c_str(), read_seconds, whole.fastest, whole.cpu);
  if (with_filter && all <= kListed) {
    const auto [filter, points] = timed_filter(problem, question.between);
    if (points != frontier.points.size()) {
      std::fprintf(stderr, "%s: the filter finds %zu points\n", path.c_str(), points);
      return 1;
    }
    std::printf(", \"filter_seconds\": %.6f, \"filter_cpu_seconds\": %.6f", filter.fastest,
                filter.cpu);
  }
  std::printf("}\n");
  std::fflush(stdout);
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  int status = 0;
  bool with_filter = false;  // Of the cases that follow, where they can be listed.
  for (int i = 1; i < count; ++i) {
    if (std::string(arguments[i]) == "--filter") {
      with_filter = true;
    } else {
      status = std::max(status, timed_frontier(arguments[i], with_filter));
    }
  }
  return status;
}
