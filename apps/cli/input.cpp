// SPDX-License-Identifier: Apache-2.0
#include "apps/cli/input.h"

#include <algorithm>
#include <iostream>

#include <unistd.h>

#include "engine/model/set_cell.h"
#include "io/answers_json.h"

namespace nemawashi::cli {
namespace {

std::string severity_word(base::Severity severity) {
  return severity == base::Severity::error     ? "error"
         : severity == base::Severity::warning ? "warning"
                                               : "note";
}

/// The part of a line before the text that may be broken: quotes, list marks and spaces.
std::string lead_of(const std::string& line) {
  const std::size_t text = line.find_first_not_of("> ");
  return line.substr(0, text == std::string::npos ? line.size() : text);
}

/// How many columns the text takes, roughly: a byte that continues a character takes none.
std::size_t columns(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

std::string wrapped_line(const std::string& line, std::size_t width) {
  if (line.rfind('|', 0) == 0 || columns(line) <= width) return line + "\n";
  const std::string lead = lead_of(line);
  std::string result;
  std::string current;
  std::size_t at = lead.size();
  const std::size_t mark = line.find_first_not_of("0123456789", at);
  const bool numbered = mark != std::string::npos && mark > at && line.compare(mark, 2, ". ") == 0;
  const std::string hang = line.compare(at, 2, "- ") == 0 ? "  " : numbered ? "   " : "";
  while (at < line.size()) {
    std::size_t end = line.find(' ', at);
    if (end == std::string::npos) end = line.size();
    const std::string word = line.substr(at, end - at);
    const std::string start = result.empty() ? lead : lead + hang;
    if (!current.empty() && columns(start + current) + 1 + columns(word) > width) {
      result += start + current + "\n";
      current.clear();
    }
    current += (current.empty() ? "" : " ") + word;
    at = end + 1;
  }
  return result + (result.empty() ? lead : lead + hang) + current + "\n";
}

/// The date that the arguments ask for, or nothing: the case's own.
std::optional<std::string> as_of_asked(const CaseArguments& arguments) {
  if (arguments.as_of.empty()) return std::nullopt;
  return arguments.as_of;
}

}  // namespace

WorkbookInput workbook_input(const CaseArguments& arguments) {
  io::cases::CaseFiles files = io::cases::read_case_files(arguments.path, arguments.scenario);
  WorkbookInput input{files.kind, std::move(files.workbook), std::move(files.diagnostics)};
  if (!input.workbook) return input;
  if (base::has_errors(input.diagnostics)) {
    base::append(
        input.diagnostics,
        model::read_case(*input.workbook, as_of_asked(arguments), input.diagnostics).diagnostics);
    input.failure = ExitCode::case_has_errors;
    return input;
  }
  for (const std::string& setting : arguments.settings) {
    if (auto wrong = model::set_cell(*input.workbook, setting)) {
      input.diagnostics.push_back(std::move(*wrong));
      input.failure = ExitCode::wrong_usage;
    }
  }
  return input;
}

CaseInput case_input(const CaseArguments& arguments) {
  CaseInput input{workbook_input(arguments), std::nullopt};
  if (!input.source.is_sound()) {
    input.failure = input.source.failure;
    return input;
  }
  model::CaseReading reading = model::read_case(*input.source.workbook, as_of_asked(arguments));
  input.a_case = std::move(reading.a_case);
  base::append(input.source.diagnostics, std::move(reading.diagnostics));
  return input;
}

void announce(const WorkbookInput& source, Format format) {
  if (format == Format::json) return;
  for (const base::Diagnostic& finding : source.diagnostics) {
    const bool of_files = finding.code == "unknown-table" || finding.code == "unread-spreadsheet" ||
                          finding.code == "unread-macros" || finding.code == "scenario-reading" ||
                          finding.code == "renamed-issue";
    if (of_files) std::cerr << line_of(finding, source) << "\n";
  }
}

ExitCode refuse(const WorkbookInput& source, Format format, ExitCode code) {
  if (format == Format::json) {
    std::cout << io::written_json(io::errors_json(source.diagnostics));
    return code;
  }
  for (const base::Diagnostic& diagnostic : source.diagnostics) {
    if (diagnostic.severity != base::Severity::error) continue;
    std::cerr << line_of(diagnostic, source) << "\n";
  }
  return code;
}

ExitCode refuse(const base::Diagnostics& diagnostics, Format format, ExitCode code) {
  WorkbookInput nowhere;
  nowhere.diagnostics = diagnostics;
  return refuse(nowhere, format, code);
}

std::string line_of(const base::Diagnostic& diagnostic, const WorkbookInput& source) {
  const std::string place =
      io::cases::place_text(diagnostic, source.kind, source.workbook ? &*source.workbook : nullptr);
  std::string line = severity_word(diagnostic.severity) + " ";
  if (!place.empty()) line += place + ": ";
  line += diagnostic.message;
  if (!diagnostic.mend.empty()) line += " " + diagnostic.mend;
  return line + " [" + diagnostic.code + "]";
}

std::string line_of(const base::Diagnostic& diagnostic) { return line_of(diagnostic, {}); }

void print(const std::string& text) {
  std::cout << (isatty(STDOUT_FILENO) == 1 ? wrapped(text) : text);
}

std::string wrapped(const std::string& text, std::size_t width) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find('\n', at);
    if (end == std::string::npos) end = text.size();
    result += wrapped_line(text.substr(at, end - at), width);
    at = end + 1;
  }
  return result;
}

}  // namespace nemawashi::cli
