// SPDX-License-Identifier: Apache-2.0
#include "tests/truth_of_why.h"

#include <algorithm>
#include <functional>
#include <set>

namespace nemawashi::tests {
namespace {

using base::Rational;
using namespace model;
using Kind = TrueElement::Kind;

template <class Member>
void members(const BasicRule<Member>& rule, std::set<std::size_t>& into) {
  if (rule.kind == BasicRule<Member>::Kind::member) into.insert(rule.member.value);
  for (const auto& part : rule.parts) members(part, into);
}

/// The parties and, as long as it grows, all that their rules name.
std::set<std::size_t> with_rules(const Case& a_case, std::set<std::size_t> parties) {
  for (std::size_t before = 0; before != parties.size();) {
    before = parties.size();
    for (const std::size_t party : std::set<std::size_t>(parties)) {
      if (a_case.parties[party].rule) members(*a_case.parties[party].rule, parties);
    }
  }
  return parties;
}

const std::string& id_of(const Case& a_case, const TrueElement& element) {
  return element.kind == Kind::worth     ? a_case.parties[element.index].origin.id
         : element.kind == Kind::refusal ? a_case.refusals[element.index].origin.id
                                         : a_case.limits[element.index].origin.id;
}

const std::optional<Rational>& gain_at(const PartyTruth& party, std::size_t certainty) {
  return certainty == 0 ? party.least : certainty == 1 ? party.central : party.greatest;
}

/// Whether the package is in R if the elements of `set` are given up.
bool opened(const Case& a_case, const Reading& reading, const PackageTruth& package,
            const std::vector<TrueElement>& elements, std::size_t set, std::size_t certainty) {
  if (!package.wanted) return false;
  Case changed = a_case;
  std::vector<bool> kept(a_case.limits.size(), true);
  std::vector<bool> worth_test;
  for (std::size_t p = 0; p < a_case.parties.size(); ++p) {
    worth_test.push_back(passes(a_case, reading, package, {Kind::worth, p}, certainty));
  }
  for (std::size_t e = 0; e < elements.size(); ++e) {
    const auto [kind, index] = elements[e];
    const bool given_up = (set >> e & 1U) != 0;
    if (kind == Kind::worth && given_up) worth_test[index] = true;
    if (kind == Kind::refusal && given_up) changed.refusals[index].withdrawn = true;
    if (kind == Kind::limit && given_up) kept[index] = false;
  }
  for (std::size_t l = 0; l < a_case.limits.size(); ++l) {
    if (kept[l] && breaks(a_case, reading, a_case.limits[l], package.package)) return false;
  }
  return consents(changed, package.package,
                  party_yes(changed, reading, package.package, worth_test));
}

std::vector<std::size_t> places(std::size_t set) {
  std::vector<std::size_t> result;
  for (std::size_t e = 0; set >> e != 0; ++e) {
    if ((set >> e & 1U) != 0) result.push_back(e);
  }
  return result;
}

std::size_t changes(const Package& a, const Package& b) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < a.size(); ++i) count += a[i] == b[i] ? 0U : 1U;
  return count;
}

bool by_size(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
  return a.size() != b.size() ? a.size() < b.size() : a < b;
}

}  // namespace

std::vector<TrueElement> true_elements(const Case& a_case, const Reading& reading) {
  std::set<std::size_t> gates;
  members(a_case.consent, gates);
  std::set<std::size_t> parties;
  for (const std::size_t gate : gates) parties.insert(a_case.gates[gate].party.value);
  parties = with_rules(a_case, parties);
  std::vector<TrueElement> result;
  for (const std::size_t party : parties) {
    if (!a_case.interests_of[party].empty()) result.push_back({Kind::worth, party});
  }
  for (std::size_t r = 0; r < a_case.refusals.size(); ++r) {
    const Refusal& refusal = a_case.refusals[r];
    if (refusal.withdrawn || !taken(refusal.if_claim, reading)) continue;
    if (parties.count(refusal.party.value) > 0) result.push_back({Kind::refusal, r});
  }
  for (std::size_t l = 0; l < a_case.limits.size(); ++l) {
    if (taken(a_case.limits[l].if_claim, reading)) result.push_back({Kind::limit, l});
  }
  std::sort(result.begin(), result.end(), [&](const TrueElement& a, const TrueElement& b) {
    return a.kind != b.kind ? a.kind < b.kind : id_of(a_case, a) < id_of(a_case, b);
  });
  return result;
}

