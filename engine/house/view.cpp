// SPDX-License-Identifier: Apache-2.0
#include "engine/house/view.h"

#include <algorithm>
#include <array>

#include "engine/model/whole_weights.h"

namespace nemawashi::house {
namespace {

using model::ArrangementRule;
using model::House;
using trees::GateKind;
using trees::Operand;

/// The arrangements, each after all that its rows name.
std::vector<ArrangementIndex> from_below(const House& house) {
  std::vector<std::vector<ArrangementIndex>> above(house.arrangements.size());
  std::vector<std::size_t> open(house.arrangements.size(), 0);
  for (const model::RestsOn& row : house.rests_on) {
    model::for_each_member(row.rule, [&](ArrangementIndex lower) {
      above[lower.value].push_back(row.arrangement);
      ++open[row.arrangement.value];
    });
  }
  std::vector<ArrangementIndex> order;
  for (std::size_t i = 0; i < open.size(); ++i) {
    if (open[i] == 0) order.emplace_back(i);
  }
  for (std::size_t next = 0; next < order.size(); ++next) {
    for (const ArrangementIndex one : above[order[next].value]) {
      if (--open[one.value] == 0) order.push_back(one);
    }
  }
  return order;
}

class Builder {
 public:
  Builder(const House& house, const View& view) : house_(house), view_(view) {
    result_.structure.components = components(house);
    result_.stands.resize(house.arrangements.size());
  }

  StandingStructure built() {
    std::vector<std::vector<Operand>> needs(house_.arrangements.size());
    for (std::size_t i = 0; i < needs.size(); ++i) {
      needs[i].push_back({component_of(ArrangementIndex(i)), false});
    }
    for (std::size_t i = 0; i < house_.common_causes.size(); ++i) {
      const Operand stays_away = {component_of(house_, CommonCauseIndex(i)), false};
      for (const ArrangementIndex one : house_.common_causes[i].arrangements) {
        needs[one.value].push_back(stays_away);
      }
    }
    std::vector<std::vector<const ArrangementRule*>> rules(house_.arrangements.size());
    for (const model::RestsOn& row : house_.rests_on) {
      if (row.if_claim && !view_.reading[row.if_claim->value]) continue;
      rules[row.arrangement.value].push_back(&row.rule);
    }
    for (const ArrangementIndex one : from_below(house_)) {
      std::vector<Operand>& operands = needs[one.value];
      for (const ArrangementRule* rule : rules[one.value]) operands.push_back(operand(*rule));
      result_.stands[one.value] = view_.exists[one.value]
                                      ? added(GateKind::all, std::move(operands))
                                      : added(GateKind::any, {});
    }
    return std::move(result_);
  }

 private:
  Operand added(GateKind kind, std::vector<Operand> operands, std::uint32_t least = 0) {
    trees::Structure& structure = result_.structure;
    structure.gates.push_back({kind, least, std::move(operands)});
    return {structure.components + static_cast<std::uint32_t>(structure.gates.size() - 1), false};
  }

  Operand operand(const ArrangementRule& rule) {
    using Kind = ArrangementRule::Kind;
    if (rule.kind == Kind::member) return result_.stands[rule.member.value];
    std::vector<Operand> operands;
    for (const ArrangementRule& part : rule.parts) operands.push_back(operand(part));
    if (rule.kind == Kind::all) return added(GateKind::all, std::move(operands));
    if (rule.kind == Kind::any) return added(GateKind::any, std::move(operands));
    if (rule.kind == Kind::at_least) {
      return at_least(std::move(operands), base::rounded_up(rule.threshold));
    }
    return votes(rule, operands);
  }

  /// Weights as whole numbers without a common divisor, an operand for each.
  Operand votes(const ArrangementRule& rule, const std::vector<Operand>& parts) {
    const model::WholeWeights whole = model::whole_weights(rule.weights);
    std::vector<Operand> operands;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      operands.insert(operands.end(), whole.votes[i].get_ui(), parts[i]);
    }
    return at_least(std::move(operands), base::rounded_up(rule.threshold * whole.factor));
  }

  Operand at_least(std::vector<Operand> operands, const base::Integer& least) {
    if (least > operands.size()) return added(GateKind::any, {});
    return added(GateKind::at_least, std::move(operands),
                 static_cast<std::uint32_t>(least.get_ui()));
  }

  const House& house_;
  const View& view_;
  StandingStructure result_;
};

}  // namespace

View view_of(const model::Case& a_case, const model::Package& package,
             const model::Reading& reading, const std::vector<ArrangementIndex>& with,
             const Failures& without) {
  const model::House& house = a_case.house;
  View view;
  view.reading = reading;
  for (const model::Arrangement& one : house.arrangements) {
    view.exists.push_back(one.exists_if ? holds(*one.exists_if, package) : !one.proposed);
    view.strength.push_back(one.strength);
  }
  for (const ArrangementIndex one : with) view.exists[one.value] = true;
  view.failed.assign(house.arrangements.size(), false);
  for (const std::uint32_t component : without) {
    if (component < house.arrangements.size()) {
      view.failed[component] = true;
      continue;
    }
    const auto& cause = house.common_causes[component - house.arrangements.size()];
    for (const ArrangementIndex taken : cause.arrangements) view.failed[taken.value] = true;
  }
  for (std::size_t i = 0; i < view.failed.size(); ++i) {
    if (view.failed[i]) view.exists[i] = false;
  }
  return view;
}

StandingStructure standing_structure(const House& house, const View& view) {
  return Builder(house, view).built();
}

std::uint32_t component_of(ArrangementIndex arrangement) {
  return static_cast<std::uint32_t>(arrangement.value);
}
std::uint32_t component_of(const House& house, CommonCauseIndex cause) {
  return static_cast<std::uint32_t>(house.arrangements.size() + cause.value);
}
std::uint32_t components(const House& house) {
  return static_cast<std::uint32_t>(house.arrangements.size() + house.common_causes.size());
}
const model::Origin& component_origin(const House& house, std::uint32_t component) {
  const std::size_t arrangements = house.arrangements.size();
  return component < arrangements ? house.arrangements[component].origin
                                  : house.common_causes[component - arrangements].origin;
}
const std::string& component_name(const House& house, std::uint32_t component) {
  const std::size_t arrangements = house.arrangements.size();
  return component < arrangements ? house.arrangements[component].name
                                  : house.common_causes[component - arrangements].name;
}

Firmness firmness(const StandingStructure& standing, const View& view, const Failures& failures) {
  const std::size_t arrangements = standing.stands.size();
  Firmness result(arrangements);
  for (const Strength least :
       {Strength::has_acted, Strength::acts, Strength::meets, Strength::paper}) {
    std::vector<bool> state(standing.structure.components, true);
    for (const std::uint32_t failed : failures) state[failed] = false;
    for (std::size_t i = 0; i < arrangements; ++i) {
      if (!view.exists[i] || view.strength[i] < least) state[i] = false;
    }
    const std::vector<bool> values = trees::item_values(standing.structure, state);
    for (std::size_t i = 0; i < arrangements; ++i) {
      const Operand stands = standing.stands[i];
      if (!result[i] && values[stands.item] != stands.negated) result[i] = least;
    }
  }
  return result;
}

}  // namespace nemawashi::house
