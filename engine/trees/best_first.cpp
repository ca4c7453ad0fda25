// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/best_first.h"

#include <algorithm>
#include <queue>
#include <unordered_map>

#include "engine/trees/layered_sum.h"

namespace nemawashi::trees {
namespace {

/// Where a partial assignment stands: what is left of the set and of the sum.
template <class Amount>
struct PrefixStanding {
  Node node = kNothing;
  SumState<Amount> state;
  friend bool operator==(const PrefixStanding&, const PrefixStanding&) = default;
};

template <class Amount>
struct PrefixStandingHash {
  std::size_t operator()(const PrefixStanding<Amount>& standing) const {
    return hash_value(standing.state) * 31 + standing.node;
  }
};

template <class Amount>
class BestFirst {
 public:
  BestFirst(DiagramStore& store, const LayeredSum<Amount>& sum)
      : store_(store), sum_(sum), known_(store.variables() + 1), room_(store) {}

  /// The greatest remainder from the start; nothing if the set is empty.
  std::optional<Amount> greatest(Node root) {
    if (root == kNothing) return std::nullopt;
    return remainder(0, {root, sum_.start()});
  }

  template <class Take>
  void run(Node root, const Take& take) {
    const auto best = greatest(root);
    if (!best) return;
    std::priority_queue<Entry> queue;
    std::size_t made = 0;
    queue.push({*best, Amount(0), {root, sum_.start()}, {}, made});
    room_.take(bytes_of(queue.top()));
    while (!queue.empty()) {
      const Entry entry = queue.top();
      queue.pop();
      room_.give_back(bytes_of(entry));
      store_.check_stop();
      const auto variable = static_cast<std::uint32_t>(entry.assignment.size());
      if (variable == store_.variables()) {
        if (!take(entry.assignment, entry.sum)) return;
        continue;
      }
      for (std::uint32_t value = 0; value < store_.domain(variable); ++value) {
        Entry next = entry;
        if (!step(variable, value, next.standing, next.sum)) continue;
        next.assignment.push_back(value);
        next.best = next.sum + remainder(variable + 1, next.standing);
        next.made = ++made;
        room_.take(bytes_of(next));
        queue.push(std::move(next));
      }
    }
  }

 private:
  struct Entry {
    Amount best;  ///< of all completions
    Amount sum;
    PrefixStanding<Amount> standing;
    Assignment assignment;
    std::size_t made;
    /// Greatest first; among equals the more complete, then the older.
    friend bool operator<(const Entry& a, const Entry& b) {
      if (a.best != b.best) return a.best < b.best;
      if (a.assignment.size() != b.assignment.size()) {
        return a.assignment.size() < b.assignment.size();
      }
      return a.made > b.made;
    }
  };

  static std::size_t bytes_of(const Entry& entry) {
    return sizeof(Entry) + bytes_beside(entry.standing.state) +
           entry.assignment.size() * sizeof(std::uint32_t);
  }

  /// Sets a variable; false if nothing of the set is left.
  bool step(std::uint32_t variable, std::uint32_t value, PrefixStanding<Amount>& standing,
            Amount& sum) const {
    if (store_.variable(standing.node) == variable) {
      standing.node = store_.children(standing.node)[value];
      if (standing.node == kNothing) return false;
    }
    sum += sum_.advance(variable, value, standing.state);
    return true;
  }

  Amount remainder(std::uint32_t variable, const PrefixStanding<Amount>& standing) {
    if (variable == store_.variables()) return Amount(0);
    if (const auto known = known_[variable].find(standing); known != known_[variable].end()) {
      return known->second;
    }
    store_.check_stop();
    std::optional<Amount> best;
    for (std::uint32_t value = 0; value < store_.domain(variable); ++value) {
      PrefixStanding<Amount> next = standing;
      Amount gain(0);
      if (!step(variable, value, next, gain)) continue;
      gain += remainder(variable + 1, next);
      if (!best || gain > *best) best = gain;
    }
    known_[variable].emplace(standing, *best);
    room_.take(sizeof(standing) + bytes_beside(standing.state) + sizeof(Amount) + kBytesPerEntry);
    return *best;
  }

  DiagramStore& store_;
  const LayeredSum<Amount>& sum_;
  std::vector<std::unordered_map<PrefixStanding<Amount>, Amount, PrefixStandingHash<Amount>>>
      known_;
  Room room_;
};

/// Calls `use` with a search over the smallest integers that suffice.
template <class Use>
void with_search(DiagramStore& store, const WeightedSum& sum, const Use& use) {
  const SumScale scale = scale_of(sum);
  with_amount(scale, [&]<class Amount>(const Amount&) {
    const LayeredSum<Amount> layered(sum, store.domains(), scale.scale);
    use(BestFirst<Amount>(store, layered), [&](const Amount& amount) {
      return base::fraction(integer_of(Amount(amount + layered.constant())), scale.scale);
    });
  });
}

}  // namespace

void best_first(DiagramStore& store, Node root, const WeightedSum& sum,
                const TakeAssignment& take) {
  with_search(store, sum, [&](auto search, const auto& exact) {
    search.run(root, [&](const Assignment& assignment, const auto& amount) {
      return take(assignment, exact(amount));
    });
  });
}

std::optional<Rational> greatest(DiagramStore& store, Node root, const WeightedSum& sum) {
  std::optional<Rational> result;
  with_search(store, sum, [&](auto search, const auto& exact) {
    if (const auto best = search.greatest(root)) result = exact(*best);
  });
  return result;
}

}  // namespace nemawashi::trees
