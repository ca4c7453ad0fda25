// SPDX-License-Identifier: Apache-2.0
// What it means that a package passes, in words: under which rule, over whose objection, and with
// which gates set aside. That somebody objects is never lost behind the verdict on the whole.
#pragma once

#include <string>

#include "engine/agree/objections.h"

namespace nemawashi::ask {

/// "every gate", or "under the rule of consent" where that rule asks for less: what a package
/// passes.
std::string passed_words(const model::Case& a_case);

/// " The rule of consent: A, B and at least 5 of these 6: ..", or nothing where it is every gate.
std::string consent_rule_words(const model::Case& a_case);

/// What the gates say of a package: a verdict with those who object all the same and those whose
/// gates it sets aside, or that no gate asks anything of it.
std::string consent_words(const model::Case& a_case, const agree::PackageReport& report);

}  // namespace nemawashi::ask
