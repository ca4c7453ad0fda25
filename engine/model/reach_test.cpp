// SPDX-License-Identifier: Apache-2.0
#include "engine/model/reach.h"

#include <gtest/gtest.h>

#include "engine/base/random.h"
#include "engine/model/levels.h"
#include "engine/model/read_case.h"
#include "tests/small_problem.h"

namespace nemawashi::model {
namespace {

TEST(Reach, AddsTheExtremesOfEachIssue) {
  const Case a_case = tests::case_of(tests::small_case());
  const auto range = reach(a_case, default_reading(a_case), LevelIndex(0), {});
  ASSERT_TRUE(range.has_value());
  EXPECT_EQ(range->least, 100);  // site = none
  EXPECT_EQ(range->most, 180);   // site = south
  const Condition north{{{IssueIndex(0), OptionSet{false, true, false}}}};
  EXPECT_EQ(reach(a_case, default_reading(a_case), LevelIndex(0), north)->least, 150);
}

TEST(Reach, IsUnknownWhereAnEffectIs) {
  const Case a_case = tests::case_of(tests::changed("effects", "valley;50", "valley;"));
  const Reading reading = default_reading(a_case);
  EXPECT_FALSE(reach(a_case, reading, LevelIndex(0), {}).has_value());
  const Condition south{{{IssueIndex(0), OptionSet{false, false, true}}}};
  EXPECT_TRUE(reach(a_case, reading, LevelIndex(0), south).has_value());
}

TEST(Reach, ConditionsAreComparedOverAllPackages) {
  const Condition all{{{IssueIndex(0), OptionSet{true, true}}}};
  const Condition one{{{IssueIndex(0), OptionSet{true, false}}}};
  const Condition other{{{IssueIndex(0), OptionSet{false, true}}}};
  EXPECT_TRUE(always_holds(all));
  EXPECT_TRUE(always_holds({}));
  EXPECT_FALSE(always_holds(one));
  EXPECT_TRUE(implies(one, all));
  EXPECT_FALSE(implies(all, one));
  EXPECT_TRUE(excludes(one, other));
  EXPECT_FALSE(excludes({}, other));
}

/// A random case of three issues and ten effects of one or two terms on one level.
tests::TableTexts random_case(base::Random& random) {
  tests::TableTexts texts = tests::small_case();
  for (const char* table : {"gates", "refusals", "limits", "interests", "expectations"}) {
    texts.erase(table);
  }
  texts["case"] = "id;as_of\nc;2020-01-01";
  texts["issues"] = "id";
  for (const char* issue : {"a", "b", "c"}) {
    texts["issues"] += std::string("\n") + issue;
    for (const char* option : {"x", "y", "z"}) {
      texts["issues"] += std::string("\n") + issue + "=" + option;
    }
  }
  const char* combines[] = {"sum", "max", "min"};
  texts["measures"] = std::string("id;better;combine\nwater;more;") + combines[random.below(3)];
  texts["levels"] = "id;measure;bearer;likely\nw;water;valley;3";
  texts["effects"] = "id;when;measure;bearer;likely;source";
  for (int i = 0; i < 10; ++i) {
    const std::string terms[] = {"a = x | y",     "a = z",     "b != x",        "b = y",
                                 "c = z",         "c = x | z", "a = x & b = x", "b = z & c = y",
                                 "a = y & c = x", ""};
    const std::string change = std::to_string(static_cast<int>(random.below(21)) - 10);
    texts["effects"] += "\ne" + std::to_string(i) + ";" + terms[random.below(10)] +
                        ";water;valley;" + change + ";paper";
  }
  return texts;
}

/// The oracle: every package is tried.
Reach enumerated(const Case& a_case, const Condition& box) {
  std::optional<Reach> result;
  Package package(3);
  for (std::size_t i = 0; i < 27; ++i) {
    package = {OptionIndex(i % 3), OptionIndex(i / 3 % 3), OptionIndex(i / 9)};
    if (!holds(box, package)) continue;
    const Rational level =
        *level_in_package(a_case, default_reading(a_case), LevelIndex(0), package);
    if (!result) result = Reach{level, level};
    result->least = std::min(result->least, level);
    result->most = std::max(result->most, level);
  }
  return *result;
}

TEST(Reach, ContainsWhatEnumerationFinds) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    base::Random random(seed, 1);
    const Case a_case = tests::case_of(random_case(random));
    const Reading reading = default_reading(a_case);
    const Condition box{{{IssueIndex(random.below(3)), OptionSet{true, false, true}}}};
    for (const Condition& one : {Condition{}, box}) {
      const Reach exact = enumerated(a_case, one);
      const auto bounds = reach(a_case, reading, LevelIndex(0), one);
      ASSERT_TRUE(bounds.has_value());
      EXPECT_LE(bounds->least, exact.least) << "seed " << seed;
      EXPECT_GE(bounds->most, exact.most) << "seed " << seed;
    }
    if (a_case.measures[0].combine != Combine::sum) continue;
    const Reach exact = enumerated(a_case, {});
    const auto joint = joint_reach(a_case, reading, LevelIndex(0));
    EXPECT_EQ(joint->least, exact.least) << "seed " << seed;
    EXPECT_EQ(joint->most, exact.most) << "seed " << seed;
  }
}

}  // namespace
}  // namespace nemawashi::model
