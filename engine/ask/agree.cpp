// SPDX-License-Identifier: Apache-2.0
#include "engine/ask/agree.h"

#include <algorithm>

namespace nemawashi::ask {
namespace {

using agree::Question;
using model::Certainty;

ClaimVariation varied(const agree::Problem& problem, model::ClaimIndex claim,
                      const agree::Counts& as_read, const agree::SearchOptions& options) {
  agree::Problem other = problem;
  const bool value = problem.reading[claim.value];
  other.reading[claim.value] = !value;
  agree::Counts otherwise = agree::counts(other, options);
  return value ? ClaimVariation{claim, as_read, std::move(otherwise)}
               : ClaimVariation{claim, std::move(otherwise), as_read};
}

std::vector<NearestAnswer> nearest_answers(const model::Case& a_case,
                                           const AgreeQuestion& question,
                                           const agree::SearchOptions& options) {
  std::vector<NearestAnswer> result;
  const agree::Problem whole{a_case, question.reading,
                             agree::whole_scope(a_case, question.overrides)};
  for (const Certainty certainty : {Certainty::possible, Certainty::necessary}) {
    for (const Question inside : {Question::inside, Question::anywhere}) {
      if (inside == Question::inside && a_case.wants.empty()) continue;
      const agree::PackageSet set{certainty, inside};
      result.push_back(
          {set, agree::nearest(whole, question.named, set, question.list, options)});
    }
  }
  return result;
}

std::vector<ListedPackage> listed(const agree::Problem& problem, const AgreeQuestion& question,
                                  const std::optional<agree::NashSolution>& nash,
                                  const agree::SearchOptions& options) {
  std::vector<ListedPackage> result;
  const agree::PackageSet set{question.frontier.certainty, Question::anywhere};
  if (const auto* party = std::get_if<model::PartyIndex>(&question.order)) {
    for (auto& found : agree::best_packages(problem, set, *party, question.list, options)) {
      result.push_back({std::move(found.package), std::move(found.value)});
    }
  } else if (std::holds_alternative<ByNash>(question.order)) {
    if (!nash || nash->sets.empty()) return result;
    const agree::NashSet& first = nash->sets.front();
    for (std::size_t i = 0; i < first.ranked.size(); ++i) {
      result.push_back({first.ranked[i], first.ranked_products[i]});
    }
  } else {
    for (auto& package : agree::first_packages(problem, set, question.list, options)) {
      result.push_back({std::move(package), std::nullopt});
    }
  }
  return result;
}

bool has_interests(const model::Case& a_case) { return !a_case.interests.empty(); }

}  // namespace

std::vector<model::ClaimIndex> contested_claims_in_use(const model::Case& a_case) {
  std::vector<bool> used(a_case.claims.size());
  const auto take = [&](const std::optional<model::ClaimIndex>& claim) {
    if (claim) used[claim->value] = true;
  };
  for (const auto& refusal : a_case.refusals) {
    if (!refusal.withdrawn) take(refusal.if_claim);
  }
  for (const auto& effect : a_case.effects) take(effect.if_claim);
  for (const auto& limit : a_case.limits) take(limit.if_claim);
  std::vector<model::ClaimIndex> result;
  for (std::size_t i = 0; i < used.size(); ++i) {
    const bool contested = a_case.claims[i].status == model::ClaimStatus::contested;
    if (used[i] && contested) result.emplace_back(i);
  }
  return result;
}

AgreeAnswer answer(const model::Case& a_case, const AgreeQuestion& question,
                   const agree::SearchOptions& options) {
  AgreeAnswer result;
  result.question = question;
  const agree::Problem problem{a_case, question.reading, question.scope};
  const agree::SearchOptions quiet{{options.control.stop, {}}, options.nodes_per_block};

  agree::Problem without = problem;
  if (question.overrides == agree::Overrides::considered) {
    without.scope = agree::whole_scope(a_case, agree::Overrides::fixed_at_no);
    for (std::size_t i = 0; i < without.scope.size(); ++i) {
      if (!a_case.issues[i].overrides) without.scope[i] = question.scope[i];
    }
  }
  result.counts = agree::counts(without, options);
  if (question.overrides == agree::Overrides::considered) {
    result.with_overrides = agree::counts(problem, quiet);
  }
  if (result.counts.under(Certainty::necessary).all.most == 0) {
    result.never_certain = agree::never_certain(without, quiet);
  }
  for (const auto claim : contested_claims_in_use(a_case)) {
    result.claims.push_back(varied(without, claim, result.counts, quiet));
    options.control.report(static_cast<double>(result.claims.size()) /
                           static_cast<double>(a_case.claims.size()));
  }
  if (!question.frontier.between.empty()) {
    result.frontier = agree::frontier(problem, question.frontier, quiet);
  }
  if (has_interests(a_case)) {
    result.nash = agree::nash(problem, agree::default_bargaining(problem, quiet), question.list,
                              quiet);
  }
  if (question.is_named) {
    result.named = agree::package_report(a_case, question.reading, question.named);
  }
  result.nearest = nearest_answers(a_case, question, quiet);
  result.list = listed(problem, question, result.nash, quiet);
  result.complete = !options.control.stopped();
  return result;
}

}  // namespace nemawashi::ask
