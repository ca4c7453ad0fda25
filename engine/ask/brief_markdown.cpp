// SPDX-License-Identifier: Apache-2.0
#include "engine/ask/brief_markdown.h"

#include <algorithm>
#include <functional>

#include "engine/ask/consent_words.h"
#include "engine/ask/first_screen.h"
#include "engine/ask/words.h"
#include "engine/base/text.h"
#include "engine/model/levels.h"

namespace nemawashi::ask {
namespace {

std::string cell(std::string text) {
  for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) {
    text.replace(at, 1, "\\|");
  }
  return text;
}

std::string row(const std::vector<std::string>& cells) {
  std::string text = "|";
  for (const std::string& part : cells) text += " " + cell(part) + " |";
  return text + "\n";
}

std::string header(const std::vector<std::string>& cells) {
  return row(cells) + row(std::vector<std::string>(cells.size(), "---"));
}

std::string label(std::size_t package) { return "P" + std::to_string(package + 1); }

std::vector<std::string> with_labels(std::vector<std::string> cells, const DatedBrief& brief) {
  for (std::size_t i = 0; i < brief.packages.size(); ++i) cells.push_back(label(i));
  return cells;
}

std::string package_list(const DatedBrief& brief) {
  std::string text = "### Packages in the tables\n\n";
  for (std::size_t i = 0; i < brief.packages.size(); ++i) {
    const auto& named = brief.packages[i];
    text += "- **" + label(i) + "** " + named.name + ": " +
            package_words(*brief.a_case, named.report.package) + " (`" +
            package_code(*brief.a_case, named.report.package) + "`)\n";
  }
  return text + "\n";
}

std::string gate_strip(const DatedBrief& brief) {
  const model::Case& a_case = *brief.a_case;
  std::string text =
      "### The gate strip: who must say what, by when\n\n\"-\": the package does not ask this "
      "gate.\n\n" +
      header(with_labels({"Who", "What", "By when", "Kind"}, brief));
  constexpr const char* kKinds[] = {"legal", "budget", "political", "operational"};
  for (const model::Gate& gate : a_case.gates) {
    std::vector<std::string> cells = {a_case.at(gate.party).name, gate.act, gate.date,
                                      kKinds[static_cast<std::size_t>(gate.kind)]};
    for (const NamedPackage& named : brief.packages) {
      if (!model::is_asked(gate, named.report.package)) {
        cells.emplace_back("-");
      } else if (!model::is_modelled(a_case, gate.party)) {
        cells.emplace_back("not modelled");
      } else {
        cells.push_back(verdict_words(model::verdict(named.report.answers[gate.party.value].yes)));
      }
    }
    text += row(cells);
  }
  return text + "\n";
}

std::string consequence_table(const DatedBrief& brief) {
  const model::Case& a_case = *brief.a_case;
  if (a_case.interests.empty()) return {};
  std::vector<bool> cared_for(a_case.levels.size());
  for (const auto& interest : a_case.interests) cared_for[interest.level.value] = true;
  std::string text =
      "### The consequences, at likely values\n\nA blank is unknown, not zero. Leaving everything "
      "as "
      "it is changes levels too, so a package without changes may differ from what is before any "
      "decision. Values are sourced, "
      "derived or assumed as the tables `levels` and `effects` say.\n\n" +
      header(with_labels({"Measure", "Unit", "Before any decision"}, brief));
  const auto shown = [](const std::optional<base::Rational>& level) {
    return level ? base::decimal_text(*level, 2) : std::string();
  };
  for (std::size_t i = 0; i < a_case.levels.size(); ++i) {
    if (!cared_for[i]) continue;
    const model::LevelIndex level(i);
    std::vector<std::string> cells = {level_words(a_case, level),
                                      a_case.at(a_case.at(level).measure).unit,
                                      shown(model::level_today(a_case, level))};
    for (const NamedPackage& named : brief.packages) {
      cells.push_back(shown(model::level_in_package(a_case, brief.agree.question.reading, level,
                                                    named.report.package)));
    }
    text += row(cells);
  }
  return text + "\n";
}

std::string objections_section(const DatedBrief& brief) {
  const model::Case& a_case = *brief.a_case;
  std::string text = "### Why not\n\n";
  for (std::size_t i = 0; i < brief.packages.size(); ++i) {
    const agree::PackageReport& report = brief.packages[i].report;
    text += "**" + label(i) + " " + brief.packages[i].name + "**: " +
            (report.broken_limits.empty()
                 ? consent_words(a_case, report)
                 : "breaks a limit (" + a_case.at(report.broken_limits.front()).origin.id + ")") +
            ".\n\n";
    std::vector<std::string> said;
    for (const agree::Objection& objection : report.objections) {
      std::string line = "- " + a_case.at(objection.party).name + ", " +
                         verdict_words(objection.verdict) +
                         (objection.overridden ? " (overridden): " : ": ") +
                         base::ended(because(a_case, report, objection)) + "\n";
      if (std::find(said.begin(), said.end(), line) != said.end()) continue;
      text += line;
      said.push_back(std::move(line));
    }
    text += "\n";
  }
  return text;
}

std::string found_because(const model::Case& a_case, const agree::PackageReport& report,
                          model::PartyIndex party) {
  for (const agree::Objection& objection : report.objections) {
    if (objection.party == party) return because(a_case, report, objection);
  }
  const model::PartyAnswer& answer = report.answers[party.value];
  if (!answer.gain) return "nothing stated here stands against it";
  return "its gain at its least, central and greatest is " + gain_words(answer);
}

/// Calls `use` for each expectation for which `asked` is true.
void for_each_expectation(
    const DatedBrief& brief, const std::function<bool(const ComparedExpectation&)>& asked,
    const std::function<void(const NamedPackage&, const ComparedExpectation&)>& use) {
  for (const NamedPackage& named : brief.packages) {
    for (const ComparedExpectation& compared : named.expectations) {
      if (asked(compared)) use(named, compared);
    }
  }
}

std::string expectations_section(const DatedBrief& brief) {
  const model::Case& a_case = *brief.a_case;
  std::size_t all = 0;
  std::size_t agreeing = 0;
  std::string differing;
  std::string not_modelled;
  for_each_expectation(
      brief, [](const auto&) { return true; },
      [&](const NamedPackage& named, const ComparedExpectation& compared) {
        const auto& expectation = *compared.expectation;
        ++all;
        agreeing += compared.agrees() ? 1U : 0U;
        if (compared.agrees()) return;
        const std::string who = "- *" + named.name + "*, " + a_case.at(expectation.party).name +
                                ": expected " + verdict_words(expectation.expected);
        if (!compared.is_modelled) {
          not_modelled +=
              who + "; not modelled, counts as yes. Expected because: " + expectation.why + "\n";
          return;
        }
        differing += who + ", the model says " + verdict_words(compared.found) +
                     ". Expected because: " + base::ended(expectation.why) +
                     " The model says so because " +
                     base::ended(found_because(a_case, named.report, expectation.party)) + "\n";
      });
  if (all == 0) return {};
  std::string text = "### Expectations beside answers\n\nWritten by the analyst before any run: " +
                     std::to_string(agreeing) + " of " + std::to_string(all) + " agree.\n\n";
  if (!differing.empty()) text += "They differ here:\n\n" + differing + "\n";
  if (!not_modelled.empty()) text += "They cannot be compared here:\n\n" + not_modelled + "\n";
  return text;
}

std::string left_out_section(const DatedBrief& brief) {
  const model::Case& a_case = *brief.a_case;
  std::string text;
  if (const auto silent = model::not_modelled(a_case); !silent.empty()) {
    text += "### Not modelled\n\n" + party_names(a_case, silent) +
            ": their gates count as yes, since nothing is stated of them.\n\n";
  }
  if (!a_case.left_out.empty()) {
    text += "### Left out at this date\n\n" + std::to_string(a_case.left_out.size()) +
            " rows are not known yet, are replaced, or rest on such rows.\n\n";
  }
  return text;
}

/// Elements of `after` whose id `before` lacks, a line each.
template <class Elements, class Words>
std::string arrivals(const model::Case& before, const model::Case& after,
                     Elements model::Case::*elements, const Words& words) {
  std::string text;
  for (const auto& element : after.*elements) {
    const auto& old = before.*elements;
    const bool known = std::any_of(old.begin(), old.end(), [&](const auto& other) {
      return other.origin.id == element.origin.id;
    });
    if (!known) text += "  - " + words(after, element) + "\n";
  }
  return text;
}

/// `words(case, element)` says what an element of the case is.
template <class Elements, class Words>
std::string changed(const std::string& what,
                    const std::pair<const model::Case&, const model::Case&>& cases,
                    Elements model::Case::*elements, const Words& words) {
  const std::string come = arrivals(cases.first, cases.second, elements, words);
  const std::string gone = arrivals(cases.second, cases.first, elements, words);
  std::string text;
  if (!come.empty()) text += "- New " + what + ":\n" + come;
  if (!gone.empty()) text += "- No longer among the " + what + ":\n" + gone;
  return text;
}

}  // namespace