bool passes(const Case& a_case, const Reading& reading, const PackageTruth& package,
            const TrueElement& element, std::size_t certainty) {
  if (element.kind == Kind::worth) {
    const PartyTruth& party = package.parties[element.index];
    const auto& gain = gain_at(party, certainty);
    return party.unknown ? certainty == 2 : !gain || *gain >= 0;
  }
  if (element.kind == Kind::refusal) {
    return !condition_holds(a_case.refusals[element.index].when, package.package);
  }
  return !breaks(a_case, reading, a_case.limits[element.index], package.package);
}

std::optional<Rational> missing(const Case& a_case, const Reading& reading,
                                const PackageTruth& package, const TrueElement& element,
                                std::size_t certainty) {
  if (element.kind == Kind::refusal) return std::nullopt;
  if (element.kind == Kind::worth) {
    const auto& gain = gain_at(package.parties[element.index], certainty);
    return gain ? std::optional(Rational(-*gain)) : std::nullopt;
  }
  const auto* bound = std::get_if<LevelBound>(&a_case.limits[element.index].forbids);
  if (bound == nullptr) return std::nullopt;
  const Rational level = *level_in(a_case, reading, bound->level.value, package.package);
  Rational worst = 0;
  if (bound->at_least) worst = std::max(worst, Rational(*bound->at_least - level));
  if (bound->at_most) worst = std::max(worst, Rational(level - *bound->at_most));
  return worst;
}

TrueConflicts true_conflicts(const Case& a_case, const Reading& reading, const Truth& truth,
                             std::size_t certainty, const std::vector<TrueElement>& elements) {
  TrueConflicts result;
  result.elements = elements;
  const std::size_t all = (std::size_t{1} << result.elements.size()) - 1;
  std::vector<bool> opens(all + 1);
  for (const PackageTruth& package : truth.packages) {
    std::size_t failing = 0;  // Giving up what is passed changes nothing.
    for (std::size_t e = 0; e < result.elements.size(); ++e) {
      const bool fails = !passes(a_case, reading, package, result.elements[e], certainty);
      failing |= fails ? std::size_t{1} << e : 0;
    }
    for (std::size_t set = 0; set <= all; ++set) {
      if ((set & failing) != set || opens[set]) continue;
      opens[set] = opened(a_case, reading, package, result.elements, set, certainty);
    }
  }
  for (std::size_t set = 0; set <= all; ++set) {
    for (const std::size_t e : places(set)) {
      if (opens[set & ~(std::size_t{1} << e)]) opens[set] = true;
    }
  }
  result.open = opens[0];
  if (result.open) return result;
  for (std::size_t set = 0; set <= all; ++set) {
    bool opens_minimally = opens[set];
    bool conflicts_irreducibly = !opens[all & ~set];
    for (const std::size_t e : places(set)) {
      const std::size_t less = set & ~(std::size_t{1} << e);
      if (opens[less]) opens_minimally = false;
      if (!opens[all & ~less]) conflicts_irreducibly = false;
    }
    if (conflicts_irreducibly) result.conflicts.push_back(places(set));
    if (!opens_minimally) continue;
    TrueRelaxation relaxation{places(set), {}, {}};
    relaxation.amounts.resize(relaxation.elements.size());
    const auto refused = [&](std::size_t i) {
      const TrueElement& own = result.elements[relaxation.elements[i]];
      for (const std::size_t e : relaxation.elements) {
        const TrueElement& other = result.elements[e];
        if (own.kind == Kind::worth && other.kind == Kind::refusal &&
            a_case.refusals[other.index].party.value == own.index) {
          return true;
        }
      }
      return false;
    };
    for (const PackageTruth& package : truth.packages) {
      if (!opened(a_case, reading, package, result.elements, set, certainty)) continue;
      relaxation.opened.push_back(package.package);
      for (std::size_t i = 0; i < relaxation.elements.size(); ++i) {
        const auto amount =
            missing(a_case, reading, package, result.elements[relaxation.elements[i]], certainty);
        auto& least = relaxation.amounts[i];
        if (refused(i))
          continue;  // A refusal has no amount, nor has what its party lacks beside it.
        if (amount && (!least || *amount < *least)) least = amount;
      }
    }
    result.relaxations.push_back(std::move(relaxation));
  }
  std::sort(result.conflicts.begin(), result.conflicts.end(), by_size);
  std::sort(result.relaxations.begin(), result.relaxations.end(),
            [](const auto& a, const auto& b) { return by_size(a.elements, b.elements); });
  return result;
}

