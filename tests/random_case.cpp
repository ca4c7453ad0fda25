// SPDX-License-Identifier: Apache-2.0
#include "tests/random_case.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <string>

namespace nemawashi::tests {
namespace {

using base::Rational;
using namespace model;

class CaseMaker {
 public:
  CaseMaker(base::Random& random, const CaseSize& size) : draw_(random), size_(size) {}

  Case made() {
    make_issues();
    make_parties();
    make_claims();
    make_baselines();
    make_gates();
    make_refusals();
    make_levels();
    make_effects();
    make_limits();
    make_interests();
    for (std::size_t i = draw_.below(3); i > 0; --i) case_.wants.push_back(condition(2));
    case_.consent = draw_.one_in(3) ? all_gates() : rule<GateIndex>(0, case_.gates.size(), 2);
    for (std::size_t p = 0; p + 1 < case_.parties.size(); ++p) {  // Over later parties: acyclic.
      if (!draw_.one_in(4)) continue;
      case_.parties[p].rule = rule<PartyIndex>(p + 1, case_.parties.size(), 2);
    }
    return std::move(case_);
  }

 private:
  static Origin origin(const char* name, std::size_t position) {
    Origin result;
    result.id = name + std::to_string(position);
    result.row = position + 2;
    return result;
  }

  void make_issues() {
    std::size_t packages = 1;
    const std::size_t issues = draw_.between(draw_.one_in(8) ? 1 : 2, size_.issues);
    for (std::size_t i = 0; i < issues; ++i) {
      Issue issue;
      issue.origin = origin("issue", i);
      const std::size_t most = std::min(size_.options, size_.packages / packages);
      const std::size_t options = draw_.between(std::min<std::size_t>(most, 2), most);
      for (std::size_t o = 0; o < std::max<std::size_t>(options, 1); ++o) {
        issue.options.push_back({origin("option", o), "option" + std::to_string(o), "", false});
      }
      packages *= issue.options.size();
      if (draw_.one_in(2)) issue.standing = OptionIndex(draw_.below(issue.options.size()));
      case_.issues.push_back(std::move(issue));
    }
  }

  void make_parties() {
    const std::size_t parties = draw_.between(1, size_.parties);
    for (std::size_t p = 0; p < parties; ++p) {
      Party party;
      party.origin = origin("party", p);
      if (p > 0 && draw_.one_in(4)) party.parent = PartyIndex(draw_.below(p));
      if (draw_.one_in(6)) party.margin = base::fraction(1, 4);
      if (draw_.one_in(40))
        party.margin = base::fraction(1, base::Integer("1" + std::string(30, '0')));
      case_.parties.push_back(std::move(party));
    }
  }

  void make_claims() {
    for (std::size_t c = draw_.below(3); c > 0; --c) {
      Claim claim;
      claim.origin = origin("claim", c);
      claim.status = static_cast<ClaimStatus>(draw_.below(4));
      case_.claims.push_back(std::move(claim));
    }
  }

  std::optional<ClaimIndex> maybe_claim() {
    if (case_.claims.empty() || !draw_.one_in(4)) return std::nullopt;
    return ClaimIndex(draw_.below(case_.claims.size()));
  }

  void make_baselines() {
    const bool today = draw_.one_in(3);
    case_.reservation = today ? ReservationFrom::today : ReservationFrom::baselines;
    std::vector<Rational> lottery = {1};
    if (draw_.one_in(2)) {
      const Rational first = base::fraction(draw_.below(4), 3);
      lottery = {first, 1 - first};
    }
    for (const Rational& probability : lottery) case_.baselines.push_back({{}, "", probability});
    if (draw_.one_in(4)) case_.baselines.push_back({{}, "for assess alone", std::nullopt});
  }

  /// Up to `terms` issues, rarely none, each with an option set that is at times full or empty.
  Condition condition(std::size_t terms) {
    std::set<std::size_t> issues;
    for (std::size_t t = draw_.one_in(10) ? 0 : draw_.between(1, terms); t > 0; --t) {
      issues.insert(draw_.below(case_.issues.size()));
    }
    Condition result;
    for (const std::size_t issue : issues) {
      OptionSet options(case_.issues[issue].options.size());
      std::generate(options.begin(), options.end(), [&] { return draw_.one_in(2); });
      if (!draw_.one_in(12)) options[draw_.below(options.size())] = true;
      result.terms.push_back({IssueIndex(issue), std::move(options)});
    }
    return result;
  }