std::string changes_markdown(const DatedBrief& before, const DatedBrief& after) {
  const model::Case& old_case = *before.a_case;
  const model::Case& new_case = *after.a_case;
  std::string text = "## What changed from " + old_case.as_of + " to " + new_case.as_of + "\n\n" +
                     header({"Packages that", "on " + old_case.as_of, "on " + new_case.as_of});
  std::vector<std::string> unknown;  // An unknown number beside another one says nothing.
  const auto line = [&](const std::string& what, const agree::BoundedCount& a,
                        const agree::BoundedCount& b) {
    if (!a.exact() && !b.exact() && !agree::differ(a, b)) {
      unknown.push_back(what);
    } else {
      text += row({what, count_words(a), count_words(b)});
    }
  };
  const auto& old_counts = before.agree.without.counts;
  const auto& new_counts = after.agree.without.counts;
  line("break no limit", old_counts.feasible.all, new_counts.feasible.all);
  for (const auto certainty : {model::Certainty::necessary, model::Certainty::possible}) {
    const std::string words = certainty == model::Certainty::necessary
                                  ? "pass " + passed_words(new_case) + " for all weights"
                                  : "may pass " + passed_words(new_case);
    line(words, old_counts.under(certainty).all, new_counts.under(certainty).all);
    line(words + " and answer the question", old_counts.under(certainty).inside_question,
         new_counts.under(certainty).inside_question);
  }
  line("may pass and answer it, with overrides",
       before.agree.with_overrides->counts.under(model::Certainty::possible).inside_question,
       after.agree.with_overrides->counts.under(model::Certainty::possible).inside_question);
  text += "\n";
  if (!unknown.empty()) {
    text += "How many there are on either day was " + not_found_out_words() + ": packages that " +
            listed(unknown) + ".\n\n";
  }
  const std::pair<const model::Case&, const model::Case&> cases(old_case, new_case);
  text += changed("refusals", cases, &model::Case::refusals,
                  [](const model::Case& a_case, const model::Refusal& refusal) {
                    return a_case.at(refusal.party).name + ": " + refusal.words;
                  });
  text += changed("claims", cases, &model::Case::claims,
                  [](const model::Case&, const model::Claim& claim) { return claim.text; });
  text += changed("limits", cases, &model::Case::limits,
                  [](const model::Case&, const model::Limit& limit) {
                    const std::string& note = limit.origin.note;
                    return limit.origin.id + (note.empty() ? "" : ": " + note);
                  });
  for (const NamedPackage& named : after.packages) {
    const auto old =
        std::find_if(before.packages.begin(), before.packages.end(),
                     [&](const NamedPackage& other) { return other.name == named.name; });
    if (old == before.packages.end()) continue;
    std::vector<std::string> old_names;
    std::vector<std::string> new_names;
    for (const auto p : objecting(old_case, old->report)) old_names.push_back(old_case.at(p).name);
    for (const auto p : objecting(new_case, named.report)) new_names.push_back(new_case.at(p).name);
    if (old_names == new_names) continue;
    text += "- *" + named.name + "*: objections found from " +
            (old_names.empty() ? "nobody for certain" : listed(old_names)) + ", then from " +
            (new_names.empty() ? "nobody for certain" : listed(new_names)) + ".\n";
  }
  return text + "\n";
}

std::string brief_markdown(const Brief& brief) {
  if (brief.dates.empty()) return {};
  std::string text = "# " + brief.dates.front().a_case->title + "\n\n";
  for (const DatedBrief& dated : brief.dates) text += first_screen(dated) + "\n";
  for (std::size_t i = 1; i < brief.dates.size(); ++i) {
    text += changes_markdown(brief.dates[i - 1], brief.dates[i]);
  }
  for (const DatedBrief& dated : brief.dates) {
    const std::string& date = dated.a_case->as_of;
    text += "## In detail" + (date == model::kUndated ? "" : ", as known on " + date) + "\n\n" +
            package_list(dated) + gate_strip(dated) + consequence_table(dated) +
            objections_section(dated) + expectations_section(dated) + left_out_section(dated);
  }
  return text;
}

}  // namespace nemawashi::ask
