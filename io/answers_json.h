// SPDX-License-Identifier: Apache-2.0
// Every answer of the program in JSON, as schema/*.schema.json describe them key by key. Nothing is
// decided here: numbers come from the engine, exactly.
#pragma once

#include <string>

#include "engine/base/diagnostic.h"
#include "io/agree_json.h"
#include "io/brief_json.h"
#include "io/diff_json.h"
#include "io/house_json.h"
#include "io/json_values.h"
#include "io/report_json.h"
#include "io/show_json.h"
#include "io/why_json.h"

namespace nemawashi::io {

/// schema/errors.schema.json: the errors alone, in place of an answer.
Json errors_json(const base::Diagnostics& diagnostics);

/// The text of an answer, indented, with a last line end. Bytes that are not UTF-8, which only a
/// message about them may hold, become U+FFFD.
std::string written_json(const Json& json);
/// The same on one line, for answers that nobody reads as they are.
std::string written_json_line(const Json& json);

}  // namespace nemawashi::io
