// SPDX-License-Identifier: Apache-2.0
// Made from ../schema by scripts/types.mjs (npm run types); changed there, not here.

/** Null unless asked for. */
export type AgreeFrontier = null | {
  /** The parties compared. */
  between: Array<Id>;
  /** The set of packages. */
  over: "feasible" | "ratifiable";
  /** Of the ratifiable packages; points are at central weights. */
  certainty: Certainty;
  /** The number of points: different worths. */
  points: number;
  /** How many packages lie on it, ties counted. */
  packages: Decimal;
  /** False: the work was stopped, and points may be missing or bettered. */
  proved: boolean;
  /** At most as many as asked for: one for each point first, by falling worth of the first party, then further ties. */
  members: Array<{
    package: Package;
    worth: Worth;
    /** How many packages attain its point. */
    packages: Decimal;
  }>;
};

/** One level down, for students and reviewers. */
export type AgreeSolutions = {
  /** Null with a reason. */
  nash: null | {
    /** The product of gains of the first of `sets`. */
    value: Number;
    /** How many packages attain it, over all sets. */
    packages: Decimal;
    /** At most as many as asked for. */
    members: Array<Member>;
    sets: Array<{
      /** The parties with a positive gain. */
      gaining: Array<Id>;
      /** The product of their gains; 1 where nobody can gain. */
      value: Number;
      packages: Decimal;
      /** At most as many as asked for. */
      members: Array<Member>;
    }>;
    /** The parties that bargain. */
    bargaining: Array<Id>;
    /** Parties that stand above another one in the tree, and so do not bargain. */
    left_out: Array<Id>;
    /** The size of R0: packages ratifiable at central weights in which no bargaining party has a negative gain. */
    r0_packages: Decimal;
    /** False: the work was stopped, and a better one may exist. */
    proved: boolean;
    /** What is computed, in words. */
    definition: string;
  };
  /** The division of the issues by shares of their options between two parties at which both have equal worth; null unless asked for. */
  adjusted_winner: null | {
    /** The two parties. */
    parties: Array<Id>;
    /** By party, at central weights. */
    worth: Record<string, Number>;
    /** By issue: the exact share of each option that has one; they sum to 1. */
    shares: Record<string, Record<string, Exact>>;
    /** The one issue with two shares; null if none is split. */
    split_issue: null | Id;
    /** Whether both have equal worth; if not, no efficient division gives it. */
    equal: boolean;
    definition: string;
  };
  /** Why a solution is null, as a sentence. */
  reasons: {
    /** Why there is no Nash solution. */
    nash?: string;
    /** Why there is no such solution. */
    kalai_smorodinsky?: string;
    /** Why there is no such solution. */
    egalitarian?: string;
    /** Why there is no such solution. */
    utilitarian?: string;
    /** Why there is no such solution. */
    minimax_regret?: string;
  };
  /** By bargaining party: its best gain in R0; empty if R0 is or nobody bargains. */
  best_gains: Record<string, Number>;
  /** The Kalai-Smorodinsky solution over R0; values are shares of best gains, the least first. Null with a reason. */
  kalai_smorodinsky: AgreeSolution;
  /** The egalitarian solution over R0; values are gains, the least first. Null with a reason. */
  egalitarian: AgreeSolution;
  /** The utilitarian solution over R0; its value is the sum of gains. Null with a reason. */
  utilitarian: AgreeSolution;
  /** The packages of R0 with the least largest regret, which is its value. Null with a reason. */
  minimax_regret: AgreeSolution;
  /** What is known by bounds alone where the search of all packages was stopped; null where nothing was stopped, where nothing is known so, or where the case has at most 100,000,000 packages. */
  by_bounds: null | {
    /** The parties that bargain. */
    bargaining: Array<Id>;
    /** Parties that stand above another one in the tree, and so do not bargain. */
    left_out: Array<Id>;
    /** The greatest product of their gains among packages of R0 in which each of them gains. */
    nash: AgreeOptimum;
    /** The greatest sum of their gains in R0. */
    utilitarian: AgreeOptimum;
  };
};

export type AgreeNearest = Array<{
  certainty: Certainty;
  /** Only packages that answer the question. */
  inside_question: boolean;
  /** How many issues change; null if there is no such package. */
  changed_issues: number | null;
  /** How many are that near. */
  packages: Decimal;
  /** At most as many as asked for. */
  members: Array<Member>;
  /** False: the work was stopped, and a nearer one may exist. */
  proved: boolean;
}>;

/** More packages have the same gain, or sum of gains, as the last one listed. Not told of products. */
export type AgreeListCutInTie = boolean;

/** False: the search was stopped, other packages may belong before or among those listed. */
export type AgreeListProved = boolean;

/** At most as many as asked for, of the certainty asked for. */
export type AgreeList = Array<{
  package: Package;
  worth: Worth;
  /** What the list is ordered by, falling: a party's gain or the product of gains; null in the order as written. */
  rank: NumberOrNull;
}>;

/** Null, or the packages of R0 that attain a solution. */
export type AgreeSolution = null | {
  /** What is compared, the first number first; none where nobody can gain. */
  values: Array<Number>;
  /** How many attain it. */
  packages: Decimal;
  /** The first of them, at most as many as asked for. */
  members: Array<{
    package: Package;
    worth: Worth;
    /** By bargaining party, at central weights. */
    gains: Record<string, Number>;
  }>;
  /** False: the work was stopped, and a better one may exist. */
  proved: boolean;
  /** Whether it takes the scales of the parties for one, which is a convention. */
  compares_scales: boolean;
  /** What is computed, in words. */
  definition: string;
};

/** Null unless asked for. */
export type AgreeSample = null | {
  /** Of the ratifiable packages. */
  certainty: Certainty;
  /** The same seed gives the same packages. */
  seed: Decimal;
  /** How many packages the set has; null if the search was stopped before they were counted. */
  drawn_from: null | Decimal;
  /** In the order drawn; one may come twice. */
  packages: Array<Member>;
  /** Why nothing was drawn, as a sentence; null if it was. */
  reason: string | null;
};

/** The best package found and a bound on what any has, at central weights; null where nothing is known. */
export type AgreeOptimum = null | {
  /** Of the best package found; null: none was found. */
  value: null | Number;
  /** No package has more; null: there is proved to be none. */
  bound: null | Number;
  /** Whether value and bound are equal. */
  proved: boolean;
  package: null | Package;
  /** By bargaining party, at central weights; none without a package. */
  gains: Record<string, Number>;
  /** What is computed, in words. */
  definition: string;
};

