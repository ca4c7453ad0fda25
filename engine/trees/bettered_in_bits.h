// SPDX-License-Identifier: Apache-2.0
// Which of some thousands of vectors another one betters, many answers to a machine word: entry by
// entry, a set of rows (a bit each) grows from the best place down, and each row keeps of those
// before it only whom the set holds when its own place is reached (the bitmap of Tan, Eng and Ooi
// 2001; sets of rows cut column by column as in the nondominated sorting of Moreno et al. 2021 and
// Burlacu 2022). Cost: rows^2 x entries / 256 steps of two words, whatever is bettered.
#pragma once

#include <functional>
#include <vector>

#include "engine/trees/places.h"

namespace nemawashi::trees {

/// Of different rows, each of `width` places, by falling entries: whether another row is at least
/// as good in every entry.
std::vector<bool> bettered_in_bits(const Places& places, std::size_t width,
                                   const std::function<void()>& check_stop);

}  // namespace nemawashi::trees
