// SPDX-License-Identifier: Apache-2.0
#include "tests/truth_of_agree.h"

#include <algorithm>
#include <map>
#include <set>

#include <gtest/gtest.h>

namespace nemawashi::tests {
namespace {

using base::Rational;
using model::Package;
using model::PartyIndex;

bool is_in(const PackageTruth& truth, const agree::PackageSet& set) {
  return truth.ratifiable(static_cast<std::size_t>(set.certainty)) &&
         (set.question == agree::Question::anywhere || truth.wanted);
}

agree::RegionCount counted(const Truth& truth, const Test& test) {
  std::size_t all = 0;
  std::size_t inside = 0;
  for (const PackageTruth& package : truth.packages) {
    if (!test(package)) continue;
    ++all;
    if (package.wanted) ++inside;
  }
  return {{all, all}, {inside, inside}};
}

/// At least as good everywhere and better somewhere.
bool betters(const Vector& a, const Vector& b) {
  bool better = false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] < b[i]) return false;
    better = better || a[i] > b[i];
  }
  return better;
}

}  // namespace

Truth within(Truth truth, const agree::Scope& scope) {
  std::vector<PackageTruth> kept;
  for (PackageTruth& package : truth.packages) {
    bool in_scope = true;
    for (std::size_t i = 0; i < scope.size(); ++i) {
      in_scope = in_scope && scope[i][package.package[i].value];
    }
    if (in_scope) kept.push_back(std::move(package));
  }
  truth.packages = std::move(kept);
  return truth;
}

std::vector<Package> where(const Truth& truth, const Test& test) {
  std::vector<Package> result;
  for (const PackageTruth& package : truth.packages) {
    if (test(package)) result.push_back(package.package);
  }
  return result;
}

std::vector<Package> listed(const trees::DiagramStore& store, const agree::Space& space,
                            trees::Node root) {
  std::vector<Package> result;
  std::vector<std::uint32_t> assignment(store.variables());
  for (;;) {
    trees::Node node = root;
    while (node != trees::kNothing && node != trees::kEverything) {
      node = store.children(node)[assignment[store.variable(node)]];
    }
    if (node == trees::kEverything) result.push_back(agree::package_of(space, assignment));
    std::size_t v = 0;
    while (v < assignment.size() &&
           ++assignment[v] == store.domain(static_cast<std::uint32_t>(v))) {
      assignment[v++] = 0;
    }
    if (v == assignment.size()) break;
  }
  std::sort(result.begin(), result.end());
  return result;
}

std::vector<PartyIndex> parties_with_interests(const model::Case& a_case) {
  std::vector<PartyIndex> result;
  for (std::size_t p = 0; p < a_case.parties.size(); ++p) {
    if (!a_case.interests_of[p].empty()) result.emplace_back(p);
  }
  return result;
}

std::vector<Package> members(const Truth& truth, const agree::PackageSet& set) {
  return where(truth, [&](const PackageTruth& package) { return is_in(package, set); });
}

agree::Counts true_counts(const Truth& truth) {
  agree::Counts counts;
  counts.packages = counted(truth, [](const PackageTruth&) { return true; });
  counts.feasible = counted(truth, [](const PackageTruth& t) { return t.feasible; });
  for (std::size_t c = 0; c < 3; ++c) {
    counts.ratifiable[c] = counted(truth, [&](const PackageTruth& t) { return t.ratifiable(c); });
  }
  return counts;
}

agree::Nearest true_nearest(const Truth& truth, const Package& from, const agree::PackageSet& set) {
  agree::Nearest result;
  for (const Package& package : members(truth, set)) {
    std::size_t changed = 0;
    for (std::size_t i = 0; i < from.size(); ++i) changed += package[i] == from[i] ? 0U : 1U;
    if (result.changed_issues && changed > *result.changed_issues) continue;
    if (!result.changed_issues || changed < *result.changed_issues) result.members.clear();
    result.changed_issues = changed;
    result.members.push_back(package);
  }
  result.packages = result.members.size();
  return result;
}