/** What could all accept, for one reading of the claims. Nobody's consent is stated here: the model finds objections or finds none. */
export type AgreeAnswer = {
  case: Id;
  /** The date at which the case is read; null: no date. */
  as_of: null | Date;
  /** The sentence that the case asks. */
  question: string;
  /** The options asked about, by issue, where an issue is held to fewer than all of its options; issues that override a gate apart. */
  asked_about: Record<string, Array<Id>>;
  /** What is asked about, issues that override a gate fixed at `no`. */
  packages: Count;
  /** Those that break no limit. */
  feasible: Count;
  ratifiable: RatifiableCounts;
  /** The same with overriding issues settled like others, never mixed with the first; null unless asked for. */
  with_overrides: null | {
    /** What is asked about, issues that override a gate fixed at `no`. */
    packages: Count;
    /** Those that break no limit. */
    feasible: Count;
    ratifiable: RatifiableCounts;
    frontier: AgreeFrontier;
    solutions: AgreeSolutions;
    nearest: AgreeNearest;
    list: AgreeList;
    list_proved: AgreeListProved;
    list_cut_in_tie: AgreeListCutInTie;
    sample: AgreeSample;
  };
  /** How the claims are taken here. */
  reading: Reading;
  /** Contested claims in use, by claim. */
  claims: Record<string, {
    if_true: Counts;
    if_false: Counts;
  }>;
  /** Why nothing inside the question may pass, without overrides; `open` where something does, null where the counts were stopped before they told. */
  why: null | Why;
  /** Why so little passes for all weights. */
  never_certain: Array<{
    party: Id;
    /** Allowed weights at which no such package reaches its reservation and margin; null if it takes several vertices together. */
    weights: null | Weights;
  }>;
  frontier: AgreeFrontier;
  solutions: AgreeSolutions;
  /** To the named package, those that hold for all weights first; empty if none is named. */
  objections: Array<Objection>;
  /** The package that the options asked for name, every other issue at its default; null if they name none. */
  named_package: null | Report;
  nearest: AgreeNearest;
  list: AgreeList;
  list_proved: AgreeListProved;
  list_cut_in_tie: AgreeListCutInTie;
  sample: AgreeSample;
  left_out: LeftOut;
  not_modelled: NotModelled;
  /** How the counts are known. */
  proof: {
    /** `bounded`: the work was stopped; some numbers are bounds. */
    status: "exact" | "bounded";
    /** In words. */
    method: string;
    /** Packages that were not looked at. */
    unvisited: Decimal;
  };
  /** How long the answer took; null inside a brief, which is timed as a whole. */
  seconds: number | null;
};

/** The case as of one date. */
export type BriefDated = {
  /** The date at which the case is read; null: no date. */
  as_of: null | Date;
  /** How much of the whole case is known at the date. */
  known_so_far: {
    gates: BriefKnown;
    refusals: BriefKnown;
    interests: BriefKnown;
    parties_with_interests: BriefKnown;
    /** Half or more of the gates, or of the parties with interests, are not known yet: what is found is no answer to the question. */
    too_little: boolean;
  };
  agree: AgreeAnswer;
  packages: Array<{
    /** Its name. */
    name: string;
    report: Report;
    objections: Array<Objection>;
    expectations: Array<{
      id: Id;
      party: Id;
      expected: Verdict;
      found: Verdict;
      /** Both are the same, and the party is modelled. */
      agrees: boolean;
      /** The party has interests, refusals or a rule; else it counts as yes. */
      modelled: boolean;
      /** The analyst's reason. */
      why: string;
    }>;
  }>;
  steps: Array<{
    issue: Id;
    option: Id;
    /** The step by itself answers the question. */
    inside_question: boolean;
    verdict: ByCertainty;
    objections: Array<Objection>;
  }>;
  /** How many single steps there are. */
  steps_tried: number;
  /** The widest first; then, in no order of width, those of which it was not found out before the search was stopped how many packages may pass. */
  hinges: Array<{
    claim: Id;
    /** Whether a count changes; null: not found out before the search was stopped. */
    counts_change: boolean | null;
    /** With the claim the other way. */
    otherwise: Counts;
    verdicts: Array<{
      /** The name of the package. */
      package: string;
      party: Id;
      from: Verdict;
      to: Verdict;
    }>;
    /** Where it opens the question: what all packages have in common that may then pass inside it, an option an issue. */
    opened_with: Record<string, Id>;
  }>;
  /** Contested claims of which it was not found out before the search was stopped whether they alter a count. */
  not_found_out: Array<Id>;
  /** Only where no single claim opens the question. */
  joint_hinges: Array<{
    claims: Array<Id>;
    /** With both the other way. */
    otherwise: Counts;
  }>;
  /** With every contested claim the other way at once. */
  all_claims_otherwise: Counts;
  /** By overriding issue: the counts with it free and every other override at `no`. */
  overrides_alone: Record<string, Counts>;
};

/** How many are known at the date, and how many are left out as not known yet; a row that is no longer known, or not known yet and with a later version, is in neither. */
export type BriefKnown = {
  /** Known at the date. */
  known: number;
  /** Not known yet at the date. */
  not_yet: number;
};

/** The first screen and what stands behind it, at each date of the case. */
export type BriefAnswer = {
  /** In the order of the case. */
  dates: Array<BriefDated>;
  check: CheckAnswer;
  /** How long the brief took. */
  seconds: number;
};

/** All findings about a case. */
export type CheckAnswer = {
  /** Must be mended before the case can be asked. */
  errors: Array<Finding>;
  /** Should be looked at. */
  warnings: Array<Finding>;
  /** Worth knowing. */
  information: Array<Finding>;
};

/** An id of the case, as its tables write it. */
export type Id = string;

/** A measure at a bearer: `measure/bearer`. */
export type LevelId = string;

/** `YYYY-MM-DD`. */
export type Date = string;

/** A number of packages as a decimal string: it may exceed what a JSON number holds. */
export type Decimal = string;

/** An exact number: an integer, or `p/q` in lowest terms. */
export type Exact = string;

/** An exact number, with a double beside it. */
export type Number = {
  exact: Exact;
  /** A double next to `exact`, for drawing, never for deciding; null beyond the range of doubles. */
  value: number | null;
};

export type NumberOrNull = null | Number;

export type ExactOrNull = null | Exact;

/** Over weights alone: `necessary` for all that are allowed, `possible` for some, `central` at the central ones. */
export type Certainty = "necessary" | "central" | "possible";

/** `no_objection`: the yes is necessary; `objection`: it is not even possible; `cannot_tell`: between. */
export type Verdict = "no_objection" | "objection" | "cannot_tell";

/** How many packages, all of them and those inside the question. */
export type Count = {
  /** All. */
  count: Decimal;
  /** Those that meet one of the conditions of `wants`. */
  inside_question: Decimal;
  exact: true;
} | {
  /** All, at least. */
  count: Decimal;
  /** Inside the question, at least. */
  inside_question: Decimal;
  exact: false;
  count_at_most: Decimal;
  inside_question_at_most: Decimal;
};

/** Packages that are feasible and to which the consent rule over gates says yes. The three are nested. */
export type RatifiableCounts = {
  /** For all weights that are allowed. */
  necessary: Count;
  /** At the central weights (rank-order centroid; middle of intervals). */
  central: Count;
  /** For some weights that are allowed. */
  possible: Count;
};

/** Counts under one reading of the claims. */
export type Counts = {
  /** What is asked about. */
  packages: Count;
  /** Those that break no limit. */
  feasible: Count;
  ratifiable: RatifiableCounts;
};

/** One option for each issue: `{issue: option}`. */
export type Package = Record<string, Id>;

/** A conjunction of option sets, `{issue: [options]}`; no issue: holds always; an empty list: never. */
export type Condition = Record<string, Array<Id>>;

/** A truth value for each claim, by claim. */
export type Reading = Record<string, boolean>;

/** Worth at central weights, on each party's own scale (0 at its worst levels, 1 at its best), by party with interests; null where a level is unknown. Never comparable between parties. */
export type Worth = Record<string, NumberOrNull>;

/** A package of a set. */
export type Member = {
  package: Package;
  worth: Worth;
};

/** Whether the package is ratifiable: no limit broken, and the consent rule holds. */
export type ByCertainty = {
  /** For all weights that are allowed. */
  necessary: boolean;
  /** At the central weights (rank-order centroid; middle of intervals). */
  central: boolean;
  /** For some weights that are allowed. */
  possible: boolean;
};

/** Weights that are not negative and sum to 1, by interest of the party. */
export type Weights = Record<string, Exact>;

/** A gain with weights that attain it. */
export type WeightedNumber = {
  exact: Exact;
  value: number | null;
  weights: Weights;
};

