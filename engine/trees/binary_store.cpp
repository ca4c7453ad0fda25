// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/binary_store.h"

#include <algorithm>

#include "engine/trees/mixed.h"

namespace nemawashi::trees {
namespace {

constexpr std::uint32_t kAndMark = 0xFFFF'FFFFU;
constexpr std::uint32_t kXorMark = 0xFFFF'FFFEU;
constexpr std::uint32_t kUnused = 0xFFFF'FFFDU;  // No edge, and no mark of an operation.
constexpr std::size_t kStorePlaces = 1U << 8U;
constexpr std::size_t kMostCached = std::size_t{1} << 22U;
constexpr std::size_t kMostNodes = std::size_t{1} << 31U;

}  // namespace

BinaryStore::BinaryStore(std::uint32_t levels, StoreLimits limits)
    : levels_(levels), limits_(std::move(limits)), unique_(kStorePlaces, 0) {
  limits_.nodes = std::min(limits_.nodes, kMostNodes);
  nodes_.push_back({levels_, kTrueEdge, kTrueEdge});
  cache_.assign(kStorePlaces, {0, 0, kUnused, 0});
}

void BinaryStore::step() {
  constexpr std::uint32_t kSteps = 1U << 14U;
  if ((++steps_ & (kSteps - 1)) == 0 && limits_.control.stopped()) throw WorkStopped();
}

void BinaryStore::insert(std::uint32_t node) {
  const BinaryNode& record = nodes_[node];
  const std::size_t mask = unique_.size() - 1;
  std::size_t place = mixed(record.level, record.high, record.low) & mask;
  while (unique_[place] != 0) place = (place + 1) & mask;
  unique_[place] = node;
}

void BinaryStore::rebuild_table(std::size_t places) {
  std::vector<bool> is_free(nodes_.size(), false);
  for (const std::uint32_t node : free_) is_free[node] = true;
  unique_.assign(places, 0);
  for (std::uint32_t node = 1; node < nodes_.size(); ++node) {
    if (!is_free[node]) insert(node);
  }
}

Edge BinaryStore::make(std::uint32_t level, Edge high, Edge low) {
  if (high == low) return high;
  const Edge turned = high & 1U;
  high ^= turned;
  low ^= turned;
  const std::size_t mask = unique_.size() - 1;
  std::size_t place = mixed(level, high, low) & mask;
  for (; unique_[place] != 0; place = (place + 1) & mask) {
    const BinaryNode& node = nodes_[unique_[place]];
    if (node.level == level && node.high == high && node.low == low) {
      return unique_[place] * 2 + turned;
    }
  }
  if (used_ >= limits_.nodes) throw NodeLimitReached();
  std::uint32_t node = 0;
  if (free_.empty()) {
    node = static_cast<std::uint32_t>(nodes_.size());
    nodes_.push_back({level, high, low});
  } else {
    node = free_.back();
    free_.pop_back();
    nodes_[node] = {level, high, low};
  }
  unique_[place] = node;
  ++used_;
  if (used_ * 4 > unique_.size() * 3) rebuild_table(unique_.size() * 2);
  return node * 2 + turned;
}

const BinaryStore::CacheEntry& BinaryStore::cached(Edge a, Edge b, std::uint32_t c) const {
  return cache_[mixed(a, b, c) & (cache_.size() - 1)];
}

/// The cache grows with what there is to remember, of which there may be more than nodes: one that
/// is too small would make the same work be done again and again.
void BinaryStore::remember(const CacheEntry& entry) {
  if (++remembered_ > cache_.size() * 2 && cache_.size() < kMostCached) {
    remembered_ = 0;
    std::vector<CacheEntry> wider(cache_.size() * 2, {0, 0, kUnused, 0});
    for (const CacheEntry& old : cache_) {
      wider[mixed(old.a, old.b, old.c) & (wider.size() - 1)] = old;
    }
    cache_ = std::move(wider);
  }
  cache_[mixed(entry.a, entry.b, entry.c) & (cache_.size() - 1)] = entry;
}

Edge BinaryStore::variable(std::uint32_t level) { return make(level, kTrueEdge, kFalseEdge); }

Edge BinaryStore::conjunction(Edge a, Edge b) { return and_of(a, b); }
Edge BinaryStore::exclusive(Edge a, Edge b) { return xor_of(a, b); }
Edge BinaryStore::if_then_else(Edge condition, Edge then, Edge otherwise) {
  return ite_of(condition, then, otherwise);
}

Edge BinaryStore::and_of(Edge a, Edge b) {
  if (a == b || b == kTrueEdge) return a;
  if (a == kTrueEdge) return b;
  if ((a ^ b) == 1 || a == kFalseEdge || b == kFalseEdge) return kFalseEdge;
  if (a > b) std::swap(a, b);
  if (const CacheEntry& entry = cached(a, b, kAndMark);
      entry.a == a && entry.b == b && entry.c == kAndMark) {
    return entry.result;
  }
  step();
  const std::uint32_t top = std::min(level(a), level(b));
  const bool in_a = level(a) == top;
  const bool in_b = level(b) == top;
  const Edge high_part = and_of(in_a ? high(a) : a, in_b ? high(b) : b);
  const Edge low_part = and_of(in_a ? low(a) : a, in_b ? low(b) : b);
  const Edge result = make(top, high_part, low_part);
  remember({a, b, kAndMark, result});
  return result;
}

Edge BinaryStore::xor_of(Edge a, Edge b) {
  const Edge turned = (a ^ b) & 1U;
  a &= ~1U;
  b &= ~1U;
  if (a == b) return kFalseEdge ^ turned;
  if (a == kTrueEdge) return b ^ 1U ^ turned;
  if (b == kTrueEdge) return a ^ 1U ^ turned;
  if (a > b) std::swap(a, b);
  if (const CacheEntry& entry = cached(a, b, kXorMark);
      entry.a == a && entry.b == b && entry.c == kXorMark) {
    return entry.result ^ turned;
  }
  step();
  const std::uint32_t top = std::min(level(a), level(b));
  const bool in_a = level(a) == top;
  const bool in_b = level(b) == top;
  const Edge high_part = xor_of(in_a ? high(a) : a, in_b ? high(b) : b);
  const Edge low_part = xor_of(in_a ? low(a) : a, in_b ? low(b) : b);
  const Edge result = make(top, high_part, low_part);
  remember({a, b, kXorMark, result});
  return result ^ turned;
}

Edge BinaryStore::ite_of(Edge f, Edge g, Edge h) {
  if (f == kTrueEdge || g == h) return g;
  if (f == kFalseEdge) return h;
  if (f & 1U) {
    f ^= 1U;
    std::swap(g, h);
  }
  if (g == kTrueEdge || g == f) return disjunction(f, h);
  if (g == kFalseEdge || g == (f ^ 1U)) return and_of(f ^ 1U, h);
  if (h == kFalseEdge || h == f) return and_of(f, g);
  if (h == kTrueEdge || h == (f ^ 1U)) return negation(and_of(f, negation(g)));
  if (g == (h ^ 1U)) return xor_of(f, h);
  const Edge turned = g & 1U;
  g ^= turned;
  h ^= turned;
  if (const CacheEntry& entry = cached(f, g, h); entry.a == f && entry.b == g && entry.c == h) {
    return entry.result ^ turned;
  }
  step();
  const std::uint32_t top = std::min({level(f), level(g), level(h)});
  const auto part = [&](Edge e, bool holds) {
    return level(e) != top ? e : holds ? high(e) : low(e);
  };
  const Edge high_part = ite_of(part(f, true), part(g, true), part(h, true));
  const Edge low_part = ite_of(part(f, false), part(g, false), part(h, false));
  const Edge result = make(top, high_part, low_part);
  remember({f, g, h, result});
  return result ^ turned;
}

Edge BinaryStore::at_least(std::uint32_t least, std::span<const Edge> functions) {
  if (least > functions.size()) return kFalseEdge;
  // needed[j]: at least j of the functions from the current one on hold.
  std::vector<Edge> needed(least + 1, kFalseEdge);
  needed[0] = kTrueEdge;
  for (std::size_t i = functions.size(); i-- > 0;) {
    for (std::uint32_t j = least; j > 0; --j) {
      needed[j] = ite_of(functions[i], needed[j - 1], needed[j]);
    }
  }
  return needed[least];
}

void BinaryStore::collect(std::span<const Edge> needed) {
  std::vector<bool> is_needed(nodes_.size(), false);
  is_needed[0] = true;
  std::vector<std::uint32_t> open;
  const auto reach = [&](Edge edge) {
    if (is_needed[edge >> 1U]) return;
    is_needed[edge >> 1U] = true;
    open.push_back(edge >> 1U);
  };
  for (const Edge edge : needed) reach(edge);
  while (!open.empty()) {
    const std::uint32_t node = open.back();
    open.pop_back();
    reach(nodes_[node].high);
    reach(nodes_[node].low);
  }
  free_.clear();
  for (auto node = static_cast<std::uint32_t>(nodes_.size()); node-- > 1;) {
    if (!is_needed[node]) free_.push_back(node);
  }
  used_ = nodes_.size() - free_.size();
  rebuild_table(unique_.size());
  std::fill(cache_.begin(), cache_.end(), CacheEntry{0, 0, kUnused, 0});
}

BinaryDiagram BinaryStore::diagram(Edge root) const {
  // Numbered in the order in which a walk leaves them: children first.
  constexpr auto kNew = static_cast<std::uint32_t>(-1);
  BinaryDiagram result;
  result.nodes.push_back({levels_, kTrueEdge, kTrueEdge});
  std::vector<std::uint32_t> number(nodes_.size(), kNew);
  number[0] = 0;
  std::vector<std::uint32_t> open = {root >> 1U};
  while (!open.empty()) {
    const std::uint32_t node = open.back();
    const BinaryNode& record = nodes_[node];
    if (number[node] != kNew) {
      open.pop_back();
    } else if (number[record.high >> 1U] == kNew) {
      open.push_back(record.high >> 1U);
    } else if (number[record.low >> 1U] == kNew) {
      open.push_back(record.low >> 1U);
    } else {
      open.pop_back();
      number[node] = static_cast<std::uint32_t>(result.nodes.size());
      result.nodes.push_back({record.level, number[record.high >> 1U] * 2,
                              number[record.low >> 1U] * 2 + (record.low & 1U)});
    }
  }
  result.root = number[root >> 1U] * 2 + (root & 1U);
  return result;
}

}  // namespace nemawashi::trees