std::vector<agree::RankedPackage> true_best(const Truth& truth, const agree::PackageSet& set,
                                            PartyIndex party) {
  std::vector<agree::RankedPackage> result;
  for (const PackageTruth& package : truth.packages) {
    const auto& gain = package.parties[party.value].central;
    if (is_in(package, set) && gain) result.push_back({*gain, package.package});
  }
  std::stable_sort(result.begin(), result.end(),
                   [](const auto& a, const auto& b) { return a.value > b.value; });
  return result;
}

std::vector<agree::WorthPoint> true_frontier(const Truth& truth,
                                             const agree::FrontierQuestion& question) {
  std::map<Vector, std::vector<Package>, std::greater<>> points;
  for (const PackageTruth& package : truth.packages) {
    const bool asked = question.over == agree::Over::feasible
                           ? package.feasible
                           : package.ratifiable(static_cast<std::size_t>(question.certainty));
    bool known = true;
    Vector worth;
    for (const PartyIndex party : question.between) {
      known = known && !package.parties[party.value].unknown;
      worth.push_back(package.parties[party.value].worth);
    }
    if (asked && known) points[worth].push_back(package.package);
  }
  std::vector<agree::WorthPoint> result;
  for (const auto& point : points) {
    const bool bettered = std::any_of(points.begin(), points.end(), [&](const auto& other) {
      return betters(other.first, point.first);
    });
    if (!bettered) result.push_back({point.first, point.second.size(), point.second});
  }
  return result;
}

agree::Bargaining true_bargaining(const model::Case& a_case, const Truth& truth) {
  std::set<PartyIndex> bargaining;
  for (const model::Gate& gate : a_case.gates) {
    if (a_case.interests_of[gate.party.value].empty()) continue;
    for (const PackageTruth& package : truth.packages) {
      if (package.ratifiable(1) && condition_holds(gate.when, package.package)) {
        bargaining.insert(gate.party);
      }
    }
  }
  std::set<PartyIndex> upper;
  for (const PartyIndex party : bargaining) {
    auto above = a_case.parties[party.value].parent;
    for (; above; above = a_case.parties[above->value].parent) {
      if (bargaining.count(*above) > 0) upper.insert(*above);
    }
  }
  agree::Bargaining result;
  for (const PartyIndex party : bargaining) {
    (upper.count(party) > 0 ? result.left_out : result.parties).push_back(party);
  }
  return result;
}

agree::NashSolution true_nash(const Truth& truth, const std::vector<PartyIndex>& parties,
                              std::size_t ranked) {
  struct Candidate {
    Rational product;
    Package package;
  };
  agree::NashSolution result;
  std::map<std::vector<PartyIndex>, std::vector<Candidate>> by_gaining;
  std::size_t most = 0;
  for (const PackageTruth& package : truth.packages) {
    std::vector<PartyIndex> gaining;
    Rational product = 1;
    bool in_r0 = package.ratifiable(1);
    for (const PartyIndex party : parties) {
      const auto& gain = package.parties[party.value].central;
      in_r0 = in_r0 && gain && *gain >= 0;
      if (!in_r0 || *gain == 0) continue;
      gaining.push_back(party);
      product *= *gain;
    }
    if (!in_r0) continue;
    ++result.r0_packages;
    most = std::max(most, gaining.size());
    by_gaining[gaining].push_back({product, package.package});
  }
  for (auto& [gaining, candidates] : by_gaining) {
    if (gaining.size() < most) continue;
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const auto& a, const auto& b) { return a.product > b.product; });
    agree::NashSet& set = result.sets.emplace_back();
    set.gaining = gaining;
    set.product = candidates.front().product;
    for (const Candidate& candidate : candidates) {
      if (candidate.product == set.product) ++set.packages;
      if (set.ranked.size() == ranked) continue;
      set.ranked.push_back(candidate.package);
      set.ranked_products.push_back(candidate.product);
    }
  }
  return result;
}

void expect_bounds(const agree::RegionCount& found, const agree::RegionCount& truth) {
  EXPECT_LE(found.all.least, truth.all.least);
  EXPECT_GE(found.all.most, truth.all.most);
  EXPECT_LE(found.inside_question.least, truth.inside_question.least);
  EXPECT_GE(found.inside_question.most, truth.inside_question.most);
}

}  // namespace nemawashi::tests
