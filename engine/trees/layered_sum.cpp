// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/layered_sum.h"

#include <algorithm>

namespace nemawashi::trees {
namespace {

using base::Integer;

/// number * scale, which must be integral.
template <class Amount>
Amount scaled_amount(const Rational& number, const Integer& scale) {
  return amount_of<Amount>(number.get_num() * (scale / number.get_den()));
}

void take_denominator(Integer& scale, const Rational& number) {
  mpz_lcm(scale.get_mpz_t(), scale.get_mpz_t(), number.get_den_mpz_t());
}

/// The scale at which the level of a bent term is integral.
Integer level_scale(const BentTerm& term) {
  Integer scale = 1;
  take_denominator(scale, term.base);
  for (const Cube& cube : term.changes) take_denominator(scale, cube.amount);
  return scale;
}

/// A bound on |level|, whatever holds.
Rational level_reach(const BentTerm& term) {
  Rational reach = abs(term.base);
  for (const Cube& cube : term.changes) reach += abs(cube.amount);
  return reach;
}

}  // namespace

template <class Amount>
std::size_t hash_value(const SumState<Amount>& state) {
  std::size_t hash = 0;
  const auto mix = [&](std::size_t value) {
    hash = (hash ^ value) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 32U;
  };
  for (const std::uint64_t word : state.open) mix(word);
  for (const Amount& level : state.levels) mix(hash_amount(level));
  return hash;
}
template std::size_t hash_value(const SumState<std::int64_t>&);
template std::size_t hash_value(const SumState<Int128>&);
template std::size_t hash_value(const SumState<Integer>&);

SumScale scale_of(const WeightedSum& sum, const Rational& also) {
  SumScale result{1, 0, false, false};
  take_denominator(result.scale, sum.constant);
  take_denominator(result.scale, also);
  Rational reach = abs(sum.constant) + abs(also);
  for (const Cube& cube : sum.cubes) {
    take_denominator(result.scale, cube.amount);
    reach += abs(cube.amount);
  }
  Rational largest_level = 0;
  for (const BentTerm& term : sum.bent) {
    const Integer inner = level_scale(term);
    const Rational level = level_reach(term);
    largest_level = std::max(largest_level, Rational(level * inner));
    for (const Piece& piece : term.value.pieces) {
      take_denominator(result.scale, piece.slope / inner);
      take_denominator(result.scale, piece.intercept);
      // At least of one unit of the level: the slope is an integer itself, also where the level is
      // 0.
      const Rational steepest = std::max(level, Rational(base::fraction(1, inner)));
      reach += abs(piece.slope) * steepest + abs(piece.intercept);
      if (piece.end) largest_level = std::max(largest_level, Rational(abs(*piece.end) * inner));
    }
  }
  result.reach = base::rounded_down(reach * result.scale) + 1;
  const auto fits = [&](unsigned bits) {  // Six bits are left for sums and multiples of bounds.
    const Integer limit = Integer(1) << (bits - 6);
    return result.reach < limit && largest_level < limit;
  };
  result.fits_64_bits = fits(64);
  result.fits_128_bits = fits(128);
  return result;
}

SumScales scales_of(const std::vector<WeightedSum>& sums) {
  SumScales result;
  for (const WeightedSum& sum : sums) {
    SumScale scale = scale_of(sum);
    result.scales.push_back(std::move(scale.scale));
    result.reaches.push_back(std::move(scale.reach));
    result.fits_64_bits = result.fits_64_bits && scale.fits_64_bits;
    result.fits_128_bits = result.fits_128_bits && scale.fits_128_bits;
  }
  return result;
}

template <class Amount>
LayeredSum<Amount>::LayeredSum(const WeightedSum& sum, std::vector<std::uint32_t> domains,
                               const Integer& scale)
    : domains_(std::move(domains)),
      constant_(scaled_amount<Amount>(sum.constant, scale)),
      plain_(domains_.size()),
      literals_(domains_.size()),
      begins_(domains_.size()),
      changes_(domains_.size()),
      ends_(domains_.size()),
      untouched_(domains_.size() + 1),
      open_cubes_(domains_.size() + 1),
      open_terms_(domains_.size() + 1) {
  for (std::size_t v = 0; v < domains_.size(); ++v) plain_[v].resize(domains_[v]);
  for (const Cube& cube : sum.cubes) add_cube(cube, kNoTerm, scale);
  for (const BentTerm& term : sum.bent) add_term(term, scale);
  for (std::size_t i = 0; i < terms_.size(); ++i) bound_term(terms_[i], i);
  index_open();
}

template <class Amount>
void LayeredSum<Amount>::add_cube(const Cube& cube, std::size_t term, const Integer& scale) {
  const Amount amount = scaled_amount<Amount>(cube.amount, scale);
  if (cube.literals.empty()) {
    if (term == kNoTerm) {
      constant_ += amount;
    } else {
      gather(terms_[term].gathering, terms_[term].base, amount);
    }
    return;
  }
  if (term != kNoTerm) {
    Term& changed = terms_[term];
    changed.first_variable = std::min(changed.first_variable, cube.literals.front().variable);
    changed.last_variable = std::max(changed.last_variable, cube.literals.back().variable);
  }
  if (cube.literals.size() == 1) {
    const Literal& literal = cube.literals.front();
    for (std::size_t value = 0; value < literal.values.size(); ++value) {
      if (!literal.values[value]) continue;
      if (term == kNoTerm) {
        plain_[literal.variable][value] += amount;
      } else {
        terms_[term].changes[literal.variable][value].push_back(amount);
      }
    }
    return;
  }
  const std::size_t index = cubes_.size();
  cubes_.push_back({amount, term, cube.literals.front().variable, cube.literals.back().variable});
  for (std::size_t i = 0; i < cube.literals.size(); ++i) {
    literals_[cube.literals[i].variable].push_back(
        {index, cube.literals[i].values, i == 0, i + 1 == cube.literals.size()});
  }
}

template <class Amount>
void LayeredSum<Amount>::add_term(const BentTerm& bent, const Integer& scale) {
  const Integer inner = level_scale(bent);
  const auto variables = static_cast<std::uint32_t>(domains_.size());
  Term term;
  term.gathering = bent.gathering;
  term.base = scaled_amount<Amount>(bent.base, inner);
  term.first_variable = variables;
  for (const Piece& piece : bent.value.pieces) {
    ScaledPiece scaled_piece;
    scaled_piece.slope = scaled_amount<Amount>(piece.slope / inner, scale);
    scaled_piece.intercept = scaled_amount<Amount>(piece.intercept, scale);
    if (piece.end) {
      const Rational end = *piece.end * inner;
      Integer last = base::rounded_down(end);
      if (!piece.end_included && last == end) last -= 1;
      scaled_piece.last = amount_of<Amount>(last);
    }
    term.pieces.push_back(std::move(scaled_piece));
  }
  term.changes.resize(variables);
  for (std::size_t v = 0; v < variables; ++v) term.changes[v].resize(domains_[v]);
  const std::size_t index = terms_.size();
  terms_.push_back(std::move(term));
  for (const Cube& cube : bent.changes) add_cube(cube, index, inner);
  if (terms_[index].first_variable == variables) {  // Nothing changes it: a constant.
    constant_ += value(terms_[index], terms_[index].base);
    terms_.pop_back();
    return;
  }
  begins_[terms_[index].first_variable].push_back(index);
  ends_[terms_[index].last_variable].push_back(index);
  for (std::size_t v = 0; v < variables; ++v) {
    const auto& by_value = terms_[index].changes[v];
    if (std::any_of(by_value.begin(), by_value.end(), [](const auto& a) { return !a.empty(); })) {
      changes_[v].push_back(index);
    }
  }
}

template <class Amount>
void LayeredSum<Amount>::gather(Gathering gathering, Amount& level, const Amount& amount) {
  switch (gathering) {
    case Gathering::sum:
      level += amount;
      break;
    case Gathering::greatest:
      level = std::max(level, amount);
      break;
    case Gathering::least:
      level = std::min(level, amount);
      break;
  }
}

template <class Amount>
Amount LayeredSum<Amount>::value(const Term& term, const Amount& level) {
  std::size_t piece = 0;
  while (piece + 1 < term.pieces.size() && level > term.pieces[piece].last) ++piece;
  return term.pieces[piece].slope * level + term.pieces[piece].intercept;
}

template <class Amount>
auto LayeredSum<Amount>::value_bounds(const Term& term, const Amount& low, const Amount& high)
    -> Bounds {
  Bounds bounds{value(term, low), value(term, low)};
  const auto take = [&](const Amount& level) {
    if (level < low || level > high) return;
    const Amount at = value(term, level);
    bounds.least = std::min(bounds.least, at);
    bounds.greatest = std::max(bounds.greatest, at);
  };
  take(high);
  for (std::size_t piece = 0; piece + 1 < term.pieces.size(); ++piece) {
    take(term.pieces[piece].last);
    take(Amount(term.pieces[piece].last + 1));
  }
  return bounds;
}

/// Bounds on what is still to come for the level, by variable; then on the value before it begins.
template <class Amount>
void LayeredSum<Amount>::bound_term(Term& term, std::size_t index) {
  const bool adds = term.gathering == Gathering::sum;
  const Amount none = adds ? Amount(0) : term.base;
  term.rest.assign(domains_.size() + 1, {none, none});
  const auto take = [&](Bounds& bounds, const Amount& low, const Amount& high) {
    bounds.least = adds ? Amount(bounds.least + low) : std::min(bounds.least, low);
    bounds.greatest = adds ? Amount(bounds.greatest + high) : std::max(bounds.greatest, high);
  };
  for (std::size_t v = domains_.size(); v-- > 0;) {
    term.rest[v] = term.rest[v + 1];
    Bounds of_variable{none, none};
    for (std::size_t value = 0; value < domains_[v]; ++value) {
      Amount amount = none;
      for (const Amount& change : term.changes[v][value]) gather(term.gathering, amount, change);
      of_variable.least = value == 0 ? amount : std::min(of_variable.least, amount);
      of_variable.greatest = value == 0 ? amount : std::max(of_variable.greatest, amount);
    }
    take(term.rest[v], of_variable.least, of_variable.greatest);
    for (const LinkCube& cube : cubes_) {
      if (cube.term != index || cube.last_variable != v) continue;
      take(term.rest[v], std::min(none, cube.amount), std::max(none, cube.amount));
    }
  }
  const Bounds level = level_bounds(index, 0, term.base);
  term.whole = value_bounds(term, level.least, level.greatest);
}

template <class Amount>
auto LayeredSum<Amount>::level_bounds(std::size_t index, std::uint32_t variable,
                                      const Amount& level) const -> Bounds {
  const Term& term = terms_[index];
  const Bounds& rest = term.rest[variable];
  switch (term.gathering) {
    case Gathering::sum:
      return {Amount(level + rest.least), Amount(level + rest.greatest)};
    case Gathering::greatest:
      return {level, std::max(level, rest.greatest)};
    case Gathering::least:
      return {std::min(level, rest.least), level};
  }
  return {level, level};
}

/// What is open before each variable, and bounds on all that begins there or later.
template <class Amount>
void LayeredSum<Amount>::index_open() {
  const Amount zero(0);
  for (std::size_t v = domains_.size(); v-- > 0;) {
    const auto [low, high] = std::minmax_element(plain_[v].begin(), plain_[v].end());
    untouched_[v].least = untouched_[v + 1].least + *low;
    untouched_[v].greatest = untouched_[v + 1].greatest + *high;
    for (std::size_t i = 0; i < cubes_.size(); ++i) {
      const LinkCube& cube = cubes_[i];
      if (cube.first_variable < v && v <= cube.last_variable) open_cubes_[v].push_back(i);
      if (cube.first_variable != v || cube.term != kNoTerm) continue;
      untouched_[v].least += std::min(zero, cube.amount);
      untouched_[v].greatest += std::max(zero, cube.amount);
    }
    for (std::size_t i = 0; i < terms_.size(); ++i) {
      const Term& term = terms_[i];
      if (term.first_variable < v && v <= term.last_variable) open_terms_[v].push_back(i);
      if (term.first_variable != v) continue;
      untouched_[v].least += term.whole.least;
      untouched_[v].greatest += term.whole.greatest;
    }
  }
}

template <class Amount>
auto LayeredSum<Amount>::start() const -> State {
  return {std::vector<std::uint64_t>((cubes_.size() + 63) / 64),
          std::vector<Amount>(terms_.size())};
}

template <class Amount>
Amount LayeredSum<Amount>::advance(std::uint32_t variable, std::uint32_t value_index,
                                   State& state) const {
  Amount gain = plain_[variable][value_index];
  for (const std::size_t term : begins_[variable]) state.levels[term] = terms_[term].base;
  for (const std::size_t term : changes_[variable]) {
    for (const Amount& change : terms_[term].changes[variable][value_index]) {
      gather(terms_[term].gathering, state.levels[term], change);
    }
  }
  for (const LiteralAt& literal : literals_[variable]) {
    std::uint64_t& word = state.open[literal.cube / 64];
    const std::uint64_t bit = std::uint64_t{1} << (literal.cube % 64);
    const bool still = (literal.first || (word & bit) != 0) && literal.values[value_index];
    word &= ~bit;
    if (!still) continue;
    const LinkCube& cube = cubes_[literal.cube];
    if (!literal.last) {
      word |= bit;
    } else if (cube.term == kNoTerm) {
      gain += cube.amount;
    } else {
      gather(terms_[cube.term].gathering, state.levels[cube.term], cube.amount);
    }
  }
  for (const std::size_t term : ends_[variable]) {
    gain += value(terms_[term], state.levels[term]);
    state.levels[term] = 0;
  }
  return gain;
}

template <class Amount>
template <class Select>
Amount LayeredSum<Amount>::rest(std::uint32_t variable, const State& state, Select select) const {
  Amount total = select(untouched_[variable]);
  for (const std::size_t i : open_cubes_[variable]) {
    if (cubes_[i].term != kNoTerm) continue;
    if ((state.open[i / 64] >> (i % 64) & 1U) == 0) continue;
    const Amount zero(0);
    total += select(Bounds{std::min(zero, cubes_[i].amount), std::max(zero, cubes_[i].amount)});
  }
  for (const std::size_t i : open_terms_[variable]) {
    const Bounds level = level_bounds(i, variable, state.levels[i]);
    total += select(value_bounds(terms_[i], level.least, level.greatest));
  }
  return total;
}

template <class Amount>
Amount LayeredSum<Amount>::least(std::uint32_t variable, const State& state) const {
  return rest(variable, state, [](const Bounds& bounds) { return bounds.least; });
}

template <class Amount>
Amount LayeredSum<Amount>::greatest(std::uint32_t variable, const State& state) const {
  return rest(variable, state, [](const Bounds& bounds) { return bounds.greatest; });
}

template class LayeredSum<std::int64_t>;
template class LayeredSum<Int128>;
template class LayeredSum<Integer>;

}  // namespace nemawashi::trees
