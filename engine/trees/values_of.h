// SPDX-License-Identifier: Apache-2.0
// From the integers in which a frontier is found back to the sums that they stand for.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <type_traits>
#include <vector>

#include "engine/base/divisor.h"
#include "engine/trees/amount.h"
#include "engine/trees/rising.h"

namespace nemawashi::trees {

/// What a sum's numbers stand for.
template <class Amount>
class ValuesOf {
 public:
  /// The numbers, whose absolute values are at most `reach`, are divided by `scale`; `rising`: the
  /// sum that they are then the levels of, if any.
  ValuesOf(const base::Integer& scale, const base::Integer& reach,
           const std::optional<RisingSum>& rising)
      : by_scale_(scale), function_(rising ? &rising->value : nullptr) {
    if (function_ == nullptr) return;
    for (const Piece& piece : function_->pieces) {
      base::Integer last = reach;
      if (piece.end)
        last = piece.end_included ? base::rounded_down(*piece.end * scale)
                                  : base::rounded_up(*piece.end * scale) - 1;
      last_.push_back(amount_of<Amount>(std::clamp<base::Integer>(last, -reach - 1, reach)));
    }
  }

  Rational operator()(const Amount& number) {
    if (function_ == nullptr) return divided(number);
    std::size_t at = 0;
    while (at + 1 < last_.size() && last_[at] < number) ++at;
    const Piece& piece = function_->pieces[at];
    Rational value = piece.slope == 0 ? piece.intercept : divided(number);
    if (piece.slope != 0 && !(piece.slope == 1 && piece.intercept == 0)) {
      value = piece.slope * value + piece.intercept;
    }
    if (is_flat_at(*function_, value)) {
      mixed_ = mixed_ || level_at_.try_emplace(value, number).first->second != number;
    }
    return value;
  }
  bool mixed() const { return mixed_; }

 private:
  Rational divided(const Amount& number) const {
    if constexpr (!std::is_same_v<Amount, base::Integer>) {
      const auto word = static_cast<std::int64_t>(number);
      if (word == number) return by_scale_.under(word);
    }
    return by_scale_.under(integer_of(number));
  }

  base::Divisor by_scale_;
  const PiecewiseLinear* function_;
  std::vector<Amount> last_;             ///< by piece: its greatest number
  std::map<Rational, Amount> level_at_;  ///< by value where the function is flat
  bool mixed_ = false;
};

}  // namespace nemawashi::trees
