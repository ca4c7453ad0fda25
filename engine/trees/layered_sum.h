// SPDX-License-Identifier: Apache-2.0
// A weighted sum read one variable after the other, in integers.
//
// After the first k variables, all that the rest of the sum depends on is which cubes are still
// open and the levels of bent terms that are still open: the State. Two assignments of the first k
// variables with equal states have equal futures, which is what lets diagrams and frontiers merge
// them. All numbers are multiplied by one scale, so that additions are of integers: of 64 or 128
// bits where a bound computed beforehand fits, else of GMP (amount.h).
#pragma once

#include <cstdint>
#include <vector>

#include "engine/trees/amount.h"
#include "engine/trees/weighted_sum.h"

namespace nemawashi::trees {

/// `Amount` is std::int64_t, Int128 or base::Integer. Comparable and hashable (hash_value).
template <class Amount>
struct SumState {
  std::vector<std::uint64_t> open;  ///< bit a cube of two or more variables: begun, not failed
  std::vector<Amount> levels;       ///< by bent term; 0 unless begun and not finished
  friend bool operator==(const SumState&, const SumState&) = default;
};

template <class Amount>
std::size_t hash_value(const SumState<Amount>& state);

/// What the state takes beside its own size, about.
template <class Amount>
std::size_t bytes_beside(const SumState<Amount>& state) {
  return state.open.size() * sizeof(std::uint64_t) + state.levels.size() * sizeof(Amount);
}

/// The common multiple of all denominators; a bound on the absolute value of every partial sum and
/// threshold at that scale; and whether all arithmetic fits 64 or 128 bits.
struct SumScale {
  base::Integer scale;
  base::Integer reach;
  bool fits_64_bits = false;
  bool fits_128_bits = false;
};

/// The least scale at which the sum (and `also`, a number it is compared with) is integral.
SumScale scale_of(const WeightedSum& sum, const Rational& also = 0);

/// Several sums, each at its own least scale, and whether the arithmetic of all of them fits.
struct SumScales {
  std::vector<base::Integer> scales;
  std::vector<base::Integer> reaches;
  bool fits_64_bits = true;
  bool fits_128_bits = true;
};
SumScales scales_of(const std::vector<WeightedSum>& sums);

/// Calls `use` with a zero of the smallest kind of Amount in which all arithmetic fits.
template <class Scale, class Use>
auto with_amount(const Scale& scale, const Use& use) {
  if (scale.fits_64_bits) return use(std::int64_t{0});
  if (scale.fits_128_bits) return use(Int128{0});
  return use(base::Integer(0));
}

template <class Amount>
class LayeredSum {
 public:
  using State = SumState<Amount>;

  /// `scale` a multiple of scale_of(sum).scale, at which Amount must fit.
  LayeredSum(const WeightedSum& sum, std::vector<std::uint32_t> domains,
             const base::Integer& scale);

  State start() const;
  /// What setting `variable` to `value` adds, and the state after it. Variables come in order.
  Amount advance(std::uint32_t variable, std::uint32_t value, State& state) const;
  /// Bounds on what the variables from `variable` on can add in this state; not always attained.
  Amount least(std::uint32_t variable, const State& state) const;
  Amount greatest(std::uint32_t variable, const State& state) const;

  const Amount& constant() const { return constant_; }

 private:
  struct Bounds {
    Amount least{};
    Amount greatest{};
  };
  struct LiteralAt {
    std::size_t cube;
    ValueSet values;
    bool first;
    bool last;
  };
  struct LinkCube {
    Amount amount{};
    std::size_t term = kNoTerm;  ///< the bent term it changes, or kNoTerm for the sum itself
    std::uint32_t first_variable = 0;
    std::uint32_t last_variable = 0;
  };
  struct ScaledPiece {
    Amount last{};  ///< greatest level of the piece, unless it is the final one
    Amount slope{};
    Amount intercept{};
  };
  struct Term {
    Gathering gathering = Gathering::sum;
    Amount base{};
    std::vector<ScaledPiece> pieces;
    std::uint32_t first_variable = 0;
    std::uint32_t last_variable = 0;
    std::vector<std::vector<std::vector<Amount>>> changes;  ///< variable, value: amounts
    std::vector<Bounds> rest;  ///< by variable: bounds on what is still to come
    Bounds whole;              ///< bounds on its value before it begins
  };
  static constexpr std::size_t kNoTerm = static_cast<std::size_t>(-1);

  void add_cube(const Cube& cube, std::size_t term, const base::Integer& scale);
  void add_term(const BentTerm& term, const base::Integer& scale);
  void bound_term(Term& term, std::size_t index);
  void index_open();
  static void gather(Gathering gathering, Amount& level, const Amount& amount);
  static Amount value(const Term& term, const Amount& level);
  static Bounds value_bounds(const Term& term, const Amount& low, const Amount& high);
  Bounds level_bounds(std::size_t term, std::uint32_t variable, const Amount& level) const;
  template <class Select>
  Amount rest(std::uint32_t variable, const State& state, Select select) const;

  std::vector<std::uint32_t> domains_;
  Amount constant_{};
  std::vector<std::vector<Amount>> plain_;        ///< variable, value: amount
  std::vector<std::vector<LiteralAt>> literals_;  ///< by variable
  std::vector<LinkCube> cubes_;
  std::vector<Term> terms_;
  std::vector<std::vector<std::size_t>> begins_;   ///< by variable: terms that begin
  std::vector<std::vector<std::size_t>> changes_;  ///< by variable: terms with plain changes
  std::vector<std::vector<std::size_t>> ends_;     ///< by variable: terms that end
  std::vector<Bounds> untouched_;                  ///< by variable: all that begins there or later
  std::vector<std::vector<std::size_t>> open_cubes_;  ///< by variable: begun before, not ended
  std::vector<std::vector<std::size_t>> open_terms_;
};

extern template class LayeredSum<std::int64_t>;
extern template class LayeredSum<Int128>;
extern template class LayeredSum<base::Integer>;

}  // namespace nemawashi::trees
