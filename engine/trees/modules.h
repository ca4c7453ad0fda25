// SPDX-License-Identifier: Apache-2.0
// The modules of a structure: gates whose components nothing else asks, so that each can be
// compiled by itself and stand for one variable above it.
//
// Source: Dutuit and Rauzy, "A linear-time algorithm to find modules of fault trees", IEEE
// Transactions on Reliability 45 (1996): one walk numbers its steps and notes each item's first and
// last visit; a gate is a module exactly if all below it is visited only between the gate's first
// and second visits. Cost: linear in the operands.
#pragma once

#include "engine/trees/structure.h"

namespace nemawashi::trees {

/// One module: a structure over its own variables.
struct Module {
  std::vector<std::uint32_t> items;  ///< by variable: a component, or components + a module before
  Structure structure;               ///< its components are the variables
};

/// In an order in which a module's submodules come before it; the last is the top's, whose own
/// structure may have a negated top.
struct Modules {
  std::uint32_t components = 0;
  std::vector<Module> modules;
};

Modules modules_of(const Structure& structure);

}  // namespace nemawashi::trees
