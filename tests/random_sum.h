// SPDX-License-Identifier: Apache-2.0
// Random small sums over assignments, and all assignments, for the tests of engine/trees.
#pragma once

#include <vector>

#include "engine/base/random.h"
#include "engine/trees/assignment.h"

namespace nemawashi::tests {

/// 1 to `most` variables of 1 to 4 values.
inline std::vector<std::uint32_t> random_domains(base::Random& random, std::size_t most) {
  std::vector<std::uint32_t> domains(1 + random.below(most));
  for (std::uint32_t& domain : domains) domain = 1 + static_cast<std::uint32_t>(random.below(4));
  return domains;
}

inline std::vector<trees::Literal> random_literals(base::Random& random,
                                                   const std::vector<std::uint32_t>& domains) {
  std::vector<trees::Literal> literals;
  for (std::uint32_t v = 0; v < domains.size(); ++v) {
    if (random.below(domains.size()) > 1) continue;
    trees::Literal literal{v, {}};
    for (std::uint32_t i = 0; i < domains[v]; ++i) literal.values.push_back(random.below(2) == 0);
    literals.push_back(std::move(literal));
  }
  return literals;
}

/// A small fraction times `unit`.
inline base::Rational random_amount(base::Random& random, const base::Rational& unit) {
  const base::Integer numerator(static_cast<long>(random.below(9)) - 4);
  return base::fraction(numerator, 1 + random.below(3)) * unit;
}

inline trees::BentTerm random_bent_term(base::Random& random,
                                        const std::vector<std::uint32_t>& domains,
                                        const base::Rational& unit) {
  trees::BentTerm term;
  term.gathering = static_cast<trees::Gathering>(random.below(3));
  term.base = random_amount(random, unit);
  for (std::size_t i = random.below(5); i > 0; --i) {
    term.changes.push_back({random_literals(random, domains), random_amount(random, unit)});
  }
  base::Rational end = random_amount(random, unit) - 2 * unit;
  for (std::size_t i = random.below(4); i > 0; --i) {  // Pieces may jump.
    term.value.pieces.push_back(
        {end, random.below(2) == 0, random_amount(random, 1), random_amount(random, 1)});
    end += unit * base::fraction(1 + random.below(4), 2);
  }
  term.value.pieces.push_back(
      {std::nullopt, true, random_amount(random, 1), random_amount(random, 1)});
  return term;
}

/// Cubes, links and bent terms; `unit` scales all amounts, so that a large one leaves 64 bits.
inline trees::WeightedSum random_sum(base::Random& random,
                                     const std::vector<std::uint32_t>& domains,
                                     const base::Rational& unit) {
  trees::WeightedSum sum;
  sum.constant = random_amount(random, unit);
  for (std::size_t i = random.below(6); i > 0; --i) {
    sum.cubes.push_back({random_literals(random, domains), random_amount(random, unit)});
  }
  for (std::size_t i = random.below(3); i > 0; --i) {
    sum.bent.push_back(random_bent_term(random, domains, unit));
  }
  return sum;
}

/// One bent term whose pieces rise, or all fall, with flats and jumps, over a sum of changes.
inline trees::WeightedSum random_rising_sum(base::Random& random,
                                            const std::vector<std::uint32_t>& domains,
                                            const base::Rational& unit) {
  trees::BentTerm term = random_bent_term(random, domains, unit);
  term.gathering = trees::Gathering::sum;
  const trees::Piece* before = nullptr;
  for (trees::Piece& piece : term.value.pieces) {
    piece.slope = random.below(2) == 0 ? base::Rational(0) : base::Rational(abs(piece.slope));
    if (before != nullptr) {
      const base::Rational& start = *before->end;
      piece.intercept = before->slope * start + before->intercept - piece.slope * start;
      if (random.below(3) == 0) piece.intercept += 1;  // A jump.
    }
    before = &piece;
  }
  const trees::WeightedSum sum{random_amount(random, 1), {}, {std::move(term)}};
  return random.below(2) == 0 ? sum : trees::scaled(sum, -1);
}

/// 1, or so large that 64 bits, or 128 bits, do not hold the sums.
inline base::Rational random_unit(base::Random& random) {
  const std::size_t drawn = random.below(6);
  if (drawn > 1) return 1;
  return base::Integer("3" + std::string(drawn == 0 ? 24 : 44, '0'));
}

/// All assignments in the order in which variables are asked.
inline std::vector<trees::Assignment> all_assignments(const std::vector<std::uint32_t>& domains) {
  std::vector<trees::Assignment> all = {{}};
  for (const std::uint32_t domain : domains) {
    std::vector<trees::Assignment> longer;
    for (const trees::Assignment& assignment : all) {
      for (std::uint32_t value = 0; value < domain; ++value) {
        longer.push_back(assignment);
        longer.back().push_back(value);
      }
    }
    all = std::move(longer);
  }
  return all;
}

inline bool holds(const std::vector<trees::Literal>& literals,
                  const trees::Assignment& assignment) {
  for (const trees::Literal& literal : literals) {
    if (!literal.values[assignment[literal.variable]]) return false;
  }
  return true;
}

inline bool contains(const trees::DiagramStore& store, trees::Node node,
                     const trees::Assignment& assignment) {
  while (node > trees::kEverything) node = store.children(node)[assignment[store.variable(node)]];
  return node == trees::kEverything;
}

/// A set that is neither trivial nor simple: a disjunction of a few cubes, some of them negated.
inline trees::Node random_set(base::Random& random, trees::DiagramStore& store) {
  if (random.below(4) == 0) return trees::kEverything;
  trees::Node node = trees::kNothing;
  for (std::size_t i = 1 + random.below(3); i > 0; --i) {
    const auto literals = random_literals(random, store.domains());
    node = store.disjunction(
        node, random.below(2) == 0 ? store.all_hold(literals) : store.some_fails(literals));
  }
  return node;
}

inline constexpr std::size_t kRandomSums = 600;

}  // namespace nemawashi::tests