/** Worth less reservation and margin, on the party's own scale; not negative means that it is no worse off than without agreement. */
export type Gain = {
  /** The least over all weights allowed, with the weights that decide. */
  least: WeightedNumber;
  central: WeightedNumber;
  /** The greatest over all weights allowed, with the weights that decide. */
  greatest: WeightedNumber;
  /** By interest of the party. */
  interests: Record<string, {
    /** The level of the measure at the bearer, in its unit. */
    level: Number;
    /** What the level is worth, before its weight. */
    value: Number;
    /** Value less the expected value without agreement. */
    difference: Number;
  }>;
};

/** A party's answer to the package, the same at each of its gates. */
export type PartyAnswer = {
  verdict: Verdict;
  /** False: nothing is stated of the party, so it is counted as yes. */
  modelled: boolean;
  /** It says yes for all its weights. */
  necessary: boolean;
  /** It says yes at its central weights. */
  central: boolean;
  /** It says yes for some of its weights. */
  possible: boolean;
  /** Some weights agree, but only where the gain is exactly 0. */
  only_at_boundary: boolean;
  /** Refusals of its own that hold. */
  refusals: Array<Id>;
  /** Null without interests, or where a level is unknown. */
  gain: null | Gain;
  /** Levels it cares for that are blank, here or without agreement. */
  unknown: Array<LevelId>;
};

/** The package over the readings of the claims that touch it. */
export type Readings = {
  /** Claims that were varied. */
  claims: Array<Id>;
  /** How many readings were tried: 2 to the number of claims. */
  readings: number;
  /** Under how many it breaks no limit. */
  feasible: number;
  /** Under how many it is ratifiable. */
  ratifiable: {
    /** For all weights that are allowed. */
    necessary: number;
    /** At the central weights (rank-order centroid; middle of intervals). */
    central: number;
    /** For some weights that are allowed. */
    possible: number;
  };
  /** Under `every`, `some` or `none` of the readings; null where more claims touch it than were varied and those varied do not settle it. */
  verdict: {
    /** For all weights that are allowed. */
    necessary: "every" | "some" | "none" | null;
    /** At the central weights (rank-order centroid; middle of intervals). */
    central: "every" | "some" | "none" | null;
    /** For some weights that are allowed. */
    possible: "every" | "some" | "none" | null;
  };
  /** More claims touch the package than were varied. */
  bounded: boolean;
  /** By party: under how many readings an objection is found. */
  objection_found: Record<string, number>;
  /** By party, where there is such a claim: an objection is found exactly in the readings that give it this value. */
  decided_by: Record<string, {
    claim: Id;
    value: boolean;
  }>;
};

/** What is found about one package. */
export type Report = {
  package: Package;
  /** It meets one of the conditions of `wants`. */
  inside_question: boolean;
  /** It breaks no limit. */
  feasible: boolean;
  broken_limits: Array<Id>;
  verdict: ByCertainty;
  /** By party. */
  answers: Record<string, PartyAnswer>;
  readings: Readings;
};

/** One reason why a gate does not say yes for certain: a refusal that holds, a worth or a rule. */
export type Objection = {
  party: Id;
  gate: Id;
  /** The refusal that holds, if it is one. It is never traded against worth. */
  refusal: null | Id;
  /** Whether an objection is found or one cannot tell. */
  verdict: "objection" | "cannot_tell";
  /** By worth: what is missing at the most favourable weights (objection) or the least favourable (cannot_tell), on the party's own scale; null for refusals, rules and unknown levels. */
  short_by: NumberOrNull;
  /** The reason as a sentence without its final stop. */
  because: string;
  /** By worth: what the party loses in, the heaviest loss first. */
  over: Array<LevelId>;
  /** Levels that are blank. */
  unknown: Array<LevelId>;
  /** Not enough of the parties that its rule asks for say yes. */
  by_rule: boolean;
  /** True: the package sets this gate aside; the objection remains. */
  overridden: boolean;
};

/** Something wrong with an input, where, and how to mend it. */
export type Finding = {
  /** Stable and kebab-case. */
  code: string;
  /** The table, or `arguments`; null where the finding is wider. */
  table: string | null;
  /** The line in the table's file (1 is the header); null where the finding is wider than a row. */
  row: number | null;
  /** The column, or the argument; null where the finding is wider. */
  column: string | null;
  /** What is wrong. */
  message: string;
  /** How to mend it; empty if nothing needs to be done. */
  mend: string;
};

/** Rows that are not known yet at the date, are replaced, or rest on one that is left out. */
export type LeftOut = Array<{
  /** The table of the row. */
  table: string;
  /** Its line in the table's file. */
  row: number;
  id: Id;
  /** Why. */
  because: string;
}>;

/** Parties of gates that have neither interests, refusals nor a rule: they count as yes. */
export type NotModelled = Array<Id>;

/** A test that can be given up, by kind and id (of the party, the refusal or the limit). */
export type Element = {
  /** A party's worth test, a refusal, or a limit. */
  kind: "worth" | "refusal" | "limit";
  id: Id;
};

/** An element of a relaxation, with what is missing. */
export type MissedElement = {
  /** A party's worth test, a refusal, or a limit. */
  kind: "worth" | "refusal" | "limit";
  id: Id;
  /** The least that is missing, the others of the set given up in full; null for refusals and forbidden conditions, for a party whose refusal is given up too, and where it is not known. Different units are never ranked together. */
  amount: NumberOrNull;
  /** `worth` (of the party's own scale), the unit of the measure, or null. */
  unit: string | null;
  /** Which bound of a limit on a level would move. */
  bound: "at_least" | "at_most" | null;
  /** Of a relaxation: what is missing in its witness, where there is a least amount. */
  in_witness?: NumberOrNull;
};

/** Why no package inside the question is ratifiable, for one certainty and one reading. */
export type Why = {
  certainty: Certainty;
  /** Some package is: then nothing is missing, and both lists are empty. */
  open: boolean;
  /** False: a bound or the time was reached; there may be more of both. */
  complete: boolean;
  /** The tests that were looked at, each kind by id. */
  elements: Array<{
    /** A party's worth test, a refusal, or a limit. */
    kind: "worth" | "refusal" | "limit";
    id: Id;
    /** Of a worth test or a refusal. */
    party: null | Id;
    /** The gates of that party. */
    gates: Array<Id>;
    /** The claims that it rests on. */
    claims: Array<Id>;
    /** The test in words. */
    because: string;
  }>;
  /** Irreducible sets of elements such that no package passes with all others given up; by number of elements. */
  conflicts: Array<{
    /** Its elements. */
    elements: Array<Element>;
    /** In words. */
    sentence: string;
  }>;
  /** Minimal sets of elements whose giving up opens R; by number of elements. */
  relaxations: Array<{
    /** Its elements. */
    elements: Array<MissedElement>;
    /** How many packages it opens, inside the question. */
    packages: Decimal;
    /** The first of them. */
    witness: Package;
    /** In words. */
    sentence: string;
  }>;
};

/** What is said of the package. */
export type DiffVerdicts = {
  /** It breaks no limit. */
  feasible: boolean;
  consent: Verdict;
  /** Of each party of a gate that the package asks, by party; null: not modelled, counted as yes. */
  parties: Record<string, null | Verdict>;
  /** The same of each party whose gate the package sets aside: an objection of it remains. */
  overridden: Record<string, null | Verdict>;
};

