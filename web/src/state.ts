// SPDX-License-Identifier: Apache-2.0
// The one record of what the reader has chosen. Every view is a function of it and of the answers;
// nothing else remembers anything. It stands in the address after `#`, so that a view can be kept
// as a bookmark and sent to others.

import type { Package, ReportAnswer, ReportDated } from "./engine/answers";
import { same_package } from "./engine/packages";

export type Language = "en" | "ja";

export interface State {
  /** In which language the page speaks. */
  language: Language;
  /** Which date of the case is read: position in `dates` of the answers. */
  date: number;
  /** The package that the reader composes, reads about and can turn into a statement. */
  composed: Package;
  /** Position of the column against which the consequence table is shaded. */
  reference: number;
  /** Whether columns that another column betters throughout are hidden. */
  hide_dominated: boolean;
  /** Whether rows in which all columns are the same are hidden. */
  hide_same: boolean;
  /** The party whose gains are drawn: its id. */
  party: string;
  /** The two parties of the frontier: their ids. */
  pair: [string, string];
  /** The place whose measures are listed beside the map: its id; empty: all places. */
  place: string;
  /** The room or common cause of the house that fails: its id; empty: none. */
  fails: string;
  /** The member from whom the house is seen: its id; empty: nobody. */
  lens: string;
  /** The level whose origin is open, `measure/bearer`; empty: none. */
  opened: string;
  /** Of which column `opened` is shown; -1: of the composed package. */
  opened_column: number;
  /** Options by which the list of packages that may pass is narrowed. */
  filter: Package;
}

/** What a view asks for when the reader does something. */
export type Change = (change: Partial<State>) => void;

/** The options of a package that differ from what stands, which is what an address needs to say. */
function written(chosen: Package, standing: Package): string {
  return Object.entries(chosen)
    .filter(([issue, option]) => standing[issue] !== option)
    .map(([issue, option]) => `${issue}=${option}`)
    .join(",");
}

function read(text: string, standing: Package, options: Map<string, string[]>): Package {
  const result = { ...standing };
  for (const part of text.split(",")) {
    const [issue = "", option = ""] = part.split("=");
    if (options.get(issue)?.includes(option)) result[issue] = option;
  }
  return result;
}

/** Every issue at its default, or at its first option. */
export function standing(answers: ReportAnswer, date: number): Package {
  const issues = answers.dates[date]?.case.issues ?? [];
  return Object.fromEntries(
    issues.map((issue) => [issue.id, issue.default ?? issue.options[0]?.id ?? ""]),
  );
}

function options_of(answers: ReportAnswer, date: number): Map<string, string[]> {
  const issues = answers.dates[date]?.case.issues ?? [];
  return new Map(issues.map((issue) => [issue.id, issue.options.map((option) => option.id)]));
}

/** The parties of which there is more to read than their gates. */
function parties_with_more({ interests, refusals, positions, parties }: ReportDated["case"]): ReportDated["case"]["parties"] {
  const found = new Set([...interests, ...refusals, ...positions].map((row) => row.party));
  return parties.filter((party) => found.has(party.id));
}

/** The party that is read about first at a date: of a gate, with interests, if there is one. */
function first_party(dated: ReportDated | undefined): string {
  if (!dated) return "";
  const { gates, interests, parties } = dated.case;
  const with_interests = new Set(interests.map((interest) => interest.party));
  const of_gate = gates.find((gate) => with_interests.has(gate.party))?.party;
  return of_gate ?? parties_with_more(dated.case)[0]?.id ?? gates[0]?.party ?? parties[0]?.id ?? "";
}

/** The pair of parties between which the first frontier of a date lies. */
function first_pair(dated: ReportDated | undefined): [string, string] {
  const [a = "", b = ""] = dated?.frontiers[0]?.between ?? [];
  return [a, b];
}

/** The package that is read about first at a date: that of the report, else the first that the case names. */
function first_composed(answers: ReportAnswer, date: number): Package {
  const dated = answers.dates[date];
  const named = dated?.columns.find((column) => column.kind === "named");
  return dated?.chosen ?? named?.package ?? standing(answers, date);
}

/** Where a report opens. */
export function first_state(answers: ReportAnswer): State {
  const dated = answers.dates[0];
  return {
    language: answers.language,
    date: 0,
    composed: first_composed(answers, 0),
    reference: 0,
    hide_dominated: false,
    hide_same: true,
    party: first_party(dated),
    pair: first_pair(dated),
    place: "",
    fails: "",
    lens: "",
    opened: "",
    opened_column: -1,
    filter: {},
  };
}

