// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/adjusted_winner.h"

#include <gtest/gtest.h>

#include "engine/base/random.h"
#include "tests/small_problem.h"

namespace nemawashi::agree {
namespace {

using namespace tests;

/// Issues that one party or the other wins: the option of each gives it the points.
DivisibleWorth won_by_one(const std::vector<std::pair<long, long>>& points) {
  DivisibleWorth worth;
  for (const auto& [first, second] : points) {
    worth.issues.push_back({{first, 0}, {0, second}});
  }
  return worth;
}

WorthOfTwo worth_of(const DivisibleWorth& worth, const std::vector<std::vector<Rational>>& shares) {
  WorthOfTwo result = worth.constant;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    for (std::size_t o = 0; o < shares[i].size(); ++o) {
      for (const std::size_t party : {0U, 1U}) {
        result[party] += shares[i][o] * worth.issues[i][o][party];
      }
    }
  }
  return result;
}

/// The worth of every undivided package.
std::vector<WorthOfTwo> corners(const DivisibleWorth& worth) {
  std::vector<WorthOfTwo> result = {worth.constant};
  for (const auto& options : worth.issues) {
    std::vector<WorthOfTwo> longer;
    for (const WorthOfTwo& at : result) {
      for (const WorthOfTwo& option : options) {
        longer.push_back({at[0] + option[0], at[1] + option[1]});
      }
    }
    result = std::move(longer);
  }
  return result;
}

/// The greatest least worth, and with it the greatest other one, over all mixtures of two packages.
/// Divisions fill the convex hull of the packages, whose upper right border is made of such
/// mixtures, so this is leximin over all divisions.
WorthOfTwo leximin(const DivisibleWorth& worth) {
  const std::vector<WorthOfTwo> all = corners(worth);
  const auto order = [](const WorthOfTwo& at) {
    return std::pair(std::min(at[0], at[1]), std::max(at[0], at[1]));
  };
  WorthOfTwo best = all.front();
  const auto take = [&](const WorthOfTwo& at) {
    if (order(at) > order(best)) best = at;
  };
  for (const WorthOfTwo& a : all) {
    take(a);
    for (const WorthOfTwo& b : all) {
      const Rational first = a[0] - a[1];
      const Rational second = b[1] - b[0];
      if (first <= 0 || second <= 0) continue;  // Not on either side of equal worth.
      const Rational t = first / (first + second);
      take({a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])});
    }
  }
  return best;
}

void expect_sound(const DivisibleWorth& worth, const Division& division) {
  ASSERT_EQ(division.shares.size(), worth.issues.size());
  std::size_t split = 0;
  for (std::size_t i = 0; i < division.shares.size(); ++i) {
    Rational sum = 0;
    std::size_t with_share = 0;
    for (const Rational& share : division.shares[i]) {
      EXPECT_GE(share, 0);
      sum += share;
      with_share += share > 0 ? 1U : 0U;
    }
    EXPECT_EQ(sum, 1);
    EXPECT_LE(with_share, 2U);
    if (with_share == 2) {
      EXPECT_EQ(division.split_issue, i);
    }
    split += with_share == 2 ? 1U : 0U;
  }
  EXPECT_EQ(split, division.split_issue ? 1U : 0U);
  EXPECT_EQ(worth_of(worth, division.shares), division.worth);
  EXPECT_EQ(division.equal, division.worth[0] == division.worth[1]);
}

TEST(AdjustedWinner, SplitsTheIssueAtWhichWorthIsEqual) {
  // First at rates 10/60 and 90/40: the second has its own issue first, then a part of the other.
  const Division found = adjusted_winner(won_by_one({{60, 10}, {40, 90}}));
  EXPECT_EQ(found.split_issue, 1U);  // 60 + 40 x against 90 (1 - x)
  EXPECT_EQ(found.shares[1],
            (std::vector<Rational>{base::fraction(3, 13), base::fraction(10, 13)}));
  EXPECT_EQ(found.worth[0], found.worth[1]);
  EXPECT_TRUE(found.equal);
}

