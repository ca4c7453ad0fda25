// SPDX-License-Identifier: Apache-2.0
// A case, and one package of it, as plain text: what `nema show` prints.
#pragma once

#include <string>

#include "engine/agree/objections.h"

namespace nemawashi::cli {

/// A line that says where so little is known at the date that nothing is answered, or nothing.
std::string early_text(const model::Case& a_case);

/// Which claims are read otherwise than stated.
std::string reading_text(const model::Case& a_case, const model::Reading& reading);

/// The question, the gates, the issues with their options: what a case holds.
std::string case_text(const model::Case& a_case);

/// One package: what it does to each measure, and how each party stands to it.
std::string package_text(const model::Case& a_case, const model::Reading& reading,
                         const agree::PackageReport& report);

}  // namespace nemawashi::cli
