// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/threshold.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "engine/trees/layered_sum.h"
#include "engine/trees/rising.h"

namespace nemawashi::trees {
namespace {

/// A node and the thresholds above `after` up to and including `up_to` for which it is right.
template <class Amount>
struct Interval {
  Node node = kNothing;
  Amount after{};
  Amount up_to{};
};

template <class Amount>
class ThresholdBuilder {
 public:
  /// `reach` bounds every partial sum and threshold; four times that is beyond all of them, also
  /// when shifted by any of them.
  ThresholdBuilder(DiagramStore& store, const LayeredSum<Amount>& sum, const Amount& reach)
      : store_(store), sum_(sum), known_(store.variables()), beyond_(4 * reach), room_(store) {}

  Node build(const Amount& threshold) { return built(0, sum_.start(), threshold).node; }

 private:
  using State = SumState<Amount>;
  struct StateHash {
    std::size_t operator()(const State& state) const { return hash_value(state); }
  };
  /// By the upper end of the interval.
  using Intervals = std::map<Amount, Interval<Amount>>;

  Interval<Amount> built(std::uint32_t variable, const State& state, const Amount& need) {
    const Amount least = sum_.least(variable, state);
    if (need <= least) return {kEverything, -beyond_, least};
    const Amount greatest = sum_.greatest(variable, state);
    if (need > greatest) return {kNothing, greatest, beyond_};
    if (const Interval<Amount>* interval = find(variable, state, need)) return *interval;
    store_.check_stop();

    Interval<Amount> result{kNothing, -beyond_, beyond_};
    std::vector<Node> children(store_.domain(variable));
    for (std::uint32_t value = 0; value < children.size(); ++value) {
      State next = state;
      const Amount gain = sum_.advance(variable, value, next);
      const Interval<Amount> child = built(variable + 1, next, Amount(need - gain));
      children[value] = child.node;
      result.after = std::max(result.after, Amount(child.after + gain));
      result.up_to = std::min(result.up_to, Amount(child.up_to + gain));
    }
    result.node = store_.make(variable, children);
    // Bounds need not be attained, so another interval may end here: keep the longer.
    const auto [kept, added] = known_[variable][state].emplace(result.up_to, result);
    if (added) room_.take(sizeof(Amount) + sizeof(Interval<Amount>) + kBytesPerEntry);
    kept->second.after = std::min(kept->second.after, result.after);
    return result;
  }

  const Interval<Amount>* find(std::uint32_t variable, const State& state, const Amount& need) {
    const auto intervals = known_[variable].find(state);
    if (intervals == known_[variable].end()) return nullptr;
    const auto interval = intervals->second.lower_bound(need);
    if (interval == intervals->second.end() || interval->second.after >= need) return nullptr;
    return &interval->second;
  }

  DiagramStore& store_;
  const LayeredSum<Amount>& sum_;
  std::vector<std::unordered_map<State, Intervals, StateHash>> known_;
  Amount beyond_;
  Room room_;
};

Node compiled(DiagramStore& store, const WeightedSum& sum, const Rational& threshold) {
  // What rises with one level reaches the threshold where the level does: no state is needed.
  if (const auto rising = rising_sum(sum)) return at_least(store, *rising, threshold);
  const SumScale scale = scale_of(sum, threshold);
  const base::Integer need = Rational(threshold * scale.scale).get_num();
  return with_amount(scale, [&]<class Amount>(const Amount&) {
    const LayeredSum<Amount> layered(sum, store.domains(), scale.scale);
    ThresholdBuilder<Amount> builder(store, layered, amount_of<Amount>(scale.reach));
    return builder.build(Amount(amount_of<Amount>(need) - layered.constant()));
  });
}

class Writer {
 public:
  void add(const Rational& number) { text_ += number.get_str(62) + ' '; }
  void add(const Cube& cube) {
    for (const Literal& literal : cube.literals) {
      text_ += std::to_string(literal.variable) + ':';
      for (const bool value : literal.values) text_ += value ? '1' : '0';
      text_ += ' ';
    }
    text_ += '=';
    add(cube.amount);
  }
  void add(const BentTerm& term) {
    text_ += "bent " + std::to_string(static_cast<int>(term.gathering)) + ' ';
    add(term.base);
    for (const Cube& cube : term.changes) add(cube);
    for (const Piece& piece : term.value.pieces) {
      text_ += piece.end ? piece.end_included ? "to " : "below " : "on ";
      if (piece.end) add(*piece.end);
      add(piece.slope);
      add(piece.intercept);
    }
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_ = "at least ";
};

/// What the set is, so that equal texts mean equal sets.
std::string written(const WeightedSum& sum, const Rational& threshold) {
  Writer writer;
  writer.add(threshold);
  writer.add(sum.constant);
  for (const Cube& cube : sum.cubes) writer.add(cube);
  for (const BentTerm& term : sum.bent) writer.add(term);
  return writer.take();
}

}  // namespace

Node at_least(DiagramStore& store, const WeightedSum& sum, const Rational& threshold) {
  std::string text = written(sum, threshold);
  if (const auto known = store.compiled(text)) return *known;
  const Node node = compiled(store, sum, threshold);
  store.remember(std::move(text), node);
  return node;
}

Node at_most(DiagramStore& store, const WeightedSum& sum, const Rational& threshold) {
  return at_least(store, scaled(sum, -1), -threshold);
}

}  // namespace nemawashi::trees
