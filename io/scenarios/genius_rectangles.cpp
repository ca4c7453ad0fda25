// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "io/scenarios/genius_parts.h"

namespace nemawashi::io::scenarios {
namespace {

using nemawashi::scenarios::Rectangle;
using nemawashi::scenarios::Side;

class RectangleReader {
 public:
  RectangleReader(const XmlFile& file, const GeniusDomain& domain, ScenarioSize& size,
                  FileFindings& findings)
      : file_(file), domain_(domain), size_(size), findings_(findings) {}

  std::vector<Rectangle> rectangles() {
    const auto utilities = descendants(file_.root(), "utility");
    if (utilities.size() != 1) {
      findings_.error({file_.name(), 0}, "missing-part",
                      "A nonlinear profile has one element 'utility', this one has " +
                          std::to_string(utilities.size()) + ".",
                      "Give it one.");
      return {};
    }
    const Rational greatest = file_.number(utilities.front(), "maxutility", findings_);
    if (greatest <= 0) {
      findings_.error(file_.place(utilities.front()), "invalid-range",
                      "The greatest utility is not above 0.", "Give 'maxutility' above 0.");
      return {};
    }
    read_sums(utilities.front(), 1, 1);
    if (!findings_.has_errors() && descendants(file_.root(), "ufun").size() != sums_) {
      findings_.error({file_.name(), 0}, "unsupported-utility",
                      "A 'ufun' stands elsewhere than in 'utility' or in another 'ufun'.",
                      "Move it there.");
    }
    for (Rectangle& rectangle : found_) rectangle.amount /= greatest;
    return std::move(found_);
  }

 private:
  /// The sums right below the node; `weight` is the product of the weights of all above them.
  void read_sums(pugi::xml_node node, const Rational& weight, std::size_t depth) {
    for (const pugi::xml_node sum : node.children("ufun")) {
      ++sums_;
      if (depth <= kDeepest) {
        read_sum(sum, weight, depth);
        continue;
      }
      findings_.error(file_.place(sum), "unsupported-utility",
                      "Sums are nested more than " + std::to_string(kDeepest) + " deep here.",
                      "Join inner sums with those that hold them.");
      return;
    }
  }

  void read_sum(pugi::xml_node node, Rational weight, std::size_t depth) {
    const std::string_view aggregation = node.attribute("aggregation").value();
    if (!aggregation.empty() && aggregation != "sum") {
      findings_.error(file_.place(node), "unsupported-utility",
                      "The aggregation '" + std::string(aggregation) + "' is not read.",
                      "Only sums of hyper-rectangles are.");
      return;
    }
    if (node.attribute("weight")) weight *= file_.number(node, "weight", findings_);
    for (const pugi::xml_node child : node.children("hyperRectangle")) {
      read_rectangle(child, weight);
    }
    read_sums(node, weight, depth + 1);
  }

  void read_rectangle(pugi::xml_node node, const Rational& weight) {
    if (node.child("EXCLUDES")) {
      findings_.error(file_.place(node), "unsupported-utility",
                      "Exclusive hyper-rectangles are not read.", "Use inclusive ones.");
      return;
    }
    Rectangle rectangle;
    rectangle.amount = weight * file_.number(node, "utility", findings_);
    if (node.attribute("weight")) rectangle.amount *= file_.number(node, "weight", findings_);
    bool empty = false;
    for (const pugi::xml_node bound : node.children("INCLUDES")) {
      auto side = side_of(bound);
      if (!side) return;
      const auto same = std::find_if(rectangle.sides.begin(), rectangle.sides.end(),
                                     [&](const Side& s) { return s.issue == side->issue; });
      if (same == rectangle.sides.end()) {
        rectangle.sides.push_back(*std::move(side));
      } else {  // Two bounds on one issue hold where both do.
        std::erase_if(same->options, [&](std::size_t o) {
          return !std::binary_search(side->options.begin(), side->options.end(), o);
        });
      }
    }
    for (const Side& side : rectangle.sides) empty = empty || side.options.empty();
    if (!empty) found_.push_back(std::move(rectangle));  // An empty one holds nowhere.
  }

  std::optional<Side> side_of(pugi::xml_node bound) {
    const auto index = whole_number(file_, bound, "index", findings_);
    const auto low = whole_number(file_, bound, "min", findings_);
    const auto high = whole_number(file_, bound, "max", findings_);
    if (!index || !low || !high) return std::nullopt;
    const auto found = domain_.by_index.find(static_cast<std::size_t>(*index));
    if (*index < 0 || found == domain_.by_index.end() ||
        domain_.issues[found->second].kind != GeniusKind::integer) {
      findings_.error(
          file_.place(bound), "unknown-part",
          "The domain has no integer issue with the index " + std::to_string(*index) + ".",
          "Use the indices of the domain file.");
      return std::nullopt;
    }
    Side side{found->second, {}};
    const auto& values = domain_.issues[found->second].values;
    if (!size_.add_sides(file_.place(bound), values.size(), findings_)) return std::nullopt;
    for (std::size_t o = 0; o < values.size(); ++o) {
      if (values[o] >= *low && values[o] <= *high) side.options.push_back(o);
    }
    return side;
  }

  const XmlFile& file_;
  const GeniusDomain& domain_;
  ScenarioSize& size_;
  FileFindings& findings_;
  std::vector<Rectangle> found_;
  static constexpr std::size_t kDeepest = 50;
  std::size_t sums_ = 0;
};

}  // namespace

std::vector<Rectangle> read_genius_rectangles(const XmlFile& file, const GeniusDomain& domain,
                                              ScenarioSize& size, FileFindings& findings) {
  return RectangleReader(file, domain, size, findings).rectangles();
}

}  // namespace nemawashi::io::scenarios