  void make_gates() {
    const std::size_t gates = draw_.between(1, case_.parties.size());
    for (std::size_t g = 0; g < gates; ++g) {
      Gate gate;
      gate.origin = origin("gate", g);
      gate.party = PartyIndex(draw_.below(case_.parties.size()));
      if (draw_.one_in(3)) gate.when = condition(2);
      case_.gates.push_back(std::move(gate));
    }
    if (!draw_.one_in(8)) return;
    const std::size_t overriding = draw_.below(case_.issues.size());
    Issue& issue = case_.issues[overriding];
    if (issue.options.size() != 2) return;
    const GateIndex gate(draw_.below(gates));
    issue.overrides = gate;
    issue.standing = OptionIndex(0);
    case_.gates[gate.value].when = {{{IssueIndex(overriding), {true, false}}}};
  }

  void make_refusals() {
    for (std::size_t r = draw_.below(3); r > 0; --r) {
      Refusal refusal;
      refusal.origin = origin("refusal", r);
      refusal.party = PartyIndex(draw_.below(case_.parties.size()));
      refusal.when = condition(3);
      refusal.withdrawn = draw_.one_in(5);
      refusal.if_claim = maybe_claim();
      case_.refusals.push_back(std::move(refusal));
    }
  }

  void make_levels() {
    if (draw_.one_in(20)) unit_ = base::fraction(base::Integer("7" + std::string(25, '0')), 3);
    const std::size_t levels = draw_.between(2, 5);
    for (std::size_t i = 0; i < levels; ++i) {
      Measure measure;
      measure.origin = origin("measure", i);
      measure.more_is_better = draw_.one_in(2);
      measure.combine = draw_.one_in(2) ? Combine::sum : static_cast<Combine>(draw_.below(3));
      case_.measures.push_back(std::move(measure));
      Level level;
      level.measure = MeasureIndex(i);
      level.bearer = BearerIndex(draw_.below(case_.parties.size()));
      level.base.emplace();
      if (!draw_.one_in(40)) level.base->likely = amount();
      case_.levels.push_back(std::move(level));
    }
  }

  Rational amount() { return draw_.number() * unit_; }

  void make_effects() {
    const std::size_t effects = draw_.between(4, 16);
    for (std::size_t e = 0; e < effects; ++e) {
      Effect effect;
      effect.origin = origin("effect", e);
      effect.level = LevelIndex(draw_.below(case_.levels.size()));
      if (draw_.one_in(5)) {
        effect.baseline = BaselineIndex(draw_.below(case_.baselines.size()));
      } else {
        effect.when = condition(draw_.one_in(3) ? 3 : 1);
      }
      if (!draw_.one_in(40)) effect.change.likely = amount();
      effect.if_claim = maybe_claim();
      case_.levels[effect.level.value].effects.emplace_back(e);
      case_.effects.push_back(std::move(effect));
    }
  }

  bool is_known(const Level& level) const {
    return level.base->likely &&
           std::all_of(level.effects.begin(), level.effects.end(), [&](EffectIndex e) {
             return case_.at(e).change.likely || case_.at(e).baseline;
           });
  }

  void make_limits() {
    for (std::size_t i = draw_.one_in(2) ? 0 : draw_.below(3); i > 0; --i) {
      Limit limit;
      limit.origin = origin("limit", i);
      limit.if_claim = maybe_claim();
      const LevelIndex level(draw_.below(case_.levels.size()));
      if (draw_.one_in(2) && is_known(case_.at(level))) {
        LevelBound bound{level, std::nullopt, std::nullopt};
        if (draw_.one_in(2)) bound.at_least = amount();
        if (!bound.at_least || draw_.one_in(3)) bound.at_most = amount();
        const bool crossed = bound.at_least && bound.at_most && *bound.at_least > *bound.at_most;
        if (crossed) std::swap(bound.at_least, bound.at_most);  // read_case refuses it.
        limit.forbids = bound;
      } else {
        Condition forbidden = condition(3);
        if (forbidden.terms.empty()) continue;
        limit.forbids = std::move(forbidden);
      }
      case_.limits.push_back(std::move(limit));
    }
  }

  ValueFunction value_function(bool more_is_better) {
    ValueFunction function;
    function.shape = draw_.one_in(2) ? Shape::linear : static_cast<Shape>(draw_.below(4));
    function.more_is_better = more_is_better;
    function.worst = amount();
    do {
      function.best = amount();
    } while (function.best == function.worst);
    if (function.shape == Shape::points) {
      std::set<Rational> levels;
      for (std::size_t i = draw_.between(1, 4); i > 0; --i) levels.insert(amount());
      for (const Rational& level : levels) function.points.emplace_back(level, draw_.number());
    }
    return function;
  }

