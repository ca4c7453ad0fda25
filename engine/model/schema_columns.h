// SPDX-License-Identifier: Apache-2.0
// The words in which tables and columns are written down (schema.cpp, schema_house.cpp).
#pragma once

#include "engine/model/schema.h"

namespace nemawashi::model::columns {

using Columns = std::vector<ColumnSchema>;

ColumnSchema column(std::string name, CellKind kind, std::string help);
ColumnSchema text(std::string name, std::string help);
ColumnSchema day(std::string name, std::string help);
ColumnSchema number(std::string name, std::string help);
ColumnSchema condition(std::string name, std::string help);
ColumnSchema reference(std::string name, std::string table, std::string help);
ColumnSchema rule(std::string name, std::string table, std::string help);
ColumnSchema words(std::string name, std::vector<std::string> allowed, std::string help);
ColumnSchema yes_no(std::string name, std::string help);
ColumnSchema bearer();
ColumnSchema claim();
ColumnSchema sources();
ColumnSchema basis();
ColumnSchema required(ColumnSchema schema);
TableSchema table(std::string name, std::string purpose, Columns columns);

}  // namespace nemawashi::model::columns

namespace nemawashi::model {

/// The tables of the house (house.h).
std::vector<TableSchema> house_tables();

}  // namespace nemawashi::model
