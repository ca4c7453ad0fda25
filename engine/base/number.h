// SPDX-License-Identifier: Apache-2.0
// Exact numbers. What decides consent and efficiency is decided with these; doubles only draw.
//
// A number in a workbook is a decimal or a fraction p/q, taken literally. GMP holds it: overflow is
// impossible, not unlikely. Cost of reading is linear in the text, of which at most
// kLongestNumber characters are accepted.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <gmpxx.h>

namespace nemawashi::base {

using Integer = mpz_class;
using Rational = mpq_class;

inline constexpr std::size_t kLongestNumber = 200;

/// Reads `-12.5`, `.5`, `7`, `1/3`, `-2/6` (reduced). Nothing if the text is anything else: no
/// exponent, no separator of thousands, no percent sign, no zero denominator.
std::optional<Rational> parse_rational(std::string_view text);

/// The same without a fraction, and with an exponent of at most three digits within
/// -kGreatestExponent..kGreatestExponent, as in `-1.5e-7`: the numbers of other programs' files.
std::optional<Rational> parse_scientific(std::string_view text);
inline constexpr int kGreatestExponent = 200;

/// As a workbook writes it: the decimal that is exactly the number where there is one, else `p/q`.
std::string literal_text(const Rational& number);

/// `p/q` in lowest terms, or `p` when q is 1.
std::string exact_text(const Rational& number);

/// Decimal with at most `digits` places, half away from zero, trailing zeros removed.
std::string decimal_text(const Rational& number, int digits = 4);

/// The nearest double, for drawing and for JSON's `value`; never for deciding.
double approximate(const Rational& number);

/// p/q in lowest terms; `denominator` is not zero.
Rational fraction(const Integer& numerator, const Integer& denominator);

/// The greatest integer that is not above the number, and the least that is not below it.
Integer rounded_down(const Rational& number);
Integer rounded_up(const Rational& number);

/// `12,345,678` for reading; never for parsing.
std::string grouped_text(const Integer& number);

}  // namespace nemawashi::base
