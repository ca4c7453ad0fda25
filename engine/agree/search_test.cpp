// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/search.h"

#include <new>

#include <gtest/gtest.h>

#include "tests/small_problem.h"

namespace nemawashi::agree {
namespace {

using namespace tests;

class Search : public testing::Test {
 protected:
  model::Case a_case = case_of(small_case());
  Problem problem{a_case, {true}, whole_scope(a_case, Overrides::fixed_at_no)};
};

TEST_F(Search, TakesASmallSpaceAsOneBlock) {
  std::vector<double> shares;
  SearchOptions options;
  options.control.progress = [&](const base::Progress& reached) {
    shares.push_back(*reached.share);
  };
  std::size_t blocks = 0;
  EXPECT_EQ(for_each_block(problem, options, [&](const Block&) { ++blocks; }), 0);
  EXPECT_EQ(blocks, 1U);
  EXPECT_EQ(shares, std::vector<double>{1});
}

TEST_F(Search, SplitsWhatOutgrowsTheNodeLimit) {
  Integer visited = 0;
  std::size_t blocks = 0;
  const auto visit = [&](const Block& block) {
    block.regions.ratifiable(model::Certainty::possible);
    visited += packages(block.space);
    ++blocks;
  };
  EXPECT_EQ(for_each_block(problem, {.control = {}, .nodes_per_block = 3}, visit), 0);
  EXPECT_EQ(visited, 6);
  EXPECT_GT(blocks, 1U);
}

TEST_F(Search, SplitsABlockWhoseVisitAsksForIt) {
  std::size_t blocks = 0;
  const auto visit = [&](const Block& block) {
    if (packages(block.space) > 1) throw trees::NodeLimitReached();
    ++blocks;
  };
  EXPECT_EQ(for_each_block(problem, {}, visit), 0);
  EXPECT_EQ(blocks, 6U);
}

TEST_F(Search, SplitsABlockForWhichTheMachineHasNoMemory) {
  for (const bool with_kept : {false, true}) {
    KeptDiagrams kept(problem);
    SearchOptions options;
    if (with_kept) options.kept = &kept;
    Integer visited = 0;
    const auto visit = [&](const Block& block) {
      if (packages(block.space) > 2) throw std::bad_alloc();
      visited += packages(block.space);
    };
    EXPECT_EQ(for_each_block(problem, options, visit), 0);
    EXPECT_EQ(visited, 6);
  }
  const auto none = [](const Block&) { throw std::bad_alloc(); };
  EXPECT_EQ(for_each_block(problem, {}, none), 6);
}

TEST_F(Search, CountsWhatCannotBeVisited) {
  const auto visit = [](const Block&) { throw trees::NodeLimitReached(); };
  EXPECT_EQ(for_each_block(problem, {}, visit), 6);
}

TEST_F(Search, CountsWhatIsLeftWhenStopped) {
  bool stop = false;
  SearchOptions options{.control = {}, .nodes_per_block = 3};
  options.control.stop = [&] { return stop; };
  Integer visited = 0;
  const Integer unvisited = for_each_block(problem, options, [&](const Block& block) {
    block.regions.ratifiable(model::Certainty::possible);
    visited += packages(block.space);
    stop = true;
  });
  EXPECT_GT(unvisited, 0);
  EXPECT_EQ(visited + unvisited, 6);
  EXPECT_EQ(for_each_block(problem, options, [](const Block&) { FAIL(); }), 6);
}

TEST_F(Search, AnEmptySpaceHasNoBlock) {
  problem.scope[0] = {false, false, false};
  EXPECT_EQ(for_each_block(problem, {}, [](const Block&) { FAIL(); }), 0);
}

}  // namespace
}  // namespace nemawashi::agree
