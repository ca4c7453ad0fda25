// SPDX-License-Identifier: Apache-2.0
#include "engine/ask/agree.h"

#include <gtest/gtest.h>

#include "engine/model/levels.h"
#include "tests/small_problem.h"

namespace nemawashi::ask {
namespace {

using namespace tests;

/// 27 issues of two options, 2^27 packages. Each step gives 3 to one of two parties and takes 1
/// from the other, of 100 that are worth 1; in turns, so that 14 of them give to the first. All 27
/// are best for the sum: 3 x 14 - 13 = 29 and 3 x 13 - 14 = 25. One step given up moves the product
/// by -3 and +1, or +1 and -3: (29 - 3)(25 + 1) = 676 and (29 + 1)(25 - 3) = 660 are less than 29 x
/// 25 = 725.
model::Case many_steps() {
  TableTexts texts = {
      {"case", "id;question;as_of\nsteps;Which steps?;2020-01-01"},
      {"parties", "id;name\na;First\nb;Second"},
      {"gates", "id;party;source\nga;a;paper\ngb;b;paper"},
      {"baselines", "id;text;probability;source\nnone;No step;1;paper"},
      {"measures", "id;name;better;combine\ngood;Good;more;sum"},
      {"levels", "id;measure;bearer;likely;source\nla;good;a;0;paper\nlb;good;b;0;paper"},
      {"interests",
       "id;party;measure;bearer;worst;best;weight;source\n"
       "ia;a;good;a;0;100;1;paper\nib;b;good;b;0;100;1;paper"},
      {"sources", "id;title\npaper;The paper"},
      {"issues", "id;name;default"},
      {"effects", "id;when;measure;bearer;likely;source"}};
  for (int i = 0; i < 27; ++i) {
    const std::string issue = "s" + std::to_string(i);
    texts["issues"] += "\n" + issue + ";Step;no\n" + issue + "=no;No;\n" + issue + "=yes;Yes;";
    for (const std::string party : {"a", "b"}) {
      const bool gives = (party == "a") == (i % 2 == 0);
      texts["effects"] += "\ne" + party + std::to_string(i) + ";" + issue + " = yes;good;" + party +
                          (gives ? ";3;paper" : ";-1;paper");
    }
  }
  return case_of(texts);
}

/// Too few for all packages to be counted as one block.
constexpr std::size_t kFewNodes = 400;

class AgreeOnManySteps : public testing::Test {
 protected:
  AgreeAnswer answered(const base::Control& control, std::size_t nodes) const {
    const ResolvedQuestion resolved = resolve(a_case, {});
    return answer(a_case, resolved.question, {.control = control, .nodes_per_block = nodes});
  }
  model::Case a_case = many_steps();
};

TEST_F(AgreeOnManySteps, WhatBoundsTellStaysWhereTheRestIsStopped) {
  bool stop = false;
  base::Control control;
  control.stop = [&] { return stop; };
  // The first share is that of the packages that are counted; by bounds all is known before.
  control.progress = [&](const base::Progress& reached) { stop = stop || reached.share; };
  const AgreeAnswer stopped = answered(control, kFewNodes);
  EXPECT_FALSE(stopped.complete);
  ASSERT_TRUE(stopped.without.optima);
  const agree::Optima& optima = *stopped.without.optima;
  ASSERT_TRUE(optima.bargaining);
  EXPECT_EQ(optima.bargaining->parties.size(), 2U);
  ASSERT_TRUE(optima.proved());
  EXPECT_EQ(optima.sum->value, base::fraction(29 + 25, 100));
  EXPECT_EQ(optima.product->value, base::fraction(29 * 25, 100 * 100));
  EXPECT_EQ(optima.product->package, model::Package(27, model::OptionIndex(1)));
}

TEST_F(AgreeOnManySteps, WhatOneBlockHasRoomForIsCountedBeforeBoundsAreLookedFor) {
  bool stop = false;
  base::Control control;
  control.stop = [&] { return stop; };
  control.progress = [&](const base::Progress& reached) { stop = stop || reached.found; };
  const AgreeAnswer stopped = answer(a_case, resolve(a_case, {}).question, {.control = control});
  EXPECT_TRUE(stopped.without.counts.exact());
  EXPECT_FALSE(stopped.complete);
  EXPECT_TRUE(stopped.without.optima);
}

TEST_F(AgreeOnManySteps, NothingIsLeftToBoundsWhereAllIsCompared) {
  const AgreeAnswer whole = answered({}, agree::SearchOptions().nodes_per_block);
  EXPECT_TRUE(whole.complete);
  EXPECT_FALSE(whole.without.optima);
  ASSERT_EQ(whole.without.nash->sets.size(), 1U);
  EXPECT_EQ(whole.without.nash->sets.front().product, base::fraction(29 * 25, 100 * 100));
}

TEST_F(AgreeOnManySteps, PackagesThatBoundsFoundAreCountedWhereCountingIsStopped) {
  bool stop = false;
  base::Control control;
  control.stop = [&] { return stop; };
  // As soon as a sum is found, before anything is counted.
  control.progress = [&](const base::Progress& reached) { stop = stop || reached.found; };
  const AgreeAnswer stopped = answered(control, kFewNodes);
  const agree::Counts& counts = stopped.without.counts;
  EXPECT_EQ(counts.under(model::Certainty::central).all.least, 2);
  EXPECT_EQ(counts.under(model::Certainty::possible).all.least, 2);
  // One that passes, whatever its sum, and one with the best. Both pass for all weights, since each
  // party has one interest.
  EXPECT_EQ(counts.under(model::Certainty::necessary).all.least, 2);
}

TEST_F(AgreeOnManySteps, PackagesThatAreKnownToPassAreListedAndTheNearestSoFar) {
  bool stop = false;
  base::Control control;
  control.stop = [&] { return stop; };
  control.progress = [&](const base::Progress& reached) { stop = stop || reached.found; };
  const AgreeAnswer stopped = answered(control, kFewNodes);
  EXPECT_FALSE(stopped.without.list_proved);
  ASSERT_FALSE(stopped.without.list.empty());
  EXPECT_EQ(stopped.without.list.front().package, model::standing_package(a_case));
  // What stands passes, each party as well off as without agreement.
  for (const NearestAnswer& nearest : stopped.without.nearest) {
    EXPECT_EQ(nearest.nearest.changed_issues, 0U);
    EXPECT_EQ(nearest.nearest.unvisited, 0);
  }
}

TEST_F(AgreeOnManySteps, AListThatIsStoppedKeepsItsOrder) {
  AgreeRequest request;
  request.by = "a";
  request.list = 3;
  base::Control control;
  control.stop = [] { return true; };
  const AgreeAnswer stopped =
      answer(a_case, resolve(a_case, request).question, {.control = control});
  // Of single steps, those that give to the first take from the second, who then objects: what
  // stands is all that is known to pass.
  ASSERT_EQ(stopped.without.list.size(), 1U);
  EXPECT_EQ(stopped.without.list.front().package, model::standing_package(a_case));
  EXPECT_EQ(stopped.without.list.front().rank, base::Rational(0));
}

TEST(AgreeStopped, WhatIsProvedToBeNoneIsNotLookedFor) {
  // The council refuses everything; stopped as soon as all is counted.
  const model::Case a_case =
      case_of(changed("refusals", "never;council;site = south", "never;council;"));
  bool stop = false;
  base::Control control;
  control.stop = [&] { return stop; };
  control.progress = [&](const base::Progress& reached) { stop = stop || reached.share == 1; };
  const AgreeAnswer stopped = answer(a_case, resolve(a_case, {}).question, {.control = control});
  const ScopeAnswer& found = stopped.without;
  EXPECT_EQ(found.counts.under(model::Certainty::possible).all, agree::BoundedCount());
  EXPECT_FALSE(stopped.complete);
  EXPECT_TRUE(found.list_proved);
  ASSERT_TRUE(found.nash && found.solutions);
  EXPECT_EQ(found.nash->unvisited, 0);
  EXPECT_EQ(found.solutions->unvisited, 0);
  // No default is there for `pay`: nothing stands, so nearest packages are asked for by name.
  AgreeRequest named;
  named.options = {"site=north", "pay=low"};
  stop = false;
  const ResolvedQuestion question = resolve(a_case, named);
  ASSERT_TRUE(question.question.is_named);
  const agree::Problem problem{a_case, question.question.reading,
                               agree::whole_scope(a_case, agree::Overrides::fixed_at_no)};
  stop = true;
  const auto nearest = nearest_answers(problem, question.question, agree::Overrides::fixed_at_no,
                                       &found.counts, {.control = control});
  ASSERT_EQ(nearest.size(), 4U);
  for (const NearestAnswer& none : nearest) {
    EXPECT_FALSE(none.nearest.changed_issues);
    EXPECT_EQ(none.nearest.unvisited, 0);
  }
}

/// A claim on which a refusal rests, and one on which a limit rests (small_case.h).
TEST(AgreeStopped, ClaimsThatTouchNoLimitLeaveWhatIsFeasible) {
  TableTexts texts = changed("refusals", "never;council;site = south;stated;;paper",
                             "never;council;site = south;stated;soil;paper");
  texts["claims"] += "\nsoil;The soil is firm;contested;paper";
  const model::Case a_case = case_of(texts);
  // The counts of the whole are found; then the work is stopped.
  bool stop = false;
  base::Control control;
  control.stop = [&] { return stop; };
  control.progress = [&](const base::Progress& reached) { stop = stop || reached.share == 1; };
  const AgreeAnswer stopped = answer(a_case, resolve(a_case, {}).question, {.control = control});
  ASSERT_EQ(stopped.claims.size(), 2U);
  const agree::Counts& slope = stopped.claims[0].if_false;
  const agree::Counts& soil = stopped.claims[1].if_false;
  EXPECT_EQ(slope.feasible.all.most, 6);
  EXPECT_EQ(soil.feasible.all, (agree::BoundedCount{5, 5}));
  EXPECT_EQ(soil.under(model::Certainty::possible).all.most, 5);
  // "North, low" is named by the case, and passes either way.
  EXPECT_GE(soil.under(model::Certainty::possible).all.least, 1);
}

/// `any(ga, gc)`: the first party's yes suffices, and it always gains. The second has no gate, and
/// a level that is not known anywhere; the third always loses.
TEST(AgreeList, SaysWhereItIsCutAmongEqualPackages) {
  TableTexts texts = small_case();
  texts.erase("refusals");
  const model::Case a_case = case_of(texts);
  AgreeRequest request;
  request.claims = {"slope=false"};  // Then the south, 3/4 for the town, has two packages.
  request.by = "town";
  for (const std::size_t listed : {1U, 2U, 3U}) {
    request.list = listed;
    const ResolvedQuestion resolved = resolve(a_case, request);
    ASSERT_TRUE(resolved.diagnostics.empty());
    const ScopeAnswer found = answer(a_case, resolved.question, {}).without;
    ASSERT_EQ(found.list.size(), listed);
    EXPECT_EQ(*found.list.front().rank, base::fraction(3, 4));
    EXPECT_EQ(found.list_cut_in_tie, listed == 1);
  }
}

TEST(AgreeByBounds, AGainThatNobodyKnowsProvesNothingOfTheOthers) {
  const model::Case a_case =
      case_of({{"case", "id;question;as_of;consent\nthree;Which?;2020-01-01;any(ga, gc)"},
               {"parties", "id;name\na;First\nb;Second\nc;Third"},
               {"gates", "id;party;source\nga;a;paper\ngc;c;paper"},
               {"baselines", "id;text;probability;source\nnone;Nothing;1;paper"},
               {"measures", "id;name;better;combine\ngood;Good;more;sum"},
               {"levels",
                "id;measure;bearer;likely;source\n"
                "la;good;a;0;paper\nlb;good;b;;paper\nlc;good;c;0;paper"},
               {"interests",
                "id;party;measure;bearer;worst;best;weight;source\n"
                "ia;a;good;a;0;100;1;paper\nib;b;good;b;0;100;1;paper\n"
                "ic;c;good;c;0;100;1;paper"},
               {"sources", "id;title\npaper;The paper"},
               {"issues", "id;name;default\ns;Step;no\ns=no;No;\ns=yes;Yes;"},
               {"effects",
                "id;when;measure;bearer;likely;source\n"
                "ea;;good;a;1;paper\neb;s = yes;good;b;1;paper\nec;;good;c;-1;paper"}});
  const agree::Problem problem{a_case, model::default_reading(a_case),
                               agree::whole_scope(a_case, agree::Overrides::fixed_at_no)};
  EXPECT_EQ(agree::counts(problem, {}).under(model::Certainty::central).all.least, 2);
  const auto found = agree::optima(problem, {}, {});
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->ratifiable);
}

}  // namespace
}  // namespace nemawashi::ask
