// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/regions.h"

#include "engine/agree/region_builder.h"

namespace nemawashi::agree {

using model::Certainty;
using model::PartyIndex;
using trees::Node;

Regions regions(trees::DiagramStore& store, const model::Case& a_case,
                const model::Reading& reading, const Space& space) {
  RegionBuilder builder(store, a_case, reading, space);
  Regions result;
  result.feasible = builder.feasible();
  result.wanted = builder.wanted();
  for (const Certainty certainty : kCertainties) {
    result.ratifiable[static_cast<std::size_t>(certainty)] =
        store.conjunction(result.feasible, builder.consent(certainty));
  }
  return result;
}

Node yes_region(trees::DiagramStore& store, const model::Case& a_case,
                const model::Reading& reading, const Space& space, PartyIndex party,
                Certainty certainty) {
  return RegionBuilder(store, a_case, reading, space).yes(party, certainty);
}

Node known_region(trees::DiagramStore& store, const model::Case& a_case,
                  const model::Reading& reading, const Space& space, PartyIndex party) {
  return RegionBuilder(store, a_case, reading, space).known(party);
}

}  // namespace nemawashi::agree