/** What changed between two versions or dates of a case, and what that changes in the answer. */
export type DiffAnswer = {
  /** The first. */
  before: {
    case: Id;
    /** The date at which it is read. */
    as_of: null | Date;
  };
  /** The second. */
  after: {
    case: Id;
    /** The date at which it is read. */
    as_of: null | Date;
  };
  /** In the order of the tables and rows. */
  rows: Array<{
    /** The table. */
    table: string;
    /** The row. */
    id: string;
    /** Known in the second alone, in the first alone, or in both with other cells. A row that takes the place of another one (an interest of the same party in the same level, a party of the same name) is changed too. */
    kind: "added" | "removed" | "changed";
    /** What the row says, where it says something in words or names: of the second, of the first where it is removed. A note is none. */
    words: string;
    /** The party whose row it is; null: no party's. */
    party: null | Id;
    /** Of a changed row. The first is `id` where it takes the place of another row; `known_from`, `known_until` and `note` are then left out. */
    cells: Array<{
      /** The column. */
      column: string;
      /** The text before. */
      before: string;
      /** The text after. */
      after: string;
    }>;
  }>;
  /** A count before and after. */
  counts: {
    before: Counts;
    after: Counts;
  };
  packages: Array<{
    /** Its name. */
    name: string;
    before: DiffVerdicts;
    after: DiffVerdicts;
    /** Whether it stands for the same options in both. */
    same: boolean;
  }>;
  /** Single steps from what stands that may pass, by `issue=option`. */
  steps: {
    before: Array<string>;
    after: Array<string>;
  };
  /** Each of these steps that may pass in one of the two alone: those that may pass before first. */
  step_changes: Array<{
    /** The step, `issue=option`. */
    step: string;
    /** Where it may pass; the rest is found in the other. */
    may_pass: "before" | "after";
    /** An objection; excluded by a limit; what stands there, so that it is no step; or its option, or a default of its issue, is not there. */
    found: "objection" | "excluded" | "stands" | "not_there";
    /** The parties that object there, also where a limit excludes it. */
    parties: Array<Id>;
    /** The limits that exclude it there. */
    limits: Array<Id>;
  }>;
  /** False: stopped early, some counts are bounds. */
  complete: boolean;
  /** How long it took; null where the answer is part of another. */
  seconds: number | null;
};

/** A double, or null where it is not known. */
export type FloorsNumberOrNull = number | null;

/** Events by name. */
export type FloorsNames = Array<string>;

/** Minimal sets of events. */
export type FloorsSets = {
  /** A decimal string: how many; at least so many where `exact` is false. */
  count: Decimal;
  /** False where they could not be counted. */
  exact: boolean;
  /** The first of them, as `--list` asked. */
  sets: Array<{
    /** Its events. */
    events: FloorsNames;
    /** That all of them fail (of a path set: that none does); null where one has none. */
    probability: FloorsNumberOrNull;
  }>;
};

/** Of one event for the top. Ratios are null where what is below is 0. */
export type FloorsImportance = {
  /** By name. */
  event: string;
  /** That it occurs. */
  probability: number;
  /** The top's probability if the event occurs, less that if it does not. */
  birnbaum: number;
  /** Birnbaum times the event's probability divided by the top's. */
  criticality: FloorsNumberOrNull;
  /** The probability that a minimal cut set with the event occurs, divided by the top's; null also where it takes long and was not asked for. */
  fussell_vesely: FloorsNumberOrNull;
  /** The top's probability if the event occurs, divided by the top's. */
  risk_achievement_worth: FloorsNumberOrNull;
  /** The top's probability divided by that if the event does not occur. */
  risk_reduction_worth: FloorsNumberOrNull;
};

/** One top event, in one phase where there are phases. */
export type FloorsFunction = {
  /** The top event; with its path where two have one name. */
  name: string;
  /** Of cases alone: null for fault trees. */
  member: null;
  /** In which the top is defined. */
  fault_tree: string | null;
  /** Of which the phase is a part; null where the files have none. */
  alignment: string | null;
  /** In which the top is answered: its house events, its part of the mission time. */
  phase: string | null;
  /** Basic events that the top asks, directly or through gates; 0 also where the work stopped before this was begun. */
  events: number;
  /** That it fails; null where an event has none, or the work did not come so far. */
  probability: FloorsNumberOrNull;
  /** The same as a fraction, where every event's is a decimal and they are few. */
  probability_exact: ExactOrNull;
  /** Minimal sets that make it fail. */
  cut_sets: FloorsSets;
  /** Minimal sets that keep it from failing. */
  path_sets: FloorsSets;
  /** By name of the event; empty without probabilities. */
  importance: Array<FloorsImportance>;
  /** Events that have none. */
  without_probability: FloorsNames;
  /** Whether all was found, or the work was stopped, or the diagrams found no room. */
  ending: "complete" | "stopped" | "no_room";
  /** Of the decision diagrams, all modules together. */
  diagram_nodes: number;
};

/** What a structure rests on. Of fault trees: one function a top event, which fails. */
export type FloorsAnswer = {
  /** One a top event: a gate that no other gate of its fault tree asks. */
  functions: Array<FloorsFunction>;
  /** Of cases alone: null for fault trees. */
  contingencies: null;
  /** Of cases alone: null for fault trees. */
  gaps: null;
  /** Of cases alone: null for fault trees. */
  load: null;
  /** Of cases alone: null for fault trees. */
  next: null;
  /** Hours for which rates of failure count. */
  mission_time: number;
  /** Whether groups with common causes were written out, or each member taken as one independent event. */
  common_causes: "as_one_event" | "written_out";
  /** Groups that were not written out. */
  common_cause_groups_left: number;
  /** Of the reading. */
  warnings: Array<Finding>;
  /** False where a function's work was stopped or found no room. */
  complete: boolean;
  /** Of the wall clock, after reading. */
  seconds: number;
};

/** A double, or null where it is not known. */
export type HouseDoubleOrNull = number | null;

/** Rising: on paper, meets, acts, has acted. */
export type HouseStrength = "paper" | "meets" | "acts" | "has_acted";

/** Null: nothing stands. */
export type HouseStrengthOrNull = "paper" | "meets" | "acts" | "has_acted" | null;

/** A function for a member. */
export type HouseFunctionOf = {
  /** The function. */
  name: Id;
  /** A party or place. */
  member: Id;
};

/** One state of the house beside another. Contingencies count as answered where something that covers them stands and at least acts. */
export type HouseChange = {
  /** Arrangements that stood and do not now, by floor. */
  fallen: Array<Id>;
  /** The other way round. */
  risen: Array<Id>;
  /** Functions of members that nothing provides any more. */
  functions_lost: Array<HouseFunctionOf>;
  /** The other way round. */
  functions_gained: Array<HouseFunctionOf>;
  /** Contingencies that were answered. */
  unanswered: Array<Id>;
  /** Contingencies that were not. */
  answered: Array<Id>;
  /** Contingencies still answered, less firmly. */
  weaker: Array<Id>;
  /** Contingencies answered before too, now more firmly. */
  firmer: Array<Id>;
  /** Pairs of members that had a function together and no longer do, function by function. */
  pairs_lost: number;
  /** Pairs of members that have a function together and did not before, function by function. */
  pairs_gained: number;
};

/** Minimal sets of components: arrangements and common causes. */
export type HouseSets = {
  /** A decimal string: how many; at least so many where `exact` is false. */
  count: Decimal;
  /** False where they could not be counted. */
  exact: boolean;
  /** The first of them, fewest components first, as `--list` asked. */
  sets: Array<Array<Id>>;
};

/** Of one component for losing the function. Ratios are null where what is below is 0. */
export type HouseImportance = {
  /** An arrangement or a common cause. */
  component: Id;
  /** That it fails by itself, or occurs. */
  probability: Number;
  /** The function's probability of being lost if it fails, less that if it does not. */
  birnbaum: number;
  /** Birnbaum times its probability divided by the function's. */
  criticality: HouseDoubleOrNull;
  /** The probability that a minimal cut set with it occurs, divided by the function's. */
  fussell_vesely: HouseDoubleOrNull;
  /** The function's probability if it fails, divided by the function's. */
  risk_achievement_worth: HouseDoubleOrNull;
  /** The function's probability divided by that if it does not fail. */
  risk_reduction_worth: HouseDoubleOrNull;
};