TEST(AdjustedWinner, EarlierIssuesComeFirstAtEqualRates) {
  const Division found = adjusted_winner(won_by_one({{10, 10}, {10, 10}, {10, 10}}));
  EXPECT_EQ(found.shares[0], (std::vector<Rational>{0, 1}));
  EXPECT_EQ(found.split_issue, 1U);
  EXPECT_EQ(found.shares[2], (std::vector<Rational>{1, 0}));
  EXPECT_EQ(found.worth, (WorthOfTwo{15, 15}));
}

TEST(AdjustedWinner, NoIssueIsSplitWhereAStepEndsAtEqualWorth) {
  const Division found = adjusted_winner(won_by_one({{10, 10}, {10, 10}}));
  EXPECT_EQ(found.split_issue, std::nullopt);
  EXPECT_TRUE(found.equal);
}

TEST(AdjustedWinner, AnOptionBetweenIsTakenWhole) {
  // (4, 0), (3, 3), (0, 4): the middle one is on the chain, (1, 3) behind it is not.
  const Division found = adjusted_winner({{}, {{{0, 4}, {1, 3}, {3, 3}, {4, 0}}}});
  EXPECT_EQ(found.shares[0], (std::vector<Rational>{0, 0, 1, 0}));
  EXPECT_EQ(found.worth, (WorthOfTwo{3, 3}));
}

TEST(AdjustedWinner, WhereNothingMovesOnePartyTheWorseOffHasMost) {
  const Division found = adjusted_winner({{0, 5}, {{{1, 0}, {3, 0}}, {{0, 0}, {0, 2}}}});
  EXPECT_EQ(found.worth,
            (WorthOfTwo{3, 7}));  // Of what is the same to the first, the second's best.
  EXPECT_FALSE(found.equal);
  EXPECT_EQ(found.split_issue, std::nullopt);
  const Division turned = adjusted_winner({{9, 0}, {{{0, 1}, {0, 3}}, {{2, 0}, {0, 1}}}});
  EXPECT_EQ(turned.worth, (WorthOfTwo{9, 4}));
  EXPECT_FALSE(turned.equal);
}

TEST(AdjustedWinner, WithoutIssuesNothingIsDivided) {
  const Division found = adjusted_winner({{1, 1}, {}});
  EXPECT_TRUE(found.equal);
  EXPECT_TRUE(found.shares.empty());
}

TEST(AdjustedWinner, IsTheBestOfAllMixtures) {
  for (std::size_t number = 0; number < 400; ++number) {
    SCOPED_TRACE("division " + std::to_string(number));
    base::Random random(41, number);
    const auto drawn = [&] {
      const Rational numerator(static_cast<long>(random.below(9)) - 3);
      return Rational(numerator / (1 + random.below(2)));
    };
    DivisibleWorth worth{{drawn(), drawn()}, {}};
    for (std::size_t i = 1 + random.below(3); i > 0; --i) {
      auto& options = worth.issues.emplace_back();
      for (std::size_t o = 1 + random.below(4); o > 0; --o) options.push_back({drawn(), drawn()});
    }
    const Division found = adjusted_winner(worth);
    expect_sound(worth, found);
    EXPECT_EQ(found.worth, leximin(worth));
    if (HasFailure()) return;
  }
}

/// Two parties at one gate each, three issues; each issue's options are a's and b's.
TableTexts divisible_case() {
  return {
      {"case", "id;question;as_of\ngame;What?;2020-01-01"},
      {"parties", "id;name;interests_by\na;A;analyst\nb;B;analyst"},
      {"gates", "id;party;when;source\nga;a;;s\ngb;b;;s"},
      {"baselines", "id;text;probability;source\nnone;Nothing;1;s"},
      {"issues", "id;name\ni;I\ni=a;A\ni=b;B\nj;J\nj=a;A\nj=b;B"},
      {"measures", "id;name;better;combine\npa;Points of A;more;sum\npb;Points of B;more;sum"},
      {"levels", "id;measure;bearer;likely;source\nla;pa;a;0;s\nlb;pb;b;0;s"},
      {"effects",
       "id;when;measure;bearer;likely;source\n"
       "a1;i = a;pa;a;60;s\na2;j = a;pa;a;40;s\nb1;i = b;pb;b;10;s\nb2;j = b;pb;b;90;s"},
      {"limits", "id;forbid;measure;bearer;at_least;at_most;source"},
      {"refusals", "id;party;when;source"},
      {"interests",
       "id;party;measure;bearer;worst;best;shape;weight;source\n"
       "ia;a;pa;a;0;100;linear;1;s\nib;b;pb;b;0;100;linear;1;s"},
      {"sources", "id;title;access\ns;S;public"},
  };
}

