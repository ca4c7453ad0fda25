// SPDX-License-Identifier: Apache-2.0
// What every view is given: the answers at the chosen date, the state, and how to say things in the
// chosen language. Long because how names, numbers and dates are said is one thing to every view.

import type { Condition, Package, ReportAnswer, ReportDated } from "./engine/answers";
import { as_number, exact as exact_number, sign, type Exact } from "./engine/exact";
import { isolated } from "./isolated";
import { is_missing, type Found, type Lookup, type Missing } from "./engine/lookup";
import { heard, marked, outcome, rules_of, type Whole } from "./engine/outcome";
import { changes_of, same_package } from "./engine/packages";
import type { Range } from "./engine/range";
import { formats, language_in } from "./language";
import { standing, type Change, type State } from "./state";
import { en, type Words } from "./words/en";
import { ja } from "./words/ja";

export const words_of: Record<State["language"], Words> = { en, ja };

/** One row of a table of the case, by its id. */
type Named = { id: string; name: string };

export class At {
  readonly words: Words;
  readonly dated: ReportDated;
  readonly lookup: Lookup;
  private readonly locale: string;
  private readonly whole: Intl.NumberFormat;
  private readonly long_date: Intl.DateTimeFormat;

  constructor(
    readonly answers: ReportAnswer,
    readonly state: State,
    readonly change: Change,
    lookups: Lookup[],
  ) {
    this.words = words_of[state.language];
    this.dated = answers.dates[state.date]!;
    this.lookup = lookups[state.date]!;
    this.locale = state.language === "ja" ? "ja-JP" : "en-GB";
    this.whole = formats(`whole ${this.locale}`, () => new Intl.NumberFormat(this.locale));
    this.long_date = formats(`date ${this.locale}`, () => new Intl.DateTimeFormat(this.locale, { dateStyle: "long", timeZone: "UTC" }));
  }

  get case() {
    return this.dated.case;
  }

  /** This date's case, then those of the other dates, which name what this one no longer has. */
  private *cases() {
    yield this.case;
    for (const other of this.answers.dates) if (other !== this.dated) yield other.case;
  }

  private translated(text: string): string | undefined {
    for (const { translations } of this.cases()) {
      if (Object.hasOwn(translations, text)) return translations[text];
    }
    return undefined;
  }

  /** A text of the case in the language of the page, as far as the case has it. */
  text(text: string | null | undefined): string {
    if (!text) return "";
    return isolated((this.state.language === "ja" && this.translated(text)) || text);
  }

  /** The language in which `text` will be said, for screen readers. */
  language_of(text: string | null | undefined): State["language"] {
    const translated = this.state.language === "ja" && text && this.translated(text);
    return !text || translated ? this.state.language : language_in(text);
  }

  count(digits: string): string {
    return BigInt(digits) === 0n && this.state.language === "en" ? this.words.page.none : this.digits(digits);
  }

  private digits(digits: string): string {
    return this.whole.format(BigInt(digits));
  }

  /** A count of the answers: with its bounds where the search was stopped. */
  bounded(count: { count: string; exact: boolean; count_at_most?: string }): string {
    if (count.exact) return this.count(count.count);
    return `${this.digits(count.count)}–${this.digits(count.count_at_most ?? count.count)}`;
  }

  bounded_inside(count: { inside_question: string; exact: boolean; inside_question_at_most?: string }): string {
    return this.bounded({
      count: count.inside_question,
      exact: count.exact,
      count_at_most: count.inside_question_at_most,
    });
  }

  /** To the whole from a thousand on, below to `digits` after the first: more would pretend to a
   * precision that nobody has. */
  number(value: number, digits = 3): string {
    if (Math.abs(value) >= 1000) return this.whole.format(Math.round(value));
    return formats(
      `${digits} ${this.locale}`,
      () => new Intl.NumberFormat(this.locale, { maximumSignificantDigits: digits + 1 }),
    ).format(value);
  }