/** A row of `rests_on`. */
export type HouseSupport = {
  id: Id;
  /** Over arrangements, as the tables write it. */
  rule: string;
  /** The arrangements of the rule. */
  on: Array<Id>;
  /** The claim that it rests on. */
  claim: null | Id;
  /** False where its claim is read as false. */
  counts: boolean;
  /** Sources of the row. */
  sources: Array<Id>;
  /** Read in the source, worked out from sourced rows, or the analyst's assumption. */
  basis: "sourced" | "derived" | "assumed";
  /** The reason, in words. */
  note: string | null;
};

/** A room of the house. */
export type HouseArrangement = {
  id: Id;
  /** Its name. */
  name: string;
  /** 1 is the lowest. */
  floor: number;
  /** Parties or places. */
  members: Array<Id>;
  /** What it is for. */
  functions: Array<Id>;
  /** A year or a day. */
  founded: string | null;
  /** A year or a day. */
  first_acted: string | null;
  /** As it is coded; of a proposed one: as it is meant to be. */
  strength: HouseStrength;
  /** The reason for the strength. */
  why: string;
  /** As the tables have it. */
  status: "exists" | "proposed";
  /** `{issue: [options]}`: the options under which it exists. */
  exists_if: null | Record<string, Array<Id>>;
  /** In this answer, by `options_taken`, `with` and `without`. */
  exists: boolean;
  /** It exists and all that it rests on stands. */
  stands: boolean;
  /** Of its best way down: that of the weakest arrangement on it. */
  firmness: HouseStrengthOrNull;
  /** Row by row; all rows that count must hold. */
  rests_on: Array<HouseSupport>;
  /** Those that take it. */
  common_causes: Array<Id>;
  /** That it fails by itself. */
  probability: NumberOrNull;
  /** Of founding it, or of making it act. */
  cost: NumberOrNull;
  /** Sources of the row. */
  sources: Array<Id>;
  /** Read in the source, worked out from sourced rows, or the analyst's assumption. */
  basis: "sourced" | "derived" | "assumed";
  /** The reason, in words. */
  note: string | null;
};

/** A function for a member; it is lost where all that provide it fall. */
export type HouseFunction = {
  /** The function. */
  name: Id;
  /** A party or place. */
  member: Id;
  /** The firmness of the firmest arrangement that provides it. */
  best: HouseStrengthOrNull;
  /** Arrangements that provide it and stand. */
  providers: Array<Id>;
  /** The greatest number of path sets no two of which share anything; two bounds where it is not proved. */
  independent_paths: {
    /** Found. */
    at_least: number;
    /** Proved. */
    at_most: number;
  };
  /** Arrangements and common causes that it asks, directly or through others. */
  components: number;
  /** That it is lost; null where a component has none. */
  probability: HouseDoubleOrNull;
  /** The same as a fraction. */
  probability_exact: ExactOrNull;
  /** Minimal sets of failures that take it away. One of a single component is a single point of failure. */
  cut_sets: HouseSets;
  /** Minimal sets that keep it; a common cause in one stays away. */
  path_sets: HouseSets;
  /** Empty without probabilities. */
  importance: Array<HouseImportance>;
  /** Components that have none. */
  without_probability: Array<Id>;
  /** Whether all was found, or the work was stopped, or the diagrams found no room. */
  ending: "complete" | "stopped" | "no_room";
  /** Of the decision diagrams. */
  diagram_nodes: number;
};

/** Where a function is asked for. */
export type HouseContingency = {
  id: Id;
  /** What happened, or might. */
  name: string;
  /** The function asked for. */
  function: Id;
  /** Where; or `members`. */
  place: null | Id;
  /** Between whom. */
  members: Array<Id>;
  /** Within how many hours. */
  hours: NumberOrNull;
  /** The year or day it happened. */
  date: string | null;
  /** What it cost, in words. */
  toll: string | null;
  /** The firmness of the firmest arrangement that covers it. */
  best: HouseStrengthOrNull;
  /** `best` is at least `acts`. */
  answered: boolean;
  /** Arrangements that cover it and stand. */
  standing: Array<Id>;
  /** Arrangements that would cover it and do not exist. */
  proposed: Array<Id>;
  /** Of those that exist: founded before its date, as far as both dates say. */
  existed_then: Array<Id>;
  /** Of those that exist: acted before its date. */
  had_acted: Array<Id>;
  /** Sources of the row. */
  sources: Array<Id>;
  /** Read in the source, worked out from sourced rows, or the analyst's assumption. */
  basis: "sourced" | "derived" | "assumed";
  /** The reason, in words. */
  note: string | null;
};

/** A step. */
export type HouseStep = {
  /** Found what does not exist, or make act what does. */
  kind: "found" | "strengthen";
  arrangement: Id;
  /** 1 where the case states none. */
  cost: Number;
};

/** What the arrangements of a case rest on, what they are for, and what follows when one fails. Fault trees: floors.schema.json. */
export type HouseAnswer = {
  case: Id;
  as_of: Date;
  /** `{issue: option}`, of the issues on which some arrangement depends. */
  options_taken: Record<string, Id>;
  /** `{claim: bool}`. */
  reading: Record<string, boolean>;
  /** Arrangements taken to exist, as `--with` asked. */
  with: Array<Id>;
  /** Of all arrangements. */
  members: Array<{
    id: Id;
    /** Its name. */
    name: string;
  }>;
  /** The functions by themselves. */
  purposes: Array<{
    id: Id;
    /** In a few words. */
    name: string;
    /** Gaps of two members; all of them, though `gaps` lists at most 1,000 of a function. */
    pairs: number;
    /** Gaps of three members, likewise. */
    triples: number;
    /** False: stopped, there may be more gaps. */
    exact: boolean;
    /** Members that some arrangement, existing or not, would give the function, and that have nothing which stands and at least meets. */
    without: Array<Id>;
  }>;
  /** All rooms, also those that do not exist here. */
  arrangements: Array<HouseArrangement>;
  /** What takes several at once. */
  common_causes: Array<{
    id: Id;
    /** What happens. */
    name: string;
    /** Those that fall with it. */
    arrangements: Array<Id>;
    /** That it occurs. */
    probability: NumberOrNull;
    /** Sources of the row. */
    sources: Array<Id>;
    /** Read in the source, worked out from sourced rows, or the analyst's assumption. */
    basis: "sourced" | "derived" | "assumed";
    /** The reason, in words. */
    note: string | null;
  }>;
  /** By function and member, where some arrangement, existing or not, provides it. */
  functions: Array<HouseFunction>;
  /** In the order of the table. */
  contingencies: Array<HouseContingency>;
  /** Pairs of members that each have a function through something that at least meets, and do not have it together; triples of which each pair has. Of each function the first 1,000, pairs first; `purposes` counts all. */
  gaps: Array<{
    function: Id;
    /** Two or three. */
    members: Array<Id>;
    /** Something has them all, but does not meet. */
    on_paper: boolean;
  }>;
  /** What each failure alone takes away, heaviest first. */
  load: Array<{
    component: Id;
    /** No longer answered. */
    contingencies: number;
    /** Functions of members that are lost. */
    functions: number;
    /** Pairs that have something no longer together. */
    pairs: number;
    /** That fall, itself included. */
    arrangements: number;
  }>;
  /** The same in full, of every arrangement that stands and every common cause of one. */
  falls: Array<{
    component: Id;
    change: HouseChange;
  }>;
  /** What `--without` asked, and what that changed; all else is then said of the house after it. Null otherwise. */
  without: null | {
    /** Arrangements and common causes. */
    components: Array<Id>;
    change: HouseChange;
  };
  /** What to found or strengthen. */
  next: {
    /** As `--budget` asked. */
    budget: Number;
    /** Each alone, best first. */
    steps: Array<{
      /** Found what does not exist, or make act what does. */
      kind: "found" | "strengthen";
      arrangement: Id;
      /** 1 where the case states none. */
      cost: Number;
      change: HouseChange;
    }>;
    /** The best set within the budget. */
    best: {
      /** None: nothing brings anything. */
      steps: Array<HouseStep>;
      /** Together. */
      cost: Number;
      /** Every affordable set was tried. */
      proved: boolean;
      /** The search was stopped: there may be more steps and better sets. */
      stopped: boolean;
      change: HouseChange;
    };
  };
  /** Claims on which rows of `rests_on` rest: the house as the claim is read, and the other way. */
  claims: Array<{
    claim: Id;
    /** The claim. */
    text: string;
    /** How it is read here. */
    as_read: boolean;
    /** Rows of `rests_on`. */
    rows: Array<Id>;
    /** Of the house as it is, with the claim the other way. */
    change: HouseChange;
    /** Failures that change something else then, or nothing any more. */
    falls: Array<{
      component: Id;
      as_read: HouseChange;
      otherwise: HouseChange;
    }>;
  }>;
  /** Each other option of an issue on which some arrangement depends. */
  options: Array<{
    issue: Id;
    option: Id;
    change: HouseChange;
  }>;
  /** False where a function's work was stopped or found no room. */
  complete: boolean;
  /** Of the wall clock, after reading. */
  seconds: number;
};

