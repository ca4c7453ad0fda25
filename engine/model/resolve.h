// SPDX-License-Identifier: Apache-2.0
// Written conditions and rules, with their ids looked up among what is known at the date.
#pragma once

#include <optional>
#include <string_view>

#include "engine/model/case_builder.h"

namespace nemawashi::model {

/// The condition of a cell that check_cells accepts. `!=` means every known option but those
/// named; terms on one issue are intersected; an option that is left out is dropped, so that a set
/// may be empty. A term on an issue that is left out gives an empty set on the first issue (only
/// in `wants`; any other row is left out with the issue).
Condition resolved_condition(CaseBuilder& builder, std::string_view text);

/// The rule of a cell, without the members that are left out and the operators that are left
/// without members; nothing if none remains. `Index` is the position in the members' table. Warns
/// (`rule-never-holds`) where the yes of all is not enough.
template <class Index>
std::optional<BasicRule<Index>> resolved_rule(const RowReader& row, CaseBuilder& builder,
                                              std::string_view column);

extern template std::optional<PartyRule> resolved_rule<PartyIndex>(const RowReader&, CaseBuilder&,
                                                                   std::string_view);
extern template std::optional<ArrangementRule> resolved_rule<ArrangementIndex>(const RowReader&,
                                                                               CaseBuilder&,
                                                                               std::string_view);
extern template std::optional<GateRule> resolved_rule<GateIndex>(const RowReader&, CaseBuilder&,
                                                                 std::string_view);

}  // namespace nemawashi::model
