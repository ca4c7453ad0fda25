// SPDX-License-Identifier: Apache-2.0
// Ids for things that other programs name freely.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace nemawashi::scenarios {

/// Gives each name an id (engine/base/text.h) that no earlier name was given: characters that an
/// id may not hold become one `_`, a sign before a number `minus_`, long names are cut, and a name
/// of which nothing is left becomes `fallback`; `_2`, `_3`, .. tell equal ones apart. The same
/// names in the same order get the same ids. Cost: linear in the name, amortised.
class IdMaker {
 public:
  std::string id_of(std::string_view name, std::string_view fallback);

 private:
  std::unordered_map<std::string, std::size_t> uses_;  ///< of each id given, or begun with
};

}  // namespace nemawashi::scenarios
