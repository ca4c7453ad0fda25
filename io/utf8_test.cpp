// SPDX-License-Identifier: Apache-2.0
#include "io/utf8.h"

#include <string>

#include <gtest/gtest.h>

namespace nemawashi::io {
namespace {

TEST(Utf8, AcceptsAllLengths) {
  for (const std::string text : {"", "a", "\xC3\xA9", "\xE6\x97\xA5", "\xF0\x9F\x98\x80"}) {
    EXPECT_EQ(valid_utf8_prefix(text), text.size());
  }
}

TEST(Utf8, RefusesWhatIsNoCharacter) {
  const std::string bad[] = {
      "\x80",              // A continuation alone.
      "\xC0\xAF",          // Overlong.
      "\xE0\x80\xAF",      // Overlong.
      "\xED\xA0\x80",      // A surrogate.
      "\xF4\x90\x80\x80",  // Above U+10FFFF.
      "\xE6\x97",          // Cut off.
      "\xFF",
  };
  for (const std::string& text : bad) {
    EXPECT_EQ(valid_utf8_prefix("ab" + text), 2U);
    EXPECT_EQ(valid_utf8_prefix("ab" + text + "c"), 2U);
  }
}

}  // namespace
}  // namespace nemawashi::io
