// SPDX-License-Identifier: Apache-2.0
// House events, the phases that set them, and substitutions.
#include "io/fault_trees/reader.h"
#include "io/json_text.h"

namespace nemawashi::io::fault_trees {

using floors::Connective;
using floors::Term;

std::optional<bool> Reader::truth(const Pending& pending, pugi::xml_node node) {
  const std::string word = pending.file->attribute(node, "value", findings_);
  if (word == "true" || word == "1") return true;
  if (word == "false" || word == "0") return false;
  if (node.attribute("value")) {
    findings_.error(pending.file->place(node), "invalid-constant",
                    "The constant '" + shown_name(word) + "' is neither true nor false.",
                    "Write true or false (or 1 or 0).");
  }
  return std::nullopt;
}

std::optional<bool> Reader::constant(const Pending& pending) {
  const auto parts = parts_of(pending.node);
  if (parts.size() != 1) {
    findings_.error(
        pending.file->place(pending.node), "missing-part",
        "The house event is given " + std::to_string(parts.size()) + " constants, not one.",
        "Write <constant value=\"true\"/> or \"false\".");
    return std::nullopt;
  }
  if (std::string_view(parts.front().name()) == "constant") return truth(pending, parts.front());
  findings_.error(pending.file->place(parts.front()), "invalid-constant",
                  "A house event is a constant, true or false.",
                  "Write <constant value=\"true\"/> or \"false\".");
  return std::nullopt;
}

void Reader::read_alignment(const Pending& pending) {
  const auto alignment = printable_name(*pending.file, pending.node, findings_);
  if (!alignment) return;
  for (const pugi::xml_node node : parts_of(pending.node)) {
    Pending here = pending;
    here.node = node;
    if (std::string_view(node.name()) != "define-phase") {
      warn_left_out(*pending.file, node);
      continue;
    }
    const auto phase_name = printable_name(*pending.file, node, findings_);
    if (!phase_name) continue;
    floors::Phase phase{*alignment, *phase_name, 1, {}};
    const base::Rational fraction = pending.file->number(node, "time-fraction", findings_);
    if (fraction < 0 || fraction > 1) {
      findings_.error(pending.file->place(node), "invalid-number",
                      "The fraction of time is not within 0 to 1.", "Correct it.");
    }
    phase.time_fraction = base::approximate(fraction);
    for (const pugi::xml_node set : parts_of(node)) {
      const std::string name = pending.file->attribute(set, "name", findings_);
      const auto found = names_.found("", name, false);
      if (std::string_view(set.name()) != "set-house-event" || !found ||
          found->as != Defined::house_event) {
        unknown(pending, set, name, "house event");
        continue;
      }
      here.node = set;
      if (const auto holds = constant(here)) phase.house_events.emplace_back(found->index, *holds);
    }
    if (has_room(pending, node, 0)) trees_.phases.push_back(std::move(phase));
  }
}

/// Where a substitution names no source it says something of every state: its hypothesis implies
/// its target.
void Reader::read_substitution(const Pending& pending) {
  const auto hypotheses = parts_of(pending.node.child("hypothesis"));
  const auto targets = parts_of(pending.node.child("target"));
  if (pending.node.child("source")) {
    warn_left_out(*pending.file, pending.node);
    return;
  }
  if (hypotheses.size() != 1 || targets.size() != 1) {
    findings_.missing(pending.file->place(pending.node), "a hypothesis and a target");
    return;
  }
  const auto hypothesis = term(pending, hypotheses.front(), 0);
  const auto target = term(pending, targets.front(), 0);
  if (!hypothesis || !target) return;
  const auto gate = static_cast<std::uint32_t>(trees_.gates.size());
  trees_.gates.emplace_back();
  trees_.gates.back().connective = Connective::implies;
  trees_.gates.back().terms = {*hypothesis, *target};
  given_.push_back({Term::Of::gate, gate, false});
}

}  // namespace nemawashi::io::fault_trees
