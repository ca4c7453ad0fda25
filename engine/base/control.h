// SPDX-License-Identifier: Apache-2.0
// How long work is watched and stopped. The engine has no clock: the caller's functions decide.
#pragma once

#include <functional>
#include <optional>

namespace nemawashi::base {

/// How far the work is, for showing: doubles will do.
struct Progress {
  std::optional<double> share;  ///< of the work that is done, in 0..1, where it is known
  std::optional<double> found;  ///< what is found so far: packages counted, the best value, ..
  std::optional<double> bound;  ///< what it will not exceed
};

/// Passed to every algorithm that may take long. Both functions may be empty and must be cheap
/// and safe to call from several threads.
struct Control {
  /// True once the work should stop; the algorithm then returns what is proved.
  std::function<bool()> stop = {};
  /// Called now and then.
  std::function<void(const Progress&)> progress = {};
  /// Where there is a deadline: the control of a part of the work that may use this share of the
  /// time that is then left, so that what comes after it is not starved.
  std::function<Control(double)> with_share = {};

  bool stopped() const { return stop && stop(); }
  void report(const Progress& reached) const {
    if (progress) progress(reached);
  }
  /// The control of a part of the work, which reports nothing.
  Control part(double share) const {
    Control result = with_share ? with_share(share) : *this;
    result.progress = nullptr;
    return result;
  }
};

}  // namespace nemawashi::base
