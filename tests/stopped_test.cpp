// SPDX-License-Identifier: Apache-2.0
// Searches that are stopped at a random moment say nothing that the list of all packages denies:
// what they found is there, and what they call proved is all there is.
#include <algorithm>

#include <gtest/gtest.h>

#include "engine/agree/frontier.h"
#include "engine/agree/nash.h"
#include "engine/agree/nearest.h"
#include "engine/agree/solutions.h"
#include "engine/ask/agree.h"
#include "tests/trial.h"
#include "tests/truth_of_solutions.h"

namespace nemawashi::tests {
namespace {

using agree::SearchOptions;
using model::Package;

/// In many blocks, and stopped when it is asked for a random time whether to stop.
class Stopped {
 public:
  explicit Stopped(base::Random& random) : options_(in_many_blocks(random)) {
    options_.control.stop = [left = std::size_t{random.below(25)}]() mutable {
      return left == 0 || --left == 0;
    };
  }
  const SearchOptions& options() const { return options_; }

 private:
  SearchOptions options_;
};

/// How many searches were stopped before they were done, and found something until then.
struct Seen {
  std::size_t stopped = 0;
  std::size_t found_before = 0;
  void add(const agree::Integer& unvisited, bool found) {
    if (unvisited == 0) return;
    ++stopped;
    if (found) ++found_before;
  }
  ~Seen() {
    EXPECT_GT(stopped, number_of_cases() / 50);
    // Of few cases perhaps none.
    EXPECT_TRUE(found_before > number_of_cases() / 200 || number_of_cases() < 1000) << found_before;
  }
};

agree::PackageSet some_set(Trial& trial) {
  return {static_cast<model::Certainty>(trial.random.below(3)),
          trial.random.below(2) == 0 ? agree::Question::inside : agree::Question::anywhere};
}

bool contains(const std::vector<Package>& packages, const Package& package) {
  return std::find(packages.begin(), packages.end(), package) != packages.end();
}

std::size_t differences(const Package& a, const Package& b) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < a.size(); ++i) count += a[i] != b[i] ? 1U : 0U;
  return count;
}

const PackageTruth& truth_about(const Truth& truth, const Package& package) {
  return *std::find_if(truth.packages.begin(), truth.packages.end(),
                       [&](const PackageTruth& one) { return one.package == package; });
}

TEST(Stopped, NearestPackagesAreOfTheSetAndAsFarAsIsSaid) {
  Seen seen;
  for_each_trial<Trial>(2, [&](Trial& trial) {
    const agree::PackageSet set = some_set(trial);
    const auto& all = trial.truth.packages;
    const Package from = all[trial.random.below(all.size())].package;
    const agree::Nearest truth = true_nearest(trial.truth, from, set);
    const Stopped stopped(trial.random);
    const agree::Nearest found = agree::nearest(trial.problem, from, set, 5, stopped.options());
    seen.add(found.unvisited, found.changed_issues.has_value());
    if (found.unvisited == 0) {
      EXPECT_EQ(found.changed_issues, truth.changed_issues);
      EXPECT_EQ(found.packages, truth.packages);
    }
    if (!found.changed_issues) return;
    ASSERT_TRUE(truth.changed_issues);
    EXPECT_GE(*found.changed_issues, *truth.changed_issues);
    const auto of_set = members(trial.truth, set);
    const auto as_far = std::count_if(of_set.begin(), of_set.end(), [&](const Package& package) {
      return differences(from, package) == *found.changed_issues;
    });
    EXPECT_LE(found.packages, as_far);
    for (const Package& package : found.members) {
      EXPECT_TRUE(contains(of_set, package));
      EXPECT_EQ(differences(from, package), *found.changed_issues);
    }
  });
}

