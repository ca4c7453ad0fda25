// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/places.h"

#include <array>
#include <utility>

namespace nemawashi::trees {

void sort_by_high_half(std::vector<std::uint64_t>& words) {
  constexpr std::size_t kFew = 128;  // Where comparing is quicker than counting.
  constexpr unsigned kHalf = 32;
  if (words.size() < kFew) {
    std::stable_sort(words.begin(), words.end(),
                     [](std::uint64_t a, std::uint64_t b) { return a >> kHalf < b >> kHalf; });
    return;
  }
  // By counting, digit by digit from the lowest (a radix sort).
  constexpr unsigned kBitsOfDigit = 8;
  constexpr std::size_t kDigits = kHalf / kBitsOfDigit;
  constexpr std::size_t kValues = std::size_t{1} << kBitsOfDigit;
  const auto value_of = [](std::uint64_t word, std::size_t digit) {
    return word >> (kHalf + digit * kBitsOfDigit) & (kValues - 1);
  };
  std::array<std::array<std::uint32_t, kValues>, kDigits> counts = {};
  for (const std::uint64_t word : words) {
    for (std::size_t digit = 0; digit < kDigits; ++digit) ++counts[digit][value_of(word, digit)];
  }
  std::vector<std::uint64_t> sorted(words.size());
  for (std::size_t digit = 0; digit < kDigits; ++digit) {
    std::uint32_t begin = 0;
    for (std::uint32_t& count : counts[digit]) begin += std::exchange(count, begin);
    for (const std::uint64_t word : words) sorted[counts[digit][value_of(word, digit)]++] = word;
    words.swap(sorted);
  }
}

}  // namespace nemawashi::trees
