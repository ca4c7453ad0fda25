// SPDX-License-Identifier: Apache-2.0
#include "engine/house/answer.h"

#include <algorithm>
#include <map>
#include <set>

namespace nemawashi::house {
namespace {

using model::Case;
using model::House;

/// A view with its structure and what it does.
struct Looked {
  View view;
  StandingStructure standing;
  Service service;
};

Looked looked(const Ground& ground, View view) {
  StandingStructure standing = standing_structure(ground.a_case->house, view);
  Service now = service(ground, standing, view, {});
  return {std::move(view), std::move(standing), std::move(now)};
}

std::vector<ArrangementIndex> standing_of(const std::vector<ArrangementIndex>& some,
                                          const Firmness& firmness) {
  std::vector<ArrangementIndex> result;
  for (const ArrangementIndex one : some) {
    if (firmness[one.value]) result.push_back(one);
  }
  return result;
}

void add_functions(HouseAnswer& answer, const StandingStructure& standing) {
  const House& house = answer.ground.a_case->house;
  std::map<std::vector<ArrangementIndex>, std::size_t> known;
  for (std::size_t i = 0; i < answer.ground.provisions.size(); ++i) {
    const Provision& provision = answer.ground.provisions[i];
    ProvidedFunction one;
    one.provision = provision;
    one.best = answer.now.provided[i];
    one.standing = standing_of(provision.providers, answer.now.firmness);
    const auto [place, is_new] = known.emplace(one.standing, answer.structures.size());
    if (is_new) {
      answer.structures.push_back(
          structure_answer(house, standing, one.standing, answer.question.structure));
    }
    one.structure = place->second;
    answer.functions.push_back(std::move(one));
  }
}

void add_contingencies(HouseAnswer& answer) {
  const House& house = answer.ground.a_case->house;
  for (std::size_t i = 0; i < house.contingencies.size(); ++i) {
    AnsweredContingency one;
    one.contingency = ContingencyIndex(i);
    one.best = answer.now.contingencies[i];
    one.standing = standing_of(answer.ground.covers[i], answer.now.firmness);
    const std::string& date = house.contingencies[i].date;
    for (const ArrangementIndex cover : answer.ground.covers[i]) {
      const model::Arrangement& arrangement = house.at(cover);
      if (!answer.view.exists[cover.value]) {
        one.proposed.push_back(cover);
        continue;
      }
      const bool had_acted = is_before(arrangement.first_acted, date);
      if (had_acted || is_before(arrangement.founded, date)) one.existed_then.push_back(cover);
      if (had_acted) one.had_acted.push_back(cover);
    }
    answer.contingencies.push_back(std::move(one));
  }
}

void add_claims(HouseAnswer& answer) {
  const House& house = answer.ground.a_case->house;
  std::map<model::ClaimIndex, std::vector<std::size_t>> rows;
  for (std::size_t i = 0; i < house.rests_on.size(); ++i) {
    if (house.rests_on[i].if_claim) rows[*house.rests_on[i].if_claim].push_back(i);
  }
  for (auto& [claim, of] : rows) {
    ClaimAnswer one;
    one.claim = claim;
    one.rows = of;
    one.as_read = answer.question.reading[claim.value];
    View view = answer.view;
    view.reading[claim.value] = !one.as_read;
    const Looked other = looked(answer.ground, std::move(view));
    one.change = change(answer.ground, answer.now, other.service);
    // What stands in one reading only brings nothing down in the other.
    std::map<std::uint32_t, ClaimFall> both;
    for (const Fall& fall : answer.falls) {
      both[fall.component] = {fall.component, fall.change, {}};
    }
    for (Fall& fall : single_falls(answer.ground, other.standing, other.view, other.service)) {
      ClaimFall& here = both[fall.component];
      here.component = fall.component;
      here.otherwise = std::move(fall.change);
    }
    for (auto& [component, fall] : both) {
      if (fall.as_read != fall.otherwise) one.falls.push_back(std::move(fall));
    }
    answer.claims.push_back(std::move(one));
  }
}

void add_options(HouseAnswer& answer) {
  const Case& a_case = *answer.ground.a_case;
  for (const model::IssueIndex issue : depended_on(a_case.house)) {
    for (std::size_t i = 0; i < a_case.at(issue).options.size(); ++i) {
      const model::OptionIndex option(i);
      if (answer.question.package[issue.value] == option) continue;
      model::Package package = answer.question.package;
      package[issue.value] = option;
      const HouseQuestion& asked = answer.question;
      const Looked other =
          looked(answer.ground, view_of(a_case, package, asked.reading, asked.with, asked.without));
      answer.options.push_back({issue, option, change(answer.ground, answer.now, other.service)});
    }
  }
}

}  // namespace

bool HouseAnswer::is_complete() const {
  return !next.best.stopped && std::all_of(gaps.begin(), gaps.end(), [](const FunctionGaps& one) {
    return one.complete;
  }) && std::all_of(structures.begin(), structures.end(), [](const StructureAnswer& one) {
    return one.ending == StructureAnswer::Ending::complete;
  });
}

std::vector<model::IssueIndex> depended_on(const House& house) {
  std::set<model::IssueIndex> issues;
  for (const model::Arrangement& one : house.arrangements) {
    if (!one.exists_if) continue;
    for (const model::ConditionTerm& term : one.exists_if->terms) issues.insert(term.issue);
  }
  return {issues.begin(), issues.end()};
}

bool is_before(const std::string& a, const std::string& b) {
  const std::size_t common = std::min(a.size(), b.size());
  return a.substr(0, common) < b.substr(0, common);
}

HouseAnswer house_answer(const Case& a_case, const HouseQuestion& question) {
  HouseAnswer answer;
  answer.question = question;
  answer.ground = ground_of(a_case);
  Looked now = looked(answer.ground, view_of(a_case, question.package, question.reading,
                                             question.with, question.without));
  answer.view = std::move(now.view);
  answer.now = std::move(now.service);
  add_functions(answer, now.standing);
  add_contingencies(answer);
  answer.gaps = gaps(a_case, answer.now.firmness, question.structure.control);
  answer.without_any = without(a_case, answer.now.firmness);
  answer.falls = single_falls(answer.ground, now.standing, answer.view, answer.now);
  if (!question.without.empty()) {
    const Looked before =
        looked(answer.ground, view_of(a_case, question.package, question.reading, question.with));
    answer.without = change(answer.ground, before.service, answer.now);
  }
  answer.next = next_steps(answer.ground, answer.view, answer.now, question.budget,
                           question.structure.control);
  add_claims(answer);
  add_options(answer);
  return answer;
}

}  // namespace nemawashi::house
