// SPDX-License-Identifier: Apache-2.0
#include "engine/ask/agree.h"

#include <algorithm>
#include <functional>

#include "engine/ask/known_packages.h"
#include "engine/base/parallel.h"
#include "engine/model/answer.h"
#include "engine/model/levels.h"

namespace nemawashi::ask {
namespace {

using agree::Question;
using model::Certainty;

/// The counts with each of the claims the other way.
std::vector<agree::Counts> with_claims_otherwise(const agree::Problem& problem,
                                                 const std::vector<model::ClaimIndex>& claims,
                                                 const agree::SearchOptions& options) {
  std::vector<model::Reading> readings(claims.size(), problem.reading);
  for (std::size_t i = 0; i < claims.size(); ++i) {
    readings[i][claims[i].value] = !problem.reading[claims[i].value];
  }
  return agree::counts_by_reading(problem, readings, options);
}

bool touches_a_limit(const model::Case& a_case, model::ClaimIndex claim) {
  for (std::size_t l = 0; l < a_case.limits.size(); ++l) {
    const auto claims = agree::claims_of(a_case, agree::Element(model::LimitIndex(l)));
    if (std::find(claims.begin(), claims.end(), claim) != claims.end()) return true;
  }
  return false;
}

/// No claim changes how many packages there are, nor how many are inside the question; nor, unless
/// a limit rests on it, how many are feasible.
void bound_by_as_read(const model::Case& a_case, model::ClaimIndex claim,
                      const agree::Counts& as_read, agree::Counts& counts) {
  counts.packages = as_read.packages;
  if (!counts.exact() && !touches_a_limit(a_case, claim)) {
    agree::Counts feasible = counts;
    feasible.feasible = as_read.feasible;
    agree::tighten(feasible, counts);
  }
  agree::narrow(counts);
}

bool is_empty(const agree::PackageSet& set, const agree::Counts& counts) {
  const agree::RegionCount& region = counts.under(set.certainty);
  return (set.question == Question::inside ? region.inside_question : region.all).most == 0;
}

bool none_passes(const agree::Counts& counts, Certainty certainty) {
  return counts.under(certainty).all.most == 0;
}

/// Takes the list in the order asked for.
void take_list(const agree::Problem& problem, const AgreeQuestion& question,
               const agree::SearchOptions& options, ScopeAnswer& answer) {
  const agree::PackageSet set{question.frontier.certainty, Question::anywhere};
  if (none_passes(answer.counts, set.certainty)) return;
  const std::optional<agree::NashSolution>& nash = answer.nash;
  const std::vector<model::PartyIndex> gainers = gainers_of(question, answer);
  if (!gainers.empty()) {
    auto best = agree::best_packages(problem, set, gainers, question.list + 1, options);
    answer.list_proved = best.unvisited == 0;
    if (best.members.size() > question.list) {
      const base::Rational next = best.members.back().value;
      best.members.pop_back();
      answer.list_cut_in_tie = !best.members.empty() && best.members.back().value == next;
    }
    for (auto& found : best.members) {
      answer.list.push_back({std::move(found.package), std::move(found.value)});
    }
  } else if (std::holds_alternative<ByUtilitarian>(question.order)) {
    answer.list_proved = !nash || nash->bargaining.unvisited == 0;  // Nobody bargains.
  } else if (std::holds_alternative<ByNash>(question.order)) {
    if (!nash) return;
    answer.list_proved = nash->unvisited == 0;
    if (nash->sets.empty()) return;
    const agree::NashSet& first = nash->sets.front();
    for (std::size_t i = 0; i < first.ranked.size(); ++i) {
      answer.list.push_back({first.ranked[i], first.ranked_products[i]});
    }
  } else {
    auto first = agree::first_packages(problem, set, question.list, options);
    answer.list_proved = first.unvisited == 0;
    for (auto& package : first.members) answer.list.push_back({std::move(package), std::nullopt});
  }
}

/// Packages behind the best are only looked for where the list is ordered by them.
agree::NashListing nash_listing(const AgreeQuestion& question) {
  const bool ordered = std::holds_alternative<ByNash>(question.order);
  return {question.list, ordered ? trees::Listing::best_first : trees::Listing::attaining};
}

/// So many packages can be counted and compared in moments, whatever the case; where there are
/// more, it may not be so, and what bounds alone tell is asked first.
constexpr std::uint64_t kSurelyCounted = 100'000'000;
constexpr std::size_t kStepsByBounds = 200'000;

/// Many cases with more packages are counted in moments all the same: it is tried before anything
/// else, with so few nodes that little is lost where it cannot be done.
constexpr std::size_t kNodesTried = 300'000;

bool is_wide(const agree::Problem& problem) {
  return agree::packages(problem.scope) > base::Integer(kSurelyCounted);
}

std::optional<agree::Counts> counts_tried(const agree::Problem& problem,
                                          agree::SearchOptions options) {
  if (!is_wide(problem)) return std::nullopt;
  options.nodes_per_block = std::min(options.nodes_per_block, kNodesTried);
  return agree::counts_in_one_block(problem, options);
}

/// Where they were not found out by trying, in as many blocks as it takes.
agree::Counts counts_in_full(const agree::Problem& problem,
                             const std::optional<agree::Counts>& tried,
                             const agree::SearchOptions& options) {
  if (tried && tried->exact()) return *tried;
  agree::Counts counts = agree::counts(problem, options);
  if (tried) agree::tighten(*tried, counts);
  return counts;
}

/// Nothing is asked by bounds where all can be compared.
std::optional<agree::Optima> optima(const agree::Problem& problem,
                                    const agree::SearchOptions& options) {
  if (!is_wide(problem) || problem.a_case.interests.empty()) return std::nullopt;
  return agree::optima(problem, {.steps = kStepsByBounds}, options);
}

/// Where bounds alone prove that no package is ratifiable at the central weights.
void take_proof_of_none(const agree::Optima& optima, agree::Counts& counts) {
  if (optima.ratifiable) return;
  for (const Certainty certainty : {Certainty::necessary, Certainty::central}) {
    agree::RegionCount& region = counts.ratifiable[static_cast<std::size_t>(certainty)];
    region.all.most = region.all.least;
    region.inside_question.most = region.inside_question.least;
  }
  agree::narrow(counts);
}

/// What searches that were not stopped prove of counts that were, and these of other searches.
void take_proofs(const agree::Problem& problem, const AgreeQuestion& question,
                 agree::Overrides overrides, ScopeAnswer& answer) {
  const bool whole = problem.scope == agree::whole_scope(problem.a_case, overrides);
  if (whole) {
    for (const auto& [set, nearest] : answer.nearest) {
      if (nearest.changed_issues || nearest.unvisited > 0) continue;
      agree::RegionCount& region =
          answer.counts.ratifiable[static_cast<std::size_t>(set.certainty)];
      (set.question == Question::inside ? region.inside_question : region.all).most = 0;
    }
  }
  const bool all_listed = answer.list_proved && answer.list.size() < question.list &&
                          std::holds_alternative<AsWritten>(question.order);
  if (all_listed) {
    const auto certainty = static_cast<std::size_t>(question.frontier.certainty);
    answer.counts.ratifiable[certainty].all.most = answer.list.size();
  }
  agree::narrow(answer.counts);
  if (whole) {
    for (auto& [set, nearest] : answer.nearest) {
      if (is_empty(set, answer.counts)) nearest.unvisited = 0;
    }
  }
  if (none_passes(answer.counts, question.frontier.certainty)) answer.list_proved = true;
}

/// Nobody bargains over nothing.
void take_no_solutions(const model::Case& a_case, ScopeAnswer& answer) {
  const agree::Bargaining nobody =
      agree::bargaining_of(a_case, std::vector<bool>(a_case.parties.size()));
  answer.nash = agree::NashSolution{nobody, {}, 0, 0};
  answer.solutions = agree::Solutions{nobody, 0, {}, {}, {}, 0};
  answer.optima.reset();
}

bool is_complete(const ScopeAnswer& answer) {
  return answer.counts.exact() && answer.list_proved &&
         (!answer.frontier || answer.frontier->unvisited == 0) &&
         (!answer.nash || answer.nash->unvisited == 0) &&
         (!answer.solutions || answer.solutions->unvisited == 0) &&
         (!answer.sample || answer.sample->unvisited == 0) &&
         std::all_of(answer.nearest.begin(), answer.nearest.end(),
                     [](const auto& found) { return found.nearest.unvisited == 0; });
}

ScopeAnswer scope_answer(const agree::Problem& problem, const AgreeQuestion& question,
                         agree::Overrides overrides, const agree::SearchOptions& options) {
  ScopeAnswer result;
  // What is proved soonest comes first; where time is limited, each part has a share of it.
  const std::optional<agree::Counts> tried = counts_tried(problem, options.part(0.5));
  result.optima = optima(problem, options.reporting_part(0.3));
  if (!question.frontier.between.empty()) {
    result.frontier = agree::frontier(problem, question.frontier, options.part(0.4));
  }
  result.counts = counts_in_full(problem, tried, options.reporting_part(0.5));
  if (result.optima && !result.counts.exact()) take_proof_of_none(*result.optima, result.counts);
  const Certainty certainty = question.frontier.certainty;
  if (result.frontier && question.frontier.over == agree::Over::ratifiable &&
      none_passes(result.counts, certainty)) {
    result.frontier->unvisited = 0;
  }
  if (!problem.a_case.interests.empty() && none_passes(result.counts, Certainty::central)) {
    take_no_solutions(problem.a_case, result);
  } else if (!problem.a_case.interests.empty()) {
    const agree::SearchOptions part = options.part(0.6);
    const agree::Bargaining bargaining = result.optima && result.optima->bargaining
                                             ? *result.optima->bargaining
                                             : agree::default_bargaining(problem, part);
    result.nash = agree::nash(problem, bargaining, nash_listing(question), part);
    result.solutions =
        agree::solutions(problem, bargaining, {.members = question.list}, options.part(0.8));
    if (result.nash->unvisited == 0 && result.solutions->unvisited == 0) result.optima.reset();
  }
  if (question.divided_between) {
    result.adjusted_winner = agree::adjusted_winner(problem.a_case, problem.reading, problem.scope,
                                                    *question.divided_between);
  }
  result.nearest = nearest_answers(problem, question, overrides, &result.counts, options.part(0.5));
  const agree::SearchOptions listing = options.part(1);
  take_list(problem, question, listing, result);
  if (question.sample) {
    const agree::PackageSet set{certainty, Question::anywhere};
    result.sample = agree::sample(problem, set, *question.sample, listing);
    if (none_passes(result.counts, certainty)) result.sample->unvisited = 0;
  }
  if (!is_complete(result)) {
    take_proofs(problem, question, overrides, result);
    const std::vector<KnownPackage> known = known_packages(problem, question, result);
    count_known(known, result.counts);
    take_known(problem, question, overrides, known, result);
  }
  result.complete = is_complete(result);
  return result;
}

/// Looked for only where nothing may pass.
std::optional<agree::Conflicts> why_nothing_passes(const agree::Problem& problem,
                                                   const agree::Counts& counts,
                                                   const agree::SearchOptions& options) {
  const agree::BoundedCount& inside = counts.under(Certainty::possible).inside_question;
  if (inside.most == 0) return agree::conflicts(problem, Certainty::possible, {}, options);
  if (inside.least == 0) return std::nullopt;
  agree::Conflicts open;
  open.elements = agree::elements(problem.a_case, problem.reading);
  open.open = true;
  return open;
}

}  // namespace

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

std::vector<NearestAnswer> nearest_answers(const agree::Problem& problem,
                                           const AgreeQuestion& question,
                                           agree::Overrides overrides, const agree::Counts* counts,
                                           const agree::SearchOptions& options) {
  std::vector<NearestAnswer> result;
  const model::Case& a_case = problem.a_case;
  if (!question.is_named && !model::everything_stands(a_case)) return result;  // Nearest to what?
  const agree::Problem whole{a_case, problem.reading, agree::whole_scope(a_case, overrides)};
  for (const Certainty certainty : {Certainty::possible, Certainty::necessary}) {
    for (const Question inside : {Question::inside, Question::anywhere}) {
      if (inside == Question::inside && a_case.wants.empty()) continue;
      const agree::PackageSet set{certainty, inside};
      result.push_back({set, {}});
      if (counts != nullptr && problem.scope == whole.scope && is_empty(set, *counts)) continue;
      result.back().nearest = agree::nearest(whole, question.named, set, question.list, options);
    }
  }
  return result;
}

std::vector<model::PartyIndex> gainers_of(const AgreeQuestion& question,
                                          const ScopeAnswer& answer) {
  if (const auto* party = std::get_if<model::PartyIndex>(&question.order)) return {*party};
  const bool known = answer.nash && answer.nash->bargaining.unvisited == 0;
  if (!known || !std::holds_alternative<ByUtilitarian>(question.order)) return {};
  return answer.nash->bargaining.parties;
}

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
  const agree::Problem without = problem_with(a_case, question, Overrides::fixed_at_no);
  const auto claims = contested_claims_in_use(a_case);
  std::vector<agree::Counts> otherwise;
  const bool overridden = question.overrides == Overrides::considered;
  const bool side_by_side = claims.empty() || options.threads > (overridden ? 2U : 1U);
  std::vector<std::function<void()>> tasks = {
      [&] {
        result.without = scope_answer(without, question, Overrides::fixed_at_no,
                                      options.reporting_part(side_by_side ? 1 : 0.5));
      },
      [&] {
        otherwise = with_claims_otherwise(without, claims, options.part(side_by_side ? 1 : 0.6));
      }};
  if (overridden) {
    tasks.emplace_back([&] {
      const agree::Problem with = problem_with(a_case, question, Overrides::considered);
      result.with_overrides =
          scope_answer(with, question, Overrides::considered, options.part(side_by_side ? 1 : 0.8));
    });
  }
  base::run_all(tasks, options.threads);
  const agree::Counts& as_read = result.without.counts;
  std::vector<KnownPackage> known;
  if (std::any_of(otherwise.begin(), otherwise.end(),
                  [](const agree::Counts& counts) { return !counts.exact(); })) {
    known = known_packages(without, question, result.without);
  }
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const bool value = question.reading[claims[i].value];
    if (!otherwise[i].exact()) {
      model::Reading reading = question.reading;
      reading[claims[i].value] = !value;
      count_known(known_under(without, reading, known), otherwise[i]);
    }
    bound_by_as_read(a_case, claims[i], as_read, otherwise[i]);
    result.claims.push_back(value ? ClaimVariation{claims[i], as_read, std::move(otherwise[i])}
                                  : ClaimVariation{claims[i], std::move(otherwise[i]), as_read});
  }
  if (as_read.under(Certainty::necessary).all.most == 0) {
    result.never_certain = agree::never_certain(without, options.part(1));
  }
  result.why = why_nothing_passes(without, as_read, options.part(1));
  if (question.is_named) {
    result.named = agree::package_report(a_case, question.reading, question.named);
  }
  // More conflicts than are listed are no stop; `why` says itself that it is not complete.
  const bool why_told = result.why && (result.why->complete || !options.control.stopped());
  result.complete =
      result.without.complete && why_told && !options.control.stopped() &&
      (!result.with_overrides || result.with_overrides->complete) &&
      std::all_of(result.claims.begin(), result.claims.end(), [](const auto& variation) {
        return variation.if_true.exact() && variation.if_false.exact();
      });
  return result;
}

}  // namespace nemawashi::ask
