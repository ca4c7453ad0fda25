// SPDX-License-Identifier: Apache-2.0
// A ZIP archive in memory as the parts of a spreadsheet.
#pragma once

#include <string_view>
#include <variant>

#include "io/xlsx/limits.h"
#include "io/xlsx/package.h"

namespace nemawashi::io::xlsx {

/// The parts, or why the bytes are no spreadsheet that can be read: too large, another format
/// (old .xls, .ods, .xlsb), protected by a password, truncated. Parts are inflated when they are
/// asked for. `bytes` and `limits` must outlive the package. Cost: linear in the bytes read.
std::variant<Package, model::Finding> opened_archive(std::string_view bytes, const Limits& limits);

/// What is said of a file, or of a part of it, that is not as it was written.
model::Finding damage(std::string_view what);

}  // namespace nemawashi::io::xlsx
