// SPDX-License-Identifier: Apache-2.0
// schema/case.schema.json says what engine/model/schema.h says: every table and column, with its
// help, and nothing else.
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "engine/model/schema.h"
#include "tests/root.h"

namespace nemawashi::io {
namespace {

using Json = nlohmann::ordered_json;
Json closed_object(const std::string& description, Json properties) {
  return {{"description", description},
          {"type", "object"},
          {"additionalProperties", false},
          {"properties", std::move(properties)}};
}

Json table_schema(const model::TableSchema& table) {
  Json columns = Json::object();
  for (const model::ColumnSchema& column : table.columns) {
    columns[column.name] = {{"description", column.help}, {"$ref", "#/$defs/cell"}};
  }
  return {{"description", table.purpose},
          {"type", "array"},
          {"items", closed_object("One row of the table " + table.name + ".", std::move(columns))}};
}

/// What schema/case.schema.json should hold.
Json case_schema() {
  Json tables = Json::object();
  for (const model::TableSchema& table : model::schema()) tables[table.name] = table_schema(table);
  Json properties = {
      {"nemawashi_case", {{"description", "The version of this form."}, {"const", 1}}},
      {"tables", closed_object("The tables by name; a missing one has no rows.", tables)}};
  Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                 {"$id", "case.schema.json"},
                 {"$comment", "SPDX-License-Identifier: Apache-2.0"},
                 {"title", "A case as one document"}};
  schema.update(closed_object("The workbook of docs/workbook.md in JSON.", std::move(properties)));
  schema["required"] = {"nemawashi_case", "tables"};
  schema["$defs"]["cell"] = {{"description",
                              "The text of a cell. A number is best written as a string, so that "
                              "it stays exact; null is a "
                              "blank cell."},
                             {"type", {"string", "number", "null"}}};
  return schema;
}

TEST(CaseSchema, SaysWhatTheWorkbookHolds) {
  std::ifstream file(tests::kRoot / "schema" / "case.schema.json");
  std::ostringstream text;
  text << file.rdbuf();
  const std::string expected = case_schema().dump(2) + "\n";
  if (text.str() == expected) return;
  const auto proposed = tests::kRoot / "build" / "case.schema.json";
  std::ofstream(proposed) << expected;
  FAIL() << "schema/case.schema.json is not what engine/model/schema.cpp says; the new one lies in "
         << proposed;
}

}  // namespace
}  // namespace nemawashi::io
