// SPDX-License-Identifier: Apache-2.0
// How a piece of work on diagrams ended.
#pragma once

namespace nemawashi::trees {

enum class Ending { complete, stopped, no_room };

}  // namespace nemawashi::trees
