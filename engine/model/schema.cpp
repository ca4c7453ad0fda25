// SPDX-License-Identifier: Apache-2.0
#include "engine/model/schema.h"

#include <algorithm>

#include "engine/model/schema_columns.h"
#include "engine/model/schema_ja.h"

namespace nemawashi::model {
namespace {

using namespace columns;  // NOLINT(google-build-using-namespace): the words of this file

TableSchema case_table() {
  return table(
      "case", "What is asked, by whom, at which date: one row.",
      {text("title", "title"), text("question", "the sentence that the case asks"),
       text("asked_by", "who asks"),
       required(column("as_of", CellKind::date, "the date at which the case is read")),
       column("dates", CellKind::dates,
              "all dates at which brief reads the case, separated by |; blank: only as_of"),
       column("wants", CellKind::conditions,
              "conditions separated by ;, any of which an answer must meet; blank: every package"),
       rule("consent", "gates", "rule over gates that a package must pass; blank: every gate"),
       words("reservation", {"baselines", "today"},
             "baselines (default): the expected worth of the baselines; today: of the levels "
             "before any decision"),
       text("prepared", "who made the case, when, knowing what")});
}

std::vector<TableSchema> who() {
  return {
      table("parties", "Who decides, lives there or is affected: offices and groups, not persons.",
            {text("name", "office or group, not a person"),
             reference("parent", "parties", "the party above it in the tree"),
             words("kind", {"office", "constituency", "organisation"},
                   "office (acts; default), constituency (lives there) or organisation"),
             words("interests_by", {"elicited", "own_submission", "analyst"},
                   "who wrote its interests"),
             rule("rule", "parties", "whose yes its own yes needs (a legislature: its factions)"),
             number("margin", "what its gain must reach, in worth, 0..1; blank 0"),
             number("discount", "what worth is multiplied by at the deadline, 0..1; process only"),
             sources()}),
      table("places", "Where burdens and benefits fall.",
            {text("name", "name in Latin script"), text("name_ja", "name in Japanese script"),
             reference("parent", "places", "the place that contains it"),
             text("boundary", "codes of its prefectures or municipalities in Japan, for maps"),
             number("population", "residents, for figures per head"),
             text("population_year", "when they were counted"), sources()}),
      table("gates", "Points where a party's yes is needed.",
            {required(reference("party", "parties", "whose yes is needed")),
             text("act", "the act that law or practice needs, in words"),
             condition("when", "condition on the package; blank: always"),
             words("kind", {"legal", "budget", "political", "operational"},
                   "legal, budget, political (default) or operational"),
             day("date", "by when, in words or as a date"), sources(), basis()}),
      table("refusals", "What a party says no to, whatever else it gets.",
            {required(reference("party", "parties", "who refuses")),
             condition("when", "condition under which it says no; blank: always"),
             text("words", "its words, quoted or summarised"), day("date", "when they were said"),
             words("status", {"stated", "withdrawn"},
                   "stated (default) or withdrawn (shown, never used)"),
             claim(), sources(), basis()}),
      table("baselines", "What happens without agreement.",
            {text("text", "what happens without agreement"),
             number("probability", "exact; those given sum to 1; blank: serves assess only"),
             sources(), basis()}),
  };
}

std::vector<TableSchema> what() {
  return {
      table("issues", "What is to be settled (plain id) and its options (id issue=option).",
            {text("name", "what is settled, or what the option is"),
             column("default", CellKind::option,
                    "(issue) the option that holds while it is not settled"),
             reference("overrides", "gates",
                       "(issue) the gate that its option yes overrides; options no and yes"),
             yes_no("hypothetical", "(option) yes: exempt from as_of"),
             text("subject", "(issue) what it is about, in a word; for the framing of a report"),
             sources()}),
      table(
          "measures", "Quantities in which consequences are told.",
          {text("name", "name"), text("unit", "unit"), text("category", "category"),
           required(words("better", {"more", "less"}, "whether more or less is better")),
           words("combine", {"sum", "max", "min"},
                 "how changes combine: sum (default), max or min"),
           words("end", {"fundamental", "means"}, "fundamental (default), or means to another end"),
           yes_no("transferable", "yes if it can be paid from one party to another; default no"),
           yes_no("per_head", "yes if a figure per resident has a meaning; default no"),
           number("least", "the least level that there can be; blank: none"),
           number("most", "the greatest level that there can be; blank: none"), sources()}),
      table("levels", "The value of a measure at a place or party before any decision.",
            {required(reference("measure", "measures", "the measure")), required(bearer()),
             number("low", "least plausible value before any decision"),
             number("likely", "value before any decision; blank: unknown"),
             number("high", "greatest plausible value before any decision"),
             text("year", "the year of the figure"), sources(), basis()}),
      table("effects", "What options change. No source, no effect.",
            {condition("when", "condition on the package; blank: every package"),
             reference("baseline", "baselines", "or: the baseline in which the effect holds"),
             required(reference("measure", "measures", "what changes")), required(bearer()),
             number("low", "least plausible change (sum) or value (max, min)"),
             number("likely", "likely change (sum) or value (max, min); blank: unknown"),
             number("high", "greatest plausible change (sum) or value (max, min)"),
             number("from", "first year, optional"), number("until", "last year, optional"),
             claim(), required(sources()), basis()}),
      table("limits", "What no package may do.",
            {condition("forbid", "a condition that no package may meet; or:"),
             reference("measure", "measures", "the measure that is bounded"), bearer(),
             number("at_least", "least level allowed"), number("at_most", "greatest level allowed"),
             claim(), sources(), basis()}),
      table("claims", "Contestable statements on which facts rest.",
            {text("text", "the contestable statement"), text("claimant", "who claims it, in words"),
             day("date", "when"), text("settled_by", "what or who would settle it"),
             words("status", {"accepted", "contested", "unknown", "refuted"},
                   "accepted, contested (default), unknown or refuted"),
             number("probability", "that it is true, 0..1; used by robust only"), sources(),
             basis()}),
  };
}

std::vector<TableSchema> values() {
  return {
      table("interests", "What a party cares about, and how much.",
            {required(reference("party", "parties", "whose interest")),
             required(reference("measure", "measures", "in what")), required(bearer()),
             number("worst", "the level worth 0"), number("best", "the level worth 1"),
             words("shape", {"linear", "capped", "points", "step"},
                   "linear (default), capped, points or step"),
             column("points", CellKind::points,
                    "for points: x:v, x:v, .. with x rising; replaces worst and best"),
             column("rank", CellKind::rank,
                    "rank of the swing from worst to best, 1 first, ties allowed; or:"),
             number("weight", "a number, divided by the party's sum; or:"),
             number("weight_low", "least weight, within 0..1"),
             number("weight_high", "greatest weight, within 0..1"), sources(), basis()}),
      table("positions", "What parties said: shown, never computed with.",
            {required(reference("party", "parties", "who")), day("date", "when"),
             words("kind", {"wish", "demand", "pledge", "red_line"},
                   "wish, demand, pledge or red_line"),
             text("words", "quoted or summarised"), sources()}),
      table("expectations", "What the analyst expects parties to say, written before any run.",
            {required(text("name", "name of the package, the same for all its rows")),
             column("package", CellKind::package,
                    "issue = option & issue = option ..; issues left out stand at their default"),
             required(reference("party", "parties", "who")),
             required(words("expected", {"no_objection", "objection", "cannot_tell"},
                            "no_objection, objection or cannot_tell")),
             text("why", "the reason, written before any run")}),
      table("sources", "Where the numbers and words were read.",
            {text("title", "title"), text("address", "where it can be read"),
             day("date", "when it was published; known_from decides"),
             words("access", {"public", "leaked", "personal"},
                   "public (default), leaked or personal")}),
      table("translations", "Texts of the case in Japanese, for reports.",
            {required(text("of", "a cell: TABLE.ROW.COLUMN; its text, wherever it stands")),
             required(text("ja", "the same text in Japanese"))}),
  };
}

std::vector<TableSchema> all_tables() {
  std::vector<TableSchema> tables = {case_table()};
  for (auto part : {who(), what(), house_tables(), values()}) {
    for (TableSchema& one : part) tables.push_back(std::move(one));
  }
  for (TableSchema& one : tables) {
    one.purpose_ja = japanese_text(one.name);
    for (ColumnSchema& column : one.columns) column.help_ja = japanese_help(one.name, column.name);
  }
  return tables;
}

std::string joined(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return list;
}

}  // namespace

const std::vector<TableSchema>& schema() {
  static const std::vector<TableSchema> tables = all_tables();
  return tables;
}

const TableSchema* find_table(std::string_view name) {
  for (const TableSchema& one : schema()) {
    if (one.name == name) return &one;
  }
  return nullptr;
}

bool holds_ids(CellKind kind) {
  switch (kind) {
    case CellKind::id:
    case CellKind::reference:
    case CellKind::references:
    case CellKind::bearer:
    case CellKind::bearers:
    case CellKind::option:
    case CellKind::rule:
    case CellKind::condition:
    case CellKind::conditions:
    case CellKind::package:
      return true;
    case CellKind::text:
    case CellKind::number:
    case CellKind::rank:
    case CellKind::date:
    case CellKind::dates:
    case CellKind::day:
    case CellKind::words:
    case CellKind::points:
      return false;
  }
  return false;
}

std::optional<std::size_t> find_column(const TableSchema& table, std::string_view name) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].name == name) return i;
  }
  return std::nullopt;
}

