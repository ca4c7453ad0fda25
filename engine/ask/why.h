// SPDX-License-Identifier: Apache-2.0
// The question "why does nothing pass, and what would have to be otherwise?", answered for one
// reading of the claims and one certainty, without overrides.
#pragma once

#include "engine/agree/extremes.h"
#include "engine/agree/linking.h"
#include "engine/agree/missing_option.h"
#include "engine/agree/payment.h"
#include "engine/agree/smallest_change.h"
#include "engine/agree/synergy.h"
#include "engine/ask/agree.h"

namespace nemawashi::ask {

struct WhyRequest {
  AgreeRequest asked;       ///< options, claims, certainty and list are looked at
  std::size_t sets = 1000;  ///< conflicts, and relaxations, at most
  WhyRequest() { asked.certainty = "possible"; }
};

struct WhyAnswer {
  AgreeQuestion question;
  agree::Conflicts conflicts;  ///< over the packages asked about
  std::vector<NearestAnswer> nearest;
  std::vector<agree::SmallestChange> smallest_changes;  ///< of the named package
  /// Over the packages asked about; none where R is open.
  std::vector<agree::MissingOption> missing_options;
  agree::Payments payments;
  agree::Extremes extremes;
  /// Over all packages.
  agree::Linking linking;
  std::vector<agree::Synergy> synergies;
  bool complete = true;  ///< false: stopped or bounded; what is said is true, but not all
};

/// Cost: some ten searches, and one more for each issue where nothing passes.
WhyAnswer why(const model::Case& a_case, const AgreeQuestion& question, std::size_t sets,
              const agree::SearchOptions& options);

}  // namespace nemawashi::ask
