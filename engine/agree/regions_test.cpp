// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/regions.h"

#include <gtest/gtest.h>

#include "tests/small_problem.h"

namespace nemawashi::agree {
namespace {

using namespace tests;

struct Built {
  model::Case a_case;
  Space space = space_of(a_case, whole_scope(a_case, Overrides::fixed_at_no));
  trees::DiagramStore store = trees::DiagramStore(domains(space));

  Integer count(trees::Node node) { return trees::Counter(store).count(node); }
  Regions found(const model::Reading& reading) { return {store, a_case, reading, space}; }
};

TEST(Regions, OfTheSmallCase) {
  Built built{case_of(small_case())};
  Regions found = built.found({true});
  EXPECT_EQ(built.count(found.feasible()), 5);
  EXPECT_EQ(built.count(found.wanted()), 4);
  for (const auto certainty : kCertainties) {  // none x 2 and north x 2
    EXPECT_EQ(built.count(found.ratifiable(certainty)), 4);
  }
}

TEST(Regions, AreNestedWhereWeightsDecide) {
  Built built{noisy_case()};
  Regions found = built.found({true});
  EXPECT_EQ(built.count(found.ratifiable(model::Certainty::necessary)), 3);
  EXPECT_EQ(built.count(found.ratifiable(model::Certainty::central)), 3);
  EXPECT_EQ(built.count(found.ratifiable(model::Certainty::possible)), 4);
}

TEST(Regions, FollowTheReading) {
  Built built{case_of(small_case())};
  EXPECT_EQ(built.count(built.found({false}).feasible()), 6);
}

TEST(Regions, ARuleMayNeedOneGateOfTwo) {
  TableTexts texts = small_case();
  texts["case"] = "id;question;as_of;consent\nr;Where?;2020-01-01;any(permit, vote)";
  Built built{case_of(texts)};
  Regions found = built.found({true});
  EXPECT_EQ(found.wanted(), trees::kEverything);
  EXPECT_EQ(built.count(found.ratifiable(model::Certainty::necessary)),
            5);  // South by the town alone.
}

TEST(YesRegion, OfOneParty) {
  Built built{noisy_case()};
  const auto yes = [&](model::PartyIndex party, model::Certainty certainty) {
    return built.count(built.found({true}).yes(party, certainty));
  };
  EXPECT_EQ(yes(kTown, model::Certainty::necessary), 5);  // All but north high.
  EXPECT_EQ(yes(kTown, model::Certainty::possible), 6);
  EXPECT_EQ(yes(kCouncil, model::Certainty::necessary), 4);  // It refuses the south.
}

TEST(KnownRegion, LeavesOutBlanks) {
  Built built{case_of(changed("effects", "valley;50", "valley;"))};
  Regions found = built.found({true});
  EXPECT_EQ(built.count(found.known(kTown)), 4);
  EXPECT_EQ(built.count(found.ratifiable(model::Certainty::central)), 2);
  EXPECT_EQ(built.count(found.ratifiable(model::Certainty::possible)), 4);
}

TEST(YesRegion, OfAPartyThatStandsInManyRulesIsFoundOnce) {
  // Two parties a level, each of which needs either of the two below: 2^60 ways down.
  constexpr std::size_t kLevels = 60;
  model::Case a_case;
  a_case.issues.resize(1);
  a_case.issues[0].options.resize(2);
  a_case.parties.resize(2 * kLevels);
  a_case.interests_of.resize(2 * kLevels);
  for (std::size_t party = 0; party + 2 < 2 * kLevels; ++party) {
    auto& rule = a_case.parties[party].rule.emplace();
    rule.kind = model::PartyRule::Kind::any;
    rule.parts.resize(2);
    for (std::size_t i = 0; i < 2; ++i) {
      rule.parts[i].kind = model::PartyRule::Kind::member;
      rule.parts[i].member = model::PartyIndex(party / 2 * 2 + 2 + i);
    }
  }
  for (const std::size_t party : {2 * kLevels - 2, 2 * kLevels - 1}) {
    model::Refusal& refusal = a_case.refusals.emplace_back();
    refusal.party = model::PartyIndex(party);
    refusal.when.terms.push_back({model::IssueIndex(0), {false, true}});
  }
  Built built{std::move(a_case)};
  const auto yes = built.found({}).yes(model::PartyIndex(0), model::Certainty::necessary);
  EXPECT_EQ(built.count(yes), 1);
}

}  // namespace
}  // namespace nemawashi::agree
