// SPDX-License-Identifier: Apache-2.0
// Gates and their formulas.
#include <charconv>

#include "engine/base/text.h"
#include "io/fault_trees/reader.h"
#include "io/json_text.h"

namespace nemawashi::io::fault_trees {
namespace {

using floors::Connective;
using floors::Term;

struct FormulaName {
  std::string_view element;
  Connective connective;
  bool negated;
  std::size_t least_parts;
  std::size_t most_parts;  ///< 0: any number
};

constexpr FormulaName kFormulas[] = {
    {"and", Connective::all, false, 1, 0},
    {"or", Connective::any, false, 1, 0},
    {"not", Connective::all, true, 1, 1},
    {"nand", Connective::all, true, 1, 0},
    {"nor", Connective::any, true, 1, 0},
    {"xor", Connective::odd, false, 2, 0},
    {"iff", Connective::equal, false, 2, 0},
    {"imply", Connective::implies, false, 2, 2},
    {"atleast", Connective::at_least, false, 1, 0},
    {"cardinality", Connective::between, false, 1, 0},
};

/// Names that are compared with unknown ones, all together.
constexpr std::size_t kMostCompared = 2'000'000;

const FormulaName* formula_name(std::string_view element) {
  for (const FormulaName& name : kFormulas) {
    if (name.element == element) return &name;
  }
  return nullptr;
}

}  // namespace

std::vector<pugi::xml_node> parts_of(pugi::xml_node node) {
  std::vector<pugi::xml_node> parts;
  for (const pugi::xml_node child : node.children()) {
    const std::string_view name = child.name();
    if (child.type() != pugi::node_element || name == "label" || name == "attributes") continue;
    parts.push_back(child);
  }
  return parts;
}

void Reader::unknown(const Pending& pending, pugi::xml_node node, const std::string& name,
                     const std::string& what) {
  // Looked for while that is quick: a file with many unknown names needs no list of guesses.
  if (known_.empty()) known_ = names_.known();
  compared_ += known_.size();
  const auto nearest = compared_ > kMostCompared ? std::nullopt : base::nearest_name(name, known_);
  findings_.error(pending.file->place(node), "unknown-name",
                  "'" + shown_name(name) + "' is no " + what + " of these files.",
                  nearest && *nearest != name
                      ? "Perhaps '" + shown_name(*nearest) + "' is meant; else define it."
                      : "Define it, or name the file that does beside this one.");
}

bool Reader::has_room(const Pending& pending, pugi::xml_node node, std::size_t depth) {
  ++terms_;
  if (depth <= kMostDepth && terms_ <= kMostTerms && trees_.gates.size() <= kMostGates) return true;
  if (!refused_) {
    refused_ = true;
    findings_.error(pending.file->place(node), "too-large-tree",
                    depth > kMostDepth
                        ? "More than " + std::to_string(kMostDepth) + " elements lie in each other."
                        : "The files have more than " + std::to_string(kMostTerms) + " terms or " +
                              std::to_string(kMostGates) + " gates.",
                    "Give parts names of their own, or answer them one by one.");
  }
  return false;
}

std::optional<std::uint32_t> Reader::whole_number(const Pending& pending, pugi::xml_node node,
                                                  const char* attribute) {
  const std::string text = pending.file->attribute(node, attribute, findings_);
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && end == text.data() + text.size() && number <= kMostTerms) {
    return number;
  }
  if (node.attribute(attribute)) {
    findings_.error(pending.file->place(node), "invalid-number",
                    std::string("The attribute '") + attribute + "' is no whole number: '" +
                        shown_name(text) + "'.",
                    "Write digits alone.");
  }
  return std::nullopt;
}

void Reader::read_gate(const Pending& pending, std::uint32_t gate) {
  const auto parts = parts_of(pending.node);
  if (parts.size() != 1) {
    findings_.error(pending.file->place(pending.node), "missing-part",
                    "The gate '" + shown_name(trees_.gates[gate].name) + "' has " +
                        std::to_string(parts.size()) + " formulas, not one.",
                    "Give it one: <and>, <or>, <atleast>, ...");
    return;
  }
  read_formula(pending, parts.front(), gate, 0);
}

