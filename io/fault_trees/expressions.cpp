// SPDX-License-Identifier: Apache-2.0
// Expressions of probabilities, and common-cause groups.
#include <algorithm>

#include "engine/base/text.h"
#include "engine/floors/common_cause.h"
#include "io/fault_trees/reader.h"
#include "io/json_text.h"

namespace nemawashi::io::fault_trees {
namespace {

using floors::CommonCauseGroup;
using floors::CommonCauseModel;
using floors::Expression;
using floors::Operation;

std::optional<CommonCauseModel> model_named(std::string_view name) {
  if (name == "beta-factor") return CommonCauseModel::beta_factor;
  if (name == "MGL") return CommonCauseModel::greek_letters;
  if (name == "alpha-factor") return CommonCauseModel::alpha_factor;
  if (name == "phi-factor") return CommonCauseModel::phi_factor;
  return std::nullopt;
}

}  // namespace

std::optional<Expression> Reader::only_expression(const Pending& pending, pugi::xml_node node) {
  const auto parts = parts_of(node);
  if (parts.size() == 1) return expression(pending, parts.front(), 0);
  findings_.error(pending.file->place(node), "missing-part",
                  "The element '" + shown_name(node.name()) + "' has " +
                      std::to_string(parts.size()) + " expressions, not one.",
                  "Give it one.");
  return std::nullopt;
}

std::optional<Expression> Reader::expression(const Pending& pending, pugi::xml_node node,
                                             std::size_t depth) {
  if (!has_room(pending, node, depth)) return std::nullopt;
  const std::string_view element = node.name();
  if (element == "float" || element == "int") {
    const base::Rational value = pending.file->number(node, "value", findings_);
    return Expression{Operation::number, base::approximate(value), value, 0, {}};
  }
  if (element == "bool" || element == "constant") {
    const auto value = truth(pending, node);
    if (!value) return std::nullopt;
    const base::Rational number = *value ? 1 : 0;
    return Expression{Operation::number, base::approximate(number), number, 0, {}};
  }
  if (element == "parameter") {
    const std::string name = pending.file->attribute(node, "name", findings_);
    const auto found = names_.found(pending.container, name, true);
    if (!found) {
      unknown(pending, node, name, "parameter");
      return std::nullopt;
    }
    return Expression{Operation::parameter, 0, {}, found->index, {}};
  }
  const auto& names = floors::operation_names();
  const auto name = std::find_if(names.begin(), names.end(), [&](const auto& candidate) {
    return candidate.element == element;
  });
  const auto parts = parts_of(node);
  if (name == names.end()) {
    findings_.error(pending.file->place(node), "unknown-element",
                    "'" + shown_name(element) + "' is no expression that is read.",
                    "Write the probability, or an expression that docs/fault-trees.md lists.");
    return std::nullopt;
  }
  const bool takes_none =
      name->operation == Operation::pi || name->operation == Operation::mission_time;
  if (parts.size() < name->least_parts ||
      ((name->most_parts != 0 || takes_none) && parts.size() > name->most_parts)) {
    findings_.error(pending.file->place(node), "wrong-parts",
                    "The expression '" + std::string(element) + "' has " +
                        std::to_string(parts.size()) + " parts.",
                    "Give it the parts that docs/fault-trees.md lists.");
    return std::nullopt;
  }
  Expression result;
  result.operation = name->operation;
  for (const pugi::xml_node part : parts) {
    auto read = expression(pending, part, depth + 1);
    if (!read) return std::nullopt;
    result.parts.push_back(*std::move(read));
  }
  return result;
}

void Reader::read_group(const Pending& pending) {
  CommonCauseGroup group;
  const FilePlace place = pending.file->place(pending.node);
  const std::string model = pending.file->attribute(pending.node, "model", findings_);
  if (const auto named = model_named(model)) {
    group.model = *named;
  } else {
    findings_.error(place, "unknown-model",
                    "'" + shown_name(model) + "' is no model of common causes.",
                    "Use beta-factor, MGL, alpha-factor or phi-factor.");
    return;
  }
  const auto members = parts_of(pending.node.child("members"));
  if (members.size() > floors::kMostSubsets) {
    findings_.error(place, "too-large-tree",
                    "The group has " + std::to_string(members.size()) + " members; at most " +
                        std::to_string(floors::kMostSubsets) + " are read.",
                    "Leave it out, or split it.");
    return;
  }
  for (const pugi::xml_node member : members) {
    const std::string name = pending.file->attribute(member, "name", findings_);
    auto found = names_.found(pending.container, name, false);
    if (!found && !is_printable(name)) {
      unknown(pending, member, name, "basic event");
      continue;
    }
    if (!found) {  // Members need no definition: the group gives their probability.
      const auto next = static_cast<std::uint32_t>(trees_.events.size());
      const auto [undefined, is_new] = undefined_events_.emplace(name, next);
      if (is_new) trees_.events.push_back({name, {}});
      found = Definition{Defined::basic_event, undefined->second};
    }
    if (found->as != Defined::basic_event) {
      unknown(pending, member, name, "basic event");
      continue;
    }
    if (!grouped_.insert(found->index).second) {
      findings_.error(pending.file->place(member), "duplicate-name",
                      "'" + shown_name(name) + "' is a member twice, of this group or of two.",
                      "Keep one.");
      continue;
    }
    group.members.push_back(found->index);
  }
  const auto distribution = pending.node.child("distribution");
  if (group.members.size() < 2 || !distribution) {
    findings_.missing(place, group.members.size() < 2 ? "a second member" : "a distribution");
    return;
  }
  const auto read = only_expression(pending, distribution);
  if (!read) return;
  group.distribution = *read;
  read_factors(pending, group);
  for (const std::uint32_t member : group.members) {
    if (!trees_.events[member].probability) trees_.events[member].probability = group.distribution;
  }
  const std::size_t subsets = floors::subsets_of(group);
  members_ += subsets;
  if (members_ > floors::kMostSubsets) {
    findings_.error(place, "too-large-tree",
                    "The group has more ways to fail together than are written out.",
                    "Give factors for lower levels only, or fewer members.");
    return;
  }
  trees_.groups.push_back(std::move(group));
}

void Reader::read_factors(const Pending& pending, CommonCauseGroup& group) {
  std::vector<pugi::xml_node> factors;
  for (const pugi::xml_node part : parts_of(pending.node)) {
    const std::string_view name = part.name();
    if (name == "factor") factors.push_back(part);
    if (name != "factors") continue;
    for (const pugi::xml_node inner : parts_of(part)) factors.push_back(inner);
  }
  const auto members = static_cast<std::uint32_t>(group.members.size());
  std::uint32_t next = group.model == CommonCauseModel::beta_factor     ? members
                       : group.model == CommonCauseModel::greek_letters ? 2
                                                                        : 1;
  const std::uint32_t first = next;
  for (const pugi::xml_node factor : factors) {
    const std::uint32_t level =
        factor.attribute("level") ? whole_number(pending, factor, "level").value_or(0) : next;
    if (level < first || level > members ||
        std::any_of(group.factors.begin(), group.factors.end(),
                    [&](const auto& other) { return other.level == level; })) {
      findings_.error(
          pending.file->place(factor), "invalid-number",
          "The factor's level is twice there, or none of this model.",
          "Use " + std::to_string(first) + " to " + std::to_string(members) + ", each once.");
      continue;
    }
    next = level + 1;
    if (const auto value = only_expression(pending, factor)) {
      group.factors.push_back({level, *value});
    }
  }
  if (factors.empty()) findings_.missing(pending.file->place(pending.node), "a factor");
}

}  // namespace nemawashi::io::fault_trees
