// SPDX-License-Identifier: Apache-2.0
#include "engine/model/cycle.h"

#include <gtest/gtest.h>

namespace nemawashi::model {
namespace {

using Nodes = std::vector<std::size_t>;

TEST(FindCycle, FindsNoneInATreeOrADiamond) {
  EXPECT_EQ(find_cycle({}), Nodes{});
  EXPECT_EQ(find_cycle({{}, {0}, {0}}), Nodes{});
  EXPECT_EQ(find_cycle({{1, 2}, {3}, {3}, {}}), Nodes{});
}

TEST(FindCycle, NamesTheNodesInOrder) {
  EXPECT_EQ(find_cycle({{1}, {2}, {3}, {1}}), (Nodes{1, 2, 3}));
  EXPECT_EQ(find_cycle({{0}}), Nodes{0});
}

TEST(FindCycle, DoesNotRecurse) {
  std::vector<Nodes> chain(200'000);
  for (std::size_t i = 0; i + 1 < chain.size(); ++i) chain[i] = {i + 1};
  EXPECT_EQ(find_cycle(chain), Nodes{});
}

}  // namespace
}  // namespace nemawashi::model
