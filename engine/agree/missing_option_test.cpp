// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/missing_option.h"

#include <gtest/gtest.h>

#include "tests/small_problem.h"
#include "tests/whole_problem.h"

namespace nemawashi::agree {
namespace {

using namespace tests;
using model::Certainty;

/// The town must gain a quarter of its scale. Only the south answers, which the council refuses: a
/// new site answers too, is not refused and not permitted by anybody, so it opens R by itself.
TEST(MissingOptions, OpenWhatOnlyRefusalsClose) {
  const auto a_case = case_of(changed("case", "site = north | south", "site = south"));
  const auto found = missing_options(whole_problem(a_case), Certainty::possible, {}, {});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(found[0].opens);
  EXPECT_EQ(found[0].unasked, std::vector<model::GateIndex>{model::GateIndex(0)});
  EXPECT_FALSE(found[1].opens);  // New pay leaves the council's refusal of the south.
  EXPECT_TRUE(found[1].sets.empty());
  EXPECT_TRUE(found[1].complete);
}

/// The town's margin is 1, the gate asks always: no site reaches it. A new site has no effect:
/// gain 0, so 1 is missing. New pay in the north: gain 5/8 at best, 3/8 missing (no noise).
TEST(MissingOptions, SayWhatIsMissing) {
  auto texts = small_case();
  texts["parties"] =
      "id;name;parent;interests_by;rule;margin\ntown;Town;;analyst;;1\ncouncil;Council;town;;;";
  texts["gates"] = "id;party;when;source\npermit;town;;paper\nvote;council;;paper";
  const auto a_case = case_of(texts);
  const auto found = missing_options(whole_problem(a_case), Certainty::possible, {}, {});
  ASSERT_EQ(found.size(), 2U);
  for (const auto& missing : found) {
    EXPECT_FALSE(missing.opens);
    ASSERT_EQ(missing.sets.size(), 1U);
    EXPECT_TRUE(missing.sets[0].complete);
    ASSERT_EQ(missing.sets[0].least.size(), 1U);
  }
  EXPECT_EQ(found[0].sets[0].least[0].amounts, std::vector<Rational>{1});
  EXPECT_EQ(found[1].sets[0].least[0].amounts, std::vector<Rational>{base::fraction(3, 8)});
  EXPECT_EQ(found[1].sets[0].least[0].witness[0], model::OptionIndex(1));
  const auto central = missing_options(whole_problem(a_case), Certainty::central, {}, {});
  EXPECT_EQ(central[1].sets[0].least[0].amounts, std::vector<Rational>{base::fraction(17, 32)});
  const auto necessary = missing_options(whole_problem(a_case), Certainty::necessary, {}, {});
  EXPECT_EQ(necessary[1].sets[0].least[0].amounts, std::vector<Rational>{base::fraction(11, 16)});
}

TEST(MissingOptions, StoppedSayNothing) {
  const auto a_case = case_of(changed("case", "site = north | south", "site = south"));
  SearchOptions options;
  options.control.stop = [] { return true; };
  for (const auto& missing :
       missing_options(whole_problem(a_case), Certainty::possible, {}, options)) {
    EXPECT_FALSE(missing.complete);
    EXPECT_FALSE(missing.opens);
  }
}

}  // namespace
}  // namespace nemawashi::agree
