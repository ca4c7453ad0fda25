// SPDX-License-Identifier: Apache-2.0
// Writes src/engine/answers.ts, the types of the engine's answers, from ../schema; with --check only
// says whether the file is current. Knows the part of JSON Schema that the schemas use: a type for
// each file and for each of its definitions, named after them.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../schema/", import.meta.url));
const target = fileURLToPath(new URL("../src/engine/answers.ts", import.meta.url));
const unused = ["case", "errors"];

const schemas = {};
for (const file of readdirSync(folder).sort()) {
  const name = file.replace(".schema.json", "");
  if (!unused.includes(name)) schemas[name] = JSON.parse(readFileSync(folder + file, "utf8"));
}

const pascal = (text) =>
  text.split(/[._]/).map((word) => word[0].toUpperCase() + word.slice(1)).join("");
const definition = (file, id) => (file === "common" ? pascal(id) : pascal(`${file}.${id}`));
const answer = (file) => pascal(`${file}.answer`);

/** The type that a reference from `own` names, or the type of the part that it points to. */
function referred(reference, own, indent) {
  const [path, fragment = ""] = reference.split("#");
  const file = path === "" ? own : path.replace(".schema.json", "");
  const steps = fragment.split("/").slice(1);
  if (steps.length === 0) return answer(file);
  if (steps[0] === "$defs" && steps.length === 2) return definition(file, steps[1]);
  const part = steps.reduce((value, step) => value[step], schemas[file]);
  return typed(part, file, indent);
}

function commented(schema, indent) {
  return schema.description ? `${indent}/** ${schema.description.replaceAll("*/", "* /")} */\n` : "";
}

function object(schema, own, indent) {
  const properties = Object.entries(schema.properties ?? {});
  const inner = indent + "  ";
  if (properties.length === 0) {
    const value = schema.additionalProperties;
    return `Record<string, ${value && value !== true ? typed(value, own, indent) : "never"}>`;
  }
  const lines = properties.map(([name, part]) => {
    const optional = (schema.required ?? []).includes(name) ? "" : "?";
    return `${commented(part, inner)}${inner}${name}${optional}: ${typed(part, own, inner)};\n`;
  });
  return `{\n${lines.join("")}${indent}}`;
}

function typed(schema, own, indent = "") {
  if (schema.$ref) return referred(schema.$ref, own, indent);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.oneOf) return schema.oneOf.map((part) => typed(part, own, indent)).join(" | ");
  const words = { string: "string", number: "number", integer: "number", boolean: "boolean", null: "null" };
  const types = [schema.type].flat();
  const parts = types.map((type) => {
    if (type === "object") return object(schema, own, indent);
    if (type === "array") return `Array<${typed(schema.items ?? {}, own, indent)}>`;
    return words[type] ?? "unknown";
  });
  return parts.join(" | ");
}

let text =
  "// SPDX-License-Identifier: Apache-2.0\n" +
  "// Made from ../schema by scripts/types.mjs (npm run types); changed there, not here.\n";
for (const [file, schema] of Object.entries(schemas)) {
  for (const [id, part] of Object.entries(schema.$defs ?? {})) {
    text += `\n${commented(part, "")}export type ${definition(file, id)} = ${typed(part, file)};\n`;
  }
  if (schema.type) text += `\n${commented(schema, "")}export type ${answer(file)} = ${typed(schema, file)};\n`;
}

if (!process.argv.includes("--check")) {
  writeFileSync(target, text);
} else if (readFileSync(target, "utf8") !== text) {
  console.error("src/engine/answers.ts is not what ../schema says: run `npm run types`.");
  process.exit(1);
}
