// SPDX-License-Identifier: Apache-2.0
#include "engine/ask/hinge_words.h"

#include <algorithm>

#include "engine/ask/words.h"
#include "engine/base/text.h"

namespace nemawashi::ask {
namespace {

using agree::Counts;
constexpr std::size_t kHingesShown = 3;

const agree::RegionCount& may_pass(const Counts& counts) {
  return counts.under(model::Certainty::possible);
}

/// What the claim does to the counts: what is proved of it, and what was not found out.
std::string counts_moved_words(const model::Case& a_case, const Counts& as_read,
                               const Hinge& hinge) {
  const auto& now = may_pass(as_read);
  const auto& then = may_pass(hinge.otherwise);
  const std::optional<bool> inside = agree::differ(now.inside_question, then.inside_question);
  if (inside == true) {
    return "**" + count_words(then.inside_question) + " may pass**" + inside_words(a_case) +
           ", not " + count_words(now.inside_question);
  }
  if (hinge.counts_change == false) return "no count changes";
  const std::optional<bool> all = agree::differ(now.all, then.all);
  std::string text;
  if (!inside) {
    text = "how many may pass" + inside_words(a_case) + " was " + not_found_out_words();
    if (all != true) return text;
    text += "; ";
  } else if (!a_case.wants.empty()) {
    text = "still " + count_words(then.inside_question) + " inside the question, and ";
  }
  if (all == true) {
    return text + "in all " + count_words(then.all) + " may pass, not " + count_words(now.all);
  }
  if (!all) return text + "how many may pass in all was " + not_found_out_words();
  return text + "in all as many may pass; " +
         (hinge.counts_change ? "other counts change"
                              : "whether other counts change was " + not_found_out_words());
}

std::string verdicts_moved_words(const DatedBrief& brief, const Hinge& hinge) {
  if (hinge.verdicts.empty()) return {};
  const auto& change = hinge.verdicts.front();
  const std::size_t more = hinge.verdicts.size() - 1;
  return brief.a_case->at(change.party).name + " on *" + brief.packages[change.named_package].name +
         "*: from \"" + verdict_words(change.from) + "\" to \"" + verdict_words(change.to) + "\"" +
         (more > 0 ? ", and " + counted(more, "more such change", "more such changes") : "");
}

std::string claim_words(const DatedBrief& brief, const Hinge& hinge) {
  const model::Claim& claim = brief.a_case->at(hinge.claim);
  const bool read_true = brief.agree.question.reading[hinge.claim.value];
  return "`" + claim.origin.id + "`: *" + claim.text + "* (" + claim.claimant + "). If " +
         (read_true ? "not" : "so") + ": ";
}

std::string hinge_line(const DatedBrief& brief, const Hinge& hinge) {
  const model::Case& a_case = *brief.a_case;
  std::string text =
      claim_words(brief, hinge) + counts_moved_words(a_case, brief.agree.without.counts, hinge);
  std::vector<std::string> shared;
  for (const auto& [issue, option] : hinge.opened_with) {
    shared.push_back("*" + a_case.at(issue).options[option.value].name + "*");
  }
  if (!shared.empty()) text += ", all of them with " + listed(shared);
  const std::string verdicts = verdicts_moved_words(brief, hinge);
  return text + (verdicts.empty() ? "" : "; " + verdicts) + ".";
}

/// What claims open together: pairs where none opens the question alone, then all at once.
std::string joint_words(const DatedBrief& brief) {
  const model::Case& a_case = *brief.a_case;
  std::string text;
  for (const JointHinge& joint : brief.joint_hinges) {
    text += "were it otherwise both with `" + a_case.at(joint.first).origin.id + "` and `" +
            a_case.at(joint.second).origin.id + "`, " +
            count_words(may_pass(joint.otherwise).inside_question) + " may pass" +
            inside_words(a_case) + "; ";
  }
  text += "with every contested claim the other way at once, ";
  const auto& all = may_pass(brief.all_claims_otherwise).inside_question;
  if (all.least == 0 && !all.exact()) {
    return text + "how many may pass" + inside_words(a_case) + " was " + not_found_out_words() +
           ".";
  }
  return text + count_words(all) + " may pass" + inside_words(a_case) + ".";
}

/// Of how many contested claims, and of which, it is not known whether they alter a count.
std::string not_found_out_sentence(const DatedBrief& brief) {
  const auto& claims = brief.not_found_out;
  const std::size_t all = brief.agree.claims.size();
  if (claims.size() == all) {
    return "Of no contested claim was it found out before the search was stopped whether a count "
           "changes.";
  }
  std::vector<std::string> ids;
  for (const auto claim : claims) ids.push_back("`" + brief.a_case->at(claim).origin.id + "`");
  return "Of " + std::to_string(claims.size()) + " of the " + std::to_string(all) +
         " contested claims (" + listed(ids) + ") it was " + not_found_out_words() +
         " whether a count changes.";
}

/// Of which claims it is not known whether they alter a count; then the hinges that have no place
/// among the others, so many at most.
std::string unmeasured_words(const DatedBrief& brief, std::size_t first, std::size_t most) {
  std::string text;
  if (!brief.not_found_out.empty()) {
    text += "\n>\n> " + not_found_out_sentence(brief);
  }
  const std::size_t end = std::min(brief.hinges.size(), first + most);
  if (first >= end) return text;
  text += std::string(text.empty() ? "\n>\n> " : " ") +
          "In no order, since it is not known how many may pass:\n>";
  for (std::size_t i = first; i < end; ++i) text += "\n> - " + hinge_line(brief, brief.hinges[i]);
  return text;
}

}  // namespace

std::string hinges_words(const DatedBrief& brief) {
  std::string text = "\n>\n> **It hinges on**";
  if (brief.agree.claims.empty()) return text + " no contested claim.";
  if (brief.hinges.empty() && brief.not_found_out.empty()) {
    return text + " none of the " +
           counted(brief.agree.claims.size(), "contested claim", "contested claims") +
           " by itself: no count and no verdict on a named package changes; " + joint_words(brief);
  }
  const auto is_first = [&](const Hinge& hinge) {
    return is_measured(hinge, brief.agree.without.counts);
  };
  const auto measured =
      static_cast<std::size_t>(std::count_if(brief.hinges.begin(), brief.hinges.end(), is_first));
  const std::size_t shown = std::min(kHingesShown, measured);
  if (shown > 0) text += "\n>";
  for (std::size_t i = 0; i < shown; ++i) {
    text += "\n> " + std::to_string(i + 1) + ". " + hinge_line(brief, brief.hinges[i]);
  }
  if (shown == 0) text += " what was " + not_found_out_words() + ".";
  const std::size_t more_room = kHingesShown - shown;
  text += unmeasured_words(brief, measured, more_room);
  text += "\n>\n> ";
  const std::size_t left =
      brief.hinges.size() - shown - std::min(more_room, brief.hinges.size() - measured);
  if (left == 0) return text + base::capitalised(joint_words(brief));
  return text + counted(left, "more claim alters", "more claims alter") +
         " a count or a verdict; " + joint_words(brief);
}

}  // namespace nemawashi::ask
