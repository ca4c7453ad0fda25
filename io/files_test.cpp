// SPDX-License-Identifier: Apache-2.0
#include "io/files.h"

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

namespace nemawashi::io {
namespace {

namespace fs = std::filesystem;

class Files : public testing::Test {
 protected:
  void SetUp() override {
    folder = fs::path(testing::TempDir()) /
             testing::UnitTest::GetInstance()->current_test_info()->name();
    fs::remove_all(folder);
    fs::create_directory(folder);
  }
  void TearDown() override { fs::remove_all(folder); }

  std::string content(const std::string& name) const {
    std::ostringstream text;
    text << std::ifstream(folder / name).rdbuf();
    return text.str();
  }
  std::string code(const std::optional<base::Diagnostic>& wrong) const {
    return wrong ? wrong->code : "";
  }

  fs::path folder;
};

TEST_F(Files, ANewFileTakesNoName) {
  EXPECT_EQ(code(write_file("one", folder / "a", Existing::refused)), "");
  EXPECT_EQ(code(write_file("two", folder / "a", Existing::refused)), "file-exists");
  EXPECT_EQ(content("a"), "one");
  EXPECT_EQ(code(write_file("two", folder / "a", Existing::replaced)), "");
  EXPECT_EQ(content("a"), "two");
  EXPECT_EQ(code(write_file("x", folder / "no" / "where", Existing::refused)), "cannot-write");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), {}), 1);  // Nothing half-written.
}

TEST_F(Files, ALinkThatPointsNowhereIsThere) {
  fs::create_symlink("nowhere", folder / "link");
  EXPECT_EQ(code(write_file("x", folder / "link", Existing::refused)), "file-exists");
  EXPECT_EQ(code(write_folder({{"f", "x"}}, folder / "link")), "folder-exists");
  EXPECT_TRUE(fs::is_symlink(folder / "link"));
}

TEST(IsZip, KnowsBothBeginnings) {
  EXPECT_TRUE(is_zip("PK\x03\x04.."));
  EXPECT_TRUE(is_zip("PK\x05\x06.."));
  EXPECT_FALSE(is_zip("PK,name"));
}

}  // namespace
}  // namespace nemawashi::io
