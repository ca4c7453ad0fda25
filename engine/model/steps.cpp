// SPDX-License-Identifier: Apache-2.0
#include "engine/model/steps.h"

namespace nemawashi::model {

const std::vector<CaseStep>& case_steps() {
  static const std::vector<CaseStep> steps = {
      {1,
       "Question and date",
       "Write the question as one sentence, who asks, and the date at which the case is read.",
       {"case"}},
      {2,
       "Gate map",
       "Before any interest: which acts do law and practice need, by whom, by when? List the "
       "parties (offices and groups, not persons) and one gate for each yes. Take half a day with "
       "a legal adviser.",
       {"parties", "places", "gates"}},
      {3,
       "Baselines",
       "What happens by itself in 6, 24 and 60 months if nobody agrees? Two or three variants, "
       "with probabilities that sum to 1.",
       {"baselines"}},
      {4,
       "Positions and refusals",
       "What have the parties said, when, where? Quote them. What does a party refuse whatever "
       "else it gets? Ask of each position: what for? Positions are shown, never computed with.",
       {"positions", "refusals", "sources"}},
      {5,
       "Claims",
       "Which statements are contested, by whom, and what would settle them? Facts that rest on "
       "one name it in if_claim. What institutions rest on is such a claim: if the question needs "
       "it, list arrangements, what they are for, and what each rests on (nema floors).",
       {"claims", "functions", "arrangements", "rests_on", "common_causes", "contingencies",
        "reach"}},
      {6,
       "Issues and options",
       "What is to be settled, and by which options? Include smaller, elsewhere, later, "
       "temporary, reviewed and nothing. Then write into case.wants what counts as an answer.",
       {"issues"}},
      {7,
       "Consequences",
       "In natural units: what does each option change, at whom, by how much (low, likely, high)? "
       "Leave blank what is unknown: blanks are printed, not taken as zero. No source, no effect.",
       {"measures", "levels", "effects", "limits"}},
      {8,
       "Interests",
       "For each party: all these measures stand at their worst. Which one would it move to its "
       "best first? Rank only. Two analysts work independently; where they differ, write a tie.",
       {"interests"}},
      {9,
       "Expectations",
       "Before any run: five packages that history or common sense knows. Who would object, and "
       "why? The program shows where it disagrees. This step makes or breaks trust. For a report "
       "that is also read in Japanese, give the texts in translations.",
       {"expectations", "translations"}},
  };
  return steps;
}

std::string step_name(const CaseStep& step) {
  return (step.number < 10 ? "0" : "") + std::to_string(step.number) + " " + step.title;
}

}  // namespace nemawashi::model
