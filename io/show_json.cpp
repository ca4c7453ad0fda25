// SPDX-License-Identifier: Apache-2.0
#include "io/show_json.h"

#include <array>

#include "io/package_json.h"

namespace nemawashi::io {
namespace {

/// The word of an enumerator, in the order in which the enumeration declares them.
template <class Enumeration, std::size_t kCount>
std::string word(Enumeration value, const std::array<const char*, kCount>& words) {
  return words.at(static_cast<std::size_t>(value));
}

/// The row of one element: its id, what `fill` adds, and where it comes from.
template <class Fill>
Json row_json(const model::Origin& origin, const Fill& fill) {
  Json json;
  json["id"] = origin.id;
  fill(json);
  json["sources"] = origin.sources;
  json["basis"] = word(origin.basis, std::array{"sourced", "derived", "assumed"});
  json["note"] = text_or_null(origin.note);
  return json;
}

template <class Elements, class Fill>
Json rows_json(const Elements& elements, const Fill& fill) {
  Json json = Json::array();
  for (const auto& element : elements) {
    json.push_back(row_json(element.origin, [&](Json& row) { fill(row, element); }));
  }
  return json;
}

void add_estimate(Json& json, const model::Estimate& estimate) {
  json["low"] = exact_json(estimate.low);
  json["likely"] = exact_json(estimate.likely);
  json["high"] = exact_json(estimate.high);
}

template <class Member>
Json rule_json(const model::Case& a_case, const model::BasicRule<Member>& rule) {
  using Kind = typename model::BasicRule<Member>::Kind;
  if (rule.kind == Kind::member) return a_case.at(rule.member).origin.id;
  Json json;
  json["kind"] = word(rule.kind, std::array{"member", "all", "any", "at_least", "votes"});
  json["threshold"] = base::exact_text(model::effective_threshold(rule));
  Json& parts = json["parts"] = Json::array();
  for (std::size_t part = 0; part < rule.parts.size(); ++part) {
    Json entry;
    entry["weight"] = base::exact_text(model::weight_of_part(rule, part));
    entry["rule"] = rule_json(a_case, rule.parts[part]);
    parts.push_back(std::move(entry));
  }
  return json;
}

Json parties_json(const model::Case& a_case) {
  std::size_t place = 0;
  return rows_json(a_case.parties, [&](Json& row, const model::Party& party) {
    const model::PartyIndex index(place++);
    row["name"] = party.name;
    row["parent"] = id_or_null(a_case, party.parent);
    row["kind"] = word(party.kind, std::array{"office", "constituency", "organisation"});
    row["interests_by"] =
        party.interests_by
            ? Json(word(*party.interests_by, std::array{"elicited", "own_submission", "analyst"}))
            : Json(nullptr);
    row["rule"] = party.rule ? rule_json(a_case, *party.rule) : Json(nullptr);
    row["margin"] = base::exact_text(party.margin);
    row["discount"] = exact_json(party.discount);
    row["modelled"] = model::is_modelled(a_case, index);
  });
}

Json places_json(const model::Case& a_case) {
  return rows_json(a_case.places, [&](Json& row, const model::Place& place) {
    row["name"] = place.name;
    row["name_ja"] = text_or_null(place.name_ja);
    row["boundary"] = place.boundary;
    row["population"] = exact_json(place.population);
    row["population_year"] = text_or_null(place.population_year);
    row["parent"] =
        place.parent ? Json(a_case.places[place.parent->value].origin.id) : Json(nullptr);
  });
}

Json gates_json(const model::Case& a_case) {
  std::size_t place = 0;
  return rows_json(a_case.gates, [&](Json& row, const model::Gate& gate) {
    const model::GateIndex index(place++);
    row["party"] = a_case.at(gate.party).origin.id;
    row["act"] = gate.act;
    row["when"] = condition_json(a_case, gate.when);
    row["kind"] = word(gate.kind, std::array{"legal", "budget", "political", "operational"});
    row["date"] = text_or_null(gate.date);
    row["overridden_by"] = id_or_null(a_case, model::override_of(a_case, index));
  });
}

Json refusals_json(const model::Case& a_case) {
  return rows_json(a_case.refusals, [&](Json& row, const model::Refusal& refusal) {
    row["party"] = a_case.at(refusal.party).origin.id;
    row["when"] = condition_json(a_case, refusal.when);
    row["words"] = refusal.words;
    row["date"] = text_or_null(refusal.date);
    row["status"] = refusal.withdrawn ? "withdrawn" : "stated";
    row["if_claim"] = id_or_null(a_case, refusal.if_claim);
  });
}

Json baselines_json(const model::Case& a_case) {
  return rows_json(a_case.baselines, [](Json& row, const model::Baseline& baseline) {
    row["text"] = baseline.text;
    row["probability"] = exact_json(baseline.probability);
  });
}

Json issues_json(const model::Case& a_case) {
  return rows_json(a_case.issues, [&](Json& row, const model::Issue& issue) {
    row["name"] = issue.name;
    row["subject"] = text_or_null(issue.subject);
    row["default"] = issue.standing ? Json(issue.options[issue.standing->value].id) : Json(nullptr);
    row["overrides"] = id_or_null(a_case, issue.overrides);
    Json& options = row["options"] = Json::array();
    for (const model::Option& option : issue.options) {
      Json entry;
      entry["id"] = option.id;
      entry["name"] = option.name;
      entry["hypothetical"] = option.hypothetical;
      options.push_back(std::move(entry));
    }
  });
}

Json measures_json(const model::Case& a_case) {
  return rows_json(a_case.measures, [](Json& row, const model::Measure& measure) {
    row["name"] = measure.name;
    row["unit"] = text_or_null(measure.unit);
    row["category"] = text_or_null(measure.category);
    row["better"] = measure.more_is_better ? "more" : "less";
    row["combine"] = word(measure.combine, std::array{"sum", "max", "min"});
    row["end"] = measure.is_means ? "means" : "fundamental";
    row["transferable"] = measure.transferable;
    row["per_head"] = measure.per_head;
    row["least"] = exact_json(measure.least);
    row["most"] = exact_json(measure.most);
  });
}

/// Levels that only effects mention have no row; they are named like the others.
Json levels_json(const model::Case& a_case) {
  Json json = Json::array();
  for (std::size_t i = 0; i < a_case.levels.size(); ++i) {
    const model::Level& level = a_case.levels[i];
    json.push_back(row_json(level.origin, [&](Json& row) {
      row["id"] = level_id(a_case, model::LevelIndex(i));
      row["measure"] = a_case.at(level.measure).origin.id;
      row["bearer"] = model::bearer_id(a_case, level.bearer);
      add_estimate(row, level.base.value_or(model::Estimate{}));
      row["year"] = text_or_null(level.year);
    }));
  }
  return json;
}

Json effects_json(const model::Case& a_case) {
  return rows_json(a_case.effects, [&](Json& row, const model::Effect& effect) {
    row["when"] = effect.baseline ? Json(nullptr) : condition_json(a_case, effect.when);
    row["baseline"] = id_or_null(a_case, effect.baseline);
    row["level"] = level_id(a_case, effect.level);
    add_estimate(row, effect.change);
    row["if_claim"] = id_or_null(a_case, effect.if_claim);
  });
}

Json limits_json(const model::Case& a_case) {
  return rows_json(a_case.limits, [&](Json& row, const model::Limit& limit) {
    const auto* forbidden = std::get_if<model::Condition>(&limit.forbids);
    const auto* bound = std::get_if<model::LevelBound>(&limit.forbids);
    row["forbid"] = forbidden ? condition_json(a_case, *forbidden) : Json(nullptr);
    row["level"] = bound ? Json(level_id(a_case, bound->level)) : Json(nullptr);
    row["at_least"] = bound ? exact_json(bound->at_least) : Json(nullptr);
    row["at_most"] = bound ? exact_json(bound->at_most) : Json(nullptr);
    row["if_claim"] = id_or_null(a_case, limit.if_claim);
  });
}

Json claims_json(const model::Case& a_case) {
  return rows_json(a_case.claims, [](Json& row, const model::Claim& claim) {
    row["text"] = claim.text;
    row["claimant"] = claim.claimant;
    row["date"] = text_or_null(claim.date);
    row["settled_by"] = text_or_null(claim.settled_by);
    row["status"] = word(claim.status, std::array{"accepted", "contested", "unknown", "refuted"});
    row["probability"] = exact_json(claim.probability);
  });
}

/// What is known of the weight of one interest, as the party stated it.
Json weight_json(const model::Weights& weights, std::size_t place) {
  Json json;
  if (const auto* ranks = std::get_if<model::RankWeights>(&weights)) {
    json["rank"] = ranks->ranks[place];
  } else if (const auto* numbers = std::get_if<model::NumberWeights>(&weights)) {
    json["number"] = base::exact_text(numbers->numbers[place]);
  } else {
    const auto& intervals = std::get<model::IntervalWeights>(weights);
    json["low"] = base::exact_text(intervals.low[place]);
    json["high"] = base::exact_text(intervals.high[place]);
  }
  return json;
}

Json interests_json(const model::Case& a_case) {
  Json json = Json::array();
  for (std::size_t p = 0; p < a_case.parties.size(); ++p) {
    const auto& interests = a_case.interests_of[p];
    for (std::size_t i = 0; i < interests.size(); ++i) {
      const model::Interest& interest = a_case.at(interests[i]);
      json.push_back(row_json(interest.origin, [&](Json& row) {
        row["party"] = a_case.at(interest.party).origin.id;
        row["level"] = level_id(a_case, interest.level);
        row["shape"] = word(interest.value.shape, std::array{"linear", "capped", "points", "step"});
        const bool by_points = interest.value.shape == model::Shape::points;
        row["worst"] = by_points ? Json(nullptr) : exact_json(interest.value.worst);
        row["best"] = by_points ? Json(nullptr) : exact_json(interest.value.best);
        Json& points = row["points"] = Json::array();
        for (const auto& [level, value] : interest.value.points) {
          points.push_back({base::exact_text(level), base::exact_text(value)});
        }
        row["weight"] = weight_json(*a_case.weights_of[p], i);
      }));
    }
  }
  return json;
}

Json positions_json(const model::Case& a_case) {
  return rows_json(a_case.positions, [&](Json& row, const model::Position& position) {
    row["party"] = a_case.at(position.party).origin.id;
    row["date"] = text_or_null(position.date);
    row["kind"] = position.kind;
    row["words"] = position.words;
  });
}

Json sources_json(const model::Case& a_case) {
  Json json = Json::array();
  for (const model::Source& source : a_case.sources) {
    Json row;
    row["id"] = source.id;
    row["title"] = source.title;
    row["address"] = text_or_null(source.address);
    row["date"] = text_or_null(source.date);
    row["access"] = source.access;
    json.push_back(std::move(row));
  }
  return json;
}

/// By the text that they translate.
Json translations_json(const model::Case& a_case) {
  Json json = Json::object();
  for (const model::Translation& translation : a_case.translations) {
    json[translation.text] = translation.ja;
  }
  return json;
}

Json wants_json(const model::Case& a_case) {
  Json json = Json::array();
  for (const model::Condition& want : a_case.wants) json.push_back(condition_json(a_case, want));
  return json;
}

}  // namespace

Json show_json(const model::Case& a_case) {
  const bool by_baselines = a_case.reservation == model::ReservationFrom::baselines;
  Json json;
  json["case"] = a_case.id;
  json["title"] = a_case.title;
  json["question"] = a_case.question;
  json["asked_by"] = text_or_null(a_case.asked_by);
  json["as_of"] = text_or_null(a_case.as_of);
  json["dates"] = a_case.dates;
  json["prepared"] = text_or_null(a_case.prepared);
  json["wants"] = wants_json(a_case);
  json["consent"] = rule_json(a_case, a_case.consent);
  json["reservation"] = by_baselines ? "baselines" : "today";
  json["parties"] = parties_json(a_case);
  json["places"] = places_json(a_case);
  json["gates"] = gates_json(a_case);
  json["refusals"] = refusals_json(a_case);
  json["baselines"] = baselines_json(a_case);
  json["issues"] = issues_json(a_case);
  json["measures"] = measures_json(a_case);
  json["levels"] = levels_json(a_case);
  json["effects"] = effects_json(a_case);
  json["limits"] = limits_json(a_case);
  json["claims"] = claims_json(a_case);
  json["interests"] = interests_json(a_case);
  json["positions"] = positions_json(a_case);
  json["sources"] = sources_json(a_case);
  json["translations"] = translations_json(a_case);
  json["left_out"] = left_out_json(a_case);
  json["not_modelled"] = not_modelled_json(a_case);
  json["reading"] = nullptr;
  json["named_package"] = nullptr;
  json["objections"] = Json::array();
  return json;
}

Json show_json(const model::Case& a_case, const model::Reading& reading,
               const agree::PackageReport& report) {
  Json json = show_json(a_case);
  json["reading"] = reading_json(a_case, reading);
  json["named_package"] = report_json(a_case, report);
  json["objections"] = objections_json(a_case, report);
  return json;
}

}  // namespace nemawashi::io
