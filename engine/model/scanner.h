// SPDX-License-Identifier: Apache-2.0
// Reads the small written grammars (conditions, rules) piece by piece.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/text.h"
#include "engine/model/condition.h"

namespace nemawashi::model {

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  /// Takes `symbol` if it comes next, after spaces.
  bool accept(std::string_view symbol) {
    skip_spaces();
    if (text_.substr(place_, symbol.size()) != symbol) return false;
    place_ += symbol.size();
    return true;
  }

  /// Takes an id, or returns an empty text and takes nothing.
  std::string id() { return taken(base::is_id); }

  /// Takes whatever could be an id or a number (letters, digits, `_-./`), possibly nothing.
  std::string word() {
    return taken([](std::string_view) { return true; });
  }

  bool at_end() {
    skip_spaces();
    return place_ == text_.size();
  }

  GrammarError error(std::string message) const { return {place_, std::move(message)}; }

 private:
  void skip_spaces() {
    while (place_ < text_.size() && base::trimmed(text_.substr(place_, 1)).empty()) ++place_;
  }

  template <class Accepts>
  std::string taken(Accepts accepts) {
    skip_spaces();
    std::size_t end = place_;
    while (end < text_.size() && (base::is_id_character(text_[end]) || text_[end] == '/')) ++end;
    const std::string_view piece = text_.substr(place_, end - place_);
    if (!accepts(piece)) return {};
    place_ = end;
    return std::string(piece);
  }

  std::string_view text_;
  std::size_t place_ = 0;
};

}  // namespace nemawashi::model
