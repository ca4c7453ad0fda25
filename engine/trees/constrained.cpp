// SPDX-License-Identifier: Apache-2.0
// Long because one search shares its graph, its bounds and the table of what it followed.
#include "engine/trees/constrained.h"

#include <algorithm>
#include <cmath>

#include "engine/trees/multiplier_scale.h"
#include "engine/trees/standing_graph.h"

namespace nemawashi::trees {
namespace {

constexpr std::size_t kMultiplierSteps = 300;
constexpr double kLeastGap = 1.0 / kMultiplierUnit;
constexpr std::size_t kKeptBytes = std::size_t{1} << 26;  ///< of the table of partial assignments
constexpr std::size_t kTablePlaces = 256;

}  // namespace

class ConstrainedSearch::Search {
 public:
  Search() = default;
  Search(const Search&) = delete;
  Search& operator=(const Search&) = delete;
  virtual ~Search() = default;
  virtual std::optional<Rational> bound() const = 0;
  virtual std::optional<Rational> run(const std::optional<Rational>& wanted,
                                      const VisitPassing& visit,
                                      const ConstrainedOptions& options) = 0;
};

template <class Amount>
class ConstrainedSearch::Typed final : public Search {
  using Graph = StandingGraph<Amount>;
  using Layer = typename Graph::Layer;
  using ByStanding = std::vector<std::vector<Amount>>;  ///< by layer, then by standing

 public:
  Typed(DiagramStore& store, Node root, const std::vector<WeightedSum>& sums,
        const MultiplierScale& scaling)
      : store_(store),
        scaling_(scaling),
        graph_(standing_graph<Amount>(store, root, sums, scaling.scales)),
        width_(sums.size()),
        multipliers_(width_, Amount(0)),
        bounds_room_(store),
        kept_room_(store) {
    multipliers_[0] = amount_of<Amount>(scaling.unit);
    bound_sums();
    for (std::size_t k = 1; k < width_; ++k) {
      if (graph_.constants[k] + most_[0][k] < 0) passes_ = false;
    }
    if (passes_) find_multipliers();
  }

  std::optional<Rational> bound() const override {
    if (!passes_) return std::nullopt;
    return objective_of(bound_);
  }

  std::optional<Rational> run(const std::optional<Rational>& wanted, const VisitPassing& visit,
                              const ConstrainedOptions& options) override {
    if (!passes_) return std::nullopt;
    wanted_ = graph_.constants[0] + least_[0][0];
    if (wanted) raise(*wanted);
    visit_ = &visit;
    steps_ = options.steps;
    following_ = options.following;
    unseen_.reset();
    if (candidate_ && candidate_objective_ >= wanted_) take(*candidate_, candidate_objective_);
    assignment_.assign(graph_.layers.size(), 0);
    sums_.assign((graph_.layers.size() + 1) * width_, Amount(0));
    std::copy(graph_.constants.begin(), graph_.constants.end(), sums_.begin());
    ways_.assign(graph_.layers.size(), {});
    keep_in(kTablePlaces);
    follow(0, 0, bound_);
    if (!unseen_) return std::nullopt;
    return objective_of(*unseen_);
  }

 private:
  struct Way {
    Amount bound;  ///< combined: no completion has more
    std::uint32_t value;
  };

  /// What each sum by itself can still add, at most and at least.
  void bound_sums() {
    most_.assign(graph_.layers.size() + 1, {});
    least_ = most_;
    most_.back().assign(width_, Amount(0));
    least_.back() = most_.back();
    std::size_t standings = 0;
    for (const Layer& layer : graph_.layers) standings += layer.standings;
    // Each sum's most and least; then the combined rest and the value that has it.
    bounds_room_.take(standings * ((2 * width_ + 1) * sizeof(Amount) + sizeof(std::uint32_t)));
    for (std::size_t v = graph_.layers.size(); v-- > 0;) {
      const Layer& layer = graph_.layers[v];
      most_[v].assign(layer.standings * width_, Amount(0));
      least_[v] = most_[v];
      for (std::size_t s = 0; s < layer.standings; ++s) {
        bool first = true;
        for (std::size_t arc = s * layer.domain; arc < (s + 1) * layer.domain; ++arc) {
          if (layer.to[arc] == Graph::kNowhere) continue;
          for (std::size_t k = 0; k < width_; ++k) {
            const Amount& amount = layer.amounts[arc * width_ + k];
            const Amount high = amount + most_[v + 1][layer.to[arc] * width_ + k];
            const Amount low = amount + least_[v + 1][layer.to[arc] * width_ + k];
            Amount& most = most_[v][s * width_ + k];
            Amount& least = least_[v][s * width_ + k];
            if (first || high > most) most = high;
            if (first || low < least) least = low;
          }
          first = false;
        }
      }
    }
  }

