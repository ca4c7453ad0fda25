// SPDX-License-Identifier: Apache-2.0
// Which of very many vectors another one betters: a k-d tree with the greatest and least entries of
// each part is asked for each vector whether another is at least as good (Bentley 1975; parts and
// bounds as in the ND-tree of Jaszkiewicz and Lust 2018); leaves are compared many rows at a time.
// Cost: rows x what a question visits, which the bounds keep far below all rows but which grows
// with the entries towards them (bench/README.md).
#pragma once

#include <functional>
#include <vector>

#include "engine/trees/places.h"

namespace nemawashi::trees {

/// Of different rows, each of `width` places: whether another row is at least as good in every
/// entry.
std::vector<bool> bettered_in_tree(const Places& places, std::size_t width,
                                   const std::function<void()>& check_stop);

}  // namespace nemawashi::trees
