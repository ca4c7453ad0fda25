// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/diagram.h"

#include <algorithm>
#include <limits>

namespace nemawashi::trees {
namespace {

constexpr std::size_t kFirstTable = std::size_t{1} << 12U;
constexpr std::size_t kLargestCache = std::size_t{1} << 20U;
constexpr std::uint32_t kStepsBetweenStops = 4096;

std::size_t folded(std::size_t hash, std::size_t value) {
  hash ^= value + 0x9E3779B97F4A7C15U + (hash << 6U) + (hash >> 2U);
  return hash * 0xBF58476D1CE4E5B9U;
}

}  // namespace

DiagramStore::DiagramStore(std::vector<std::uint32_t> domains, StoreLimits limits)
    : domains_(std::move(domains)),
      limits_(std::move(limits)),
      unique_(kFirstTable, kNothing),
      cache_(kFirstTable) {
  nodes_.push_back({variables(), 0});
  nodes_.push_back({variables(), 0});
}

std::size_t DiagramStore::hash(std::uint32_t variable, std::span<const Node> children) const {
  std::size_t result = variable;
  for (const Node child : children) result = folded(result, child);
  return result ^ (result >> 29U);
}

Node DiagramStore::make(std::uint32_t variable, std::span<const Node> children) {
  if (std::all_of(children.begin(), children.end(), [&](Node c) { return c == children[0]; })) {
    return children[0];
  }
  if (2 * nodes_.size() > unique_.size()) grow();
  const std::size_t mask = unique_.size() - 1;
  std::size_t place = hash(variable, children) & mask;
  for (; unique_[place] != kNothing; place = (place + 1) & mask) {
    const NodeRecord& record = nodes_[unique_[place]];
    if (record.variable != variable) continue;
    const Node* old = children_.data() + record.first_child;
    if (std::equal(children.begin(), children.end(), old)) return unique_[place];
  }
  const bool too_many_children =
      children_.size() + children.size() > std::numeric_limits<std::uint32_t>::max();
  if (too_many_children || !fits(beside_)) throw NodeLimitReached();
  const auto node = static_cast<Node>(nodes_.size());
  nodes_.push_back({variable, static_cast<std::uint32_t>(children_.size())});
  children_.insert(children_.end(), children.begin(), children.end());
  unique_[place] = node;
  return node;
}

bool DiagramStore::fits(std::size_t beside) const {
  // A record, two to four places of the table and of the cache of at most 2^20 entries; vectors
  // grow by doubling. Two nodes are constants.
  constexpr std::size_t kRecord = 26;
  constexpr std::size_t kChild = 6;
  static_assert(kRecord + 4 * kChild == kBytesPerNode);
  const std::size_t used = (nodes_.size() - 2) * kRecord + children_.size() * kChild + beside;
  return used / kBytesPerNode < limits_.nodes;
}

std::optional<Node> DiagramStore::compiled(const std::string& text) const {
  const auto known = compiled_.find(text);
  return known == compiled_.end() ? std::nullopt : std::optional(known->second);
}

void DiagramStore::remember(std::string text, Node node) {
  const std::size_t bytes = text.size() + sizeof(std::string) + kBytesPerEntry;
  if (!fits(beside_ + bytes)) throw NodeLimitReached();
  if (compiled_.emplace(std::move(text), node).second) beside_ += bytes;
}

void DiagramStore::grow() {
  unique_.assign(unique_.size() * 2, kNothing);
  const std::size_t mask = unique_.size() - 1;
  for (Node node = kEverything + 1; node < nodes_.size(); ++node) {
    std::size_t place = hash(nodes_[node].variable, children(node)) & mask;
    while (unique_[place] != kNothing) place = (place + 1) & mask;
    unique_[place] = node;
  }
  if (cache_.size() < kLargestCache) cache_.assign(cache_.size() * 2, {});
}

void DiagramStore::check_stop() {
  if (++steps_ % kStepsBetweenStops == 0 && limits_.control.stopped()) throw WorkStopped();
}

std::optional<Node> DiagramStore::trivial(Operation operation, Node a, Node b) {
  switch (operation) {
    case Operation::conjunction:
      if (a == b || a == kNothing) return a;
      if (a == kEverything) return b;
      break;
    case Operation::disjunction:
      if (a == b || a == kEverything) return a;
      if (a == kNothing) return b;
      break;
    case Operation::difference:
      if (a == b || a == kNothing || b == kEverything) return kNothing;
      if (b == kNothing) return a;
      break;
  }
  return std::nullopt;
}

Node DiagramStore::combined(Operation operation, Node a, Node b) {
  if (operation != Operation::difference && a > b) std::swap(a, b);
  if (const auto result = trivial(operation, a, b)) return *result;
  check_stop();
  const std::size_t key = folded(folded(a, b), static_cast<std::size_t>(operation));
  const CacheEntry& known = cache_[key & (cache_.size() - 1)];
  if (known.a == a && known.b == b && known.operation == operation) return known.result;

  const std::uint32_t asked = std::min(variable(a), variable(b));
  std::vector<Node> children(domains_[asked]);
  for (std::size_t value = 0; value < children.size(); ++value) {
    const Node of_a = variable(a) == asked ? this->children(a)[value] : a;
    const Node of_b = variable(b) == asked ? this->children(b)[value] : b;
    children[value] = combined(operation, of_a, of_b);
  }
  const Node result = make(asked, children);
  cache_[key & (cache_.size() - 1)] = {a, b, operation, result};
  return result;
}

Node DiagramStore::chain(std::span<const Literal> literals, Node when_all, Node when_not) {
  Node node = when_all;
  for (std::size_t i = literals.size(); i-- > 0;) {
    const Literal& literal = literals[i];
    std::vector<Node> children(domains_[literal.variable], when_not);
    for (std::size_t value = 0; value < children.size(); ++value) {
      if (literal.values[value]) children[value] = node;
    }
    node = make(literal.variable, children);
  }
  return node;
}

Node DiagramStore::all_hold(std::span<const Literal> literals) {
  return chain(literals, kEverything, kNothing);
}

Node DiagramStore::some_fails(std::span<const Literal> literals) {
  return chain(literals, kNothing, kEverything);
}

Counter::Counter(const DiagramStore& store)
    : store_(store), suffix_(store.variables() + 1, base::Integer(1)) {
  for (std::uint32_t v = store.variables(); v-- > 0;) suffix_[v] = suffix_[v + 1] * store.domain(v);
}

base::Integer Counter::skipped(std::uint32_t from, std::uint32_t to) const {
  return suffix_[from] / suffix_[to];
}

const base::Integer& Counter::below(Node node) {
  if (known_[node]) return counts_[node];
  base::Integer sum = 0;
  if (node == kEverything) {
    sum = 1;
  } else if (node != kNothing) {
    const std::uint32_t next = store_.variable(node) + 1;
    for (const Node child : store_.children(node)) {
      sum += below(child) * skipped(next, store_.variable(child));
    }
  }
  known_[node] = true;
  counts_[node] = std::move(sum);
  return counts_[node];
}

base::Integer Counter::count_from(std::uint32_t variable, Node node) {
  counts_.resize(store_.size());
  known_.resize(store_.size());
  return below(node) * skipped(variable, store_.variable(node));
}

}  // namespace nemawashi::trees