  void make_interests() {
    case_.interests_of.resize(case_.parties.size());
    case_.weights_of.resize(case_.parties.size());
    for (std::size_t p = 0; p < case_.parties.size(); ++p) {
      const std::size_t interests = draw_.one_in(8) ? 0 : draw_.between(1, size_.interests);
      for (std::size_t i = 0; i < interests; ++i) {
        Interest interest;
        interest.origin = origin("interest", case_.interests.size());
        interest.party = PartyIndex(p);
        interest.level = LevelIndex(draw_.below(case_.levels.size()));
        const Level& level = case_.at(interest.level);
        interest.value = value_function(case_.at(level.measure).more_is_better);
        case_.interests_of[p].emplace_back(case_.interests.size());
        case_.interests.push_back(std::move(interest));
      }
      if (interests > 0) case_.weights_of[p] = weights(interests);
    }
  }

  Weights weights(std::size_t interests) {
    std::vector<Rational> numbers(interests);
    for (Rational& number : numbers) number = base::fraction(draw_.below(4), draw_.between(1, 3));
    numbers[draw_.below(interests)] += 1;
    const std::size_t way = draw_.below(3);
    if (way == 0) return NumberWeights{numbers};
    if (way == 1) {
      RankWeights ranks;
      for (std::size_t i = 0; i < interests; ++i) {
        ranks.ranks.push_back(draw_.between(1, interests));
      }
      return ranks;
    }
    Rational sum = 0;
    for (const Rational& number : numbers) sum += number;
    IntervalWeights intervals;
    for (const Rational& number : numbers) {  // Around a point of the simplex, so never empty.
      const Rational below = base::fraction(draw_.below(4), 10);
      const Rational above = base::fraction(draw_.below(4), 10);
      intervals.low.push_back(std::max(Rational(0), Rational(number / sum - below)));
      intervals.high.push_back(std::min(Rational(1), Rational(number / sum + above)));
    }
    return intervals;
  }

  GateRule all_gates() const {
    GateRule rule;
    for (std::size_t g = 0; g < case_.gates.size(); ++g) {
      GateRule part;
      part.kind = GateRule::Kind::member;
      part.member = GateIndex(g);
      rule.parts.push_back(part);
    }
    return rule;
  }

  template <class Member>
  BasicRule<Member> rule(std::size_t first, std::size_t end, std::size_t depth) {
    using Kind = typename BasicRule<Member>::Kind;
    BasicRule<Member> result;
    result.kind = Kind::member;
    result.member = Member(first + draw_.below(end - first));
    if (depth == 0 || draw_.one_in(4)) return result;
    result.kind = static_cast<Kind>(draw_.between(1, 4));
    const std::size_t parts = draw_.between(1, 4);
    for (std::size_t i = 0; i < parts; ++i) {
      result.parts.push_back(rule<Member>(first, end, depth - 1));
    }
    if (result.kind == Kind::at_least)
      result.threshold = draw_.one_in(8) ? 0 : draw_.between(1, parts);
    if (result.kind == Kind::votes) {
      Rational sum = 0;
      for (std::size_t i = 0; i < parts; ++i) {
        result.weights.push_back(base::fraction(draw_.below(5), draw_.between(1, 2)));
        sum += result.weights.back();
      }
      result.threshold = sum * base::fraction(draw_.one_in(8) ? 0 : draw_.between(1, 4), 4);
    }
    return result;
  }

  Draw draw_;
  CaseSize size_;
  Rational unit_ = 1;
  Case case_;
};

std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  const bool given = text != nullptr && *text != '\0';
  return given ? std::strtoull(text, nullptr, 10) : otherwise;
}

}  // namespace

Rational Draw::number() {
  const std::size_t denominator = one_in(6) ? (one_in(2) ? 3 : 10) : 2;
  const base::Integer numerator(static_cast<long>(below(4 * denominator + 1)) -
                                static_cast<long>(2 * denominator));
  return base::fraction(numerator, denominator);
}

Case random_case(base::Random& random, const CaseSize& size) {
  return CaseMaker(random, size).made();
}

Reading random_reading(base::Random& random, const Case& a_case) {
  Reading reading;
  for (std::size_t c = 0; c < a_case.claims.size(); ++c) reading.push_back(random.below(2) == 0);
  return reading;
}

std::size_t number_of_cases() { return from_environment("NEMAWASHI_CASES", 2000); }
std::uint64_t seed() { return from_environment("NEMAWASHI_SEED", 1); }

std::vector<Package> all_packages(const Case& a_case) {
  std::vector<Package> packages = {{}};
  for (const Issue& issue : a_case.issues) {
    std::vector<Package> longer;
    for (const Package& package : packages) {
      for (std::size_t o = 0; o < issue.options.size(); ++o) {
        longer.push_back(package);
        longer.back().emplace_back(o);
      }
    }
    packages = std::move(longer);
  }
  return packages;
}

}  // namespace nemawashi::tests
