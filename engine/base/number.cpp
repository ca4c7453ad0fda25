// SPDX-License-Identifier: Apache-2.0
#include "engine/base/number.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace nemawashi::base {
namespace {

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Integer power_of_ten(std::size_t exponent) {
  Integer power;
  mpz_ui_pow_ui(power.get_mpz_t(), 10, exponent);
  return power;
}

/// Unsigned decimal: digits with at most one point, at least one digit.
std::optional<Rational> parse_decimal(std::string_view text) {
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view part =
      point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
  if (whole.empty() && part.empty()) return std::nullopt;
  if (!all_digits(whole) || !all_digits(part)) return std::nullopt;
  const std::string digits = "0" + std::string(whole) + std::string(part);
  return fraction(Integer(digits, 10), power_of_ten(part.size()));
}

}  // namespace

Rational fraction(const Integer& numerator, const Integer& denominator) {
  Rational result(numerator, denominator);
  result.canonicalize();
  return result;
}

std::optional<Rational> parse_rational(std::string_view text) {
  if (text.empty() || text.size() > kLongestNumber) return std::nullopt;
  const bool negative = text.front() == '-';
  if (negative || text.front() == '+') text.remove_prefix(1);
  const std::size_t slash = text.find('/');
  std::optional<Rational> result;
  if (slash == std::string_view::npos) {
    result = parse_decimal(text);
  } else {
    const std::string_view numerator = text.substr(0, slash);
    const std::string_view denominator = text.substr(slash + 1);
    if (numerator.empty() || denominator.empty()) return std::nullopt;
    if (!all_digits(numerator) || !all_digits(denominator)) return std::nullopt;
    const Integer divisor(std::string(denominator), 10);
    if (divisor == 0) return std::nullopt;
    result = fraction(Integer(std::string(numerator), 10), divisor);
  }
  if (result && negative) *result = -*result;
  return result;
}

std::optional<Rational> parse_scientific(std::string_view text) {
  const std::size_t mark = text.find_first_of("eE");
  const std::string_view mantissa = text.substr(0, mark);
  if (mantissa.find('/') != std::string_view::npos) return std::nullopt;
  auto number = parse_rational(mantissa);
  if (!number || mark == std::string_view::npos) return number;
  std::string_view exponent = text.substr(mark + 1);
  const bool negative = exponent.starts_with('-');
  if (negative || exponent.starts_with('+')) exponent.remove_prefix(1);
  if (exponent.empty() || exponent.size() > 3 || !all_digits(exponent)) return std::nullopt;
  std::size_t places = 0;
  for (const char digit : exponent) places = places * 10 + static_cast<std::size_t>(digit - '0');
  if (places > kGreatestExponent) return std::nullopt;
  if (negative) return Rational(*number / power_of_ten(places));
  return Rational(*number * power_of_ten(places));
}

std::string literal_text(const Rational& number) {
  Integer rest = number.get_den();
  const auto removed = [&](const Integer& factor) {
    return mpz_remove(rest.get_mpz_t(), rest.get_mpz_t(), factor.get_mpz_t());
  };
  const std::size_t twos = removed(2);
  const std::size_t fives = removed(5);
  if (rest != 1) return exact_text(number);
  return decimal_text(number, static_cast<int>(std::max(twos, fives)));
}

std::string exact_text(const Rational& number) { return number.get_str(); }

std::string decimal_text(const Rational& number, int digits) {
  const auto places = static_cast<std::size_t>(std::max(digits, 0));
  const Integer scale = power_of_ten(places);
  const Integer numerator = abs(number.get_num()) * scale * 2 + number.get_den();
  const Integer rounded = numerator / (number.get_den() * 2);
  std::string text = rounded.get_str();
  if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
  if (places > 0) {
    text.insert(text.size() - places, ".");
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
  }
  return number < 0 && rounded != 0 ? "-" + text : text;
}

double approximate(const Rational& number) {
  const double cut = number.get_d();  // GMP cuts towards zero, so the nearest may be one further.
  if (!std::isfinite(cut)) return cut;
  const double next = std::nextafter(cut, number < 0 ? -HUGE_VAL : HUGE_VAL);
  if (!std::isfinite(next)) return cut;
  const Rational short_of = abs(number - Rational(cut));
  const Rational beyond = abs(Rational(next) - number);
  return beyond < short_of ? next : cut;
}

Integer rounded_down(const Rational& number) {
  Integer result;
  mpz_fdiv_q(result.get_mpz_t(), number.get_num_mpz_t(), number.get_den_mpz_t());
  return result;
}

Integer rounded_up(const Rational& number) {
  Integer result;
  mpz_cdiv_q(result.get_mpz_t(), number.get_num_mpz_t(), number.get_den_mpz_t());
  return result;
}

std::string grouped_text(const Integer& number) {
  std::string digits = Integer(abs(number)).get_str();
  for (std::size_t place = digits.size(); place > 3;) {
    place -= 3;
    digits.insert(place, ",");
  }
  return number < 0 ? "-" + digits : digits;
}

}  // namespace nemawashi::base
