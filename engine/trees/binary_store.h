// SPDX-License-Identifier: Apache-2.0
// Binary decision diagrams with complement edges: Boolean functions of components that are there
// or not.
//
// Beside the diagrams over variables of several values (diagram.h), because a structure of hundreds
// of components with hundreds of gates needs what those do not have: negation without cost (an edge
// carries its complement), 12 bytes a node, and the collection of what is no longer needed while
// the gates are put together. Source: Bryant 1986; complement edges and the tables after Brace,
// Rudell and Bryant, "Efficient implementation of a BDD package", DAC 1990: the high edge of a node
// is never complemented, unique table and cache are flat arrays. Knows no case.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/trees/diagram.h"

namespace nemawashi::trees {

/// A function of one store: twice a node, plus one where it is the node's complement.
using Edge = std::uint32_t;
inline constexpr Edge kTrueEdge = 0;
inline constexpr Edge kFalseEdge = 1;

/// `high` where the variable holds, else `low`; variables are asked by rising level.
struct BinaryNode {
  std::uint32_t level = 0;
  Edge high = kTrueEdge;
  Edge low = kTrueEdge;
};

/// One function by itself: children before parents, and the first node is the constant.
struct BinaryDiagram {
  std::vector<BinaryNode> nodes;
  Edge root = kTrueEdge;
};

/// Owns nodes over a number of levels. Operations throw NodeLimitReached and WorkStopped, after
/// which the store is still sound. Their recursion is as deep as there are levels.
class BinaryStore {
 public:
  /// `limits.nodes`: about 40 bytes each, with the tables.
  explicit BinaryStore(std::uint32_t levels, StoreLimits limits = {});

  Edge variable(std::uint32_t level);
  static Edge negation(Edge a) { return a ^ 1U; }
  Edge conjunction(Edge a, Edge b);
  Edge disjunction(Edge a, Edge b) { return negation(conjunction(negation(a), negation(b))); }
  Edge exclusive(Edge a, Edge b);
  Edge if_then_else(Edge condition, Edge then, Edge otherwise);
  /// At least `least` of the functions hold. Cost: functions x least operations.
  Edge at_least(std::uint32_t least, std::span<const Edge> functions);

  /// The number of levels for a constant.
  std::uint32_t level(Edge edge) const { return nodes_[edge >> 1U].level; }
  Edge high(Edge edge) const { return nodes_[edge >> 1U].high ^ (edge & 1U); }
  Edge low(Edge edge) const { return nodes_[edge >> 1U].low ^ (edge & 1U); }
  /// Nodes in use, those included that no function needs any more.
  std::size_t size() const { return used_; }

  /// Frees every node that these functions do not need; only they may be used afterwards.
  void collect(std::span<const Edge> needed);

  /// The function by itself.
  BinaryDiagram diagram(Edge root) const;

 private:
  struct CacheEntry {
    Edge a = 0;
    Edge b = 0;
    std::uint32_t c = 0;
    Edge result = 0;
  };
  Edge make(std::uint32_t level, Edge high, Edge low);
  Edge and_of(Edge a, Edge b);
  Edge xor_of(Edge a, Edge b);
  Edge ite_of(Edge f, Edge g, Edge h);
  const CacheEntry& cached(Edge a, Edge b, std::uint32_t c) const;
  void remember(const CacheEntry& entry);
  void insert(std::uint32_t node);
  void rebuild_table(std::size_t places);
  void step();

  std::uint32_t levels_;
  StoreLimits limits_;
  std::vector<BinaryNode> nodes_;
  std::vector<std::uint32_t> free_;
  std::vector<std::uint32_t> unique_;  ///< open addressing; 0 marks a free place
  std::vector<CacheEntry> cache_;      ///< a later entry takes the place of an earlier one
  std::size_t remembered_ = 0;         ///< entries since the cache last grew
  std::size_t used_ = 1;
  std::uint32_t steps_ = 0;
};

}  // namespace nemawashi::trees
