// SPDX-License-Identifier: Apache-2.0
// A negotiation scenario as other programs state it: issues with options, and for each party a
// utility over them. Knows no file format; the readers in io/scenarios fill it in, and
// case_tables.h makes a case of it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/number.h"

namespace nemawashi::scenarios {

using base::Rational;

/// How utilities are taken. `genius`: as that program computes them (evaluations divided by the
/// issue's greatest, the total cut to 0..1). `raw`: the numbers as they stand, uncut.
enum class Semantics { genius, raw };

struct Issue {
  std::string name;
  std::vector<std::string> options;  ///< by name, at least one
};

/// The options of one issue that a rectangle admits, by position.
struct Side {
  std::size_t issue = 0;
  std::vector<std::size_t> options;
};

/// An amount of utility that a package brings if it lies in all sides.
struct Rectangle {
  std::vector<Side> sides;  ///< one an issue at most; none: everywhere
  Rational amount;
};

/// A party's utility: the sum over the issues of weight x evaluation, plus the amounts of the
/// rectangles that hold.
struct Profile {
  std::string name;
  std::vector<Rational> weights;                   ///< by issue; empty: rectangles alone
  std::vector<std::vector<Rational>> evaluations;  ///< by issue and option, as `weights`
  std::vector<Rectangle> rectangles;
  Rational reservation = 0;            ///< its utility without agreement
  bool states_reservation = false;     ///< false: the file gives none, so 0 is taken
  std::optional<Rational> discount;    ///< what utility is multiplied by at the deadline
  std::vector<std::string> positions;  ///< in words; shown, never computed with
  std::string note;
};

/// A rule of consent other than "everybody": these must agree, and so many of all.
struct Quorum {
  std::vector<std::size_t> must;  ///< positions in `Scenario::profiles`
  std::size_t at_least = 0;
};

/// Where the files came from, as far as known.
struct Provenance {
  std::string title;
  std::string address;
  std::string note;  ///< licence and the like
};

struct Scenario {
  std::string name;
  std::string format;  ///< such as `Genius XML`
  std::vector<Issue> issues;
  std::vector<Profile> profiles;
  std::optional<Quorum> quorum;  ///< nothing: everybody
  std::string unit = "utility";
  Rational best = 1;  ///< the utility worth 1; 0 is worth 0
  Semantics semantics = Semantics::genius;
  Provenance provenance;
  std::vector<std::string> remarks;  ///< what the reading settled, such as a grid
};

}  // namespace nemawashi::scenarios
