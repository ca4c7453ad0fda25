// SPDX-License-Identifier: Apache-2.0
#include "engine/ask/floors_words.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "engine/ask/floors_change_words.h"
#include "engine/base/significant.h"

namespace nemawashi::ask {
namespace {

using house::HouseAnswer;
using model::Arrangement;
using model::ArrangementIndex;
using model::House;
using model::Strength;

std::string how(Strength strength) {
  static constexpr std::array kWords = {"on paper only", "meets", "acts", "has acted"};
  return kWords.at(static_cast<std::size_t>(strength));
}

std::string member_names(const model::Case& a_case,
                         const std::vector<model::BearerIndex>& members) {
  std::string text;
  for (std::size_t i = 0; i < std::min(kShown, members.size()); ++i) {
    text += (i == 0 ? "" : ", ") + model::bearer_name(a_case, members[i]);
  }
  if (members.size() > kShown) {
    text += " and " + std::to_string(members.size() - kShown) + " more";
  }
  return text;
}

std::string supports(const model::Case& a_case, const HouseAnswer& answer, ArrangementIndex one) {
  std::string text;
  for (const model::RestsOn& row : a_case.house.rests_on) {
    if (row.arrangement != one) continue;
    if (row.if_claim && !answer.question.reading[row.if_claim->value]) continue;
    text += (text.empty() ? "; rests on " : " and ") + rule_words(a_case.house, row.rule);
    if (row.if_claim) text += " (if " + a_case.at(*row.if_claim).origin.id + ")";
  }
  return text;
}

std::string house_section(const model::Case& a_case, const HouseAnswer& answer) {
  const House& house = a_case.house;
  std::map<std::size_t, std::vector<ArrangementIndex>, std::greater<>> floors;
  std::vector<ArrangementIndex> absent;
  for (std::size_t i = 0; i < house.arrangements.size(); ++i) {
    if (answer.view.exists[i]) {
      floors[house.arrangements[i].floor].emplace_back(i);
    } else {
      absent.emplace_back(i);
    }
  }
  std::string text = "The house, from the top:\n";
  for (const auto& [floor, rooms] : floors) {
    text += "Floor " + std::to_string(floor) + "\n";
    for (const ArrangementIndex room : rooms) {
      const Arrangement& one = house.at(room);
      const auto& firm = answer.now.firmness[room.value];
      text += "- " + one.name + " (" + one.origin.id + "): " + how(one.strength);
      if (!firm) {
        text += ", but does not stand";
      } else if (*firm < one.strength) {
        text += ", but by what it rests on no firmer than: " + how(*firm);
      }
      text += "; " + member_names(a_case, one.members) + supports(a_case, answer, room) + "\n";
    }
  }
  if (absent.empty()) return text;
  text += "Not there:\n";
  for (const ArrangementIndex room : absent) {
    const Arrangement& one = house.at(room);
    text += "- " + one.name + " (" + one.origin.id + "), on floor " + std::to_string(one.floor) +
            (answer.view.failed[room.value] ? "; taken as failed; was: "
                                            : "; proposed, meant so that: ") +
            how(one.strength) + supports(a_case, answer, room) + "\n";
  }
  return text;
}

/// `3`, or `3 to 5` where it is not proved.
std::string paths_text(const house::DisjointPaths& paths) {
  std::string text = std::to_string(paths.at_least);
  if (paths.at_most != paths.at_least) text += " to " + std::to_string(paths.at_most);
  return text;
}

std::string ids_of(const House& house, const std::vector<ArrangementIndex>& some) {
  std::string text;
  for (const ArrangementIndex one : some) {
    text += (text.empty() ? "" : ", ") + house.at(one).origin.id;
  }
  return text;
}

/// Members alike in a function stand in one line.
std::string functions_section(const model::Case& a_case, const HouseAnswer& answer) {
  const House& house = a_case.house;
  std::string text =
      "Who has what, how firmly, through how many independent ways (through what is on paper only "
      "too):\n";
  for (std::size_t f = 0; f < house.functions.size(); ++f) {
    std::map<std::string, std::vector<model::BearerIndex>> alike;
    std::vector<std::string> order;
    for (const house::ProvidedFunction& one : answer.functions) {
      if (one.provision.function.value != f) continue;
      std::string key;
      if (!one.best) {
        key = "nothing that stands";
      } else {
        const auto& structure = answer.structures[one.structure];
        key = "at best " + how(*one.best) + ", " + paths_text(structure.independent) +
              (structure.independent.at_most == 1 ? " way" : " ways") + " (";
        key += ids_of(house, one.standing) + ")";
        if (structure.ending != house::StructureAnswer::Ending::complete) {
          key += ", stopped before all was found";
        }
        if (structure.probability) {
          key += ", lost with a probability of " +
                 base::significant_text(base::approximate(*structure.probability));
        }
      }
      if (alike.find(key) == alike.end()) order.push_back(key);
      alike[key].push_back(one.provision.member);
    }
    if (order.empty()) continue;
    text += house.functions[f].name + "\n";
    for (const std::string& key : order) {
      text += "- " + member_names(a_case, alike[key]) + ": " + key + "\n";
    }
  }
  return text;
}

std::string contingencies_section(const model::Case& a_case, const HouseAnswer& answer) {
  const House& house = a_case.house;
  if (house.contingencies.empty()) return {};
  const auto answered = std::count_if(answer.contingencies.begin(), answer.contingencies.end(),
                                      [](const auto& one) { return house::is_answered(one.best); });
  std::string text = "Contingencies: " + std::to_string(answered) + " of " +
                     std::to_string(answer.contingencies.size()) +
                     (answered == 1 ? " is" : " are") + " covered by something that acts\n";
  for (const house::AnsweredContingency& one : answer.contingencies) {
    const model::Contingency& row = house.at(one.contingency);
    text += "- " + row.name;
    if (!row.date.empty()) text += ", " + row.date;
    if (!row.toll.empty()) text += " (" + row.toll + ")";
    text += ": ";
    if (one.standing.empty()) {
      text += "nothing that stands covers it";
    } else {
      text += "covered by " + ids_of(house, one.standing) + ", at best " + how(*one.best);
    }
    if (!row.date.empty()) {
      text += one.existed_then.empty() ? "; nothing of this was there then"
                                       : "; there before it: " + ids_of(house, one.existed_then);
      if (!one.had_acted.empty()) text += "; had acted before: " + ids_of(house, one.had_acted);
    }
    if (!one.proposed.empty()) text += "; proposed for such: " + ids_of(house, one.proposed);
    text += "\n";
  }
  return text;
}

/// `3 pairs: a, b; ..` of the gaps with so many members; nothing where there is none.
std::string gaps_of_size(const model::Case& a_case, const house::FunctionGaps& of,
                         std::size_t size) {
  const std::size_t count = size == 2 ? of.pairs : of.triples;
  if (count == 0) return {};
  std::string text = counted(count, size == 2 ? "pair" : "triple", size == 2 ? "pairs" : "triples");
  if (!of.complete) text = "at least " + text;
  std::size_t shown = 0;
  for (const house::Gap& gap : of.listed) {
    if (gap.members.size() != size || shown == kShown) continue;
    text += (shown++ == 0 ? ": " : "; ") + member_names(a_case, gap.members) +
            (gap.on_paper ? " (on paper only)" : "");
  }
  if (count > shown) text += "; and " + std::to_string(count - shown) + " more";
  return text;
}

std::string gaps_section(const model::Case& a_case, const HouseAnswer& answer) {
  std::string text =
      "Gaps: members that each have a function, with nothing that has them together "
      "and meets (the word is no advice)\n";
  for (std::size_t f = 0; f < a_case.house.functions.size(); ++f) {
    const house::FunctionGaps& of = answer.gaps[f];
    const std::string line = "- " + a_case.house.functions[f].name + ": ";
    for (const std::size_t size : {2U, 3U}) {
      const std::string some = gaps_of_size(a_case, of, size);
      if (!some.empty()) text += line + some + "\n";
    }
    if (!of.complete) {
      text += line + "stopped before all pairs and triples were looked at\n";
    } else if (of.pairs + of.triples == 0) {
      text += line + "no pair and no triple\n";
    }
    const auto& lacking = answer.without_any[f];
    if (!lacking.empty()) {
      text += line + "nothing, or on paper only: " + member_names(a_case, lacking) + "\n";
    }
  }
  return text;
}

}  // namespace

std::string strength_word(Strength strength) {
  static constexpr std::array kWords = {"paper", "meets", "acts", "has_acted"};
  return kWords.at(static_cast<std::size_t>(strength));
}

std::string rule_words(const House& house, const model::ArrangementRule& rule) {
  using Kind = model::ArrangementRule::Kind;
  if (rule.kind == Kind::member) return house.at(rule.member).origin.id;
  static constexpr std::array kWords = {"", "all", "any", "at_least", "votes"};
  std::string text = std::string(kWords.at(static_cast<std::size_t>(rule.kind))) + "(";
  const bool counts = rule.kind == Kind::at_least || rule.kind == Kind::votes;
  if (counts) text += base::literal_text(rule.threshold);
  for (std::size_t i = 0; i < rule.parts.size(); ++i) {
    text += (i > 0 || counts ? ", " : "") + rule_words(house, rule.parts[i]);
    if (rule.kind == Kind::votes) text += ":" + base::literal_text(rule.weights[i]);
  }
  return text + ")";
}

std::string floors_words(const model::Case& a_case, const HouseAnswer& answer) {
  std::string text;
  for (const std::string& part :
       {with_section(a_case, answer), house_section(a_case, answer),
        without_section(a_case, answer), functions_section(a_case, answer),
        load_section(a_case, answer), gaps_section(a_case, answer),
        contingencies_section(a_case, answer), next_section(a_case, answer),
        options_section(a_case, answer), claims_section(a_case, answer)}) {
    if (!part.empty()) text += part + "\n";
  }
  return text +
         "Of institutions only, as the tables say: no facility is a part of this, and how firm an "
         "arrangement is, is the reading of whoever coded it. Lists that end in `more` are whole "
         "with --json, of gaps the first 1,000 of each function.\n";
}

}  // namespace nemawashi::ask