std::vector<std::string> table_names() {
  std::vector<std::string> names;
  for (const TableSchema& one : schema()) names.push_back(one.name);
  return names;
}

std::vector<std::string> column_names(const TableSchema& table) {
  std::vector<std::string> names;
  for (const ColumnSchema& one : table.columns) names.push_back(one.name);
  return names;
}

std::string kind_text(const ColumnSchema& column) {
  switch (column.kind) {
    case CellKind::id:
      return "letters, digits, _ - .";
    case CellKind::text:
      return "text";
    case CellKind::number:
      return "a number: a decimal or a fraction";
    case CellKind::rank:
      return "a whole number of at least 1";
    case CellKind::date:
      return "a date YYYY-MM-DD";
    case CellKind::dates:
      return "dates YYYY-MM-DD separated by |";
    case CellKind::day:
      return "words, or a date YYYY-MM-DD";
    case CellKind::condition:
      return "a condition: issue = option | option & issue != option";
    case CellKind::conditions:
      return "conditions separated by ;";
    case CellKind::package:
      return "issue = option & issue = option ..";
    case CellKind::rule:
      return "a rule over ids of " + column.of + ": all(a, any(b, c))";
    case CellKind::reference:
      return "an id of " + column.of;
    case CellKind::bearer:
      return "an id of places or parties";
    case CellKind::bearers:
      return "ids of places or parties separated by |";
    case CellKind::references:
      return "ids of " + column.of + " separated by |";
    case CellKind::option:
      return "an option of this issue";
    case CellKind::words:
      return "one of: " + joined(column.words);
    case CellKind::points:
      return "x:v, x:v, .. with x rising";
  }
  return {};
}

}  // namespace nemawashi::model
