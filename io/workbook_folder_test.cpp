// SPDX-License-Identifier: Apache-2.0
#include "io/workbook_folder.h"

#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "engine/model/read_case.h"
#include "engine/model/template.h"
#include "io/files.h"

namespace nemawashi::io {
namespace {

namespace fs = std::filesystem;

/// A folder for one test, removed afterwards.
class WorkbookFolder : public testing::Test {
 protected:
  WorkbookFolder() {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    root = fs::path(testing::TempDir()) /
           (std::string("nemawashi_") + test->name() + "_" +
            std::to_string(testing::UnitTest::GetInstance()->random_seed()) + "_" +
            std::to_string(reinterpret_cast<std::uintptr_t>(this)));
    fs::remove_all(root);
    fs::create_directories(root);
  }
  ~WorkbookFolder() override { fs::remove_all(root); }

  void write(const fs::path& name, const std::string& content) const {
    std::ofstream(root / name, std::ios::binary) << content;
  }
  static std::string code(const WorkbookReading& reading) {
    return reading.diagnostics.empty() ? "" : reading.diagnostics[0].code;
  }

  fs::path root;
};

TEST_F(WorkbookFolder, IsReadTableByTable) {
  write("case.csv", "id,as_of\nc,2020-01-01\n");
  write("gates.csv", "id,party\n");
  write("README.md", "not a table");
  write(".hidden.csv", "not a table");
  const WorkbookReading reading = read_workbook_folder(root);
  ASSERT_TRUE(reading.workbook.has_value());
  EXPECT_TRUE(reading.diagnostics.empty());
  EXPECT_EQ(reading.workbook->tables.size(), 2U);
}

TEST_F(WorkbookFolder, WarnsOfUnknownTables) {
  write("case.csv", "id,as_of\n");
  write("gate.csv", "\xFF");
  const WorkbookReading reading = read_workbook_folder(root);
  EXPECT_TRUE(reading.workbook.has_value());
  EXPECT_EQ(code(reading), "unknown-table");
  EXPECT_NE(reading.diagnostics[0].message.find("'gates.csv'"), std::string::npos);
}

TEST_F(WorkbookFolder, RefusesWhatIsNoCase) {
  EXPECT_EQ(code(read_workbook_folder(root)), "no-case-file");
  EXPECT_EQ(code(read_workbook_folder(root / "nowhere")), "no-folder");
  write("case.csv", "id\n");
  EXPECT_EQ(code(read_workbook_folder(root / "case.csv")), "no-folder");
  fs::create_directory(root / "gates.csv");
  EXPECT_EQ(code(read_workbook_folder(root)), "unreadable-file");
}

TEST_F(WorkbookFolder, CollectsTheErrorsOfAllTables) {
  write("case.csv", "id\n\"");
  write("gates.csv", "id\na,b\n");
  const WorkbookReading reading = read_workbook_folder(root);
  EXPECT_FALSE(reading.workbook.has_value());
  ASSERT_EQ(reading.diagnostics.size(), 2U);
  EXPECT_EQ(reading.diagnostics[0].table, "case");
  EXPECT_EQ(reading.diagnostics[1].table, "gates");
}

TEST_F(WorkbookFolder, RefusesLargeFilesBeforeReadingThem) {
  write("case.csv", "id\n");
  fs::resize_file(root / "case.csv", std::uintmax_t{100} << 30U);  // Sparse: 100 GiB.
  EXPECT_EQ(code(read_workbook_folder(root)), "too-large-file");
}

TEST_F(WorkbookFolder, FollowsLinks) {
  write("real.txt", "id,as_of\nc,2020-01-01\n");
  fs::create_symlink(root / "real.txt", root / "case.csv");
  EXPECT_TRUE(read_workbook_folder(root).workbook.has_value());
}

TEST_F(WorkbookFolder, IsWrittenWholeOrNotAtAll) {
  const fs::path target = root / "new";
  EXPECT_FALSE(write_workbook_folder(model::template_workbook(), target).has_value());
  EXPECT_FALSE(fs::exists(root / "new.partial-0"));
  const WorkbookReading reading = read_workbook_folder(target);
  ASSERT_TRUE(reading.workbook.has_value()) << code(reading);
  const auto read = model::read_case(*reading.workbook);
  ASSERT_EQ(read.diagnostics.size(), 1U);  // Only the date is missing.
  EXPECT_EQ(read.diagnostics[0].column, "as_of");
}

TEST_F(WorkbookFolder, IsNeverOverwritten) {
  write("precious.txt", "x");
  const auto refusal = write_folder({{"a.txt", "y"}}, root);
  ASSERT_TRUE(refusal.has_value());
  EXPECT_EQ(refusal->code, "folder-exists");
  EXPECT_FALSE(fs::exists(root / "a.txt"));
  EXPECT_EQ(write_folder({{"a.txt", "y"}}, root / "precious.txt")->code, "folder-exists");
  EXPECT_EQ(write_folder({{"a.txt", "y"}}, root / "no" / "such")->code, "unwritable-folder");
}

TEST_F(WorkbookFolder, AnEmptyFolderMayBeFilled) {
  fs::create_directory(root / "empty");
  EXPECT_FALSE(write_folder({{"a.txt", "y"}}, (root / "empty").string() + "/").has_value());
  std::ifstream file(root / "empty" / "a.txt");
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), "y");
}

}  // namespace
}  // namespace nemawashi::io
