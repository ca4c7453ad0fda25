// SPDX-License-Identifier: Apache-2.0
#include "tests/published.h"

#include <gtest/gtest.h>

namespace nemawashi::tests {
namespace {

TEST(PublishedScenario, IsAFolderThatIsThereOrNothing) {
  EXPECT_FALSE(published_scenario("no__such_scenario"));
  const auto folder = published_scenario("genius__anac__y2010__EnglandZimbabwe");
  if (!folder) GTEST_SKIP() << kNotFetched;
  EXPECT_TRUE(std::filesystem::exists(*folder / "EnglandZimbabwe_domain.xml"));
}

}  // namespace
}  // namespace nemawashi::tests