TEST(Stopped, ListsHoldPackagesOfTheSetInTheirOrder) {
  Seen seen;
  for_each_trial<Trial>(2, [&](Trial& trial) {
    const agree::PackageSet set = some_set(trial);
    const auto of_set = members(trial.truth, set);
    const std::size_t count = 1 + trial.random.below(8);
    const Stopped stopped(trial.random);
    const auto first = agree::first_packages(trial.problem, set, count, stopped.options());
    seen.add(first.unvisited, !first.members.empty());
    EXPECT_TRUE(std::is_sorted(first.members.begin(), first.members.end()));
    for (const Package& package : first.members) EXPECT_TRUE(contains(of_set, package));
    if (first.unvisited == 0) {
      EXPECT_EQ(first.members.size(), std::min(count, of_set.size()));
    }

    const auto parties = parties_with_interests(trial.a_case);
    if (parties.empty()) return;
    const auto truth = true_best(trial.truth, set, parties.front());
    const Stopped again(trial.random);
    const auto best =
        agree::best_packages(trial.problem, set, {parties.front()}, count, again.options());
    for (std::size_t i = 0; i < best.members.size(); ++i) {
      const auto& one = best.members[i];
      EXPECT_TRUE(std::any_of(truth.begin(), truth.end(), [&](const agree::RankedPackage& other) {
        return other.value == one.value && other.package == one.package;
      }));
      if (best.unvisited == 0) {
        EXPECT_EQ(one.value, truth[i].value);
      }
    }
  });
}

TEST(Stopped, PointsOfAFrontierAreAttainedAndNoneBettersAnother) {
  Seen seen;
  for_each_trial<Trial>(2, [&](Trial& trial) {
    agree::FrontierQuestion question;
    question.between = parties_with_interests(trial.a_case);
    if (question.between.empty()) return;
    question.over = trial.random.below(2) == 0 ? agree::Over::feasible : agree::Over::ratifiable;
    question.certainty = static_cast<model::Certainty>(trial.random.below(3));
    const auto truth = true_frontier(trial.truth, question);
    const Stopped stopped(trial.random);
    const agree::Frontier found = agree::frontier(trial.problem, question, stopped.options());
    seen.add(found.unvisited, !found.points.empty());
    if (found.unvisited == 0) {
      EXPECT_EQ(found.points.size(), truth.size());
    }
    for (const agree::WorthPoint& point : found.points) {
      ASSERT_FALSE(point.members.empty());
      EXPECT_GE(point.packages, point.members.size());
      for (const Package& package : point.members) {
        const PackageTruth& about = truth_about(trial.truth, package);
        EXPECT_TRUE(question.over == agree::Over::feasible
                        ? about.feasible
                        : about.ratifiable(static_cast<std::size_t>(question.certainty)));
        for (std::size_t i = 0; i < question.between.size(); ++i) {
          EXPECT_EQ(about.parties[question.between[i].value].worth, point.worth[i]);
        }
      }
      for (const agree::WorthPoint& other : found.points) {
        EXPECT_FALSE(dominates(other.worth, point.worth));
      }
    }
  });
}

TEST(Stopped, SolutionsAreOfR0AndAttainWhatIsSaid) {
  Seen seen;
  for_each_trial<Trial>(2, [&](Trial& trial) {
    const auto bargaining = agree::default_bargaining(trial.problem, {});
    if (bargaining.parties.empty()) return;
    const auto r0 = true_r0(trial.truth, bargaining.parties);
    const auto in_r0 = [&](const Package& package) {
      return std::any_of(r0.begin(), r0.end(),
                         [&](const Bargain& one) { return one.package == package; });
    };
    const auto gain = [&](const Package& package, model::PartyIndex party) {
      return *truth_about(trial.truth, package).parties[party.value].central;
    };
    const auto truth = true_nash(trial.truth, bargaining.parties, 3);
    const Stopped stopped(trial.random);
    const auto nash = agree::nash(trial.problem, bargaining, {.packages = 3}, stopped.options());
    seen.add(nash.unvisited, !nash.sets.empty());
    EXPECT_LE(nash.r0_packages, r0.size());
    if (nash.unvisited == 0) {
      ASSERT_EQ(nash.sets.size(), truth.sets.size());
    }
    for (std::size_t set = 0; set < nash.sets.size(); ++set) {
      const agree::NashSet& found = nash.sets[set];
      if (nash.unvisited == 0) {
        EXPECT_EQ(found.product, truth.sets[set].product);
      }
      for (std::size_t i = 0; i < found.ranked.size(); ++i) {
        EXPECT_TRUE(in_r0(found.ranked[i]));
        base::Rational product = 1;
        for (const auto party : found.gaining) product *= gain(found.ranked[i], party);
        EXPECT_EQ(product, found.ranked_products[i]);
        EXPECT_LE(product, found.product);
      }
    }

    const Stopped again(trial.random);
    const auto others = agree::solutions(trial.problem, bargaining, {}, again.options());
    for (const agree::Solution solution : agree::kSolutions) {
      const agree::SolutionSet& found = others.of(solution);
      if (others.unvisited == 0) {
        EXPECT_EQ(found.packages, true_solution(solution, r0).size());
      }
      for (const agree::SolutionMember& member : found.members) {
        EXPECT_TRUE(in_r0(member.package));
        for (std::size_t i = 0; i < bargaining.parties.size(); ++i) {
          EXPECT_EQ(gain(member.package, bargaining.parties[i]), member.gains[i]);
        }
      }
    }
  });
}