  Amount combined(const Amount* sums) const {
    Amount result = multipliers_[0] * sums[0];
    for (std::size_t k = 1; k < width_; ++k) result += multipliers_[k] * sums[k];
    return result;
  }

  /// The greatest combined remainder from each standing, and the value that leads to it.
  void find_rest() {
    rest_.resize(graph_.layers.size() + 1);
    best_value_.resize(graph_.layers.size());
    rest_.back().assign(1, Amount(0));
    for (std::size_t v = graph_.layers.size(); v-- > 0;) {
      const Layer& layer = graph_.layers[v];
      rest_[v].assign(layer.standings, Amount(0));
      best_value_[v].assign(layer.standings, layer.domain);
      for (std::size_t s = 0; s < layer.standings; ++s) {
        for (std::uint32_t value = 0; value < layer.domain; ++value) {
          const std::size_t arc = s * layer.domain + value;
          if (layer.to[arc] == Graph::kNowhere) continue;
          const Amount sum = combined(&layer.amounts[arc * width_]) + rest_[v + 1][layer.to[arc]];
          if (best_value_[v][s] < layer.domain && sum <= rest_[v][s]) continue;
          rest_[v][s] = sum;
          best_value_[v][s] = value;
        }
      }
    }
  }

  /// The assignment with the greatest combined sum: a candidate, if it passes.
  void consider_best() {
    candidate_sums_ = graph_.constants;
    Assignment assignment(graph_.layers.size());
    std::uint32_t standing = 0;
    for (std::size_t v = 0; v < graph_.layers.size(); ++v) {
      const Layer& layer = graph_.layers[v];
      assignment[v] = best_value_[v][standing];
      const std::size_t arc = standing * layer.domain + assignment[v];
      for (std::size_t k = 0; k < width_; ++k) {
        candidate_sums_[k] += layer.amounts[arc * width_ + k];
      }
      standing = layer.to[arc];
    }
    const bool passes = std::all_of(candidate_sums_.begin() + 1, candidate_sums_.end(),
                                    [](const Amount& side) { return side >= 0; });
    if (!passes || (candidate_ && candidate_sums_[0] <= candidate_objective_)) return;
    candidate_ = std::move(assignment);
    candidate_objective_ = candidate_sums_[0];
  }

  /// False, and nothing said of the multipliers, where doubles cannot hold them.
  bool set_multipliers(const std::vector<double>& relative) {
    const double unit = scaling_.unit.get_d();
    for (std::size_t k = 1; k < width_; ++k) {
      const double multiplier =
          relative[k] == 0 ? 0 : std::round(relative[k] * unit * scaling_.of_objective[k]);
      if (!std::isfinite(multiplier)) return false;
      multipliers_[k] = amount_of<Amount>(base::Integer(multiplier));
    }
    return true;
  }

  /// Subgradient steps (Polyak 1969) towards the multipliers with the least bound. Rounding only
  /// moves the multipliers: every bound is exact for those it is computed with.
  void find_multipliers() {
    const double unit = scaling_.unit.get_d();
    std::vector<double> now(width_, 0);  // As if every side reached as far as the objective.
    std::vector<double> passed(width_, 0);
    std::vector<Amount> best = multipliers_;
    std::optional<Amount> least_bound;
    double pace = 1;
    std::size_t without_gain = 0;
    for (std::size_t step = 0; step < kMultiplierSteps && set_multipliers(now); ++step) {
      store_.check_stop_now();  // A step goes over the whole graph.
      find_rest();
      const Amount found = combined(graph_.constants.data()) + rest_[0][0];
      if (!least_bound || found < *least_bound) {
        least_bound = found;
        best = multipliers_;
        without_gain = 0;
      } else if (++without_gain == 8) {
        without_gain = 0;
        pace /= 2;
      }
      consider_best();
      double square = 0;
      for (std::size_t k = 1; k < width_; ++k) {
        passed[k] = rough(candidate_sums_[k]) * scaling_.of_objective[k];
        if (passed[k] < 0 || now[k] > 0) square += passed[k] * passed[k];
      }
      const double bound = rough(*least_bound) / unit;
      const double aim = candidate_ ? rough(candidate_objective_) : bound - std::sqrt(square);
      // A whole number of the objective is proved once the gap is less than 1; without a candidate
      // the gap tells how far the sides are from being reached.
      if (square == 0 || pace < 1.0 / 64 || bound - aim < (candidate_ ? 1 : kLeastGap)) break;
      const double length = pace * (rough(found) / unit - aim) / square;
      if (!std::isfinite(length)) break;  // Numbers beyond doubles: the multipliers so far must do.
      for (std::size_t k = 1; k < width_; ++k) {
        now[k] = std::clamp(now[k] - length * passed[k], 0.0, double{kMostMultiplier});
      }
    }
    multipliers_ = best;
    find_rest();
    bound_ = *least_bound;
  }

