// SPDX-License-Identifier: Apache-2.0
// Expressions that give the probability of a basic event, as the Open-PSA Model Exchange Format
// (version 2.0d, 2008, stochastic layer) defines them.
//
// A random deviate counts as its mean: what is computed is a point value. In doubles, but an
// expression that is a plain number keeps it exactly. Cost: the size of the expression, with what
// it refers to, each parameter once.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/base/number.h"

namespace nemawashi::floors {

enum class Operation {
  number,
  parameter,
  mission_time,
  pi,
  negation,
  sum,
  difference,
  product,
  quotient,
  power,
  absolute,
  exponent,
  logarithm,
  decimal_logarithm,
  square_root,
  least,
  greatest,
  mean,
  logical_not,
  logical_and,
  logical_or,
  equal,
  unequal,
  less,
  more,
  at_most,
  at_least,
  if_then_else,
  exponential,        ///< rate, time
  repaired,           ///< GLM: failure on demand, failure rate, repair rate, time
  weibull,            ///< scale, shape, shift, time
  periodic_test,      ///< rate, interval, first test, time; repaired at once
  normal_deviate,     ///< mean, deviation
  lognormal_deviate,  ///< mean, error factor, level; or the normal mean and deviation
  uniform_deviate,    ///< from, to
  gamma_deviate,      ///< shape, scale
  beta_deviate,       ///< alpha, beta
};

struct Expression {
  Operation operation = Operation::number;
  double value = 0;                     ///< of a number
  std::optional<base::Rational> exact;  ///< of a number, as it is written
  std::uint32_t parameter = 0;          ///< of a reference
  std::vector<Expression> parts;
};

/// The operation that an element of the format names, with how many parts it takes.
struct OperationName {
  std::string_view element;
  Operation operation;
  std::size_t least_parts;
  std::size_t most_parts;  ///< 0: any number
};
const std::vector<OperationName>& operation_names();

/// Values by parameter; a parameter refers only to those before it.
std::vector<double> parameter_values(const std::vector<Expression>& parameters,
                                     double mission_time);

/// Not a number, where the parts are outside the operation's domain, also within what asks for it;
/// but the part of `if_then_else` that is not taken does not count.
double evaluated(const Expression& expression, const std::vector<double>& parameters,
                 double mission_time);

}  // namespace nemawashi::floors