TEST(Stopped, AnswersDenyNeitherTheTruthNorThemselves) {
  Seen seen;
  for_each_trial<Trial>(2, [&](Trial& trial) {
    const model::Case& a_case = trial.a_case;
    ask::AgreeQuestion question = ask::resolve(a_case, {}).question;
    question.reading = trial.problem.reading;
    const agree::Problem problem =
        ask::problem_with(a_case, question, agree::Overrides::fixed_at_no);
    const auto truth_with = [&](const model::Reading& reading) {
      return within(truth_of(a_case, reading), problem.scope);
    };
    const Truth truth = truth_with(question.reading);
    const Stopped stopped(trial.random);
    const ask::AgreeAnswer found = ask::answer(a_case, question, stopped.options());
    const ask::ScopeAnswer& answer = found.without;
    seen.add(answer.counts.unvisited, !answer.list.empty());
    const auto expect_counts = [&](const agree::Counts& counts, const Truth& of) {
      const agree::Counts exact = true_counts(of);
      expect_bounds(counts.feasible, exact.feasible);
      for (std::size_t i = 0; i < exact.ratifiable.size(); ++i) {
        expect_bounds(counts.ratifiable[i], exact.ratifiable[i]);
      }
    };
    expect_counts(answer.counts, truth);
    for (const ask::ClaimVariation& variation : found.claims) {
      model::Reading reading = question.reading;
      reading[variation.claim.value] = true;
      expect_counts(variation.if_true, truth_with(reading));
      reading[variation.claim.value] = false;
      expect_counts(variation.if_false, truth_with(reading));
    }
    const auto listable = members(truth, {question.frontier.certainty, agree::Question::anywhere});
    EXPECT_EQ(answer.list_proved && answer.list.empty(), answer.list_proved && listable.empty());
    for (const ask::ListedPackage& listed : answer.list) {
      EXPECT_TRUE(contains(listable, listed.package));
    }
    for (const ask::NearestAnswer& nearest : answer.nearest) {
      const auto of_set = members(truth, nearest.set);
      const agree::RegionCount& region = answer.counts.under(nearest.set.certainty);
      const bool inside = nearest.set.question == agree::Question::inside;
      const agree::BoundedCount& count = inside ? region.inside_question : region.all;
      if (nearest.nearest.changed_issues) {
        EXPECT_GT(count.least, 0);
      } else {
        EXPECT_EQ(nearest.nearest.unvisited == 0, count.most == 0);
        for (const ask::ListedPackage& listed : answer.list) {
          EXPECT_FALSE(contains(of_set, listed.package));
        }
      }
      for (const Package& package : nearest.nearest.members) {
        EXPECT_TRUE(contains(of_set, package));
        EXPECT_EQ(differences(question.named, package), *nearest.nearest.changed_issues);
      }
    }
  });
}

}  // namespace
}  // namespace nemawashi::tests
