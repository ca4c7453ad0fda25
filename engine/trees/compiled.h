// SPDX-License-Identifier: Apache-2.0
// A structure as decision diagrams, one for each of its modules.
//
// The structure is simplified, cut into modules, and each module compiled from its gates upward,
// with several variable orders in turn under a bound on nodes that rises until one of them gets
// through, those first that came farthest under the bound before; of those that do the smallest
// diagram is kept, beyond a million nodes the first. So no order costs more than a multiple of what
// the best one needs, and the result does not depend on a clock. Cost: exponential at worst.
#pragma once

#include "engine/trees/binary_store.h"
#include "engine/trees/structure.h"

namespace nemawashi::trees {

/// One module's function of its variables.
struct ModuleDiagram {
  std::vector<std::uint32_t> items;  ///< by level: a component, or components + a module before
  BinaryDiagram diagram;
};

/// The last module is the top; submodules come before those that ask them.
struct Compiled {
  std::uint32_t components = 0;
  std::vector<ModuleDiagram> modules;
  std::size_t nodes() const;
};

struct CompileOptions {
  std::size_t nodes = 50'000'000;  ///< of one module, at 40 bytes
  base::Control control = {};
};

/// Throws NodeLimitReached and WorkStopped.
Compiled compiled(const Structure& structure, const CompileOptions& options = {});

/// One diagram in the given order of the components, without modules.
BinaryDiagram compiled_in_order(const Structure& structure, const std::vector<std::uint32_t>& order,
                                StoreLimits limits);

}  // namespace nemawashi::trees