/// What is found of one kind, by the id of its first row.
struct Why {
  Indivisible kind;
  std::size_t rows;
  std::string first;

  friend bool operator==(const Why&, const Why&) = default;
};

using Reasons = std::vector<Why>;

Reasons why(const TableTexts& texts) {
  const model::Case a_case = case_of(texts);
  Reasons result;
  for (const auto& rows :
       why_indivisible(a_case, model::default_reading(a_case), {kTown, kCouncil})) {
    result.push_back({rows.kind, rows.rows, rows.first.id});
  }
  return result;
}

TableTexts with(const std::string& table, const std::string& more) {
  TableTexts texts = divisible_case();
  texts[table] += "\n" + more;
  return texts;
}

TableTexts with_cell(const std::string& table, const std::string& from, const std::string& to) {
  TableTexts texts = divisible_case();
  texts[table].replace(texts[table].find(from), from.size(), to);
  return texts;
}

TEST(AdjustedWinner, OfACase) {
  const model::Case a_case = case_of(divisible_case());
  EXPECT_EQ(why(divisible_case()), Reasons());
  EXPECT_EQ(parties_at_gates(a_case), (std::vector<model::PartyIndex>{kTown, kCouncil}));
  Scope scope = whole_scope(a_case, Overrides::fixed_at_no);
  const AdjustedWinner found = adjusted_winner(a_case, {}, scope, {kTown, kCouncil});
  EXPECT_EQ(found.division.shares[1][0], base::fraction(3, 13));
  EXPECT_EQ(found.division.worth[0], base::fraction(9, 13));
  scope[1] = {false, true};  // Only b's option of the second issue is on the table.
  const AdjustedWinner less = adjusted_winner(a_case, {}, scope, {kTown, kCouncil});
  EXPECT_EQ(less.division.shares[1], (std::vector<Rational>{0, 1}));
  EXPECT_FALSE(less.division.equal);
}

TEST(AdjustedWinner, OptionsThatWorthDependsOnTogetherAreRefused) {
  using enum Indivisible;
  EXPECT_EQ(why(with("effects", "l;i = a & j = a;pa;a;5;s")), (Reasons{{link, 1, "l"}}));
  EXPECT_EQ(why(with("effects", "u;i = b;pa;a;;s")), (Reasons{{unknown_change, 1, "u"}}));
  EXPECT_EQ(why(with("limits", "l;i = a & j = a;;;;;s")), (Reasons{{limit, 1, "l"}}));
  EXPECT_EQ(why(with("refusals", "r;b;i = a;s\nr2;a;i = b;s")), (Reasons{{refusal, 2, "r"}}));
  EXPECT_EQ(why(with_cell("gates", "ga;a;;s", "ga;a;i = a;s")),
            (Reasons{{gate_condition, 1, "ga"}}));
  EXPECT_EQ(why(with_cell("measures", "A;more;sum", "A;more;max")), (Reasons{{extreme, 1, "pa"}}));
  EXPECT_EQ(why(with_cell("levels", "lb;pb;b;0;s", "lb;pb;b;;s")),
            (Reasons{{unknown_level, 1, "ib"}}));
}

TEST(AdjustedWinner, ACapIsRefusedOnlyWherePackagesReachIt) {
  EXPECT_EQ(why(with_cell("interests", "0;100;linear", "0;100;capped")), Reasons());
  EXPECT_EQ(why(with_cell("interests", "0;100;linear", "0;50;capped")),
            (Reasons{{Indivisible::bend, 1, "ia"}}));
}

}  // namespace
}  // namespace nemawashi::agree
