// SPDX-License-Identifier: Apache-2.0
#include "engine/house/next.h"

#include <algorithm>
#include <tuple>

namespace nemawashi::house {
namespace {

constexpr std::size_t kMostSets = 20'000;

View with_step(View view, const Step& step) {
  Strength& strength = view.strength[step.arrangement.value];
  view.exists[step.arrangement.value] = true;
  if (step.kind == Step::Kind::strengthen) strength = std::max(strength, Strength::acts);
  return view;
}

/// The structure of a view in which everything exists: it serves every set of steps.
StandingStructure structure_of_all(const Ground& ground, View view) {
  view.exists.assign(view.exists.size(), true);
  return standing_structure(ground.a_case->house, view);
}

using Worth = std::tuple<std::size_t, std::size_t, std::size_t>;

Worth worth(const Service& service) {
  const auto answered =
      std::count_if(service.contingencies.begin(), service.contingencies.end(), is_answered);
  const auto provided = std::count_if(service.provided.begin(), service.provided.end(),
                                      [](const auto& one) { return one.has_value(); });
  const auto pairs = std::count(service.together.begin(), service.together.end(), true);
  return {static_cast<std::size_t>(answered), static_cast<std::size_t>(pairs),
          static_cast<std::size_t>(provided)};
}

class Search {
 public:
  Search(const Ground& ground, const StandingStructure& all, const View& view, const Next& next,
         const base::Control& control)
      : ground_(ground),
        all_(all),
        view_(view),
        next_(next),
        control_(control),
        best_worth_(worth(service(ground, all, view, {}))) {}

  BestSet best() {
    if (sets_within(0, next_.budget) > kMostSets) {
      best_.proved = false;
      add_one_by_one();
    } else {
      try_from(0, view_, next_.budget);
    }
    std::sort(best_.steps.begin(), best_.steps.end());
    return std::move(best_);
  }

 private:
  /// How many sets of the steps from here on cost no more; counted up to a little beyond the bound.
  std::size_t sets_within(std::size_t from, const base::Rational& budget) {
    std::size_t count = 1;
    for (std::size_t i = from; i < next_.steps.size() && count <= kMostSets; ++i) {
      if (next_.steps[i].cost <= budget) {
        count += sets_within(i + 1, budget - next_.steps[i].cost);
      }
    }
    return count;
  }

  void consider(const View& view) {
    if (best_.stopped || control_.stopped()) {
      best_.stopped = true;
      best_.proved = false;
      return;
    }
    const Worth one = worth(service(ground_, all_, view, {}));
    const base::Rational cost = cost_of(taken_);
    const auto better = [&] {
      if (one != best_worth_) return one > best_worth_;
      if (cost != best_.cost) return cost < best_.cost;
      if (taken_.size() != best_.steps.size()) return taken_.size() < best_.steps.size();
      return taken_ < best_.steps;
    };
    if (!better()) return;
    best_worth_ = one;
    best_.steps = taken_;
    best_.cost = cost;
  }

  base::Rational cost_of(const std::vector<std::size_t>& steps) const {
    base::Rational sum = 0;
    for (const std::size_t step : steps) sum += next_.steps[step].cost;
    return sum;
  }

  void try_from(std::size_t from, const View& view, const base::Rational& budget) {
    for (std::size_t i = from; i < next_.steps.size() && !best_.stopped; ++i) {
      if (next_.steps[i].cost > budget) continue;
      const View more = with_step(view, next_.steps[i]);
      taken_.push_back(i);
      consider(more);
      try_from(i + 1, more, budget - next_.steps[i].cost);
      taken_.pop_back();
    }
  }

  void add_one_by_one() {
    View view = view_;
    base::Rational budget = next_.budget;
    for (;;) {
      const std::vector<std::size_t> before = best_.steps;
      for (std::size_t i = 0; i < next_.steps.size(); ++i) {
        if (next_.steps[i].cost > budget) continue;
        if (std::find(before.begin(), before.end(), i) != before.end()) continue;
        taken_ = before;
        taken_.push_back(i);
        consider(with_step(view, next_.steps[i]));
      }
      if (best_.steps.size() == before.size()) return;
      view = with_step(std::move(view), next_.steps[best_.steps.back()]);
      budget -= next_.steps[best_.steps.back()].cost;
    }
  }

  const Ground& ground_;
  const StandingStructure& all_;
  const View& view_;
  const Next& next_;
  const base::Control& control_;
  Worth best_worth_;
  std::vector<std::size_t> taken_;
  BestSet best_;
};

}  // namespace

Next next_steps(const Ground& ground, const View& view, const Service& now,
                const base::Rational& budget, const base::Control& control) {
  const model::House& house = ground.a_case->house;
  const StandingStructure all = structure_of_all(ground, view);
  Next next;
  next.budget = budget;
  std::vector<Worth> worths;
  bool stopped = false;
  for (std::size_t i = 0; i < house.arrangements.size(); ++i) {
    const bool exists = view.exists[i];
    if (view.failed[i]) continue;
    if (exists && view.strength[i] >= Strength::acts) continue;
    stopped = control.stopped();
    if (stopped) break;
    Step step;
    step.kind = exists ? Step::Kind::strengthen : Step::Kind::found;
    step.arrangement = ArrangementIndex(i);
    step.cost = house.arrangements[i].cost.value_or(1);
    const Service then = service(ground, all, with_step(view, step), {});
    step.change = change(ground, now, then);
    // The steps stay sorted, best first, equal ones as written.
    const Worth brings = worth(then);
    const auto place = std::upper_bound(worths.begin(), worths.end(), brings, std::greater<>());
    next.steps.insert(next.steps.begin() + (place - worths.begin()), std::move(step));
    worths.insert(place, brings);
  }
  next.best = Search(ground, all, view, next, control).best();
  if (stopped) {
    next.best.stopped = true;
    next.best.proved = false;
  }
  View then = view;
  for (const std::size_t step : next.best.steps) then = with_step(then, next.steps[step]);
  next.best.change = change(ground, now, service(ground, all, then, {}));
  return next;
}

}  // namespace nemawashi::house
