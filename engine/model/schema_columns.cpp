// SPDX-License-Identifier: Apache-2.0
#include "engine/model/schema_columns.h"

namespace nemawashi::model::columns {

ColumnSchema column(std::string name, CellKind kind, std::string help) {
  return {std::move(name), kind, Need::optional, {}, {}, std::move(help)};
}
ColumnSchema text(std::string name, std::string help) {
  return column(std::move(name), CellKind::text, std::move(help));
}
ColumnSchema day(std::string name, std::string help) {
  return column(std::move(name), CellKind::day, std::move(help));
}
ColumnSchema number(std::string name, std::string help) {
  return column(std::move(name), CellKind::number, std::move(help));
}
ColumnSchema condition(std::string name, std::string help) {
  return column(std::move(name), CellKind::condition, std::move(help));
}
ColumnSchema reference(std::string name, std::string table, std::string help) {
  return {std::move(name), CellKind::reference, Need::optional, std::move(table), {},
          std::move(help)};
}
ColumnSchema rule(std::string name, std::string table, std::string help) {
  return {std::move(name), CellKind::rule, Need::optional, std::move(table), {}, std::move(help)};
}
ColumnSchema words(std::string name, std::vector<std::string> allowed, std::string help) {
  return {std::move(name),    CellKind::words, Need::optional, {},
          std::move(allowed), std::move(help)};
}
ColumnSchema yes_no(std::string name, std::string help) {
  return words(std::move(name), {"no", "yes"}, std::move(help));
}
ColumnSchema bearer() { return column("bearer", CellKind::bearer, "the place or party it is at"); }
ColumnSchema claim() { return reference("if_claim", "claims", "the claim that it rests on"); }
ColumnSchema sources() {
  return {"source",
          CellKind::references,
          Need::optional,
          "sources",
          {},
          "ids of sources, separated by |"};
}
ColumnSchema basis() {
  return words("basis", {"sourced", "derived", "assumed"},
               "sourced (default), derived or assumed; the reason goes into note");
}
ColumnSchema required(ColumnSchema schema) {
  schema.need = Need::required;
  return schema;
}

TableSchema table(std::string name, std::string purpose, Columns columns) {
  columns.insert(columns.begin(),
                 required(column("id", CellKind::id, "a short name, unique in this table")));
  columns.push_back(column("known_from", CellKind::date, "the day from which the row is known"));
  columns.push_back(
      column("known_until", CellKind::date, "the day it was replaced or withdrawn (exclusive)"));
  columns.push_back(text("note", "free text: the reason"));
  return {std::move(name), std::move(purpose), std::move(columns)};
}

}  // namespace nemawashi::model::columns
