// SPDX-License-Identifier: Apache-2.0
// How long work is watched and stopped. The engine has no clock: the caller's functions decide.
#pragma once

#include <functional>

namespace nemawashi::base {

/// Passed to every algorithm that may take long. Both functions may be empty and must be cheap
/// and safe to call from several threads.
struct Control {
  /// True once the work should stop; the algorithm then returns what is proved.
  std::function<bool()> stop = {};
  /// Called now and then with the share of the work that is done, in 0..1.
  std::function<void(double)> progress = {};
  /// Where there is a deadline: the control of a part of the work that may use this share of the
  /// time that is then left, so that what comes after it is not starved.
  std::function<Control(double)> with_share = {};

  bool stopped() const { return stop && stop(); }
  void report(double share) const {
    if (progress) progress(share);
  }
  /// The control of a part of the work, which reports nothing.
  Control part(double share) const {
    Control result = with_share ? with_share(share) : *this;
    result.progress = nullptr;
    return result;
  }
};

}  // namespace nemawashi::base
