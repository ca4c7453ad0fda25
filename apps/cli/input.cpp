// SPDX-License-Identifier: Apache-2.0
#include "apps/cli/input.h"

#include <algorithm>
#include <iostream>

#include <unistd.h>

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

std::string place_of(const base::Diagnostic& diagnostic, const WorkbookInput& source) {
  return io::cases::place_text(diagnostic, source.kind,
                               source.workbook ? &*source.workbook : nullptr);
}

std::string line_at(const std::string& place, const base::Diagnostic& diagnostic) {
  std::string line = severity_word(diagnostic.severity) + " ";
  if (!place.empty()) line += place + ": ";
  line += diagnostic.message;
  if (!diagnostic.mend.empty()) line += " " + diagnostic.mend;
  return line + " [" + diagnostic.code + "]";
}

/// ", and 42 more places (effects.csv:14: when, ..; --json names all)".
std::string more_places(const std::vector<std::string>& others) {
  constexpr std::size_t kMostNamed = 3;
  if (others.empty()) return {};
  std::string text = ", and " + std::to_string(others.size()) +
                     (others.size() == 1 ? " more place (" : " more places (");
  for (std::size_t i = 0; i < std::min(kMostNamed, others.size()); ++i) {
    text += (i == 0 ? "" : ", ") + others[i];
  }
  return text + (others.size() > kMostNamed ? ", ..; --json names all)" : ")");
}

/// The date that the arguments ask for, or nothing: the case's own.
std::optional<std::string> as_of_asked(const CaseArguments& arguments) {
  if (arguments.as_of.empty()) return std::nullopt;
  return arguments.as_of;
}

}  // namespace

WorkbookInput workbook_input(const CaseArguments& arguments) {
  io::cases::CaseFiles files = io::cases::read_case_files(arguments.path, arguments.scenario);
  WorkbookInput input{files.kind, std::move(files.workbook), std::move(files.diagnostics), {}};
  if (!input.workbook) return input;
  if (base::has_errors(input.diagnostics)) {
    base::append(
        input.diagnostics,
        model::read_case(*input.workbook, as_of_asked(arguments), input.diagnostics).diagnostics);
    input.failure = ExitCode::case_has_errors;
    return input;
  }
  for (const std::string& setting : arguments.settings) {
    input.settings.push_back(model::set_cell(*input.workbook, setting));
    if (input.settings.back().refusal) {
      input.diagnostics.push_back(*input.settings.back().refusal);
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
  base::Diagnostics diagnostics = source.diagnostics;
  model::name_settings(diagnostics, source.settings);
  if (format == Format::json) {
    std::cout << io::written_json(io::errors_json(diagnostics));
    return code;
  }
  std::erase_if(diagnostics, [](const auto& d) { return d.severity != base::Severity::error; });
  for (const std::string& line : lines_of(diagnostics, source)) std::cerr << line << "\n";
  return code;
}

ExitCode refuse(const base::Diagnostics& diagnostics, Format format, ExitCode code) {
  WorkbookInput nowhere;
  nowhere.diagnostics = diagnostics;
  return refuse(nowhere, format, code);
}

std::string line_of(const base::Diagnostic& diagnostic, const WorkbookInput& source) {
  return line_at(place_of(diagnostic, source), diagnostic);
}

std::string line_of(const base::Diagnostic& diagnostic) { return line_of(diagnostic, {}); }

std::vector<std::string> lines_of(const base::Diagnostics& diagnostics,
                                  const WorkbookInput& source) {
  const auto same = [](const base::Diagnostic& a, const base::Diagnostic& b) {
    return a.severity == b.severity && a.code == b.code && a.message == b.message &&
           a.mend == b.mend;
  };
  std::vector<std::string> lines;
  std::vector<bool> said(diagnostics.size());
  for (std::size_t i = 0; i < diagnostics.size(); ++i) {
    if (said[i]) continue;
    const base::Diagnostic& one = diagnostics[i];
    std::vector<std::string> others;
    const bool of_an_id = one.code == "unknown-id" || one.code == "unknown-option";
    for (std::size_t j = i + 1; of_an_id && j < diagnostics.size(); ++j) {
      if (said[j] || !same(one, diagnostics[j])) continue;
      said[j] = true;
      others.push_back(place_of(diagnostics[j], source));
    }
    lines.push_back(line_at(place_of(one, source) + more_places(others), one));
  }
  return lines;
}

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
