// SPDX-License-Identifier: Apache-2.0
#include "engine/model/findings.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "engine/base/text.h"
#include "engine/model/schema.h"

namespace nemawashi::model {

std::string quoted(std::string_view text) {
  constexpr std::size_t kLongestQuoted = 80;
  if (text.size() <= kLongestQuoted) return "'" + std::string(text) + "'";
  std::size_t end = kLongestQuoted;  // Not within a character of several bytes.
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return "'" + std::string(text.substr(0, end)) + "..'";
}

void Findings::error(const CellPlace& place, Finding finding) {
  add(base::Severity::error, place, std::move(finding));
}
void Findings::warning(const CellPlace& place, Finding finding) {
  add(base::Severity::warning, place, std::move(finding));
}
void Findings::information(const CellPlace& place, Finding finding) {
  add(base::Severity::information, place, std::move(finding));
}

void Findings::add(base::Severity severity, const CellPlace& place, Finding finding) {
  if (++counts_.at(static_cast<std::size_t>(severity)) > kMostFindings) return;
  diagnostics_.push_back({severity, std::string(finding.code), std::string(place.table), place.row,
                          std::string(place.column), std::move(finding.message),
                          std::move(finding.mend)});
}

std::optional<std::string> Findings::nearest(std::string_view text,
                                             const std::vector<std::string>& candidates) {
  if (!has_room()) return std::nullopt;
  std::size_t work = 0;
  for (const std::string& candidate : candidates) work += (candidate.size() + 1) * text.size();
  if (work > work_left_) return std::nullopt;
  work_left_ -= work;
  return base::nearest_name(text, candidates);
}

std::string Findings::suggestion(std::string_view text,
                                 const std::vector<std::string>& candidates) {
  const auto found = nearest(text, candidates);
  return found ? " Did you mean '" + *found + "'?" : std::string();
}

base::Diagnostics Findings::taken() {
  std::map<std::string, std::size_t, std::less<>> order;
  for (const std::string& name : table_names()) order.emplace(name, order.size());
  const auto place = [&](const base::Diagnostic& d) {
    const auto found = order.find(d.table);
    const bool later = d.code != "missing-table";  // It explains much of what follows.
    return std::tuple(later, found == order.end() ? order.size() : found->second, d.row);
  };
  std::stable_sort(diagnostics_.begin(), diagnostics_.end(),
                   [&](const auto& a, const auto& b) { return place(a) < place(b); });
  for (std::size_t severity = 0; severity < counts_.size(); ++severity) {
    if (counts_.at(severity) <= kMostFindings) continue;
    diagnostics_.push_back({static_cast<base::Severity>(severity), "too-many-findings", "", 0, "",
                            std::to_string(counts_.at(severity) - kMostFindings) +
                                " further findings of this kind are not shown.",
                            "Mend those that are shown first and read again."});
  }
  counts_ = {};
  return std::move(diagnostics_);
}

}  // namespace nemawashi::model
