// SPDX-License-Identifier: Apache-2.0
// What every reader of a JSON document says of its text, before and while it is parsed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/diagnostic.h"

namespace nemawashi::io {

/// Why the bytes cannot be parsed at all: `not-text` or `not-utf8`, with the line as row.
std::optional<base::Diagnostic> refused_text(std::string_view bytes);

/// `not-json`: the parser stopped after `read` bytes, with this message of its own. The message's
/// place and what was read last are left out; the row is the line.
base::Diagnostic not_json(std::string_view bytes, std::size_t read, std::string_view problem);

/// Whether there is a control character other than tabs and line ends.
bool holds_control(std::string_view text);

/// A name from a document as messages show it: on one line, without control characters, and short.
std::string shown_name(std::string_view name);

}  // namespace nemawashi::io