  /** To two digits, however large: of figures that are worked out from rounded ones. */
  about(value: number): string {
    const format = () => new Intl.NumberFormat(this.locale, { maximumSignificantDigits: 2 });
    return formats(`about ${this.locale}`, format).format(value);
  }

  /** A level or a gain, or why there is none. */
  value(value: Exact | Missing, digits = 3): string {
    return is_missing(value) ? this.words.page[value] : this.number(as_number(value), digits);
  }

  /** From the low to the high estimates. */
  range({ low, high }: Range): string {
    return this.words.differs.range(this.value(low), this.value(high));
  }

  /** The same with a sign before what is more than nothing. */
  signed(value: Exact): string {
    return (sign(value) > 0 ? "+" : "") + this.value(value);
  }

  /** Whole percents; of what is less than half of one, its first digit: only nothing is 0 %. */
  percent(share: number): string {
    const little = Math.abs(share) < 0.005;
    const digits = little ? { maximumSignificantDigits: 1 } : { maximumFractionDigits: 0 };
    return formats(
      `percent ${little} ${this.locale}`,
      () => new Intl.NumberFormat(this.locale, { style: "percent", ...digits }),
    ).format(share + 0); // No minus before nothing.
  }

  /** A share as a percentage, or why there is none. */
  share(value: Exact | Missing): string {
    return is_missing(value) ? this.words.page[value] : this.percent(as_number(value));
  }

  /** An exact number of the answers, `3` or `p/q`, for display. */
  exact(text: string | null): string {
    return text === null ? this.words.page.unknown : this.value(exact_number(text));
  }

