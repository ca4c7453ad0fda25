// SPDX-License-Identifier: Apache-2.0
#include "engine/floors/expression.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numbers>
#include <numeric>

namespace nemawashi::floors {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// 1 - exp(-rate time), without cancellation where it is small.
double failed_by(double rate, double time) { return -std::expm1(-rate * time); }

double repaired(double on_demand, double failure, double repair, double time) {
  const double both = failure + repair;
  if (both == 0) return on_demand;
  return on_demand * std::exp(-both * time) + failure / both * failed_by(both, time);
}

double tested(double rate, double interval, double first, double time) {
  if (time <= first) return failed_by(rate, time);
  if (!(interval > 0)) return kNone;
  const double since = std::fmod(time - first, interval);
  return failed_by(rate, since > 0 ? since : interval);  // At a test: just before it.
}

double lognormal_mean(const std::vector<double>& v) {
  return v.size() == 2 ? std::exp(v[0] + v[1] * v[1] / 2) : v[0];
}

double truth(bool value) { return value ? 1 : 0; }

double applied(Operation operation, const std::vector<double>& v) {
  if (operation == Operation::if_then_else) {  // The part that is not taken may be no number.
    return std::isnan(v[0]) ? kNone : v[v[0] != 0 ? 1 : 2];
  }
  if (std::any_of(v.begin(), v.end(), [](double x) { return std::isnan(x); })) return kNone;
  switch (operation) {
    case Operation::negation:
      return -v[0];
    case Operation::sum:
      return std::accumulate(v.begin(), v.end(), 0.0);
    case Operation::difference:
      return std::accumulate(v.begin() + 1, v.end(), v[0], std::minus<>());
    case Operation::product:
      return std::accumulate(v.begin(), v.end(), 1.0, std::multiplies<>());
    case Operation::quotient:
      return std::accumulate(v.begin() + 1, v.end(), v[0], std::divides<>());
    case Operation::power:
      return std::pow(v[0], v[1]);
    case Operation::absolute:
      return std::abs(v[0]);
    case Operation::exponent:
      return std::exp(v[0]);
    case Operation::logarithm:
      return std::log(v[0]);
    case Operation::decimal_logarithm:
      return std::log10(v[0]);
    case Operation::square_root:
      return std::sqrt(v[0]);
    case Operation::least:
      return *std::min_element(v.begin(), v.end());
    case Operation::greatest:
      return *std::max_element(v.begin(), v.end());
    case Operation::mean:
      return std::accumulate(v.begin(), v.end(), 0.0) / static_cast<double>(v.size());
    case Operation::logical_not:
      return truth(v[0] == 0);
    case Operation::logical_and:
      return truth(std::all_of(v.begin(), v.end(), [](double x) { return x != 0; }));
    case Operation::logical_or:
      return truth(std::any_of(v.begin(), v.end(), [](double x) { return x != 0; }));
    case Operation::equal:
      return truth(v[0] == v[1]);
    case Operation::unequal:
      return truth(v[0] != v[1]);
    case Operation::less:
      return truth(v[0] < v[1]);
    case Operation::more:
      return truth(v[0] > v[1]);
    case Operation::at_most:
      return truth(v[0] <= v[1]);
    case Operation::at_least:
      return truth(v[0] >= v[1]);
    case Operation::exponential:
      return failed_by(v[0], v[1]);
    case Operation::repaired:
      return repaired(v[0], v[1], v[2], v[3]);
    case Operation::weibull:
      return v[3] <= v[2] ? 0 : -std::expm1(-std::pow((v[3] - v[2]) / v[0], v[1]));
    case Operation::periodic_test:
      return tested(v[0], v[1], v[2], v[3]);
    case Operation::normal_deviate:
      return v[0];
    case Operation::lognormal_deviate:
      return lognormal_mean(v);
    case Operation::uniform_deviate:
      return (v[0] + v[1]) / 2;
    case Operation::gamma_deviate:
      return v[0] * v[1];
    case Operation::beta_deviate:
      return v[0] / (v[0] + v[1]);
    case Operation::if_then_else:
    case Operation::number:
    case Operation::parameter:
    case Operation::mission_time:
    case Operation::pi:
      break;
  }
  return kNone;
}

}  // namespace

const std::vector<OperationName>& operation_names() {
  static const std::vector<OperationName> names = {
      {"pi", Operation::pi, 0, 0},
      {"system-mission-time", Operation::mission_time, 0, 0},
      {"neg", Operation::negation, 1, 1},
      {"add", Operation::sum, 1, 0},
      {"sub", Operation::difference, 1, 0},
      {"mul", Operation::product, 1, 0},
      {"div", Operation::quotient, 2, 0},
      {"pow", Operation::power, 2, 2},
      {"abs", Operation::absolute, 1, 1},
      {"exp", Operation::exponent, 1, 1},
      {"log", Operation::logarithm, 1, 1},
      {"log10", Operation::decimal_logarithm, 1, 1},
      {"sqrt", Operation::square_root, 1, 1},
      {"min", Operation::least, 1, 0},
      {"max", Operation::greatest, 1, 0},
      {"mean", Operation::mean, 1, 0},
      {"not", Operation::logical_not, 1, 1},
      {"and", Operation::logical_and, 1, 0},
      {"or", Operation::logical_or, 1, 0},
      {"eq", Operation::equal, 2, 2},
      {"df", Operation::unequal, 2, 2},
      {"lt", Operation::less, 2, 2},
      {"gt", Operation::more, 2, 2},
      {"leq", Operation::at_most, 2, 2},
      {"geq", Operation::at_least, 2, 2},
      {"ite", Operation::if_then_else, 3, 3},
      {"exponential", Operation::exponential, 2, 2},
      {"GLM", Operation::repaired, 4, 4},
      {"Weibull", Operation::weibull, 4, 4},
      {"periodic-test", Operation::periodic_test, 4, 4},
      {"normal-deviate", Operation::normal_deviate, 2, 2},
      {"lognormal-deviate", Operation::lognormal_deviate, 2, 3},
      {"uniform-deviate", Operation::uniform_deviate, 2, 2},
      {"gamma-deviate", Operation::gamma_deviate, 2, 2},
      {"beta-deviate", Operation::beta_deviate, 2, 2},
  };
  return names;
}

std::vector<double> parameter_values(const std::vector<Expression>& parameters,
                                     double mission_time) {
  std::vector<double> values;
  for (const Expression& parameter : parameters) {
    values.push_back(evaluated(parameter, values, mission_time));
  }
  return values;
}

double evaluated(const Expression& expression, const std::vector<double>& parameters,
                 double mission_time) {
  switch (expression.operation) {
    case Operation::number:
      return expression.value;
    case Operation::parameter:
      return parameters[expression.parameter];
    case Operation::mission_time:
      return mission_time;
    case Operation::pi:
      return std::numbers::pi;
    default:
      break;
  }
  std::vector<double> values;
  for (const Expression& part : expression.parts) {
    values.push_back(evaluated(part, parameters, mission_time));
  }
  return applied(expression.operation, values);
}

}  // namespace nemawashi::floors
