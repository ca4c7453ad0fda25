// SPDX-License-Identifier: Apache-2.0
// The small case of small_case.h, read; and what its tests say about it.
//
// site (none, north, south) x pay (low, high): six packages; `site = south & pay = low` is
// infeasible while the slope is taken as stable. The council refuses the south. The town ranks
// water (100 is worth 0, 180 is worth 1) before noise (10 is worth 0, 0 is worth 1). Without
// agreement: water 100, noise 0. Its differences to that, and its gain where water weighs 1, where
// both weigh 1/2, and at the rank-order centroid (3/4, 1/4):
//
//     none        water  0    noise  0     gain 0, 0, 0
//     north low   water 5/8   noise  0     gain 5/8, 5/16, 15/32
//     north high  water 5/8   noise -1/2   gain 5/8, 1/16, 11/32
//     south       water  1    noise  0     gain 1, 1/2, 3/4
#pragma once

#include <stdexcept>

#include "engine/model/read_case.h"
#include "tests/small_case.h"

namespace nemawashi::tests {

inline model::Case case_of(const TableTexts& texts) {
  auto reading = model::read_case(workbook_of(texts));
  if (!reading.a_case) throw std::runtime_error(codes(reading.diagnostics));
  return std::move(*reading.a_case);
}

/// With so much noise in "north high" that the town's yes depends on its weights: noise -3, gain
/// 5/8, -19/16, -9/32.
inline model::Case noisy_case() { return case_of(changed("effects", "hill;5", "hill;30")); }

inline model::Package package(std::size_t site, std::size_t pay) {
  return {model::OptionIndex(site), model::OptionIndex(pay)};
}
inline const model::Package kNoneLow = package(0, 0);
inline const model::Package kNoneHigh = package(0, 1);
inline const model::Package kNorthLow = package(1, 0);
inline const model::Package kNorthHigh = package(1, 1);
inline const model::Package kSouthLow = package(2, 0);
inline const model::Package kSouthHigh = package(2, 1);

inline constexpr model::PartyIndex kTown{0};
inline constexpr model::PartyIndex kCouncil{1};

}  // namespace nemawashi::tests
