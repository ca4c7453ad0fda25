// SPDX-License-Identifier: Apache-2.0
// `nema`: the command line. Reads arguments, asks the engine, prints; computes nothing.
#include <cmath>
#include <cstdlib>
#include <iostream>

#include <CLI/CLI.hpp>

#include "apps/cli/commands.h"

namespace {

using nemawashi::cli::CaseArguments;
using nemawashi::cli::ExitCode;
using nemawashi::cli::Format;

constexpr const char* kAbout =
    "nema: which packages could pass every gate, why the rest fail, and what that hinges on.\n"
    "A case is a folder of CSV files (docs/workbook.md), or the same as .xlsx or JSON; scenarios "
    "of "
    "other\nnegotiation programs are read too. Begin with: nema new my-case";

constexpr const char* kEpilogue =
    "How it ends: 0 answered; 1 the case has errors; 2 wrong usage, or an id that the case does "
    "not have;\n3 a file cannot be read or written; 4 stopped early, answered with bounds; 70 a "
    "fault of the program.\n\nExamples:\n"
    "  nema check cases/waterworks --deep\n"
    "  nema agree cases/us-japan-2010 --claim nago_land_too=false\n"
    "  nema agree cases/us-japan-2010 'rotary=henoko|schwab_land' --between us.osd,ok.gov --json\n"
    "  nema why cases/us-japan-2010 'The signed plan of 2006'\n"
    "  nema show cases/us-japan-2010 'The signed plan of 2006'\n"
    "  nema brief cases/us-japan-2010 -o brief.md\n"
    "  nema report cases/us-japan-2010 -o report.html --lang ja\n"
    "  nema diff cases/us-japan-2010@2010-02-08 cases/us-japan-2010@2010-05-28\n"
    "  nema floors cases/us-japan-2010 --without us_japan\n"
    "  nema convert cases/us-japan-2010 futenma.xlsx\n\n"
    "It informs consent; it does not give it.";

/// What the subcommands write into.
struct Arguments {
  CaseArguments a_case;
  nemawashi::ask::AgreeRequest request;
  nemawashi::ask::WhyRequest why;
  nemawashi::cli::WorkLimits limits;
  nemawashi::floors::FloorsOptions floors;
  nemawashi::ask::FloorsRequest house;
  std::optional<std::size_t> sets_listed;
  std::vector<std::string> files;
  std::string output;
  std::string folder;
  std::string other;
  std::string language = "en";
  nemawashi::ask::ReportRequest report;
  std::string semantics = "genius";
  std::optional<std::size_t> draws;
  std::uint64_t seed = 1;
  bool json = false;
  bool deep = false;
  bool with_overrides = false;
  bool divisible = false;
  bool by_probability = false;
  bool fussell_vesely = false;
  bool common_causes = false;
};

/// One value each time; the option may be given again.
void one_value(CLI::Option* option) {
  option->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->allow_extra_args(false);
}

/// How a case is read, whatever is asked of it.
void add_reading(CLI::App& command, Arguments& arguments) {
  one_value(command.add_option("--set", arguments.a_case.settings,
                               "TABLE.ROW.COLUMN=VALUE: try another value without changing the "
                               "files; again for each cell"));
  command.add_option("--as-of", arguments.a_case.as_of,
                     "YYYY-MM-DD: leave out what was not known then");
}

void add_case(CLI::App& command, Arguments& arguments) {
  command
      .add_option(
          "CASE", arguments.a_case.path,
          "a case: folder of CSV files, .xlsx or .json; or a scenario of Genius, GeniusWeb, "
          "NegoLog, DECIDE, KTAB, or a scoreable game")
      ->required();
  command
      .add_option(
          "--semantics", arguments.semantics,
          "(scenario) genius: evaluations divided by the greatest, utility cut to 0..1; raw: "
          "as they stand")
      ->check(CLI::IsMember({"genius", "raw"}));
  one_value(
      command
          .add_option(
              "--seats", arguments.a_case.scenario.seats,
              "(scenario) the files of the profiles that take part, comma separated; otherwise all")
          ->delimiter(','));
  command.add_option("--grid", arguments.a_case.scenario.grid,
                     "(scenario) how many values of a continuous issue are read");
  add_reading(command, arguments);
  command.add_flag("--json", arguments.json, "the answer as JSON (schema/*.schema.json)");
}

/// What CLI11 says of its own ranges names a limit of 309 digits. What is no number at all it
/// refuses later.
std::string not_negative(const std::string& text) {
  const double number = std::strtod(text.c_str(), nullptr);
  return std::isfinite(number) && number >= 0 ? "" : text + " is no finite number of at least 0";
}
std::string positive(const std::string& text) {
  const double number = std::strtod(text.c_str(), nullptr);
  return std::isfinite(number) && number > 0 ? "" : text + " is no finite number above 0";
}

void add_package(CLI::App& command, nemawashi::ask::AgreeRequest& request) {
  command.add_option(
      "OPTIONS", request.options,
      "issue=option, issue=option|option (quote the |): only such packages are "
      "counted; or the name of a package in the table expectations, which is reported beside all");
  one_value(command.add_option("--claim", request.claims,
                               "ID=true or ID=false: read it so; again for each claim"));
}

void add_limits(CLI::App& command, Arguments& arguments) {
  command
      .add_option("--time-limit", arguments.limits.seconds,
                  "seconds; then what is proved is printed, the rest as bounds (each part of "
                  "the answer has a share, so it may end sooner)")
      ->check(not_negative);
  command
      .add_option("--memory-limit", arguments.limits.megabytes,
                  "MB that searches may keep, about, beside the answer; less memory takes more "
                  "time (200 a thread)")
      ->check(positive);
  command
      .add_option("--threads", arguments.limits.threads,
                  "searches at a time (as many as the machine has); the answer is the same")
      ->check(positive);
}

void add_agree(CLI::App& app, Arguments& arguments) {
  CLI::App* agree = app.add_subcommand(
      "agree",
      "what could all accept: every package that passes every gate, counted and explained");
  add_case(*agree, arguments);
  add_package(*agree, arguments.request);
  one_value(agree
                ->add_option("--between", arguments.request.between,
                             "party ids, comma separated: the frontier between them")
                ->delimiter(','));
  agree->add_flag("--divisible", arguments.divisible,
                  "also the adjusted winner: issues settled by shares of options, between the two "
                  "parties of --between or of the gates");
  agree->add_option("--over", arguments.request.over,
                    "feasible or ratifiable (the frontier's set)");
  agree->add_option("--certainty", arguments.request.certainty,
                    "necessary, central or possible (of the frontier's set and the list)");
  agree->add_flag("--with-overrides", arguments.with_overrides,
                  "also count packages that set a gate aside");
  agree->add_option("--list", arguments.request.list, "how many packages to list (20)")
      ->check(not_negative);
  agree->add_option("--by", arguments.request.by,
                    "order of the list: a party id (its gain, falling), nash or utilitarian");
  agree
      ->add_option("--sample", arguments.draws,
                   "N packages drawn at random, each with the same chance, from the list's set")
      ->check(positive);
  agree->add_option("--seed", arguments.seed, "of the sample (1): the same seed, the same packages")
      ->check(not_negative);
  add_limits(*agree, arguments);
}

void add_why(CLI::App& app, Arguments& arguments) {
  CLI::App* why = app.add_subcommand("why",
                                     "why nothing passes: every conflict of tests, what would have "
                                     "to be otherwise, what links do");
  add_case(*why, arguments);
  add_package(*why, arguments.why.asked);
  why->add_option("--certainty", arguments.why.asked.certainty,
                  "necessary, central or possible (the default)");
  why->add_option("--list", arguments.why.asked.list, "how many of each kind to list (20)")
      ->check(not_negative);
  why->add_option("--sets", arguments.why.sets,
                  "how many conflicts, and relaxations, to look for at most (1000)")
      ->check(positive);
  add_limits(*why, arguments);
}

void add_floors(CLI::App& app, Arguments& arguments) {
  CLI::App* floors = app.add_subcommand(
      "floors",
      "what it rests on: the arrangements of a case, or fault trees (Open-PSA); what falls with "
      "what, through which smallest sets");
  floors
      ->add_option("CASE", arguments.files,
                   "a case (folder, .xlsx, .json), then issue=option ..; or fault trees in the "
                   "Open-PSA format: what one file asks another may define")
      ->required();
  floors->add_flag("--json", arguments.json,
                   "the answer as JSON (schema/house.schema.json, schema/floors.schema.json)");
  floors->add_option("--list", arguments.sets_listed,
                     "how many minimal cut sets, and path sets, to list (case: 10 in JSON; trees: "
                     "none)");
  one_value(floors
                ->add_option("--with", arguments.house.with,
                             "(case) ids of arrangements, comma separated: as if they existed")
                ->delimiter(','));
  one_value(floors
                ->add_option(
                    "--without", arguments.house.without,
                    "(case) ids of arrangements or common causes, comma separated: what falls if "
                    "they fail together")
                ->delimiter(','));
  floors->add_option("--budget", arguments.house.budget,
                     "(case) what the next steps may cost together (2)");
  one_value(floors->add_option("--claim", arguments.house.claims,
                               "(case) ID=true or ID=false: read it so; again for each claim"));
  add_reading(*floors, arguments);
  floors->add_flag("--by-probability", arguments.by_probability,
                   "(trees) list the most probable first, not the smallest");
  floors
      ->add_option("--mission-time", arguments.floors.mission_time,
                   "(trees) hours for which rates of failure count (8760)")
      ->check(not_negative);
  floors->add_flag("--ccf", arguments.common_causes,
                   "(trees) write out the common causes of groups (otherwise members are "
                   "independent)");
  floors->add_flag("--fussell-vesely", arguments.fussell_vesely,
                   "(trees) Fussell-Vesely importance also where it takes long");
  add_limits(*floors, arguments);
}

void add_report(CLI::App& app, Arguments& arguments) {
  CLI::App* report = app.add_subcommand(
      "report", "one page for everybody at the table: a single HTML file that needs no network");
  add_case(*report, arguments);
  report->add_option("-o,--output", arguments.output, "FILE.html: write the page there");
  report->add_option("--lang", arguments.language, "en or ja: in which it opens")
      ->check(CLI::IsMember({"en", "ja"}));
  one_value(report->add_option(
      "--package", arguments.report.options,
      "issue=option, again for each issue, or the name of a package: begin with it"));
  report
      ->add_option("--list", arguments.report.list,
                   "how many packages that may pass to list (2000)")
      ->check(not_negative);
  report
      ->add_option("--pairs", arguments.report.pairs,
                   "between how many pairs of parties to look for frontiers (200)")
      ->check(not_negative);
  add_limits(*report, arguments);
}

void add_diff(CLI::App& app, Arguments& arguments) {
  CLI::App* diff = app.add_subcommand(
      "diff", "what changed between two versions or dates of a case, and what that changes");
  add_case(*diff, arguments);
  diff->add_option("OTHER", arguments.other, "the other case; both may be written CASE@DATE")
      ->required();
  add_limits(*diff, arguments);
}

void add_commands(CLI::App& app, Arguments& arguments) {
  app.add_subcommand("new", "write a commented template of a case")
      ->add_option("DIR", arguments.folder, "a folder that does not exist yet, or is empty")
      ->required();
  CLI::App* convert = app.add_subcommand(
      "convert", "write a case or scenario as .xlsx, as .json or as a folder of CSV files");
  add_case(*convert, arguments);
  convert->add_option("OUT", arguments.output, "FILE.xlsx, FILE.json, or a new folder")->required();
  CLI::App* check =
      app.add_subcommand("check", "every error and warning in a case, and how to mend it");
  add_case(*check, arguments);
  check->add_flag("--deep", arguments.deep, "also what only a search decides");
  add_limits(*check, arguments);
  CLI::App* show = app.add_subcommand(
      "show", "a case; or one package: who objects, over what (issues left out: their default)");
  add_case(*show, arguments);
  add_package(*show, arguments.request);
  add_agree(app, arguments);
  add_why(app, arguments);
  add_floors(app, arguments);
  CLI::App* brief =
      app.add_subcommand("brief", "the first screen and the gate strip, at each date of the case");
  add_case(*brief, arguments);
  brief->add_option("-o,--output", arguments.output, "FILE.md: write the whole brief there");
  add_limits(*brief, arguments);
  add_report(app, arguments);
  add_diff(app, arguments);
}

ExitCode run(const CLI::App& app, Arguments& arguments) {
  using namespace nemawashi;
  arguments.a_case.format = arguments.json ? Format::json : Format::text;
  if (arguments.with_overrides) arguments.request.overrides = agree::Overrides::considered;
  if (arguments.semantics == "raw") {
    arguments.a_case.scenario.semantics = nemawashi::scenarios::Semantics::raw;
  }
  if (arguments.divisible) arguments.request.settling = ask::Settling::divisible;
  if (app.got_subcommand("new")) return cli::run_new(arguments.folder);
  if (app.got_subcommand("convert")) return cli::run_convert(arguments.a_case, arguments.output);
  if (app.got_subcommand("check")) {
    const auto depth = arguments.deep ? cli::Depth::search : cli::Depth::bounds;
    return cli::run_check(arguments.a_case, depth, arguments.limits);
  }
  if (app.got_subcommand("show")) return cli::run_show(arguments.a_case, arguments.request);
  if (app.got_subcommand("agree")) {
    if (arguments.draws) arguments.request.sample = {*arguments.draws, arguments.seed};
    return cli::run_agree(arguments.a_case, arguments.request, arguments.limits);
  }
  if (app.got_subcommand("why")) {
    return cli::run_why(arguments.a_case, arguments.why, arguments.limits);
  }
  if (app.got_subcommand("floors")) {
    if (cli::names_a_case(arguments.files.front())) {
      ask::FloorsRequest& request = arguments.house;
      arguments.a_case.path = arguments.files.front();
      request.options.assign(arguments.files.begin() + 1, arguments.files.end());
      request.structure.list = arguments.sets_listed.value_or(request.structure.list);
      return cli::run_house(arguments.a_case, request, arguments.limits);
    }
    floors::FloorsOptions& options = arguments.floors;
    options.list = arguments.sets_listed.value_or(0);
    if (arguments.by_probability) options.ranking = trees::Ranking::by_probability;
    if (arguments.fussell_vesely) options.fussell_vesely = floors::FussellVesely::always;
    if (arguments.common_causes) options.common_causes = floors::CommonCauses::written_out;
    return cli::run_floors(arguments.files, options, arguments.limits, arguments.a_case.format);
  }
  if (app.got_subcommand("report")) {
    if (arguments.output.empty() && !arguments.json) {
      std::cerr << "nema report: name the page to write, -o FILE.html, or ask for --json\n";
      return ExitCode::wrong_usage;
    }
    const auto language =
        arguments.language == "ja" ? io::Language::japanese : io::Language::english;
    return cli::run_report(arguments.a_case, arguments.report, {arguments.output, language},
                           arguments.limits);
  }
  if (app.got_subcommand("diff")) {
    return cli::run_diff(arguments.a_case, arguments.other, arguments.limits);
  }
  return cli::run_brief(arguments.a_case, arguments.output, arguments.limits);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    CLI::App app(kAbout, "nema");
    app.require_subcommand(1);
    app.set_version_flag("--version", "nema " NEMAWASHI_VERSION);
    app.footer(kEpilogue);
    Arguments arguments;
    add_commands(app, arguments);
    try {
      app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
      return app.exit(error) == 0 ? 0 : static_cast<int>(ExitCode::wrong_usage);
    }
    return static_cast<int>(run(app, arguments));
  } catch (const std::exception& error) {
    std::cerr << "nema: a fault of the program, please report it: " << error.what() << "\n";
    return static_cast<int>(ExitCode::own_mistake);
  }
}
