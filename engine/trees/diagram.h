// SPDX-License-Identifier: Apache-2.0
// Multivalued decision diagrams: sets of packages as shared, reduced, ordered graphs.
//
// A set of assignments of n variables with finite domains is a rooted graph: a node asks one
// variable and has a child for each of its values; variables are asked in one order, equal nodes
// are one node, and a node whose children are all the same is left out. Then equal sets are the
// same node, and counting, intersection and union cost the size of the graph, not of the set.
// Source: Bryant 1986 (binary); Srinivasan, Kam, Malik and Brayton 1990 (multivalued).
// Knows no case: variables and values are numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/base/control.h"
#include "engine/base/number.h"

namespace nemawashi::trees {

/// A node of one store. kNothing is the empty set, kEverything the set of all assignments.
using Node = std::uint32_t;
inline constexpr Node kNothing = 0;
inline constexpr Node kEverything = 1;

/// Which values of one variable: by value, as long as its domain.
using ValueSet = std::vector<bool>;

/// "variable is one of values"; in a list of literals variables rise and occur once.
struct Literal {
  std::uint32_t variable = 0;
  ValueSet values;
};

/// Thrown where work would exceed the store's bound on nodes; the caller splits or gives up.
struct NodeLimitReached : std::runtime_error {
  NodeLimitReached() : std::runtime_error("the decision diagram exceeds its node limit") {}
};
/// Thrown where Control asks to stop.
struct WorkStopped : std::runtime_error {
  WorkStopped() : std::runtime_error("stopped on request") {}
};

/// What a node of a DiagramStore with four children takes, its part of the tables included; nodes
/// with more children, and what algorithms keep beside the nodes, count as so many more nodes.
inline constexpr std::size_t kBytesPerNode = 50;

struct StoreLimits {
  std::size_t nodes = 4'000'000;
  base::Control control;
};

/// Owns nodes over fixed domains. Not for use by several threads at once.
class DiagramStore {
 public:
  /// `domains`: the number of values of each variable, at least 1, in the order they are asked.
  explicit DiagramStore(std::vector<std::uint32_t> domains, StoreLimits limits = {});

  std::uint32_t variables() const { return static_cast<std::uint32_t>(domains_.size()); }
  std::uint32_t domain(std::uint32_t variable) const { return domains_[variable]; }
  const std::vector<std::uint32_t>& domains() const { return domains_; }
  std::size_t size() const { return nodes_.size(); }

  /// The variable that the node asks; variables() for the two constants.
  std::uint32_t variable(Node node) const { return nodes_[node].variable; }
  /// One child a value; valid until the next node is made. Not for constants.
  std::span<const Node> children(Node node) const {
    return {children_.data() + nodes_[node].first_child, domains_[nodes_[node].variable]};
  }

  /// The node with these children (all of which ask later variables), or the child they share.
  Node make(std::uint32_t variable, std::span<const Node> children);

  Node conjunction(Node a, Node b) { return combined(Operation::conjunction, a, b); }
  Node disjunction(Node a, Node b) { return combined(Operation::disjunction, a, b); }
  /// In a and not in b.
  Node difference(Node a, Node b) { return combined(Operation::difference, a, b); }

  /// All literals hold; and: some literal does not.
  Node all_hold(std::span<const Literal> literals);
  Node some_fails(std::span<const Literal> literals);

  /// A set that an algorithm has compiled before, under a text that says exactly what it is.
  std::optional<Node> compiled(const std::string& text) const;
  void remember(std::string text, Node node);

  /// Throws WorkStopped when asked to stop; cheap, for loops of the callers.
  void check_stop();
  /// The same after much work: asks at once, which costs a look at the clock.
  void check_stop_now() const {
    if (limits_.control.stopped()) throw WorkStopped();
  }

 private:
  friend class Room;
  enum class Operation : std::uint32_t { conjunction, disjunction, difference };
  struct NodeRecord {
    std::uint32_t variable;
    std::uint32_t first_child;
  };
  struct CacheEntry {
    Node a = 0;
    Node b = 0;
    Operation operation = Operation::conjunction;
    Node result = 0;
  };

  Node combined(Operation operation, Node a, Node b);
  /// What an operation gives without looking inside, if it does.
  static std::optional<Node> trivial(Operation operation, Node a, Node b);
  Node chain(std::span<const Literal> literals, Node when_all, Node when_not);
  std::size_t hash(std::uint32_t variable, std::span<const Node> children) const;
  void grow();
  /// Whether so many bytes beside the nodes are within the limit.
  bool fits(std::size_t beside) const;

  std::vector<std::uint32_t> domains_;
  StoreLimits limits_;
  std::vector<NodeRecord> nodes_;
  std::vector<Node> children_;
  std::vector<Node> unique_;  ///< open addressing; kNothing marks a free place
  std::vector<CacheEntry> cache_;
  std::unordered_map<std::string, Node> compiled_;
  std::size_t beside_ = 0;  ///< bytes that are kept beside the nodes
  std::uint32_t steps_ = 0;
};

/// Bytes that an algorithm keeps beside the nodes of a store, about, under the same limit; given
/// back at its end.
class Room {
 public:
  explicit Room(DiagramStore& store) : store_(&store) {}
  ~Room() { give_back(bytes_); }
  Room(const Room&) = delete;
  Room& operator=(const Room&) = delete;
  Room(Room&& other) noexcept : store_(other.store_), bytes_(std::exchange(other.bytes_, 0)) {}
  Room& operator=(Room&& other) noexcept {
    std::swap(store_, other.store_);
    std::swap(bytes_, other.bytes_);
    return *this;
  }

  bool fits(std::size_t bytes) const { return store_->fits(store_->beside_ + bytes); }
  /// Throws NodeLimitReached, and takes nothing, if the store would outgrow its limit.
  void take(std::size_t bytes) {
    if (!fits(bytes)) throw NodeLimitReached();
    store_->beside_ += bytes;
    bytes_ += bytes;
  }
  std::size_t bytes() const { return bytes_; }
  void give_back(std::size_t bytes) {
    store_->beside_ -= bytes;
    bytes_ -= bytes;
  }

 private:
  DiagramStore* store_;
  std::size_t bytes_ = 0;
};

/// Of a table that finds by hashing: what an entry takes beside its key and value.
inline constexpr std::size_t kBytesPerEntry = 40;

/// Counts assignments. Keeps what it has counted, so that several roots of one store share work.
class Counter {
 public:
  explicit Counter(const DiagramStore& store);
  /// The number of assignments in the set. Cost: once per node reached.
  base::Integer count(Node root) { return count_from(0, root); }
  /// Of the variables from `variable` on alone, of which the node asks none earlier.
  base::Integer count_from(std::uint32_t variable, Node node);

 private:
  /// Assignments of the variables from `variable(node)` on.
  const base::Integer& below(Node node);
  base::Integer skipped(std::uint32_t from, std::uint32_t to) const;

  const DiagramStore& store_;
  std::vector<base::Integer> suffix_;  ///< product of the domains from a variable on
  std::vector<base::Integer> counts_;
  std::vector<bool> known_;
};

}  // namespace nemawashi::trees
