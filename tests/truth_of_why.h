// SPDX-License-Identifier: Apache-2.0
// What engine/agree says of the reasons why nothing passes, by its definitions, from the list of
// all packages and all subsets of elements.
#pragma once

#include <map>
#include <string>

#include "engine/agree/extremes.h"
#include "engine/agree/linking.h"
#include "engine/agree/smallest_change.h"
#include "tests/oracle.h"

namespace nemawashi::tests {

/// A test that can be given up, as the oracle knows it.
struct TrueElement {
  enum class Kind { worth, refusal, limit } kind;
  std::size_t index;  ///< of the party, refusal or limit
};

struct TrueRelaxation {
  std::vector<std::size_t> elements;
  std::vector<std::optional<base::Rational>> amounts;
  std::vector<model::Package> opened;
};

struct TrueConflicts {
  std::vector<TrueElement> elements;
  bool open = false;
  std::vector<std::vector<std::size_t>> conflicts;
  std::vector<TrueRelaxation> relaxations;
};

inline constexpr std::size_t kMostTrueElements = 13;

/// In the order of the definition: worth tests, refusals, limits, each by id.
std::vector<TrueElement> true_elements(const model::Case& a_case, const model::Reading& reading);

/// At most kMostTrueElements elements, which alone may be given up.
TrueConflicts true_conflicts(const model::Case& a_case, const model::Reading& reading,
                             const Truth& truth, std::size_t certainty,
                             const std::vector<TrueElement>& elements);

/// How far the package is from passing the element; nothing where that has no amount.
std::optional<base::Rational> missing(const model::Case& a_case, const model::Reading& reading,
                                      const PackageTruth& package, const TrueElement& element,
                                      std::size_t certainty);

/// Whether the package passes the test.
bool passes(const model::Case& a_case, const model::Reading& reading, const PackageTruth& package,
            const TrueElement& element, std::size_t certainty);

/// By issue and option: whether it stands by default or settles its issue alone. Empty where an
/// issue has no default.
std::vector<std::vector<bool>> true_separate(const model::Case& a_case, const Truth& truth,
                                             std::size_t certainty);

/// The packages nearest to `from` among those that meet the party's objections and raise none;
/// nothing if it does not object.
std::optional<std::vector<model::Package>> true_smallest_change(
    const model::Case& a_case, const model::Reading& reading, const Truth& truth,
    const PackageTruth& from, std::size_t party, std::size_t certainty);

}  // namespace nemawashi::tests
