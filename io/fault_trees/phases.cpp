// SPDX-License-Identifier: Apache-2.0
// House events, the phases that set them, and substitutions.
#include "io/fault_trees/reader.h"
#include "io/json_text.h"

namespace nemawashi::io::fault_trees {

using floors::Connective;
using floors::Term;

void Reader::read_boolean(const Pending& pending, bool& value) {
  for (const pugi::xml_node part : parts_of(pending.node)) {
    const std::string_view word = part.attribute("value").value();
    if (std::string_view(part.name()) == "constant" && (word == "true" || word == "false")) {
      value = word == "true";
      continue;
    }
    findings_.error(pending.file->place(part), "invalid-constant",
                    "A house event is a constant, true or false.",
                    "Write <constant value=\"true\"/> or \"false\".");
  }
}

void Reader::read_alignment(const Pending& pending) {
  const std::string alignment = pending.file->attribute(pending.node, "name", findings_);
  for (const pugi::xml_node node : parts_of(pending.node)) {
    Pending here = pending;
    here.node = node;
    if (std::string_view(node.name()) != "define-phase") {
      warn_left_out(*pending.file, node);
      continue;
    }
    floors::Phase phase{alignment, pending.file->attribute(node, "name", findings_), 1, {}};
    if (!is_printable(alignment) || !is_printable(phase.name)) {
      findings_.error(pending.file->place(node), "invalid-name",
                      "The name of the alignment or phase cannot be printed.",
                      "Give it letters, digits or signs, in UTF-8.");
      continue;
    }
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
      bool holds = false;
      read_boolean(here, holds);
      phase.house_events.emplace_back(found->index, holds);
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
