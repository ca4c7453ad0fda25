// SPDX-License-Identifier: Apache-2.0
// How fast the counts are, beside plain enumeration of the same packages by the same definitions
// in the same run; and how cost grows with size on a generated family without any structure.
// Protocol: README.md in this folder.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>

#include "engine/agree/counts.h"
#include "engine/base/random.h"
#include "engine/model/read_case.h"
#include "io/workbook_folder.h"

namespace {

using namespace nemawashi;

/// Of the processor: what other programs do beside this one does not count.
double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// A quick search is repeated until it has used so many seconds; its clock may tick slowly.
constexpr double kBudget = 0.5;

struct Run {
  agree::Counts counts;
  double seconds = 0;
  std::size_t nodes = 0;  ///< of the largest block
  std::size_t blocks = 0;
};

/// Seconds are the mean of the runs.
Run searched(const agree::Problem& problem) {
  Run run;
  int runs = 0;
  const double start = cpu_seconds();
  for (; runs == 0 || cpu_seconds() - start < kBudget; ++runs) {
    run = {};
    agree::for_each_block(problem, {}, [&](const agree::Block& block) {
      agree::add_block(block, run.counts);
      run.nodes = std::max(run.nodes, block.store.size());
      ++run.blocks;
    });
  }
  run.seconds = (cpu_seconds() - start) / runs;
  return run;
}

/// R_possible by looking at each package: what a spreadsheet or a listing tool does.
Run enumerated(const agree::Problem& problem) {
  Run run;
  const agree::Space space = agree::space_of(problem.a_case, problem.scope);
  std::vector<std::uint32_t> assignment(space.order.size());
  const auto domains = agree::domains(space);
  const double start = cpu_seconds();
  for (bool more = true; more;) {
    const model::Package package = agree::package_of(space, assignment);
    if (model::broken_limits(problem.a_case, problem.reading, package).empty()) {
      const auto answers = model::party_answers(problem.a_case, problem.reading, package);
      auto& count = run.counts.ratifiable[static_cast<std::size_t>(model::Certainty::possible)].all;
      count.least += model::consent(problem.a_case, package, answers).possible ? 1 : 0;
    }
    more = false;
    for (std::size_t v = 0; v < assignment.size() && !more; ++v) {
      more = ++assignment[v] < domains[v];
      if (!more) assignment[v] = 0;
    }
  }
  run.seconds = cpu_seconds() - start;
  return run;
}

const agree::BoundedCount& possible(const Run& run) {
  return run.counts.under(model::Certainty::possible).all;
}

void print(const std::string& name, const agree::Problem& problem, const Run& run) {
  const agree::Space space = agree::space_of(problem.a_case, problem.scope);
  std::printf("%-34s %18s packages %12s possible %10.4f s %9zu nodes %4zu blocks\n", name.c_str(),
              base::grouped_text(agree::packages(space)).c_str(),
              base::grouped_text(possible(run).least).c_str(), run.seconds, run.nodes, run.blocks);
  std::fflush(stdout);
}

/// The flagship, whole; then with most issues at their default, beside enumeration.
void flagship() {
  const auto folder = io::read_workbook_folder(NEMAWASHI_ROOT "/cases/us-japan-2010");
  const auto reading = model::read_case(folder.workbook.value());
  const model::Case& a_case = reading.a_case.value();
  agree::Problem problem{a_case, model::default_reading(a_case),
                         agree::whole_scope(a_case, agree::Overrides::fixed_at_no)};
  print("us-japan-2010, diagrams", problem, searched(problem));

  constexpr std::size_t kFreeIssues = 7;
  for (std::size_t i = kFreeIssues; i < a_case.issues.size(); ++i) {
    problem.scope[i].assign(problem.scope[i].size(), false);
    problem.scope[i][a_case.issues[i].standing.value_or(model::OptionIndex(0)).value] = true;
  }
  const Run fast = searched(problem);
  const Run slow = enumerated(problem);
  print("first 7 issues, diagrams", problem, fast);
  print("first 7 issues, enumeration", problem, slow);
  std::printf("%-34s %18.0f times as fast, counts %s\n", "", slow.seconds / fast.seconds,
              possible(fast).least == possible(slow).least ? "equal" : "DIFFERENT");
}

/// `parties` parties, each with one interest that every option of every issue changes by a random
/// thousandth; the reservation is a little more than an even split would give. No structure to use.
model::Case dense_case(std::size_t issues, std::size_t options, std::size_t parties) {
  model::Case a_case;
  base::Random random(7, issues * 100 + parties);
  a_case.reservation = model::ReservationFrom::today;
  a_case.measures.emplace_back();
  a_case.consent.kind = model::GateRule::Kind::all;
  for (std::size_t i = 0; i < issues; ++i) {
    model::Issue& issue = a_case.issues.emplace_back();
    issue.options.resize(options);
  }
  for (std::size_t p = 0; p < parties; ++p) {
    a_case.parties.emplace_back();
    a_case.gates.emplace_back().party = model::PartyIndex(p);
    model::GateRule member;
    member.kind = model::GateRule::Kind::member;
    member.member = model::GateIndex(p);
    a_case.consent.parts.push_back(member);
    model::Level& level = a_case.levels.emplace_back();
    level.bearer = model::BearerIndex(p);
    level.base = model::Estimate{};
    level.base->likely = base::fraction(base::Integer(issues * 52), 100);
    model::Interest& interest = a_case.interests.emplace_back();
    interest.party = model::PartyIndex(p);
    interest.level = model::LevelIndex(p);
    interest.value.best = 1;
    a_case.interests_of.push_back({model::InterestIndex(p)});
    a_case.weights_of.emplace_back(model::NumberWeights{{base::Rational(1)}});
    for (std::size_t i = 0; i < issues; ++i) {
      for (std::size_t o = 0; o < options; ++o) {
        model::Effect& effect = a_case.effects.emplace_back();
        model::OptionSet only(options);
        only[o] = true;
        effect.when.terms.push_back({model::IssueIndex(i), only});
        effect.level = model::LevelIndex(p);
        // Less the base, so that the sum of the issues is compared with 52 % of its range.
        effect.change.likely = base::fraction(base::Integer(random.below(1000)), 1000);
        if (i == 0) *effect.change.likely -= *level.base->likely;
        level.effects.emplace_back(a_case.effects.size() - 1);
      }
    }
  }
  return a_case;
}

void dense_family() {
  for (const std::size_t parties : {3U, 6U}) {
    for (const std::size_t issues : {9U, 13U, 17U}) {
      const model::Case a_case = dense_case(issues, 3, parties);
      const agree::Problem problem{
          a_case, {}, agree::whole_scope(a_case, agree::Overrides::fixed_at_no)};
      const std::string name =
          std::to_string(parties) + " parties, " + std::to_string(issues) + " issues, dense";
      print(name, problem, searched(problem));
    }
  }
}

}  // namespace

int main() {
  flagship();
  dense_family();
}
