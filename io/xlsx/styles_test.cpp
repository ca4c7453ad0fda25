// SPDX-License-Identifier: Apache-2.0
#include "io/xlsx/styles.h"

#include <gtest/gtest.h>

namespace nemawashi::io::xlsx {
namespace {

TEST(NumberFormats, ThoseOfDays) {
  for (const char* code :
       {"yyyy-mm-dd", "m/d/yy h:mm", "[$-411]ggge\"年\"m\"月\"d\"日\"", "[h]:mm", "mmm-yy",
        "[$-F800]dddd\\,\\ mmmm\\ dd", "0;d", "YYYY/MM/DD", "mm:ss.0", "[$-411]ge.m.d"}) {
    EXPECT_EQ(style_of_format(code), NumberStyle::date) << code;
  }
  for (const std::size_t format : {14U, 22U, 27U, 31U, 36U, 45U, 50U, 58U}) {
    EXPECT_EQ(built_in_style(format), NumberStyle::date) << format;
  }
}

TEST(NumberFormats, ThoseOfNumbers) {
  for (const char* code :
       {"General", "0.00E+00", "#,##0;[Red]-#,##0", "\"days\" 0", "0\\d", "_d0_)", "[$¥-411]#,##0",
        "0%", "@", "[>100]0.0", "* 0", "\"unclosed d", "[unclosed d", "0_", "##0.0E+0"}) {
    EXPECT_EQ(style_of_format(code), NumberStyle::plain) << code;
  }
  for (const std::size_t format : {0U, 1U, 4U, 9U, 11U, 37U, 49U, 59U}) {
    EXPECT_EQ(built_in_style(format), NumberStyle::plain) << format;
  }
}

TEST(NumberFormats, ThoseOfFractions) {
  EXPECT_EQ(style_of_format("# ?/?"), NumberStyle::fraction);
  EXPECT_EQ(style_of_format("0\" \"#/16"), NumberStyle::fraction);
  EXPECT_EQ(built_in_style(13), NumberStyle::fraction);
}

/// Days that ECMA-376 part 1, 18.17.4.1 and 18.17.4.3 name.
TEST(Days, OfBothSystems) {
  EXPECT_EQ(day_of_serial("61", DateSystem::from_1900).text, "1900-03-01");
  EXPECT_EQ(day_of_serial("40217", DateSystem::from_1900).text, "2010-02-08");
  EXPECT_EQ(day_of_serial("2958465", DateSystem::from_1900).text, "9999-12-31");
  EXPECT_EQ(day_of_serial("0", DateSystem::from_1904).text, "1904-01-01");
  EXPECT_EQ(day_of_serial("38755", DateSystem::from_1904).text, "2010-02-08");
  EXPECT_EQ(day_of_serial("43890", DateSystem::from_1900).text, "2020-02-29");
  EXPECT_EQ(day_of_serial("36585", DateSystem::from_1900).text, "2000-02-29");
}

TEST(Days, WhatIsNone) {
  EXPECT_EQ(day_of_serial("40217.5", DateSystem::from_1900).fault, DayFault::time_of_day);
  for (const char* serial : {"60", "1", "0", "-1", "2958466", "99999999"}) {
    EXPECT_EQ(day_of_serial(serial, DateSystem::from_1900).fault, DayFault::no_day) << serial;
  }
  EXPECT_EQ(day_of_serial("2957004", DateSystem::from_1904).fault, DayFault::no_day);
}

TEST(Days, WrittenAsText) {
  EXPECT_EQ(day_of_text("2010-02-08").text, "2010-02-08");
  EXPECT_EQ(day_of_text("2010-02-08T00:00:00").fault, DayFault::none);
  EXPECT_EQ(day_of_text("2010-02-08T09:30:00Z").fault, DayFault::time_of_day);
  EXPECT_EQ(day_of_text("2010-02-30").fault, DayFault::no_day);
  EXPECT_EQ(day_of_text("").fault, DayFault::no_day);
}

}  // namespace
}  // namespace nemawashi::io::xlsx