std::vector<std::vector<bool>> true_separate(const Case& a_case, const Truth& truth,
                                             std::size_t certainty) {
  std::vector<std::vector<bool>> result;
  for (std::size_t i = 0; i < a_case.issues.size(); ++i) {
    if (!a_case.issues[i].standing) return {};
    result.emplace_back(a_case.issues[i].options.size());
    result.back()[a_case.issues[i].standing->value] = true;
  }
  for (const PackageTruth& package : truth.packages) {
    std::vector<std::size_t> changed;
    for (std::size_t i = 0; i < a_case.issues.size(); ++i) {
      if (package.package[i] != *a_case.issues[i].standing) changed.push_back(i);
    }
    if (changed.size() != 1 || !package.ratifiable(certainty)) continue;
    result[changed[0]][package.package[changed[0]].value] = true;
  }
  return result;
}

std::optional<std::vector<Package>> true_smallest_change(const Case& a_case, const Reading& reading,
                                                         const Truth& truth,
                                                         const PackageTruth& from,
                                                         std::size_t party, std::size_t certainty) {
  std::set<std::size_t> asked;
  for (const Gate& gate : a_case.gates) {
    if (condition_holds(gate.when, from.package)) asked.insert(gate.party.value);
  }
  if (with_rules(a_case, asked).count(party) == 0) return std::nullopt;
  const auto elements = true_elements(a_case, reading);
  const auto is_own = [&](const TrueElement& element) {
    return (element.kind == Kind::worth && element.index == party) ||
           (element.kind == Kind::refusal && a_case.refusals[element.index].party.value == party);
  };
  const bool objects = std::any_of(elements.begin(), elements.end(), [&](const auto& element) {
    return is_own(element) && !passes(a_case, reading, from, element, certainty);
  });
  if (!objects) return std::nullopt;
  std::vector<Package> nearest;
  std::size_t fewest = a_case.issues.size() + 1;
  for (const PackageTruth& package : truth.packages) {
    bool good = true;
    std::set<std::size_t> asked_there;
    for (const Gate& gate : a_case.gates) {
      if (condition_holds(gate.when, package.package)) asked_there.insert(gate.party.value);
    }
    asked_there = with_rules(a_case, asked_there);
    for (const TrueElement& element : elements) {
      const bool raises = element.kind == Kind::limit ||
                          asked_there.count(element.kind == Kind::worth
                                                ? element.index
                                                : a_case.refusals[element.index].party.value) != 0;
      const bool must =
          is_own(element) || (raises && passes(a_case, reading, from, element, certainty));
      good = good && (!must || passes(a_case, reading, package, element, certainty));
    }
    for (const Gate& gate : a_case.gates) {
      const auto passed = [&](const PackageTruth& at) {
        return !condition_holds(gate.when, at.package) ||
               at.parties[gate.party.value].yes[certainty];
      };
      good = good && (!passed(from) || passed(package));
    }
    const std::size_t changed = changes(from.package, package.package);
    if (!good || changed > fewest) continue;
    if (changed < fewest) nearest.clear();
    fewest = changed;
    nearest.push_back(package.package);
  }
  return nearest;
}

}  // namespace nemawashi::tests
