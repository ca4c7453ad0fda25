// SPDX-License-Identifier: Apache-2.0
#include "apps/cli/why_text.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "apps/cli/report_text.h"
#include "engine/ask/why_words.h"
#include "engine/ask/words.h"

namespace nemawashi::cli {
namespace {

/// The first `most` entries, one a line, and how many there are more.
template <class Entries, class Sentence>
std::string lines(const Entries& entries, std::size_t most, const Sentence& sentence) {
  std::string text;
  std::size_t shown = 0;
  for (const auto& entry : entries) {
    if (shown++ == most) {
      return text + "  .. and " + std::to_string(entries.size() - most) +
             " more (--list for more)\n";
    }
    text += "- " + sentence(entry) + "\n";
  }
  return text;
}

/// Whether some package that answers the question is known to pass for all weights.
bool some_pass_for_all_weights(const ask::WhyAnswer& answer) {
  return std::any_of(answer.nearest.begin(), answer.nearest.end(), [](const auto& one) {
    return one.set.certainty == model::Certainty::necessary && one.nearest.changed_issues;
  });
}

std::string conflicts_text(const model::Case& a_case, const ask::WhyAnswer& answer) {
  const agree::Conflicts& conflicts = answer.conflicts;
  const std::size_t most = answer.question.list;
  std::string text = "\n" + ask::conflicts_summary(conflicts);
  if (conflicts.open && conflicts.certainty == model::Certainty::possible &&
      !some_pass_for_all_weights(answer)) {
    text +=
        " Whether some pass for all weights, and what keeps the others from it: --certainty "
        "necessary.";
  }
  text += "\n";
  if (conflicts.open || (conflicts.conflicts.empty() && conflicts.relaxations.empty())) return text;
  text += "\nConflicts: sets of tests that no package" +
          std::string(a_case.wants.empty() ? "" : " that answers the question") +
          " passes together, whatever else is given up; each needs all its parts\n";
  const auto common = ask::common_elements(conflicts);
  if (!common.empty()) {
    text += "Each of the " + std::to_string(conflicts.conflicts.size()) +
            " holds this: " + ask::elements_words(a_case, conflicts, common) +
            "\nand, one conflict a line, what follows. Whatever is chosen, one of its parts is in "
            "the way.\n";
  }
  text += lines(conflicts.conflicts, most, [&](auto conflict) {
    if (common.empty()) return ask::conflict_sentence(a_case, conflicts, conflict);
    std::erase_if(conflict, [&](std::size_t element) {
      return std::find(common.begin(), common.end(), element) != common.end();
    });
    return ask::elements_words(a_case, conflicts, conflict);
  });
  text +=
      "\nRelaxations: the smallest sets of tests without which some such package passes; amounts "
      "are the least,\neach in its own unit and by itself, the others of the set given up\n";
  return text + lines(conflicts.relaxations, most, [&](const auto& relaxation) {
           return ask::relaxation_sentence(a_case, conflicts, relaxation);
         });
}

std::string open_ways_text(const model::Case& a_case, const ask::WhyAnswer& answer) {
  if (answer.conflicts.open) return {};
  const std::size_t most = answer.question.list;
  std::string text = "\nWhat an option nobody has thought of would have to do, issue by issue\n";
  std::vector<std::pair<std::string, std::vector<std::string>>> alike;  // What would do, of which.
  for (const auto& missing : answer.missing_options) {
    const std::string sentence = ask::missing_option_sentence(a_case, missing);
    auto same = std::find_if(alike.begin(), alike.end(),
                             [&](const auto& one) { return one.first == sentence; });
    if (same == alike.end()) same = alike.insert(alike.end(), {sentence, {}});
    same->second.push_back(a_case.at(missing.issue).origin.id);
  }
  for (const auto& [sentence, issues] : alike) {
    text += "- " + ask::listed(issues) + ": " + sentence + "\n";
  }
  text += "\nPayments: only in transferable measures, never against a refusal\n- " +
          ask::payments_summary(a_case, answer) + "\n";
  return text + lines(answer.payments.payments, most,
                      [&](const auto& payment) { return ask::payment_sentence(a_case, payment); });
}

std::string steps_text(const model::Case& a_case, const ask::WhyAnswer& answer) {
  std::string text =
      "\nLinking, over all packages\n- " + ask::linking_sentence(a_case, answer.linking) + "\n";
  if (answer.synergies.empty()) return text;
  text += "\nSteps that are worth more, or less, together than one by one (at central weights)\n";
  for (const agree::Synergy& synergy : answer.synergies) {
    text += lines(synergy.first, 2, [&](const auto& pair) {
      return ask::synergy_sentence(a_case, synergy.party, pair);
    });
  }
  return text;
}

std::string extremes_text(const model::Case& a_case, const ask::WhyAnswer& answer) {
  const agree::Extremes& extremes = answer.extremes;
  if (extremes.packages == 0 || extremes.parties.empty()) return {};
  std::string text = "\nWhat each party could get at best and at worst, over all " +
                     ask::extremes_set_words(extremes) +
                     ",\nat central weights, on its own scale (never compare between parties)\n";
  return text + lines(extremes.parties, extremes.parties.size(),
                      [&](const auto& of) { return ask::extremes_sentence(a_case, of); });
}

}  // namespace

std::string why_text(const model::Case& a_case, const ask::WhyAnswer& answer) {
  const ask::AgreeQuestion& question = answer.question;
  std::string text = heading_text(a_case, question) + conflicts_text(a_case, answer) +
                     nearest_text(a_case, question, answer.nearest);
  if (question.is_named && !answer.smallest_changes.empty()) {
    text += "\nFrom " + ask::package_code(a_case, question.named) + "\n" +
            lines(answer.smallest_changes, question.list, [&](const auto& change) {
              return ask::smallest_change_sentence(a_case, question.named, change);
            });
  }
  text +=
      open_ways_text(a_case, answer) + steps_text(a_case, answer) + extremes_text(a_case, answer);
  if (!answer.complete) {
    text +=
        "\nNot complete: a bound or the time was reached. What is said is so, but more may be.\n";
  }
  return text + "\n" + closing_text(a_case);
}

}  // namespace nemawashi::cli
