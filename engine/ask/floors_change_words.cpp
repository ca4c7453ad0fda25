// SPDX-License-Identifier: Apache-2.0
#include "engine/ask/floors_change_words.h"

#include <algorithm>

#include "engine/base/text.h"

namespace nemawashi::ask {
namespace {

using house::Change;
using house::HouseAnswer;
using model::House;

/// `6 of 13`, where no more than so many are shown.
std::string first_of(std::size_t shown, std::size_t all) {
  return std::to_string(std::min(shown, all)) + " of " + std::to_string(all);
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : "; ") + part;
  return text;
}

/// The first of them, by id.
template <class Index>
std::string ids(const House& house, const std::vector<Index>& some) {
  std::string text;
  for (std::size_t i = 0; i < std::min(kShown, some.size()); ++i) {
    text += (i == 0 ? "" : ", ") + house.at(some[i]).origin.id;
  }
  if (some.size() > kShown) text += " and " + std::to_string(some.size() - kShown) + " more";
  return text;
}

/// `if X fails`; of a cause `if X comes about`.
std::string if_it_fails(const House& house, std::uint32_t component) {
  const bool is_cause = component >= house.arrangements.size();
  return house::component_origin(house, component).id + (is_cause ? " comes about" : " fails");
}

/// What is lost, then what is won; `nothing` where neither.
std::string change_words(const House& house, const Change& change) {
  std::vector<std::string> parts;
  if (!change.fallen.empty()) {
    parts.push_back(counted(change.fallen.size(), "arrangement falls", "arrangements fall") + " (" +
                    ids(house, change.fallen) + ")");
  }
  if (!change.lost.empty()) {
    parts.push_back(counted(change.lost.size(), "function of a member is lost",
                            "functions of members are lost"));
  }
  if (change.pairs_lost > 0) {
    parts.push_back(counted(change.pairs_lost, "pair of members no longer has a function together",
                            "pairs of members, counted by function, no longer have it together"));
  }
  if (!change.unanswered.empty()) {
    parts.push_back(counted(change.unanswered.size(), "contingency", "contingencies") +
                    " no longer covered by something that acts: " + ids(house, change.unanswered));
  }
  if (!change.weaker.empty()) {
    parts.push_back("covered less firmly: " + ids(house, change.weaker));
  }
  if (!change.risen.empty()) parts.push_back("stands then: " + ids(house, change.risen));
  if (!change.gained.empty()) {
    parts.push_back(
        counted(change.gained.size(), "function of a member more", "functions of members more"));
  }
  if (change.pairs_gained > 0) {
    parts.push_back(counted(change.pairs_gained, "pair of members then has a function together",
                            "pairs of members, counted by function, then have it together"));
  }
  if (!change.answered.empty()) {
    parts.push_back("then covered by something that acts: " + ids(house, change.answered));
  }
  if (!change.firmer.empty()) parts.push_back("covered more firmly: " + ids(house, change.firmer));
  return parts.empty() ? "nothing that is counted here changes" : joined(parts);
}

std::string floor_by_floor(const House& house, const Change& change) {
  std::string text;
  std::size_t floor = 0;
  for (const model::ArrangementIndex one : change.fallen) {
    const model::Arrangement& arrangement = house.at(one);
    if (arrangement.floor != floor) {
      floor = arrangement.floor;
      text += (text.empty() ? "" : "\n") + std::string("- floor ") + std::to_string(floor) + ": ";
    } else {
      text += "; ";
    }
    text += arrangement.name;
  }
  return text.empty() ? "- no arrangement falls" : text;
}

std::string step_words(const House& house, const house::Step& step) {
  return (step.kind == house::Step::Kind::found ? "found " : "make act: ") +
         house.at(step.arrangement).origin.id;
}

/// What is not known of the best set.
std::string unproved(const house::BestSet& best) {
  if (best.stopped) return "The search was stopped: there may be more steps and better sets.\n";
  return best.proved ? "" : "Not every set was tried.\n";
}

}  // namespace

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string with_section(const model::Case& a_case, const HouseAnswer& answer) {
  const house::HouseQuestion& question = answer.question;
  if (question.with.empty()) return {};
  const house::View alone =
      house::view_of(a_case, question.package, question.reading, {}, question.without);
  std::string text;
  for (const model::ArrangementIndex one : question.with) {
    text += (text.empty() ? "Taken to exist: " : ", ") + a_case.house.at(one).name;
    if (answer.view.failed[one.value]) {
      text += " (but taken as failed too)";
    } else if (alone.exists[one.value]) {
      text += " (which exists anyway)";
    }
  }
  return text + "\n";
}

