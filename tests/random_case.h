// SPDX-License-Identifier: Apache-2.0
// Random small cases for the oracle: every kind of row that the model knows, with numbers so small
// that exact ties are common, and now and then so large that 64 bits do not hold them.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/base/random.h"
#include "engine/model/case.h"

namespace nemawashi::tests {

struct CaseSize {
  std::size_t issues = 4;
  std::size_t options = 4;
  std::size_t packages = 48;  ///< at most; issues lose options until it holds
  std::size_t parties = 5;
  std::size_t interests = 4;  ///< of one party
};

/// What a random case needs of random numbers, in words.
class Draw {
 public:
  explicit Draw(base::Random& random) : random_(&random) {}
  std::size_t below(std::size_t bound) { return random_->below(bound); }
  bool one_in(std::size_t bound) { return below(bound) == 0; }
  /// Uniform in least..most.
  std::size_t between(std::size_t least, std::size_t most) {
    return least + below(most - least + 1);
  }
  /// Mostly a half between -2 and 2, at times a third or a tenth.
  base::Rational number();

 private:
  base::Random* random_;
};

/// A case that read_case would accept.
model::Case random_case(base::Random& random, const CaseSize& size = {});

/// A reading drawn at random: each claim true or false.
model::Reading random_reading(base::Random& random, const model::Case& a_case);

/// From the environment: NEMAWASHI_CASES (2000) and NEMAWASHI_SEED (1).
std::size_t number_of_cases();
std::uint64_t seed();

/// All packages in the order of the issues' options, the last issue fastest.
std::vector<model::Package> all_packages(const model::Case& a_case);

}  // namespace nemawashi::tests