/** A node of `nodes`: the packages in a set; null: too large to be listed. */
export type ReportRoot = number | null;

/** Null: too large to be listed. */
export type ReportTables = null | {
  denominator: string;
  constant: ReportWhole;
  tables: Array<{
    issues: Array<Id>;
    values: Array<ReportWhole>;
  }>;
};

/** The case at one date. */
export type ReportDated = {
  /** The date; null: none. */
  as_of: null | Date;
  /** The package that the report was asked to begin with, as it is at the date; null: none. */
  chosen: null | Package;
  /** Parts of which something is missing or only bounded; empty: all is there that was asked for. */
  incomplete: Array<{
    /** The counts; the hinges and overrides; columns of nearest packages; packages that may pass; what is looked up of any package; why nothing passes; the frontiers; what rests on what. */
    part: "counts" | "hinges" | "columns" | "passing" | "lookup" | "why" | "frontiers" | "house";
    /** Stopped on request or by the time limit; or too large for the file or for the bounds of a search. */
    reason: "stopped" | "too_large";
  }>;
  case: ShowAnswer;
  brief: BriefDated;
  why: WhyAnswer;
  /** Of what stands, of the package that the report was asked to begin with, and of those that the case names. */
  smallest_changes: Array<{
    from: Package;
    changes: Array<{
      party: Id;
      /** Which are met. */
      objections: Array<Element>;
      /** The fewest, or null if nothing does it. */
      changed_issues: number | null;
      /** How many packages change so few. */
      packages: Decimal;
      /** The first of them. */
      members: Array<Package>;
      /** Limits that the first member breaks, as the package does. */
      still_breaks: Array<Id>;
      /** Parties that the first member asks and that object to it. */
      still_objecting: Array<Id>;
      /** The first member asks the party. */
      still_asked: boolean;
      /** The first member answers the question. */
      answers_question: boolean;
      /** The search was finished. */
      proved: boolean;
      /** In words. */
      sentence: string;
    }>;
  }>;
  columns: Array<{
    /** Nothing is changed: every issue at its default; chosen for the report; named in the expectations; nearest to a named one that passes; an early step; a point of a frontier. */
    kind: "unchanged" | "chosen" | "named" | "nearest" | "step";
    /** Its name in the case if it has one, or the name of the package that it is nearest to. */
    name: string | null;
    package: Package;
  }>;
  frontiers: Array<{
    between: Array<Id>;
    /** Of which packages. */
    over: "feasible" | "ratifiable";
    certainty: Certainty;
    /** False: the search was stopped. */
    proved: boolean;
    /** How many points there are; fewer may be listed. */
    count: number;
    points: Array<{
      /** At central weights, by party. */
      worth: Array<number>;
      /** How many attain it. */
      packages: string;
      /** The first of them. */
      members: Array<Package>;
    }>;
    /** Worth that each expects without agreement, margin included, at central weights. */
    reservations: Array<number | null>;
  }>;
  /** Pairs of parties for which no frontier was looked for, since there are many. */
  frontier_pairs_left_out: number;
  /** Packages that may pass every gate, as written. */
  passing: {
    /** How many there are, at least. */
    count: string;
    /** False: the search was stopped, and `count_at_most` says how many there can be. */
    exact: boolean;
    /** Where `count` is not exact. */
    count_at_most?: string;
    /** By issue, in the order of the case: how many letters its option takes; one for up to 62 options. */
    letters: Array<number>;
    /** By issue in turn, the number of its option in letters `0`..`9`, `a`..`z`, `A`..`Z`, the least digit last. Fewer than `count` where the list was cut. */
    packages: Array<string>;
    /** How many of the listed, which come first, answer the question. */
    inside_question: number;
  };
  /** What is said of any package, to be looked up (engine/agree/lookup.h). */
  lookup: {
    /** The variables of the diagram, in the order in which it asks them; options are numbered as in the case. */
    issues: Array<Id>;
    /** By number: the variable, then the number of the next node for each option. 0 is no, 1 is yes. */
    nodes: Array<Array<number>>;
    wanted: ReportRoot;
    /** For all weights, and for some. */
    ratifiable: {
      necessary: ReportRoot;
      possible: ReportRoot;
    };
    /** Ratifiable, and answers the question. */
    answers: {
      necessary: ReportRoot;
      possible: ReportRoot;
    };
    /** Where a limit is kept, by limit. */
    limits: Record<string, ReportRoot>;
    /** Those in force under the reading. */
    refusals: Array<Id>;
    /** By party. */
    parties: Record<string, {
      /** Its yes. */
      yes: {
        necessary: ReportRoot;
        possible: ReportRoot;
      };
      /** Its worth test alone. */
      worth: {
        necessary: ReportRoot;
        possible: ReportRoot;
      };
      margin: Exact;
      interests: Array<{
        interest: Id;
        /** Whether its level is known before any decision and without agreement. */
        known: boolean;
        difference: ReportTables;
      }>;
      /** Central weights, by interest. */
      central: Array<Exact>;
      /** The weights among which its least and greatest gain are; null: too many to be listed. */
      vertices: null | Array<Array<Exact>>;
    }>;
    /** By level. */
    levels: Record<string, {
      tables: ReportTables;
      /** False: a blank base leaves it unknown. */
      known_today: boolean;
      /** Any of which leaves it unknown. */
      unknown_when: Array<Condition>;
    }>;
  };
  /** What its arrangements rest on, at the defaults; null: it has none. Its seconds are those of the report. */
  house: null | HouseAnswer;
  framing: Array<{
    /** The word of the case. */
    subject: string;
    issues: Array<Id>;
    /** Those that its issues change most often. */
    measures: Array<Id>;
    /** Those that its issues alone decide whether to ask. */
    gates: Array<Id>;
  }>;
};

/** A whole number; in digits where a double would not hold it. */
export type ReportWhole = number | string;

/** Everything that the page of a report shows. */
export type ReportAnswer = {
  /** The version of this form. */
  nemawashi_report: 1;
  /** Of the program. */
  version: string;
  /** In which the page opens. */
  language: "en" | "ja";
  /** Nothing of it was stopped or left out: `incomplete` is empty at every date. */
  complete: boolean;
  /** In the order of the case. */
  dates: Array<ReportDated>;
  /** Between each date and the one before it. */
  changes: Array<DiffAnswer>;
  /** How long the answers took. */
  seconds: number;
};

