// SPDX-License-Identifier: Apache-2.0
// Strong indices: a party's position never converts into an issue's.
#pragma once

#include <compare>
#include <cstddef>
#include <functional>

namespace nemawashi::base {

/// Position of an element in the vector that owns it. `Tag` is any type; two tags never mix.
template <class Tag>
struct Index {
  std::size_t value = 0;

  constexpr Index() = default;
  constexpr explicit Index(std::size_t position) : value(position) {}
  friend constexpr auto operator<=>(Index, Index) = default;
};

}  // namespace nemawashi::base

template <class Tag>
struct std::hash<nemawashi::base::Index<Tag>> {
  std::size_t operator()(nemawashi::base::Index<Tag> index) const noexcept { return index.value; }
};
