// SPDX-License-Identifier: Apache-2.0
// The page of a report, built from web/ and held by the program: everything but the answers.
#pragma once

#include <string_view>

namespace nemawashi::io::page {

/// One HTML file that needs no network; `{"nemawashi_report":0}` in it is where answers go.
std::string_view page_template();

}  // namespace nemawashi::io::page
