// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/deep_check.h"

#include <algorithm>

#include "engine/agree/sums.h"
#include "engine/base/text.h"
#include "engine/model/levels.h"
#include "engine/trees/best_first.h"

namespace nemawashi::agree {
namespace {

using base::Severity;
using trees::kNothing;

struct Reached {
  std::optional<Rational> least;
  std::optional<Rational> greatest;
};

/// What the search found so far, over all blocks.
struct Found {
  bool feasible = false;
  bool wanted = false;
  std::vector<std::vector<bool>> options;  ///< by issue, option: in some feasible package
  std::vector<bool> gates;                 ///< asked in some feasible package
  std::vector<bool> refusals;              ///< hold in some feasible package
  std::vector<Reached> levels;             ///< by level, where an interest needs it
};

class DeepCheck {
 public:
  DeepCheck(const Problem& problem, const SearchOptions& options)
      : problem_(problem), options_(options), case_(problem.a_case) {
    for (const auto& issue : case_.issues) found_.options.emplace_back(issue.options.size());
    found_.gates.resize(case_.gates.size());
    found_.refusals.resize(case_.refusals.size());
    found_.levels.resize(case_.levels.size());
    ranged_.resize(case_.levels.size());
    for (const auto& interest : case_.interests) {
      if (decides_range(case_, interest)) ranged_[interest.level.value] = true;
    }
  }

  base::Diagnostics run() {
    const Integer unvisited = gather<Found>(
        problem_, options_, found_, [&](const Block& block, Found& next) { visit(block, next); });
    if (unvisited > 0) {
      add(Severity::information, "unchecked", "", {},
          "the search was stopped with " + base::grouped_text(unvisited) +
              " packages not looked at",
          "give it more time");
      return std::move(diagnostics_);
    }
    report();
    return std::move(diagnostics_);
  }

 private:
  void visit(const Block& block, Found& next) {
    const trees::Node feasible = block.regions.feasible();
    if (feasible == kNothing) return;
    next.feasible = true;
    next.wanted =
        next.wanted || block.store.conjunction(feasible, block.regions.wanted()) != kNothing;
    const auto occurs = [&](const model::Condition& condition) {
      const auto where = literals(block.space, condition);
      return where && block.store.conjunction(feasible, block.store.all_hold(*where)) != kNothing;
    };
    for (std::size_t v = 0; v < block.space.order.size(); ++v) {
      const std::size_t issue = block.space.order[v].value;
      for (const auto option : block.space.options[v]) {
        if (next.options[issue][option.value]) continue;
        model::OptionSet only(case_.issues[issue].options.size());
        only[option.value] = true;
        next.options[issue][option.value] = occurs({{{block.space.order[v], only}}});
      }
    }
    for (std::size_t g = 0; g < case_.gates.size(); ++g) {
      next.gates[g] = next.gates[g] || occurs(case_.gates[g].when);
    }
    for (std::size_t r = 0; r < case_.refusals.size(); ++r) {
      next.refusals[r] = next.refusals[r] || occurs(case_.refusals[r].when);
    }
    for (std::size_t i = 0; i < ranged_.size(); ++i) {
      if (ranged_[i]) take_range(block, model::LevelIndex(i), next.levels[i]);
    }
  }

  void take_range(const Block& block, model::LevelIndex level, Reached& reached) {
    const auto sum = level_sum(case_, problem_.reading, block.space, level);
    const auto most = trees::greatest(block.store, block.regions.feasible(), sum);
    const auto least =
        trees::greatest(block.store, block.regions.feasible(), trees::scaled(sum, -1));
    if (!most || !least) return;
    const Rational low = -*least;
    reached.greatest = reached.greatest ? std::max(*reached.greatest, *most) : *most;
    reached.least = reached.least ? std::min(*reached.least, low) : low;
  }

  void report() {
    if (!found_.feasible) {
      add(Severity::error, "nothing-feasible", "limits", {}, "no package keeps all limits",
          "loosen a limit");
      return;
    }
    if (!found_.wanted) {
      add(Severity::error, "nothing-wanted", "case", {},
          "no package that keeps all limits meets `wants`", "loosen `wants` or a limit");
    }
    for (std::size_t i = 0; i < case_.issues.size(); ++i) report_options(i);
    for (std::size_t g = 0; g < case_.gates.size(); ++g) {
      if (found_.gates[g]) continue;
      add(Severity::warning, "gate-never-asked", "gates", case_.gates[g].origin,
          "no package that keeps all limits asks this gate", "check `when` and the limits");
    }
    for (std::size_t r = 0; r < case_.refusals.size(); ++r) {
      if (found_.refusals[r] || case_.refusals[r].withdrawn) continue;
      add(Severity::warning, "refusal-never-holds", "refusals", case_.refusals[r].origin,
          "no package that keeps all limits meets it", "check `when` and the limits");
    }
    for (const auto& interest : case_.interests) report_range(interest);
  }

  void report_options(std::size_t i) {
    const model::Issue& issue = case_.issues[i];
    for (std::size_t o = 0; o < issue.options.size(); ++o) {
      if (!problem_.scope[i][o] || found_.options[i][o]) continue;
      add(Severity::warning, "option-never-feasible", "issues", issue.options[o].origin,
          "no package that keeps all limits contains it", "check the limits that name it");
    }
  }

  void report_range(const model::Interest& interest) {
    if (!decides_range(case_, interest)) return;
    const Reached& reached = found_.levels[interest.level.value];
    if (!reached.least) return;
    const auto [low, high] = std::minmax(interest.value.worst, interest.value.best);
    if (*reached.least >= low && *reached.greatest <= high) return;
    add(Severity::warning, "range-left", "interests", interest.origin,
        "feasible packages reach " + base::decimal_text(*reached.least) + " to " +
            base::decimal_text(*reached.greatest) + ", beyond worst..best (" +
            base::decimal_text(low) + " to " + base::decimal_text(high) + ")",
        "widen worst..best, or say in `note` why the swing is narrower");
  }

  void add(Severity severity, std::string code, std::string table, const model::Origin& origin,
           std::string message, std::string mend) {
    if (!origin.id.empty()) message = "'" + origin.id + "': " + message;
    diagnostics_.push_back({severity, std::move(code), std::move(table), origin.row, "",
                            base::sentence(std::move(message)), base::sentence(std::move(mend))});
  }

  const Problem& problem_;
  const SearchOptions& options_;
  const model::Case& case_;
  std::vector<bool> ranged_;
  Found found_;
  base::Diagnostics diagnostics_;
};

}  // namespace

bool decides_range(const model::Case& a_case, const model::Interest& interest) {
  const model::Level& level = a_case.at(interest.level);
  const bool known = std::all_of(level.effects.begin(), level.effects.end(), [&](auto index) {
    const model::Effect& effect = a_case.at(index);
    return effect.baseline || effect.change.likely;
  });
  return interest.value.shape == model::Shape::linear && known &&
         model::level_today(a_case, interest.level);
}

base::Diagnostics deep_check(const Problem& problem, const SearchOptions& options) {
  return DeepCheck(problem, options).run();
}

}  // namespace nemawashi::agree
