// SPDX-License-Identifier: Apache-2.0
#include "engine/ask/request.h"

#include <algorithm>
#include <set>

#include "engine/ask/solution_words.h"
#include "engine/base/text.h"
#include "engine/model/levels.h"
#include "engine/model/schema.h"

namespace nemawashi::ask {
namespace {

constexpr std::size_t kMostDraws = 1'000'000;

/// Looks up what was written and collects what cannot be found.
class Resolver {
 public:
  Resolver(const model::Case& a_case, const AgreeRequest& request)
      : case_(a_case), request_(request) {}

  ResolvedQuestion resolved() {
    AgreeQuestion& question = result_.question;
    question.reading = model::default_reading(case_);
    question.scope = agree::whole_scope(case_, agree::Overrides::considered);
    question.named = model::standing_package(case_);
    question.overrides = request_.overrides;
    question.list = request_.list;
    for (const std::string& text : request_.options) take_options(text);
    if (several_) question.is_named = false;
    for (const std::string& text : request_.claims) take_claim(text);
    for (const std::string& id : request_.between) {
      if (const auto party = party_with_interests(id, "--between")) {
        question.frontier.between.push_back(*party);
      }
    }
    question.frontier.over =
        request_.over == "feasible" ? agree::Over::feasible : agree::Over::ratifiable;
    if (request_.over != "feasible" && request_.over != "ratifiable") {
      error("unknown-word", "--over", "'" + request_.over + "' is not known",
            "use feasible or ratifiable");
    }
    const auto& between = question.frontier.between;
    const std::set<model::PartyIndex> different(between.begin(), between.end());
    if (different.size() < between.size()) {
      error("invalid-argument", "--between", "a party is named twice", "name each once");
    }
    if (request_.between.empty() && request_.over == "feasible") {
      error("invalid-argument", "--over", "it says over which packages a frontier is looked for",
            "add --between A,B");
    }
    take_certainty();
    question.frontier.members = request_.list;
    if (request_.by == "nash") {
      question.order = ByNash{};
      if (request_.certainty != "central") {
        error("invalid-argument", "--by",
              "the Nash order is of packages that pass at central weights",
              "leave --certainty away");
      }
    } else if (request_.by == "utilitarian") {
      question.order = ByUtilitarian{};
    } else if (!request_.by.empty()) {
      if (const auto party = party_with_interests(request_.by, "--by")) question.order = *party;
    }
    if (request_.settling == Settling::divisible) take_divided();
    question.sample = request_.sample;
    if (request_.sample && request_.sample->draws > kMostDraws) {
      error("invalid-argument", "--sample",
            std::to_string(request_.sample->draws) + " packages are more than one answer holds",
            "draw at most " + std::to_string(kMostDraws) + ", with other seeds for more");
    }
    return std::move(result_);
  }

 private:
  void error(std::string code, std::string place, std::string message, std::string mend) {
    result_.diagnostics.push_back({base::Severity::error, std::move(code), "arguments", 0,
                                   std::move(place), base::sentence(std::move(message)),
                                   base::sentence(std::move(mend))});
  }

  void unknown(const std::string& what, const std::string& id,
               const std::vector<std::string>& known, const std::string& place) {
    const auto nearest = base::nearest_name(id, known);
    std::string mend;
    if (nearest) {
      mend = "did you mean '" + *nearest + "'?";
    } else {
      mend = "use one of:";
      for (const std::string& name : known) mend += " " + name;
    }
    const bool option = what.rfind("option", 0) == 0;
    error(option ? "unknown-option" : "unknown-id", place,
          "there is no " + what + " '" + id + "' in the case", mend);
  }

  template <class Elements>
  static std::vector<std::string> ids(const Elements& elements) {
    std::vector<std::string> result;
    for (const auto& element : elements) result.push_back(element.origin.id);
    return result;
  }

  static std::optional<std::size_t> place_of(const std::vector<std::string>& ids,
                                             const std::string& id) {
    const auto found = std::find(ids.begin(), ids.end(), id);
    if (found == ids.end()) return std::nullopt;
    return static_cast<std::size_t>(found - ids.begin());
  }

  /// A package that the case names in its expectations.
  bool take_name(const std::string& text) {
    const auto named =
        std::find_if(case_.expectations.begin(), case_.expectations.end(),
                     [&](const model::Expectation& known) { return known.name == text; });
    if (named == case_.expectations.end()) return false;
    result_.question.named = named->package;
    result_.question.is_named = true;
    return true;
  }

  /// True, with an error, where the text is a claim or a setting, which have options of their own.
  bool misplaced(const std::string& text) {
    const std::string id(base::trimmed(text.substr(0, text.find('='))));
    if (text.find('=') == std::string::npos || place_of(ids(case_.issues), id)) return false;
    if (place_of(ids(case_.claims), id)) {
      error("invalid-argument", text, "'" + id + "' is a claim, and no issue",
            "repeat --claim before each: --claim " + text);
      return true;
    }
    const std::size_t dot = id.find('.');
    if (dot == std::string::npos || model::find_table(id.substr(0, dot)) == nullptr) return false;
    error("invalid-argument", text, "this sets a cell of the table " + id.substr(0, dot),
          "repeat --set before each: --set " + text);
    return true;
  }

