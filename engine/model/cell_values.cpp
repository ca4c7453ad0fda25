// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "engine/base/text.h"
#include "engine/model/cells.h"

namespace nemawashi::model {

std::optional<std::vector<std::pair<base::Rational, base::Rational>>> parse_points(
    std::string_view text) {
  std::vector<std::pair<base::Rational, base::Rational>> points;
  for (const std::string_view piece : base::split(text, ',')) {
    const std::size_t colon = piece.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto x = base::parse_rational(base::trimmed(piece.substr(0, colon)));
    const auto v = base::parse_rational(base::trimmed(piece.substr(colon + 1)));
    if (!x || !v || (!points.empty() && *x <= points.back().first)) return std::nullopt;
    points.emplace_back(*x, *v);
  }
  if (points.empty()) return std::nullopt;
  return points;
}

std::optional<std::size_t> parse_rank(std::string_view text) {
  std::size_t rank = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, rank);
  if (error != std::errc() || stop != end || rank < 1 || rank > 1'000'000) return std::nullopt;
  return rank;
}

}  // namespace nemawashi::model