  /// All that can be said of an objective whose combined sum is at most this.
  Rational objective_of(const Amount& combined_sum) const {
    const Rational most = base::fraction(integer_of(combined_sum), scaling_.unit);
    return base::fraction(base::rounded_down(most), scaling_.scales[0]);
  }

  /// What is wanted beyond all reach is as good as one beyond the greatest sum.
  void raise(const Rational& wanted) {
    const base::Integer beyond =
        integer_of(Amount(graph_.constants[0] + most_[0][0])) + base::Integer(1);
    const base::Integer least = base::rounded_up(Rational(wanted * scaling_.scales[0]));
    if (least <= integer_of(wanted_)) return;
    wanted_ = amount_of<Amount>(least < beyond ? least : beyond);
  }

  void take(const Assignment& assignment, const Amount& objective) {
    raise((*visit_)(assignment, base::fraction(integer_of(objective), scaling_.scales[0])));
  }

  void stopped_at(const Amount& bound) {
    if (!unseen_ || bound > *unseen_) unseen_ = bound;
  }

  /// Follows all completions; false once stopped, when what was not seen is bounded by unseen_.
  bool follow(std::uint32_t variable, std::uint32_t standing, const Amount& bound) {
    if (variable == graph_.layers.size()) {
      take(assignment_, sums_[variable * width_]);
      return true;
    }
    if (steps_ == 0 || stop_asked()) {
      stopped_at(bound);
      return false;
    }
    --steps_;
    if (followed_before(variable, standing)) return true;
    const Layer& layer = graph_.layers[variable];
    const Amount* sums = &sums_[variable * width_];
    Amount* next = &sums_[(variable + 1) * width_];
    std::vector<Way>& ways = ways_[variable];
    ways.clear();
    for (std::uint32_t value = 0; value < layer.domain; ++value) {
      const std::size_t arc = standing * layer.domain + value;
      const std::uint32_t to = layer.to[arc];
      if (to == Graph::kNowhere || !add(variable, arc, sums, next)) continue;
      ways.push_back({combined(next) + rest_[variable + 1][to], value});
    }
    std::sort(ways.begin(), ways.end(), [](const Way& a, const Way& b) {
      return a.bound != b.bound ? a.bound > b.bound : a.value < b.value;
    });
    for (std::size_t i = 0; i < ways.size(); ++i) {
      if (ways[i].bound < multipliers_[0] * wanted_) break;
      const std::size_t arc = standing * layer.domain + ways[i].value;
      if (!add(variable, arc, sums, next)) continue;  // More may be wanted by now.
      assignment_[variable] = ways[i].value;
      if (!follow(variable + 1, layer.to[arc], ways[i].bound)) {
        if (i + 1 < ways.size()) stopped_at(ways[i + 1].bound);
        return false;
      }
    }
    return true;
  }

  /// The sums behind an arc; false if one of them can no longer be what it must be.
  bool add(std::size_t variable, std::size_t arc, const Amount* sums, Amount* next) const {
    const Layer& layer = graph_.layers[variable];
    const Amount* amounts = &layer.amounts[arc * width_];
    const Amount* most = &most_[variable + 1][layer.to[arc] * width_];
    next[0] = sums[0] + amounts[0];
    bool reaches = next[0] + most[0] >= wanted_;
    for (std::size_t k = 1; k < width_; ++k) {
      next[k] = sums[k] + amounts[k];
      reaches = reaches && next[k] + most[k] >= 0;
    }
    return reaches;
  }

  bool stop_asked() {
    try {
      store_.check_stop();
      return false;
    } catch (const WorkStopped&) {
      return true;
    }
  }

  std::size_t table_bytes(std::size_t places) const {
    return places * (width_ * sizeof(Amount) + sizeof(kept_at_.front()));
  }
  bool table_fits(std::size_t places) const {
    const std::size_t bytes = table_bytes(places);
    return bytes <= kKeptBytes && kept_room_.fits(bytes - kept_room_.bytes());
  }

