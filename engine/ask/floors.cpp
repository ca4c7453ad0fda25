// SPDX-License-Identifier: Apache-2.0
#include "engine/ask/floors.h"

#include "engine/ask/request.h"
#include "engine/base/text.h"

namespace nemawashi::ask {
namespace {

class FloorsResolver {
 public:
  explicit FloorsResolver(const model::Case& a_case) : case_(a_case) {}

  FloorsQuestion resolved(const FloorsRequest& request) {
    if (case_.house.arrangements.empty()) {
      error("no-arrangements", "", "the case has no arrangements",
            "fill in the tables functions and arrangements; docs/floors.md says how");
    }
    take_package(request);
    for (const std::string& id : request.with) {
      if (const auto found = component(id, "--with", case_.house.arrangements.size())) {
        result_.question.with.emplace_back(*found);
      }
    }
    for (const std::string& id : request.without) {
      if (const auto found = component(id, "--without", house::components(case_.house))) {
        result_.question.without.push_back(*found);
      }
    }
    const auto budget = base::parse_rational(request.budget);
    if (!budget || *budget < 0) {
      error("invalid-argument", "--budget", "'" + request.budget + "' is no number of at least 0",
            "write what may be spent, in the unit of the column cost");
    } else {
      result_.question.budget = *budget;
    }
    result_.question.structure = request.structure;
    return std::move(result_);
  }

 private:
  void error(std::string code, std::string place, std::string message, std::string mend) {
    result_.diagnostics.push_back({base::Severity::error, std::move(code), "arguments", 0,
                                   std::move(place), base::sentence(std::move(message)),
                                   base::sentence(std::move(mend))});
  }

  void take_package(const FloorsRequest& request) {
    AgreeRequest asked;
    asked.options = request.options;
    asked.claims = request.claims;
    asked.overrides = agree::Overrides::considered;
    ResolvedQuestion one = resolve(case_, asked);
    base::append(result_.diagnostics, std::move(one.diagnostics));
    if (base::has_errors(result_.diagnostics)) return;
    if (!one.question.is_named && !request.options.empty()) {
      error("invalid-argument", "", "several options of an issue name no single package",
            "name one option for each issue; others stand at their default");
    }
    result_.question.package = std::move(one.question.named);
    result_.question.reading = std::move(one.question.reading);
  }

  std::optional<std::uint32_t> component(const std::string& id, const std::string& place,
                                         std::size_t among) {
    std::vector<std::string> ids;
    for (std::uint32_t i = 0; i < among; ++i) {
      ids.push_back(house::component_origin(case_.house, i).id);
      if (ids.back() == id) return i;
    }
    const auto nearest = base::nearest_name(id, ids);
    error("unknown-id", place,
          "there is no arrangement" + std::string(place == "--with" ? "" : " or common cause") +
              " '" + id + "' in the case",
          nearest ? "did you mean '" + *nearest + "'?" : "see the tables of the case");
    return std::nullopt;
  }

  const model::Case& case_;
  FloorsQuestion result_;
};

}  // namespace

FloorsQuestion resolve(const model::Case& a_case, const FloorsRequest& request) {
  return FloorsResolver(a_case).resolved(request);
}

}  // namespace nemawashi::ask
