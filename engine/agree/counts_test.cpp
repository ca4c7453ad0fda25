// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/counts.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/small_problem.h"

namespace nemawashi::agree {
namespace {

using namespace tests;

RegionCount exactly(long all, long inside) { return {{all, all}, {inside, inside}}; }

TEST(Counts, OfTheNoisyCase) {  // tests/small_problem.h
  const model::Case a_case = noisy_case();
  const Problem problem{a_case, {true}, whole_scope(a_case, Overrides::fixed_at_no)};
  const Counts found = counts(problem, {});
  EXPECT_EQ(found.packages, exactly(6, 4));
  EXPECT_EQ(found.feasible, exactly(5, 3));
  EXPECT_EQ(found.under(model::Certainty::necessary), exactly(3, 1));
  EXPECT_EQ(found.under(model::Certainty::possible), exactly(4, 2));
  EXPECT_TRUE(found.exact());
}

TEST(Counts, AreBoundsWhenStopped) {
  const model::Case a_case = case_of(small_case());
  const Problem problem{a_case, {true}, whole_scope(a_case, Overrides::fixed_at_no)};
  SearchOptions options;
  options.control.stop = [] { return true; };
  const Counts found = counts(problem, options);
  EXPECT_EQ(found.packages.all, (BoundedCount{6, 6}));
  EXPECT_EQ(found.packages.inside_question, (BoundedCount{0, 6}));
  EXPECT_EQ(found.feasible.all, (BoundedCount{0, 6}));
  EXPECT_FALSE(found.exact());
}

TEST(Counts, OfReadingsAreThereForThoseThatWereCountedBeforeTheStop) {
  const model::Case a_case = case_of(small_case());
  const Problem problem{a_case, {true}, whole_scope(a_case, Overrides::fixed_at_no)};
  std::vector<model::Reading> readings;  // So many that the work asks now and then whether to stop.
  for (std::size_t i = 0; i < 5000; ++i) readings.push_back({i % 2 == 0});
  const auto whole = counts_by_reading(problem, readings, {});
  SearchOptions options;
  options.control.stop = [left = 3]() mutable { return left == 0 || --left == 0; };
  const auto found = counts_by_reading(problem, readings, options);
  const auto first_bounded =
      std::find_if(found.begin(), found.end(), [](const Counts& one) { return one.unvisited > 0; });
  EXPECT_NE(first_bounded, found.begin());
  EXPECT_NE(first_bounded, found.end());
  EXPECT_TRUE(std::equal(found.begin(), first_bounded, whole.begin()));
  for (auto one = first_bounded; one != found.end(); ++one) {
    EXPECT_EQ(one->feasible.all, (BoundedCount{0, 6}));
    EXPECT_EQ(one->packages.all, (BoundedCount{6, 6}));
  }
}

TEST(Counts, InOneBlockAreExactOrBoundsOrNothing) {
  const model::Case a_case = noisy_case();
  const Problem problem{a_case, {true}, whole_scope(a_case, Overrides::fixed_at_no)};
  const Counts exact = counts(problem, {});
  EXPECT_EQ(counts_in_one_block(problem, {}), exact);
  EXPECT_FALSE(counts_in_one_block(problem, {.control = {}, .nodes_per_block = 1}));
  for (std::size_t nodes = 1; nodes < 200; ++nodes) {
    const auto found = counts_in_one_block(problem, {.control = {}, .nodes_per_block = nodes});
    if (!found || found->exact()) continue;
    EXPECT_EQ(found->feasible, exact.feasible);
    EXPECT_EQ(found->under(model::Certainty::possible).all, (BoundedCount{0, 5}));
    EXPECT_EQ(found->unvisited, 6);
  }
}

TEST(Counts, DifferOnlyWhereTheirBoundsTell) {
  const auto all_of = [](BoundedCount count) {
    Counts counts;
    counts.feasible.all = std::move(count);
    return counts;
  };
  const Counts three = all_of({3, 3});
  EXPECT_EQ(differ(three, three), false);
  EXPECT_EQ(differ(three, all_of({4, 9})), true);
  EXPECT_EQ(differ(all_of({0, 2}), three), true);
  EXPECT_EQ(differ(three, all_of({3, 9})), std::nullopt);
  EXPECT_EQ(differ(all_of({0, 9}), all_of({0, 9})), std::nullopt);
  // One count that differs is enough, whatever is known of the others.
  Counts one = all_of({0, 9});
  one.ratifiable[2].inside_question = {5, 5};
  EXPECT_EQ(differ(one, all_of({0, 9})), true);
}

TEST(Counts, ASpaceOfTenToTheFortyIsCounted) {
  model::Case a_case;
  a_case.issues.resize(40);
  for (auto& issue : a_case.issues) issue.options.resize(10);
  model::OptionSet first(10);
  first[0] = true;
  a_case.limits.push_back({{}, model::Condition{{{model::IssueIndex(7), first}}}, {}});
  const Problem problem{a_case, {}, whole_scope(a_case, Overrides::fixed_at_no)};
  const Counts found = counts(problem, {});
  EXPECT_EQ(found.packages.all.least, Integer("1" + std::string(40, '0')));
  EXPECT_EQ(found.feasible.all.least, Integer("9" + std::string(39, '0')));
}

}  // namespace
}  // namespace nemawashi::agree
