// SPDX-License-Identifier: Apache-2.0
// Spatial models of bargaining: actors with positions and saliences on continuous issues, as the
// tables of DECIDE and KTAB state them.
//
// A case has options, not a continuum, so each issue is read at the positions that some actor
// takes and at the ends of its range (or at an even grid, if asked for), and the case says so. An
// actor's utility is the sum over issues of its share of salience x closeness (1 at its own
// position, 0 at the far end of the range): the weighted distance of these models, turned round.
// They state no utility without agreement; 0 is taken. Power and influence are kept as notes.
// Sources: F. N. Stokman and J. M. M. Van den Bos, "A two-stage model of policymaking", Research
// in Politics and Society 5 (1994); B. Wise, L. Lester and B. Efird, KTAB (2015).
#pragma once

#include "io/scenarios/findings.h"

namespace nemawashi::io::scenarios {

struct SpatialStance {
  Rational position;
  Rational salience;  ///< not negative
  std::string power;  ///< as written
  std::size_t line = 0;
};

struct SpatialActor {
  std::string name;
  std::string note;
  std::vector<std::optional<SpatialStance>> stances;  ///< by issue; nothing: it has none
  std::size_t line = 0;
};

struct SpatialIssue {
  std::string name;
  Rational least;
  Rational greatest;
  std::size_t line = 0;
};

struct SpatialModel {
  std::string name;
  std::string format;
  std::vector<SpatialIssue> issues;
  std::vector<SpatialActor> actors;
};

/// Whether there are no more actors and issues than a case holds; else an error. To be asked before
/// anything is made for each pair of them.
bool is_small_enough(const SpatialModel& model, const std::string& file, FileFindings& findings);

/// The scenario that the model is; a position outside its issue's range, a negative salience or
/// an actor without any salience is an error of its line.
Scenario scenario_of(const SpatialModel& model, const std::string& file,
                     const ScenarioOptions& options, FileFindings& findings);

}  // namespace nemawashi::io::scenarios