/** The state as the part of an address after `#`; what is as at first is left out. */
export function fragment_of(state: State, answers: ReportAnswer): string {
  const first = first_state(answers);
  const parts = new URLSearchParams();
  const add = (name: string, value: string, usual: string) => {
    if (value !== usual) parts.set(name, value);
  };
  const base = standing(answers, state.date);
  add("lang", state.language, first.language);
  add("date", answers.dates[state.date]?.as_of ?? "", answers.dates[0]?.as_of ?? "");
  add("package", written(state.composed, base) || "unchanged", written(first_composed(answers, state.date), base) || "unchanged");
  add("reference", String(state.reference), "0");
  add("dominated", state.hide_dominated ? "hidden" : "shown", "shown");
  add("same", state.hide_same ? "hidden" : "shown", "hidden");
  add("party", state.party, first.party);
  add("pair", state.pair.join(","), first.pair.join(","));
  add("place", state.place, "");
  add("fails", state.fails, "");
  add("lens", state.lens, "");
  add("open", state.opened, "");
  add("of", String(state.opened_column), "-1");
  add("list", written(state.filter, {}), "");
  return parts.toString();
}

/** The state with everything that its date does not have let go, as if it had not been chosen. */
function valid(state: State, answers: ReportAnswer): State {
  const dated = answers.dates[state.date]!;
  const has = (rows: { id: string }[] | undefined, id: string) => rows?.some((row) => row.id === id) ?? false;
  const kept = (rows: { id: string }[] | undefined, id: string) => (has(rows, id) ? id : "");
  const column = (number: number, otherwise: number) => (dated.columns[number] ? number : otherwise);
  const options = options_of(answers, state.date);
  const { house } = dated;
  const compared = new Set(dated.frontiers.flatMap((frontier) => frontier.between));
  const [a, b] = state.pair;
  return {
    ...state,
    composed: { ...standing(answers, state.date), ...known(state.composed, options) },
    reference: column(state.reference, 0),
    party: has(dated.case.parties, state.party) ? state.party : first_party(dated),
    pair: a !== b && compared.has(a) && compared.has(b) ? state.pair : first_pair(dated),
    place: kept(dated.case.places, state.place),
    fails: kept([...(house?.arrangements ?? []), ...(house?.common_causes ?? [])], state.fails),
    lens: kept(house?.members, state.lens),
    opened: kept(dated.case.levels, state.opened),
    opened_column: column(state.opened_column, -1),
    filter: known(state.filter, options),
  };
}

/** A number of a column, as an address writes it; what is none is `otherwise`. */
function column_of(text: string | null, otherwise: number): number {
  return text !== null && /^\d+$/.test(text) ? Number(text) : otherwise;
}

/** The state that a fragment says; what it does not say, or says wrongly, is as at first. */
export function state_of(fragment: string, answers: ReportAnswer): State {
  const parts = new URLSearchParams(fragment.replace(/^#/, ""));
  const state = first_state(answers);
  const language = parts.get("lang");
  if (language === "en" || language === "ja") state.language = language;
  const date = answers.dates.findIndex((dated) => dated.as_of === parts.get("date"));
  if (date > 0) state.date = date;
  const options = options_of(answers, state.date);
  const composed = parts.get("package");
  state.composed =
    composed === null ? first_composed(answers, state.date) : read(composed, standing(answers, state.date), options);
  state.reference = column_of(parts.get("reference"), 0);
  state.hide_dominated = parts.get("dominated") === "hidden";
  state.hide_same = parts.get("same") !== "shown";
  state.party = parts.get("party") ?? state.party;
  const pair = parts.get("pair")?.split(",") ?? [];
  if (pair.length === 2) state.pair = [pair[0]!, pair[1]!];
  state.place = parts.get("place") ?? "";
  state.fails = parts.get("fails") ?? "";
  state.lens = parts.get("lens") ?? "";
  state.opened = parts.get("open") ?? "";
  state.opened_column = column_of(parts.get("of"), -1);
  state.filter = read(parts.get("list") ?? "", {}, options);
  return valid(state, answers);
}

/** The options that exist at a date. */
function known(chosen: Package, options: Map<string, string[]>): Package {
  return Object.fromEntries(
    Object.entries(chosen).filter(([issue, option]) => options.get(issue)?.includes(option)),
  );
}

/** The state at another date: what does not exist there is let go. */
export function at_date(state: State, answers: ReportAnswer, date: number): State {
  const first = first_composed(answers, state.date);
  const composed = same_package(state.composed, first) ? first_composed(answers, date) : state.composed;
  const { kind, name } = answers.dates[state.date]!.columns[state.reference] ?? { kind: "", name: null };
  const reference = answers.dates[date]!.columns.findIndex((column) => column.kind === kind && column.name === name);
  return valid({ ...state, date, composed, reference: Math.max(reference, 0), opened: "", opened_column: -1 }, answers);
}
