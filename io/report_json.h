// SPDX-License-Identifier: Apache-2.0
// Everything that a report shows as one JSON value, and the report as one page.
#pragma once

#include <string>
#include <string_view>

#include "engine/ask/report.h"
#include "io/json_values.h"

namespace nemawashi::io {

enum class Language { english, japanese };

struct ReportFacts {
  std::string version;  ///< of the program
  Language language = Language::english;
  double seconds = 0;
};

/// schema/report.schema.json.
Json report_json(const ask::Report& report, const ReportFacts& facts);

/// The page with the answers put where its template leaves room for them, as text that no HTML in
/// them can leave.
std::string report_page(std::string_view page_template, const Json& answers);

}  // namespace nemawashi::io