/** Whose yes is enough: an id, or yes where the weights of the parts that say yes add up to at least the threshold. */
export type ShowRule = Id | {
  kind: "all" | "any" | "at_least" | "votes";
  threshold: Exact;
  parts: Array<{
    weight: Exact;
    rule: ShowRule;
  }>;
};

/** The case as it was understood at its date, every reference looked up; with options given, also who objects to the package they name. */
export type ShowAnswer = {
  case: Id;
  /** Title. */
  title: string;
  /** The sentence that the case asks. */
  question: string;
  /** Who asks. */
  asked_by: string | null;
  /** The date at which the case is read; null: no date. */
  as_of: null | Date;
  /** All dates at which `brief` reads the case. */
  dates: Array<Date>;
  /** Who made the case, when, knowing what. */
  prepared: string | null;
  /** A package answers the question if any of these holds; none: every package does. */
  wants: Array<Condition>;
  /** Over gates. */
  consent: ShowRule;
  /** What gains are measured against. */
  reservation: "baselines" | "today";
  parties: Array<{
    id: Id;
    /** Office or group, not a person. */
    name: string;
    /** The party above it. */
    parent: null | Id;
    kind: "office" | "constituency" | "organisation";
    /** Who wrote its interests. */
    interests_by: "elicited" | "own_submission" | "analyst" | null;
    /** Over parties; must hold for its yes. */
    rule: null | ShowRule;
    /** What its gain must reach, on its own scale. */
    margin: Exact;
    /** What worth is multiplied by at the deadline. */
    discount: ExactOrNull;
    /** It has interests, refusals or a rule; else it counts as yes. */
    modelled: boolean;
    /** Sources of the row. */
    sources: Array<Id>;
    /** Read in the source, worked out from sourced rows, or the analyst's assumption. */
    basis: "sourced" | "derived" | "assumed";
    /** The reason, in words. */
    note: string | null;
  }>;
  places: Array<{
    id: Id;
    /** Name. */
    name: string;
    /** Name in Japanese. */
    name_ja: string | null;
    /** Codes of its prefectures or municipalities in Japan (JIS X 0401, X 0402). */
    boundary: Array<string>;
    /** Residents. */
    population: null | Exact;
    /** When they were counted. */
    population_year: string | null;
    /** The place that contains it. */
    parent: null | Id;
    /** Sources of the row. */
    sources: Array<Id>;
    /** Read in the source, worked out from sourced rows, or the analyst's assumption. */
    basis: "sourced" | "derived" | "assumed";
    /** The reason, in words. */
    note: string | null;
  }>;
  gates: Array<{
    id: Id;
    party: Id;
    /** The act that law or practice needs. */
    act: string;
    /** Where it does not hold, the gate is open. */
    when: Condition;
    kind: "legal" | "budget" | "political" | "operational";
    /** By when. */
    date: string | null;
    /** The issue whose option `yes` overrides it. */
    overridden_by: null | Id;
    /** Sources of the row. */
    sources: Array<Id>;
    /** Read in the source, worked out from sourced rows, or the analyst's assumption. */
    basis: "sourced" | "derived" | "assumed";
    /** The reason, in words. */
    note: string | null;
  }>;
  refusals: Array<{
    id: Id;
    party: Id;
    when: Condition;
    /** Quoted or summarised. */
    words: string;
    /** When they were said. */
    date: string | null;
    /** Withdrawn ones are shown, never used. */
    status: "stated" | "withdrawn";
    /** The claim that it rests on. */
    if_claim: null | Id;
    /** Sources of the row. */
    sources: Array<Id>;
    /** Read in the source, worked out from sourced rows, or the analyst's assumption. */
    basis: "sourced" | "derived" | "assumed";
    /** The reason, in words. */
    note: string | null;
  }>;
  baselines: Array<{
    id: Id;
    /** In words. */
    text: string;
    /** Null: serves `assess` alone. */
    probability: ExactOrNull;
    /** Sources of the row. */
    sources: Array<Id>;
    /** Read in the source, worked out from sourced rows, or the analyst's assumption. */
    basis: "sourced" | "derived" | "assumed";
    /** The reason, in words. */
    note: string | null;
  }>;
  issues: Array<{
    id: Id;
    /** In words. */
    name: string;
    /** What it is about, in a word. */
    subject: string | null;
    /** The option that holds while it is not settled. */
    default: null | Id;
    /** The gate that `yes` overrides. */
    overrides: null | Id;
    options: Array<{
      id: Id;
      /** In words. */
      name: string;
      /** Not public yet at the date. */
      hypothetical: boolean;
    }>;
    /** Sources of the row. */
    sources: Array<Id>;
    /** Read in the source, worked out from sourced rows, or the analyst's assumption. */
    basis: "sourced" | "derived" | "assumed";
    /** The reason, in words. */
    note: string | null;
  }>;
  measures: Array<{
    id: Id;
    /** In words. */
    name: string;
    /** Its unit. */
    unit: string | null;
    /** For ledgers. */
    category: string | null;
    better: "more" | "less";
    combine: "sum" | "max" | "min";
    end: "fundamental" | "means";
    /** Payments may be made in it. */
    transferable: boolean;
    /** Whether a figure per resident has a meaning. */
    per_head: boolean;
    /** Below it no level can be. */
    least: ExactOrNull;
    /** Above it no level can be. */
    most: ExactOrNull;
    /** Sources of the row. */
    sources: Array<Id>;
    /** Read in the source, worked out from sourced rows, or the analyst's assumption. */
    basis: "sourced" | "derived" | "assumed";
    /** The reason, in words. */
    note: string | null;
  }>;
  levels: Array<{
    id: LevelId;
    measure: Id;
    bearer: Id;
    low: ExactOrNull;
    /** Null is unknown, not zero. */
    likely: ExactOrNull;
    high: ExactOrNull;
    /** The year of the figure. */
    year: string | null;
    /** Sources of the row. */
    sources: Array<Id>;
    /** Read in the source, worked out from sourced rows, or the analyst's assumption. */
    basis: "sourced" | "derived" | "assumed";
    /** The reason, in words. */
    note: string | null;
  }>;
  effects: Array<{
    id: Id;
    /** Null: it holds in the baseline alone. */
    when: null | Condition;
    baseline: null | Id;
    level: LevelId;
    low: ExactOrNull;
    /** Null is unknown, not zero. */
    likely: ExactOrNull;
    high: ExactOrNull;
    /** The claim that it rests on. */
    if_claim: null | Id;
    /** Sources of the row. */
    sources: Array<Id>;
    /** Read in the source, worked out from sourced rows, or the analyst's assumption. */
    basis: "sourced" | "derived" | "assumed";
    /** The reason, in words. */
    note: string | null;
  }>;
  limits: Array<{
    id: Id;
    forbid: null | Condition;
    level: null | LevelId;
    at_least: ExactOrNull;
    at_most: ExactOrNull;
    /** The claim that it rests on. */
    if_claim: null | Id;
    /** Sources of the row. */
    sources: Array<Id>;
    /** Read in the source, worked out from sourced rows, or the analyst's assumption. */
    basis: "sourced" | "derived" | "assumed";
    /** The reason, in words. */
    note: string | null;
  }>;
  claims: Array<{
    id: Id;
    /** The statement. */
    text: string;
    /** Who claims it. */
    claimant: string;
    /** When. */
    date: string | null;
    /** What would settle it. */
    settled_by: string | null;
    status: "accepted" | "contested" | "unknown" | "refuted";
    /** That it is true. */
    probability: ExactOrNull;
    /** Sources of the row. */
    sources: Array<Id>;
    /** Read in the source, worked out from sourced rows, or the analyst's assumption. */
    basis: "sourced" | "derived" | "assumed";
    /** The reason, in words. */
    note: string | null;
  }>;
  interests: Array<{
    id: Id;
    party: Id;
    level: LevelId;
    shape: "linear" | "capped" | "points" | "step";
    /** The level worth 0, in the unit of the measure. */
    worst: ExactOrNull;
    /** The level worth 1. */
    best: ExactOrNull;
    /** Level and value, of the shape `points`. */
    points: Array<Array<Exact>>;
    /** Of the swing from worst to best, as the party states it. */
    weight: {
      /** Equal ranks state no order. */
      rank: number;
    } | {
      number: Exact;
    } | {
      low: Exact;
      high: Exact;
    };
    /** Sources of the row. */
    sources: Array<Id>;
    /** Read in the source, worked out from sourced rows, or the analyst's assumption. */
    basis: "sourced" | "derived" | "assumed";
    /** The reason, in words. */
    note: string | null;
  }>;
  positions: Array<{
    id: Id;
    party: Id;
    /** When. */
    date: string | null;
    kind: "wish" | "demand" | "pledge" | "red_line";
    /** Quoted or summarised. */
    words: string;
    /** Sources of the row. */
    sources: Array<Id>;
    /** Read in the source, worked out from sourced rows, or the analyst's assumption. */
    basis: "sourced" | "derived" | "assumed";
    /** The reason, in words. */
    note: string | null;
  }>;
  sources: Array<{
    id: Id;
    /** Title. */
    title: string;
    /** Where. */
    address: string | null;
    /** When it was published. */
    date: string | null;
    access: "public" | "leaked" | "personal";
  }>;
  /** Texts of the case in Japanese, by the text. */
  translations: Record<string, string>;
  left_out: LeftOut;
  not_modelled: NotModelled;
  /** How the claims are taken for the named package; null without one. */
  reading: null | Reading;
  /** The package that the options name, every other issue at its default; null without options. */
  named_package: null | Report;
  /** To the named package; empty without one. */
  objections: Array<Objection>;
};

