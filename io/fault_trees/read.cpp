// SPDX-License-Identifier: Apache-2.0
#include "io/fault_trees/read.h"

#include <algorithm>
#include <deque>
#include <iterator>

#include "io/fault_trees/reader.h"
#include "io/json_text.h"

namespace nemawashi::io::fault_trees {
namespace {

/// What declares a name, in a tree, a component or among the data of the model.
constexpr std::string_view kDefinitions[] = {"define-gate", "define-basic-event",
                                             "define-house-event", "define-parameter",
                                             "define-component"};

}  // namespace

void Reader::warn_left_out(const XmlFile& file, pugi::xml_node node) {
  if (!left_out_.emplace(node.name(), true).second) return;
  findings_.warning(file.place(node), "left-out-element",
                    "The element '" + shown_name(node.name()) +
                        "', and others like it, are not read: only fault trees are answered.",
                    "Read the answer without what it says.");
}

void Reader::declare(const XmlFile& file) {
  if (!file.root()) return;  // It is no XML, which has been said.
  if (std::string_view(file.root().name()) != "opsa-mef") {
    findings_.error(file.place(file.root()), "not-a-fault-tree",
                    "The file is not in the Open-PSA format: its first element is '" +
                        shown_name(file.root().name()) + "', not 'opsa-mef'.",
                    "Name files in the Open-PSA Model Exchange Format.");
    return;
  }
  for (const pugi::xml_node node : parts_of(file.root())) {
    const std::string_view element = node.name();
    const Pending pending{&file, node, "", ""};
    if (element == "define-fault-tree") {
      const auto name = printable_name(file, node, findings_);
      if (!name) continue;
      Pending tree = pending;
      tree.tree = *name;
      tree.container = tree.tree + ".";
      declare_container(tree, 0);
    } else if (element == "model-data") {
      declare_container(pending, 0);
    } else if (element == "define-CCF-group") {
      groups_.push_back(pending);
    } else if (element == "define-alignment") {
      alignments_.push_back(pending);
    } else if (element == "define-substitution") {
      substitutions_.push_back(pending);
    } else {
      warn_left_out(file, node);
    }
  }
}

void Reader::declare_container(const Pending& container, std::size_t depth) {
  const bool is_private = std::string_view(container.node.attribute("role").value()) == "private";
  for (const pugi::xml_node node : parts_of(container.node)) {
    Pending pending = container;
    pending.node = node;
    const std::string_view role = node.attribute("role").value();
    declare_one(pending, role.empty() ? !is_private : role != "private", depth);
  }
}

void Reader::declare_one(const Pending& pending, bool is_public, std::size_t depth) {
  const std::string_view element = pending.node.name();
  if (element == "define-CCF-group") {
    groups_.push_back(pending);
    return;
  }
  const auto kind = std::find(std::begin(kDefinitions), std::end(kDefinitions), element);
  if (kind == std::end(kDefinitions)) {
    warn_left_out(*pending.file, pending.node);
    return;
  }
  const auto name = printable_name(*pending.file, pending.node, findings_);
  if (!name) return;
  const auto added = [&](Defined as, std::size_t index) {
    return names_.add(pending, *name, {as, static_cast<std::uint32_t>(index)}, is_public,
                      findings_);
  };
  const std::string path = is_public ? *name : pending.container + *name;
  if (element == "define-gate") {
    if (!added(Defined::gate, trees_.gates.size())) return;
    gates_.push_back(pending);
    trees_.gates.emplace_back();
    trees_.gates.back().name = path;
  } else if (element == "define-basic-event") {
    if (!added(Defined::basic_event, trees_.events.size())) return;
    events_.push_back(pending);
    trees_.events.push_back({path, {}});
  } else if (element == "define-house-event") {
    if (!added(Defined::house_event, trees_.house_events.size())) return;
    houses_.push_back(pending);
    trees_.house_events.push_back({false});
  } else if (element == "define-parameter") {
    if (!added(Defined::parameter, trees_.parameters.size())) return;
    parameters_.push_back(pending);
    trees_.parameters.emplace_back();
  } else {
    if (!has_room(pending, pending.node, depth)) return;
    Pending component = pending;
    component.container += *name + ".";
    declare_container(component, depth + 1);
  }
}

void Reader::read_definitions() {
  for (std::uint32_t i = 0; i < gates_.size(); ++i) read_gate(gates_[i], i);
  for (std::size_t i = 0; i < houses_.size(); ++i) {
    // Without a constant it is false, as the format has it.
    if (parts_of(houses_[i].node).empty()) continue;
    trees_.house_events[i].holds = constant(houses_[i]).value_or(false);
  }
  for (std::size_t i = 0; i < parameters_.size(); ++i) {
    if (auto read = only_expression(parameters_[i], parameters_[i].node)) {
      trees_.parameters[i] = *std::move(read);
    }
  }
  for (std::size_t i = 0; i < events_.size(); ++i) {
    if (parts_of(events_[i].node).empty()) continue;
    trees_.events[i].probability = only_expression(events_[i], events_[i].node);
  }
  for (const Pending& group : groups_) read_group(group);
  for (const Pending& alignment : alignments_) read_alignment(alignment);
  for (const Pending& substitution : substitutions_) read_substitution(substitution);
}

FaultTreesReading read_fault_trees(const std::vector<NamedBytes>& files) {
  FileFindings findings;
  std::deque<XmlFile> documents;
  Reader reader(findings);
  for (const NamedBytes& file : files) {
    documents.emplace_back(file.name, file.bytes, findings);
    reader.declare(documents.back());
  }
  reader.read_definitions();
  FaultTreesReading reading;
  floors::FaultTrees trees = reader.concluded();
  if (!findings.has_errors()) reading.trees = std::move(trees);
  reading.diagnostics = findings.taken();
  return reading;
}

}  // namespace nemawashi::io::fault_trees
