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

std::vector<NearestAnswer> nearest_answers(const agree::Problem& problem,
                                           const AgreeQuestion& question,
                                           agree::Overrides overrides,
                                           const agree::SearchOptions& options) {
  std::vector<NearestAnswer> result;
  const model::Case& a_case = problem.a_case;
  const bool something_stands =
      std::all_of(a_case.issues.begin(), a_case.issues.end(),
                  [](const model::Issue& issue) { return issue.standing.has_value(); });
  if (!question.is_named && !something_stands) return result;  // Nearest to what?
  const agree::Problem whole{a_case, problem.reading, agree::whole_scope(a_case, overrides)};
  for (const Certainty certainty : {Certainty::possible, Certainty::necessary}) {
    for (const Question inside : {Question::inside, Question::anywhere}) {
      if (inside == Question::inside && a_case.wants.empty()) continue;
      const agree::PackageSet set{certainty, inside};
      result.push_back({set, agree::nearest(whole, question.named, set, question.list, options)});
    }
  }
  return result;
}

std::vector<ListedPackage> listed(const agree::Problem& problem, const AgreeQuestion& question,
                                  const std::optional<agree::NashSolution>& nash,
                                  const agree::SearchOptions& options) {
  std::vector<ListedPackage> result;
  const agree::PackageSet set{question.frontier.certainty, Question::anywhere};
  std::vector<model::PartyIndex> gainers;
  if (const auto* party = std::get_if<model::PartyIndex>(&question.order)) gainers = {*party};
  const bool utilitarian = std::holds_alternative<ByUtilitarian>(question.order);
  if (utilitarian && nash) gainers = nash->bargaining.parties;
  if (!gainers.empty()) {
    for (auto& found : agree::best_packages(problem, set, gainers, question.list, options)) {
      result.push_back({std::move(found.package), std::move(found.value)});
    }
  } else if (utilitarian) {
    return result;  // Nobody bargains.
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

/// The question's scope with overriding issues as told; what the question itself says of one stays.
agree::Problem problem_with(const model::Case& a_case, const AgreeQuestion& question,
                            agree::Overrides overrides) {
  agree::Problem problem{a_case, question.reading, question.scope};
  const agree::Scope fixed = agree::whole_scope(a_case, overrides);
  for (std::size_t i = 0; i < fixed.size(); ++i) {
    const bool open = question.scope[i] == model::OptionSet(question.scope[i].size(), true);
    if (a_case.issues[i].overrides && open) problem.scope[i] = fixed[i];
  }
  return problem;
}

/// Packages behind the best are only looked for where the list is ordered by them.
agree::NashListing nash_listing(const AgreeQuestion& question) {
  const bool ordered = std::holds_alternative<ByNash>(question.order);
  return {question.list, ordered ? trees::Listing::best_first : trees::Listing::attaining};
}

ScopeAnswer scope_answer(const agree::Problem& problem, const AgreeQuestion& question,
                         agree::Overrides overrides, const agree::SearchOptions& options) {
  const agree::SearchOptions quiet{{options.control.stop, {}}, options.nodes_per_block};
  ScopeAnswer result;
  result.counts = agree::counts(problem, options);
  if (!question.frontier.between.empty()) {
    result.frontier = agree::frontier(problem, question.frontier, quiet);
  }
  if (!problem.a_case.interests.empty()) {
    const agree::Bargaining bargaining = agree::default_bargaining(problem, quiet);
    result.nash = agree::nash(problem, bargaining, nash_listing(question), quiet);
    result.solutions = agree::solutions(problem, bargaining, {.members = question.list}, quiet);
  }
  if (question.divided_between) {
    result.adjusted_winner = agree::adjusted_winner(problem.a_case, problem.reading, problem.scope,
                                                    *question.divided_between);
  }
  result.nearest = nearest_answers(problem, question, overrides, quiet);
  result.list = listed(problem, question, result.nash, quiet);
  if (question.sample) {
    const agree::PackageSet set{question.frontier.certainty, Question::anywhere};
    result.sample = agree::sample(problem, set, *question.sample, quiet);
  }
  // Bargaining parties and the list carry no count of what was not visited, so a stop by now
  // counts.
  result.complete = result.counts.exact() && !options.control.stopped() &&
                    (!result.frontier || result.frontier->unvisited == 0) &&
                    (!result.nash || result.nash->unvisited == 0) &&
                    (!result.solutions || result.solutions->unvisited == 0) &&
                    (!result.sample || result.sample->unvisited == 0) &&
                    std::all_of(result.nearest.begin(), result.nearest.end(),
                                [](const auto& found) { return found.nearest.unvisited == 0; });
  return result;
}

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
  using agree::Overrides;
  AgreeAnswer result;
  result.question = question;
  const agree::SearchOptions quiet{{options.control.stop, {}}, options.nodes_per_block};
  const agree::Problem without = problem_with(a_case, question, Overrides::fixed_at_no);
  result.without = scope_answer(without, question, Overrides::fixed_at_no, options);
  if (question.overrides == Overrides::considered) {
    const agree::Problem with = problem_with(a_case, question, Overrides::considered);
    result.with_overrides = scope_answer(with, question, Overrides::considered, quiet);
  }
  if (result.without.counts.under(Certainty::necessary).all.most == 0) {
    result.never_certain = agree::never_certain(without, quiet);
  }
  for (const auto claim : contested_claims_in_use(a_case)) {
    result.claims.push_back(varied(without, claim, result.without.counts, quiet));
    options.control.report(static_cast<double>(result.claims.size()) /
                           static_cast<double>(a_case.claims.size()));
  }
  if (question.is_named) {
    result.named = agree::package_report(a_case, question.reading, question.named);
  }
  result.complete =
      result.without.complete && (!result.with_overrides || result.with_overrides->complete) &&
      std::all_of(result.claims.begin(), result.claims.end(), [](const auto& variation) {
        return variation.if_true.exact() && variation.if_false.exact();
      });
  return result;
}

}  // namespace nemawashi::ask