/** From the least to the greatest. */
export type WhyRange = {
  least: Number;
  greatest: Number;
};

/** Why nothing passes, and what would have to be otherwise, for one reading and one certainty; without overrides. */
export type WhyAnswer = {
  case: Id;
  as_of: null | Date;
  question: string;
  asked_about: Record<string, Array<Id>>;
  reading: Reading;
  why: Why;
  nearest: AgreeNearest;
  /** The package that was named. */
  named_package: null | Package;
  /** For each party that objects to the named package: the smallest change that meets its stated objections and raises none that was absent. A refusal is not a price. */
  smallest_changes: Array<{
    party: Id;
    /** Which are met. */
    objections: Array<Element>;
    /** The fewest, or null if nothing does it. */
    changed_issues: number | null;
    /** How many packages change so few. */
    packages: Decimal;
    /** The first of them. */
    members: Array<Package>;
    /** Limits that the first member breaks, as the package does. */
    still_breaks: Array<Id>;
    /** Parties that the first member asks and that object to it. */
    still_objecting: Array<Id>;
    /** The first member asks the party. */
    still_asked: boolean;
    /** The first member answers the question. */
    answers_question: boolean;
    /** The search was finished. */
    proved: boolean;
    /** In words. */
    sentence: string;
  }>;
  /** For each issue: what a new option on which no condition that names the issue holds would have to do to open R. Empty where R is open. */
  missing_options: Array<{
    issue: Id;
    /** It opens R without any effects. */
    opens: boolean;
    /** If it opens: the rest of the first package that then passes. */
    witness: null | Package;
    /** Gates whose condition names the issue: the new option is taken to ask nothing there. */
    unasked: Array<Id>;
    /** Minimal sets of worth tests and limits on levels that its effects would have to make up; none: no effects are enough. */
    sets: Array<{
      /** With the least amount of each by itself. */
      elements: Array<MissedElement>;
      /** Nondominated amounts together, in the order of `elements`, each in its own unit. */
      least: Array<{
        /** By element. */
        amounts: Array<Number>;
        /** The rest of the package. */
        witness: Package;
      }>;
      /** All nondominated amounts are listed. */
      complete: boolean;
    }>;
    /** All sets are listed. */
    complete: boolean;
    /** In words. */
    sentence: string;
  }>;
  /** What a transfer could do where worth alone is missing; never against a refusal or a limit. */
  payments: {
    /** The measures marked so. */
    transferable: Array<Id>;
    /** What was looked at, or why there is nothing to look at. */
    reason: string;
    /** By relaxation and party. */
    found: Array<{
      /** Its place in `why.relaxations`, from 0. */
      relaxation: number;
      party: Id;
      level: LevelId;
      /** The least by which the level would have to be better, in its unit. */
      amount: Number;
      /** The first package in which it is that little. */
      package: Package;
      /** Parties that gain there and could give up that much and still not lose, each by itself. */
      bearers: Array<{
        party: Id;
        level: LevelId;
        /** Its gain after it. */
        gain_left: Number;
      }>;
      /** In words. */
      sentence: string;
    }>;
  };
  /** What it changes that issues are settled together. */
  linking: {
    /** Issues without a default: where there is one, nothing can be settled alone. */
    without_default: Array<Id>;
    /** Steps that pass alone, all else at its default. */
    alone: Array<{
      issue: Id;
      option: Id;
    }>;
    /** Packages all of whose options are defaults or such steps. */
    separate: Decimal;
    /** Ratifiable packages that are not among these. */
    helpful: {
      /** How many. */
      packages: Decimal;
      /** Of these, inside the question. */
      inside_question: Decimal;
      /** The one that changes the fewest issues of what stands. */
      example: null | Package;
      /** The same inside the question. */
      example_inside_question: null | Package;
    };
    /** Packages among these that are not ratifiable. */
    harmful: {
      /** How many. */
      packages: Decimal;
      /** Of these, inside the question. */
      inside_question: Decimal;
      /** The one that changes the fewest issues of what stands. */
      example: null | Package;
      /** The same inside the question. */
      example_inside_question: null | Package;
    };
    /** The search was finished. */
    proved: boolean;
    /** In words. */
    sentence: string;
  };
  /** Complements and substitutes, by party, at central weights. */
  pairs_of_steps: Array<{
    party: Id;
    /** How many pairs are not zero. */
    pairs: Decimal;
    /** The greatest by absolute value. */
    first: Array<{
      /** The two. */
      steps: Array<{
        issue: Id;
        option: Id;
      }>;
      /** Worth of both beyond the worth of each by itself. */
      together: Number;
      /** By its sign. */
      kind: "complements" | "substitutes";
      /** In words. */
      sentence: string;
    }>;
  }>;
  /** What each party could get at best and worst. */
  extremes: {
    certainty: Certainty;
    /** Over the ratifiable packages inside the question; false: none is, so over all; null: the search was stopped before one was found. */
    inside_question: boolean | null;
    /** How many packages that are. */
    packages: Decimal;
    /** By party with interests. */
    parties: Record<string, {
      /** Some of the packages ask it. */
      asked: boolean;
      /** At central weights; null where it is known in none of the packages. */
      gain: null | WhyRange;
      /** A package with the least gain, or null. */
      least_in: null | Package;
      /** A package with the greatest gain, or null. */
      greatest_in: null | Package;
      /** By level that it cares for, each by itself. */
      levels: Record<string, WhyRange>;
    }>;
    /** The search was finished. */
    proved: boolean;
  };
  left_out: LeftOut;
  not_modelled: NotModelled;
  /** False: a bound or the time was reached. What is said is so, but there may be more. */
  complete: boolean;
  seconds: number | null;
};
