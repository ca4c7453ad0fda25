// SPDX-License-Identifier: Apache-2.0
// How long the greatest sum of gains over R_central takes, and the Nash solution over R0: one line
// of JSON a question, for bench/optimum.py, which asks other solvers the first. Protocol: README.md
// beside this.
//
//     optimum_bench SECONDS FOLDER..
//
// The sum is over all parties with interests. A case is stopped after SECONDS of the processor;
// what it has found then is not proved, and the packages that it has not looked at are counted.
#include <chrono>
#include <cstdio>
#include <ctime>
#include <optional>
#include <string>

#include "engine/agree/nash.h"
#include "engine/agree/sums.h"
#include "engine/model/read_case.h"
#include "engine/trees/best_first.h"
#include "io/cases/read_case_files.h"

namespace {

using namespace nemawashi;

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// Times what it is given, and has it stopped.
class Watch {
 public:
  explicit Watch(double limit) : limit_(limit), cpu_(cpu_seconds()) {}

  agree::SearchOptions options() const {
    agree::SearchOptions options;
    options.control.stop = [this] { return cpu() > limit_; };
    return options;
  }
  double cpu() const { return cpu_seconds() - cpu_; }
  double wall() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  double limit_;
  double cpu_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

void print(const char* question, const std::string& path, const std::string& found,
           const agree::Integer& packages, const agree::Integer& unvisited, std::size_t nodes,
           const Watch& watch) {
  std::printf(
      "{\"question\": \"%s\", \"case\": \"%s\", \"found\": \"%s\", \"packages\": \"%s\", "
      "\"unvisited\": \"%s\", \"nodes\": %zu, \"seconds\": %.6f, \"cpu_seconds\": %.6f}\n",
      question, path.c_str(), found.c_str(), packages.get_str().c_str(),
      unvisited.get_str().c_str(), nodes, watch.wall(), watch.cpu());
  std::fflush(stdout);
}

void greatest_sum(const agree::Problem& problem, const std::string& path, double limit) {
  const Watch watch(limit);
  std::optional<base::Rational> best;
  std::size_t nodes = 0;
  agree::Integer passing = 0;
  const auto unvisited =
      agree::for_each_block(problem, watch.options(), [&](const agree::Block& block) {
        trees::Node node = block.regions.ratifiable(model::Certainty::central);
        trees::WeightedSum sum;
        for (std::size_t p = 0; p < problem.a_case.parties.size(); ++p) {
          const model::PartyIndex party(p);
          if (problem.a_case.interests_of[p].empty()) continue;
          node = block.store.conjunction(node, block.regions.known(party));
          sum = trees::sum_of(
              sum, agree::central_gain_sum(problem.a_case, problem.reading, block.space, party));
        }
        const auto found = trees::greatest(block.store, node, sum);
        if (found && (!best || *found > *best)) best = found;
        nodes = std::max(nodes, block.store.size());
        passing += trees::Counter(block.store).count(node);
      });
  print("sum", path, best ? best->get_str() : "none", passing, unvisited, nodes, watch);
}

void nash_product(const agree::Problem& problem, const std::string& path, double limit) {
  const Watch watch(limit);
  const auto bargaining = agree::default_bargaining(problem, watch.options());
  if (watch.cpu() > limit) {
    const auto all = agree::packages(agree::space_of(problem.a_case, problem.scope));
    print("nash", path, "none", 0, all, 0, watch);
    return;
  }
  const auto solution =
      agree::nash(problem, bargaining, {1, trees::Listing::attaining}, watch.options());
  print("nash", path, solution.sets.empty() ? "none" : solution.sets.front().product.get_str(),
        solution.r0_packages, solution.unvisited, 0, watch);
}

int both(const std::string& path, double limit) {
  const auto files = io::cases::read_case_files(path, {});
  const auto reading = files.workbook ? model::read_case(*files.workbook) : model::CaseReading{};
  if (!reading.a_case) {
    std::fprintf(stderr, "%s is no case\n", path.c_str());
    return 1;
  }
  const model::Case& a_case = *reading.a_case;
  const agree::Problem problem{a_case, model::default_reading(a_case),
                               agree::whole_scope(a_case, agree::Overrides::fixed_at_no)};
  greatest_sum(problem, path, limit);
  nash_product(problem, path, limit);
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::fprintf(stderr, "usage: optimum_bench SECONDS FOLDER..\n");
    return 2;
  }
  int status = 0;
  for (int i = 2; i < count; ++i) {
    status = std::max(status, both(arguments[i], std::stod(arguments[1])));
  }
  return status;
}