  void take_options(const std::string& text) {
    if (take_name(text) || misplaced(text)) return;
    const auto parsed = model::parse_condition(text);
    if (const auto* wrong = std::get_if<model::GrammarError>(&parsed)) {
      error("invalid-argument", text,
            text.find('=') == std::string::npos
                ? "the case names no such package on this date, and no option is given"
                : "at position " + std::to_string(wrong->position + 1) + ", " + wrong->message,
            "write issue=option or issue=option|option");
      return;
    }
    const auto& terms = std::get<model::WrittenCondition>(parsed);
    for (const auto& term : terms) take_term(term, text);
    if (terms.empty()) error("invalid-argument", text, "nothing is written", "write issue=option");
  }

  void take_term(const model::WrittenTerm& term, const std::string& text) {
    const auto issue = place_of(ids(case_.issues), term.issue);
    if (!issue) {
      unknown("issue", term.issue, ids(case_.issues), text);
      return;
    }
    const auto& options = case_.issues[*issue].options;
    std::vector<std::string> names;
    for (const auto& option : options) names.push_back(option.id);
    model::OptionSet asked(options.size(), term.excluded);
    for (const std::string& id : term.options) {
      const auto option = place_of(names, id);
      if (!option) {
        unknown("option of the issue " + term.issue, id, names, text);
        return;
      }
      asked[*option] = !term.excluded;
    }
    if (!mentioned_.insert(*issue).second) {
      error("invalid-argument", text, "the issue '" + term.issue + "' is named twice",
            "name its options once, as issue=option|option");
      return;
    }
    const auto yes = place_of(names, "yes");
    const bool overrides = case_.issues[*issue].overrides && yes && asked[*yes];
    if (overrides && request_.overrides == agree::Overrides::fixed_at_no) {
      error("invalid-argument", text, "this sets a gate aside",
            "leave it away, or ask `nema agree` with --with-overrides");
      return;
    }
    const auto count = std::count(asked.begin(), asked.end(), true);
    if (count == 0) {
      error("empty-scope", text, "no option of '" + term.issue + "' is left", "name one option");
      return;
    }
    AgreeQuestion& question = result_.question;
    if (count == 1) {
      const auto only = std::find(asked.begin(), asked.end(), true) - asked.begin();
      question.named[*issue] = model::OptionIndex(static_cast<std::size_t>(only));
      question.is_named = true;
    } else {
      several_ = true;
    }
    question.scope[*issue] = std::move(asked);
  }

  void take_claim(const std::string& text) {
    const std::size_t equals = text.find('=');
    const std::string id(base::trimmed(text.substr(0, equals)));
    const std::string value(equals == std::string::npos
                                ? ""
                                : base::trimmed(std::string_view(text).substr(equals + 1)));
    if (value != "true" && value != "false") {
      error("invalid-argument", text, "a claim is set to true or to false",
            "write --claim ID=true");
      return;
    }
    if (const auto claim = place_of(ids(case_.claims), id)) {
      result_.question.reading[*claim] = value == "true";
    } else {
      unknown("claim", id, ids(case_.claims), text);
    }
  }

  std::optional<model::PartyIndex> party_with_interests(const std::string& id,
                                                        const std::string& place) {
    const auto party = place_of(ids(case_.parties), id);
    if (!party) {
      unknown("party", id, ids(case_.parties), place);
      return std::nullopt;
    }
    if (case_.interests_of[*party].empty()) {
      error("no-interests", place, "'" + id + "' has no interests in the case, so it has no worth",
            "choose a party with interests");
      return std::nullopt;
    }
    return model::PartyIndex(*party);
  }

  /// The two parties of `--between`, by default those at the gates; and whether shares of options
  /// have a meaning for them.
  void take_divided() {
    const auto& between = result_.question.frontier.between;
    if (between.size() != request_.between.size()) return;  // Reported already.
    const auto parties = between.empty() ? agree::parties_at_gates(case_) : between;
    if (parties.size() != 2 || parties[0] == parties[1]) {
      error("not-two-parties", "--divisible",
            "shares are found between two parties with interests, not " +
                std::to_string(parties.size()),
            "name two, as --between a,b");
      return;
    }
    const std::array<model::PartyIndex, 2> pair = {parties[0], parties[1]};
    const auto reasons = agree::why_indivisible(case_, result_.question.reading, pair);
    if (!reasons.empty()) {
      error("not-divisible", "--divisible", indivisible_words(reasons),
            "ask without --divisible: --between shows what whole options give the two");
    }
    result_.question.divided_between = pair;
  }

  void take_certainty() {
    auto& certainty = result_.question.frontier.certainty;
    if (request_.certainty == "necessary") {
      certainty = model::Certainty::necessary;
    } else if (request_.certainty == "central") {
      certainty = model::Certainty::central;
    } else if (request_.certainty == "possible") {
      certainty = model::Certainty::possible;
    } else {
      error("unknown-word", "--certainty", "'" + request_.certainty + "' is not known",
            "use necessary, central or possible");
    }
  }

  const model::Case& case_;
  const AgreeRequest& request_;
  std::set<std::size_t> mentioned_;  ///< issues named so far
  bool several_ = false;             ///< some issue was given several options
  ResolvedQuestion result_;
};

}  // namespace

ResolvedQuestion resolve(const model::Case& a_case, const AgreeRequest& request) {
  return Resolver(a_case, request).resolved();
}

}  // namespace nemawashi::ask