bool Reader::read_formula(const Pending& pending, pugi::xml_node node, std::uint32_t gate,
                          std::size_t depth) {
  const FormulaName* name = formula_name(node.name());
  std::vector<Term> terms;
  if (name == nullptr) {  // A gate that is another event, or a constant.
    const auto only = term(pending, node, depth);
    if (only) trees_.gates[gate].terms = {*only};
    return only.has_value();
  }
  const auto parts = parts_of(node);
  if (parts.size() < name->least_parts ||
      (name->most_parts != 0 && parts.size() > name->most_parts)) {
    findings_.error(pending.file->place(node), "wrong-parts",
                    "The formula '" + std::string(name->element) + "' has " +
                        std::to_string(parts.size()) + " parts.",
                    name->most_parts == 0
                        ? "Give it at least " + std::to_string(name->least_parts) + "."
                        : "Give it exactly " + std::to_string(name->least_parts) + ".");
    return false;
  }
  std::uint32_t least = 0;
  std::uint32_t most = 0;
  if (name->connective == Connective::at_least || name->connective == Connective::between) {
    const auto from = whole_number(pending, node, "min");
    const auto to = name->connective == Connective::between ? whole_number(pending, node, "max")
                                                            : std::optional(from.value_or(0));
    if (!from || !to) return false;
    if (*to < *from) {
      findings_.error(pending.file->place(node), "invalid-number",
                      "The attribute 'max' is below 'min'.", "Exchange them.");
      return false;
    }
    least = *from;
    most = *to;
  }
  for (const pugi::xml_node part : parts) {
    if (const auto read = term(pending, part, depth + 1)) terms.push_back(*read);
  }
  floors::TreeGate& made = trees_.gates[gate];
  made.connective = name->connective;
  made.negated = name->negated;
  made.least = least;
  made.most = most;
  made.terms = std::move(terms);
  return made.terms.size() == parts.size();
}

std::optional<Term> Reader::term(const Pending& pending, pugi::xml_node node, std::size_t depth) {
  if (!has_room(pending, node, depth)) return std::nullopt;
  const std::string_view element = node.name();
  if (element == "gate" || element == "basic-event" || element == "house-event" ||
      element == "event") {
    return reference(pending, node);
  }
  if (element == "constant") {
    const auto value = truth(pending, node);
    if (!value) return std::nullopt;
    return Term{Term::Of::constant, *value ? 1U : 0U, false};
  }
  if (formula_name(element) == nullptr) {
    findings_.error(pending.file->place(node), "unknown-element",
                    "'" + shown_name(element) + "' is no formula.",
                    "Use and, or, not, nand, nor, xor, iff, imply, atleast, cardinality, gate, "
                    "event, basic-event, house-event or constant.");
    return std::nullopt;
  }
  const auto inner = static_cast<std::uint32_t>(trees_.gates.size());
  trees_.gates.emplace_back();
  if (!read_formula(pending, node, inner, depth)) return std::nullopt;
  return Term{Term::Of::gate, inner, false};
}

std::optional<Term> Reader::reference(const Pending& pending, pugi::xml_node node) {
  const std::string_view element = node.name();
  const std::string name = pending.file->attribute(node, "name", findings_);
  if (!node.attribute("name")) return std::nullopt;
  // <event name=".." type="gate"/> is the older way to say <gate name=".."/>.
  const std::string_view type =
      element == "event" ? std::string_view(node.attribute("type").value()) : element;
  const auto found = names_.found(pending.container, name, false);
  if (!found) {
    const bool may_be_basic = type.empty() || type == "basic-event";
    if (!may_be_basic || !is_printable(name)) {
      unknown(pending, node, name, std::string(element));
      return std::nullopt;
    }
    const auto next = static_cast<std::uint32_t>(trees_.events.size());
    const auto [place, is_new] = undefined_events_.emplace(name, next);
    if (is_new) {
      trees_.events.push_back({name, {}});
      undefined_places_.push_back({pending.file->place(node), place->second});
    }
    return Term{Term::Of::basic_event, place->second, false};
  }
  const bool fits = type.empty() || (type == "gate" && found->as == Defined::gate) ||
                    (type == "basic-event" && found->as == Defined::basic_event) ||
                    (type == "house-event" && found->as == Defined::house_event);
  if (!fits) {
    unknown(pending, node, name, std::string(type));
    return std::nullopt;
  }
  const Term::Of of = found->as == Defined::gate          ? Term::Of::gate
                      : found->as == Defined::basic_event ? Term::Of::basic_event
                                                          : Term::Of::house_event;
  return Term{of, found->index, false};
}

}  // namespace nemawashi::io::fault_trees