  /// What was kept is only ever a saving, so a larger table starts empty; the first, which is
  /// small, is there in any case.
  void keep_in(std::size_t places) {
    kept_room_.give_back(kept_room_.bytes());
    if (kept_room_.fits(table_bytes(places))) kept_room_.take(table_bytes(places));
    kept_.assign(places * width_, Amount(0));
    kept_at_.assign(places, {0, Graph::kNowhere});
    kept_since_ = 0;
  }

  /// Whether one that stands alike was followed before and makes this one needless; else it is
  /// kept.
  bool followed_before(std::uint32_t variable, std::uint32_t standing) {
    if (variable == 0 || variable + 2 >= graph_.layers.size()) return false;
    const Amount* sums = &sums_[variable * width_];
    const Amount* least = &least_[variable][standing * width_];
    std::size_t hash = variable * 0x9E3779B97F4A7C15U + standing;
    key_.assign(sums, sums + width_);
    for (std::size_t k = 1; k < width_; ++k) {
      const bool reached = key_[k] + least[k] > 0;
      if (reached && following_ == Following::greatest) key_[k] = -least[k];
      hash = (hash ^ hash_amount(key_[k])) * 0x9E3779B97F4A7C15U;
      hash ^= hash >> 29U;
    }
    const std::size_t place = hash & (kept_at_.size() - 1);
    Amount* kept = &kept_[place * width_];
    const std::pair at(variable, standing);
    const bool alike = kept_at_[place] == at && std::equal(kept + 1, kept + width_, &key_[1]);
    const bool as_good =
        following_ == Following::greatest ? kept[0] >= key_[0] : kept[0] == key_[0];
    if (alike && as_good) return true;
    kept_at_[place] = at;
    std::copy(key_.begin(), key_.end(), kept);
    const std::size_t larger = 4 * kept_at_.size();
    if (++kept_since_ > kept_at_.size() && table_fits(larger)) keep_in(larger);
    return false;
  }

  DiagramStore& store_;
  MultiplierScale scaling_;
  Graph graph_;
  std::size_t width_;
  std::vector<Amount> multipliers_;
  ByStanding most_;  ///< by standing, then by sum
  ByStanding least_;
  ByStanding rest_;
  std::vector<std::vector<std::uint32_t>> best_value_;
  bool passes_ = true;
  Amount bound_{};                       ///< combined
  std::optional<Assignment> candidate_;  ///< passes; found with the multipliers
  Amount candidate_objective_{};
  std::vector<Amount> candidate_sums_;  ///< of the last that was considered
  // While it runs:
  const VisitPassing* visit_ = nullptr;
  Amount wanted_{};
  std::size_t steps_ = 0;
  Following following_ = Following::greatest;
  std::optional<Amount> unseen_;  ///< combined
  Assignment assignment_;
  std::vector<Amount> sums_;  ///< by variable, then by sum
  std::vector<std::vector<Way>> ways_;
  std::vector<Amount> kept_;  ///< by place, then by sum: partial assignments that were followed
  std::vector<std::pair<std::uint32_t, std::uint32_t>> kept_at_;
  std::size_t kept_since_ = 0;  ///< how many, since the table has its size
  Room bounds_room_;
  Room kept_room_;
  std::vector<Amount> key_;
};

ConstrainedSearch::ConstrainedSearch(DiagramStore& store, Node root, const WeightedSum& objective,
                                     const std::vector<WeightedSum>& sides) {
  if (root == kNothing) return;
  std::vector<WeightedSum> sums = {objective};
  sums.insert(sums.end(), sides.begin(), sides.end());
  const MultiplierScale scaling = multiplier_scale(sums);
  search_ = with_amount(scaling, [&]<class Amount>(const Amount&) -> std::unique_ptr<Search> {
    return std::make_unique<Typed<Amount>>(store, root, sums, scaling);
  });
}
ConstrainedSearch::~ConstrainedSearch() = default;
ConstrainedSearch::ConstrainedSearch(ConstrainedSearch&&) noexcept = default;
ConstrainedSearch& ConstrainedSearch::operator=(ConstrainedSearch&&) noexcept = default;

std::optional<Rational> ConstrainedSearch::bound() const {
  if (!search_) return std::nullopt;
  return search_->bound();
}

std::optional<Rational> ConstrainedSearch::run(const std::optional<Rational>& wanted,
                                               const VisitPassing& visit,
                                               const ConstrainedOptions& options) {
  if (!search_) return std::nullopt;
  return search_->run(wanted, visit, options);
}

}  // namespace nemawashi::trees