std::string without_section(const model::Case& a_case, const HouseAnswer& answer) {
  if (!answer.without) return {};
  const House& house = a_case.house;
  std::string names;
  for (const std::uint32_t one : answer.question.without) {
    names += (names.empty() ? "" : ", ") + house::component_name(house, one);
  }
  Change rest = *answer.without;
  rest.fallen.clear();
  return "Without " + names + ", this falls:\n" + floor_by_floor(house, *answer.without) + "\n- " +
         change_words(house, rest) + "\n";
}

std::string load_section(const model::Case& a_case, const HouseAnswer& answer) {
  const std::vector<const house::Fall*> falls = house::by_load(answer.falls);
  std::string text = "What carries the load: what follows, each alone (the heaviest " +
                     first_of(kShown, falls.size()) + ")\n";
  for (std::size_t i = 0; i < std::min(kShown, falls.size()); ++i) {
    text += "- if " + if_it_fails(a_case.house, falls[i]->component) + ": " +
            change_words(a_case.house, falls[i]->change) + "\n";
  }
  return falls.empty() ? std::string() : text;
}

std::string next_section(const model::Case& a_case, const HouseAnswer& answer) {
  const house::Next& next = answer.next;
  if (next.steps.empty() && !next.best.stopped) return {};
  std::string text = "What to found or strengthen next, each alone (those that add most, " +
                     first_of(kShown, next.steps.size()) + ")\n";
  for (std::size_t i = 0; i < std::min(kShown, next.steps.size()); ++i) {
    text += "- " + step_words(a_case.house, next.steps[i]) + ": " +
            change_words(a_case.house, next.steps[i].change) + "\n";
  }
  text +=
      "The set that adds most within a budget of " + base::literal_text(next.budget) +
      " (a step without a cost counts 1; compared by contingencies, then by members together): ";
  if (next.best.steps.empty()) {
    return text + "no step brings anything that is counted here.\n" + unproved(next.best);
  }
  for (std::size_t i = 0; i < next.best.steps.size(); ++i) {
    text += (i == 0 ? "" : ", ") + step_words(a_case.house, next.steps[next.best.steps[i]]);
  }
  text += ": " + change_words(a_case.house, next.best.change);
  return text + ".\n" + unproved(next.best);
}

std::string options_section(const model::Case& a_case, const HouseAnswer& answer) {
  if (answer.options.empty()) return {};
  std::string text = "What the options of the case change\n";
  for (const house::OptionAnswer& option : answer.options) {
    const model::Issue& issue = a_case.at(option.issue);
    text += "- " + issue.origin.id + " = " + issue.options[option.option.value].id + ": " +
            change_words(a_case.house, option.change) + "\n";
  }
  return text;
}

std::string claims_section(const model::Case& a_case, const HouseAnswer& answer) {
  std::string text;
  for (const house::ClaimAnswer& claim : answer.claims) {
    const model::Claim& row = a_case.at(claim.claim);
    text += "The claim " + row.origin.id + " (" + base::ended(row.text) + ") is read as " +
            (claim.as_read ? "true" : "false") + "; " +
            counted(claim.rows.size(), "row rests on it", "rows rest on it") +
            ". The other way, while nothing fails: " + change_words(a_case.house, claim.change) +
            "; ways and firmness: --claim " + row.origin.id + "=" +
            (claim.as_read ? "false" : "true") + ".\n";
    for (const house::ClaimFall& fall : claim.falls) {
      text += "- if " + if_it_fails(a_case.house, fall.component) +
              ", as read: " + change_words(a_case.house, fall.as_read) +
              ". The other way: " + change_words(a_case.house, fall.otherwise) + ".\n";
    }
  }
  return text;
}

}  // namespace nemawashi::ask
