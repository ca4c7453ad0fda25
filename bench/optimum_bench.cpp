// SPDX-License-Identifier: Apache-2.0
// How long the greatest sum of gains over R_central takes, and the Nash solution over R0: one line
// of JSON a question, for bench/optimum.py, which asks other solvers the first. Protocol: README.md
// beside this.
//
//     optimum_bench SECONDS FOLDER..
//
// Both are over all parties with interests. A case is stopped after SECONDS of the processor; then
// the best found and a bound on all others are printed.
#include <chrono>
#include <cstdio>
#include <ctime>
#include <optional>
#include <string>

#include "engine/agree/optimum.h"
#include "engine/model/read_case.h"
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

void print(const char* question, const std::string& path, const std::optional<agree::Optimum>& best,
           const Watch& watch) {
  const auto text = [](const std::optional<base::Rational>& number) {
    return number ? '"' + number->get_str() + '"' : std::string("null");
  };
  const bool said = best.has_value();
  std::printf(
      "{\"question\": \"%s\", \"case\": \"%s\", \"found\": %s, \"bound\": %s, "
      "\"proved\": %s, \"seconds\": %.6f, \"cpu_seconds\": %.6f}\n",
      question, path.c_str(), text(said ? best->value : std::nullopt).c_str(),
      text(said ? best->bound : std::nullopt).c_str(), said && best->proved() ? "true" : "false",
      watch.wall(), watch.cpu());
  std::fflush(stdout);
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
  const auto parties = agree::parties_with_interests(a_case);
  const Watch sum(limit);
  print("sum", path, agree::greatest_sum(problem, parties, {}, sum.options()), sum);
  const Watch product(limit);
  print("nash", path, agree::greatest_product(problem, parties, {}, product.options()), product);
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