  /** A date of the case as the language writes it; words are left as they are. */
  date(text: string | null): string {
    if (!text) return "";
    const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
    if (!day) return this.text(text);
    const at = new Date(Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])));
    return this.long_date.format(at);
  }

  as_of(): string {
    return this.dated.as_of ? this.date(this.dated.as_of) : this.words.page.undated;
  }

  list(parts: string[], type: "conjunction" | "disjunction" = "conjunction"): string {
    const listed = new Intl.ListFormat(this.locale, { type }).format(parts);
    return this.state.language === "ja" ? listed.replace(/、?または/, "又は") : listed; // As official papers write it.
  }

  /** The first few of a list, and how many more there are. */
  few(parts: string[], most: number): string {
    if (parts.length <= most) return this.list(parts);
    return this.words.page.and_more(parts.slice(0, most).join(this.words.page.and), String(parts.length - most));
  }

  /** In brackets after something. */
  bracketed(text: string): string {
    return this.state.language === "ja" ? `（${text}）` : ` (${text})`;
  }

  /** One sentence after the other; empty ones are left out. */
  sentences(parts: string[]): string {
    return parts.filter((part) => part).join(this.state.language === "ja" ? "" : " ");
  }

  /** What stands after a text that the page could not translate. */
  untranslated(text: string | null | undefined): string {
    const missing = text && this.language_of(text) !== this.state.language;
    return missing ? this.bracketed(this.words.page.untranslated) : "";
  }

  /** An option that may be named apart from its issue: a short name says little by itself. */
  choice(issue: string, option: string): string {
    const name = this.option(issue, option);
    const says_enough = name.length > (this.state.language === "ja" ? 8 : 16);
    return says_enough ? name : `${this.issue(issue)}${this.words.page.colon}${name}`;
  }

  quoted(text: string): string {
    return this.state.language === "ja" ? `「${text}」` : `“${text}”`;
  }

  party(id: string): string {
    return this.name("parties", id);
  }

  /** The name of a place, for other readers in both scripts, or of a party. */
  bearer(id: string): string {
    const place = this.case.places.find((one) => one.id === id);
    return place ? this.place(place) : this.party(id);
  }

  place(place: { name: string; name_ja: string | null }): string {
    if (!place.name_ja) return this.text(place.name);
    const [name, name_ja] = [isolated(place.name), isolated(place.name_ja)];
    return this.state.language === "ja" ? name_ja : `${name} (${name_ja})`;
  }

  /** The name of a row, of another date where this one does not have it. */
  private name(table: "parties" | "issues", id: string): string {
    for (const one of this.cases()) {
      const found = (one[table] as Named[]).find((row) => row.id === id);
      if (found) return this.text(found.name);
    }
    return id;
  }

  issue(id: string): string {
    return this.name("issues", id);
  }

  option(issue: string, option: string): string {
    for (const { issues } of this.cases()) {
      const found = issues.find((one) => one.id === issue)?.options.find((one) => one.id === option);
      if (found) return this.text(found.name);
    }
    return option;
  }

  /** A row that some date of the case has: this one's, if it does. */
  row<Table extends "measures" | "levels" | "limits" | "interests" | "effects">(table: Table, id: string): ReportDated["case"][Table][number] | undefined {
    for (const one of this.cases()) {
      const found = (one[table] as { id: string }[]).find((row) => row.id === id);
      if (found) return found as ReportDated["case"][Table][number];
    }
    return undefined;
  }

  measure(id: string) {
    return this.row("measures", id)!;
  }

  level(id: string) {
    return this.row("levels", id)!;
  }

  /** Whether the unit of a measure counts 十億: papers in Japanese write 億, so ten times as many. */
  private tenfold(measure: string): boolean {
    return this.state.language === "ja" && this.text(this.measure(measure).unit).startsWith("十億");
  }

  /** The unit in which `scaled` counts. */
  unit(measure: string): string {
    const unit = this.text(this.measure(measure).unit);
    return this.tenfold(measure) ? unit.slice(1) : unit;
  }

  /** An amount of a level, in the unit in which this language counts it. */
  scaled(level: string, value: Exact): Exact;
  scaled(level: string, value: Exact | Missing): Exact | Missing;
  scaled(level: string, value: Exact | Missing): Exact | Missing {
    if (is_missing(value) || !this.tenfold(this.level(level).measure)) return value;
    return { ...value, top: value.top * 10n };
  }

  /** An exact number of the answers that is an amount of a level, `3` or `p/q`. */
  amount(level: string, text: string | null): string {
    return text === null ? this.words.page.unknown : this.value(this.scaled(level, exact_number(text)));
  }

  /** What a level is a level of: the measure, at its bearer. */
  level_name(id: string): string {
    const level = this.level(id);
    const name = this.text(this.measure(level.measure).name);
    const bearer = this.bearer(level.bearer);
    return this.state.language === "ja" ? `${name}〔${bearer}〕` : `${name}, ${bearer}`;
  }

  claim(id: string): string {
    for (const { claims } of this.cases()) {
      const found = claims.find((one) => one.id === id);
      if (found) return this.text(found.text);
    }
    return id;
  }

  columns() {
    return this.dated.columns;
  }

  column_name(number: number): string {
    const column = this.dated.columns[number];
    const page = this.words.page;
    if (!column) return page.composed;
    const name = this.text(column.name ?? "");
    if (column.kind === "unchanged") return name ? page.unchanged_as(name) : page.unchanged;
    if (column.kind === "chosen") return page.chosen;
    if (column.kind === "nearest") {
      const open = this.asks() && this.lookup.wanted(column.package) === false;
      const stopped = this.dated.incomplete.find(({ part }) => part === "columns");
      return (open ? page.nearest_outside(name) : page.nearest_to(name)) + (stopped ? this.bracketed(this.words.first.reasons[stopped.reason]) : "");
    }
    if (column.kind === "step") {
      const [issue] = changes_of(this.standing(), column.package);
      return page.step(issue ? this.choice(issue, column.package[issue]!) : name);
    }
    return name;
  }

  /** The package of a column; -1: the composed one. */
  package_of(number: number): Package {
    return this.dated.columns[number]?.package ?? this.state.composed;
  }

  /** The name of a package: of the column that it is, else that it was composed. */
  package_name(chosen: Package): string {
    const number = this.dated.columns.findIndex((column) => same_package(column.package, chosen));
    return number < 0 ? this.words.page.composed : this.column_name(number);
  }

  /** What a package changes, by the names of its options: at most so many, and how many more. */
  changes(chosen: Package, most = Infinity): string {
    const names = this.decided(chosen).map((issue) => this.quoted(this.choice(issue, chosen[issue]!)));
    return names.length === 0 ? this.words.page.unchanged : this.few(names, most);
  }

  /** By issue, of which options a condition asks for one. */
  condition(when: Condition): string[] {
    return Object.entries(when).map(([issue, options]) => this.list(options.map((option) => this.quoted(this.choice(issue, option))), "disjunction"));
  }

  /** What a limit says: its bound on a level, else its note and what it forbids. */
  limit(id: string): string {
    const limit = this.row("limits", id);
    if (!limit) return id;
    if (!limit.level) {
      const options = this.condition(limit.forbid ?? {});
      const forbidden = options.length > 0 ? this.words.why.forbidden(options.join(this.words.why.together_with)) : id;
      return limit.note ? this.text(limit.note) + this.bracketed(forbidden) : forbidden;
    }
    const { level, at_least, at_most } = limit;
    const amount = (text: string) => `${this.amount(level, text)} ${this.unit(this.level(level).measure)}`.trim();
    const bounds = [at_least && this.words.why.at_least(amount(at_least)), at_most && this.words.why.at_most(amount(at_most))];
    return this.level_name(level) + this.words.page.colon + bounds.filter((bound) => bound).join(this.words.page.and);
  }

  /** The name that the case gives to a package, quoted. */
  given_name(chosen: Package): string | undefined {
    const found = this.dated.brief.packages.find((named) => same_package(named.report.package, chosen));
    return found && this.quoted(this.text(found.name));
  }

  /** Whether the case says what would answer its question. */
  asks(): boolean {
    return this.case.wants.length > 0;
  }

  /** Whether every issue has a default: else there is no package in which nothing is changed. */
  everything_stands(): boolean {
    return this.case.issues.every((issue) => issue.default !== null);
  }

  /** The issues of a package of which something is decided: one without a default is, whatever its option. */
  decided(chosen: Package): string[] {
    const changed = changes_of(this.standing(), chosen);
    return this.case.issues.filter(({ id, default: usual }) => usual === null || changed.includes(id)).map(({ id }) => id);
  }

  /** Each issue at its default, or at its first option where it has none. */
  standing(): Package {
    return standing(this.answers, this.state.date);
  }

  /** What is found of a gate's party on a package. */
  gate_verdict(party: string, chosen: Package): Found | "not_modelled" {
    if (this.case.not_modelled.includes(party)) return "not_modelled";
    return this.lookup.party(party, chosen);
  }

  /** Why what tells of packages is not in the file. */
  why_unlisted(): "stopped" | "too_large" {
    return this.dated.incomplete.find(({ part }) => part === "lookup")?.reason ?? "too_large";
  }

  /** What is found of a party on a package: at its gates, be they set aside, or through a rule that
   * names it; else why nothing is. */
  party_verdict(party: string, chosen: Package): Found | "not_modelled" | "not_asked" | "no_gate" {
    const aside = this.lookup.gates_set_aside(chosen).some((gate) => gate.party === party);
    if (aside || heard(this.lookup, chosen).has(party)) return this.gate_verdict(party, chosen);
    const gates = this.case.gates.map((gate) => gate.party);
    return marked(rules_of(this.dated), gates).has(party) ? "not_asked" : "no_gate";
  }

  verdict(found: keyof Words["verdict"]): string {
    return this.words.verdict[found];
  }

  /** What is found of a package as a whole. */
  package_verdict(chosen: Package): Whole {
    return outcome(this.lookup, chosen).found;
  }

  /** Names of parties, listed. */
  parties(ids: string[]): string {
    return this.list(ids.map((id) => this.party(id)));
  }
}
