// SPDX-License-Identifier: Apache-2.0
// What a person asks, as written: the command line, the server and bindings pass these structs.
// They are looked up in a case here, with every misspelling reported at once.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/agree/adjusted_winner.h"
#include "engine/agree/frontier.h"
#include "engine/agree/sample.h"
#include "engine/agree/space.h"
#include "engine/base/diagnostic.h"
#include "engine/model/case.h"

namespace nemawashi::ask {

/// How issues may be settled: by one option each, or also by shares of options.
enum class Settling { whole, divisible };

struct AgreeRequest {
  /// `issue=option|option`: only these options are asked about; or the name of a package in the
  /// expectations, which is reported on and narrows nothing.
  std::vector<std::string> options;
  std::vector<std::string> claims;    ///< `ID=true` or `ID=false`
  std::vector<std::string> between;   ///< ids of the parties of the frontier; none: no frontier
  std::string over = "ratifiable";    ///< or `feasible`
  std::string certainty = "central";  ///< or `necessary`, `possible`: of R for frontier and list
  agree::Overrides overrides = agree::Overrides::fixed_at_no;
  Settling settling = Settling::whole;  ///< divisible: also the adjusted winner of two parties
  std::size_t list = 20;                ///< members listed, and kept for each point
  /// Order of the list: a party's id, `nash`, `utilitarian`, or nothing: as written.
  std::string by;
  std::optional<agree::SampleRequest> sample;
};

/// How listed packages are ordered.
struct AsWritten {};
struct ByNash {};
struct ByUtilitarian {};  ///< the sum of the gains of the bargaining parties
using ListOrder = std::variant<AsWritten, ByNash, ByUtilitarian, model::PartyIndex>;

/// The request with every id looked up.
struct AgreeQuestion {
  model::Reading reading;
  agree::Scope scope;     ///< as written; overriding issues that are not named stay open here
  model::Package named;   ///< the options given alone, every other issue at its default
  bool is_named = false;  ///< a name or single options were given, and nowhere several
  agree::FrontierQuestion frontier;
  agree::Overrides overrides = agree::Overrides::fixed_at_no;
  std::size_t list = 20;
  ListOrder order;
  std::optional<agree::SampleRequest> sample;  ///< of the same set as the list
  /// Between whom the adjusted winner is asked for, where it is.
  std::optional<std::array<model::PartyIndex, 2>> divided_between;
};

struct ResolvedQuestion {
  AgreeQuestion question;
  base::Diagnostics diagnostics;  ///< the question is meaningful only without errors
};

ResolvedQuestion resolve(const model::Case& a_case, const AgreeRequest& request);

}  // namespace nemawashi::ask
