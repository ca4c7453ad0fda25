// SPDX-License-Identifier: Apache-2.0
// Counter-based random numbers: each draw is a function of seed, stream and counter, so that no
// answer depends on the order of threads (the idea of Salmon et al., "Parallel random numbers: as
// easy as 1, 2, 3", SC 2011; the mixing function is SplitMix64 of Steele, Lea and Flood, 2014).
#pragma once

#include <cstdint>

namespace nemawashi::base {

class Random {
 public:
  Random(std::uint64_t seed, std::uint64_t stream) : key_(mixed(mixed(seed) ^ stream)) {}

  /// 64 uniform bits.
  std::uint64_t bits() { return mixed(key_ + kStep * ++counter_); }
  /// Uniform in 0..bound-1 for a bound of at least 1; bias below bound / 2^64.
  std::uint64_t below(std::uint64_t bound) {
    return static_cast<std::uint64_t>((static_cast<Wide>(bits()) * bound) >> 64U);
  }
  /// Uniform in [0, 1) on 53 bits.
  double unit() { return static_cast<double>(bits() >> 11U) * 0x1.0p-53; }

 private:
  __extension__ using Wide = unsigned __int128;
  static constexpr std::uint64_t kStep = 0x9E3779B97F4A7C15U;
  static std::uint64_t mixed(std::uint64_t x) {
    x += kStep;
    x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
    x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
    return x ^ (x >> 31U);
  }

  std::uint64_t key_;
  std::uint64_t counter_ = 0;
};

}  // namespace nemawashi::base
