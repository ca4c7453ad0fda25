// SPDX-License-Identifier: Apache-2.0
#include "io/xlsx/cell_text.h"

#include <gtest/gtest.h>

#include "io/xlsx/cell_name.h"

namespace nemawashi::io::xlsx {
namespace {

TEST(NumberText, KeepsFifteenDigitsAndNoExponent) {
  EXPECT_EQ(number_text("0.30000000000000004"), "0.3");
  EXPECT_EQ(number_text("1.0000000000000001E-5"), "0.00001");
  EXPECT_EQ(number_text("-12.50"), "-12.5");
  EXPECT_EQ(number_text("1e3"), "1000");
  EXPECT_EQ(number_text("+1.5E+2"), "150");
  EXPECT_EQ(number_text("123456789012345678"), "123456789012346000");
  EXPECT_EQ(number_text("0.33333333333333331"), "0.333333333333333");
  EXPECT_EQ(number_text(" 7 "), "7");
}

TEST(NumberText, CarriesRoundingThroughNines) {
  EXPECT_EQ(number_text("0.99999999999999999"), "1");
  EXPECT_EQ(number_text("9999999999999999"), "10000000000000000");
  EXPECT_EQ(number_text("1.9999999999999998"), "2");
}

TEST(NumberText, ZeroHasNoSign) {
  EXPECT_EQ(number_text("-0"), "0");
  EXPECT_EQ(number_text("0e999999999999"), "0");
  EXPECT_EQ(number_text("0.000"), "0");
}

TEST(NumberText, RefusesWhatIsNoNumberOrTooFarAway) {
  for (const char* text : {"", "-", ".", "e5", "1e", "1e+", "1.2.3", "INF", "NaN", "0x10", "1,5",
                           "1e401", "1e-402", "1e999999999999999999999"}) {
    EXPECT_EQ(number_text(text), std::nullopt) << text;
  }
}

TEST(NumberText, CountsItsDigits) {
  EXPECT_EQ(digit_count("0.00120"), 3U);
  EXPECT_EQ(digit_count("1200"), 2U);
  EXPECT_EQ(digit_count("0"), 0U);
}

TEST(Escapes, AreReadOnce) {
  EXPECT_EQ(unescaped("a_x000D_b"), "a\rb");
  EXPECT_EQ(unescaped("_x005F_x000D_"), "_x000D_");
  EXPECT_EQ(unescaped("_x3042_"), "あ");
  EXPECT_EQ(unescaped("_xD83D__xDE00_"), "\xF0\x9F\x98\x80");
  EXPECT_EQ(unescaped("_x00e9_"), "é");
}

TEST(Escapes, WhatIsNoneStays) {
  for (const char* text : {"_x12_", "_x12G4_", "x_x", "_x000D", "_xD83D_", "_xDE00_", "_", "__x"}) {
    EXPECT_EQ(unescaped(text), text);
  }
}

TEST(Escapes, WrittenTextIsReadAgain) {
  for (const char* text : {"a\r\nb", "_x000D_", "_x005F_", "_xD83D_", "_x_x0041_", "plain",
                           "\xEF\xBF\xBE\xEF\xBF\xBF"}) {
    EXPECT_EQ(unescaped(escaped(text)), text);
  }
}

TEST(Faults, AreThoseThatCsvRefuses) {
  EXPECT_EQ(fault_of("a\tb\r\n"), TextFault::none);
  EXPECT_EQ(fault_of("\x07"), TextFault::control_character);
  EXPECT_EQ(fault_of("\x7F"), TextFault::control_character);
  EXPECT_EQ(fault_of("\xC0\x80"), TextFault::not_utf8);
}

TEST(CellNames, AreReadAndWritten) {
  for (const char* name : {"A1", "Z26", "AA27", "XFD1048576"}) {
    const auto position = parse_cell_name(name);
    ASSERT_TRUE(position.has_value()) << name;
    EXPECT_EQ(cell_name(*position), name);
  }
  EXPECT_EQ(parse_cell_name("$c$17")->row, 17U);
}

TEST(CellNames, OutsideASheetAreNone) {
  for (const char* name : {"", "A", "1", "A0", "XFE1", "A1048577", "A1B", "AAAAAAAAAAAA1", "A-1"}) {
    EXPECT_FALSE(parse_cell_name(name).has_value()) << name;
  }
}

}  // namespace
}  // namespace nemawashi::io::xlsx
