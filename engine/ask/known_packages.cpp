// SPDX-License-Identifier: Apache-2.0
#include "engine/ask/known_packages.h"

#include <algorithm>
#include <set>

#include "engine/model/levels.h"

namespace nemawashi::ask {
namespace {

using model::Package;
using model::PartyIndex;

constexpr std::size_t kTriedAtMost = 200;

/// Those that need no search, likely ones first.
std::vector<Package> worth_trying(const model::Case& a_case, const AgreeQuestion& question) {
  std::vector<Package> result;
  const bool stands = model::everything_stands(a_case);
  if (question.is_named || stands) result.push_back(question.named);
  for (const model::Expectation& expectation : a_case.expectations) {
    if (result.empty() || result.back() != expectation.package) {
      result.push_back(expectation.package);
    }
  }
  if (!stands) return result;
  const Package standing = model::standing_package(a_case);
  result.push_back(standing);
  for (std::size_t i = 0; i < a_case.issues.size() && result.size() < kTriedAtMost; ++i) {
    for (std::size_t o = 0; o < a_case.issues[i].options.size(); ++o) {
      if (standing[i] == model::OptionIndex(o)) continue;
      Package step = standing;
      step[i] = model::OptionIndex(o);
      result.push_back(std::move(step));
    }
  }
  if (result.size() > kTriedAtMost) result.resize(kTriedAtMost);
  return result;
}

std::set<Package> found_in(const ScopeAnswer& answer) {
  std::set<Package> found;
  const auto take = [&](const std::vector<Package>& packages) {
    found.insert(packages.begin(), packages.end());
  };
  if (answer.optima) {
    if (answer.optima->ratifiable) found.insert(*answer.optima->ratifiable);
    for (const auto* optimum : {&answer.optima->product, &answer.optima->sum}) {
      if (*optimum && (*optimum)->package) found.insert(*(*optimum)->package);
    }
  }
  if (answer.frontier) {
    for (const agree::WorthPoint& point : answer.frontier->points) take(point.members);
  }
  if (answer.nash) {
    for (const agree::NashSet& set : answer.nash->sets) take(set.ranked);
  }
  if (answer.solutions) {
    for (const agree::SolutionSet& set : answer.solutions->sets) {
      for (const agree::SolutionMember& member : set.members) found.insert(member.package);
    }
  }
  for (const NearestAnswer& nearest : answer.nearest) take(nearest.nearest.members);
  for (const ListedPackage& listed : answer.list) found.insert(listed.package);
  if (answer.sample) take(answer.sample->packages);
  return found;
}

bool is_of(const KnownPackage& known, const agree::PackageSet& set) {
  return known.consent.under(set.certainty) &&
         (set.question == agree::Question::anywhere || known.inside_question);
}

/// What the list is ordered by, of a package in it; nothing where that is unknown.
std::optional<base::Rational> rank_of(const agree::Problem& problem, const Package& package,
                                      const std::vector<PartyIndex>& gainers) {
  base::Rational sum = 0;
  for (const PartyIndex party : gainers) {
    const auto gain = model::gain_of(problem.a_case, problem.reading, party, package);
    if (!gain) return std::nullopt;
    sum += gain->central.value;
  }
  return sum;
}

void list_known(const agree::Problem& problem, const AgreeQuestion& question,
                const std::vector<KnownPackage>& known, ScopeAnswer& answer) {
  std::vector<ListedPackage>& list = answer.list;
  if (std::holds_alternative<ByNash>(question.order)) {
    // Products are of a set of parties: only what was found for one has its place.
    const bool found = list.empty() && answer.optima && answer.optima->product &&
                       answer.optima->product->package && question.list > 0;
    if (found) {
      list.push_back({*answer.optima->product->package, answer.optima->product->value});
    }
    return;
  }
  const std::vector<PartyIndex> gainers = gainers_of(question, answer);
  const bool ordered = !std::holds_alternative<AsWritten>(question.order);
  if (ordered && gainers.empty()) return;  // Nobody bargains, or it is not known who does.
  const agree::PackageSet set{question.frontier.certainty, agree::Question::anywhere};
  for (const KnownPackage& one : known) {
    const bool listed = std::any_of(list.begin(), list.end(), [&](const ListedPackage& other) {
      return other.package == one.package;
    });
    if (listed || !is_of(one, set)) continue;
    std::optional<base::Rational> rank;
    if (ordered) {
      rank = rank_of(problem, one.package, gainers);
      if (!rank) continue;
    }
    list.push_back({one.package, std::move(rank)});
  }
  std::stable_sort(list.begin(), list.end(), [](const ListedPackage& a, const ListedPackage& b) {
    return a.rank != b.rank ? *a.rank > *b.rank : a.package < b.package;
  });
  if (list.size() > question.list) list.resize(question.list);
}

}  // namespace

std::vector<KnownPackage> known_under(const agree::Problem& problem, const model::Reading& reading,
                                      const std::vector<KnownPackage>& known) {
  const model::Case& a_case = problem.a_case;
  std::vector<KnownPackage> result;
  for (const KnownPackage& one : known) {
    if (!model::broken_limits(a_case, reading, one.package).empty()) continue;
    const auto answers = model::party_answers(a_case, reading, one.package);
    result.push_back({one.package, model::is_wanted(a_case, one.package),
                      model::consent(a_case, one.package, answers)});
  }
  return result;
}

std::vector<KnownPackage> known_packages(const agree::Problem& problem,
                                         const AgreeQuestion& question, const ScopeAnswer& answer) {
  std::set<Package> packages = found_in(answer);
  for (Package& package : worth_trying(problem.a_case, question)) {
    packages.insert(std::move(package));
  }
  std::vector<KnownPackage> inside;
  for (const Package& package : packages) {
    if (agree::is_within(problem.scope, package)) inside.push_back({package, false, {}});
  }
  return known_under(problem, problem.reading, inside);
}

void count_known(const std::vector<KnownPackage>& known, agree::Counts& counts) {
  const auto at_least = [&](agree::RegionCount& region, const auto& is_in) {
    agree::RegionCount seen;
    for (const KnownPackage& one : known) {
      if (!is_in(one)) continue;
      ++seen.all.least;
      if (one.inside_question) ++seen.inside_question.least;
    }
    region.all.least = std::max(region.all.least, seen.all.least);
    region.inside_question.least =
        std::max(region.inside_question.least, seen.inside_question.least);
  };
  at_least(counts.feasible, [](const KnownPackage&) { return true; });
  for (std::size_t i = 0; i < counts.ratifiable.size(); ++i) {
    at_least(counts.ratifiable[i],
             [i](const KnownPackage& one) { return one.consent.under(agree::kCertainties[i]); });
  }
  agree::narrow(counts);
}

void take_known(const agree::Problem& problem, const AgreeQuestion& question,
                agree::Overrides overrides, const std::vector<KnownPackage>& known,
                ScopeAnswer& answer) {
  const agree::Scope whole = agree::whole_scope(problem.a_case, overrides);
  for (NearestAnswer& nearest : answer.nearest) {
    if (nearest.nearest.unvisited == 0) continue;
    for (const KnownPackage& one : known) {
      if (!is_of(one, nearest.set) || !agree::is_within(whole, one.package)) continue;
      agree::add_found(question.named, one.package, question.list, nearest.nearest);
    }
  }
  if (!answer.list_proved) list_known(problem, question, known, answer);
}

}  // namespace nemawashi::ask
